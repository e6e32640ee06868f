/** Tasks that no script can make shorter, each in a renderer of its own: in one that has done it before, it costs little. */
import type { Browser } from 'puppeteer-core';
import type { Rendered } from '../../test/e2e/support/many-panels.js';
import { serve } from '../../test/e2e/support/serve.js';
import { endOf, startTrace } from '../../test/e2e/support/trace.js';

/** Milliseconds of processor time of the longest task in which something of this name happens, by the time the page has its last title. */
const longestTask = async (browser: Browser, throttling: number, html: string, script: string, happens: string): Promise<number> => {
  const site = await serve({ '/favicon.ico': { status: 204 }, '/': html, '/script.js': script });
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateCPUThrottling(throttling);
    const client = await page.createCDPSession();
    const endTrace = await startTrace(client, ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing']);
    await page.goto(site.origin);
    await page.waitForFunction("document.title === 'done'");
    const trace = await endTrace();
    const events = trace.filter(({ name }) => name === happens);
    const tasks = trace.filter(
      (task) =>
        task.name === 'RunTask' &&
        events.some(({ pid, tid, ts }) => pid === task.pid && tid === task.tid && task.ts <= ts && ts < endOf(task)),
    );
    if (!tasks.length) throw new Error(`The trace has no task with ${happens}.`);
    return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
  } finally {
    await context.close();
    await site.close();
  }
};

/**
 * A page's first use of `Intl`, after the first frame: the one call that unedited date-fns-tz makes to learn the time in
 * London (embed.js asks for the hour alone).
 */
export const firstIntl = (browser: Browser, throttling: number): Promise<number> =>
  longestTask(
    browser,
    throttling,
    '<!doctype html><title>Page</title><script src="/script.js"></script>',
    `requestAnimationFrame(() => setTimeout(() => {
      performance.mark('first use');
      const numeric = { year: 'numeric', month: 'numeric', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' };
      new Intl.DateTimeFormat('en-US', { hourCycle: 'h23', timeZone: 'Europe/London', ...numeric }).formatToParts(0);
      document.title = 'done';
    }));`,
    'first use',
  );

/** The task that lays the same picture out, put into the page by the parser. Its paint may follow in another one. */
export const staticLayout = (browser: Browser, throttling: number, { markup, styles }: Rendered): Promise<number> =>
  longestTask(
    browser,
    throttling,
    `<!doctype html><html lang="en"><head><title>Page</title></head><body><article-panel><template shadowrootmode="open"><style>${styles}</style>${markup}</template></article-panel><script src="/script.js"></script></body></html>`,
    "requestAnimationFrame(() => setTimeout(() => (document.title = 'done')));",
    'Layout',
  );
