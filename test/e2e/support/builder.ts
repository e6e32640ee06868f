/** What the tests of the builder share: its page, and the hands that fill it in. */
import { readFileSync } from 'node:fs';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { demoSite } from './demo-site.js';
import { launch } from './launch.js';
import { openPage, until, type OpenOptions } from './panel-page.js';
import { serve } from './serve.js';
import { suiteServer } from './suite-server.js';

/** The release that is built: its version, and the hashes of its script and of its packs, by language. */
export const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const { 'embed.js': embed, ...hashes } = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as { 'embed.js': string };
export const integrity = embed;
export const packs = Object.fromEntries(Object.entries(hashes as Record<string, string>).map(([file, hash]) => [/\w+(?=\.js)/.exec(file)![0], hash]));

/** Where the demo stands on its host. */
export const PATH = '/any/folder/';

export const text = (page: Page, selector = '#snippet') => page.$eval(selector, (field) => (field as HTMLTextAreaElement).value);

/** As if pasted over what stands there; letter by letter would be most of the time that these tests take. */
export const fill = async (page: Page, selector: string, value: string) => {
  await page.focus(selector);
  await page.$eval(selector, (field) => (field as HTMLInputElement).select());
  await page.keyboard.sendCharacter(value);
};

/** What the preview says of each contact. */
export const states = (page: Page) =>
  page.$eval('#preview report-stalker-panel', (panel) =>
    Object.fromEntries(
      [...panel.shadowRoot!.querySelectorAll<HTMLElement>('[data-contact]')].map((contact) => [
        contact.dataset['contact'],
        contact.querySelector<HTMLElement>('[data-state]')!.dataset['state'],
      ]),
    ),
  );

/** Presses the first button with this text. */
export const press = (page: Page, name: string) =>
  page.evaluate((wanted) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted)!.click(), name);

export const unfold = (page: Page) => page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));

/** Starts the browser and the builder's host; for a `describe`. */
export function builder() {
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

  const site = suiteServer(() => serve(demoSite(PATH)));

  const open = async (hash = '', address = `${site.origin}${PATH}demo/builder.html`): Promise<Page> => {
    const context = await browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    errors.length = 0;
    page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    await page.goto(`${address}${hash && `#${hash}`}`);
    await until(page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
    return page;
  };

  /** Opens a page of a partner with what was built. */
  const paste = (html: string, options?: OpenOptions) => openPage(browser, html, options);

  return { errors, open, paste, site };
}
