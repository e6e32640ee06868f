import type { Browser, Frame, Page } from 'puppeteer-core';
import { serve, type Site, type TestServer } from './serve.js';

/** What a visitor would find in one panel. */
export interface SeenPanel {
  readonly ids: string[];
  readonly states: Record<string, string>;
  readonly sentences: Record<string, string>;
  readonly numbers: Record<string, string>;
  readonly text: string;
  readonly parent: string;
  readonly problems: string[];
}

/** A page of a partner, open in a browser, with what it complained about. */
export interface PanelPage {
  readonly page: Page;
  readonly site: TestServer;
  /** Errors that reached the page. */
  readonly errors: string[];
  readonly console: string[];
  panels(): Promise<SeenPanel[]>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Headers of the partner's page. */
  readonly headers?: Record<string, string>;
  /** Further answers of the partner's server. */
  readonly site?: Site;
  /** Runs in the page before any of its scripts. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Waits for the first statuses; off where none will come. */
  readonly statuses?: boolean;
}

/** Opens a partner's page with this body (or whole document) in a fresh browser context. */
export const openPage = async (browser: Browser, html: string, options: OpenOptions = {}): Promise<PanelPage> => {
  const { headers, site: answers, before, statuses = true } = options;
  const body = html.includes('<html') ? html : `<!doctype html><html lang="en"><title>Partner</title><body>${html}</body></html>`;
  const site = await serve({ '/favicon.ico': { status: 204 }, ...answers, '/': { body, ...(headers && { headers }) } });
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors: string[] = [];
  const console: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => console.push(message.text()));
  // The TypeScript loader wraps named functions in a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
  await before?.(page);
  const close = async () => {
    await context.close();
    await site.close();
  };
  try {
    await page.goto(site.origin, { waitUntil: 'load' });
    if (statuses)
      await until(page, () => {
        const panels = [...document.querySelectorAll('report-stalker-panel')];
        return panels.length > 0 && panels.every((panel) => panel.shadowRoot?.querySelector('[data-state]')?.textContent?.trim());
      });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    page,
    site,
    errors,
    console,
    panels: () => page.evaluate(seePanels),
    close,
  };
};

/** The names of the links that a screen reader finds. */
export const linksOnScreen = async ({ page }: PanelPage): Promise<readonly string[]> => {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  return nodes.filter(({ role, ignored }) => role?.value === 'link' && !ignored).map((node) => String(node.name?.value));
};

/** Long enough for a machine that does much else meanwhile, milliseconds: only what fails waits for all of it. */
export const PATIENCE_MS = 20_000;

/** Asks until it is so. Not `waitForFunction`: it compiles code in the page, which strict policies forbid. */
export const until = async <Parts extends unknown[]>(
  page: Pick<Page | Frame, 'evaluate'>,
  isSo: (...parts: Parts) => unknown,
  ...parts: Parts
): Promise<void> => {
  const limit = Date.now() + PATIENCE_MS;
  // As an expression: an element as an answer would not survive the way back.
  while (!(await page.evaluate(`Boolean((${isSo})(...${JSON.stringify(parts)}))`))) {
    if (Date.now() > limit) throw new Error(`Not so after ${PATIENCE_MS / 1000} seconds: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Runs in the page. */
function seePanels(): SeenPanel[] {
  return [...document.querySelectorAll('report-stalker-panel')].map((panel) => {
    const contacts = [...panel.shadowRoot!.querySelectorAll<HTMLElement>('[data-contact]')];
    const byId = (read: (contact: HTMLElement) => string) =>
      Object.fromEntries(contacts.map((contact) => [contact.dataset['contact'], read(contact)]));
    return {
      ids: contacts.map(({ dataset }) => dataset['contact']!),
      states: byId((contact) => contact.querySelector<HTMLElement>('[data-state]')!.dataset['state']!),
      sentences: byId((contact) => contact.querySelector('[data-state]')!.textContent.trim()),
      numbers: byId((contact) => contact.querySelector('a[href^="tel:"]')!.textContent.trim()),
      text: panel.shadowRoot!.textContent.replace(/\s+/g, ' '),
      parent: panel.parentElement!.id || panel.parentElement!.localName,
      problems: panel.problems.map(({ code }) => code),
    };
  });
}
