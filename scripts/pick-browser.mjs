// Which Chromium the steps use.

import { chromiumLaunchOptions } from '../test/support/chromium.mjs';
import { findInstalledChromium } from '../test/support/find-browser.mjs';
import { launchBrowser } from '../test/support/launch-browser.mjs';

/**
 * An installed browser need not start: a stub that asks for a snap, a container that allows no sandbox.
 * Then npm's takes its place, unless the browser was named.
 */
export async function pickBrowser() {
  const { BROWSER_SOURCE, CHROME_PATH } = process.env;
  const installed = BROWSER_SOURCE || CHROME_PATH ? undefined : findInstalledChromium();
  if (installed === undefined) return;
  try {
    const browser = await launchBrowser(await chromiumLaunchOptions());
    await browser.close();
  } catch (error) {
    console.log(`${installed} does not start; the tests take the Chromium that npm brings.\n${error.message.trim().slice(0, 500)}`);
    process.env.BROWSER_SOURCE = 'npm';
  }
}
