/** What the tests of leaving share: a partner's page, another site to leave for, a visitor with real clicks, keys and history. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import type { ServerResponse } from 'node:http';
import { PATIENCE_MS } from './panel-page.js';
import { serve, serveDist, type Site, type TestServer } from './serve.js';
import { attempt, launchEngine, type EngineBrowser, type Key, type Point, type Visitor } from './visitor.js';

declare global {
  interface Window {
    /** How often a panel of the page asked to leave. */
    exits: number;
    /** What the page was told: by its frames, or by a listener of a test's own. */
    told: unknown[];
  }
}

/** A panel that leads to a page that answers at once; `visit` puts in its address. */
export const PANEL = '<report-stalker-panel exit-href="EXIT">x</report-stalker-panel>';
/** The same, to a page that answers when the test lets it. */
export const SLOW = PANEL.replace('EXIT', 'SLOW');
/** The same, to an answer without a page, which leaves the visitor where they are, covered. */
export const NOTHING = PANEL.replace('EXIT', 'NOTHING');

/** Colours of the host's page, of the other site, and of what the host opens later: a screenshot tells them from the cover's. */
export const [HOST, OTHER, LATER] = ['#ff00ff', '#00ff00', '#0000ff'];

/** Runs in the page: a panel's exit link, as a point to click on. */
export const exitPoint = (): Point | null => {
  const box = document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('a[data-exit]')?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
};

/**
 * Runs in the page: writes its history so often that Chromium and Firefox lead nowhere for ten seconds. All three engines refuse
 * the last writes.
 */
export const writeHistory = (): void => {
  for (let step = 0; step < 300; step++)
    try {
      history.replaceState(null, '', `#${step}`);
    } catch {
      return;
    }
};

export const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Asks until it is so; a page that is changing gives no answer. */
export const until = async (what: string, isSo: () => Promise<unknown>) => {
  // By the clock: one question may take a driver half a minute.
  const limit = Date.now() + PATIENCE_MS;
  do {
    if (await isSo().catch(() => false)) return;
    await sleep(25);
  } while (Date.now() < limit);
  assert.fail(`not so after ${PATIENCE_MS / 1000} seconds: ${what}`);
};

export interface Visit extends Visitor {
  readonly site: TestServer;
}

export const clickExit = async (visitor: Visitor, key?: Key) => visitor.click((await visitor.evaluate(exitPoint))!, key);
export const exits = (visitor: Visitor) => visitor.evaluate(() => window.exits);

/**
 * Clicks the exit a moment later, by a timer of the page: WebKit's driver stops the page while a command waits for a slow page to
 * come.
 */
export const leaveSlowly = (visitor: Visitor) =>
  visitor.evaluate(() => {
    setTimeout(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click(), 300);
  });

/** One colour, and none of the page's own: soon, and still a while later. */
export const isCovered = async (visitor: Visitor) => {
  let colours: string[] = [];
  const look = async () => {
    colours = [...(await visitor.colours()).keys()];
    return colours.length === 1 && ![HOST, OTHER, LATER].includes(colours[0]!);
  };
  await until('the page is covered', look).catch((error: Error) =>
    assert.fail(`${error.message}; on screen: ${colours.slice(0, 8).join(', ')}`),
  );
  await sleep(600);
  assert.ok(await look().catch(look), `on screen: ${colours.slice(0, 8).join(', ')}`);
};

