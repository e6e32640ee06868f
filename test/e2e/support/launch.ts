// A browser for end-to-end tests: the same one that the component tests run in.

import type { Browser, LaunchOptions } from 'puppeteer-core';

import { chromiumLaunchOptions } from '../../support/chromium.mjs';
import { launchBrowser } from '../../support/launch-browser.mjs';

/** Close it in `after`: an open browser keeps Node's test runner waiting. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const defaults = await chromiumLaunchOptions();
  return launchBrowser({
    ...defaults,
    ...options,
    args: [...(defaults.args ?? []), ...(options.args ?? [])],
  });
}
