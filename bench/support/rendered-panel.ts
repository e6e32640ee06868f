import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import type { Rendered } from '../../test/e2e/support/many-panels.js';
import { openPage } from '../../test/e2e/support/panel-page.js';

/** Runs in the page before any script: keeps the text of the sheet, and lets nothing run that waits for a frame. */
const prepare = (): void => {
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (text) {
    Object.assign(window, { styles: text });
    replaceSync.call(this, text);
  };
  Object.assign(window, { requestAnimationFrame: () => 0, setTimeout: () => 0 });
};

/** What the panel first paints: its tree before the statuses. */
export const renderedPanel = async (browser: Browser): Promise<Rendered> => {
  const { page, close } = await openPage(
    browser,
    '<report-stalker-panel></report-stalker-panel><script src="/embed.js" data-define-only></script>',
    {
      statuses: false,
      site: { '/embed.js': readFileSync('dist/embed.js', 'utf8') },
      before: (page) => page.evaluateOnNewDocument(prepare),
    },
  );
  try {
    const rendered = await page.evaluate(() => ({
      markup: document.querySelector('report-stalker-panel')!.shadowRoot!.innerHTML.replace(/<!--.*?-->/g, ''),
      styles: (window as unknown as { styles: string }).styles,
    }));
    // With statuses, what is compared with the panel would have more to show than it.
    if (!/data-state="unknown"/.test(rendered.markup) || /data-state="(?!unknown)/.test(rendered.markup))
      throw new Error('The panel is not as it first paints.');
    return rendered;
  } finally {
    await close();
  }
};
