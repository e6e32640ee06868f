import type { Browser, Page } from 'puppeteer-core';
import type { Rendered } from '../../test/e2e/support/many-panels.js';
import { serve, type Handler } from '../../test/e2e/support/serve.js';
import type { Candidate } from './candidates.js';

/** Milliseconds of one visit. */
export interface Visit {
  /** Script CPU as the browser's ScriptDuration counts it, which is without microtasks. */
  readonly counted: number;
  /** From the first statement until all that the script set off at once is done, microtasks included. */
  readonly script: number;
  /** From the first statement until everything has its place. */
  readonly laidOut: number;
}

/** With these the browser's clock is read to 5 microseconds, in place of 100. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** The page's own code: nothing runs that waits for a frame or a timer, so that all ends with the first picture. */
const PREPARE = `<script>
  var times = [];
  requestAnimationFrame = setTimeout = () => 0;
  var note = () => times.push(performance.now());
  var layOut = () => {
    for (const element of document.querySelectorAll('body > *')) for (const link of element.shadowRoot?.querySelectorAll('a') ?? []) link.getBoundingClientRect();
  };
</script>`;

const page = (body: string) => `<!doctype html><html lang="en"><head><title>Partner</title>${PREPARE}</head><body>${body}</body></html>`;

/** A page in a renderer of its own, slowed down. */
const open = async <Result>(browser: Browser, body: string, script: Handler, throttling: number, act: (page: Page) => Promise<Result>): Promise<Result> => {
  const site = await serve({ '/favicon.ico': { status: 204 }, '/': page(body), '/script.js': script }, ISOLATED);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateCPUThrottling(throttling);
    await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
    return await act(page);
  } finally {
    await context.close();
    await site.close();
  }
};

const timesOf = async (page: Page, count: number): Promise<readonly number[]> => {
  for (;;) {
    const times = (await page.evaluate('times')) as number[];
    if (times.length >= count) return times;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Lets the script into a page that has come to rest. Its `load` event is the next thing after its microtasks. */
export const visit = async (browser: Browser, { body, script }: Candidate, throttling: number, measure: 'script' | 'layout'): Promise<Visit> => {
  let letIn = () => {};
  const resting = new Promise<void>((resolve) => (letIn = resolve));
  // Laying out in a script counts as script: it has visits of its own.
  const then = measure === 'layout' ? 'note();layOut();note()' : 'note()';
  const handler: Handler = (_, response) =>
    void resting.then(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end(`note();${script}`));
  return open(browser, `${body}<script async src="/script.js" onload="${then}" data-define-only></script>`, handler, throttling, async (page) => {
    const scriptDuration = async () => (await page.metrics()).ScriptDuration! * 1000;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = await scriptDuration();
    letIn();
    const [start, settled, laidOut] = await timesOf(page, measure === 'layout' ? 3 : 2);
    return { counted: (await scriptDuration()) - before, script: settled! - start!, laidOut: laidOut! - start! };
  });
};

/** From the first byte of the markup to its layout, without a script. */
export const visitStatic = (browser: Browser, { markup, styles }: Rendered, throttling: number): Promise<number> =>
  open(
    browser,
    `<script>note()</script><static-panel><template shadowrootmode="open"><style>${styles}</style>${markup}</template></static-panel><script>layOut();note()</script>`,
    (_, response) => void response.end(),
    throttling,
    async (page) => {
      const [start, laidOut] = await timesOf(page, 2);
      return laidOut! - start!;
    },
  );
