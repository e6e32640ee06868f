import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { FORMS, snippet } from '../../demo/snippets.js';
import { launch } from './support/launch.js';
import { openPage, until, type OpenOptions, type PanelPage } from './support/panel-page.js';
import { serveDist, serveReleases, type TestServer } from './support/serve.js';

const RECORD = ['emergency', 'police', 'national-stalking-helpline', 'paladin'];
const ENGLAND = [...RECORD, 'national-domestic-abuse-helpline'];

describe('paste forms', () => {
  let browser: Browser;
  let scripts: TestServer;
  const open: PanelPage[] = [];

  /** `TAG` is the script as a theme loads it, `URL` the folder of the evergreen release. */
  const visit = async (html: string, options?: OpenOptions): Promise<PanelPage> => {
    const tag = `<script src="${scripts.origin}/1/embed.js" async data-define-only></script>`;
    const page = await openPage(browser, html.replaceAll('TAG', tag).replaceAll('URL/', `${scripts.origin}/1/`), options);
    open.push(page);
    return page;
  };

  /** For pages on which nothing is to happen. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 200));

  before(async () => {
    browser = await launch();
    scripts = await serveReleases();
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

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
        assert.equal(await page.page.$eval('report-stalker-panel', (panel) => panel.shadowRoot!.querySelector('[role="heading"]')!.ariaLevel), '3');
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
        assert.deepEqual(told, told.map(() => [undefined, isTold ? page.site.origin : undefined]), form);
        assert.ok(told.length > 0, form);
      }
  });

  describe('a plain link', () => {
    const LINK = '<a href="URL/panel.html?region=england">Help with stalking</a>';

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
      ['of a pinned release', `<main><p>${LINK.replace('/1/', '/1.0.7/')}</p></main>TAG`, 'main'],
      ['with a relative address, on the script’s own origin', `<main><p><a href="panel.html?region=england">Help</a></p></main><base href="URL/">TAG`, 'main'],
      ['last in the page, with the script before it', `TAG<main><p>${LINK}</p></main>`, 'main'],
    ] as const)
      it(`${name}, becomes a panel that keeps the link as its fallback`, async () => {
        const page = await visit(html.replace('URL//1.0.7', 'URL/'));
        const panels = await page.panels();
        assert.deepEqual(panels.map((panel) => panel.parent), [parent]);
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
      ['somebody else’s script', '<script src="https://elsewhere.example/embed.js" type="text/plain" data-heading="Bent" data-region="wales"></script>'],
    ])
      it(`obeys nothing of ${name} before it`, async () => {
        const page = await visit(`<main>${before}<p>${LINK}</p></main>TAG`);
        assert.deepEqual(await page.page.$eval('report-stalker-panel', (panel) => [...panel.attributes].map(({ name, value }) => [name, value])), [['region', 'england']]);
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
      ['a host wrapped the tag with the end of its line, and the script arrived with it', (tag: string) => `<p>${tag.replace(' async', '')}<br>`],
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

    it('that stands behind a frame stays a link: the frame is the panel', async () => {
      const [frame, link] = snippet('frame', { base: `${scripts.origin}/` }).split('\n');
      for (const html of [
        `${frame}\n${link}`,
        `<p>${frame}</p>${link}`,
        // As `nl2br()` and Textile write the ends of lines.
        `${frame}<br />\n${link}`,
        `<p>${frame}<br>${link}`,
        // As hosts keep a video's proportions, and as one of them paragraphs the HTML that oEmbed gives.
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
      ['in a column beside another column’s', `<div><p>${LINK}</p></div><div><p>${LINK.replace('england', 'england&amp;lang=cy')}</p></div>`],
      ['beside one in a box, which may be out of sight', `<div hidden><report-stalker-panel>x</report-stalker-panel></div><p>${LINK}</p>`],
      ['beside a frame in a box that is out of sight', `<report-stalker-panel>x</report-stalker-panel><hr><div hidden><iframe src="URL/panel.html" title="Help"></iframe></div><p>${LINK}</p>`],
      ['beside a frame in a box with words', `<report-stalker-panel>x</report-stalker-panel><hr><div>Wales: <iframe src="URL/panel.html" title="Help"></iframe></div><p>${LINK}</p>`],
      ['in a quotation of more than the link, before a frame', `<report-stalker-panel>x</report-stalker-panel><hr><blockquote><p>Words</p><p>${LINK}</p></blockquote><iframe src="URL/panel.html" title="Help"></iframe>`],
      ['in a form whose field is named like a method', `<form><input name="matches"><p>${LINK}</p></form><report-stalker-panel>x</report-stalker-panel>`],
    ] as const)
      it(`${name} is a panel too`, async () => {
        const page = await visit(`<main>${html}</main>TAG`);
        assert.equal((await page.panels()).length, 2);
      });

    for (const [what, first, rest] of [
      ['paragraph', '<p>LINK', ' is near.</p>'],
      ['paragraph, which pauses after a blank,', '<p>LINK ', 'is near.</p>'],
      ['paragraph, which pauses after a break,', '<p>LINK<br>', 'is near.</p>'],
      ['box', '<div>LINK\n', '<p>More</p></div>'],
    ] as const)
      it(`is not judged before its ${what} has arrived`, async () => {
        const page = await visit('<h1>Page</h1>', {
          statuses: false,
          site: {
            '/slow': (_, response) => {
              response.writeHead(200, { 'content-type': 'text/html' });
              response.write(`<!doctype html><script src="${scripts.origin}/1/embed.js" data-define-only></script>${first.replace('LINK', `<a href="${scripts.origin}/1/panel.html">Help</a>`)}`);
              setTimeout(() => response.write(rest), 500);
              setTimeout(() => response.end(), 1000);
            },
          },
        });
        await page.page.goto(`${page.site.origin}/slow`);
        await aWhile();
        assert.deepEqual(await page.panels(), []);
      });

    it('that was asked for in running text does not wait for what follows', async () => {
      const page = await visit('<h1>Page</h1>', {
        statuses: false,
        site: {
          '/slow': (_, response) => {
            response.writeHead(200, { 'content-type': 'text/html' });
            response.write(`<!doctype html><script src="${scripts.origin}/1/embed.js" data-define-only></script><main>Go to <a href="${scripts.origin}/1/panel.html" data-panel>Help</a>. `);
            void page.page.waitForSelector('report-stalker-panel').then(() => response.end());
          },
        },
      });
      await page.page.goto(`${page.site.origin}/slow`);
      assert.equal((await page.panels()).length, 1);
    });

    for (const [name, text] of [
      ['link', LINK],
      ['sentence with a link that was asked for', `Go to ${LINK.replace('<a', '<a data-panel')}.`],
    ] as const)
      it(`in a paragraph that a framework goes on using: ${name}`, async () => {
        const page = await visit(`<main><h1>News</h1><p class="written">${text}</p><p>More</p></main><aside></aside>TAG`);
        const inPlace = () => page.page.$$eval('report-stalker-panel', (panels) => panels.map(({ previousElementSibling }) => previousElementSibling!.className));
        assert.deepEqual(await inPlace(), ['written']);
        // As React does it: it holds on to what it wrote, and an error here blanks the whole page.
        await page.page.evaluate(() => {
          const written = document.querySelector('.written')!;
          Object.assign(globalThis, { written });
          written.parentNode!.insertBefore(document.createElement('h2'), written);
        });
        assert.deepEqual(await inPlace(), ['written']);
        await page.page.evaluate('document.querySelector("aside").append(written)');
        assert.deepEqual(await page.page.$$eval('aside > .written + report-stalker-panel', (panels) => panels.length), 1);
        await page.page.evaluate('written.parentNode.removeChild(written)');
        assert.deepEqual(await inPlace(), []);
        await page.page.evaluate('document.querySelector("main").append(written)');
        assert.deepEqual(await page.page.$$eval('main > .written + report-stalker-panel', (panels) => panels.length), 1);
        assert.deepEqual(page.errors, []);
      });

    it('comes back where a framework, going on with the markup of its server, takes out what it did not write', async () => {
      const page = await visit(`<main><h1>News</h1><p>${LINK}</p></main>TAG`);
      await page.panels();
      // Vue's production build leaves the paragraph as it is.
      await page.page.$eval('main', (main) => main.lastElementChild!.remove());
      assert.deepEqual((await page.panels()).map(({ parent, ids }) => [parent, ids]), [['main', ENGLAND]]);
      // Others write the link anew: that one becomes the panel.
      await page.page.$eval('main', (main, html) => {
        main.lastElementChild!.remove();
        main.lastElementChild!.removeAttribute('style');
        main.lastElementChild!.innerHTML = html;
      }, LINK.replaceAll('URL/', `${scripts.origin}/1/`).replace('england', 'wales'));
      await until(page.page, () => document.querySelector('main > report-stalker-panel[region="wales"]')?.shadowRoot?.querySelector('[data-state="always"]'));
      assert.equal((await page.panels()).length, 1);
      // And with the paragraph it goes.
      await page.page.$eval('main', (main) => main.replaceChildren());
      await aWhile();
      assert.deepEqual(await page.panels(), []);
    });

    for (const [name, text] of [
      ['alone', LINK],
      ['in a sentence', `See ${LINK.replace('<a', '<a data-panel')}.`],
    ] as const)
      it(`does not come back where a library makes another page of its paragraph: ${name}`, async () => {
        const page = await visit(`<main><p>${text}</p><p>First page</p></main>TAG`);
        await page.panels();
        // As idiomorph, morphdom and Turbo do it: what is there gets the other page's words, and what has none there goes.
        await page.page.$eval('main', (main, html) => {
          const [first, second] = main.querySelectorAll(':scope > p');
          main.querySelector('report-stalker-panel')!.remove();
          first!.removeAttribute('style');
          first!.textContent = 'Second page';
          second!.innerHTML = html;
        }, LINK.replaceAll('URL/', `${scripts.origin}/1/`).replace('england', 'scotland'));
        await until(page.page, () => document.querySelector('p + report-stalker-panel[region="scotland"]')?.shadowRoot?.querySelector('[data-state="always"]'));
        assert.equal((await page.panels()).length, 1);
        assert.equal(await page.page.$eval('main', ({ innerText }) => innerText.includes('Second page')), true);
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
        assert.equal(await page.page.$eval('report-stalker-panel', (panel) => (panel as HTMLElement).offsetTop - panel.parentElement!.offsetTop), 0);
      });

    it('that a navigation puts in later becomes a panel, each time', async () => {
      const page = await visit('TAG<main></main>', { statuses: false });
      for (let time = 0; time < 3; time++) {
        await page.page.$eval(
          'main',
          (main, html) => {
            main.innerHTML = html;
          },
          `<h1>View</h1><p>${LINK.replaceAll('URL/', `${scripts.origin}/1/`)}</p>`,
        );
        await until(page.page, () => document.querySelector('main > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
        assert.equal((await page.panels()).length, 1);
      }
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
      ['region=wales&lang=cy&theme=dark&compact&heading-level=4&without-exit', { region: 'wales', lang: 'cy', theme: 'dark', compact: '', 'heading-level': '4', 'without-exit': '' }],
      ['show=paladin+police', { show: 'paladin police' }],
      ['show=evil+paladin', { show: 'paladin' }],
      ['show=evil', {}],
      ['heading=Call+me&police-name=Me&police-href=https://evil.example/&exit-href=https://evil.example/&src=https://evil.example/&now=2026-12-25T10:00', {}],
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

  describe('a placeholder', () => {
    it('keeps what it held as the panel’s fallback, and its own place', async () => {
      const page = await visit('<div id="here" data-report-stalker-panel data-region="england" data-police-name="Westmere Police"><p>Call 999</p></div>TAG');
      const panels = await page.panels();
      assert.deepEqual(panels.map(({ parent, ids }) => [parent, ids]), [['here', ENGLAND]]);
      assert.ok(panels[0]!.text.includes('Westmere Police'));
      assert.equal(await page.page.$$eval('report-stalker-panel > p', (found) => found.length), 1);
    });

    it('with nothing in it becomes a panel too, also without a script tag’s own panel', async () => {
      const page = await visit(`<div id="here" data-report-stalker-panel></div>${'TAG'.replace('TAG', '<script src="URL/embed.js"></script>')}`);
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), ['here']);
    });

    it('where others may write, sets no more than a link may', async () => {
      const page = await visit(
        '<div data-report-stalker-panel data-region="wales" data-compact data-show="paladin evil" data-src="/x.json" data-heading="Bent" data-police-name="Call 07700 900123" data-police-href="https://evil.example/" data-exit-href="https://evil.example/" data-now="2026-01-01T10:00"><p>Call 999</p></div>TAG'.replace(
          'TAG',
          '<script src="URL/embed.js" data-define-only data-untrusted-content></script>',
        ),
      );
      assert.deepEqual(await page.page.$eval('report-stalker-panel', (panel) => [...panel.attributes].map(({ name, value }) => `${name}=${value}`).sort()), ['compact=', 'region=wales', 'show=paladin']);
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
      for (const own of ['<div><report-stalker-panel></report-stalker-panel></div>', '<section data-report-stalker-panel></section>', '<p><a href="URL/panel.html">Help</a></p>', '<iframe src="URL/panel.html" title="Help"></iframe>']) {
        const page = await visit(`${own}<h2>More</h2>${tag}`, { statuses: false });
        await aWhile();
        const shown = await page.page.$$eval('report-stalker-panel,iframe', (panels) => panels.filter((panel) => panel.checkVisibility()).length);
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
      await until(page.page, () => document.querySelector('#here > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
      assert.equal((await page.panels()).length, 1);
    });

    it('whose content a framework puts back, in place of the panel, shows one panel again', async () => {
      const page = await visit('<div id="here" data-report-stalker-panel><p>Call 999</p></div>TAG');
      await page.page.$eval('#here', (place) => {
        const before = document.createElement('p');
        before.textContent = 'Call 999';
        place.replaceChildren(before);
      });
      await until(page.page, () => document.querySelector('#here > report-stalker-panel > p'));
      assert.equal((await page.panels()).length, 1);
      assert.equal(await page.page.$eval('#here', ({ children }) => children.length), 1);
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
      await until(page.page, () => document.querySelector('#here > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
      assert.deepEqual(page.errors, []);
    });

    it('whose name clashes with a property of the page does no harm', async () => {
      const page = await visit('<div id="here" name="x" data-report-stalker-panel><form><input name="parentNode"><input name="matches"></form></div><img name="scripts" alt="">TAG');
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), ['here']);
      assert.deepEqual(page.errors, []);
    });

    for (const [where, html] of [
      ['in an editor', '<div contenteditable>FORM</div>'],
      ['in an editor, locked', '<div contenteditable="plaintext-only"><div contenteditable="false">FORM</div></div>'],
      ['in a document that is edited, locked', '<script>document.designMode = "on"</script><div contenteditable="false">FORM</div>'],
      ['in a document that is edited', '<script>document.designMode = "on"</script>FORM'],
    ] as const)
      it(`${where} is left alone, and so are a script tag and the height of a frame`, async () => {
        const forms = '<div data-report-stalker-panel>Call 999</div><script src="URL/embed.js"></script><iframe src="URL/panel.html" title="Help" height="700"></iframe>';
        const page = await visit(html.replace('FORM', forms), { statuses: false });
        await until(page.page, () => customElements.get('report-stalker-panel'));
        const frame = await page.page.waitForFrame((candidate) => candidate.url().includes('/panel.html'));
        await until(frame, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
        await aWhile();
        assert.deepEqual(await page.panels(), []);
        assert.equal(await page.page.$eval('iframe', (element) => element.getAttribute('style')), null);
      });
  });

  for (const [name, html, parents] of [
    ['a script tag and a link after it', '<div id="a"><script src="URL/embed.js"></script></div><main><p><a href="URL/panel.html">Help</a></p></main>', ['main']],
    ['a script tag and a placeholder after it', '<div id="a"><script src="URL/embed.js"></script></div><div id="b" data-report-stalker-panel></div>', ['b']],
    ['a script tag and a link that stays one', '<nav><a href="URL/panel.html">Help</a></nav><div id="a"><script src="URL/embed.js"></script></div>', ['a']],
    ['a script tag and a frame', '<iframe src="URL/panel.html"></iframe><div id="a"><script src="URL/embed.js"></script></div>', []],
    ['a placeholder in the element', '<div id="a"><report-stalker-panel><div data-report-stalker-panel>x</div></report-stalker-panel></div>TAG', ['a']],
    ['a template that is marked like a placeholder', '<template data-report-stalker-panel>x</template><div id="a"><script src="URL/embed.js"></script></div>', ['a']],
    ['a placeholder that holds the element', '<div id="a" data-report-stalker-panel><report-stalker-panel>x</report-stalker-panel></div>TAG', ['a']],
  ] as const)
    it(`${name}: never two panels in one place, never none`, async () => {
      const page = await visit(html, { statuses: parents.length > 0 });
      await aWhile();
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), parents);
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
    const page = await visit(`<main>${'<p><a href="/x">x</a> y</p>'.repeat(10_000)}</main><report-stalker-panel>x</report-stalker-panel>TAG`);
    const [scanned, added] = await page.page.evaluate(async () => {
      let calls = 0;
      const { querySelectorAll } = Element.prototype;
      Document.prototype.querySelectorAll = function () {
        calls += 1;
        throw new Error('the whole page is searched again');
      } as typeof Document.prototype.querySelectorAll;
      Element.prototype.querySelectorAll = function (this: Element, selector: string) {
        if (this.matches('main')) calls += 1;
        return querySelectorAll.call(this, selector);
      } as typeof Element.prototype.querySelectorAll;
      const main = document.querySelector('main')!;
      for (let time = 0; time < 100; time++) main.append(document.createElement('p'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [calls, main.children.length];
    });
    assert.deepEqual([scanned, added], [0, 10_100]);
  });
});
