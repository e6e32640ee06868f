/**
 * Small applications that use the packed element: their types, strict, and what they do in a
 * browser. Build first. Packages come from this folder's own lock file.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch } from '../e2e/support/launch.js';
import { until } from '../e2e/support/panel-page.js';
import { serve, type TestServer } from '../e2e/support/serve.js';
import { npm } from '../support/npm.mjs';

const HERE = 'test/frameworks';
/** Where no other tool looks. */
const BUILT = 'node_modules/.built';

/** A program of one of the packages here, and its exit code. */
const tool = (file: string, ...parts: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`node_modules/${file}`, ...parts], { cwd: HERE, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};

interface Framework {
  readonly name: string;
  readonly check: (config: string) => { status: number | null; output: string };
  /** Whether objects survive until the definition arrives; React writes them into attributes. */
  readonly keepsObjects: boolean;
}

const FRAMEWORKS: readonly Framework[] = [
  { name: 'react', check: (config) => tool('typescript/bin/tsc', '-p', `react/${config}`), keepsObjects: false },
  { name: 'vue', check: (config) => tool('vue-tsc/bin/vue-tsc.js', '-p', `vue/${config}`), keepsObjects: true },
  {
    name: 'svelte',
    check: (config) => tool('svelte-check/bin/svelte-check', '--tsconfig', `svelte/${config}`, '--output', 'machine', '--fail-on-warnings'),
    keepsObjects: true,
  },
];

