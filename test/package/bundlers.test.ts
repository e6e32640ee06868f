/**
 * Small programs built from the packed element by the build tools that people use: what of it is in
 * the result, and that it works. Build first. Packages come from this folder's own lock file.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { contactsOfRecord, shownFirst, shownFor } from '../contacts-of-record.js';
import { launch } from '../e2e/support/launch.js';
import { openPage } from '../e2e/support/panel-page.js';
import { serve, type Site } from '../e2e/support/serve.js';
import { npm } from '../support/npm.mjs';

const HERE = 'test/package';
/** Where no other tool looks. */
const PROGRAMS = 'node_modules/.programs';
const BUILT = 'node_modules/.built';

const PROGRAM = {
  /** The opening hours, borrowed by a program that has nothing to do with the panel. */
  hours: `import { parseOpeningHours, statusAt } from 'report-stalker-panel/hours';
    const { state } = statusAt(parseOpeningHours('Mo-Fr 09:30-16:00; PH off'), Date.parse('2026-12-25T10:00Z'), { holidays: 'england-and-wales' });
    export const result = state;`,
  /** The JSON-LD for a build tool. */
  'json-ld': `import { contactsToJsonLd, publishedContacts } from 'report-stalker-panel/json-ld';
    export const result = contactsToJsonLd(publishedContacts, { lang: 'en', from: '2026-11-24' });`,
  /** Imports everything, uses nothing. */
  nothing: `import * as library from 'report-stalker-panel';
    import * as hours from 'report-stalker-panel/hours';
    import * as jsonLd from 'report-stalker-panel/json-ld';
    export const result = 1;`,
  /** The class, for somebody who extends it. */
  library: `import { ReportStalkerPanel } from 'report-stalker-panel';
    export const result = ReportStalkerPanel;`,
  /** The registration, imported for its effect alone. */
  define: `import 'report-stalker-panel/define';`,
} as const;
type Program = keyof typeof PROGRAM;

const entry = (program: Program): string => join(HERE, PROGRAMS, `${program}.js`);

/** Each builds one minified module, as its documentation says, with no word about this package. */
const BUNDLERS: Readonly<Record<string, (program: Program, file: string) => string>> = {
  vite: (program, file) => `
    import { build } from 'vite';
    await build({
      configFile: false, logLevel: 'error', root: ${JSON.stringify(join(HERE, PROGRAMS))},
      build: { lib: { entry: ${JSON.stringify(`${program}.js`)}, formats: ['es'], fileName: () => 'out.js' }, outDir: ${JSON.stringify(join(process.cwd(), file, '..'))}, minify: 'esbuild' },
    });`,
  webpack: (program, file) => `
    import webpack from 'webpack';
    await new Promise((resolve, reject) => webpack({
      mode: 'production', entry: ${JSON.stringify(join(process.cwd(), entry(program)))}, experiments: { outputModule: true }, performance: false,
      output: { path: ${JSON.stringify(join(process.cwd(), file, '..'))}, filename: 'out.js', library: { type: 'module' } },
    }, (error, stats) => (error || stats.hasErrors() || stats.hasWarnings() ? reject(error ?? new Error(stats.toString())) : resolve())));`,
  esbuild: (program, file) => `
    import { build } from 'esbuild';
    const { warnings } = await build({ entryPoints: [${JSON.stringify(entry(program))}], bundle: true, minify: true, format: 'esm', outfile: ${JSON.stringify(file)}, logLevel: 'error' });
    if (warnings.length) throw new Error(JSON.stringify(warnings));`,
  rollup: (program, file) => `
    import { nodeResolve } from '@rollup/plugin-node-resolve';
    import terser from '@rollup/plugin-terser';
    import { rollup } from 'rollup';
    const bundle = await rollup({ input: ${JSON.stringify(entry(program))}, plugins: [nodeResolve(), terser()], onwarn(warning) {
      if (warning.code !== 'UNUSED_EXTERNAL_IMPORT') throw new Error(warning.message);
    } });
    await bundle.write({ file: ${JSON.stringify(file)}, format: 'es' });`,
};

/** What gives away that Lit, the element, or the contacts of record are in a bundle. */
const TRACES = {
  lit: /litHtmlVersions|litElementVersions|reactiveElementVersions/,
  element: /attachShadow|observedAttributes|customElements/,
  contacts: /national-stalking-helpline/,
};

const bytes = (file: string): number => brotliCompressSync(readFileSync(file)).length;

