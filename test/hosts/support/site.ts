import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { FORMS, snippet, type Form } from '../../../demo/snippets.js';
import { launch } from '../../e2e/support/launch.js';
import { serveReleases, type TestServer } from '../../e2e/support/serve.js';

/** What the tests choose, so that a panel that obeys can be told from one that does not. */
export const ATTRIBUTES = { region: 'wales', 'heading-level': '3' } as const;

/** A browser, and the origin that has the script: never the host's own. */
export interface Setting {
  readonly browser: Browser;
  readonly scripts: TestServer;
  close(): Promise<void>;
}

export const setUp = async (): Promise<Setting> => {
  const scripts = await serveReleases();
  const browser = await launch();
  return {
    browser,
    scripts,
    close: async () => {
      await browser.close();
      await scripts.close();
    },
  };
};

/** The HTML that a host puts in the place of the panel page's address, where it knows oEmbed. */
const oembedAnswer = ({ scripts }: Setting): string => {
  const { html, provider_url } = JSON.parse(readFileSync('dist/oembed.json', 'utf8')) as { html: string; provider_url: string };
  return html.replaceAll(provider_url, `${scripts.origin}/`);
};

/** What is pasted for a form: the builder's snippet; for oEmbed the answer, unless the host is to make something of the address. */
export const paste = (form: Form, setting: Setting, address = false): string =>
  form === 'oembed' && !address ? oembedAnswer(setting) : snippet(form, { base: `${setting.scripts.origin}/`, attributes: ATTRIBUTES });

export const pastes = (setting: Setting): string[] => FORMS.map((form) => paste(form, setting));

/** The script as a site owner's theme loads it. */
export const themeScript = ({ scripts }: Setting): string =>
  `<script src="${scripts.origin}/1/embed.js" referrerpolicy="no-referrer" async data-define-only></script>`;

/** A page for visits, with the errors that reach it. */
export const newPage = async (browser: Browser): Promise<{ page: Page; errors: string[] }> => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  return { page, errors };
};