describe('in frameworks', () => {
  let browser: Browser;
  let site: TestServer;

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
    for (const { name } of FRAMEWORKS) {
      const { status, output } = tool(
        'vite/bin/vite.js',
        'build',
        name,
        '--config',
        `${name}/vite.config.ts`,
        '--outDir',
        `../${BUILT}/${name}`,
        '--emptyOutDir',
      );
      assert.equal(status, 0, output);
    }
    const files = readdirSync(join(HERE, BUILT), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(html|js|css)$/.test(file))
      .map((file) => file.replaceAll(sep, '/'));
    site = await serve(Object.fromEntries(files.map((file) => [`/${file}`, { file: join(HERE, BUILT, file) }])));
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('react renders on a server, attributes as HTML has them', () => {
    const { status, output } = tool(
      'vite/bin/vite.js',
      'build',
      'react',
      '--config',
      'react/vite.config.ts',
      '--ssr',
      'server.tsx',
      '--outDir',
      `../${BUILT}/server`,
    );
    assert.equal(status, 0, output);
    const html = execFileSync(process.execPath, [`${BUILT}/server/server.js`], { cwd: HERE, encoding: 'utf8', stdio: 'pipe' });
    assert.match(
      html,
      /<report-stalker-panel region="wales" heading-level="3" heading="React" police-name="Heddlu" [^>]*without-exit=""[^>]*><p>/,
    );
    assert.doesNotMatch(html, /compact|contacts|object Object|onrsp/);
  });

  it('vue, told of the tag as docs/developers.md says, renders on a server, with the fallback content', () => {
    const [told = assert.fail()] = /isCustomElement: [^}]*/.exec(readFileSync('docs/developers.md', 'utf8')) ?? [];
    const html = '<report-stalker-panel region="wales"><p>Call <a href="tel:999">999</a></p></report-stalker-panel>';
    const program = `
      import { createSSRApp } from 'vue';
      import { renderToString } from 'vue/server-renderer';
      console.log(await renderToString(createSSRApp({ template: ${JSON.stringify(html)}, compilerOptions: { ${told} } })));`;
    assert.equal(
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: HERE, encoding: 'utf8', stdio: 'pipe' }).trim(),
      html,
    );
  });

  for (const build of ['vue.global.js', 'vue.global.prod.js'])
    it(`${build} goes on with a page of its server on which the script has run: links and placeholders are one panel each`, async () => {
      for (const form of [
        '<p><a href="1/panel.html">Help with stalking</a></p>',
        '<div><a href="1/panel.html">Help with stalking</a></div>',
        '<p>See <a data-panel href="1/panel.html">help</a> or <a href="/x">others</a>.</p>',
        '<div data-report-stalker-panel><p>999</p></div>',
      ]) {
        const html = `<main><h1>News</h1>${form}<footer>Foot</footer></main>`;
        const partner = await serve({
          '/favicon.ico': { status: 204 },
          '/': `<!doctype html><html lang="en"><title>News</title><div id="app">${html}</div><script src="1/embed.js"></script><script src="vue.js"></script></html>`,
          '/1/embed.js': { file: 'dist/embed.js' },
          '/vue.js': { file: join(HERE, 'node_modules/vue/dist', build) },
        });
        const page = await browser.newPage();
        try {
          await page.goto(partner.origin);
          const isAlive = () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]');
          await until(page, isAlive);
          await page.evaluate(`void Vue.createSSRApp({ template: ${JSON.stringify(html)} }).mount('#app')`);
          await until(page, isAlive);
          const seen = await page.$$eval('report-stalker-panel', (panels) =>
            panels.map((panel) => panel.getBoundingClientRect().height > 400),
          );
          assert.deepEqual(seen, [true], form);
        } finally {
          await page.close();
          await partner.close();
        }
      }
    });

  for (const { name, check, keepsObjects } of FRAMEWORKS)
    describe(name, () => {
      it('type-checks, strictly', () => {
        const { status, output } = check('tsconfig.json');
        assert.equal(status, 0, output);
      });

      it('refuses wrong values: one error each', () => {
        const { status, output } = check('tsconfig.wrong.json');
        assert.notEqual(status, 0);
        const errors = output.split('\n').filter((line) => /error TS|"?ERROR"? /.test(line));
        assert.equal(errors.length, 4, output);
      });

      for (const late of [false, true])
        it(`${late ? 'defined after it was rendered' : 'defined first'}: attributes, properties, events, changes`, async () => {
          const page = await browser.newPage();
          try {
            const errors: string[] = [];
            page.on('pageerror', (error) => errors.push(String(error)));
            await page.goto(`${site.origin}/${name}/index.html${late ? '?late' : ''}`);
            await until(page, () => document.querySelector('report-stalker-panel p'));
            if (late) await page.evaluate('define().then(() => undefined)');
            await until(page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));

            const see = () =>
              page.$eval('report-stalker-panel', (panel) => ({
                ids: [...panel.shadowRoot!.querySelectorAll<HTMLElement>('[data-contact]')].map(({ dataset }) => dataset['contact']),
                heading: panel.shadowRoot!.querySelector('[role="heading"]')!.textContent!.trim().toLowerCase(),
                level: panel.shadowRoot!.querySelector('[role="heading"]')!.getAttribute('aria-level'),
                police: panel.shadowRoot!.textContent!.includes('Heddlu'),
                exit: panel.shadowRoot!.querySelector('[data-exit]')?.getAttribute('href') ?? null,
                // Some frameworks write `null` for "not there".
                compact: Boolean(panel.compact),
                problems: panel.problems.map(({ attribute, code }) => `${attribute} ${code}`),
              }));

            const first = await see();
            assert.deepEqual(
              { ...first, ids: [] },
              { ids: [], heading: name, level: '3', police: true, exit: null, compact: false, problems: [] },
            );
            assert.equal(first.ids[0], 'emergency');
            assert.ok(first.ids.includes('live-fear-free'));
            assert.equal(first.ids.includes('before'), !late || keepsObjects);

            await page.click('button');
            await until(page, () => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[data-contact="after"]'));
            const second = await see();
            assert.deepEqual(
              { ...second, ids: [] },
              {
                ids: [],
                heading: name,
                level: '4',
                police: true,
                exit: 'https://www.bbc.co.uk/weather',
                compact: true,
                problems: ['exit-href bad-value'],
              },
            );
            assert.ok(second.ids.includes('domestic-abuse-forced-marriage-helpline') && !second.ids.includes('before'));

            const { statuses, problems } = (await page.evaluate('heard')) as { statuses: string[]; problems: string[] };
            assert.ok(statuses.includes('emergency always'), statuses.join());
            assert.deepEqual(problems, ['exit-href bad-value']);
            assert.deepEqual(errors, []);
          } finally {
            await page.close();
          }
        });
    });
});
