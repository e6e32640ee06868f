// A visitor with a browser tab of their own, in the engine that the variable BROWSER names: real
// clicks and keys, also while pages come and go, which the component tests' runner cannot follow.

import { inflateSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { ENGLISH } from '../../support/browser-language.mjs';
import { chromiumLaunchOptions } from '../../support/chromium.mjs';
import { findInstalledFirefox, INSTALL_HINTS } from '../../support/find-browser.mjs';
import { launchBrowser } from '../../support/launch-browser.mjs';
import { webDriverKeys } from '../../support/webdriver-keys.mjs';
import { WebKitSession } from '../../support/webkit-session.mjs';
import { coloursOfPng, coloursOfXwd, type Area, type Colours } from './pixels.js';

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** Keys as they lie on the keyboard; a letter stands for its key. */
export type Key = 'ShiftLeft' | 'ShiftRight' | 'Control' | 'Alt' | 'Escape' | 'Enter' | 'Tab' | 'a';

/** A point in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Visitor {
  /** Opens an address and waits until it is there. */
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Runs a function in the page, which sees nothing of what surrounds it here. */
  evaluate<Result, Given extends readonly unknown[] = []>(run: (...given: Given) => Result, ...given: Given): Promise<Awaited<Result>>;
  /** Presses and releases each key, one after the other. */
  press(...keys: Key[]): Promise<void>;
  /** Presses and releases a key while another is held. */
  pressWith(held: Key, key: Key): Promise<void>;
  click(point: Point, held?: Key): Promise<void>;
  /** A click that takes as long as this does. */
  clickDuring(point: Point, run: () => Promise<unknown>): Promise<void>;
  /** A tap that takes as long as this does. Absent in WebKit, whose driver has no fingers. */
  readonly tapDuring?: (point: Point, run: () => Promise<unknown>) => Promise<void>;
  /** Both go without waiting: where they lead is for the test to see. */
  back(): Promise<void>;
  forward(): Promise<void>;
  /** The colours of the page's area on screen. Throws where the page gives way to another meanwhile: then ask anew. */
  colours(): Promise<Colours>;
  /** Where the links on paper lead. Absent in WebKit, whose driver does not print. */
  readonly printedLinks?: () => Promise<string[]>;
  /** Role and name of an element, as assistive technology is told them. In WebKit alone: test/looks reads the trees of the others. */
  readonly toldAs?: (find: () => Element) => Promise<readonly [role: string, name: string]>;
  /**
   * Keeps every animation frame from the page for so many milliseconds, as a slow device does. In WebKit alone: the others paint
   * while a page is being left.
   */
  readonly withoutFrames?: (milliseconds: number) => Promise<void>;
  close(): Promise<void>;
}

export interface EngineBrowser {
  readonly engine: Engine;
  newVisitor(): Promise<Visitor>;
  /**
   * Where the browser itself has ended or answers nothing, there is a new one for the visitors to come.
   *
   * @returns true the first time. A browser that ends a second time is taken to do so because of what the test shows it
   */
  revive(): Promise<boolean>;
  close(): Promise<void>;
}

const ENGINES = ['chromium', 'firefox', 'webkit'];

/** The engine to test in. */
export const engine = ((): Engine => {
  const name = process.env['BROWSER'] || 'chromium';
  if (!ENGINES.includes(name)) throw new Error(`BROWSER=${name}: known are ${ENGINES.join(', ')}`);
  return name as Engine;
})();

/** @param isPhone whether visitors have fingers and nothing that hovers; WebKit's never have */
export const launchEngine = async (isPhone = false): Promise<EngineBrowser> => {
  if (engine === 'webkit') return webkit();
  const browser = await (engine === 'firefox' ? firefox(isPhone ? PHONE : {}) : chromium());
  return {
    engine,
    async newVisitor() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      if (isPhone && engine === 'chromium') await page.setViewport({ width: 800, height: 600, hasTouch: true });
      return puppeteerVisitor(page, () => context.close());
    },
    revive: async () => false,
    close: () => browser.close(),
  };
};

/**
 * Runs a test, and once more where the browser itself has ended under it, which happens to WebKit's on a busy machine, about
 * once in ten thousand windows.
 *
 * @param clean leaves nothing of a test that was given up
 */
export const attempt = async (browser: EngineBrowser, run: () => Promise<void>, clean: () => Promise<void>): Promise<void> => {
  try {
    await run();
    await clean();
  } catch (error) {
    if (!(await browser.revive())) throw error;
    console.log(`${engine} had ended, a new one tries again: ${error}`);
    await clean();
    await run();
  }
};

