/* Chromium can darken light pages as it paints them: only a screenshot shows what becomes of a colour. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrastRatio } from '../../demo/contrast.js';
import { coloursOfPng } from './support/pixels.js';
import { pagesWithScript } from './support/partner-pages.js';

/** As the measurement reads it without a browser. */
const rgb = (colour: string): string => `rgb(${[...Buffer.from(colour.slice(1), 'hex')].join(', ')})`;

describe('where the browser darkens the page', () => {
  const { visit } = pagesWithScript();

  for (const theme of ['auto', 'light', 'dark'])
    for (const target of ['.exit', '[href="tel:999"]', '.emergency summary', '[href="tel:101"]', '[href="tel:02038664107"]', '.foot summary'])
      it(`the ring of the focus can be seen: ${theme}, ${target}`, async () => {
        const { page } = await visit(`TAG<report-stalker-panel theme="${theme}"></report-stalker-panel>`, {
          before: async (page) => void (await (await page.createCDPSession()).send('Emulation.setAutoDarkModeOverride', { enabled: true })),
        });
        // After a key, what the script gives the focus shows its ring.
        await page.keyboard.press('Tab');
        const link = await page.evaluateHandle((part) => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>(part)!, target);
        await link.focus();
        const box = (await link.boundingBox())!;
        // The ring lies from 2 to 5 pixels below its target.
        const pixel = async (below: number) => {
          const clip = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height) + below, width: 1, height: 1 };
          return rgb([...coloursOfPng(await page.screenshot({ clip })).keys()][0]!);
        };
        const [ring, ground] = [await pixel(3), await pixel(6)];
        // https://www.w3.org/TR/WCAG22/#non-text-contrast
        const ratio = contrastRatio(ring, ground, 'rgb(255, 255, 255)');
        assert.ok(ratio >= 3, `${ring} on ${ground}: ${ratio}`);
      });
});
