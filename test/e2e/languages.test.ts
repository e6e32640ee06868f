/** The built language packs, from a second origin, beside the built panel. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { englishContacts } from '../../src/i18n/en-contacts.js';
import { packs } from '../packs.js';
import { launch } from './support/launch.js';
import { openPage, until, type OpenOptions, type PanelPage } from './support/panel-page.js';
import { scriptOf2026, serve, serveDist, type TestServer } from './support/serve.js';

declare global {
  /** The links that were tapped. */
  var called: string[];
}

const HEADINGS = Object.fromEntries(Object.entries(packs).map(([lang, { says }]) => [lang, says[0]!] as const));

describe('dist/lang', () => {
  let browser: Browser;
  let scripts: TestServer;
  const open: PanelPage[] = [];

  const visit = async (html: string, options?: OpenOptions): Promise<PanelPage> => {
    const page = await openPage(browser, html.replaceAll('HOST', scripts.origin), options);
    open.push(page);
    return page;
  };
  const says = (page: PanelPage, heading: string) =>
    until(
      page.page,
      (words: string) => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('#heading')?.textContent === words,
      heading,
    );

  before(async () => {
    browser = await launch();
    scripts = await serveDist(['embed.js', ...readdirSync('dist/lang').map((name) => `lang/${name}`)]);
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  it('has the packs of the documentation', () => {
    assert.deepEqual(readdirSync('dist/lang').sort(), [...Object.keys(HEADINGS), 'own'].map((lang) => `${lang}.js`).sort());
  });

  for (const [what, attributes, file] of [
    ['a pack', 'lang="pl"', 'lang/pl.js'],
    ['a contact of the host’s own', 'src="/late" show="county national-stalking-helpline paladin"', 'lang/ro.js'],
  ] as const)
    it(`${what} that arrives while a number is tapped waits, so that this number is called`, async () => {
      const county = { id: 'county', name: 'County', number: '01632 960 123', hours: '24/7' };
      /** Taps the last number, and says for how many milliseconds it was held since the answer. */
      const tap = async () => {
        const late: (() => void)[] = [];
        const { page } = await visit(`<report-stalker-panel ${attributes}></report-stalker-panel><script src="HOST/embed.js"></script>`, {
          before: (partner) => partner.setViewport({ width: 375, height: 900, isMobile: true, hasTouch: true }),
          site: { '/late': (_, response) => void late.push(() => response.end(JSON.stringify({ version: 1, contacts: [county] }))) },
        });
        const { x, y, before } = await page.evaluate(() => {
          window.called = [];
          addEventListener(
            'click',
            (event) => {
              called.push((event.composedPath() as HTMLAnchorElement[]).find(({ href }) => href)?.href ?? 'nothing');
              event.preventDefault();
            },
            true,
          );
          const panel = document.querySelector('report-stalker-panel')!;
          const box = panel.shadowRoot!.querySelector('[data-contact=paladin] .number')!.getBoundingClientRect();
          return { x: box.x + 40, y: box.y + box.height / 2, before: panel.offsetHeight };
        });
        await page.touchscreen.touchStart(x, y);
        const start = performance.now();
        for (const answer of late) answer();
        await page.addScriptTag({ url: `${scripts.origin}/${file}` });
        await new Promise((resolve) => setTimeout(resolve, 100));
        await page.touchscreen.touchEnd();
        return { page, before, held: performance.now() - start };
      };
      let tapped = await tap();
      // What comes waits for half a second: on a slow machine the finger has to be quicker.
      for (let round = 0; round < 9 && tapped.held > 400; round++) tapped = await tap();
      const { page, before } = tapped;
      await until(page, () => called[0]);
      assert.deepEqual(await page.evaluate(() => called), ['tel:02038664107']);
      // Then it is there.
      await until(page, (height: number) => document.querySelector('report-stalker-panel')!.offsetHeight !== height, before);
    });

  for (const [lang, heading] of Object.entries(HEADINGS)) {
    const panel = `<report-stalker-panel lang="${lang}">999</report-stalker-panel>`;
    for (const [name, html] of [
      ['before the panel', `<script src="HOST/lang/${lang}.js"></script>${panel}<script src="HOST/embed.js"></script>`],
      ['after the panel', `${panel}<script src="HOST/embed.js"></script><script src="HOST/lang/${lang}.js"></script>`],
    ] as const)
      it(`${lang}, ${name}`, async () => {
        const page = await visit(html);
        await says(page, heading);
        assert.deepEqual(page.errors, []);
        assert.deepEqual(page.console, []);
        assert.deepEqual((await page.panels())[0]!.problems, []);
      });
  }

  for (const [name, tag] of [
    ['async', '<script src="HOST/lang/pl.js" async></script>'],
    ['as a module', '<script src="HOST/lang/pl.js" type="module"></script>'],
    ['imported', '<script type="module">import "HOST/lang/pl.js";</script>'],
    ['twice', '<script src="HOST/lang/pl.js"></script><script src="HOST/lang/pl.js"></script>'],
    ['on a page in an old encoding', '<meta charset="windows-1252"><script src="HOST/lang/pl.js"></script>'],
  ] as const)
    it(name, async () => {
      const page = await visit(`<script src="HOST/embed.js" data-lang="pl"></script>${tag}`);
      await says(page, HEADINGS['pl']!);
      assert.deepEqual(page.errors, []);
    });

  it('long after the panel, without a further request of the panel’s', async () => {
    const page = await visit('<script src="HOST/embed.js" data-lang="pl" async></script>');
    await says(page, 'Report a stalker');
    const before = scripts.requests.length;
    await page.page.evaluate(
      (src: string) => document.body.append(Object.assign(document.createElement('script'), { src })),
      `${scripts.origin}/lang/pl.js`,
    );
    await says(page, HEADINGS['pl']!);
    assert.deepEqual(
      scripts.requests.slice(before).map(({ url }) => url),
      ['/lang/pl.js'],
    );
  });

  /** As docs/languages.md has it. */
  const ownWords = `<script>
    const give = () => document.dispatchEvent(new CustomEvent('rsp-messages', { detail: { fr: { heading: 'Signaler un harceleur' } } }));
    document.addEventListener('rsp-messages-wanted', give);
    give();
  </script>`;
  const ownScript = '<script src="HOST/lang/own.js"></script>';
  for (const [name, html] of [
    ['before', ownWords + ownScript],
    ['after', ownScript + ownWords],
  ] as const)
    it(`words of the page’s own, ${name} the script that takes them`, async () => {
      for (const both of [
        `${html}<script src="HOST/embed.js" data-lang="fr"></script>`,
        `<script src="HOST/embed.js" data-lang="fr"></script>${html}`,
      ]) {
        const page = await visit(both);
        await says(page, 'Signaler un harceleur');
        assert.deepEqual(page.errors, []);
        assert.deepEqual((await page.panels())[0]!.problems, []);
      }
    });

  for (const tag of ['pa-PK', 'pa-Arab'])
    it(`${tag} is in English`, async () => {
      const page = await visit(
        `<script src="HOST/lang/pa.js"></script><report-stalker-panel lang="${tag}"></report-stalker-panel><script src="HOST/embed.js"></script>`,
      );
      await says(page, 'Report a stalker');
      const heading = await page.page.$eval('report-stalker-panel', (panel) => {
        const element = panel.shadowRoot!.querySelector('#heading')!;
        return (element.querySelector('[lang]') ?? element.closest('[lang]'))!.getAttribute('lang');
      });
      assert.equal(heading, 'en');
    });

  it('of another release than the panel says nothing of a line whose words have changed since', async () => {
    // A number that costs money takes the place of a free one.
    const before = englishContacts['national-stalking-helpline']!.cost!;
    const script = String(scriptOf2026().body);
    assert.ok(script.includes(before));
    const later = await serve({
      '/embed.js': {
        headers: { 'content-type': 'text/javascript' },
        body: script.replace(before, 'Normal call cost. Appears on phone bills.'),
      },
    });
    const page = await visit(
      `<html lang="pl"><body><script src="HOST/lang/pl.js"></script><report-stalker-panel>999</report-stalker-panel><script src="${later.origin}/embed.js"></script>`,
    );
    await says(page, HEADINGS['pl']!);
    const details = (id: string) =>
      page.page.$eval(
        'report-stalker-panel',
        (panel, contact) => panel.shadowRoot!.querySelector(`[data-contact=${contact}] .more`)!.textContent,
        id,
      );
    assert.match(await details('national-stalking-helpline'), /Appears on phone bills\./);
    assert.doesNotMatch(await details('national-stalking-helpline'), /Bezpłatnie|rachunku/);
    assert.match(await details('paladin'), /rachunku/);
    assert.deepEqual((await page.panels())[0]!.problems, []);
    await later.close();
  });

  it('works under a strict policy with trusted types', async () => {
    const policy = `default-src 'none'; script-src ${scripts.origin}; style-src 'none'; require-trusted-types-for 'script'; trusted-types report-stalker-panel`;
    const page = await visit(
      '<html lang="ar"><body><script src="HOST/lang/ar.js"></script><script src="HOST/embed.js"></script></body></html>',
      {
        headers: { 'content-security-policy': policy },
      },
    );
    await says(page, HEADINGS['ar']!);
    assert.deepEqual(page.errors, []);
    assert.deepEqual(page.console, []);
  });

  it('leaves no global', async () => {
    const page = await visit('<p>A page</p>', { statuses: false });
    const globals = await page.page.evaluate(async (src: string) => {
      const before = new Set(Object.getOwnPropertyNames(window));
      const script = Object.assign(document.createElement('script'), { src });
      await new Promise((resolve) => {
        script.onload = resolve;
        document.body.append(script);
      });
      return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
    }, `${scripts.origin}/lang/pl.js`);
    assert.deepEqual(globals, []);
  });

  it('does nothing on a server', () => {
    const script = `
      const before = Reflect.ownKeys(globalThis).length;
      await import('report-stalker-panel/lang/pl');
      const added = Reflect.ownKeys(globalThis).length - before;
      const { registerMessages } = await import('report-stalker-panel');
      registerMessages('pl', { heading: 'x' });
      process.stdout.write(JSON.stringify([added, typeof registerMessages, typeof document]));
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(output), [0, 'function', 'undefined']);
  });
});
