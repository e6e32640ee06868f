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
      [
        'LICENSE',
        'THIRD-PARTY-LICENSES.txt',
        'block.json',
        'data.php',
        'editor.js',
        'embed.js',
        'panel.html',
        'readme.txt',
        'report-stalker-panel.php',
      ].map((name) => `report-stalker-panel/${name}`),
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
      if (values)
        assert.equal(
          optionTable[name].expected.match(/\b(england|wales|scotland|northern-ireland|auto|light|dark)\b/g)?.length ?? 6,
          values.length,
          name,
        );
    }
  });

  describe('its block in the editor', () => {
    interface Node {
      readonly type: unknown;
      readonly props: Readonly<Record<string, unknown>> | null;
      readonly children: readonly unknown[];
    }
    const { attributes: types } = JSON.parse(files['block.json']!) as {
      attributes: Record<string, { type: string; enum?: (string | number)[] }>;
    };
    const NUMBERS = { en: { '': 'numbers', wales: 'numbers of Wales' }, cy: { '': 'rhifau', wales: 'rhifau Cymru' } };

    /** What the block draws, with the parts of WordPress that it asks for by their names. */
    const draw = (attributes: object) => {
      const changes: object[] = [];
      const names = (...given: string[]) => Object.fromEntries(given.map((name) => [name, name]));
      let Edit: (given: object) => unknown = () => assert.fail();
      let deprecated: { attributes: object }[] = [];
      const createElement = (type: unknown, props: Node['props'], ...children: unknown[]): Node => ({
        type,
        props,
        children: children.flat(),
      });
      const wp = {
        element: { createElement, RawHTML: 'RawHTML', useEffect: (act: () => void) => act() },
        i18n: { __: (text: string) => text },
        blockEditor: { ...names('InspectorControls'), useBlockProps: () => ({}) },
        components: names('Disabled', 'PanelBody', 'SelectControl', 'TextControl', 'ToggleControl'),
        data: { useDispatch: () => ({}) },
        blocks: {
          registerBlockType: (_: string, block: { edit: typeof Edit; deprecated: typeof deprecated }) =>
            ({ edit: Edit, deprecated } = block),
        },
      };
      new Function('window', 'document', files['editor.js']!)(
        { wp, reportStalkerPanel: { numbers: NUMBERS, lang: 'en-GB' } },
        { createElement: () => ({}) },
      );
      const found: Node[] = [];
      const walk = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        found.push(node as Node);
        (node as Node).children.forEach(walk);
      };
      walk(Edit({ attributes, setAttributes: (change: object) => void changes.push(change) }));
      const controls = new Map(
        found
          .filter(({ type }) => /Control$/.test(String(type)) && type !== 'InspectorControls')
          .map((node) => [String(node.props!['key']), node]),
      );
      return { found, controls, changes, old: deprecated[0]!.attributes };
    };

    it('offers every value of a choice, the default as an empty one', () => {
      const { controls } = draw({});
      assert.deepEqual(
        [...controls.keys()].sort(),
        Object.keys(types)
          .filter((name) => name !== 'numbers')
          .sort(),
      );
      for (const [name, { type, props }] of controls) {
        const { type: kind, enum: values } = types[name]!;
        assert.equal(type === 'ToggleControl', kind === 'boolean', name);
        assert.equal(type === 'SelectControl', Boolean(values) || name === 'lang', name);
        assert.ok(props!['label'], name);
        if (type !== 'SelectControl') continue;
        const wanted = (name === 'lang' ? Object.keys(NUMBERS) : values!.filter((value) => value !== 'auto' && value !== 2)).map(String);
        assert.deepEqual((props!['options'] as { value: string }[]).map(({ value }) => value).sort(), ['', ...wanted].sort(), name);
      }
    });

    it('names the level that headings have by default', () => {
      const options = draw({}).controls.get('headingLevel')!.props!['options'] as { value: string; label: string }[];
      assert.deepEqual(
        options.map(({ value, label }) => value || `default: ${label}`),
        [`default: ${optionTable.headingLevel.fallback}`, '1', '3', '4', '5', '6'],
      );
    });

    it('keeps what is chosen as block.json has it, and nothing of what is empty', () => {
      const { controls, changes, old } = draw({ numbers: 'numbers' });
      for (const [name, { type }] of Object.entries(types)) {
        if (name === 'numbers') continue;
        const change = controls.get(name)!.props!['onChange'] as (given: unknown) => void;
        for (const [given, kept] of type === 'boolean'
          ? [
              [true, true],
              [false, undefined],
            ]
          : type === 'integer'
            ? [
                ['3', 3],
                ['', undefined],
              ]
            : [
                ['cy', 'cy'],
                ['', undefined],
              ]) {
          change(given);
          assert.deepEqual(changes.pop(), { [name]: kept }, name);
        }
      }
      assert.deepEqual(
        old,
        Object.fromEntries(
          Object.keys(types)
            .filter((name) => name !== 'numbers')
            .map((name) => [name, { type: types[name]!.type }]),
        ),
      );
    });

    it('shows what is chosen, in the controls and in a preview that takes nobody out of the editor', () => {
      const { found, controls } = draw({ region: 'wales', headingLevel: 3, compact: true, policeName: '' });
      assert.deepEqual(
        ['region', 'headingLevel', 'policeName', 'lang'].map((name) => controls.get(name)!.props!['value']),
        ['wales', '3', '', ''],
      );
      assert.deepEqual(
        ['compact', 'withoutExit'].map((name) => controls.get(name)!.props!['checked']),
        [true, false],
      );
      const panel = found.find(({ type }) => type === 'report-stalker-panel')!;
      assert.deepEqual(panel.props, { region: 'wales', compact: '', 'heading-level': '3', 'without-exit': '' });
      assert.deepEqual(draw({ compact: false }).found.find(({ type }) => type === 'report-stalker-panel')!.props, { 'without-exit': '' });
      assert.ok(found.some(({ type, children }) => type === 'Disabled' && children.includes(panel)));
    });

    for (const [given, numbers] of [
      [{}, NUMBERS.en['']],
      [{ lang: 'CY-gb', region: 'wales' }, NUMBERS.cy.wales],
      [{ lang: 'fr', region: 'wales' }, NUMBERS.en.wales],
    ] as const)
      it(`saves the numbers for ${JSON.stringify(given)}, and only where they are others`, () => {
        assert.deepEqual(draw(given).changes, [{ numbers }]);
        assert.deepEqual(draw({ ...given, numbers }).changes, []);
      });
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
