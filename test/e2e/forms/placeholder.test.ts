/** A placeholder: what becomes of it, where others may write, and on pages that change it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../support/panel-page.js';
import { aWhile, ENGLAND, pagesWithRelease } from '../support/partner-pages.js';

describe('paste forms', () => {
  const { visit } = pagesWithRelease();

  describe('a placeholder', () => {
    it('keeps what it held as the panel’s fallback, and its own place', async () => {
      const page = await visit(
        '<div id="here" data-report-stalker-panel data-region="england" data-police-name="Westmere Police"><p>Call 999</p></div>TAG',
      );
      const panels = await page.panels();
      assert.deepEqual(
        panels.map(({ parent, ids }) => [parent, ids]),
        [['here', ENGLAND]],
      );
      assert.ok(panels[0]!.text.includes('Westmere Police'));
      assert.equal(await page.page.$$eval('report-stalker-panel > p', (found) => found.length), 1);
    });

    it('with nothing in it becomes a panel too, also without a script tag’s own panel', async () => {
      const page = await visit(
        `<div id="here" data-report-stalker-panel></div>${'TAG'.replace('TAG', '<script src="URL/embed.js"></script>')}`,
      );
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['here'],
      );
    });

    it('whose script tag stands in it becomes one panel, with its own options', async () => {
      const page = await visit(
        '<div id="here" data-report-stalker-panel data-region="england"><script src="URL/embed.js" data-region="wales"></script></div>',
      );
      assert.deepEqual(
        (await page.panels()).map(({ parent, ids }) => [parent, ids]),
        [['here', ENGLAND]],
      );
    });

    it('with a number that has the focus hands it over to that number', async () => {
      const page = await visit(
        `<div data-report-stalker-panel><a href="tel:999">999</a> or <a href="tel:101">101</a></div>
          <script>document.querySelector('[href="tel:101"]').focus()</script>TAG`,
      );
      assert.equal(await page.page.$eval('report-stalker-panel', ({ shadowRoot }) => shadowRoot!.activeElement?.textContent), '101');
    });

    it('in a panel is fallback content of that panel', async () => {
      const page = await visit('<report-stalker-panel><div data-report-stalker-panel>Call 999</div></report-stalker-panel>TAG');
      assert.deepEqual(
        (await page.panels()).map(({ problems }) => problems),
        [[]],
      );
    });

    it('where others may write, sets no more than a link may', async () => {
      const page = await visit(
        '<div data-report-stalker-panel data-region="wales" data-compact data-show="paladin evil" data-src="/x.json" data-heading="Bent" data-police-name="Call 07700 900123" data-police-href="https://evil.example/" data-exit-href="https://evil.example/" data-now="2026-01-01T10:00"><p>Call 999</p></div>TAG'.replace(
          'TAG',
          '<script src="URL/embed.js" data-define-only data-untrusted-content></script>',
        ),
      );
      assert.deepEqual(
        await page.page.$eval('report-stalker-panel', (panel) => [...panel.attributes].map(({ name, value }) => `${name}=${value}`).sort()),
        ['compact=', 'region=wales', 'show=paladin'],
      );
    });

    for (const comment of [
      '<div data-report-stalker-panel hidden></div>',
      '<div hidden><report-stalker-panel></report-stalker-panel></div>',
      '<details><summary>More</summary><report-stalker-panel></report-stalker-panel></details>',
    ])
      it(`where others may write, takes no panel away: ${comment}`, async () => {
        const page = await visit(`<aside><script src="URL/embed.js" data-untrusted-content></script></aside><main>${comment}</main>`);
        await until(page.page, () => document.querySelector('aside > report-stalker-panel')?.checkVisibility());
        await aWhile();
        assert.equal(await page.page.$eval('aside > report-stalker-panel', (panel) => panel.checkVisibility()), true);
      });

    it('where others may write, nothing hidden beside a tag takes its panel away, and it stands back for what is shown', async () => {
      const tag = '<script src="URL/embed.js" data-untrusted-content></script>';
      const hidden = '<p hidden><report-stalker-panel></report-stalker-panel></p><div data-report-stalker-panel hidden></div>';
      const beside = await visit(`<main>${hidden}${tag}${hidden}</main>`);
      await until(beside.page, () => [...document.querySelectorAll('report-stalker-panel')].some((panel) => panel.checkVisibility()));
      for (const own of [
        '<div><report-stalker-panel></report-stalker-panel></div>',
        '<section data-report-stalker-panel></section>',
        '<p><a href="URL/panel.html">Help</a></p>',
        '<iframe src="URL/panel.html" title="Help"></iframe>',
      ]) {
        const page = await visit(`${own}<h2>More</h2>${tag}`, { statuses: false });
        await aWhile();
        const shown = await page.page.$$eval(
          'report-stalker-panel,iframe',
          (panels) => panels.filter((panel) => panel.checkVisibility()).length,
        );
        assert.equal(shown, 1, own);
      }
    });

    it('that a framework fills anew shows one panel again', async () => {
      const page = await visit('<div id="here" data-report-stalker-panel></div>TAG');
      await page.page.$eval('#here', (place) => {
        const fresh = place.cloneNode() as HTMLElement;
        fresh.textContent = 'Call 999';
        place.replaceWith(fresh);
      });
      await until(page.page, () =>
        document.querySelector('#here > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'),
      );
      assert.equal((await page.panels()).length, 1);
    });

    for (const [what, html] of [
      ['content', '<p>Call 999</p>'],
      ['words', 'Call 999'],
    ] as const)
      it(`whose ${what} a framework puts back, in place of the panel, shows one panel again`, async () => {
        const page = await visit(`<div id="here" data-report-stalker-panel>${html}</div>TAG`);
        await page.page.$eval(
          '#here',
          (place, before) => place.replaceChildren(document.createRange().createContextualFragment(before)),
          html,
        );
        await until(page.page, () => document.querySelector('#here > report-stalker-panel')?.textContent === 'Call 999');
        assert.equal((await page.panels()).length, 1);
        assert.equal(await page.page.$eval('#here', ({ childNodes }) => childNodes.length), 1);
      });

    it('that a page empties stays empty', async () => {
      const page = await visit('<div id="here" data-report-stalker-panel><p>Call 999</p></div>TAG');
      await page.page.$eval('#here', (place) => place.replaceChildren());
      await aWhile();
      assert.deepEqual(await page.panels(), []);
    });

    it('that comes with a form whose fields are named like what every element has does no harm', async () => {
      const page = await visit('<main></main>TAG', { statuses: false });
      await page.page.$eval('main', (main) => {
        main.innerHTML = '<form><input name="matches"><input name="isConnected"></form><div id="here" data-report-stalker-panel></div>';
      });
      await until(page.page, () =>
        document.querySelector('#here > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'),
      );
      assert.deepEqual(page.errors, []);
    });

    it('whose name clashes with a property of the page does no harm', async () => {
      const page = await visit(
        '<div id="here" name="x" data-report-stalker-panel><form><input name="parentNode"><input name="matches"></form></div><img name="scripts" alt="">TAG',
      );
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['here'],
      );
      assert.deepEqual(page.errors, []);
    });

    for (const [where, html] of [
      ['in an editor', '<div contenteditable>FORM</div>'],
      ['in an editor, locked', '<div contenteditable="plaintext-only"><div contenteditable="false">FORM</div></div>'],
      ['in a document that is edited, locked', '<script>document.designMode = "on"</script><div contenteditable="false">FORM</div>'],
      ['in a document that is edited', '<script>document.designMode = "on"</script>FORM'],
    ] as const)
      it(`${where} is left alone, and so are a script tag and the height of a frame`, async () => {
        const forms =
          '<div data-report-stalker-panel>Call 999</div><script src="URL/embed.js"></script><iframe src="URL/panel.html" title="Help" height="700"></iframe>';
        const page = await visit(html.replace('FORM', forms), { statuses: false });
        await until(page.page, () => customElements.get('report-stalker-panel'));
        const frame = await page.page.waitForFrame((candidate) => candidate.url().includes('/panel.html'));
        await until(frame, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
        await aWhile();
        assert.deepEqual(await page.panels(), []);
        assert.equal(await page.page.$eval('iframe', (element) => element.getAttribute('style')), null);
      });
  });
});
