/** The WordPress plugin as it is packed. Build first; what WordPress makes of it is test/hosts' matter. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { unzipSync, strFromU8 } from 'fflate';
import { wordPressPlugin, wordPressZip } from '../../scripts/wordpress-plugin.js';
import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { optionNames, optionTable } from '../../src/options.js';

const parts = { dist: 'dist', base: 'https://panel.example/' };
const files = wordPressPlugin(parts);
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
/** Every line `Name: value` or ` * Name:   value`. */
const header = (file: string): Record<string, string> =>
  Object.fromEntries([...files[file]!.matchAll(/^(?: \* )?([A-Z][\w ]+):\s+(.+)$/gm)].map(([, name, value]) => [name!, value!]));

describe('the WordPress plugin', () => {
  it('is exactly the files that are meant, in one folder', () => {
    assert.deepEqual(
      Object.keys(unzipSync(wordPressZip(parts))).sort(),
      ['LICENSE', 'THIRD-PARTY-LICENSES.txt', 'block.json', 'data.php', 'editor.js', 'embed.js', 'panel.html', 'readme.txt', 'report-stalker-panel.php']
        .map((name) => `report-stalker-panel/${name}`),
    );
  });

  it('is the same bytes in every zone', () => {
    const zone = process.env['TZ'];
    const zips = ['Pacific/Apia', 'America/Los_Angeles'].map((tz) => {
      process.env['TZ'] = tz;
      return wordPressZip(parts);
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    assert.deepEqual(zips[0], zips[1]);
  });

  it('holds the built script, and its hash', () => {
    assert.equal(strFromU8(unzipSync(wordPressZip(parts))['report-stalker-panel/embed.js']!), readFileSync('dist/embed.js', 'utf8'));
    assert.ok(files['data.php']!.includes(`'sha384-${createHash('sha384').update(readFileSync('dist/embed.js')).digest('base64')}'`));
  });

  it('is of the package’s version, by every header', () => {
    assert.equal(header('report-stalker-panel.php')['Version'], version);
    assert.equal(header('readme.txt')['Stable tag'], version);
    for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
      assert.equal(header('readme.txt')[name], header('report-stalker-panel.php')[name], name);
    assert.doesNotMatch(Object.values(files).join(''), /\{\{version\}\}/);
  });

  it('can be replaced by nobody’s plugin of the same name', () => {
    assert.equal(header('report-stalker-panel.php')['Update URI'], 'false');
  });

  it('has a readme as the plugin directory takes it', () => {
    const readme = files['readme.txt']!;
    assert.match(readme, /^=== Report a stalker panel ===\n/);
    assert.ok(header('readme.txt')['Tags']!.split(',').length <= 5);
    const short = /\n\n(.+)\n\n== Description ==/.exec(readme)![1]!;
    assert.ok(short.length <= 150, `${short.length} characters`);
    for (const name of optionNames) assert.ok(readme.includes(`\`${optionTable[name].attribute}\``), name);
  });

  it('has a block with each option of the panel, but the preview’s', () => {
    const { attributes } = JSON.parse(files['block.json']!) as { attributes: Record<string, { type: string; enum?: unknown[] }> };
    assert.deepEqual(Object.keys(attributes), [...optionNames.filter((name) => name !== 'now'), 'numbers']);
    for (const name of optionNames) {
      const { type, enum: values } = attributes[name] ?? {};
      if (type) assert.equal(type === 'boolean', Boolean(optionTable[name].boolean), name);
      for (const value of values ?? []) assert.equal(optionTable[name].read(String(value)), value, `${name} ${value}`);
      // What block.json leaves out of a list would be dropped without a word.
      if (values) assert.equal(optionTable[name].expected.match(/\b(england|wales|scotland|northern-ireland|auto|light|dark)\b/g)?.length ?? 6, values.length, name);
    }
  });

  it('has every number of every nation, in both languages, and none of its own', () => {
    for (const { number } of publishedContacts) {
      const link = `<a href="tel:${number.replaceAll(' ', '')}" dir="ltr">${number}</a>`;
      assert.ok(files['data.php']!.split(link).length > 2, number);
    }
    for (const name of ['report-stalker-panel.php', 'editor.js', 'block.json']) assert.doesNotMatch(files[name]!, /tel:|\d{3} \d{3,4}/);
  });

  it('guards every PHP file against being opened by itself, and stores and asks for nothing', () => {
    for (const [name, text] of Object.entries(files)) {
      if (!name.endsWith('.php')) continue;
      assert.match(text, /defined\( 'ABSPATH' \) \|\| exit;/, name);
      assert.doesNotMatch(text, /_option\(|_transient\(|_meta\(|setcookie|wp_remote_|curl_|\$_(GET|POST|REQUEST|COOKIE)|\beval\b/, name);
    }
  });
});
