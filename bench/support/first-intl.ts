import type { Browser } from 'puppeteer-core';
import { serve } from '../../test/e2e/support/serve.js';
import { endOf, startTrace } from '../../test/e2e/support/trace.js';

/** What date-fns-tz asks the browser for, once, after the first frame. */
const SCRIPT = `
  requestAnimationFrame(() => setTimeout(() => {
    const numeric = { year: 'numeric', month: 'numeric', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' };
    new Intl.DateTimeFormat('en-US', { hourCycle: 'h23', timeZone: 'Europe/London', ...numeric }).formatToParts(0);
    document.title = 'asked';
  }));`;

/** Milliseconds of processor time of the task in which a page first uses `Intl`, for nothing but the time in London. */
export const firstIntl = async (browser: Browser, throttling: number): Promise<number> => {
  const site = await serve({ '/favicon.ico': { status: 204 }, '/': '<!doctype html><title>Page</title><script src="/script.js"></script>', '/script.js': SCRIPT });
  // A renderer of its own: in one that has used it before, it costs nothing.
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateCPUThrottling(throttling);
    const endTrace = await startTrace(await page.createCDPSession(), ['devtools.timeline', 'disabled-by-default-devtools.timeline']);
    await page.goto(site.origin);
    await page.waitForFunction("document.title === 'asked'");
    const trace = await endTrace();
    const calls = trace.filter(({ name, args }) => name === 'FunctionCall' && args.data?.url?.endsWith('/script.js'));
    const tasks = trace.filter((task) => task.name === 'RunTask' && calls.some(({ pid, tid, ts }) => pid === task.pid && tid === task.tid && task.ts <= ts && ts < endOf(task)));
    if (!tasks.length) throw new Error('The trace has no task of the script.');
    return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
  } finally {
    await context.close();
    await site.close();
  }
};
