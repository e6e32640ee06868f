/** The snippets as a partner pastes them, and how the forms get along on one page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FORMS, snippet } from '../../../demo/snippets.js';
import { until } from '../support/panel-page.js';
import { aWhile, ENGLAND, pagesWithRelease } from '../support/partner-pages.js';

describe('paste forms', () => {
  const { scripts, visit } = pagesWithRelease();

  for (const form of FORMS.filter((name) => !['frame', 'oembed'].includes(name)))
    for (const pinned of [false, true])
      it(`the snippet of the form "${form}"${pinned ? ' of a pinned release' : ''} becomes one panel, with its options`, async () => {
        const text = snippet(form, { base: `${scripts.origin}/`, attributes: { region: 'england', 'heading-level': '3' } });
        const html = pinned ? text.replaceAll('/1/', '/1.2.3/') : text;
        const page = await visit(form === 'link' ? `${html}TAG` : html);
        const panels = await page.panels();
        assert.equal(panels.length, 1);
        assert.deepEqual(panels[0]!.ids, ENGLAND);
        assert.deepEqual(panels[0]!.problems, []);
        assert.equal(
          await page.page.$eval('report-stalker-panel', (panel) => panel.shadowRoot!.querySelector('[role="heading"]')!.ariaLevel),
          '3',
        );
        assert.deepEqual(page.errors, []);
      });

  it('the host of the script hears of no page, and of a website only where the release is pinned', async () => {
    const { 'embed.js': integrity } = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as { 'embed.js': string };
    for (const form of FORMS.filter((name) => !['link', 'oembed'].includes(name)))
      for (const pinned of [false, true]) {
        const before = scripts.requests.length;
        const release = { version: '1.2.3', integrity };
        const page = await visit(snippet(form, { base: `${scripts.origin}/`, ...(pinned && { pinned: release }) }), { statuses: false });
        if (form !== 'frame') await until(page.page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('a'));
        const told = scripts.requests.slice(before).map(({ headers }) => [headers.referer, headers.origin]);
        const isTold = pinned && form !== 'frame';
        assert.deepEqual(
          told,
          told.map(() => [undefined, isTold ? page.site.origin : undefined]),
          form,
        );
        assert.ok(told.length > 0, form);
      }
  });

  for (const [name, html, parents] of [
    [
      'a script tag and a link after it',
      '<div id="a"><script src="URL/embed.js"></script></div><main><p><a href="URL/panel.html">Help</a></p></main>',
      ['main'],
    ],
    [
      'a script tag and a placeholder after it',
      '<div id="a"><script src="URL/embed.js"></script></div><div id="b" data-report-stalker-panel></div>',
      ['b'],
    ],
    [
      'a script tag and a link that stays one',
      '<nav><a href="URL/panel.html">Help</a></nav><div id="a"><script src="URL/embed.js"></script></div>',
      ['a'],
    ],
    ['a script tag and a frame', '<iframe src="URL/panel.html"></iframe><div id="a"><script src="URL/embed.js"></script></div>', []],
    [
      'a placeholder in the element',
      '<div id="a"><report-stalker-panel><div data-report-stalker-panel>x</div></report-stalker-panel></div>TAG',
      ['a'],
    ],
    [
      'a template that is marked like a placeholder',
      '<template data-report-stalker-panel>x</template><div id="a"><script src="URL/embed.js"></script></div>',
      ['a'],
    ],
    [
      'a placeholder that holds the element',
      '<div id="a" data-report-stalker-panel><report-stalker-panel>x</report-stalker-panel></div>TAG',
      ['a'],
    ],
  ] as const)
    it(`${name}: never two panels in one place, never none`, async () => {
      const page = await visit(html, { statuses: parents.length > 0 });
      await aWhile();
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        parents,
      );
    });

  it('an XHTML page, in which no template can be read, has the link and numbers that can be called', async () => {
    const page = await visit('<p>x</p>', {
      statuses: false,
      site: {
        '/page.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head><body><main><p><a href="${scripts.origin}/1/panel.html?region=england">Help</a><br/></p></main><script src="${scripts.origin}/1/embed.js" async="async" data-define-only=""></script></body></html>`,
      },
    });
    await page.page.goto(`${page.site.origin}/page.xhtml`);
    await until(page.page, () => document.querySelector('main > report-stalker-panel')?.shadowRoot?.querySelector('a[href="tel:999"]'));
    assert.equal(await page.page.$$eval('report-stalker-panel > a', (links) => links.filter((link) => link.checkVisibility()).length), 1);
    assert.deepEqual(page.errors, []);
  });

  it('a page with ten thousand links pays little for each change', async () => {
    const page = await visit(
      `<main>${'<p><a href="/x">x</a> y</p>'.repeat(10_000)}</main><report-stalker-panel>x</report-stalker-panel>TAG`,
    );
    const [scanned, added] = await page.page.evaluate(async () => {
      let calls = 0;
      const { querySelectorAll } = Element.prototype;
      Document.prototype.querySelectorAll = function () {
        calls += 1;
        throw new Error('the whole page is searched again');
      };
      Element.prototype.querySelectorAll = function (this: Element, selector: string) {
        if (this.matches('main')) calls += 1;
        return querySelectorAll.call(this, selector);
      };
      const main = document.querySelector('main')!;
      for (let time = 0; time < 100; time++) main.append(document.createElement('p'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [calls, main.children.length];
    });
    assert.deepEqual([scanned, added], [0, 10_100]);
  });
});
