/** What Lighthouse says about the demo pages, which partners copy from, and about the panel as a page. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import lighthouse, { type Config } from 'lighthouse';
import type { Browser } from 'puppeteer-core';
import { launch } from '../e2e/support/launch.js';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'] as const;

/** Without the waits that only its measurements of speed need. */
const config: Config = {
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: [...CATEGORIES],
    maxWaitForLoad: 60_000,
    // Every other method brings waits of five seconds back.
    throttlingMethod: 'simulate',
    disableFullPageScreenshot: true,
    pauseAfterFcpMs: 0,
    // The statuses come after the first paint.
    pauseAfterLoadMs: 1000,
    networkQuietThresholdMs: 500,
    cpuQuietThresholdMs: 0,
  },
};

let browser: Browser;
let server: ChildProcess;
const origins: Record<string, string> = {};

before(async () => {
  browser = await launch();
  server = spawn(process.execPath, ['scripts/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout!)) {
    const [, name, origin] = /^(Demo|Scripts): +(http:\/\/[^/]+)/.exec(line) ?? [];
    if (name) origins[name] = origin!;
    if (origins['Demo'] && origins['Scripts']) break;
  }
});

after(async () => {
  server.kill();
  await browser.close();
});

const pages = [
  ...readdirSync('demo')
    .filter((name) => name.endsWith('.html'))
    .map((name) => ['Demo', `/${name}`] as const),
  ['Scripts', '/panel.html'] as const,
];

for (const [server, path] of pages)
  test(`${path}: 100 for ${CATEGORIES.join(', ')}`, { timeout: 240_000 }, async () => {
    const page = await browser.newPage();
    const result = await lighthouse(`${origins[server]}${path}`, { logLevel: 'error' }, config, page);
    await page.close();
    const { categories, audits } = result!.lhr;
    const scores = CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100));
    const weak = CATEGORIES.flatMap((category) =>
      categories[category]!.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]!.score ?? 1) < 1).map(
        ({ id }) => `${id}: ${JSON.stringify(audits[id]!.details ?? audits[id]!.errorMessage)?.slice(0, 600)}`,
      ),
    );
    assert.deepEqual([scores, weak], [[100, 100, 100], []]);
  });
