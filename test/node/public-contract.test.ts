/**
 * What pages, scripts and style sheets of others may rely on (docs/decisions/facts-and-ids.md), against
 * public-contract.json: nothing in that list may be gone or have another name. Build first.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { publishedContacts } from '../../src/contacts/published-contacts.js';

const read = (path: string) => readFileSync(path, 'utf8');
const json = (path: string) => JSON.parse(read(path));

const LIST = 'test/node/public-contract.json';
const listed: Record<string, readonly string[]> = json(LIST);
const policy = read('docs/releasing.md')
  .split('\n')
  .filter((row) => /^\| .*(removed or given|replaced by its successor|a new option, event).*\|$/.test(row));

interface Named {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly members?: readonly Named[];
}
const { declarations } = json('dist/custom-elements.json').modules[0] as { declarations: Named[] };
const panel = declarations.find(({ name }) => name === 'ReportStalkerPanel') as Named &
  Record<'attributes' | 'members' | 'events' | 'cssParts' | 'cssProperties' | 'slots', Named[]>;
const names = (things: readonly Named[]) => things.map(({ name }) => name);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`src/${name}`))
  .join('\n');
const code = sources.replace(/\/\*[^]*?\*\/|\/\/ .*/g, '');
/** Names in the lists of a source that says what a module exports, types included. */
const exportedBy = (source: string) =>
  [...read(source).matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, list]) => list!.split(','))
    .map((name) => name.replace(/\btype\b/, '').trim())
    .filter(Boolean);
const inModule = async (name: string) => Object.keys(await import(`../../dist/${name}.js`));
const schema = json('dist/contacts.schema.json').$defs as Record<string, { properties?: object }>;

const present: Record<string, readonly string[]> = {
  attributes: names(panel.attributes),
  'attribute values': panel.attributes.flatMap(({ name, type }) =>
    [...type!.text.matchAll(/'([^']*)'/g)].map(([, value]) => `${name}=${value}`),
  ),
  properties: names(panel.members),
  events: panel.events.flatMap(({ name, type }) => [
    name,
    ...names(declarations.find((one) => one.name === type!.text)?.members ?? []).map((field) => `${name} ${field}`),
  ]),
  parts: names(panel.cssParts),
  'custom properties': names(panel.cssProperties),
  slots: names(panel.slots),
  hooks: [...new Set(read('README.md').match(/\bdata-[a-z-]+/g))].filter(
    (hook) => !panel.attributes.some(({ name }) => hook === `data-${name}`) && code.includes(hook),
  ),
  contacts: publishedContacts.map(({ id }) => id),
  'contact data': Object.entries(schema).flatMap(([what, { properties = {} }]) =>
    Object.keys(properties).map((field) => `${what} ${field}`),
  ),
  // Written in many ways: those of the list are looked for, and those that stand after `code:` are to be in it.
  'problem codes': [
    ...new Set([
      ...listed['problem codes']!.filter((code) => sources.includes(`'${code}'`)),
      ...[...sources.matchAll(/\bcode: '([\w-]+)'/g)].map(([, code]) => code!),
    ]),
  ],
  'scripts in lang/': readdirSync('dist/lang'),
  'package exports': Object.keys(json('package.json').exports),
  'exports of .': [...new Set([...exportedBy('src/index.ts'), ...(await inModule('index'))])],
  'exports of ./hours': [...new Set([...exportedBy('src/hours/index.ts'), ...(await inModule('hours'))])],
  'exports of ./json-ld': [...new Set([...exportedBy('src/json-ld.ts'), ...(await inModule('json-ld'))])],
};

describe('the public contract', () => {
  it('is listed in all its kinds, beside the policy', () => {
    assert.deepEqual(Object.keys(listed), Object.keys(present));
    assert.equal(policy.length, 3);
  });

  for (const [what, list] of Object.entries(listed)) {
    it(`${what}: nothing is gone`, () => {
      const gone = list.filter((name) => !present[what]?.includes(name));
      assert.deepEqual(
        gone,
        [],
        `Pages rely on it. Keep it, perhaps beside its new name; or it is another version (docs/releasing.md), and ${LIST} changes in the same commit:\n${policy.join('\n')}\n`,
      );
    });
    it(`${what}: all is listed`, () => {
      const added = present[what]?.filter((name) => !list.includes(name));
      assert.deepEqual(
        added,
        [],
        `From its release on, it must stay. If that is meant, add it to ${LIST} in the same commit:\n${policy.join('\n')}\n`,
      );
    });
  }
});
