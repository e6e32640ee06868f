/** A plain link to the panel's page: where it becomes a panel, where it stays a link, and what it may say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snippet } from '../../../demo/snippets.js';
import { until } from '../support/panel-page.js';
import { aWhile, ENGLAND, LINK, pagesWithRelease } from '../support/partner-pages.js';
import { serveDist } from '../support/serve.js';

describe('paste forms', () => {
  const { scripts, visit } = pagesWithRelease();

  describe('a plain link', () => {
    for (const [name, html, parent] of [
      ['alone in a paragraph', `<main><p>${LINK}</p></main>TAG`, 'main'],
      ['alone in a paragraph with breaks and spaces', `<main><p>&nbsp; ${LINK}<br> <!-- note --></p></main>TAG`, 'main'],
      ['beside the empty paragraph that an editor has saved', `<div><p style="display: none !important;"></p> ${LINK}</div>TAG`, 'body'],
      ['where a template writes "False"', `<div contenteditable="False"><p>${LINK}</p></div>TAG`, 'div'],
      ['alone in a div', `<main><div>${LINK}</div></main>TAG`, 'main'],
      ['alone in a figure', `<main><figure>${LINK}</figure></main>TAG`, 'main'],
      ['alone in a div with an id, which stays', `<main><div id="mine">${LINK}</div></main>TAG`, 'mine'],
      ['in a sentence, asked for', `<main><p>Go to ${LINK.replace('<a', '<a data-panel')}.</p></main>TAG`, 'main'],
      ['in a table cell, asked for', `<table><tr><td>${LINK.replace('<a', '<a data-panel')}</td></tr></table>TAG`, 'td'],
      ['beside a frame of somebody else', `<main><iframe srcdoc="x" title="Map"></iframe><p>${LINK}</p></main>TAG`, 'main'],
      ['of a pinned release', `<main><p>${LINK.replace('/1/', '/1.0.7/')}</p></main>TAG`, 'main'],
      [
        'with a relative address, on the script’s own origin',
        `<main><p><a href="panel.html?region=england">Help</a></p></main><base href="URL/">TAG`,
        'main',
      ],
      ['last in the page, with the script before it', `TAG<main><p>${LINK}</p></main>`, 'main'],
    ] as const)
      it(`${name}, becomes a panel that keeps the link as its fallback`, async () => {
        const page = await visit(html.replace('URL//1.0.7', 'URL/'));
        const panels = await page.panels();
        assert.deepEqual(
          panels.map((panel) => panel.parent),
          [parent],
        );
        assert.deepEqual(panels[0]!.ids, ENGLAND);
        assert.equal(await page.page.$$eval('report-stalker-panel > a', (links) => links.length), 1);
        assert.deepEqual(page.errors, []);
      });

    for (const [name, html] of [
      ['in a sentence', `<p>See ${LINK}.</p>`],
      ['in a list', `<ul><li>${LINK}</li></ul>`],
      ['alone in a paragraph in a list', `<ul><li><p>${LINK}</p></li></ul>`],
      ['in a menu', `<nav><div>${LINK}</div></nav>`],
      ['in a menu of an older theme', `<div role="navigation"><div>${LINK}</div></div>`],
      ['in a menu, even when asked for', `<nav><div>${LINK.replace('<a', '<a data-panel')}</div></nav>`],
      ['in a heading', `<h2>${LINK}</h2>`],
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div role="heading"'].map(
        (name) => [`in <${name}>, even when asked for`, `<${name}>${LINK.replace('<a', '<a data-panel')}</${name.split(' ')[0]}>`] as const,
      ),
      ['in the title of a fold', `<details open><summary><div>${LINK}</div></summary></details>`],
      ['in an editor', `<div contenteditable><p>${LINK}</p></div>`],
      ['in an editor, locked', `<div contenteditable="true"><div contenteditable="false"><p>${LINK}</p></div></div>`],
      ['beside an empty paragraph, in which the page may say something later', `<div><p role="alert"></p> ${LINK}</div>`],
      ['beside another link', `<p>${LINK} ${LINK}</p>`],
      ['beside a picture', `<p><img alt=""> ${LINK}</p>`],
      ['to a page of another origin', '<p><a href="https://elsewhere.example/1/panel.html">Help</a></p>'],
      ['to another path', '<p><a href="URL/other/panel.html">Help</a></p>'],
      ['to another major version', `<p>${LINK.replace('URL/', 'URL/../2/')}</p>`],
      ['to a page with a longer name', '<p><a href="URL/panel.html.php">Help</a></p>'],
      ['by another protocol', '<p><a href="javascript:panel.html">Help</a></p>'],
    ] as const)
      it(`${name} stays a link`, async () => {
        const page = await visit(`${html}TAG`, { statuses: false });
        await until(page.page, () => customElements.get('report-stalker-panel'));
        await aWhile();
        assert.deepEqual(await page.panels(), []);
        assert.ok(await page.page.$$eval('a', (links) => links.every((link) => link.getBoundingClientRect().height > 0)));
      });

    for (const [name, html] of [
      ['another one', `<report-stalker-panel>x</report-stalker-panel><p>${LINK}</p>TAG`],
      ['another one, with the script tag between them', `<report-stalker-panel>x</report-stalker-panel>TAG<p>${LINK}</p>`],
      ['another one after it', `<p>${LINK}</p>TAG<report-stalker-panel>x</report-stalker-panel>`],
      ['another one after it, on the next line', `<p>${LINK}</p><br>TAG<report-stalker-panel>x</report-stalker-panel>`],
      ['the one of another link', `<p>${LINK}</p><p>${LINK}</p>TAG`],
      ['a placeholder', `<p>${LINK}</p><div data-report-stalker-panel></div>TAG`],
    ] as const)
      it(`never becomes a second panel beside ${name}`, async () => {
        const page = await visit(html);
        await aWhile();
        assert.equal((await page.panels()).length, 1);
      });

    for (const [name, before] of [
      ['the link', '<p>See <a href="URL/panel.html" data-heading="Bent" data-region="wales" data-src="/x.json">more</a></p>'],
      [
        'somebody else’s script',
        '<script src="https://elsewhere.example/embed.js" type="text/plain" data-heading="Bent" data-region="wales"></script>',
      ],
    ])
      it(`obeys nothing of ${name} before it`, async () => {
        const page = await visit(`<main>${before}<p>${LINK}</p></main>TAG`);
        assert.deepEqual(
          await page.page.$eval('report-stalker-panel', (panel) => [...panel.attributes].map(({ name, value }) => [name, value])),
          [['region', 'england']],
        );
      });

    it('to a host whose name begins as that of the script’s host does, stays a link', async () => {
      const root = await serveDist();
      const { origin } = root;
      const page = await visit(
        `<p><a href="${origin.replace('127.0.0.1', '127.elsewhere.example')}/panel.html">Help</a></p><script src="${origin}/embed.js" data-define-only></script>`,
        { statuses: false },
      );
      await until(page.page, () => customElements.get('report-stalker-panel'));
      await aWhile();
      assert.deepEqual(await page.panels(), []);
      await root.close();
    });

    it('in a picture is left alone', async () => {
      const page = await visit(`<svg><a href="URL/panel.html"><text>Help</text></a></svg><main><p>${LINK}</p></main>TAG`);
      assert.equal((await page.panels()).length, 1);
      assert.deepEqual(page.errors, []);
    });

    for (const [name, script] of [
      ['the script arrived with it', (tag: string) => tag.replace(' async', '')],
      ['the script came late', (tag: string) => tag],
      ['a host wrapped the tag in a paragraph', (tag: string) => `<p>${tag}</p>`],
      ['a host wrapped the tag, and the script arrived with it', (tag: string) => `<p>${tag.replace(' async', '')}</p>`],
      // As Django's `linebreaks`, Rails' `simple_format` and PHP's `nl2br` write the ends of lines.
      ['a host wrapped the tag with the end of its line', (tag: string) => `<p>${tag}<br>`],
      [
        'a host wrapped the tag with the end of its line, and the script arrived with it',
        (tag: string) => `<p>${tag.replace(' async', '')}<br>`,
      ],
      ['a host made the end of its line an element', (tag: string) => `${tag}<br>`],
    ] as const)
      it(`that stands behind the script tag is one panel with it, with the options of both: ${name}`, async () => {
        const text = snippet('script', { base: `${scripts.origin}/`, attributes: { region: 'england', 'police-name': 'Westmere Police' } });
        const page = await visit(text.replace(/<script.*<\/script>/, script));
        const panels = await page.panels();
        assert.equal(panels.length, 1);
        assert.deepEqual(panels[0]!.ids, ENGLAND);
        assert.match(panels[0]!.text, /Westmere Police/);
        assert.equal(await page.page.$$eval('a', (links) => links.filter((link) => link.checkVisibility()).length), 0);
        assert.equal(await page.page.$$eval('report-stalker-panel > a', (links) => links.length), 1);
      });

    it('that stands behind the script tag is a panel like any other: a second tag stands back for it', async () => {
      const tag = '<script src="URL/embed.js"></script>';
      const page = await visit(`<main>${tag}<p>${LINK}</p></main><aside>${tag}</aside>`);
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['main'],
      );
    });

    it('that stands behind a frame stays a link: the frame is the panel', async () => {
      const [frame, link] = snippet('frame', { base: `${scripts.origin}/` }).split('\n');
      for (const html of [
        `${frame}\n${link}`,
        `<p>${frame}</p>${link}`,
        // As `nl2br()` and Textile write the ends of lines.
        `${frame}<br />\n${link}`,
        `<p>${frame}<br>${link}`,
        // As hosts keep a video's proportions, and as one of them paragraphs the HTML that oEmbed gives.
        `<div>${frame}</div>${link}`,
        `<figure><div>${frame}</div></figure>${link}`,
        `<blockquote>${link}</blockquote>${frame}`,
      ]) {
        const page = await visit(`${html}TAG`, { statuses: false });
        await until(page.page, () => customElements.get('report-stalker-panel'));
        await aWhile();
        assert.deepEqual(await page.panels(), []);
        assert.equal(await page.page.$$eval('a', (links) => links.filter((anchor) => anchor.checkVisibility()).length), 1);
      }
    });

    for (const [name, html] of [
      [
        'in a column beside another column’s',
        `<div><p>${LINK}</p></div><div><p>${LINK.replace('england', 'england&amp;lang=cy')}</p></div>`,
      ],
      ['beside one in a box, which may be out of sight', `<div hidden><report-stalker-panel>x</report-stalker-panel></div><p>${LINK}</p>`],
      [
        'beside a frame in a box that is out of sight',
        `<report-stalker-panel>x</report-stalker-panel><hr><div hidden><iframe src="URL/panel.html" title="Help"></iframe></div><p>${LINK}</p>`,
      ],
      [
        'beside a frame in a box with words',
        `<report-stalker-panel>x</report-stalker-panel><hr><div>Wales: <iframe src="URL/panel.html" title="Help"></iframe></div><p>${LINK}</p>`,
      ],
      [
        'in a quotation of more than the link, before a frame',
        `<report-stalker-panel>x</report-stalker-panel><hr><blockquote><p>Words</p><p>${LINK}</p></blockquote><iframe src="URL/panel.html" title="Help"></iframe>`,
      ],
      [
        'in a form whose field is named like a method',
        `<form><input name="matches"><p>${LINK}</p></form><report-stalker-panel>x</report-stalker-panel>`,
      ],
    ] as const)
      it(`${name} is a panel too`, async () => {
        const page = await visit(`<main>${html}</main>TAG`);
        assert.equal((await page.panels()).length, 2);
      });

    it('that has the focus hands it over to the panel’s heading, which is no stop of Tab', async () => {
      const page = await visit(`<main><p>${LINK}</p></main><script>document.querySelector('a').focus()</script>TAG`);
      const focused = await page.page.$eval('report-stalker-panel', ({ shadowRoot }) => {
        const { id, tabIndex } = shadowRoot!.activeElement as HTMLElement;
        return { id, tabIndex };
      });
      assert.deepEqual(focused, { id: 'heading', tabIndex: -1 });
    });

    it('asked for twice in one paragraph becomes one panel', async () => {
      const link = LINK.replace('<a', '<a data-panel');
      const page = await visit(`<main><p>See ${link} or ${link}.</p></main>TAG`);
      await page.panels();
      await aWhile();
      assert.equal((await page.panels()).length, 1);
    });

    for (const style of ['', 'p { display: flex; border: 3px solid; padding: 30px }', 'p { display: block !important }'])
      it(`leaves nothing of its paragraph on screen: ${style || 'plain'}`, async () => {
        const page = await visit(`<style>${style}</style><main style="display: grid; gap: 50px"><p>${LINK}<br></p></main>TAG`);
        assert.equal(
          await page.page.$eval('report-stalker-panel', (panel) => (panel as HTMLElement).offsetTop - panel.parentElement!.offsetTop),
          0,
        );
      });
  });

  describe('what a link may say', () => {
    const asked = async (query: string) => {
      const page = await visit(`<main><p><a href="URL/panel.html?${query}">Help</a></p></main>TAG`);
      const attributes = await page.page.$eval('report-stalker-panel', (panel) =>
        Object.fromEntries(panel.getAttributeNames().map((name) => [name, panel.getAttribute(name)])),
      );
      return { attributes, panel: (await page.panels())[0]! };
    };

    for (const [query, attributes] of [
      [
        'region=wales&lang=cy&theme=dark&compact&heading-level=4&without-exit',
        { region: 'wales', lang: 'cy', theme: 'dark', compact: '', 'heading-level': '4', 'without-exit': '' },
      ],
      ['show=paladin+police', { show: 'paladin police' }],
      ['show=evil+paladin', { show: 'paladin' }],
      ['show=evil', {}],
      [
        'heading=Call+me&police-name=Me&police-href=https://evil.example/&exit-href=https://evil.example/&src=https://evil.example/&now=2026-12-25T10:00',
        {},
      ],
      ['region=narnia&theme=%23fff&heading-level=7&compact=false&lang=<b>', {}],
      ['contacts={}&number=0900&style=color:red&onclick=alert(1)&slot=x&id=y&class=z', {}],
      ['REGION=wales&region%20=wales', {}],
      ['region=england&region=wales', { region: 'england' }],
      ['%', {}],
    ] as const)
      it(query, async () => {
        const { attributes: found, panel } = await asked(query);
        assert.deepEqual(found, attributes);
        assert.ok(!/evil|Call me/.test(panel.text));
        assert.equal(panel.numbers['emergency'], '999');
        assert.deepEqual(panel.problems, []);
      });
  });
});
