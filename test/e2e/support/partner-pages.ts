/** What tests of pasted things share: partners' pages, the host of the script, and what a panel shows there by itself. */
import { after, afterEach, before } from 'node:test';
import type { Browser, LaunchOptions } from 'puppeteer-core';
import { launch } from './launch.js';
import { openPage, type OpenOptions, type PanelPage } from './panel-page.js';
import { serveDist, serveReleases, type TestServer } from './serve.js';
import { suiteServer } from './suite-server.js';

/** The contacts of record, by their ids, and those of a panel for England. */
export const NSH = 'national-stalking-helpline';
export const RECORD = ['emergency', 'police', NSH, 'paladin'];
export const ENGLAND = [...RECORD, 'national-domestic-abuse-helpline'];

/** A link that becomes a panel for England; `visit` puts in its address. */
export const LINK = '<a href="URL/panel.html?region=england">Help with stalking</a>';

/** For pages on which nothing is to happen. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 200));

/** Starts the browser and the script's host of a suite; for a `describe`. `TAG` is the script as a partner pastes it. */
export const pagesWithScript = (options?: LaunchOptions) =>
  partnerPages(serveDist, (html, origin) => html.replaceAll('TAG', `<script src="${origin}/embed.js" async></script>`), options);

/** The same with the releases: `TAG` is the script as a theme loads it, `URL` the folder of the evergreen release. */
export const pagesWithRelease = () =>
  partnerPages(serveReleases, (html, origin) =>
    html.replaceAll('TAG', `<script src="${origin}/1/embed.js" async data-define-only></script>`).replaceAll('URL/', `${origin}/1/`),
  );

function partnerPages(
  serveScripts: () => Promise<TestServer>,
  fill: (html: string, origin: string) => string,
  launchOptions?: LaunchOptions,
) {
  let browser: Browser;
  const open: PanelPage[] = [];

  before(async () => {
    browser = await launch(launchOptions);
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  after(() => browser.close());

  const scripts = suiteServer(serveScripts);

  const visit = async (html: string, options?: OpenOptions): Promise<PanelPage> => {
    const page = await openPage(browser, fill(html, scripts.origin), options);
    open.push(page);
    return page;
  };

  return { scripts, visit };
}
