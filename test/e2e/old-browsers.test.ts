/**
 * Browsers older than the one that runs the tests, made by taking away what they lack before the page
 * is there. The promise is in docs/browser-support.md.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { shownFirst } from '../contacts-of-record.js';
import { launch } from './support/launch.js';
import { openPage, until, type OpenOptions, type PanelPage } from './support/panel-page.js';
import { serveDist, serveReleases, type TestServer } from './support/serve.js';

/**
 * What reached one of the three engines after March 2023, and what the script does without for the sake of older ones, as
 * paths from the global object.
 */
const NEWER = `
  AbortSignal.any Array.fromAsync Array.prototype.findLast Array.prototype.findLastIndex CloseWatcher CustomStateSet Document.parseHTMLUnsafe Document.prototype.caretPositionFromPoint
  Document.prototype.startViewTransition Element.prototype.ariaNotify Element.prototype.checkVisibility Element.prototype.currentCSSZoom
  Element.prototype.getHTML Element.prototype.moveBefore Element.prototype.setHTML
  Element.prototype.setHTMLUnsafe ElementInternals.prototype.states Error.isError HTMLElement.prototype.hidePopover
  HTMLElement.prototype.popover HTMLElement.prototype.showPopover HTMLElement.prototype.togglePopover Intl.DurationFormat
  Intl.Locale.prototype.getWeekInfo Intl.Segmenter Iterator Map.groupBy Map.prototype.getOrInsert Math.f16round Math.sumPrecise
  navigation Object.groupBy Object.hasOwn Promise.try Promise.withResolvers RegExp.escape scheduler
  Set.prototype.difference Set.prototype.intersection Set.prototype.isSubsetOf Set.prototype.union ShadowRoot.prototype.getHTML
  ShadowRoot.prototype.setHTMLUnsafe String.prototype.isWellFormed String.prototype.toWellFormed Temporal trustedTypes
  Uint8Array.fromBase64 Uint8Array.prototype.toBase64 URL.canParse URL.parse requestIdleCallback
`
  .trim()
  .split(/\s+/);

const without = (paths: readonly string[]) =>
  paths
    .map((path) => {
      const [, owner = 'globalThis', name] = /^(?:(.+)\.)?(\w+)$/.exec(path)!;
      return `try { delete ${owner}.${name} } catch {}`;
    })
    .join('\n');

/** Style sheets as a browser reads them that does not know this word. */
const unknown = (name: string) => `
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (text) {
    if (!text.includes('${name}')) throw new Error('no ${name} to leave out');
    return replaceSync.call(this, text.replaceAll('${name}', '@unknown'));
  };`;

const NO_ADOPTED_SHEETS = without([
  'Document.prototype.adoptedStyleSheets',
  'ShadowRoot.prototype.adoptedStyleSheets',
  'CSSStyleSheet.prototype.replace',
  'CSSStyleSheet.prototype.replaceSync',
]);

