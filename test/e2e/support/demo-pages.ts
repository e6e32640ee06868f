/** What tests of the demo's tools share: a browser, the demo's host, and pages whose complaints are kept. */
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { demoSite } from './demo-site.js';
import { launch } from './launch.js';
import { openPage, type OpenOptions } from './panel-page.js';
import { serve } from './serve.js';
import { suiteServer } from './suite-server.js';

/**
 * Starts the browser and the demo's host; for a `describe`.
 *
 * @param path where the demo stands on its host
 */
export function demoPages(path: string) {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  /** What the page that was opened last has complained about. */
  const errors: string[] = [];

  before(async () => {
    browser = await launch();
  });

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  after(() => browser.close());

  const site = suiteServer(() => serve(demoSite(path)));

  const open = async (address: string): Promise<Page> => {
    const context = await browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    errors.length = 0;
    page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    await page.goto(address);
    return page;
  };

  /** Opens a page of a partner with what was built. */
  const paste = (html: string, options?: OpenOptions) => openPage(browser, html, options);

  return { errors, open, paste, site };
}
