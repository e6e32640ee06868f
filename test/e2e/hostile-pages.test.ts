import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { FORMS, snippet } from '../../demo/snippets.js';
import { shownFirst } from '../contacts-of-record.js';
import { launch } from './support/launch.js';
import { openPage, PATIENCE_MS, until, type OpenOptions, type PanelPage } from './support/panel-page.js';
import { serveReleases, type TestServer } from './support/serve.js';

/** Page styles that have broken widgets, and how wide the panel's place is in them, in CSS pixels. */
const STYLES: Readonly<Record<string, string>> = {
  'inherited text properties':
    'body { letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; line-height: 3; font-style: italic; white-space: pre; text-indent: 4em; text-align: right; font-weight: 900; font-variant: small-caps; color: red; tab-size: 20; hyphens: auto; word-break: break-all; text-shadow: 3px 3px red; -webkit-text-stroke: 2px red; font-stretch: condensed; quotes: none; list-style: square inside; cursor: wait; direction: rtl; text-wrap: nowrap; writing-mode: horizontal-tb; border-collapse: collapse }',
  'a 10 px root': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'a 40 px page': 'body { font-size: 40px }',
  'important rules for everything':
    '*:not(html, body, #place, report-stalker-panel) { margin: 9px !important; padding: 9px !important; border: 3px solid red !important; font: italic 30px/3 serif !important; color: red !important; background: yellow !important; box-sizing: content-box !important; float: left !important; max-width: 50px !important; transition: all 9s !important; text-transform: uppercase !important }',
  'a reset': '*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; list-style: none } a { all: unset } svg { display: block } [hidden] { display: block }',
  'a page from right to left': 'html { direction: rtl }',
  'a flex column': '#place { display: flex; flex-direction: column; align-items: stretch }',
  'a grid parent': '#place { display: grid; place-items: stretch }',
  'columns': '#place { columns: 1 }',
  'a theme that styles the children of its content': '#place > * { max-width: 100%; margin-inline: auto !important; padding: 0 }',
  'hidden text': 'body { visibility: visible } report-stalker-panel * { visibility: hidden }',
  'a view transition and animations': '*, *::before, *::after { animation: x 1s infinite; transition: all 1s } @keyframes x { from { opacity: 0 } }',
  'a page that sizes pictures': 'svg, img, video { width: 100%; height: auto; max-width: none; display: block }',
  'a page that hides folds': 'details { display: none } summary { display: none }',
};

/** Around the panel, with the factor by which its place is scaled: it may choose a narrower layout, and never sticks out. */
const PLACES: Readonly<Record<string, readonly [css: string, scale: number]>> = {
  'a flex parent': ['display: flex', 1],
  'zoom': ['zoom: 2', 2],
  'a transform': ['transform: scale(.5); transform-origin: 0 0', 0.5],
  'content-visibility': ['content-visibility: auto', 1],
  'containment': ['contain: layout paint style', 1],
  'a position': ['position: absolute; inset-inline-start: 0', 1],
  'overflow': ['overflow: hidden', 1],
};

const WIDTHS = [245, 700];