const chromium = async (): Promise<Browser> => launchBrowser(await chromiumLaunchOptions());

/** Firefox's settings for touches, and for a coarse pointer that cannot hover, of those there are. */
const PHONE = { 'dom.w3c_touch_events.enabled': 1, 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 };

const firefox = (settings: Readonly<Record<string, number>>): Promise<Browser> => {
  const executablePath = findInstalledFirefox();
  if (executablePath === undefined) throw new Error(`Firefox is not installed: ${INSTALL_HINTS.firefox}`);
  // As in a visitor's Firefox: under WebDriver, a page may write its history as often as it likes.
  const extraPrefsFirefox = { 'dom.navigation.navigationRateLimit.count': 200, ...settings };
  return launchBrowser({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox, env: { ...process.env, ...ENGLISH } });
};

/** A call as text, so that it does the same in every engine. `__name`: the helper of the TypeScript loader is not in the page. */
const callOf = (run: (...given: never[]) => unknown, given: readonly unknown[]): string =>
  `((__name) => (${run})(...${JSON.stringify(given)}))((value) => value)`;

/** Not waited for, and no error where there is nowhere to go: a test looks at where it led. */
const go = async (page: Page, where: 'goBack' | 'goForward'): Promise<void> => {
  page[where]({ timeout: 0 }).catch(() => undefined);
};

/** Milliseconds: far longer than a key, a click or a screenshot takes, even on a busy machine. */
const PROMPTLY = 5_000;

const unlessGone = (error: Error): void => {
  if (!/closed|detached/i.test(error.message)) throw error;
};

/** A page or frame that leaves at a key or a click may never say that it has seen it: a test looks at where it led. */
const answered = (input: Promise<void>): Promise<void> =>
  Promise.race([input.catch(unlessGone), new Promise<void>((resolve) => setTimeout(resolve, PROMPTLY).unref())]);

/** The answer to a question; where there is none, an error, after which it can be asked anew. Puppeteer waits for minutes. */
const answerTo = <Answer>(question: Promise<Answer>): Promise<Answer> =>
  Promise.race([question, new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 2 * PROMPTLY).unref())]);

/**
 * Chromium never answers when it is asked in the moment in which one page gives way to another: that is an error here, after
 * which it can be asked anew. Puppeteer would wait for it, and take no other screenshot meanwhile.
 */
const screenshot = async (page: Page): Promise<Uint8Array> => {
  if (engine === 'firefox') return page.screenshot();
  const session = await page.createCDPSession();
  try {
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' }, { timeout: PROMPTLY });
    return Buffer.from(data, 'base64');
  } finally {
    // Not waited for: it may never be answered either.
    session.detach().catch(() => undefined);
  }
};

const puppeteerVisitor = (page: Page, close: () => Promise<void>): Visitor => ({
  goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
  // Not `page.url()`: it misses pages that Firefox takes out of its cache.
  url: () => answerTo(page.evaluate('location.href') as Promise<string>),
  evaluate: (run, ...given) => answerTo(page.evaluate(callOf(run, given))) as never,
  async press(...keys) {
    for (const key of keys) await answered(page.keyboard.press(key));
  },
  async pressWith(held, key) {
    await page.keyboard.down(held);
    await answered(page.keyboard.press(key));
    await answered(page.keyboard.up(held));
  },
  async click({ x, y }, held) {
    if (held) await page.keyboard.down(held);
    await answered(page.mouse.click(x, y));
    if (held) await answered(page.keyboard.up(held));
  },
  async clickDuring({ x, y }, run) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await run();
    await answered(page.mouse.up());
  },
  async tapDuring({ x, y }, run) {
    const touch = await page.touchscreen.touchStart(x, y);
    await run();
    await answered(touch.end());
  },
  back: () => go(page, 'goBack'),
  forward: () => go(page, 'goForward'),
  colours: async () => coloursOfPng(await screenshot(page)),
  printedLinks: async () => linksOfPdf(Buffer.from(await page.pdf({ format: 'A4' }))),
  close,
});

