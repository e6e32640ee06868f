// What a visitor of a post sees, in a browser that has never been there.

import type { Browser, Frame, Page } from 'puppeteer-core';

/** The last four may never be. */
export type Sight =
  | 'the panel'
  | 'the panel in a frame, and a link'
  | 'the panel in a frame'
  | 'the numbers and a link'
  | 'the numbers'
  | 'a link'
  | 'nothing'
  | 'code'
  | 'two panels'
  | 'the panel, and the numbers again';

export interface Visit {
  readonly sight: Sight;
  /** Contacts of the panel, or of the one that the link leads to. */
  readonly ids: readonly string[];
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Opens the post and looks until the sight is the predicted one, or stays another. */
export const visit = async (browser: Browser, url: string, predicted: Sight): Promise<Visit> => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  // The TypeScript loader wraps named functions in a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    const response = await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    if (!response?.ok()) throw new Error(`${url}: ${response?.status()}`);
    const sight = await settled(page, predicted);
    return { sight, ids: await idsSeen(page, sight), page, requests, errors, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
};

const settled = async (page: Page, predicted: Sight): Promise<Sight> => {
  for (let attempt = 0; ; attempt++) {
    const sight = await look(page);
    if (sight === predicted || attempt === 200) return sight;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** The panel's page, as a visitor gets there by the link. */
const followed = async (page: Page): Promise<Frame> => {
  const href = await page.$eval('a[href*="panel.html"]', (link) => link.href);
  await page.goto(href, { waitUntil: 'load', timeout: 60_000 });
  for (let attempt = 0; !(await page.evaluate(panelsHere)).length; attempt++) {
    if (attempt === 200) throw new Error(`No panel at ${href}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return page.mainFrame();
};

const idsSeen = async (page: Page, sight: Sight): Promise<readonly string[]> => {
  if (sight === 'the panel') return (await page.evaluate(panelsHere))[0]!;
  if (sight.startsWith('the panel in a frame')) return (await frameOf(page)!.evaluate(panelsHere))[0]!;
  if (sight.endsWith('a link')) return (await (await followed(page)).evaluate(panelsHere))[0]!;
  return [];
};

const frameOf = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame !== page.mainFrame() && frame.url().includes('/panel.html'));

const look = async (page: Page): Promise<Sight> => {
  const panels = await page.evaluate(panelsHere);
  const frame = frameOf(page);
  const framed = frame && (await frame.evaluate(panelsHere)).length === 1 && (await isVisible(frame)) ? 1 : 0;
  if (await page.evaluate(showsCode)) return 'code';
  if (panels.length + framed > 1) return 'two panels';
  const { numbers, link } = await page.evaluate(plainContent);
  if (panels.length) return numbers ? 'the panel, and the numbers again' : 'the panel';
  if (framed) return link ? 'the panel in a frame, and a link' : 'the panel in a frame';
  if (numbers) return link ? 'the numbers and a link' : 'the numbers';
  return link ? 'a link' : 'nothing';
};

const isVisible = async (frame: Frame): Promise<boolean> =>
  (await frame.frameElement())!.evaluate(
    (element) =>
      element.checkVisibility() && element.getBoundingClientRect().height >= 200 && getComputedStyle(element).clipPath === 'none',
  );

/** Runs in the page: the contacts of each panel that is alive, 999 first and callable, with its status in words. */
function panelsHere(): string[][] {
  return [...document.querySelectorAll('report-stalker-panel')].flatMap((panel) => {
    const contacts = [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('[data-contact]') ?? [])];
    const alive = contacts.every((contact) => contact.querySelector('[data-state]')?.textContent?.trim());
    const emergency =
      contacts[0]?.matches('[data-contact="emergency"]') && contacts[0].querySelector('a[href="tel:999"]')?.checkVisibility();
    return alive && emergency ? [contacts.map(({ dataset }) => dataset['contact']!)] : [];
  });
}

/** Runs in the page. */
function plainContent(): { numbers: boolean; link: boolean } {
  const visible = (selector: string) =>
    [...document.querySelectorAll(selector)].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0,
    ).length;
  return { numbers: visible('a[href="tel:999"]') > 0 && visible('a[href^="tel:"]') >= 4, link: visible('a[href*="panel.html"]') === 1 };
}

/** Runs in the page: whether markup, a shortcode or script can be read as text. */
function showsCode(): boolean {
  return /<\/?[a-z][\w-]*[\s>]|&(lt|#60);|\[\/?report-stalker|\b(data|police|heading|exit)-[a-z]+=|\breferrerpolicy\b/i.test(
    document.body.innerText,
  );
}
