// How every test that needs Chromium starts it: component tests, end-to-end tests, screenshots.

import { ENGLISH } from './browser-language.mjs';
import { findInstalledChromium } from './find-browser.mjs';
import { npmChromium } from './npm-chromium.mjs';

// The language is fixed, and nothing outside this machine is asked or waited for.
const QUIET = [
  '--accept-lang=en-GB',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

// Puppeteer's default arguments that no visitor's browser has. This one lets a page write its history as often as it likes. Without
// it, Chromium ignores navigations of a page that writes too often, and the exit has to cope with that.
const UNLIKE_VISITORS = ['--disable-ipc-flooding-protection'];

/**
 * Options for launch-browser.mjs: an installed Chrome or Chromium, else the one from npm.
 * `BROWSER_SOURCE=npm` ignores installed ones, as on a fresh machine; `source: 'npm'` does so for
 * tests that need the same version everywhere.
 */
export async function chromiumLaunchOptions({ source = process.env['BROWSER_SOURCE'] } = {}) {
  const installed = source === 'npm' ? undefined : findInstalledChromium();
  if (installed !== undefined) {
    return {
      executablePath: installed,
      headless: true,
      ignoreDefaultArgs: UNLIKE_VISITORS,
      env: { ...process.env, ...ENGLISH },
      // Chromium refuses to start its sandbox as root, and containers of CI services rarely allow it.
      args: process.getuid?.() === 0 || process.env['CI'] ? [...QUIET, '--no-sandbox'] : QUIET,
    };
  }
  const executablePath = await npmChromium();
  return {
    executablePath,
    headless: 'shell',
    ignoreDefaultArgs: UNLIKE_VISITORS,
    env: { ...process.env, ...ENGLISH },
    // Only what this build needs in order to start. Its own list of arguments also switches off
    // web security, which would hide the very failures we look for (CORS, CSP, origins).
    args: [...QUIET, '--no-sandbox', '--no-zygote', '--disable-gpu'],
  };
}
