import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { snippet, type Form } from '../../demo/snippets.js';
import { launch } from './support/launch.js';
import { until } from './support/panel-page.js';
import { serve, type TestServer } from './support/serve.js';

/** Long enough for the page to be painted and read before the panel comes. */
const DELAY = 1500;

const VIEWPORTS = [
  { width: 375, height: 667 },
  { width: 1280, height: 800 },
];

const CONFIGURATIONS: readonly Record<string, string>[] = [
  {},
  { region: 'england' },
  { region: 'scotland', 'heading-level': '3' },
  { lang: 'cy', region: 'wales' },
  { compact: '' },
  { compact: '', region: 'northern-ireland' },
];

const paragraph = `<p class="after">${'Our caseworkers will work alongside specialist advocates. '.repeat(6)}</p>`;

/** A partner's article; the panel stands between a heading and paragraphs. */
const article = (paste: string, css: string): string => `<!doctype html><html lang="en"><head><title>News</title>
<meta name="viewport" content="width=device-width">
<style>body { margin: 0 auto; padding: 16px; max-width: 44rem; font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; } ${css}</style>
</head><body><h1>News</h1><h2>Report a stalker</h2>${paste}${paragraph.repeat(4)}</body></html>`;

interface Seen {
  /** The sum of all shifts, from the first paint until the statuses have come. */
  readonly shift: number;
  /** From the heading to the paragraph: before the script arrived, and with the panel. */
  readonly rooms: readonly [number, number];
  readonly panelHeight: number;
}

/** Runs in the page before anything else. */
const watch = (): void => {
  const shifts: number[] = [];
  const read = (entries: PerformanceEntryList) => {
    for (const entry of entries) shifts.push((entry as PerformanceEntry & { value: number }).value);
  };
  const observer = new PerformanceObserver((list) => read(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  Object.assign(window, { shifts, readShifts: () => read(observer.takeRecords()) });
};

/** A shift counts once it has been painted. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));

const room = (page: Page) =>
  page.evaluate(() => {
    const [heading, after] = [document.querySelector('h2')!, document.querySelector('.after')!];
    return after.getBoundingClientRect().top - heading.getBoundingClientRect().bottom;
  });

describe('layout shift', () => {
  let browser: Browser;
  let scripts: TestServer;

  before(async () => {
    browser = await launch();
    scripts = await serve({
      '/1/embed.js': { file: 'dist/embed.js' },
      '/late/1/embed.js': { file: 'dist/embed.js', delay: DELAY },
    });
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  const measure = async (html: string, viewport: (typeof VIEWPORTS)[number], css = ''): Promise<Seen> => {
    const site = await serve({ '/': article(html, css) });
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport(viewport);
      await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
      await page.evaluateOnNewDocument(watch);
      await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
      await painted(page);
      const before = await room(page);
      await until(page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
      await painted(page);
      const shift = await page.evaluate(() => {
        const { shifts, readShifts } = window as unknown as { shifts: number[]; readShifts(): void };
        readShifts();
        return shifts.reduce((total, value) => total + value, 0);
      });
      const panelHeight = await page.$eval('report-stalker-panel', (panel) => panel.getBoundingClientRect().height);
      return { shift, rooms: [before, await room(page)], panelHeight };
    } finally {
      await context.close();
      await site.close();
    }
  };

  const pasted = (form: Form, attributes: Record<string, string>) =>
    snippet(form, { base: `${scripts.origin}/late/`, attributes });

  for (const viewport of VIEWPORTS) {
    describe(`at ${viewport.width} by ${viewport.height}`, () => {
      for (const form of ['element', 'placeholder'] as const)
        for (const attributes of form === 'element' ? CONFIGURATIONS : CONFIGURATIONS.slice(0, 2))
          it(`is at most 0.1 with the snippet’s fallback and a late script: ${form} ${JSON.stringify(attributes)}`, async () => {
            const { shift, rooms } = await measure(pasted(form, attributes), viewport);
            assert.ok(shift <= 0.1, `${shift}; ${rooms.join(' px, then ')} px`);
          });

      it('is 0 with a late script where the page reserves the room', async () => {
        const html = `<report-stalker-panel region="england"><p>Call <a href="tel:999">999</a>.</p></report-stalker-panel>${pasted('script', {})}`;
        const unreserved = await measure(html, viewport);
        // Else this would prove nothing.
        assert.ok(unreserved.shift > 0.1, `${unreserved.shift}`);
        const rule = `report-stalker-panel:not(:defined) { display: block; min-height: ${unreserved.panelHeight}px; }`;
        assert.equal((await measure(html, viewport, rule)).shift, 0);
      });

      it('is 0 where the script ran before, so that the statuses move nothing', async () => {
        for (const attributes of CONFIGURATIONS) {
          const html = `<script src="${scripts.origin}/1/embed.js" data-define-only></script>${pasted('element', attributes).replace(/<script.*/, '')}`;
          assert.equal((await measure(html, viewport)).shift, 0, JSON.stringify(attributes));
        }
      });
    });
  }
});
