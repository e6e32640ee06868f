/** Pages whose styles and layout have broken widgets, on screen and on paper. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { PanelPage } from '../support/panel-page.js';
import { pagesWithRelease } from '../support/partner-pages.js';

/** Page styles that have broken widgets, and how wide the panel's place is in them, in CSS pixels. */
const STYLES: Readonly<Record<string, string>> = {
  'inherited text properties':
    'body { letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; line-height: 3; font-style: italic; white-space: pre; text-indent: 4em; text-align: right; font-weight: 900; font-variant: small-caps; color: red; tab-size: 20; hyphens: auto; word-break: break-all; text-shadow: 3px 3px red; -webkit-text-stroke: 2px red; font-stretch: condensed; quotes: none; list-style: square inside; cursor: wait; direction: rtl; text-wrap: nowrap; writing-mode: horizontal-tb; border-collapse: collapse }',
  'a 10 px root': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'a 40 px page': 'body { font-size: 40px }',
  'important rules for everything':
    '*:not(html, body, #place, report-stalker-panel) { margin: 9px !important; padding: 9px !important; border: 3px solid red !important; font: italic 30px/3 serif !important; color: red !important; background: yellow !important; box-sizing: content-box !important; float: left !important; max-width: 50px !important; transition: all 9s !important; text-transform: uppercase !important }',
  'a reset':
    '*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; list-style: none } a { all: unset } svg { display: block } [hidden] { display: block }',
  'a page from right to left': 'html { direction: rtl }',
  'a flex column': '#place { display: flex; flex-direction: column; align-items: stretch }',
  'a grid parent': '#place { display: grid; place-items: stretch }',
  columns: '#place { columns: 1 }',
  'a theme that styles the children of its content': '#place > * { max-width: 100%; margin-inline: auto !important; padding: 0 }',
  'hidden text': 'body { visibility: visible } report-stalker-panel * { visibility: hidden }',
  'a view transition and animations':
    '*, *::before, *::after { animation: x 1s infinite; transition: all 1s } @keyframes x { from { opacity: 0 } }',
  'a page that sizes pictures': 'svg, img, video { width: 100%; height: auto; max-width: none; display: block }',
  'a page that hides folds': 'details { display: none } summary { display: none }',
};

/** Around the panel, with the factor by which its place is scaled: it may choose a narrower layout, and never sticks out. */
const PLACES: Readonly<Record<string, readonly [css: string, scale: number]>> = {
  'a flex parent': ['display: flex', 1],
  zoom: ['zoom: 2', 2],
  'a transform': ['transform: scale(.5); transform-origin: 0 0', 0.5],
  'content-visibility': ['content-visibility: auto', 1],
  containment: ['contain: layout paint style', 1],
  'a position': ['position: absolute; inset-inline-start: 0', 1],
  overflow: ['overflow: hidden', 1],
};

const WIDTHS = [245, 700];

