// How much an article moves when the panel arrives in it, and how tall the panel is.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { until } from './panel-page.js';
import { serve, type Handler } from './serve.js';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const VIEWPORTS: readonly Viewport[] = [
  { width: 375, height: 667 },
  { width: 1280, height: 800 },
];

let release = () => {};
let released = Promise.resolve();

/** The script, once the one page that `measureShift` looks at has been painted and read. */
export const lateScript: Handler = (_, response) =>
  void released.then(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync('dist/embed.js')));

export interface Seen {
  /** The sum of all shifts, from the first paint until the statuses have come. */
  readonly shift: number;
  /** From the heading to the paragraph: before the script arrived, and with the panel. */
  readonly rooms: readonly [number, number];
  readonly panelHeight: number;
}

const paragraph = `<p class="after">${'Our caseworkers will work alongside specialist advocates. '.repeat(6)}</p>`;

/** A partner's article; the panel stands between a heading and paragraphs. */
const article = (paste: string, css: string): string => `<!doctype html><html lang="en"><head><title>News</title>
<meta name="viewport" content="width=device-width">
<style>body { margin: 0 auto; padding: 16px; max-width: 704px; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; } ${css}</style>
</head><body><h1>News</h1><h2>Report a stalker</h2>${paste}${paragraph.repeat(4)}</body></html>`;

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

/** @param css further rules of the partner's page */
export const measureShift = async (browser: Browser, html: string, viewport: Viewport, css = ''): Promise<Seen> => {
  const site = await serve({ '/': article(html, css) });
  const context = await browser.createBrowserContext();
  try {
    released = new Promise((resolve) => (release = resolve));
    const page = await context.newPage();
    await page.setViewport(viewport);
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    await page.evaluateOnNewDocument(watch);
    await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
    await painted(page);
    const before = await room(page);
    release();
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

/** A page that knows how tall the panel will be. */
export const reserving = (height: number): string => `report-stalker-panel:not(:defined) { display: block; min-height: ${height}px; }`;
