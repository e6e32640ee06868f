import type { Browser, Page } from 'puppeteer-core';
import type { Rendered } from '../../test/e2e/support/many-panels.js';
import { serve, type Handler } from '../../test/e2e/support/serve.js';
import { endOf, startTrace, type TraceEvent } from '../../test/e2e/support/trace.js';
import type { Candidate } from './candidates.js';

/** Milliseconds of the main thread's processor. */
export interface ScriptTime {
  /** As the browser's ScriptDuration counts it: without compilation, and without microtasks. */
  readonly counted: number;
  /** All of it until the numbers are in the tree. */
  readonly script: number;
}

/** With these the browser's clock is read to 5 microseconds, in place of 100. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** The page's own code: nothing runs that waits for a frame or a timer, so that all ends with the first picture. */
const PREPARE = `<script>
  var times = [];
  requestAnimationFrame = setTimeout = () => 0;
  var note = () => times.push(performance.now());
  var width = 0;
  var layOut = () => {
    for (const element of document.querySelectorAll('body > *')) for (const link of element.shadowRoot?.querySelectorAll('a') ?? []) width += link.getBoundingClientRect().width;
  };
</script>`;

const page = (body: string) => `<!doctype html><html lang="en"><head><title>Partner</title>${PREPARE}</head><body>${body}</body></html>`;

/** A page in a renderer of its own, slowed down. */
const open = async <Result>(
  browser: Browser,
  body: string,
  script: Handler,
  throttling: number,
  act: (page: Page) => Promise<Result>,
): Promise<Result> => {
  const site = await serve({ '/favicon.ico': { status: 204 }, '/': page(body), '/script.js': script }, ISOLATED);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateCPUThrottling(throttling);
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(site.origin, { waitUntil: 'domcontentloaded' });
    const result = await act(page);
    // Whatever gives up is faster than all that does something.
    if (errors.length) throw errors[0];
    return result;
  } finally {
    await context.close();
    await site.close();
  }
};

/** Tells the time at its first statement, after comments for the engine. */
const withNote = (candidate: Candidate): Candidate => ({ ...candidate, script: candidate.script.replace(/^(\/\/#.*\n)?/, '$&note();') });

const timesOf = async (page: Page, count: number): Promise<readonly number[]> => {
  for (;;) {
    const times = (await page.evaluate('times')) as number[];
    if (times.length >= count) return times;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** How long the numbers took to get their places, of which there must be some. */
const laidOutIn = async (page: Page, [start, laidOut]: readonly number[]): Promise<number> => {
  if (!(await page.evaluate('width'))) throw new Error('No link was laid out.');
  return laidOut! - start!;
};

/** Lets the script into a page that has come to rest. Its `load` event is the next thing after its microtasks. */
const letIn = async <Result>(
  browser: Browser,
  { body, script }: Candidate,
  throttling: number,
  then: string,
  around: (page: Page, run: () => Promise<readonly number[]>) => Promise<Result>,
): Promise<Result> => {
  let start = () => {};
  const resting = new Promise<void>((resolve) => (start = resolve));
  const handler: Handler = (_, response) =>
    void resting.then(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end(script));
  return open(
    browser,
    `${body}<script async src="/script.js" onload="${then}" data-define-only></script>`,
    handler,
    throttling,
    async (page) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return around(page, () => {
        start();
        return timesOf(page, then.split('note').length - 1);
      });
    },
  );
};

/** How long the main thread's processor works for the script; waiting for a turn on a busy machine is left out. */
export const scriptTime = (browser: Browser, candidate: Candidate, throttling: number): Promise<ScriptTime> =>
  letIn(browser, candidate, throttling, 'note()', async (page, run) => {
    const client = await page.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const scriptDuration = async () =>
      (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
    const before = await scriptDuration();
    const endTrace = await startTrace(client, ['devtools.timeline']);
    await run();
    const trace = await endTrace();
    const counted = (await scriptDuration()) - before;
    if (!(await page.evaluate(candidate.worked))) throw new Error(`${candidate.name} has not done its work.`);
    const evaluated = trace.find(({ name, args }) => name === 'EvaluateScript' && args.data?.url?.endsWith('/script.js'));
    if (!evaluated) throw new Error('The trace has no evaluation of the script.');
    // What the script leaves to microtasks runs right after it.
    const microtasks = trace.filter(
      ({ name, pid, tid, ts }) => name === 'RunMicrotasks' && pid === evaluated.pid && tid === evaluated.tid && ts >= evaluated.ts,
    );
    const nested = ({ ts }: TraceEvent) => ts < endOf(evaluated);
    return {
      counted,
      script: [evaluated, ...microtasks.filter((event) => !nested(event))].reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
    };
  });

/** Milliseconds from the first statement of the script until everything has its place. */
export const timeToLayout = (browser: Browser, candidate: Candidate, throttling: number): Promise<number> =>
  letIn(browser, withNote(candidate), throttling, 'layOut();note()', async (page, run) => laidOutIn(page, await run()));

/** From the first byte of the markup to its layout, without a script. */
export const timeToStaticLayout = (browser: Browser, { markup, styles }: Rendered, throttling: number): Promise<number> =>
  open(
    browser,
    `<script>note()</script><static-panel><template shadowrootmode="open"><style>${styles}</style>${markup}</template></static-panel><script>layOut();note()</script>`,
    (_, response) => void response.end(),
    throttling,
    async (page) => laidOutIn(page, await timesOf(page, 2)),
  );
