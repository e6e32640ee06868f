/** What the tests of the builder share: its page, and the hands that fill it in. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { demoPages } from './demo-pages.js';
import { until } from './panel-page.js';

/** The release that is built: its version, and the hashes of its script and of its packs, by language. */
export const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const { 'embed.js': embed, ...hashes } = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as { 'embed.js': string };
export const integrity = embed;
export const packs = Object.fromEntries(
  Object.entries(hashes as Record<string, string>).map(([file, hash]) => [/\w+(?=\.js)/.exec(file)![0], hash]),
);

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
  const { open: openAddress, site, ...rest } = demoPages(PATH);

  const open = async (hash = '', address = `${site.origin}${PATH}demo/builder.html`): Promise<Page> => {
    const page = await openAddress(`${address}${hash && `#${hash}`}`);
    await until(page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
    return page;
  };

  return { open, site, ...rest };
}
