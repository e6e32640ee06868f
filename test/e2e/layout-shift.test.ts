import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { snippet, type Form } from '../../demo/snippets.js';
import { launch } from './support/launch.js';
import { lateScript, measureShift, reserving, VIEWPORTS, type Viewport } from './support/layout-shift.js';
import { serve, type TestServer } from './support/serve.js';

const CONFIGURATIONS: readonly Record<string, string>[] = [
  {},
  { region: 'england' },
  { region: 'scotland', 'heading-level': '3' },
  { lang: 'cy', region: 'wales' },
  { compact: '' },
  { compact: '', region: 'northern-ireland' },
];

describe('layout shift', () => {
  let browser: Browser;
  let scripts: TestServer;

  before(async () => {
    browser = await launch();
    scripts = await serve({ '/1/embed.js': { file: 'dist/embed.js' }, '/late/1/embed.js': lateScript });
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  const measure = (html: string, viewport: Viewport, css?: string) => measureShift(browser, html, viewport, css);

  const pasted = (form: Form, attributes: Record<string, string>) => snippet(form, { base: `${scripts.origin}/late/`, attributes });

  for (const viewport of VIEWPORTS) {
    describe(`at ${viewport.width} by ${viewport.height}`, () => {
      for (const form of ['element', 'placeholder'] as const)
        for (const attributes of form === 'element' ? CONFIGURATIONS : CONFIGURATIONS.slice(0, 2))
          it(`is at most 0.1 with the snippet’s fallback and a late script: ${form} ${JSON.stringify(attributes)}`, async () => {
            const { shift, rooms } = await measure(pasted(form, attributes), viewport);
            assert.ok(shift <= 0.1, `${shift}; ${rooms.join(' px, then ')} px`);
          });

      it('is 0 with a late script where the page reserves the room', async () => {
        const html = `<report-stalker-panel region="england"><p>Call <a href="tel:999">999</a>.</p></report-stalker-panel>${pasted('script', {})}`;
        const unreserved = await measure(html, viewport);
        // Else this would prove nothing.
        assert.ok(unreserved.shift > 0.1, `${unreserved.shift}`);
        assert.equal((await measure(html, viewport, reserving(unreserved.panelHeight))).shift, 0);
      });

      for (const root of ['10px', '100%', '20px'])
        it(`is about 0 with the element and the rule of the README, on a page with a root of ${root}`, async () => {
          const readme = readFileSync('README.md', 'utf8');
          const block = (language: string, part: string) =>
            [...readme.matchAll(new RegExp('```' + language + '\\n([^]*?)```', 'g'))]
              .map(([, text]) => text!)
              .find((text) => text.includes(part)) ?? assert.fail(part);
          const html = block('html', '<report-stalker-panel>').replaceAll('https://HOST/', `${scripts.origin}/late/`);
          const { shift, rooms } = await measure(html, viewport, `html { font-size: ${root} } ${block('css', 'min-height')}`);
          // Fonts differ from machine to machine: in a wide one the panel may be a line taller.
          assert.ok(shift <= 0.03 && Math.abs(rooms[1] - rooms[0]) < 50, `${shift}; ${rooms.join(' px, then ')} px`);
        });

      it('is 0 where the script ran before, so that the statuses move nothing', async () => {
        for (const attributes of CONFIGURATIONS) {
          const html = `<script src="${scripts.origin}/1/embed.js" data-define-only></script>${pasted('element', attributes).replace(/<script.*/, '')}`;
          assert.equal((await measure(html, viewport)).shift, 0, JSON.stringify(attributes));
        }
      });
    });
  }
});
