/** What `npm publish` would publish, as a file list and as tools for packages see it. Build first. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { npm } from '../support/npm.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

let folder: string;
let tarball: string;
let files: string[];

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  // Scripts would build again, under the feet of other tests.
  // With a cache of its own: not everybody may write to their home folder's.
  const output = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder, '--cache', join(folder, 'cache')]);
  // A list in some versions of npm, an object by name in others.
  const [packed] = Object.values<Packed>(JSON.parse(output));
  tarball = join(folder, packed!.filename);
  // By its name alone: one of the two programs called tar on Windows takes `C:` for another machine.
  execFileSync('tar', ['-xzf', packed!.filename], { cwd: folder });
  files = packed!.files.map(({ path }) => path);
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** Files whose names the build chooses. */
const BUILT = /^dist\/(chunks\/[\w-]+\.js|types\/.+\.d\.ts|lang\/[\w-]+\.js)$/;

test('exactly the files that are meant', () => {
  const expected = [
    'CHANGELOG.md',
    'LICENSE',
    'docs/developers.md',
    'docs/opening-hours.md',
    'README.md',
    'package.json',
    'dist/contacts.schema.json',
    'dist/custom-elements.json',
    'dist/define-worker.js',
    'dist/define.js',
    'dist/embed.js',
    'dist/hours.js',
    'dist/index.js',
    'dist/integrity.json',
    'dist/json-ld.js',
    'dist/oembed.json',
    'dist/panel.html',
    'dist/sbom.cdx.json',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/vscode.html-custom-data.json',
    ...readdirSync('types').map((name) => `types/${name}`),
  ];
  assert.deepEqual(files.filter((path) => !BUILT.test(path)).sort(), expected.sort());
});

test('declarations are there for what the doors import, and no other but the generated ones', () => {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, target] of readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import) '(\.[^']+)\.js'/g))
      visit(`${posix.join(posix.dirname(file), target!)}.ts`);
  };
  for (const door of ['index.ts', 'define.ts', 'hours/index.ts', 'json-ld.ts']) visit(door);
  const expected = [...reached, 'attributes.ts'].map((file) => `dist/types/${file.replace(/\.ts$/, '.d.ts')}`);
  assert.deepEqual(files.filter((path) => path.startsWith('dist/types/')).sort(), expected.sort());
});

test('every export and field leads to a file of the package', () => {
  const targets = (entry: unknown): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry as object).flatMap(targets));
  const paths = [...targets(manifest.exports), `./${manifest.customElements}`, ...manifest.sideEffects];
  for (const path of paths.filter((target) => !target.includes('*'))) assert.ok(files.includes(path.slice(2)), path);
});

test('types come first in every entry, as TypeScript wants them', () => {
  for (const [name, entry] of Object.entries(manifest.exports))
    if (typeof entry === 'object') assert.equal(Object.keys(entry!)[0], 'types', name);
});

test('no file names the machine it was built on', () => {
  for (const path of files) assert.ok(!readFileSync(join(folder, 'package', path), 'utf8').includes(process.cwd()), path);
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer }, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
});

test('the types are right for every modern resolution', () => {
  // The package is for ES modules; it says so, and CommonJS gets it by `import()`.
  const attw = [
    'node_modules/@arethetypeswrong/cli/dist/index.js',
    tarball,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    'embed.js',
    'panel.html',
  ];
  execFileSync(process.execPath, attw, { stdio: 'pipe' });
});

test('the registration alone tells TypeScript of the element and its events', () => {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  // What anybody may make on Windows; elsewhere a link like any other.
  symlinkSync(join(folder, 'package'), join(modules, manifest.name), 'junction');
  for (const name of ['lit', 'lit-element', 'lit-html', '@lit'])
    symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
  const program = join(folder, 'program.mts');
  writeFileSync(
    program,
    `import 'report-stalker-panel/define';
    const level: number | undefined = document.querySelector('report-stalker-panel')?.headingLevel;
    document.addEventListener('rsp-status', ({ contact, state }) => console.log(level, contact, state));`,
  );
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--noEmit', '--ignoreConfig', '--strict', '--target', 'es2022', '--module', 'nodenext', program],
    { encoding: 'utf8' },
  );
  assert.equal(stdout, '');
});