/** The addresses of the links in a PDF. Chromium writes them as they are, Firefox into compressed (deflate) streams. */
const linksOfPdf = (pdf: Buffer): string[] => {
  const file = pdf.toString('latin1');
  const streams = [...file.matchAll(/stream\r?\n([^]*?)endstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
    } catch {
      // A font or a picture.
      return '';
    }
  });
  return [...new Set([...[file, ...streams].join('\n').matchAll(/\/URI ?\(([^)]*)\)/g)].map(([, href]) => href!))];
};

const webkit = async (): Promise<EngineBrowser> => {
  const start = async () => {
    // A visitor does not wait for a page either: a command would hang for as long as a server does.
    const session = await WebKitSession.start(WebKitSession.find(), { pageLoadStrategy: 'none' });
    return { session, main: await session.request('window') };
  };
  let running = await start();
  let ends = 0;
  return {
    engine: 'webkit',
    async newVisitor() {
      const { session, main } = running;
      // The mouse finds nothing in a tab of an automated window.
      const { handle } = await session.request('window/new', { type: 'window' });
      await session.request('window', { handle });
      return webkitVisitor(session, async () => {
        // Its browser has ended, and its window with it.
        if (session !== running.session) return;
        await session.request('window', undefined, 'DELETE');
        await session.request('window', { handle: main });
      });
    },
    async revive() {
      const answers = await running.session.request('window/handles').then(
        () => true,
        () => false,
      );
      if (answers) return false;
      await running.session.stop();
      running = await start();
      return ++ends === 1;
    },
    close: () => running.session.stop(),
  };
};

const webkitVisitor = (session: WebKitSession, close: () => Promise<void>): Visitor => {
  const act = (...actions: unknown[]) => session.request('actions', { actions });
  const evaluate = (script: string) => session.request('execute/sync', { script: `return ${script}`, args: [] });
  // The driver never answers again when it is asked while a page comes back from the history.
  const step = async (where: 'back' | 'forward') => {
    await session.request(where, {});
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  };
  const keys = (type: string, names: readonly string[]) => webDriverKeys(names).map((value) => ({ type, value }));
  const mouse = (...actions: unknown[]) => ({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const down = ({ x, y }: Point) => [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
    { type: 'pointerDown', button: 0 },
  ];
  const UP = { type: 'pointerUp', button: 0 };
  let area: Area | undefined;
  return {
    async goto(url) {
      await session.request('url', { url });
      let seen: unknown;
      for (let attempt = 0; attempt < 500; attempt++) {
        // The page before may go away under the question.
        seen = await evaluate('[location.href, document.readyState, innerWidth, innerHeight]').catch(String);
        const [href, state, width, height] = seen as [string, string, number, number];
        if (href === url && state === 'complete') {
          // Now, because later, with a page on its way, the driver may not answer. The toolbar is above the page,
          // and a window of its own size takes its time to be as large as it says: not all of it is looked at.
          const rect = await session.request('window/rect');
          area = { x: rect.x, y: rect.y + rect.height - height, width: Math.min(width, 700), height: Math.min(height, 500) };
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`WebKit is at ${String(seen)}, asked for ${url}`);
    },
    // Not the command of that name: it gives the address that a page is on its way to.
    url: () => evaluate('location.href'),
    evaluate: (run, ...given) => evaluate(callOf(run, given)),
    press: (...names) =>
      act({
        type: 'key',
        id: 'keyboard',
        actions: names.flatMap((name) => [...keys('keyDown', [name]), ...keys('keyUp', [name])]),
      }),
    pressWith: (held, name) =>
      act({
        type: 'key',
        id: 'keyboard',
        actions: [...keys('keyDown', [held, name]), ...keys('keyUp', [name, held])],
      }),
    async click(point, held) {
      const pointer = mouse(...down(point), UP);
      const pause = { type: 'pause', duration: 0 };
      const key = (names: readonly Key[]) => ({
        type: 'key',
        id: 'keyboard',
        actions: [...keys('keyDown', names), pause, pause, ...keys('keyUp', names)],
      });
      await act(...(held ? [key([held])] : []), pointer);
    },
    async clickDuring(point, run) {
      await act(mouse(...down(point)));
      await run();
      await act(mouse(UP));
    },
    back: () => step('back'),
    forward: () => step('forward'),
    colours: async () => coloursOfXwd(session.screen(), area!),
    async toldAs(find) {
      const [id] = Object.values(await evaluate(callOf(find, [])));
      return [await session.request(`element/${id}/computedrole`), await session.request(`element/${id}/computedlabel`)];
    },
    withoutFrames: (milliseconds) => session.pause(milliseconds),
    close,
  };
};
