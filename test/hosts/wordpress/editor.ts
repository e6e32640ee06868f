// The block editor as its user has it: a page, a keyboard, a mouse.

import type { Browser, Frame, Page } from 'puppeteer-core';
import type { Site, User } from './wordpress.js';

export interface Editor {
  readonly page: Page;
  /** The frame with the post in it. */
  readonly canvas: Frame;
  /** What went wrong in it so far. */
  readonly errors: readonly string[];
  /** Types on a line of its own: a slash and a block's name insert the block. */
  insert(name: string): Promise<void>;
  /** Publishes, or submits for review. */
  publish(): Promise<void>;
  close(): Promise<void>;
}

const LONG = { timeout: 60_000 };

/** Opens the editor for a new post with a title, or for an old one. */
export const openEditor = async (browser: Browser, { origin }: Site, user: User, post?: number): Promise<Editor> => {
  const context = await browser.createBrowserContext();
  await context.setCookie(
    ...user.cookies.map((cookie) => {
      const [name, value] = cookie.split(/=(.*)/s) as [string, string];
      return { name, value, domain: '127.0.0.1', path: '/' };
    }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(LONG.timeout);
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${origin}/wp-admin/${post === undefined ? 'post-new.php' : `post.php?post=${post}&action=edit`}`, LONG);
  const element = await page.waitForSelector('iframe[name="editor-canvas"]', LONG);
  const canvas = await element!.contentFrame();
  await canvas.waitForSelector('.wp-block-post-title', LONG);

  if (post === undefined) {
    await canvas.click('.wp-block-post-title');
    await page.keyboard.type('Support');
  }
  return {
    page,
    canvas,
    errors,
    insert: async (name) => {
      await page.keyboard.press('Enter');
      await page.keyboard.type(`/${name}`);
      // The list is there from the slash on: what it offers first has to have caught up with the name.
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('.components-autocomplete__result[aria-selected="true"]')?.textContent?.toLowerCase().includes(wanted),
        LONG,
        name,
      );
      await page.keyboard.press('Enter');
    },
    publish: async () => {
      await page.click('.editor-post-publish-button__button');
      const button = '.editor-post-publish-panel .editor-post-publish-button:not([aria-disabled="true"])';
      // The panel slides in, and is drawn again while it does.
      await page.locator(button).setTimeout(LONG.timeout).click();
      await page.waitForSelector('.post-publish-panel__postpublish, .components-snackbar', LONG);
    },
    close: () => context.close(),
  };
};

/** Chooses in the block's settings, by the control's label. */
export const choose = async ({ page }: Editor, label: string, value: string): Promise<void> => {
  const control = await page.waitForSelector(`::-p-xpath(//label[normalize-space()="${label}"])`, LONG);
  const id = await control!.evaluate((element) => (element as HTMLLabelElement).htmlFor);
  await page.select(`#${id}`, value);
};

/** Waits for something in a panel: a shadow tree tells nobody outside that it has changed, so it is looked at each frame. */
export const waitInPanel = async ({ canvas }: Editor, selector: string, panel = 'report-stalker-panel'): Promise<void> => {
  await canvas.waitForFunction((host, within) => document.querySelector(host)?.shadowRoot?.querySelector(within), LONG, panel, selector);
};
