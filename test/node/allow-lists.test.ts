/** The allow-lists in integrations/ name the attributes that whoever can only write a link may set, and no other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { optionNames, optionTable } from '../../src/options.js';

const LISTS = [
  'bleach/allow_panel.py',
  'ckeditor5/report-stalker-panel.mjs',
  'dompurify/allow-panel.mjs',
  'drupal/allowed-html.txt',
  'htmlpurifier/allow-panel.php',
  'mediawiki/ReportStalkerPanel/src/Hooks.php',
  'rails/allow_panel.rb',
  'rehype-sanitize/allow-panel.mjs',
  'sanitize-html/allow-panel.mjs',
  'tinymce/allow-panel.mjs',
];

const read = (path: string): string => readFileSync(`integrations/${path}`, 'utf8');

const checkList = (text: string): void => {
  for (const name of optionNames) {
    const { attribute, inUrl } = optionTable[name];
    assert.equal(new RegExp(`(?<![\\w-])${attribute}(?![\\w-])`).test(text), inUrl, attribute);
  }
};

for (const list of LISTS)
  test(list, () => {
    const file = read(list);
    // The extension is more than a list.
    checkList(/ATTRIBUTES = \[[^\]]*\]/.exec(file)?.[0] ?? file);
  });

test('htmlpurifier/README.md, for sites with a list of their own', () => {
  const [, list] = /report-stalker-panel\[([^\]]*)\]/.exec(read('htmlpurifier/README.md')) ?? assert.fail();
  checkList(list!);
});

test('symfony/README.md, in PHP and in YAML', () => {
  const lists = read('symfony/README.md').match(/\[region[^\]]*\]|\['region'[^\]]*\]/g) ?? [];
  assert.equal(lists.length, 2);
  lists.forEach(checkList);
});
