// Many panels in one page, beside the same picture without a script.

import type { Browser, Page } from 'puppeteer-core';
import { countInHeap, heapOf, type Heap } from './heap.js';
import { openPage } from './panel-page.js';
import { serveDist } from './serve.js';

const TAG = 'report-stalker-panel';

/** Markup and styles of a shadow root. */
export interface Rendered {
  /** Without the comments that mark places for Lit. */
  readonly markup: string;
  readonly styles: string;
}

/** Runs in the page before any script: keeps the text of the panel's sheet, and counts timers and observers. */
const watch = (): void => {
  const timers = new Set<unknown>();
  const counts = { timers, observers: 0, styles: '' };
  const { setTimeout: start, setInterval: repeat, clearTimeout: stop } = window;
  /** For `clearTimeout` and `clearInterval`: either may be called for a timer of either kind. */
  const clear = (timer: number) => {
    timers.delete(timer);
    stop(timer);
  };
  const { replaceSync } = CSSStyleSheet.prototype;
  Object.assign(window, {
    counts,
    setTimeout: (callback: () => void, delay?: number) => {
      const timer = start(() => {
        timers.delete(timer);
        callback();
      }, delay);
      timers.add(timer);
      return timer;
    },
    setInterval: (callback: () => void, delay?: number) => {
      const timer = repeat(callback, delay);
      timers.add(timer);
      return timer;
    },
    clearTimeout: clear,
    clearInterval: clear,
  });
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver'] as const) {
    const Observing = window[name] as typeof MutationObserver;
    Object.assign(window, {
      [name]: class extends Observing {
        constructor(callback: MutationCallback) {
          super(callback);
          counts.observers++;
        }
      },
    });
  }
  CSSStyleSheet.prototype.replaceSync = function (text) {
    counts.styles = text;
    replaceSync.call(this, text);
  };
};

interface Counts {
  readonly timers: ReadonlySet<unknown>;
  readonly observers: number;
  readonly styles: string;
}

/** A page whose script is there, open, without a panel yet. */
const openEmpty = async (browser: Browser, before: (page: Page) => Promise<unknown> = (page) => page.evaluateOnNewDocument(watch)) => {
  const scripts = await serveDist();
  const opened = await openPage(browser, `<script src="${scripts.origin}/embed.js" data-define-only></script><main></main>`, {
    statuses: false,
    before,
  });
  const close = async () => {
    await opened.close();
    await scripts.close();
  };
  return { ...opened, close };
};

