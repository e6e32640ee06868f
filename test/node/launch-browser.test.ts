/** A browser that breaks must not hold up a run. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { chromiumLaunchOptions } from '../support/chromium.mjs';
import { launchBrowser } from '../support/launch-browser.mjs';

let browser: Browser;
before(async () => {
  browser = await launchBrowser({ ...(await chromiumLaunchOptions()), protocolTimeout: 10_000 });
});
after(() => browser.close());

it('a page whose process ends fails what waits for it, long before patience does, and is closed; other pages go on', async () => {
  const [page, other] = [await browser.newPage(), await browser.newPage()];
  const asked = page.evaluate(() => new Promise(() => {}));
  page.goto('chrome://crash').catch(() => undefined);
  await assert.rejects(asked, /closed|detached|destroyed/i);
  await assert.rejects(page.evaluate(() => 1), /closed|detached|destroyed/i);
  assert.equal(await other.evaluate(() => 1 + 1), 2);
});
