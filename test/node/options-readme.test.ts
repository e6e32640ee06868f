/** README, custom elements manifest and editor data say what the sources say. Build first. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { en } from '../../src/i18n/en.js';
import { optionNames, optionTable } from '../../src/options.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('dist/custom-elements.json'));
const editorData = JSON.parse(read('dist/vscode.html-custom-data.json'));

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

const declarations: (Named & Record<string, unknown>)[] = manifest.modules.flatMap(
  (module: { declarations: object[] }) => module.declarations,
);
const panel = declarations.find(({ tagName }) => tagName === 'report-stalker-panel') as Named &
  Record<'attributes' | 'members' | 'events' | 'cssParts' | 'cssProperties' | 'slots', Named[]>;

/** The cells of the table that starts with this column, without its head. */
const tableOf = (column: string): string[][] => {
  const rows = readme
    .slice(readme.indexOf(`\n| ${column} |`))
    .trimStart()
    .split('\n');
  const end = rows.findIndex((row) => !row.startsWith('|'));
  return rows.slice(2, end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

/** What stands in backticks. */
const codes = (text: string): string[] => [...text.matchAll(/`([^`]*)`/g)].map(([, code]) => code!);

const names = (things: readonly Named[]): string[] => things.map(({ name }) => name);

/** The literals of a union type. */
const literals = (type: string): string[] => [...type.matchAll(/'([^']*)'/g)].map(([, literal]) => literal!);

const attributes = new Map(tableOf('attribute').flatMap(([names = '', ...cells]) => codes(names).map((name) => [name, cells])));

test('every attribute of the option table is in the README, the manifest and the editor data, and no other', () => {
  const expected = optionNames.map((name) => optionTable[name].attribute);
  assert.deepEqual([...attributes.keys()].sort(), [...expected].sort());
  assert.deepEqual(names(panel.attributes), expected);
  assert.deepEqual(names(editorData.tags[0].attributes), expected);
});

/** Where documents list what a mere link may set, and where the list begins. */
const LISTS_FOR_LINKS = [
  ['README.md', 'Its query string sets'],
  ['docs/hosts-wordpress.md', 'keep only the options that a link may set:'],
  ['integrations/wordpress/readme.txt', 'take only'],
] as const;

for (const [file, words] of LISTS_FOR_LINKS)
  test(`${file} lists what a link may set`, () => {
    const [, list] = read(file).split(words);
    assert.deepEqual(
      codes(list!.split('.', 1)[0]!).sort(),
      optionNames
        .filter((name) => optionTable[name].inUrl)
        .map((name) => optionTable[name].attribute)
        .sort(),
    );
  });

for (const name of optionNames) {
  const { attribute, fallback, boolean } = optionTable[name];
  const [values = '', fallbackText = ''] = attributes.get(attribute) ?? [];
  const described = panel.attributes.find((candidate) => candidate.name === attribute)!;

  test(`${attribute}: the README's values are the ones that are understood`, () => {
    const read = optionTable[name].read as (given: string) => unknown;
    const allowed = literals(described.type!.text);
    if (allowed.length > 0) assert.deepEqual(codes(values), allowed);
    if (boolean) assert.equal(values, 'present or not');
    for (const value of codes(values)) assert.notEqual(read(value), undefined, value);
  });

  test(`${attribute}: the README's default is the one that is used`, () => {
    const words = { heading: en.heading, policeName: en.contacts['police']!.name }[name as string];
    if (words !== undefined) assert.equal(fallbackText, `"${words}"`);
    else if (boolean) assert.equal(fallbackText, 'off');
    else if (fallback !== undefined) assert.equal(fallbackText, `\`${fallback}\``);
    else assert.doesNotMatch(fallbackText, /^`/);
    assert.equal(described.default, fallback === undefined ? undefined : typeof fallback === 'string' ? `'${fallback}'` : String(fallback));
  });

  test(`${attribute}: every reader is told what it is for`, () => {
    assert.ok(described.description);
    const [inEditor] = editorData.tags[0].attributes.filter((entry: Named) => entry.name === attribute);
    assert.equal(inEditor.description.value, described.description);
    assert.deepEqual(names(inEditor.values ?? []), literals(described.type!.text));
    assert.equal(inEditor.valueSet, boolean ? 'v' : undefined);
  });
}

test('every property is described, and belongs to its attribute', () => {
  for (const { name, description } of panel.members) assert.ok(description, name);
  for (const name of optionNames.filter((option) => option !== 'lang')) assert.ok(names(panel.members).includes(name), name);
});

test('events and their fields', () => {
  const rows = tableOf('event');
  assert.deepEqual(rows.flatMap(([event = '']) => codes(event)).sort(), names(panel.events).sort());
  for (const [event = '', , fields = ''] of rows) {
    const { type } = panel.events.find(({ name }) => name === codes(event)[0])!;
    const { members = [] } = declarations.find(({ name }) => name === type!.text) as unknown as { members?: Named[] };
    // Further codes are the values that a field can have, in brackets after it.
    assert.deepEqual(codes(fields.replaceAll(/\(.*?\)/g, '')), names(members), event);
  }
});

test('every event the element sends is documented', () => {
  const sent = [...read('src/events.ts').matchAll(/super\('([\w-]+)'/g)].map(([, name]) => name!);
  assert.deepEqual(names(panel.events).sort(), sent.sort());
});

const [, listedParts = ''] = /\bParts: (.*?)\.(\s|$)/.exec(readme) ?? [];
const listedProperties = tableOf('custom property')
  .map(([property = '']) => property)
  .join();

for (const [word, listed, things, source, use] of [
  ['Parts', listedParts, panel.cssParts, 'src/panel-template.ts', /\bpart="([\w -]+)"/g],
  ['Custom properties', listedProperties, panel.cssProperties, 'src/report-stalker-panel.styles.ts', /var\((--rsp-[\w-]+)/g],
] as const) {
  test(`${word}: the README, the manifest and the element name the same`, () => {
    const used = new Set([...read(source).matchAll(use)].flatMap(([, found]) => found!.split(' ')));
    assert.deepEqual(codes(listed).sort(), [...used].sort());
    assert.deepEqual(names(things).sort(), [...used].sort());
    for (const { name, description } of things) assert.ok(description, name);
  });
}

test('the manifest leads to the files that are published', () => {
  const paths = manifest.modules.map(({ path }: { path: string }) => path);
  assert.deepEqual(paths, ['dist/index.js', 'dist/define.js']);
  const exported = manifest.modules.flatMap(({ exports }: { exports: { kind: string; name: string }[] }) => exports);
  assert.ok(
    exported.some(({ kind, name }: Record<string, string>) => kind === 'custom-element-definition' && name === 'report-stalker-panel'),
  );
  const index = read('dist/types/index.d.ts');
  for (const { kind, name } of exported) if (kind === 'js') assert.match(index, new RegExp(`\\b${name}\\b`));
});
