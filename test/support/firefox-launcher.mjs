// Firefox for the component tests, over WebDriver BiDi: no geckodriver, no further package.

import { chromeLauncher } from '@web/test-runner-chrome';

import { ENGLISH } from './browser-language.mjs';
import { findInstalledFirefox, INSTALL_HINTS } from './find-browser.mjs';
import { launchBrowser } from './launch-browser.mjs';

export function firefoxLauncher() {
  const executablePath = findInstalledFirefox();
  if (executablePath === undefined) {
    throw new Error(`Firefox is not installed: ${INSTALL_HINTS.firefox}`);
  }
  return chromeLauncher({
    puppeteer: { launch: launchBrowser },
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      env: { ...process.env, ...ENGLISH },
    },
    // Firefox throttles the timers of windows that are not in front.
    concurrency: 1,
  });
}
