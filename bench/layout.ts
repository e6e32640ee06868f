/** What the panel moves and how tall it is; test/e2e/layout-shift.test.ts has more cases of the same. */
import type { Browser } from 'puppeteer-core';
import { snippet, type Form } from '../demo/snippets.js';
import { lateScript, measureShift, reserving, VIEWPORTS } from '../test/e2e/support/layout-shift.js';
import { serve } from '../test/e2e/support/serve.js';
import { atMost, compared, type Row, type Section } from './support/report.js';

const FALLBACK = '<p>Call <a href="tel:999">999</a>.</p>';

export const layout = async (browser: Browser): Promise<Section> => {
  const scripts = await serve({ '/1/embed.js': { file: 'dist/embed.js' }, '/late/1/embed.js': lateScript });
  const pasted = (form: Form) => snippet(form, { base: `${scripts.origin}/late/`, attributes: { region: 'england' } });
  const early = `<script src="${scripts.origin}/1/embed.js" data-define-only></script><report-stalker-panel region="england">${FALLBACK}</report-stalker-panel>`;
  const late = `<report-stalker-panel region="england">${FALLBACK}</report-stalker-panel>${pasted('script')}`;
  try {
    const rows: Row[] = [];
    for (const viewport of VIEWPORTS) {
      const at = `, ${viewport.width} px wide`;
      const { panelHeight, shift } = await measureShift(browser, early, viewport);
      // Else no shift would prove nothing.
      if (!(panelHeight && (await measureShift(browser, late, viewport)).shift > 0.1))
        throw new Error('A late script without reserved room moved nothing.');
      rows.push(
        atMost(`layout shift from the statuses${at}`, shift, 0, ''),
        atMost(
          `layout shift with a late script, room reserved${at}`,
          (await measureShift(browser, late, viewport, reserving(panelHeight))).shift,
          0,
          '',
        ),
        atMost(
          `layout shift with a late script, the builder’s fallback${at}`,
          (await measureShift(browser, pasted('element'), viewport)).shift,
          0.1,
          '',
        ),
      );
    }
    const phone = VIEWPORTS.find(({ width }) => width === 375)!;
    const edgeToEdge = 'body { padding: 0 }';
    const height = async (html: string) => (await measureShift(browser, html, phone, edgeToEdge)).panelHeight;
    rows.push(
      atMost(`height of the panel, ${phone.width} px wide`, await height(early.replace(/ region="\w+"/, '')), 900, 'px'),
      compared(`height with the region’s own line, ${phone.width} px wide`, await height(early), 'px'),
    );
    return {
      title: 'Layout',
      how: 'In a partner’s article, from the first paint until the statuses are there. Heights are those of the widest font that Debian brings by itself, DejaVu Sans.',
      rows,
    };
  } finally {
    await scripts.close();
  }
};
