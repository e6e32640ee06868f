// What wakes a page with a panel in an hour, by the browser's virtual time.

import type { Browser, CDPSession } from 'puppeteer-core';
import { serve, serveDist } from './serve.js';

const HOUR = 3_600_000;

/** Runs in the page before anything else: notes the time of every callback that a timer or a frame runs. */
const watch = (): void => {
  const woken: number[] = [];
  const noted =
    (callback: (...given: unknown[]) => void) =>
    (...given: unknown[]) => {
      woken.push(Date.now());
      callback(...given);
    };
  const page = window as unknown as Record<string, (callback: () => void, ...rest: unknown[]) => unknown>;
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const start = page[name]!;
    page[name] = (callback, ...rest) => start(noted(callback), ...rest);
  }
  Object.assign(window, { woken });
};

const pass = async (client: CDPSession, policy: 'advance' | 'pauseIfNetworkFetchesPending', budget: number): Promise<void> => {
  const passed = new Promise((resolve) => client.once('Emulation.virtualTimeBudgetExpired', resolve));
  await client.send('Emulation.setVirtualTimePolicy', { policy, budget });
  await passed;
};

/**
 * @param from when the hour begins; the page was opened a few seconds before
 * @returns when the page was woken, in epoch milliseconds
 */
export const wakeUps = async (browser: Browser, from: string): Promise<number[]> => {
  const scripts = await serveDist();
  const site = await serve({
    '/': `<!doctype html><title>Partner</title><report-stalker-panel></report-stalker-panel><script src="${scripts.origin}/embed.js" data-define-only></script>`,
  });
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    await page.evaluateOnNewDocument(watch);
    const client = await page.createCDPSession();
    const settling = 5000;
    await client.send('Emulation.setVirtualTimePolicy', { policy: 'pause', initialVirtualTime: (Date.parse(from) - settling) / 1000 });
    const opened = page.goto(site.origin);
    await pass(client, 'pauseIfNetworkFetchesPending', settling);
    await opened;
    const states = await page.evaluate(
      `document.querySelectorAll('report-stalker-panel')[0].shadowRoot.querySelectorAll('[data-state="always"]').length`,
    );
    if (!states) throw new Error('No statuses came before the hour.');
    await page.evaluate('woken.length = 0');
    await pass(client, 'advance', HOUR);
    const passed = Number(await page.evaluate('Date.now()')) - Date.parse(from);
    if (passed < HOUR) throw new Error(`Only ${passed} ms of the hour have passed.`);
    return (await page.evaluate('woken')) as number[];
  } finally {
    await context.close();
    await site.close();
    await scripts.close();
  }
};