describe('on hostile pages', () => {
  let browser: Browser;
  let scripts: TestServer;
  const open: PanelPage[] = [];

  const visit = async (html: string, options?: OpenOptions): Promise<PanelPage> => {
    const page = await openPage(browser, html.replaceAll('URL/', `${scripts.origin}/1/`), options);
    open.push(page);
    return page;
  };

  before(async () => {
    browser = await launch();
    scripts = await serveReleases();
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  /** The names of the links that a screen reader finds. */
  const linksOnScreen = async ({ page }: PanelPage): Promise<readonly string[]> => {
    const client = await page.createCDPSession();
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    return nodes.filter(({ role, ignored }) => role?.value === 'link' && !ignored).map((node) => String(node.name?.value));
  };

  /** Where everything in the panel is, from its own corner, in the panel's own pixels; and what sticks out. */
  const layout = ({ page }: PanelPage, scale = 1) =>
    page.evaluate((factor) => {
      const panel = document.querySelector('report-stalker-panel')!;
      const outer = panel.getBoundingClientRect();
      const frame = panel.shadowRoot!.querySelector('[part="panel"]')!;
      const origin = frame.getBoundingClientRect();
      const boxes = [...frame.querySelectorAll('*')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('details:not([open])'))
        .map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const round = (value: number) => Math.round(value / factor);
          return `${element.localName}.${element.getAttribute('class')} ${round(left - origin.left)},${round(top - origin.top)} ${round(width)}x${round(height)}`;
        });
      const sticksOut = frame.scrollWidth - frame.clientWidth > 0 || origin.right > outer.right + 1 || origin.left < outer.left - 1;
      return { boxes, sticksOut, width: Math.round(outer.width / factor) };
    }, scale);

  const html = (css: string, place: string, width: number) =>
    `<style>${css} #place { width: ${width}px } body { margin: 0 }</style><div id="place" style="${place}"><report-stalker-panel region="wales" now="2026-11-25T10:00">x</report-stalker-panel></div><script src="URL/embed.js" data-define-only></script>`;

  for (const width of WIDTHS)
    describe(`in ${width} px`, () => {
      let plain: Awaited<ReturnType<typeof layout>>;
      before(async () => {
        const page = await visit(html('', '', width));
        plain = await layout(page);
        assert.ok(plain.boxes.length > 40);
        assert.equal(plain.width, width);
      });

      for (const [name, css] of Object.entries(STYLES))
        it(name, async () => {
          const page = await visit(html(css, '', width));
          const found = await layout(page);
          assert.equal(found.sticksOut, false);
          assert.deepEqual(found, plain);
        });

      for (const [name, [place, scale]] of Object.entries(PLACES))
        it(name, async () => {
          const page = await visit(html('', place, width));
          const found = await layout(page, scale);
          assert.equal(found.sticksOut, false);
          assert.ok(found.width <= width);
          assert.equal(found.boxes.length, plain.boxes.length);
        });
    });

  it('in a table, beside a long text that takes all it can get, a number stays whole', async () => {
    const page = await visit(
      `<table><td id="place"><report-stalker-panel>x</report-stalker-panel><td width="100%">${'The news of the day. '.repeat(99)}</table><script src="URL/embed.js" data-define-only></script>`,
    );
    assert.equal((await layout(page)).sticksOut, false);
    const seen = await page.page.$$eval('report-stalker-panel', ([panel]) =>
      ['999', '101'].map((number) => {
        const { left, right, top, bottom } = panel!.shadowRoot!.querySelector(`[href="tel:${number}"]`)!.getBoundingClientRect();
        const frame = panel!.getBoundingClientRect();
        return bottom - top < 60 && left >= frame.left && right <= frame.right;
      }),
    );
    assert.deepEqual(seen, [true, true]);
  });

  it('under what the page opens over it, nothing but the first line shows through', async () => {
    const page = await visit(
      '<nav style="position: absolute; inset: 0 0 auto; block-size: 3000px; background: white">Menu</nav><main><report-stalker-panel region="england" lang="cy">x</report-stalker-panel></main><script src="URL/embed.js" data-define-only></script>',
    );
    const seen = await page.page.$eval('report-stalker-panel', ({ shadowRoot }) =>
      [...shadowRoot!.querySelectorAll('li, li *')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width && box.bottom < innerHeight && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.localName !== 'nav')
        .map(({ element }) => element.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(seen, []);
  });

  it('below a header that stays at the top of the window, where the page says how high it is, the exit stays in reach', async () => {
    const page = await visit(
      '<style>header { position: sticky; top: 0; block-size: 80px; background: silver; z-index: 9 } report-stalker-panel { --rsp-sticky-top: 80px }</style><header>Partner</header><main><report-stalker-panel>x</report-stalker-panel><p style="block-size: 3000px">More</p></main><script src="URL/embed.js" data-define-only></script>',
    );
    await page.page.evaluate(() => scrollTo(0, 300));
    assert.equal(
      await page.page.$eval('report-stalker-panel', ({ shadowRoot }) => {
        const exit = shadowRoot!.querySelector('[data-exit]')!;
        const { left, top } = exit.getBoundingClientRect();
        return shadowRoot!.elementFromPoint(left + 9, top + 9)?.closest('a') === exit;
      }),
      true,
    );
  });

  it('that has registered custom properties of short names, in its own colours', async () => {
    const coloursWith = async (script: string) => {
      const { page } = await visit(`<script>${script}</script><report-stalker-panel now="2026-11-25T10:00">x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`);
      return page.$eval('report-stalker-panel', ({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll('*')].map((element) => {
          const { color, backgroundColor, borderTopColor, paddingTop } = getComputedStyle(element);
          return [color, backgroundColor, borderTopColor, paddingTop].join(' ');
        }),
      );
    };
    const register = `for (const name of 'abcdefghijklmnopqrstuvwxyz') CSS.registerProperty({ name: '--' + name, syntax: '<angle>', inherits: false, initialValue: '0deg' })`;
    assert.deepEqual(await coloursWith(register), await coloursWith(''));
  });

  it('with a function named addEventListener', async () => {
    const page = await visit(
      '<script>function addEventListener(element, type, listener) { element.addEventListener(type, listener, false); }</script><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>',
    );
    assert.equal((await page.panels()).length, 1);
    assert.deepEqual(page.errors, []);
  });

  it('with a class named Comment and a frame, uncovered when it comes back', async () => {
    const { page, errors } = await visit(
      '<script>function Comment(text) { this.text = text; }</script><iframe srcdoc="hi"></iframe><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>',
      { site: { '/nothing': { status: 204 } } },
    );
    await page.$eval('report-stalker-panel', (panel) => panel.setAttribute('exit-href', `${location.origin}/nothing`));
    await page.click('report-stalker-panel >>> a[data-exit]');
    await until(page, () => !document.querySelector('iframe'));
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    assert.equal(await page.$eval('iframe', (frame) => frame.checkVisibility()), true);
    assert.deepEqual(errors, []);
  });

  for (const [how, script] of [
    ['in every way', `for (const add of [0, 1]) addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x'; }); onbeforeunload = () => 'x'`],
    ['as of old', `addEventListener('beforeunload', (event) => { event.returnValue = 'x'; })`],
  ])
    it(`with a half-filled form that asks visitors to stay, ${how}: it does not ask who calls, and asks again afterwards`, async () => {
      const { page, errors } = await visit(
        `<script>${script}</script><input id="field"><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
      );
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.accept();
      });
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const dialled = new Promise<string>((resolve) => client.on('Page.frameStartedNavigating', ({ url }) => resolve(url)));
      await page.type('#field', 'a report');
      for (const click of [1, 2]) await page.click('report-stalker-panel >>> a[href="tel:999"]', { count: click });
      assert.equal(await dialled, 'tel:999');
      // By the page's own clock, which may be behind.
      await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1500)));
      assert.deepEqual(asked, []);
      await page.reload();
      assert.deepEqual(asked, ['beforeunload']);
      assert.deepEqual(errors, []);
    });

  for (const [how, script] of [
    ['a listener', `addEventListener('navigate', (event) => { if (dirty && event.cancelable) event.preventDefault(); })`],
    ['a listener, as of old', `addEventListener('navigate', (event) => { if (dirty) event.returnValue = false; })`],
    ['a handler', `onnavigate = () => !dirty`],
  ])
    it(`with a half-filled form that holds navigations back by ${how}: not a call, and afterwards others again`, async () => {
      const { page, errors } = await visit(
        `<script>let dirty = false; navigation.${script}</script><input id="field" oninput="dirty = true"><a href="#on">On</a><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
      );
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const dialled: string[] = [];
      client.on('Page.frameRequestedNavigation', ({ url }) => dialled.push(url));
      await page.type('#field', 'a report');
      await page.click('report-stalker-panel >>> a[href="tel:999"]');
      // By the page's own clock, which may be behind.
      await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1500)));
      assert.deepEqual(dialled, ['tel:999']);
      await page.click('a[href="#on"]');
      assert.equal(await page.evaluate(() => location.hash), '');
      assert.deepEqual(errors, []);
    });

  for (const [name, change] of [
    ['sets a question while somebody calls, it keeps it', 'onbeforeunload = () => "new"'],
    ['takes its question back while somebody calls, it stays without', 'onbeforeunload = null'],
    ['has frozen its question, nothing is thrown', 'Object.defineProperty(window, "onbeforeunload", { value: onbeforeunload, writable: false })'],
  ] as const)
    it(`that ${name}`, async () => {
      const { page, errors } = await visit('<script>onbeforeunload = () => "x"</script><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>');
      await page.evaluate(() => addEventListener('click', (event) => event.preventDefault(), true));
      if (change.includes('define')) await page.evaluate(change);
      await page.click('report-stalker-panel >>> a[href="tel:999"]');
      if (!change.includes('define')) await page.evaluate(change);
      const handler = () => page.evaluate(() => String(window.onbeforeunload));
      const set = await handler();
      // By the page's own clock, which may be behind.
      await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1300)));
      assert.equal(await handler(), set);
      assert.deepEqual(errors, []);
    });

  for (const [where, script] of [
    ['a card that is one link but for its links', `card.addEventListener('click', (event) => { if (!event.target.closest('a, summary')) location.hash = 'gone'; })`],
    ['a card that follows its first link, which our fallback content may be', `card.addEventListener('click', (event) => { if (!event.target.closest('a, summary')) card.querySelector('a').click(); })`],
  ] as const)
    it(`in ${where}: a tap on a number calls that one alone`, async () => {
      const { page, errors } = await visit(`<div id="card"><report-stalker-panel><a href="tel:999">999</a></report-stalker-panel></div><script src="URL/embed.js" data-define-only></script><script>${script}</script>`);
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const addresses: string[] = [];
      client.on('Page.frameRequestedNavigation', ({ url }) => addresses.push(url));
      client.on('Page.navigatedWithinDocument', ({ url }) => addresses.push(url));
      await (await page.$('report-stalker-panel >>> [data-contact=paladin] .number'))!.tap();
      const end = Date.now() + PATIENCE_MS;
      while (!addresses.length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
      // What else there is comes in the same task.
      assert.deepEqual([addresses, errors], [['tel:02038664107'], []]);
    });

  it('where a script clicks on it, or a selection of text begins beside it and ends on a number, it calls nobody and follows no link', async () => {
    const { page, errors } = await visit(
      `<style>report-stalker-panel { padding: 40px }</style><a href="#gone" style="position: absolute; left: 0; top: 0">Page</a><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
    );
    const client = await page.createCDPSession();
    await client.send('Page.enable');
    const followed: string[] = [];
    client.on('Page.frameRequestedNavigation', ({ url }) => followed.push(url));
    await page.$eval('report-stalker-panel', (panel) => {
      panel.click();
      panel.dispatchEvent(new Event('click'));
      document.createElement('report-stalker-panel').click();
    });
    const number = await page.$('report-stalker-panel >>> [data-contact=paladin] a[href^="tel:"]');
    const { x, y, width, height } = (await number!.boundingBox())!;
    const panel = (await (await page.$('report-stalker-panel'))!.boundingBox())!;
    await page.mouse.move(panel.x + 10, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await page.mouse.up();
    // What would be followed is so by then.
    await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
    assert.deepEqual([followed, await page.evaluate(() => location.hash), errors], [[], '', []]);
  });

  it('in a dialog that opens later', async () => {
    const page = await visit(
      `<dialog id="place"><report-stalker-panel>x</report-stalker-panel></dialog><script src="URL/embed.js" data-define-only></script>`,
    );
    await page.page.$eval('dialog', (dialog) => dialog.showModal());
    const link = await page.page.$('report-stalker-panel >>> a[href="tel:999"]');
    assert.ok((await link!.boundingBox())!.width > 40);
    assert.equal((await layout(page)).sticksOut, false);
  });

  for (const hidden of ['display: none', 'content-visibility: hidden', 'visibility: hidden'])
    it(`in a tab that is shown later (${hidden})`, async () => {
      const page = await visit(
        `<div id="place" style="${hidden}"><report-stalker-panel>x</report-stalker-panel></div><script src="URL/embed.js" data-define-only></script>`,
      );
      await page.page.$eval('#place', (place) => place.removeAttribute('style'));
      const link = await page.page.$('report-stalker-panel >>> a[href="tel:999"]');
      assert.ok((await link!.boundingBox())!.width > 40);
    });

  for (const [name, style, before] of [
    ['an app with a bar at its foot', 'html, body { height: 100%; margin: 0 } body { display: flex; flex-direction: column } #place { flex: 1; min-height: 0; overflow: auto }', ''],
    ['a box that scrolls', '#place { max-height: 300px; overflow: auto }', ''],
    ['a closed accordion', '#place { height: 0; overflow: hidden }', ''],
    ['a carousel', '#place { display: flex; overflow: hidden; max-height: 300px } #place > * { flex: 0 0 100% }', '<div>one</div><div>two</div>'],
  ] as const)
    it(`in ${name}: the page has no more to scroll than without it`, async () => {
      const page = await visit(
        `<style>${style}</style><div id="place">${before}<report-stalker-panel>x</report-stalker-panel></div><p>Foot</p><script src="URL/embed.js" data-define-only></script>`,
        { before: (partner) => partner.setViewport({ width: 375, height: 600 }) },
      );
      assert.deepEqual(
        await page.page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return [scrollWidth > innerWidth, scrollHeight > innerHeight];
        }),
        [false, false],
      );
    });

  it('does not lie over a menu of the page', async () => {
    const page = await visit(
      '<div style="position: relative">Menu<ul id="menu" style="position: absolute; margin: 0; width: 300px; height: 200px; background: white; z-index: 1"><li>Home</ul></div>' +
        '<report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>',
    );
    const covered = await page.page.$eval('#menu', (menu) => {
      const { left, top, bottom } = menu.getBoundingClientRect();
      return Array.from({ length: bottom - top - 2 }, (_, y) => document.elementFromPoint(left + 20, top + 1 + y)!).filter((element) => !menu.contains(element)).length;
    });
    assert.equal(covered, 0);
  });

  it('on paper: everything is there, folds are open, the exit is not', async () => {
    const page = await visit(
      `<style>@media print { * { color: #000 !important; background: none !important } }</style><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
    );
    await page.page.emulateMediaType('print');
    const seen = await page.page.$eval('report-stalker-panel', (panel) => {
      const heightOf = (selector: string) => panel.shadowRoot!.querySelector(selector)!.getBoundingClientRect().height;
      return { fold: heightOf('details > p'), exit: heightOf('a[data-exit]'), number: heightOf('a[href="tel:999"]') };
    });
    assert.ok(seen.fold > 0 && seen.number > 0);
    assert.equal(seen.exit, 0);
  });

  it('that prints a document of its own alone, it is not on that paper', async () => {
    const page = await visit(
      `<style>@media print { body * { visibility: hidden } #invoice, #invoice * { visibility: visible } }</style><report-stalker-panel>x</report-stalker-panel><p id="invoice">Invoice</p><script src="URL/embed.js" data-define-only></script>`,
    );
    const isSeen = () => page.page.$eval('report-stalker-panel', (panel) => panel.shadowRoot!.querySelector('a[href="tel:999"]')!.checkVisibility({ visibilityProperty: true }));
    assert.equal(await isSeen(), true);
    await page.page.emulateMediaType('print');
    assert.equal(await isSeen(), false);
  });

  describe('where the script cannot run', () => {
    const contents = FORMS.filter((form) => form === 'element' || form === 'placeholder' || form === 'link');
    for (const form of contents)
      for (const [name, change, headers] of [
        ['no script arrives', (text: string) => text.replace(/<script.*/s, ''), {}],
        ['the address is wrong', (text: string) => text.replace('embed.js', 'nothing.js'), {}],
        ['integrity does not fit', (text: string) => text.replace('embed.js"', 'embed.js" crossorigin="anonymous" integrity="sha384-AAAA"'), {}],
        ['the policy blocks the script', (text: string) => text, { 'content-security-policy': "script-src 'self'" }],
        ['the policy allows no Trusted Types', (text: string) => text, { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" }],
        ['an ad blocker takes the script', (text: string) => text, 'block'],
        ['the page is a sandbox', (text: string) => text, { 'content-security-policy': 'sandbox' }],
      ] as const)
        it(`${form}: ${name}: numbers or the link stay on screen`, async () => {
          const text = snippet(form, { base: `${scripts.origin}/` });
          const tag = form === 'link' ? '<script src="URL/embed.js" async data-define-only></script>' : '';
          const page = await visit(`<main>${change(text + tag)}</main>`, {
            statuses: false,
            ...(headers !== 'block' && { headers }),
            before: async (partner) => {
              if (headers !== 'block') return;
              await partner.setRequestInterception(true);
              partner.on('request', (request) => void (request.url().endsWith('embed.js') ? request.abort('blockedbyclient') : request.continue()));
            },
          });
          await new Promise((resolve) => setTimeout(resolve, 150));
          const links = await linksOnScreen(page);
          assert.ok(links.includes('Help with stalking'), String(links));
          const numbers = links.filter((name) => /^[\d ]+$/.test(name));
          if (form !== 'link') assert.deepEqual(numbers, shownFirst.map(({ number }) => number));
          assert.deepEqual(page.errors, []);
        });
  });

  describe('where an old library has changed the browser', () => {
    for (const [name, change] of [
      ['another Event (MooTools)', 'Event = function DOMEvent(event) { event.type.indexOf("key") }'],
      [
        'another CustomEvent (old polyfills)',
        'CustomEvent = function (type, { bubbles, cancelable, detail } = {}) { const event = document.createEvent("CustomEvent"); event.initCustomEvent(type, bubbles, cancelable, detail); return event }; CustomEvent.prototype = Event.prototype',
      ],
      ['Array.from for anything (MooTools)', 'Array.from = (item) => [item]'],
      ['reduce without arguments (Prototype)', 'Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] }'],
      ['toJSON of texts (Prototype)', 'String.prototype.toJSON = function () { return `"${this}"` }'],
      ['more that is found in objects', 'Object.prototype.each = () => {}'],
      ['short names that are found in objects', 'for (const letter of LETTERS) Object.prototype[letter] = "more"'],
      [
        'short names on elements (Preact)',
        'new MutationObserver(() => { for (const panel of document.querySelectorAll(":not(:defined)")) for (const letter of LETTERS) panel[letter] = {} }).observe(document, { childList: true, subtree: true })',
      ],
    ] as const)
      it(`${name}: the panel is as anywhere else`, async () => {
        const body = '<report-stalker-panel region="wales" now="2026-11-25T10:00">x</report-stalker-panel><script src="URL/embed.js"></script>';
        const said = (page: PanelPage) => page.page.$eval('report-stalker-panel', ({ shadowRoot, problems }) => [shadowRoot!.textContent, problems]);
        const plain = await visit(body);
        const letters = "const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_'";
        const changed = await visit(`<script>{ ${letters}; ${change} }</script>${body}`);
        assert.deepEqual(await said(changed), await said(plain));
        assert.deepEqual(changed.errors, []);
      });

    // As libraries that read the address of a page into objects let whoever sent the link say it.
    it('links, notices and names of contacts that are found in objects: none is on the panel', async () => {
      const evil = 'javascript:evil()';
      const found = {
        ...Object.fromEntries(['name', 'organisation', 'purpose', 'cost', 'source', 'text', 'heading', 'site'].map((name) => [name, evil])),
        links: [{ kind: 'chat', href: evil, text: evil }],
        notices: [{ text: evil, from: '2020-01-01', to: '2099-12-31' }],
      };
      const contacts = [
        { id: 'paladin', number: '020 3866 4107', hours: 'Mo-Fr 09:00-15:00' },
        { id: 'county', name: 'County', number: '01632 960 123', hours: '24/7', links: [{ kind: 'chat', href: 'https://county.example/' }], notices: [{ text: 'Moved', from: '2020-01-01', to: '2099-12-31' }] },
      ];
      const body = '<report-stalker-panel region="wales" now="2026-11-25T10:00">x</report-stalker-panel><script src="URL/embed.js"></script>';
      const said = async ({ page }: PanelPage) => {
        const give = (given: object[]) => page.$eval('report-stalker-panel', async (panel, contacts) => {
          panel.contacts = { version: 1, contacts };
          await panel.updateComplete;
          return [panel.shadowRoot!.textContent, [...panel.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href')), panel.problems];
        }, given);
        return [await give([]), await give(contacts)];
      };
      const plain = await said(await visit(body));
      assert.ok(JSON.stringify(plain).includes('Moved'));
      const polluted = await visit(`<script>Object.assign(Object.prototype, ${JSON.stringify(found)})</script>${body}`);
      assert.deepEqual(await said(polluted), plain);
      assert.deepEqual(polluted.errors, []);
    });

    for (const broken of ['Element.prototype.attachShadow', 'MutationObserver', 'AbortController', 'CSSStyleSheet', 'Intl.Collator', 'Intl.DateTimeFormat', 'requestAnimationFrame', 'Object.fromEntries', 'URL'])
      it(`without ${broken}: numbers stay on screen, and the page hears of no error`, async () => {
        const page = await visit(
          `<script>${broken} = function () { throw new Error("broken") }</script>${snippet('element', { base: `${scripts.origin}/` })}`,
          { statuses: false },
        );
        await new Promise((resolve) => setTimeout(resolve, 150));
        const links = await linksOnScreen(page);
        for (const { number } of shownFirst) assert.ok(links.includes(number), String(links));
        await page.page.evaluate(() => document.querySelector('report-stalker-panel')!.remove());
        assert.deepEqual(page.errors, []);
      });
  });

  for (const [name, change] of [
    ['an element of the page is called createElement', '<img name="createElement" alt="">'],
    ['lists have lost flatMap', '<script>Array.prototype.flatMap = undefined</script>'],
    ['elements cannot be made', '<script>Document.prototype.createElement = () => { throw new Error("no") }</script>'],
  ] as const) {
    it(`where ${name}, what stands inside the element stays on screen, and the page hears of no error`, async () => {
      const page = await visit(`${change}${snippet('element', { base: `${scripts.origin}/` })}`, { statuses: false });
      await new Promise((resolve) => setTimeout(resolve, 150));
      const links = await linksOnScreen(page);
      for (const { number } of shownFirst) assert.ok(links.includes(number), String(links));
      assert.deepEqual(page.errors, []);
    });

    it(`where ${name}, an empty element leaves 999`, async () => {
      const page = await visit(`${change}<report-stalker-panel></report-stalker-panel><script src="URL/embed.js" data-define-only></script>`, { statuses: false });
      await new Promise((resolve) => setTimeout(resolve, 150));
      assert.match(await page.page.evaluate(() => document.body.innerText + (document.querySelector('report-stalker-panel')?.shadowRoot?.textContent ?? '')), /999/);
      assert.deepEqual(page.errors, []);
    });
  }

  for (const [name, restore] of [
    ['markup', 'if (place.innerHTML !== written) place.innerHTML = written'],
    ['order', 'if (place.lastElementChild !== last) place.append(last)'],
  ] as const)
    it(`on a page that puts back its own ${name} whenever it changes, the tab stays alive and the link on screen`, async () => {
      const page = await visit(
        `<main><p><a href="URL/panel.html">Help</a></p></main><script>
          const place = document.querySelector('main'), written = place.innerHTML, last = place.lastElementChild;
          new MutationObserver(() => { ${restore} }).observe(place, { childList: true, subtree: true });
        </script><script src="URL/embed.js" data-define-only></script>`,
        { statuses: false },
      );
      await new Promise((resolve) => setTimeout(resolve, 150));
      assert.ok((await linksOnScreen(page)).some((link) => link === 'Help' || link === '999'));
      assert.deepEqual(page.errors, []);
      // What comes elsewhere is served as ever.
      await page.page.evaluate(() => document.body.appendChild(document.createElement('div')).setAttribute('data-report-stalker-panel', ''));
      await until(page.page, () => document.querySelector('body > div > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
    });

  it('what a page writes piece by piece within one task is served to its end', async () => {
    const page = await visit('<main></main><script src="URL/embed.js" data-define-only></script>', { statuses: false });
    await page.page.evaluate(async () => {
      for (let piece = 0; piece < 300; piece++) {
        const block = document.createElement('div');
        if (piece === 299) block.setAttribute('data-report-stalker-panel', '');
        document.querySelector('main')!.append(block);
        await undefined;
      }
    });
    await until(page.page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
  });

  it('with a form that has a field named as what we ask of it, everything else is served', async () => {
    const page = await visit('<main></main><script src="URL/embed.js" data-define-only></script>', { statuses: false });
    await page.page.evaluate((url) => {
      document.querySelector('main')!.innerHTML = `<form><input name="querySelectorAll"></form><p><a href="${url}">Help</a></p>`;
    }, `${scripts.origin}/1/panel.html`);
    await until(page.page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
    assert.deepEqual(page.errors, []);
  });

  for (const [name, change] of [
    ['no console', 'window.console = undefined'],
    ['a console without warnings', 'window.console = { log() {} }'],
    ['a console that throws', 'console.warn = console.error = () => { throw new Error("warned") }'],
  ] as const) {
    it(`with ${name}: what is wrong is listed, and nothing else differs`, async () => {
      const page = await visit(`<script>${change}</script><report-stalker-panel region="Wale">x</report-stalker-panel><script src="URL/embed.js" data-target="["></script>`);
      const [panel = assert.fail()] = await page.panels();
      assert.deepEqual(panel.problems, ['bad-value']);
      assert.deepEqual(panel.ids, shownFirst.map(({ id }) => id));
      assert.deepEqual(page.errors, []);
    });

    it(`with ${name}, and without shadow roots: numbers stay on screen, and the page hears of no error`, async () => {
      const page = await visit(
        `<script>${change}; Element.prototype.attachShadow = undefined</script>${snippet('element', { base: `${scripts.origin}/` })}`,
        { statuses: false },
      );
      await new Promise((resolve) => setTimeout(resolve, 150));
      const links = await linksOnScreen(page);
      for (const { number } of shownFirst) assert.ok(links.includes(number), String(links));
      assert.deepEqual(page.errors, []);
    });
  }

  it('a script tag alone, on a page that allows no Trusted Types, leaves 999 and 101', async () => {
    const page = await visit('<main><script src="URL/embed.js"></script></main>', {
      statuses: false,
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.deepEqual(await linksOnScreen(page), ['999', '101']);
    assert.deepEqual(page.errors, []);
  });

  describe('strict policies', () => {
    const POLICY = "default-src 'none'; script-src SCRIPTS; style-src 'none'; require-trusted-types-for 'script'; trusted-types report-stalker-panel";
    for (const form of FORMS.filter((name) => name !== 'frame' && name !== 'oembed'))
      it(`${form}: under the documented directives nothing is violated`, async () => {
        const text = snippet(form, { base: `${scripts.origin}/` });
        const tag = form === 'link' ? '<script src="URL/embed.js" async data-define-only></script>' : '';
        const page = await visit(`<main>${text}${tag}</main>`, {
          headers: { 'content-security-policy': POLICY.replace('SCRIPTS', scripts.origin) },
          before: (partner) =>
            partner.evaluateOnNewDocument(() => {
              const violations: string[] = [];
              Object.assign(globalThis, { violations });
              document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(`${effectiveDirective} ${blockedURI}`));
            }),
        });
        await until(page.page, () => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[data-state="always"]'));
        assert.deepEqual(await page.page.evaluate('violations'), []);
        assert.equal((await page.panels()).length, 1);
      });
  });
});
