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
  'mediawiki/ReportStalkerPanel/src/Hooks.php',
  'rails/allow_panel.rb',
  'rehype-sanitize/allow-panel.mjs',
  'sanitize-html/allow-panel.mjs',
  'tinymce/allow-panel.mjs',
];

for (const list of LISTS)
  test(list, () => {
    const file = readFileSync(`integrations/${list}`, 'utf8');
    // The extension is more than a list.
    const text = /ATTRIBUTES = \[[^\]]*\]/.exec(file)?.[0] ?? file;
    for (const name of optionNames) {
      const { attribute, inUrl } = optionTable[name];
      assert.equal(new RegExp(`(?<![\\w-])${attribute}(?![\\w-])`).test(text), inUrl, attribute);
    }
  });