describe('older browsers', () => {
  let browser: Browser;
  let scripts: TestServer;
  const open: PanelPage[] = [];

  const visit = async (lacks: string, options: OpenOptions & { width?: number } = {}): Promise<PanelPage> => {
    const tag = `<script src="${scripts.origin}/embed.js" async></script>`;
    const page = await openPage(
      browser,
      `<report-stalker-panel><p id="fallback"><a href="tel:999">999</a></p></report-stalker-panel>${tag}`,
      {
        ...options,
        before: async (page) => {
          await page.setViewport({ width: options.width ?? 375, height: 900 });
          await page.evaluateOnNewDocument(lacks);
        },
      },
    );
    open.push(page);
    return page;
  };

  /** Everything that has to be in reach, and whether it looks like the panel. */
  const see = ({ page }: PanelPage) =>
    page.evaluate(() => {
      const panel = document.querySelector('report-stalker-panel')!;
      const shown = [...panel.shadowRoot!.querySelectorAll<HTMLElement>('[data-contact]')];
      const number = shown[0]!.querySelector<HTMLElement>('.number')!;
      const { width, height } = number.getBoundingClientRect();
      const columns = new Set(shown.map((contact) => Math.round(contact.getBoundingClientRect().left))).size;
      return {
        numbers: shown.map((contact) => contact.querySelector('.number')!.textContent.trim()),
        columns,
        tooWide: document.documentElement.scrollWidth > innerWidth,
        target: width >= 44 && height >= 44,
        styled: getComputedStyle(number).fontWeight >= '700',
        tallestLink: Math.max(...[...panel.shadowRoot!.querySelectorAll('.links a')].map((link) => link.getBoundingClientRect().height)),
        largestMark: Math.max(...[...panel.shadowRoot!.querySelectorAll('svg')].map((mark) => mark.getBoundingClientRect().height)),
        tall: panel.getBoundingClientRect().height,
      };
    });

  const NUMBERS = ['999', '101', '0808 802 0300', '020 3866 4107'];

  before(async () => {
    browser = await launch();
    scripts = await serveDist();
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  it('of March 2023 show the whole panel, and can leave', async () => {
    const page = await visit(without(NEWER), { site: { '/elsewhere': 'Weather' } });
    assert.equal(await page.page.evaluate("'showPopover' in document.body || 'groupBy' in Object || 'trustedTypes' in globalThis"), false);
    const [panel = assert.fail()] = await page.panels();
    assert.deepEqual(Object.values(panel.numbers), NUMBERS);
    for (const sentence of Object.values(panel.sentences)) assert.ok(sentence);
    assert.deepEqual([page.errors, page.console, panel.problems], [[], [], []]);
    await page.page.evaluate(() => (document.querySelector('report-stalker-panel')!.exitHref = `${location.origin}/elsewhere`));
    await until(page.page, () =>
      document
        .querySelector('report-stalker-panel')!
        .shadowRoot!.querySelector<HTMLAnchorElement>('[data-exit]')!
        .href.endsWith('/elsewhere'),
    );
    await Promise.all([
      page.page.waitForNavigation(),
      page.page.evaluate(() =>
        document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('[data-exit]')!.click(),
      ),
    ]);
    assert.equal(new URL(page.page.url()).pathname, '/elsewhere');
  });

  for (const width of [245, 320, 375, 1280])
    it(`without container queries show the narrow layout: ${width} px`, async () => {
      const page = await visit(unknown('@container'), { width });
      const seen = await see(page);
      assert.deepEqual(seen.numbers, NUMBERS);
      assert.deepEqual([seen.columns, seen.tooWide, seen.target, seen.styled], [1, false, true, true]);
      // No address is broken letter by letter.
      assert.ok(seen.tallestLink <= 60, String(seen.tallestLink));
    });

  it('with container queries the same page has two columns, where there is room', async () => {
    assert.equal((await see(await visit('', { width: 1280 }))).columns, 2);
  });

  it('without modal dialogs cover the page all the same, and ask nothing', async () => {
    // Told by the page itself: DevTools get no answer from one that is being left. The other site waits for it.
    let covered: (by: string) => void = () => {};
    const cover = new Promise<string>((resolve) => (covered = resolve));
    const page = await visit(without(['HTMLDialogElement.prototype.showModal']), {
      site: {
        '/covered': ({ url }, response) => (response.end(), covered(url!.split('?')[1]!)),
        '/elsewhere': (_, response) => void cover.then(() => response.end('Weather')),
      },
    });
    const asked: string[] = [];
    page.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.page.evaluate(() => {
      addEventListener('beforeunload', (event) => event.preventDefault());
      addEventListener('rsp-exit', () =>
        setTimeout(() => navigator.sendBeacon(`/covered?${document.elementFromPoint(100, 100)!.localName}`), 100),
      );
      document.querySelector('report-stalker-panel')!.exitHref = `${location.origin}/elsewhere`;
    });
    await until(page.page, () =>
      document
        .querySelector('report-stalker-panel')!
        .shadowRoot!.querySelector<HTMLAnchorElement>('[data-exit]')!
        .href.endsWith('/elsewhere'),
    );
    const left = page.page.waitForNavigation();
    // A real click: without one no page may ask.
    await (await page.page.$('report-stalker-panel >>> [data-exit]'))!.click();
    await left;
    assert.deepEqual([await cover, asked, new URL(page.page.url()).pathname], ['dialog', [], '/elsewhere']);
  });

  it('without light-dark() show the light colours', async () => {
    const page = await visit(unknown('light-dark('));
    const { styled } = await see(page);
    assert.ok(styled);
    const ground = await page.page.evaluate(
      () => getComputedStyle(document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('.frame')!).backgroundColor,
    );
    assert.equal(ground, 'rgb(255, 255, 255)');
  });

  it('without adopted style sheets get the styles in an element', async () => {
    const page = await visit(NO_ADOPTED_SHEETS);
    const seen = await see(page);
    assert.deepEqual(seen.numbers, NUMBERS);
    assert.deepEqual([seen.tooWide, seen.target, seen.styled], [false, true, true]);
    assert.deepEqual(page.errors, []);
  });

  it('without adopted style sheets show panel.html styled, under its own policy', async () => {
    const page = await openPage(browser, '', {
      statuses: false,
      before: (page) => page.evaluateOnNewDocument(NO_ADOPTED_SHEETS).then(() => {}),
    });
    open.push(page);
    const releases = await serveReleases();
    await page.page.goto(`${releases.origin}/1/panel.html`);
    await until(page.page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('.number'));
    const { styled, target, numbers } = await see(page);
    await releases.close();
    assert.deepEqual([styled, target, numbers], [true, true, shownFirst.map(({ number }) => number)]);
    assert.deepEqual([page.errors, page.console], [[], []]);
  });

  it('without adopted style sheets, where the page forbids styles, get the panel’s words plain', async () => {
    const page = await visit(NO_ADOPTED_SHEETS, { headers: { 'content-security-policy': "style-src 'none'" } });
    const seen = await see(page);
    assert.deepEqual(seen.numbers, NUMBERS);
    assert.deepEqual([seen.tooWide, seen.styled], [false, false]);
    // Without a style, a mark would be as wide as the page.
    assert.ok(seen.largestMark <= 12, String(seen.largestMark));
    assert.deepEqual(page.errors, []);
  });

  it('that read the script but lack a method it calls keep a number that can be called', async () => {
    for (const method of ['Array.prototype.at', 'Object.fromEntries']) {
      const page = await visit(without([method]), { statuses: false });
      await until(page.page, () => {
        const panel = document.querySelector('report-stalker-panel')!;
        const links = [...panel.querySelectorAll('a'), ...(panel.shadowRoot?.querySelectorAll('a') ?? [])];
        return links.some((link) => link.href === 'tel:999' && link.checkVisibility());
      });
    }
  });

  it('without custom elements keep the fallback content', async () => {
    const page = await visit('delete globalThis.customElements', { statuses: false });
    assert.equal(await page.page.evaluate("document.getElementById('fallback').checkVisibility()"), true);
    assert.deepEqual(page.errors, []);
  });

  it('that cannot read the script keep the fallback content', async () => {
    const site = { '/embed.js': { body: 'class A { static { newer syntax } }' } };
    const page = await openPage(
      browser,
      '<report-stalker-panel><p id="fallback">999</p></report-stalker-panel><script src="/embed.js" async></script>',
      { site, statuses: false },
    );
    open.push(page);
    assert.equal(await page.page.evaluate("document.getElementById('fallback').checkVisibility()"), true);
  });
});
