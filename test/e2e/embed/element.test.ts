/** The element, with what partners write into it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until, type PanelPage } from '../support/panel-page.js';
import { pagesWithScript } from '../support/partner-pages.js';

describe('dist/embed.js on a partner’s page', () => {
  const { scripts, visit } = pagesWithScript();

  describe('the element with fallback content', () => {
    const FALLBACK = '<report-stalker-panel><p id="fallback">Call <a href="tel:999">999</a></p></report-stalker-panel>';
    const fallbackShows = (page: PanelPage) => page.page.$eval('#fallback', (element) => element.getBoundingClientRect().height > 0);

    it('is replaced by the panel', async () => {
      const page = await visit(`${FALLBACK}TAG`);
      assert.equal(await fallbackShows(page), false);
    });

    const LINKS = ['tel:999', 'tel:101', 'https://www.paladinservice.co.uk/'];
    for (const href of LINKS)
      it(`hands the focus on its link ${href} over to that link, and does not scroll`, async () => {
        const links = LINKS.map((one) => `<a href="${one}">call or read</a>`).join(' or ');
        const page = await visit(`<div style="height: 2000px"></div><report-stalker-panel><p>${links}</p></report-stalker-panel>
          <a href="#after">after</a><script>document.querySelector('[href="${href}"]').focus({ preventScroll: true })</script>TAG`);
        const seen = () =>
          page.page.evaluate(() => {
            const { activeElement } = document.querySelector('report-stalker-panel')!.shadowRoot!;
            return [activeElement?.getAttribute('href'), scrollY];
          });
        assert.deepEqual(await seen(), [href, 0]);
      });

    it('shows the panel also where the page’s own `focus` throws', async () => {
      const fallback = '<report-stalker-panel><a href="tel:999">999</a></report-stalker-panel>';
      const page = await visit(
        `${fallback}<script>document.querySelector('a').focus(); HTMLElement.prototype.focus = () => { throw new Error('mine'); }</script>TAG`,
      );
      await until(page.page, () => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelectorAll('.number').length > 2);
    });

    it('takes no focus from what a self-closed tag swallows', async () => {
      const page = await visit(
        '<report-stalker-panel/><main><input value="half typed"><script>document.querySelector("input").focus()</script></main>TAG',
      );
      await until(page.page, () => document.activeElement!.localName === 'input');
    });

    for (const [name, html, headers] of [
      ['no script arrives', FALLBACK, {}],
      ['the script is missing', `${FALLBACK}<script src="/nothing.js"></script>`, {}],
      ['integrity does not fit', `${FALLBACK}<script src="SRC" crossorigin="anonymous" integrity="sha384-AAAA"></script>`, {}],
      ['the policy blocks the script', `${FALLBACK}TAG`, { 'content-security-policy': "script-src 'none'" }],
      [
        'the policy forbids every Trusted Types policy',
        `${FALLBACK}TAG`,
        { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
      ],
      ['define throws', `<script>customElements.define = () => { throw new Error('no') }</script>${FALLBACK}TAG`, {}],
      [
        'there are no custom elements',
        `<script>delete window.customElements; Object.defineProperty(window, 'customElements', { value: undefined })</script>${FALLBACK}TAG`,
        {},
      ],
    ] as const)
      it(`stays on screen when ${name}`, async () => {
        const page = await visit(html.replaceAll('SRC', `${scripts.origin}/embed.js`), { headers, statuses: false });
        await new Promise((resolve) => setTimeout(resolve, 200));
        assert.equal(await fallbackShows(page), true);
        assert.deepEqual(page.errors, []);
      });

    it('a self-closed tag does not hide the rest of the page', async () => {
      const page = await visit('<report-stalker-panel/><main><p id="rest">The rest of the page</p>TAG</main>');
      assert.equal(await page.page.$eval('#rest', (element) => element.getBoundingClientRect().height > 0), true);
      const [panel = assert.fail()] = await page.panels();
      assert.deepEqual(panel.problems, ['swallowed-content']);
      assert.equal(panel.numbers['emergency'], '999');
    });

    it('a self-closed tag in an article, whose rest has no parts, does not hide that rest', async () => {
      const page = await visit(
        '<main><article><h1>News</h1><report-stalker-panel /><p>two</p><h2>More</h2><p id="rest">three</p></article></main>TAG',
      );
      await until(page.page, () => document.querySelector('#rest')!.getBoundingClientRect().height > 0);
      const [panel = assert.fail()] = await page.panels();
      assert.deepEqual(panel.problems, ['swallowed-content']);
    });

    it('set while it was in a template, and again in the page, shows what was set last', async () => {
      const page = await visit(
        '<template><report-stalker-panel>x</report-stalker-panel></template><main></main><script src="SRC" data-define-only></script>'.replace(
          'SRC',
          `${scripts.origin}/embed.js`,
        ),
        { statuses: false },
      );
      const region = await page.page.evaluate(async () => {
        const content = document.querySelector('template')!.content.cloneNode(true) as DocumentFragment;
        const panel = content.querySelector('report-stalker-panel')!;
        panel.region = 'wales';
        panel.heading = 'Help';
        document.querySelector('main')!.append(content);
        panel.region = 'scotland';
        await panel.updateComplete;
        return [panel.region, panel.heading];
      });
      assert.deepEqual(region, ['scotland', 'Help']);
    });

    it('keeps its styles in another document, and back in its own', async () => {
      // Fallback content in which no number is called may be the rest of the page, once nothing follows the panel.
      const page = await visit(
        '<iframe width="600" height="900"></iframe><report-stalker-panel><p>x</p><p>y</p></report-stalker-panel><p>z</p>TAG',
      );
      const moved = await page.page.evaluate(async () => {
        const own = document.querySelector('report-stalker-panel')!;
        const colour = (panel: Element) => getComputedStyle(panel.shadowRoot!.querySelector('[data-contact="emergency"]')!).backgroundColor;
        const before = colour(own);
        const other = document.querySelector('iframe')!.contentDocument!.body;
        other.append(own);
        const there = colour(own);
        own.heading = 'Help';
        await own.updateComplete;
        const later = colour(own);
        document.body.append(own);
        return { before, there, later, back: colour(own) };
      });
      assert.match(moved.before, /^rgb/);
      assert.deepEqual(moved, { before: moved.before, there: moved.before, later: moved.before, back: moved.before });
      const late = await page.page.evaluate(async () => {
        const panel = document.createElement('report-stalker-panel');
        document.querySelector('iframe')!.contentDocument!.body.append(panel);
        await panel.updateComplete;
        return [
          panel.shadowRoot!.querySelectorAll('[data-contact]').length,
          getComputedStyle(panel.shadowRoot!.querySelector('[data-contact="emergency"]')!).backgroundColor,
        ];
      });
      assert.deepEqual(late, [4, moved.before]);
      assert.deepEqual(page.errors, []);
    });

    it('is upgraded when it was created before the script, with its properties', async () => {
      const page = await visit(
        `<script>const panel = document.createElement('report-stalker-panel'); panel.region = 'scotland'; panel.headingLevel = 4; document.body.append(panel)</script>TAG`,
      );
      const [panel = assert.fail()] = await page.panels();
      assert.ok(panel.ids.includes('domestic-abuse-forced-marriage-helpline'));
      assert.equal(
        await page.page.$eval('report-stalker-panel', (element) => element.shadowRoot!.querySelector('[role="heading"]')!.ariaLevel),
        '4',
      );
    });
  });
});
