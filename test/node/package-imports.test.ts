/** The doors of the package, opened in Node by its own name, as a build tool or a server does. Build first. */
import type * as Hours from '../../src/hours/index.js';
import type * as JsonLd from '../../src/json-ld.js';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Imported {
  readonly exports: string[];
  /** New globals. */
  readonly globals: string[];
  /** What was called that an import has no business with. */
  readonly calls: string[];
}

/** In a process of its own: whatever an import does is done only once. */
const importInNode = (specifier: string): Imported => {
  const script = `
    const calls = [];
    const spy = (owner, name) => {
      const real = owner[name];
      owner[name] = new Proxy(real, {
        apply: (target, self, parts) => (calls.push(name), Reflect.apply(target, self, parts)),
        construct: (target, parts) => (calls.push(name), Reflect.construct(target, parts)),
      });
    };
    for (const name of ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask']) spy(globalThis, name);
    for (const name of ['log', 'warn', 'error']) spy(console, name);
    for (const name of ['DateTimeFormat', 'NumberFormat', 'PluralRules', 'Locale']) spy(Intl, name);
    spy(Date, 'now');
    // Node 26 makes globals of its own when somebody first reads this one.
    void globalThis.Response;
    const before = new Set(Reflect.ownKeys(globalThis));
    const module = await import(${JSON.stringify(specifier)});
    const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    process.stdout.write(JSON.stringify({ exports: Object.keys(module), globals, calls }));
  `;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
};

/** Lit has globals of its own, and brings a registry where a server has none. */
const OF_LIT = /^lit[A-Z]|^reactiveElementVersions$|^customElements$/;

test('the library loads, and registers nothing', () => {
  const { exports, globals, calls } = importInNode('report-stalker-panel');
  for (const name of ['ReportStalkerPanel', 'StatusEvent', 'ProblemEvent']) assert.ok(exports.includes(name), name);
  assert.deepEqual(
    globals.filter((name) => !OF_LIT.test(name)),
    [],
  );
  assert.deepEqual(calls, []);
});

for (const [specifier, names] of [
  ['report-stalker-panel/hours', ['isBankHoliday', 'nextOpening', 'parseOpeningHours', 'statusAt']],
  ['report-stalker-panel/json-ld', ['contactsToJsonLd', 'mergeContacts', 'publishedContacts', 'readContacts']],
] as const)
  test(`${specifier} loads, and touches nothing`, () => {
    const { exports, globals, calls } = importInNode(specifier);
    for (const name of names) assert.ok(exports.includes(name), name);
    assert.deepEqual(globals, []);
    assert.deepEqual(calls, []);
  });

// Lit brings a registry. What stands in it is rendered there, with the server's time, and kept by caches.
for (const specifier of ['report-stalker-panel', 'report-stalker-panel/define'])
  test(`${specifier} registers nothing on a server, even where there is a registry`, () => {
    const script = `
      await import(${JSON.stringify(specifier)});
      process.stdout.write(typeof customElements.get + customElements.get('report-stalker-panel'));
    `;
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }), 'functionundefined');
  });

test('the library registers nothing either where Lit’s server has put a document and a registry of its own into the globals', () => {
  // As `@lit-labs/ssr/lib/install-global-dom-shim.js` does: elements that cannot be asked for anything.
  const script = `
    globalThis.document = { createTreeWalker() {}, createTextNode() {}, createElement: () => ({}), head: {} };
    globalThis.window = globalThis;
    await import('report-stalker-panel/define');
    process.stdout.write(String(customElements.get('report-stalker-panel')));
  `;
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }), 'undefined');
});

test('the registration, which an app imports on its server too, is harmless there', () => {
  const { globals, calls } = importInNode('report-stalker-panel/define');
  assert.deepEqual(
    globals.filter((name) => !OF_LIT.test(name)),
    [],
  );
  assert.deepEqual(calls, []);
});

for (const condition of ['edge-light', 'workerd', 'worker'])
  test(`in workers (${condition}), which have no DOM and get Lit’s build for browsers, the registration loads and does nothing`, () => {
    const inWorker = (script: string) =>
      execFileSync(process.execPath, [`--conditions=${condition}`, '--conditions=browser', '--input-type=module', '-e', script], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    inWorker(
      `await import('report-stalker-panel/define'); await import('report-stalker-panel/hours'); await import('report-stalker-panel/json-ld');`,
    );
    // Else the file for them could go.
    assert.throws(() => inWorker(`await import('report-stalker-panel');`), /HTMLElement is not defined/);
  });

test('the line of docs/developers.md for servers that get Lit’s build for browsers throws nothing there', () => {
  const [line = assert.fail()] = /if \(globalThis\.document\) import\([^;]*;/.exec(readFileSync('docs/developers.md', 'utf8')) ?? [];
  const prerendered = (script: string) =>
    execFileSync(process.execPath, ['--conditions=browser', '--input-type=module', '-e', script], { encoding: 'utf8', stdio: 'pipe' });
  assert.throws(() => prerendered(line.replace('if (globalThis.document) ', 'await ')), /HTMLElement is not defined/);
  assert.equal(prerendered(line), '');
});

/** A built door with the types of its source: types are checked before there is a build. */
const door = <Types>(name: string): Promise<Types> => import(`report-stalker-panel/${name}`) as Promise<Types>;

test('opening hours and JSON-LD work without a DOM', async () => {
  const { parseOpeningHours, statusAt, isBankHoliday } = await door<typeof Hours>('hours');
  const hours = parseOpeningHours('Mo-Fr 09:30-16:00; PH off');
  const status = statusAt(hours, Date.parse('2026-12-25T10:00Z'), { holidays: 'england-and-wales' });
  assert.deepEqual(status, { state: 'closed', until: Date.parse('2026-12-29T09:30Z') });
  assert.ok(isBankHoliday('2026-12-28', 'england-and-wales'));
  const { contactsToJsonLd } = await door<typeof JsonLd>('json-ld');
  const contact = { id: 'county', name: 'County', number: '01632 960 123', hours: 'Mo-Fr 09:00-17:00' };
  const [point] = JSON.parse(contactsToJsonLd([contact], { lang: 'en', from: '2026-11-24' }))['@graph'];
  assert.equal(point.telephone, '+441632960123');
});