/** Puts panels into the page, and waits for their numbers, or for their statuses as well. */
const fill = (page: Page, count: number, statuses: boolean): Promise<void> =>
  page.evaluate(
    async (tag, count, statuses) => {
      const main = document.querySelector('main')!;
      main.innerHTML = `<${tag}></${tag}>`.repeat(count);
      const panels = [...document.querySelectorAll<HTMLElement & { updateComplete: Promise<unknown> }>(tag)];
      await Promise.all(panels.map(({ updateComplete }) => updateComplete));
      main.getBoundingClientRect();
      const waiting = () => panels.some(({ shadowRoot }) => !shadowRoot!.querySelector('[data-state="always"]'));
      while (statuses && waiting()) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    TAG,
    count,
    statuses,
  );

/** Refuses a page without so many numbers on screen: nothing is smaller or faster than a panel that shows none. */
const needNumbers = async (page: Page, tag: string, count: number): Promise<void> => {
  const shown = await page.evaluate(
    (tag) =>
      [...document.querySelectorAll(tag)].filter(
        ({ shadowRoot }) => shadowRoot?.querySelector('a[href="tel:999"]')?.getClientRects().length,
      ).length,
    tag,
  );
  if (shown !== count) throw new Error(`${shown} of ${count} show a number.`);
};

export interface ManyPanels {
  readonly heap: Heap;
  readonly timers: number;
  /** Made for the panels, by all of them together. */
  readonly observers: number;
  /** What each holds, with its statuses. */
  readonly rendered: Rendered;
}

/** A page with this many panels, once their statuses have come. */
export const manyPanels = async (browser: Browser, count: number): Promise<ManyPanels> => {
  const { page, close } = await openEmpty(browser);
  try {
    const counts = () =>
      page.evaluate(() => {
        const { timers, observers, styles } = (window as unknown as { counts: Counts }).counts;
        return { timers: timers.size, observers, styles };
      });
    const { observers } = await counts();
    await fill(page, count, true);
    const markup = await page.evaluate((tag) => {
      const tree = document.createElement('template');
      tree.innerHTML = document.querySelector(tag)?.shadowRoot!.innerHTML ?? '';
      return tree.innerHTML.replace(/<!--.*?-->/g, '');
    }, TAG);
    const after = await counts();
    await needNumbers(page, TAG, count);
    return {
      heap: await heapOf(page),
      timers: after.timers,
      observers: after.observers - observers,
      rendered: { markup, styles: after.styles },
    };
  } finally {
    await close();
  }
};

/** Milliseconds of the main thread's processor until so many panels have their numbers laid out. */
export const timeOfPanels = async (browser: Browser, count: number): Promise<number> => {
  const { page, close } = await openEmpty(browser, async () => undefined);
  try {
    const client = await page.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () =>
      (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
    const before = await worked();
    await fill(page, count, false);
    const time = (await worked()) - before;
    await needNumbers(page, TAG, count);
    return time;
  } finally {
    await close();
  }
};

/** The same trees as static HTML: declarative shadow roots that share one sheet. */
export const heapOfStaticHtml = async (browser: Browser, { markup, styles }: Rendered, count: number): Promise<Heap> => {
  const host = `<static-panel><template shadowrootmode="open">${markup}</template></static-panel>`;
  const share = `<script>{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(styles)});
    for (const { shadowRoot } of document.querySelectorAll('static-panel')) shadowRoot.adoptedStyleSheets = [sheet];
    document.body.getBoundingClientRect();
  }</script>`;
  const { page, close } = await openPage(browser, `<main>${host.repeat(count)}</main>${share}`, { statuses: false });
  try {
    await needNumbers(page, 'static-panel', count);
    return await heapOf(page);
  } finally {
    await close();
  }
};

/**
 * How many more things of a kind the heap holds after a panel was moved so many times, and as many
 * others have come and gone.
 */
export const growthOf = async (browser: Browser, cycles: number): Promise<number> => {
  const { page, close } = await openEmpty(browser, async () => undefined);
  const turn = (times: number) =>
    page.evaluate(
      async (tag, times) => {
        const main = document.querySelector('main')!;
        let rendered = 0;
        type Panel = HTMLElement & { updateComplete: Promise<unknown> };
        const stays = (document.querySelector(`body > ${tag}`) ?? document.body.appendChild(document.createElement(tag))) as Panel;
        for (let cycle = 0; cycle < times; cycle++) {
          // One that is moved about, and one that is new each time, rendered and thrown away.
          main.append(stays);
          const comes = main.appendChild(document.createElement(tag)) as Panel;
          await comes.updateComplete;
          if (comes.shadowRoot?.querySelector('a[href="tel:999"]')) rendered++;
          comes.remove();
          stays.remove();
        }
        document.body.append(stays);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 600)));
        return rendered;
      },
      TAG,
      times,
    );
  try {
    // Before counting: what the engine learns about the code (compiled functions, caches) shall not count as growth.
    await turn(1000);
    const before = await countInHeap(page);
    const rendered = await turn(cycles);
    // Otherwise a script that renders nothing would pass: nothing of it can stay.
    if (rendered !== cycles) throw new Error(`${rendered} of ${cycles} panels have rendered.`);
    const after = await countInHeap(page);
    return Math.max(0, ...[...after].map(([kind, number]) => number - before.get(kind)!));
  } finally {
    await close();
  }
};

/** Navigates inside an application, each page with a script tag of ours; how many of the pages that were left are still in memory. */
export const pagesKept = async (browser: Browser, pages: number): Promise<number> => {
  const { page, close } = await openEmpty(browser, async () => undefined);
  try {
    const left = await page.evaluateHandle(
      async (tag, pages) => {
        const { src } = document.querySelector('script')!;
        const left: WeakRef<Element>[] = [];
        for (let index = 0; index <= pages; index++) {
          const before = document.querySelector('main')!;
          const next = document.createElement('main');
          const script = document.createElement('script');
          next.append(script);
          before.replaceWith(next);
          script.src = src;
          await new Promise((resolve) => (script.onload = resolve));
          if (!next.querySelector(tag)) throw new Error('no panel');
          // The first one was there before the script was.
          if (index) left.push(new WeakRef(before));
        }
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 600)));
        return left;
      },
      TAG,
      pages,
    );
    await countInHeap(page);
    return await left.evaluate((refs) => refs.filter((ref) => ref.deref()).length);
  } finally {
    await close();
  }
};