/** Starts the browser and the servers of a suite; for a `describe`. */
export function leaving() {
  let browser: EngineBrowser;
  let scripts: TestServer;
  let elsewhere: TestServer;
  let gone: TestServer;
  const held: ServerResponse[] = [];
  let isSlow = true;
  const closing: (() => Promise<void>)[] = [];

  const clean = async () => {
    // What is still unanswered is answered now: no driver closes a window that waits for an answer.
    answerSlow();
    for (const close of closing.splice(0).reverse()) await close();
    elsewhere.requests.length = 0;
    isSlow = true;
  };

  before(async () => {
    browser = await launchEngine();
    scripts = await serveDist();
    elsewhere = await serve({
      '/exit': `<!doctype html><title>Weather</title><body bgcolor="${OTHER}">Weather`,
      '/slow': (_, response) => {
        held.push(response);
        if (!isSlow) answerSlow();
      },
      '/nothing': { status: 204 },
    });
    gone = await serve({});
    await gone.close();
  });

  afterEach(clean);

  after(async () => {
    await browser.close();
    await scripts.close();
    await elsewhere.close();
  });

  /** Puts in the tag of the script, and the addresses of the other site. */
  const fill = (html: string) =>
    html
      .replaceAll('TAG', `<script src="${scripts.origin}/embed.js" data-define-only></script>`)
      .replaceAll('EXIT', `${elsewhere.localhost}/exit`)
      .replaceAll('SLOW', `${elsewhere.localhost}/slow`)
      .replaceAll('NOTHING', `${elsewhere.localhost}/nothing`)
      .replaceAll('DOWN', `${gone.localhost}/`);

  /** A visitor on a partner's page, who came from another page of theirs. */
  const visit = async (html: string, { site: answers = {}, loaded = true }: { site?: Site; loaded?: boolean } = {}): Promise<Visit> => {
    const site = await serve({
      '/favicon.ico': { status: 204 },
      '/before': '<!doctype html><title>Before</title>',
      ...answers,
      '/': `<!doctype html><html lang="en"><title>Partner</title><body bgcolor="${HOST}"><script>
        exits = 0; told = [];
        addEventListener('rsp-exit', () => { exits++; });
        addEventListener('message', ({ data }) => told.push(data));
        </script>${fill(html)}`,
    });
    closing.push(() => site.close());
    const visitor = await browser.newVisitor();
    closing.push(() => visitor.close());
    await visitor.goto(`${site.origin}/before`);
    if (!loaded) {
      void visitor.goto(`${site.origin}/`).catch(() => undefined);
      return { ...visitor, site };
    }
    await visitor.goto(`${site.origin}/`);
    await until('the panel is there', () =>
      visitor.evaluate(
        () =>
          window.exits === 0 &&
          [...document.querySelectorAll('report-stalker-panel')].every((panel) => panel.shadowRoot?.querySelector('a[href="tel:999"]')),
      ),
    );
    // On a busy machine a window stays blank for a while, which would pass for a covered page.
    await until('the page is on screen', async () => {
      const colours = await visitor.colours();
      return colours.has(HOST) || colours.has(LATER);
    });
    return { ...visitor, site };
  };

  /** A site to be framed, until the end of the test. */
  const serveFramed = async (site: Site): Promise<TestServer> => {
    const framed = await serve(site);
    closing.push(() => framed.close());
    return framed;
  };

  /** What the other site was asked for. */
  const requests = () => elsewhere.requests;
  const isElsewhere = async (visitor: Visitor) => (await visitor.url()).startsWith(elsewhere.localhost);
  const hasLeft = (visitor: Visitor) => until('the visitor has left', () => isElsewhere(visitor));
  const asked = (path: string) => until(`${path} is asked for`, async () => requests().some(({ url }) => url === path));
  /** Lets the slow page come. */
  const answerSlow = () => {
    for (const response of held.splice(0)) response.end('<!doctype html><title>Slow</title>');
  };
  /**
   * For a page that has tried to end the exit, which is tried again a second later: from now on each request is answered at once,
   * also while a command to the driver waits.
   */
  const hasLeftSlowly = (visitor: Visitor) => {
    isSlow = false;
    answerSlow();
    return hasLeft(visitor);
  };

  const attempted = (run: () => Promise<void>) => () => attempt(browser, run, clean);

  return { attempted, visit, fill, serveFramed, requests, isElsewhere, hasLeft, hasLeftSlowly, asked, answerSlow };
}
