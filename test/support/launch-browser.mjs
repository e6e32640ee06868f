// How every browser of a test run is started, but for WebKit's, which has a driver of its own.

import { launch } from 'puppeteer-core';

/**
 * How long a browser may take to start or to answer, in ms: after a cold start, or with thousands of panels in one command, on a
 * machine that does much else. Shorter than what scripts/steps.mjs gives a file: the test at which a browser has stopped
 * answering fails, not all of them.
 */
export const PATIENCE_MS = 180_000;
/** How long it may take to end. */
const ENDING_MS = 20_000;

/** Puppeteer's `launch`, with patience. By itself `close` waits without a limit for a browser that has promised to end and does not. */
export async function launchBrowser(options) {
  const browser = await launch({ timeout: PATIENCE_MS, protocolTimeout: PATIENCE_MS, ...options });
  // Firefox speaks no DevTools protocol.
  if (options.browser !== 'firefox') await closeCrashedPages(browser);
  const close = browser.close.bind(browser);
  browser.close = async () => {
    const limit = setTimeout(() => endWithAllItsProcesses(browser.process()), ENDING_MS);
    await close();
    clearTimeout(limit);
    // A browser that has hung is still there, and keeps its output open: this process, which reads it, would never end.
    endWithAllItsProcesses(browser.process());
  };
  return browser;
}

// Puppeteer starts a browser as the leader of a process group.
function endWithAllItsProcesses(main) {
  try {
    process.kill(-main.pid, 'SIGKILL');
  } catch {
    // The whole group has ended, or there are no groups (Windows).
    main?.kill('SIGKILL');
  }
}

/** A page whose process has ended answers nothing, and each question to it would wait with all patience: closed, it fails at once. */
async function closeCrashedPages(browser) {
  const session = await browser.target().createCDPSession();
  session.on('Target.targetCrashed', ({ targetId, status, errorCode }) => {
    console.log(`A page has ended by itself: ${status}, ${errorCode}`);
    session.send('Target.closeTarget', { targetId }).catch(() => undefined);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
}
