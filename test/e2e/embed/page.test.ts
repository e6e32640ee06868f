/** What the page around the panel notices of it: its encoding, policy and storage, its layout, and what is copied of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockAt } from '../support/clock.js';
import { keepInFront } from '../support/first-paint.js';
import { until } from '../support/panel-page.js';
import { NSH, pagesWithScript } from '../support/partner-pages.js';

describe('dist/embed.js on a partner’s page', () => {
  const { scripts, visit } = pagesWithScript();

  it('what is copied of the page has numbers and hours, and no status, which would stay true nowhere', async () => {
    const page = await visit('<p>Help</p>TAG', { before: clockAt('2026-11-25T18:00:00Z') });
    // By command: the keys are others on a Mac.
    const edit = (command: 'SelectAll' | 'Copy' | 'Paste') => page.page.keyboard.press('F15', { commands: [command] });
    await edit('SelectAll');
    await edit('Copy');
    await page.page.evaluate(() => {
      const editor = document.body.appendChild(document.createElement('div'));
      editor.contentEditable = 'true';
      editor.focus();
    });
    await edit('Paste');
    const pasted = await page.page.$eval('div', (editor) => editor.textContent);
    for (const words of ['Help', 'Stalking Helpline', '0808 802 0300', 'Open 24 hours', '9:30am to 4pm'])
      assert.ok(pasted.includes(words), `${words} in ${pasted}`);
    assert.doesNotMatch(pasted, /usually|now|exit this page/i);
  });

  it('a page in an old encoding does not garble the words', async () => {
    const page = await visit('<div lang="cy">TAG</div>', { headers: { 'content-type': 'text/html; charset=windows-1252' } });
    assert.ok((await page.panels())[0]!.text.includes('filiau ffôn'));
  });

  describe('in a strict page', () => {
    it('renders, styled, under default-src none and Trusted Types, beside another Lit', async () => {
      const page = await visit(
        `<script nonce="n">window.violations = []; document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI)); trustedTypes.createPolicy('lit-html', {})</script>TAG`,
        {
          headers: {
            'content-security-policy': `default-src 'none'; script-src ${scripts.origin} 'nonce-n'; style-src 'none'; require-trusted-types-for 'script'; trusted-types report-stalker-panel lit-html`,
          },
        },
      );
      assert.deepEqual(await page.page.evaluate('violations'), []);
      assert.equal(
        await page.page.$eval('report-stalker-panel', (panel) => getComputedStyle(panel.shadowRoot!.querySelector('li')!).backgroundColor),
        'rgb(156, 18, 29)',
      );
      assert.deepEqual(page.errors, []);
    });

    it('asks for nothing but the script, and stores nothing', async () => {
      const requested: string[] = [];
      const page = await visit('TAG', {
        before: async (partner) => partner.on('request', (request) => requested.push(request.url())),
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(
        requested.filter((url) => !url.endsWith('/favicon.ico')),
        [`${page.site.origin}/`, `${scripts.origin}/embed.js`],
      );
      assert.deepEqual(
        await page.page.evaluate(async () => [
          localStorage.length,
          sessionStorage.length,
          document.cookie,
          (await indexedDB.databases()).length,
          (await caches.keys()).length,
          history.length,
        ]),
        [0, 0, '', 0, 0, 2],
      );
    });
  });

  describe('three speeds', () => {
    it('numbers are laid out, and a frame has passed, before any Intl is used', async () => {
      const page = await visit('TAG', {
        before: async (partner) => {
          await keepInFront(partner);
          await partner.evaluateOnNewDocument(() => {
            const log: string[] = [];
            Object.assign(globalThis, { log });
            const laidOut = () =>
              [...(document.querySelector('report-stalker-panel')?.shadowRoot?.querySelectorAll('a[href^="tel:"]') ?? [])].filter(
                (link) => link.getBoundingClientRect().height > 0,
              ).length;
            const frame = () => {
              if (laidOut() && !log.includes('frame with numbers')) log.push('frame with numbers');
              requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);
            for (const name of [
              'DateTimeFormat',
              'NumberFormat',
              'PluralRules',
              'RelativeTimeFormat',
              'ListFormat',
              'Collator',
              'Locale',
            ] as const) {
              const Real = Intl[name] as unknown as new (...parts: unknown[]) => object;
              (Intl as unknown as Record<string, unknown>)[name] = new Proxy(Real, {
                construct: (target, parts) => {
                  log.push(`Intl.${name} with ${laidOut()} numbers`);
                  return new target(...parts);
                },
              });
            }
          });
        },
      });
      const log = (await page.page.evaluate('log')) as string[];
      assert.equal(log[0], 'frame with numbers');
      assert.match(log[1]!, /^Intl\.DateTimeFormat with 4 numbers$/);
    });

    for (const [width, height] of [
      [245, 900],
      [375, 900],
      [1280, 800],
    ] as const)
      it(`nothing moves when statuses arrive or change, at ${width} px`, async () => {
        const page = await visit('<p>Before</p>TAG<p>After</p>', {
          before: async (partner) => {
            await partner.setViewport({ width, height });
            await clockAt('2026-11-25T15:59:57Z')(partner);
            await partner.evaluateOnNewDocument(() => {
              const shifts: number[] = [];
              Object.assign(globalThis, { shifts, heights: new Set<number>() });
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
              }).observe({ type: 'layout-shift', buffered: true });
              const measure = () => {
                const panel = document.querySelector('report-stalker-panel');
                if (panel?.shadowRoot)
                  (globalThis as unknown as { heights: Set<number> }).heights.add(panel.getBoundingClientRect().height);
                requestAnimationFrame(measure);
              };
              measure();
            });
          },
        });
        await page.page.evaluate('startClock()');
        await until(
          page.page,
          (id: string) =>
            document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(`[data-contact="${id}"] [data-state="closed"]`),
          NSH,
        );
        await new Promise((resolve) => setTimeout(resolve, 100));
        assert.equal(await page.page.evaluate('heights.size'), 1);
      });

    it('is at most 900 px tall at 375 px, everything folded', async () => {
      const page = await visit('TAG', { before: (partner) => partner.setViewport({ width: 375, height: 700 }) });
      const height = await page.page.$eval('report-stalker-panel', (panel) => panel.getBoundingClientRect().height);
      assert.ok(height <= 900, `${height} px`);
    });

    it('never overflows its place', async () => {
      const page = await visit('<div id="box">TAG</div>', { before: (partner) => partner.setViewport({ width: 1280, height: 800 }) });
      for (const style of [
        'width: 245px',
        'display: flex; width: 245px',
        'display: grid; width: 320px',
        'float: left',
        'width: 600px; direction: rtl',
        'display: flex; width: 900px',
      ]) {
        const [box, panel, inner] = await page.page.evaluate((css) => {
          const element = document.getElementById('box')!;
          element.style.cssText = css;
          const panelElement = element.querySelector('report-stalker-panel')!;
          const content = panelElement.shadowRoot!.querySelector<HTMLElement>('[part="panel"]')!;
          return [
            element.getBoundingClientRect().width,
            panelElement.getBoundingClientRect().width,
            content.scrollWidth - content.clientWidth,
          ];
        }, style);
        assert.ok(panel! <= box! && panel! >= 240, `${style}: ${panel} in ${box}`);
        assert.equal(inner, 0, style);
      }
    });
  });
});
