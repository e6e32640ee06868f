/**
 * Libraries that navigate inside the page: a site of six pages is walked through with each, forward
 * and back. Every page shows what it would show if it were loaded anew. Build first.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Form } from '../../demo/snippets.js';
import { until } from '../e2e/support/panel-page.js';
import { serve, type Site } from '../e2e/support/serve.js';
import { HOSTS, installPackages } from './support/install.js';
import { paste, setUp, themeScript, type Setting } from './support/site.js';

interface Library {
  /** Files of its package for the head, scripts and styles. */
  readonly files: readonly string[];
  /** What a site says to start it. */
  readonly start?: string;
  readonly body?: string;
  readonly main?: string;
}

const LIBRARIES: Readonly<Record<string, Library>> = {
  'Turbo 8': { files: ['@hotwired/turbo/dist/turbo.es2017-umd.js'] },
  'htmx 2 with hx-boost': { files: ['htmx.org/dist/htmx.min.js'], body: 'hx-boost="true"' },
  'swup 4': { files: ['swup/dist/Swup.umd.js'], start: 'new Swup({ animationSelector: false })', main: 'id="swup"' },
  // Both with an animation: for a moment the page holds the next page and the left one.
  'barba.js 2': {
    files: ['@barba/core/dist/barba.umd.js'],
    start:
      'const pause = () => new Promise((resolve) => setTimeout(resolve, 50)); barba.init({ transitions: [{ sync: true, leave: pause, enter: pause }] })',
    body: 'data-barba="wrapper"',
    main: 'data-barba="container"',
  },
  'Unpoly 3': {
    files: ['unpoly/unpoly.css', 'unpoly/unpoly.js'],
    start:
      "up.link.config.followSelectors.push('a[href]'); up.fragment.config.navigateOptions.transition = 'cross-fade'; up.motion.config.duration = 100",
    main: 'up-main',
  },
};

/** By page; the script comes with the first one, since barba.js and swup run none of a page that they go to. */
const PAGES: Readonly<Record<string, Form | 'tag' | undefined>> = {
  script: 'script',
  none: undefined,
  element: 'element',
  tag: 'tag',
  link: 'link',
  placeholder: 'placeholder',
};

/** Runs in the page: whether it is this one, with nothing but its own panel, alive and in its place. */
const isRight = (name: string, panels: number): boolean => {
  const [main, another] = document.querySelectorAll('main');
  const found = [...document.querySelectorAll('report-stalker-panel')];
  return (
    main?.querySelector('h1')?.textContent === name &&
    !another &&
    document.title === name &&
    found.length === panels &&
    found.every(
      (panel) =>
        main.contains(panel) &&
        panel.compareDocumentPosition(main.querySelector('.after')!) === Node.DOCUMENT_POSITION_FOLLOWING &&
        panel.shadowRoot!.querySelector('[data-contact]')!.matches('[data-contact=emergency]') &&
        panel.shadowRoot!.querySelector('a[href="tel:999"]')!.getBoundingClientRect().height > 0 &&
        [...panel.shadowRoot!.querySelectorAll('[data-state]')].every(({ textContent }) => textContent.trim()) &&
        !panel.problems.length,
    )
  );
};

/**
 * What morphing makes its next page of: other words in the same paragraphs, another nation elsewhere. By page, the nation and
 * what stands in `main`.
 */
const MORPHED: Readonly<Record<string, readonly [region: string | undefined, main: (link: string) => string]>> = {
  first: ['wales', (link) => `<p>${link}</p><p>First text</p>`],
  second: ['scotland', (link) => `<p>Second text</p><p>${link}</p>`],
  sentence: ['england', (link) => `<p>See ${link.replace('<a', '<a data-panel')}.</p><p>Third text</p>`],
  image: ['scotland', (link) => `<p>${link.replace('>Help', '><img alt="Help">')}</p><p>Image text</p>`],
  picture: [undefined, () => '<p><img alt="A house"></p><p>Picture text</p>'],
  none: [undefined, () => '<p>Text alone</p>'],
  placeholder: ['scotland', () => '<p>Fourth text</p><div data-report-stalker-panel data-region="scotland"><p>Call 999</p></div>'],
  words: ['england', () => '<p>Sixth text</p><div data-report-stalker-panel data-region="england">Call 999 in an emergency</div>'],
  element: ['wales', () => '<p>Fifth text</p><report-stalker-panel region="wales"><p>Call 999</p></report-stalker-panel>'],
};

