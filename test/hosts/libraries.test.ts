/**
 * Libraries that older pages load: they change what every object, list and event of the page can do.
 * With each, the panel is what it is without, and does what it does. Build first.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { clockAt } from '../e2e/support/clock.js';
import { launch } from '../e2e/support/launch.js';
import { openPage, PATIENCE_MS, until } from '../e2e/support/panel-page.js';
import { scriptOf2026 } from '../e2e/support/serve.js';
import { HOSTS, installPackages, needProgram } from './support/install.js';

/** Of Debian's packages. */
const FOLDER = '/usr/share/javascript';
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'Prototype 1.7 and script.aculo.us': ['prototype/prototype.js', 'scriptaculous/effects.js', 'scriptaculous/controls.js'],
  'MooTools 1.4': ['mootools/mootools-core-nc.js', 'mootools/mootools-more.js'],
  'jQuery 3': ['jquery/jquery.js'],
};

const CONTACTS = {
  version: 1,
  contacts: [
    {
      id: 'our-line',
      name: { en: 'Our line', cy: 'Ein llinell' },
      number: '01632 960000',
      hours: 'Mo-Fr 09:00-17:00; Sa "by appointment"; PH off',
      holidays: 'england-and-wales',
      checkedOn: '2026-11-01',
      links: [{ kind: 'website', href: 'https://example.org/' }],
      notices: [{ text: 'Busy this week.', from: '2026-11-20', to: '2026-11-30' }],
    },
  ],
};

const PANELS = `
  <report-stalker-panel region="scotland" src="/contacts.json" now="2026-11-25T10:00"></report-stalker-panel>
  <div lang="cy"><report-stalker-panel now="2026-12-25T10:00" theme="purple"></report-stalker-panel></div>
  <div data-report-stalker-panel data-compact data-now="2026-11-28T10:00"><a href="tel:999">999</a></div>
  <h2>Help</h2>
  <p><a href="/panel.html?region=england">Help with stalking</a></p>`;

describe('older libraries', () => {
  let browser: Browser;
  before(async () => {
    needProgram(
      'ls',
      Object.values(LIBRARIES)
        .flat()
        .map((file) => `${FOLDER}/${file}`),
      'libjs-prototype libjs-scriptaculous libjs-mootools libjs-jquery',
    );
    browser = await launch();
  });
  after(() => browser?.close());

  /** What four panels show and report, in a page whose head and end are given. */
  const seen = async (files: readonly string[], place: 'before' | 'after') => {
    const tags = files.map((file) => `<script src="/${file}"></script>`).join('');
    const script = '<script src="/embed.js"></script>';
    const { page, errors, close } = await openPage(
      browser,
      `${place === 'before' ? tags : ''}${PANELS}${script}${place === 'after' ? tags : ''}`,
      {
        // For the panel in place of the link, which an address gives no time: near a boundary it counts minutes.
        before: clockAt('2026-11-25T10:00Z'),
        site: {
          '/embed.js': scriptOf2026(),
          '/contacts.json': (_, response) =>
            void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(CONTACTS)),
          ...Object.fromEntries(files.map((file) => [`/${file}`, readFileSync(`${FOLDER}/${file}`, 'utf8')])),
        },
      },
    );
    try {
      await until(page, () => {
        const panels = [...document.querySelectorAll('report-stalker-panel')].map(({ shadowRoot }) => shadowRoot!);
        return (
          panels.length === 4 &&
          panels[0]!.textContent.includes('Our line') &&
          panels.every((panel) => [...panel.querySelectorAll('[data-state]')].every(({ textContent }) => textContent.trim()))
        );
      });
      const panels = await page.$$eval('report-stalker-panel', (found) =>
        found.map(({ shadowRoot, problems }) => `${shadowRoot!.innerHTML}\n${problems.map(({ message }) => message).join('\n')}`),
      );
      return { panels, errors };
    } finally {
      await close();
    }
  };

  for (const [name, files] of Object.entries(LIBRARIES))
    for (const place of ['before', 'after'] as const)
      it(`${name}, ${place} our script`, async () => {
        const alone = await seen([], place);
        assert.deepEqual(await seen(files, place), alone);
      });
});