describe('build tools', () => {
  let browser: Browser;

  before(async () => {
    npm(['ci', '--no-audit', '--no-fund'], { cwd: HERE });
    // As a partner installs it: what is published, not the folder.
    const [packed] = Object.values<{ filename: string }>(
      JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', HERE])),
    );
    const target = join(HERE, 'node_modules/report-stalker-panel');
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(HERE, packed!.filename), '-C', target, '--strip-components=1']);
    rmSync(join(HERE, packed!.filename));
    mkdirSync(join(HERE, PROGRAMS), { recursive: true });
    for (const [program, code] of Object.entries(PROGRAM)) writeFileSync(entry(program as Program), code);
    browser = await launch();
  });

  after(() => browser?.close());

  for (const [name, script] of Object.entries(BUNDLERS))
    describe(name, () => {
      /** In a process of its own, which finds the tools of this folder. */
      const build = (program: Program): string => {
        const file = join(HERE, BUILT, name, program, 'out.js');
        mkdirSync(join(file, '..'), { recursive: true });
        const runner = join(HERE, PROGRAMS, `build-${name}-${program}.mjs`);
        writeFileSync(runner, script(program, file));
        execFileSync(process.execPath, [runner], { stdio: 'pipe', env: { ...process.env, NODE_ENV: 'production' } });
        return file;
      };
      const use = async (file: string): Promise<unknown> => ((await import(pathToFileURL(file).href)) as { result: unknown }).result;

      it('takes the opening hours alone: no Lit, no element, no contact', async () => {
        const file = build('hours');
        const code = readFileSync(file, 'utf8');
        for (const [what, trace] of Object.entries(TRACES)) assert.doesNotMatch(code, trace, what);
        assert.equal(await use(file), 'closed');
        assert.ok(bytes(file) <= 5000, `${bytes(file)} bytes`);
      });

      it('takes the JSON-LD without Lit and the element', async () => {
        const file = build('json-ld');
        const code = readFileSync(file, 'utf8');
        for (const what of ['lit', 'element'] as const) assert.doesNotMatch(code, TRACES[what], what);
        const { '@graph': points } = JSON.parse(String(await use(file))) as { '@graph': { identifier: string }[] };
        assert.deepEqual(
          points.map(({ identifier }) => identifier),
          contactsOfRecord.map(({ id }) => id),
        );
      });

      it('drops the whole library where nothing of it is used', async () => {
        const file = build('nothing');
        assert.equal(await use(file), 1);
        assert.ok(readFileSync(file).length < 200, readFileSync(file, 'utf8').slice(0, 500));
      });

      it('registers nothing for the class alone', () => {
        const code = readFileSync(build('library'), 'utf8');
        for (const [what, trace] of Object.entries(TRACES)) assert.match(code, trace, what);
        assert.doesNotMatch(code, /customElements\.define|\.define\(/);
      });

      it('keeps the registration, and the panel works', async () => {
        const file = build('define');
        const page = await openPage(
          browser,
          '<report-stalker-panel region="wales">fallback</report-stalker-panel><script type="module" src="/app.js"></script>',
          {
            site: { '/app.js': { file } },
          },
        );
        try {
          const [panel = assert.fail()] = await page.panels();
          const shown = shownFor('wales');
          assert.deepEqual(panel.numbers, Object.fromEntries(shown.map(({ id, number }) => [id, number])));
          assert.deepEqual(
            panel.ids,
            shown.map(({ id }) => id),
          );
          assert.deepEqual([page.errors, panel.problems], [[], []]);
        } finally {
          await page.close();
        }
      });
    });

  it('none is needed: a page loads the modules by their addresses, and Lit through an import map', async () => {
    const packages = ['report-stalker-panel', 'lit', 'lit-html', 'lit-element', '@lit/reactive-element'];
    const cdn = await serve(
      new Proxy<Site>(
        {},
        { get: (_, path: string) => ({ file: join(HERE, 'node_modules', path), headers: { 'content-type': 'text/javascript' } }) },
      ),
      { 'access-control-allow-origin': '*' },
    );
    try {
      const imports = {
        ...Object.fromEntries(packages.map((name) => [`${name}/`, `${cdn.origin}/${name}/`])),
        lit: `${cdn.origin}/lit/index.js`,
        'lit-html': `${cdn.origin}/lit-html/lit-html.js`,
        'lit-element': `${cdn.origin}/lit-element/index.js`,
        '@lit/reactive-element': `${cdn.origin}/@lit/reactive-element/reactive-element.js`,
      };
      const html = `<report-stalker-panel>fallback</report-stalker-panel><script type="importmap">${JSON.stringify({ imports })}</script>
        <script type="module" src="${cdn.origin}/report-stalker-panel/dist/define.js"></script>`;
      const page = await openPage(browser, html);
      try {
        const [panel = assert.fail()] = await page.panels();
        assert.deepEqual(panel.numbers, Object.fromEntries(shownFirst.map(({ id, number }) => [id, number])));
        assert.deepEqual(page.errors, []);
      } finally {
        await page.close();
      }
    } finally {
      await cdn.close();
    }
  });
});