describe('libraries that navigate inside the page', () => {
  let setting: Setting;

  before(async () => {
    installPackages();
    setting = await setUp();
  });

  after(() => setting.close());

  it('htmx 2 with idiomorph, which morphs one page into the next', async () => {
    const files = ['htmx.org/dist/htmx.min.js', 'idiomorph/dist/idiomorph-ext.min.js'];
    const scripts = files.map((file) => `<script src="/${file}"></script>`).join('') + themeScript(setting);
    const nav = Object.keys(MORPHED)
      .map((to) => `<a href="/${to}">to ${to}</a>`)
      .join(' ');
    const answers: Site = Object.fromEntries(
      Object.entries(MORPHED).map(([page, [region, main]]) => [
        `/${page}`,
        `<!doctype html><html lang="en"><head><title>${page}</title>${scripts}</head><body hx-boost="true" hx-ext="morph" hx-swap="morph:innerHTML"><nav>${nav}</nav><main><h1>${page}</h1>${main(
          `<a href="${setting.scripts.origin}/1/panel.html?region=${region}">Help</a>`,
        )}</main></body></html>`,
      ]),
    );
    for (const file of files) answers[`/${file}`] = { file: `${HOSTS}/node_modules/${file}` };
    const site = await serve({ ...answers, '/favicon.ico': { status: 204 } });
    const context = await setting.browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.goto(`${site.origin}/first`);
      await page.evaluate('globalThis.samePage = true');
      for (const to of [
        'second',
        'first',
        'image',
        'first',
        'image',
        'picture',
        'image',
        'none',
        'sentence',
        'first',
        'placeholder',
        'second',
        'words',
        'words',
        'element',
        'sentence',
        'none',
        'second',
      ]) {
        await page.evaluate(`[...document.querySelectorAll('nav a')].find((link) => link.textContent === 'to ${to}').click()`);
        const [region, main] = MORPHED[to]!;
        await until(
          page,
          (title, wanted) =>
            document.querySelector('h1')?.textContent === title &&
            [...document.querySelectorAll('main report-stalker-panel')].map((panel) => panel.getAttribute('region')).join() === wanted,
          to,
          region ?? '',
        );
        // And nothing comes after it.
        await new Promise((resolve) => setTimeout(resolve, 250));
        assert.deepEqual(
          await page.$$eval('main report-stalker-panel', (panels) =>
            panels.map((panel) => [
              panel.getAttribute('region'),
              panel.shadowRoot!.querySelector('a[href="tel:999"]')!.getBoundingClientRect().height > 0,
            ]),
          ),
          region ? [[region, true]] : [],
          to,
        );
        const said = /\w+ text|Text alone/.exec(main(''))![0];
        assert.ok(await page.$eval('main', ({ innerText }, words) => innerText.includes(words), said), `${to}: ${said}`);
      }
      assert.equal(await page.evaluate('globalThis.samePage'), true, 'navigates inside the page');
    } finally {
      await context.close();
      await site.close();
    }
  });

  for (const [name, { files, start = '', body = '', main = '' }] of Object.entries(LIBRARIES))
    it(name, async () => {
      const tags = files
        .map((file) => (file.endsWith('css') ? `<link rel="stylesheet" href="/${file}">` : `<script src="/${file}"></script>`))
        .join('');
      const links = Object.keys(PAGES)
        .map((to) => `<a href="/${to}">to ${to}</a>`)
        .join(' ');
      const html = (page: string, form?: Form | 'tag') =>
        `<!doctype html><html lang="en"><head><title>${page}</title>${tags}<script src="/start.js" defer></script></head><body ${body}><nav>${links}</nav><main ${main}><h1>${page}</h1>${form === 'tag' ? paste('script', setting).split('\n')[0] : form ? paste(form, setting) : ''}<p class="after">After</p></main></body></html>`;
      const answers: Site = Object.fromEntries(
        Object.entries(PAGES).map(([page, form]) => [`/${page}`, { body: html(page, form), delay: 20 }]),
      );
      for (const file of files) answers[`/${file}`] = { file: `${HOSTS}/node_modules/${file}` };
      const site = await serve({ ...answers, '/start.js': start, '/favicon.ico': { status: 204 } });
      const context = await setting.browser.createBrowserContext();
      try {
        const page: Page = await context.newPage();
        const said: string[] = [];
        page.on('pageerror', (error) => said.push(String(error)));
        // Unpoly greets.
        page.on('console', (message) => message.text().includes('unpoly-migrate') || said.push(message.text()));
        const shows = async (wanted: string) => {
          await until(page, isRight, wanted, PAGES[wanted] ? 1 : 0);
          // And nothing comes after it.
          await new Promise((resolve) => setTimeout(resolve, 150));
          await until(page, isRight, wanted, PAGES[wanted] ? 1 : 0);
        };
        const click = (to: string) =>
          page.evaluate(`[...document.querySelectorAll('nav a')].find((link) => link.textContent === 'to ${to}').click()`);
        const walk = async (...steps: readonly string[]) => {
          for (const to of steps) {
            await click(to);
            await shows(to);
          }
        };

        await page.goto(`${site.origin}/script`);
        await page.evaluate('globalThis.samePage = true');
        await shows('script');
        await walk('none', 'element', 'tag', 'link', 'script', 'placeholder', 'tag', 'link');
        for (const [step, to] of [
          [-1, 'tag'],
          [-1, 'placeholder'],
          [1, 'tag'],
          [-4, 'tag'],
          [-2, 'none'],
        ] as const) {
          await page.evaluate(`history.go(${step})`);
          await shows(to);
        }
        assert.equal(await page.evaluate('globalThis.samePage'), true, 'navigates inside the page');
        await walk('script');
        assert.deepEqual(said, []);

        // The exit of a later page: it covers, and it leaves.
        await page.evaluate(
          "document.addEventListener('rsp-exit', () => setTimeout(() => console.log(document.querySelector('html > dialog:modal') ? 'covered' : 'bare')))",
        );
        await page.setRequestInterception(true);
        page.on(
          'request',
          (request) => void (request.url().startsWith(site.origin) ? request.continue() : request.respond({ body: 'elsewhere' })),
        );
        const left = page.waitForNavigation();
        for (let times = 0; times < 3; times++) await page.keyboard.press('ShiftLeft');
        await left;
        assert.ok(!page.url().startsWith(site.origin));
        assert.deepEqual(said, ['covered']);
      } finally {
        await context.close();
        await site.close();
      }
    });
});