describe('on hostile pages', () => {
  const { visit } = pagesWithRelease();

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
        .filter(
          ({ box }) =>
            box.width &&
            box.bottom < innerHeight &&
            document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.localName !== 'nav',
        )
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

  it('above a bar at the foot of the window, about cookies say, all that Tab comes to is in sight', async () => {
    const { page } = await visit(
      '<main><p style="block-size: 700px"><button>Before</button></p><report-stalker-panel region="england">x</report-stalker-panel><p style="block-size: 700px">More</p></main><footer style="position: fixed; inset: auto 0 0; block-size: 120px; background: gold">We use cookies</footer><script src="URL/embed.js" data-define-only></script>',
    );
    await page.setViewport({ width: 375, height: 667 });
    await page.focus('button');
    const seen: [name: string, isInSight: boolean][] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const one = await page.evaluate((): [string, boolean] | undefined => {
        const focused = document.querySelector('report-stalker-panel')!.shadowRoot!.activeElement;
        return focused ? [focused.textContent.trim(), focused.getBoundingClientRect().bottom <= innerHeight - 120] : undefined;
      });
      if (!one) break;
      seen.push(one);
    }
    assert.ok(seen.length > 9);
    assert.deepEqual(
      seen.filter(([, isInSight]) => !isInSight),
      [],
    );
  });

  for (const [name, isBack, frame, viewport] of [
    ['a frame that is taller than the window', false, 'src="URL/panel.html?region=england" height="1206"', { width: 320, height: 256 }],
    [
      'a page of its own in a frame that is taller than the window',
      true,
      `srcdoc='<p style="block-size: 100px"><report-stalker-panel region="england">x</report-stalker-panel><p style="block-size: 500px"><script src="URL/embed.js" data-define-only></script>' height="1700"`,
      { width: 640, height: 360 },
    ],
    ['a frame that is lower than the panel', true, 'src="URL/panel.html?region=england" height="600"', { width: 375, height: 800 }],
  ] as const)
    it(`in ${name}, all that ${isBack ? 'Shift and ' : ''}Tab comes to is in sight`, async () => {
      const beside = '<p style="block-size: 700px"><button>Beside</button></p>';
      const framed = `<iframe ${frame} style="inline-size: 100%; border: 0"></iframe>`;
      const { page } = await visit(
        `<body style="margin: 0">${isBack ? `<p style="block-size: 300px">Before</p>${framed}${beside}` : `${beside}${framed}`}<p style="block-size: 700px">More</p>`,
        { statuses: false },
      );
      await page.setViewport(viewport);
      const inner = page.frames().find((one) => /panel.html|srcdoc/.test(one.url()))!;
      await inner.waitForFunction(() => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('a'));
      await page.focus('button');
      if (isBack) await page.keyboard.down('Shift');
      const hidden: string[] = [];
      for (let presses = 0; presses < 11; presses++) {
        await page.keyboard.press('Tab');
        const found = await inner.evaluate(async () => {
          const { shadowRoot } = document.querySelector('report-stalker-panel')!;
          const focused = shadowRoot!.activeElement!;
          const lid = shadowRoot!.querySelector('.lid')!;
          // Where it is in the window, the frame around it may not ask.
          const { intersectionRect } = await new Promise<IntersectionObserverEntry>((resolve) =>
            new IntersectionObserver(([entry]) => resolve(entry!)).observe(focused),
          );
          const { top, height } = focused.getBoundingClientRect();
          const isCovered = !lid.contains(focused) && lid.getBoundingClientRect().bottom > top + 1;
          return isCovered || height - intersectionRect.height > 1 ? focused.textContent.trim() : undefined;
        });
        if (found) hidden.push(found);
      }
      if (isBack) await page.keyboard.up('Shift');
      assert.deepEqual(hidden, []);
    });

  it('that has registered custom properties of short names, in its own colours', async () => {
    const coloursWith = async (script: string) => {
      const { page } = await visit(
        `<script>${script}</script><report-stalker-panel now="2026-11-25T10:00">x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
      );
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
    [
      'an app with a bar at its foot',
      'html, body { height: 100%; margin: 0 } body { display: flex; flex-direction: column } #place { flex: 1; min-height: 0; overflow: auto }',
      '',
    ],
    ['a box that scrolls', '#place { max-height: 300px; overflow: auto }', ''],
    ['a closed accordion', '#place { height: 0; overflow: hidden }', ''],
    [
      'a carousel',
      '#place { display: flex; overflow: hidden; max-height: 300px } #place > * { flex: 0 0 100% }',
      '<div>one</div><div>two</div>',
    ],
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
      return Array.from({ length: bottom - top - 2 }, (_, y) => document.elementFromPoint(left + 20, top + 1 + y)!).filter(
        (element) => !menu.contains(element),
      ).length;
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
    const isSeen = () =>
      page.page.$eval('report-stalker-panel', (panel) =>
        panel.shadowRoot!.querySelector('a[href="tel:999"]')!.checkVisibility({ visibilityProperty: true }),
      );
    assert.equal(await isSeen(), true);
    await page.page.emulateMediaType('print');
    assert.equal(await isSeen(), false);
  });
});
