// Chromium for the component tests.

import { chromeLauncher } from '@web/test-runner-chrome';

import { chromiumLaunchOptions } from './chromium.mjs';
import { forgetEmulation } from './emulation-plugin.mjs';
import { launchBrowser, PATIENCE_MS } from './launch-browser.mjs';

export async function chromiumLauncher() {
  const launcher = chromeLauncher({
    puppeteer: { launch: launchBrowser },
    launchOptions: await chromiumLaunchOptions(),
    createPage: pageOfItsOwn,
    // Two cores: one page each. More only makes timers late.
    concurrency: 2,
  });
  return resettingEmulation(launcher);
}

// A page in a browser context of its own gets a window of its own. As two tabs of one window, only
// one would be in front, and the other would never see an animation frame.
async function pageOfItsOwn({ browser }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // A page's first modules are compiled when they are asked for.
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  return page;
}

// The launcher reuses its pages, and emulated media outlive a navigation: without this the next
// test file would start in the last one's forced colours.
function resettingEmulation(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (sessionId) => {
    await forgetEmulation(launcher.getPage(sessionId));
    return stopSession(sessionId);
  };
  return launcher;
}
