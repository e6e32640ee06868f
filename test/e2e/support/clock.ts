import type { Page } from 'puppeteer-core';

/**
 * The visitor's clock, set before any script of the page runs. It stands still, so that no test depends
 * on how fast the machine is, until the page calls `startClock()`.
 */
export const clockAt = (instant: string) => (page: Page) =>
  page.evaluateOnNewDocument((start: number) => {
    const RealDate = Date;
    const realNow = RealDate.now;
    let startedAt: number | undefined;
    const now = () => (startedAt === undefined ? start : start + realNow() - startedAt);
    RealDate.now = now;
    // A proxy, since old libraries look for what a `Date` has and add to it.
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, parts, newTarget) => Reflect.construct(target, parts.length ? parts : [now()], newTarget) as object,
    });
    Object.assign(globalThis, { startClock: () => (startedAt ??= realNow()) });
  }, Date.parse(instant));
