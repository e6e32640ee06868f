/* Chromium can darken light pages as it paints them: only a screenshot shows what becomes of a colour. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrastRatio } from '../../demo/contrast.js';
import { coloursOfPng } from './support/pixels.js';
import { pagesWithScript } from './support/partner-pages.js';

/** As the measurement reads it without a browser. */
const rgb = (colour: string): string => `rgb(${[...Buffer.from(colour.slice(1), 'hex')].join(', ')})`;

describe('where the browser darkens the page', () => {
  // The browser that npm brings obeys neither the flag of Chromium's settings nor the one of its protocol.
  const { visit } = pagesWithScript({ args: ['--blink-settings=forceDarkModeEnabled=true'] });

  for (const theme of ['auto', 'light', 'dark'])
    for (const target of [
      '.exit',
      '[href="tel:999"]',
      '.emergency summary',
      '[href="tel:101"]',
      '[href="tel:02038664107"]',
      '.foot summary',
    ])
      it(`the ring of the focus can be seen: ${theme}, ${target}`, async () => {
        const { page } = await visit(`TAG<report-stalker-panel theme="${theme}"></report-stalker-panel>`);
        // After a key, what the script gives the focus shows its ring.
        await page.keyboard.press('Tab');
        const link = await page.evaluateHandle(
          (part) => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>(part)!,
          target,
        );
        await link.focus();
        const box = (await link.boundingBox())!;
        const pixel = async (x: number, y: number) =>
          rgb([...coloursOfPng(await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).keys()][0]!);
        const below = (distance: number) => pixel(Math.round(box.x + box.width / 2), Math.round(box.y + box.height) + distance);
        assert.notEqual(await pixel(1, 1), 'rgb(255, 255, 255)', 'the page is not darkened');
        // The ring lies from 2 to 5 pixels below its target.
        const [ring, ground] = [await below(3), await below(6)];
        // https://www.w3.org/TR/WCAG22/#non-text-contrast
        const ratio = contrastRatio(ring, ground, 'rgb(255, 255, 255)');
        assert.ok(ratio >= 3, `${ring} on ${ground}: ${ratio}`);
      });
});