describe('jQuery 3 puts a snippet into the page', () => {
  let browser: Browser;
  before(async () => {
    needProgram('ls', [`${FOLDER}/jquery/jquery.js`], 'libjs-jquery');
    browser = await launch();
  });
  after(() => browser?.close());

  // What is of the page's own origin it fetches by itself, and runs in a tag without an address.
  for (const [form, snippet, region] of [
    ['the script tag', '<script src="/1/embed.js" data-region="wales" async></script>', 'wales'],
    [
      'script tag and link',
      '<script src="/1/embed.js" async></script><p><a href="/1/panel.html?region=scotland">Help with stalking</a></p>',
      'scotland',
    ],
  ] as const)
    it(`${form}: one panel, in its place`, async () => {
      const { page, close } = await openPage(
        browser,
        // The first tag is somebody else's, with a file of the same name.
        `<script type="text/plain" src="https://elsewhere.example/1/embed.js"></script><script src="/jquery.js"></script><div id="place"></div><script>$('#place').html(${JSON.stringify(snippet).replaceAll('</', '<\\/')})</script>`,
        {
          before: clockAt('2026-11-25T10:00Z'),
          site: { '/1/embed.js': scriptOf2026(), '/jquery.js': readFileSync(`${FOLDER}/jquery/jquery.js`, 'utf8') },
        },
      );
      try {
        assert.deepEqual(
          await page.$$eval('report-stalker-panel', (panels) => panels.map(({ region, parentElement }) => [region, parentElement!.id])),
          [[region, 'place']],
        );
      } finally {
        await close();
      }
    });
});

/** Runs in the page: the panel's numbers are there, with a status each. */
const isAlive = (): boolean =>
  [...document.querySelectorAll('report-stalker-panel')].some(({ shadowRoot }) =>
    shadowRoot?.querySelector('[data-state=open],[data-state=closed]')?.textContent!.trim(),
  );

