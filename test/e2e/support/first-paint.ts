// What happens between the script and the first picture, by the browser's own trace.

import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { openPage } from './panel-page.js';
import { serveDist } from './serve.js';
import { endOf, startTrace, type TraceEvent } from './trace.js';

export interface FirstPaint {
  /** Milliseconds from the end of the paint with the numbers to each use of `Intl`; negative: before it. */
  readonly intl: readonly number[];
  /**
   * Milliseconds of processor time: the longest of our tasks up to the numbers in the tree, the one in which the browser lays them
   * out or paints them, and the longest of our tasks after that.
   */
  readonly tasks: readonly [numbers: number, frame: number, later: number];
  /** How often the panel changed in the task of each of its first uses of `Intl`. */
  readonly changes: readonly number[];
}

/**
 * The page counts as one in front however long a busy machine takes for a frame: after two seconds without one
 * the panel takes it for one in the background.
 */
export const keepInFront = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const { setTimeout } = window;
    Object.assign(window, {
      setTimeout: (call: () => void, time?: number, ...rest: unknown[]) => (time === 2000 ? 0 : setTimeout(call, time, ...rest)),
    });
  });

/** Runs in the page before anything else: marks, in the trace, numbers in the tree, later changes of it and every use of `Intl`. */
const watch = (): void => {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    let name = 'numbers';
    new MutationObserver(() => {
      performance.mark(name);
      name = 'change';
    }).observe(root, { childList: true, subtree: true });
    return root;
  };
  for (const name of Object.getOwnPropertyNames(Intl)) {
    const value = Intl[name as keyof typeof Intl] as unknown;
    if (typeof value === 'function')
      Object.defineProperty(Intl, name, {
        value: new Proxy(value, {
          construct(target, given: unknown[]) {
            performance.mark('intl');
            return Reflect.construct(target, given) as object;
          },
          apply(target, self, given: unknown[]) {
            performance.mark('intl');
            return Reflect.apply(target, self, given) as unknown;
          },
        }),
      });
  }
  // These methods use `Intl` without naming it.
  for (const [prototype, ...methods] of [
    [Date.prototype, 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
    [Number.prototype, 'toLocaleString'],
    [String.prototype, 'localeCompare'],
  ] as const)
    for (const name of methods) {
      const method = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
      Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
        performance.mark('intl');
        return method.apply(this, given);
      });
    }
};

const page = (script: string) =>
  `<!doctype html><html lang="en"><head><title>Partner</title><script src="${script}" data-define-only></script></head><body><report-stalker-panel></report-stalker-panel></body></html>`;

/** @param throttling how many times slower the processor is */
export const watchFirstPaint = async (browser: Browser, throttling = 1): Promise<FirstPaint> => {
  const scripts = await serveDist();
  const url = `${scripts.origin}/embed.js`;
  let endTrace: (() => Promise<readonly TraceEvent[]>) | undefined;
  const opened = await openPage(browser, page(url), {
    before: async (page) => {
      await keepInFront(page);
      await page.evaluateOnNewDocument(watch);
      const client = await page.createCDPSession();
      await client.send('Emulation.setCPUThrottlingRate', { rate: throttling });
      endTrace = await startTrace(client, ['blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline']);
    },
  });
  let events: readonly TraceEvent[];
  try {
    events = await endTrace!();
  } finally {
    await opened.close();
    await scripts.close();
  }

  const numbers = events.find(({ name }) => name === 'numbers');
  if (!numbers) throw new Error('The trace has no mark of the numbers.');
  const ours = events.filter(({ pid, tid }) => pid === numbers.pid && tid === numbers.tid);
  const named = (wanted: string) => ours.filter(({ name }) => name === wanted);
  if (!named('intl').length) throw new Error('The trace has no use of Intl.');
  const paint = named('Paint').find(({ ts }) => ts >= numbers.ts);
  if (!paint) throw new Error('The trace has no paint after the numbers.');
  const ran = ours.filter(({ name, args }) => /^(EvaluateScript|FunctionCall)$/.test(name) && args.data?.url === url);
  const tasksAround = (some: readonly TraceEvent[]) =>
    named('RunTask').filter((task) => some.some(({ ts }) => task.ts <= ts && ts < endOf(task)));
  const tasks = tasksAround(ran);
  const longest = (some: readonly TraceEvent[]) => Math.max(...some.map(({ tdur = 0 }) => tdur / 1000));
  return {
    intl: named('intl').map(({ ts }) => (ts - endOf(paint)) / 1000),
    tasks: [
      longest(tasks.filter(({ ts }) => ts <= numbers.ts)),
      longest(tasksAround(ours.filter(({ name, ts }) => /^(Layout|Paint)$/.test(name) && ts >= numbers.ts && ts <= paint.ts))),
      longest(tasks.filter(({ ts }) => ts > endOf(paint))),
    ],
    changes: tasksAround(named('intl')).map((task) => named('change').filter(({ ts }) => task.ts <= ts && ts < endOf(task)).length),
  };
};

/**
 * How often the zone's code (that of date-fns-tz, known by the one method of `Intl` that it calls) has
 * run by the first paint, when nothing that waits for a frame has run yet, and once statuses are there.
 */
export const zoneCalls = async (browser: Browser): Promise<{ atFirstPaint: number; withStatuses: number }> => {
  const count = async (statuses: boolean): Promise<number> => {
    const scripts = await serveDist();
    const url = `${scripts.origin}/embed.js`;
    let client: CDPSession | undefined;
    const opened = await openPage(browser, page(url), {
      statuses,
      before: async (page) => {
        if (!statuses) await page.evaluateOnNewDocument('requestAnimationFrame = setTimeout = () => 0');
        client = await page.createCDPSession();
        await client.send('Profiler.enable');
        await client.send('Debugger.enable');
        await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
      },
    });
    try {
      const { result } = await client!.send('Profiler.takePreciseCoverage');
      const { scriptId, functions } = result.find((script) => script.url === url)!;
      const { scriptSource } = await client!.send('Debugger.getScriptSource', { scriptId });
      const zone = functions.map(({ ranges: [range] }) => ({
        count: range!.count,
        text: scriptSource.slice(range!.startOffset, range!.endOffset),
      }));
      // The function around the whole script holds everything.
      const own = zone.filter(({ text }) => text.includes('.format(') && text.length < scriptSource.length / 2);
      if (!own.length) throw new Error('No function of the script formats a date.');
      return own.reduce((sum, { count }) => sum + count, 0);
    } finally {
      await opened.close();
      await scripts.close();
    }
  };
  return { atFirstPaint: await count(false), withStatuses: await count(true) };
};