describe('libraries between the visitor and the panel', () => {
  let browser: Browser;
  before(async () => {
    installPackages();
    browser = await launch();
  });
  after(() => browser?.close());

  const packageFile = (file: string): string => readFileSync(`${HOSTS}/node_modules/${file}`, 'utf8');

  const PANEL = '<report-stalker-panel exit-href="http://127.0.0.1:1/exit"><a href="tel:999">999</a></report-stalker-panel>';
  const open = async (library: string, body: string, before?: (page: Page) => Promise<unknown>) => {
    const opened = await openPage(
      browser,
      `<meta name="viewport" content="width=device-width"><script src="/library.js"></script>${body}<script src="/embed.js" data-define-only></script>`,
      {
        before: async (page) => {
          await clockAt('2026-11-25T10:00Z')(page);
          await before?.(page);
        },
        site: { '/embed.js': scriptOf2026(), '/library.js': packageFile(library) },
      },
    );
    await until(opened.page, isAlive);
    return opened;
  };

  describe('FastClick 1, on an iPhone', () => {
    /** Taps what the selector finds in the panel, and tells the addresses that the browser then goes to. */
    const tap = async (selector: string) => {
      const { page, errors, close } = await open(
        'fastclick/lib/fastclick.js',
        `<button>Page</button>${PANEL}<script>FastClick.attach(document.body)</script>`,
        async (page) => {
          await page.setUserAgent({
            userAgent:
              'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
          });
          await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
        },
      );
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const addresses: string[] = [];
      client.on('Page.frameRequestedNavigation', ({ url }) => addresses.push(url));
      client.on('Page.frameStartedNavigating', ({ url }) => addresses.push(url));
      // It swallows a click whose touch it has not heard, from the second tap on.
      await page.tap('button');
      const found = await page.$(`report-stalker-panel >>> ${selector}`);
      // For half a second after the exit has come, a tap on it counts as one on the fallback content that was there.
      await sleep(600);
      await found!.tap();
      return { page, errors, addresses, close };
    };

    for (const [selector, address] of [
      ['a[href="tel:999"]', 'tel:999'],
      ['[data-contact=paladin] a[href^="tel:"]', 'tel:02038664107'],
      ['a[data-exit]', 'http://127.0.0.1:1/exit'],
    ] as const)
      it(`a tap on ${selector} follows it`, async () => {
        const { addresses, errors, close } = await tap(selector);
        const end = Date.now() + PATIENCE_MS;
        while (!addresses.length && Date.now() < end) await sleep(20);
        await close();
        assert.deepEqual([[...new Set(addresses)], errors], [[address], []]);
      });

    it('a tap on a fold opens it', async () => {
      const { page, errors, close } = await tap('[data-contact=emergency] summary');
      await until(page, () => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('details')!.open);
      await close();
      assert.deepEqual(errors, []);
    });
  });

  it('Dark Reader, and colours of the site that come after the panel: every text is legible', async () => {
    const { page, errors, close } = await openPage(
      browser,
      `<script src="/library.js"></script><script>DarkReader.enable()</script>${PANEL}<script src="/embed.js" data-define-only></script><link rel="stylesheet" href="/theme.css">`,
      {
        before: clockAt('2026-11-25T10:00Z'),
        site: {
          '/embed.js': scriptOf2026(),
          '/library.js': packageFile('darkreader/darkreader.js'),
          '/theme.css': async (_, response) => {
            await sleep(300);
            response
              .writeHead(200, { 'content-type': 'text/css' })
              .end('report-stalker-panel { --rsp-color-text: #1d1d1b; --rsp-color-background: #f3f2f1 }');
          },
        },
      },
    );
    await until(page, isAlive);
    // The colours have come, and the text that they make dark is light.
    await until(page, () => {
      const panel = getComputedStyle(document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('.panel')!);
      return panel.getPropertyValue('--rsp-color-text') !== '' && Number(/\d+/.exec(panel.color)) > 128;
    });
    await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('axe-core')) });
    const found = await page.evaluate(async () => {
      const { violations, passes } = await (window as unknown as { axe: typeof Axe }).axe.run('report-stalker-panel', {
        runOnly: 'color-contrast',
      });
      return {
        illegible: violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
        legible: passes.flatMap(({ nodes }) => nodes).length,
      };
    });
    await close();
    assert.deepEqual([found.illegible, errors], [[], []]);
    assert.ok(found.legible > 10, `${found.legible} texts`);
  });

  it('zone.js of Angular 17: a panel that goes takes no listener of the page with it, and one that comes back listens', async () => {
    const { page, errors, close } = await open('zone.js/bundles/zone.umd.js', `<main>${PANEL}</main>`);
    await page.evaluate(() => {
      const heard: Record<string, number> = {};
      const hear = ({ type }: Event) => void (heard[type] = (heard[type] ?? 0) + 1);
      for (const type of ['focus', 'pageshow']) addEventListener(type, hear);
      addEventListener('keydown', hear, true);
      document.addEventListener('visibilitychange', hear);
      Object.assign(window, { heard, exits: 0 });
      addEventListener('rsp-exit', (event) => {
        event.preventDefault();
        (window as unknown as { exits: number }).exits++;
      });
    });
    const happen = () =>
      page.evaluate(() => {
        for (const type of ['focus', 'pageshow']) dispatchEvent(new Event(type));
        document.dispatchEvent(new Event('visibilitychange'));
        for (let press = 0; press < 3; press++)
          document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'ShiftLeft', key: 'Shift', bubbles: true, composed: true }));
        const { heard, exits } = window as unknown as { heard: Record<string, number>; exits: number };
        return { ...heard, exits };
      });
    assert.deepEqual(await happen(), { focus: 1, pageshow: 1, visibilitychange: 1, keydown: 3, exits: 1 });
    await page.evaluate(() => document.querySelector('main')!.replaceChildren());
    assert.deepEqual(await happen(), { focus: 2, pageshow: 2, visibilitychange: 2, keydown: 6, exits: 1 });
    await page.evaluate(() => document.querySelector('main')!.append(document.createElement('report-stalker-panel')));
    await until(page, isAlive);
    assert.deepEqual(await happen(), { focus: 3, pageshow: 3, visibilitychange: 3, keydown: 9, exits: 2 });
    await close();
    assert.deepEqual(errors, []);
  });
});
