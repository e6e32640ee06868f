import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { clockAt } from './support/clock.js';
import { keepInFront } from './support/first-paint.js';
import { launch } from './support/launch.js';
import { openPage, until, type OpenOptions, type PanelPage } from './support/panel-page.js';
import { serveDist, type TestServer } from './support/serve.js';

const NSH = 'national-stalking-helpline';
const RECORD = ['emergency', 'police', NSH, 'paladin'];

describe('dist/embed.js on a partner’s page', () => {
  let browser: Browser;
  let scripts: TestServer;
  let other: TestServer;
  let tag: string;
  const open: PanelPage[] = [];

  const visit = async (html: string, options?: OpenOptions): Promise<PanelPage> => {
    const page = await openPage(browser, html.replaceAll('TAG', tag), options);
    open.push(page);
    return page;
  };

  before(async () => {
    browser = await launch();
    scripts = await serveDist();
    other = await serveDist();
    tag = `<script src="${scripts.origin}/embed.js" async></script>`;
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
    await other.close();
  });

  describe('one pasted tag', () => {
    it('shows one panel right after itself, from another origin', async () => {
      const page = await visit('<main id="news"><h1>News</h1>TAG<p>More</p></main>');
      const panels = await page.panels();
      assert.equal(panels.length, 1);
      assert.deepEqual(panels[0]!.ids, RECORD);
      assert.equal(panels[0]!.parent, 'news');
      assert.equal(await page.page.$eval('script', (script) => script.nextElementSibling!.localName), 'report-stalker-panel');
      assert.deepEqual(page.errors, []);
      assert.deepEqual(page.console, []);
    });

    it('tells the state of the present London time', async () => {
      // Written down apart from the code under test: weekday and minute from the platform's own zone data.
      const parts = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Europe/London',
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).formatToParts();
      const part = (type: string) => parts.find((candidate) => candidate.type === type)!.value;
      const minute = Number(part('hour')) * 60 + Number(part('minute'));
      const weekday = !['Sat', 'Sun'].includes(part('weekday'));
      const [{ states, sentences } = assert.fail()] = await (await visit('TAG')).panels();
      if (/bank holiday/.test(Object.values(sentences).join())) return;
      // The minute in which the test runs may be the boundary itself.
      if ([0, 1, 959, 960, 569, 570].includes(minute)) return;
      assert.equal(states[NSH], weekday && minute >= 570 && minute < 960 ? 'open' : 'closed');
      assert.equal(states['emergency'], 'always');
    });

    it('passes data- attributes on, and ignores those of others', async () => {
      const page = await visit(
        `<script src="${scripts.origin}/embed.js" data-region="wales" data-heading="Cymorth" data-heading-level="3" data-src="https://consent.example" data-cookieconsent="ignore"></script>`,
      );
      const [panel = assert.fail()] = await page.panels();
      assert.ok(panel.ids.includes('live-fear-free'));
      assert.ok(panel.text.includes('Cymorth'));
      assert.deepEqual(panel.problems, []);
      assert.deepEqual(await page.page.$eval('report-stalker-panel', (element) => element.getAttributeNames()), [
        'region',
        'heading',
        'heading-level',
      ]);
    });

    for (const [name, html, parents] of [
      ['in the head it shows nothing by itself', '<html lang="en"><head>TAG</head><body><p>Page</p></body></html>', []],
      ['in the head it serves the element', '<html lang="en"><head>TAG</head><body><div id="here"><report-stalker-panel>x</report-stalker-panel></div></body></html>', ['here']],
      ['with data-define-only it shows nothing by itself', '<script src="SRC" data-define-only></script>', []],
      ['data-target shows it there', '<script src="SRC" data-target="#there"></script><div id="there"></div>', ['there']],
      ['in the head with a target', '<html lang="en"><head><script src="SRC" defer data-target="#there"></script></head><body><div id="there"></div></body></html>', ['there']],
      ['data-target with an id that begins with a digit', '<script src="SRC" data-target="#3fa-9"></script><div id="3fa-9"></div>', ['3fa-9']],
      ['two tags in two places', '<div id="a">TAG</div><div id="b">TAG</div>', ['a', 'b']],
      ['two tags in one place', '<div id="a">TAG TAG</div>', ['a']],
      ['a tag and an element later on', '<div id="a"><script src="SRC"></script></div><div id="b"><report-stalker-panel>x</report-stalker-panel></div>', ['b']],
      ['an element and a tag', '<div id="b"><report-stalker-panel>x</report-stalker-panel></div><div id="a">TAG</div>', ['b']],
      ['two copies from two places', '<div id="a">TAG</div><div id="b"><script src="OTHER" async></script></div>', ['a', 'b']],
      ['written by document.write', '<div id="a"><script>document.write(\'<script src="SRC"></scr\' + \'ipt>\')</script></div>', ['a']],
      ['put in by a script', '<div id="a"></div><script>const s = document.createElement("script"); s.src = "SRC"; document.getElementById("a").append(s)</script>', ['a']],
      ['copied into a menu for phones while the page loads', '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>document.addEventListener("DOMContentLoaded", () => menu.append(a.cloneNode(true)))</script>', ['a', 'a']],
      ['copied there as HTML', '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>menu.innerHTML = a.innerHTML</script>', ['menu', 'a']],
      ['copied, and a link put behind the copy', '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>menu.append(a.cloneNode(true)); menu.firstChild.insertAdjacentHTML("beforeend", `<p><a href="${document.querySelector("script").src.replace("embed.js", "panel.html")}">Help</a></p>`)</script>', ['a', 'a']],
      ['copied, and an element later on', '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>menu.append(a.cloneNode(true))</script><div id="b"><report-stalker-panel>x</report-stalker-panel></div>', ['b']],
      ['saved with its panel', '<div id="a"><script src="SRC"></script><report-stalker-panel data-made-0="" region="wales"></report-stalker-panel></div>', ['a']],
      ['saved with its panel, and something put in between', '<div id="a"><script src="SRC"></script><p>x</p><report-stalker-panel data-made-0=""></report-stalker-panel></div>', ['a']],
      ['with a target, and a page that is put back from a copy', '<div id="t"><p>x</p></div><script src="SRC" data-target="#t"></script><script>t.append("y", document.createElement("p")); document.body.replaceChildren(...document.body.cloneNode(true).childNodes)</script>', ['t']],
      ['beside a form with a field named matches', '<div id="a"><form><input name="matches"></form>TAG<form><input name="matches"></form></div>', ['a']],
      ['beside an image that is named currentScript', '<img name="currentScript"><div id="a">TAG</div>', ['a']],
      ['deferred', '<div id="a"><script src="SRC" defer></script></div>', ['a']],
      ['as a module', '<div id="a"><script src="SRC" type="module"></script></div>', ['a']],
      ['as a module, behind somebody else’s script of that name', '<div id="b"><script type="text/plain" src="/vendor/embed.js"></script></div><div id="a"><script src="SRC" type="module"></script></div>', ['a']],
      ['in the page, behind somebody else’s script of that name', '<img name="scripts"><div id="b"><script type="text/plain" src="/js/embed.js"></script></div><div id="a"><script>INLINE</script></div>', ['a']],
    ] as const)
      it(name, async () => {
        const page = await visit(html.replaceAll('SRC', `${scripts.origin}/embed.js`).replace('INLINE', () => readFileSync('dist/embed.js', 'utf8')).replaceAll('OTHER', `${other.origin}/embed.js`), {
          statuses: parents.length > 0,
        });
        await new Promise((resolve) => setTimeout(resolve, 100));
        assert.deepEqual((await page.panels()).map(({ parent }) => parent), parents);
        assert.deepEqual(page.errors, []);
      });

    it('a target that is still to arrive is no mistake', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-target="#there"></script><p>x</p><div id="there"></div>`);
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), ['there']);
      assert.deepEqual(page.console, []);
    });

    it('a target that comes later is waited for', async () => {
      const page = await visit(`<div id="a"><script src="${scripts.origin}/embed.js" data-target="#there"></script></div>`, { statuses: false });
      assert.equal(page.console.filter((line) => line.includes('data-target="#there" matches nothing')).length, 1);
      await page.page.evaluate(() => {
        const place = document.createElement('div');
        place.id = 'there';
        document.body.append(place);
      });
      await until(page.page, () => document.querySelector('#there > report-stalker-panel'));
      assert.equal((await page.panels()).length, 1);
    });

    it('a target that each navigation brings anew shows the panel each time, and stays empty where a page emptied it', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-target="#there" data-region="wales"></script><main></main>`, { statuses: false });
      const show = (html: string) =>
        page.page.$eval(
          'main',
          async (main, content) => {
            main.innerHTML = content;
            await new Promise((resolve) => setTimeout(resolve, 50));
            return [...document.querySelectorAll('report-stalker-panel')].map((panel) => `${panel.parentElement!.id} ${panel.getAttribute('region')}`);
          },
          html,
        );
      assert.deepEqual(await show('<p id="there"></p>'), ['there wales']);
      assert.deepEqual(await show('<p>Another page</p>'), []);
      assert.deepEqual(await show('<p id="there"></p>'), ['there wales']);
      assert.deepEqual(await show('<report-stalker-panel>x</report-stalker-panel><p id="there"></p>'), [' null']);
      assert.deepEqual(await show('<p id="there"></p>'), ['there wales']);
      await page.page.$eval('#there', (there) => there.replaceChildren());
      assert.equal((await page.panels()).length, 0);
      assert.deepEqual(page.errors, []);
    });

    it('a target that is no selector is told in the console, and keeps nothing else from being served', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-target="#"></script><div id="here" data-report-stalker-panel></div>`);
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), ['here']);
      const other = await visit(`<script src="${scripts.origin}/embed.js" data-target="#"></script>`, { statuses: false });
      assert.deepEqual([...page.errors, ...other.errors], []);
      assert.equal(other.console.filter((line) => line.includes('report-stalker-panel')).length, 1);
    });

    it('the script within the page itself shows one panel', async () => {
      const script = readFileSync('dist/embed.js', 'utf8');
      const page = await visit(`<iframe></iframe><div id="a"><script>${script}</script></div><div id="b"><script>var other</script></div>`);
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), ['a']);
    });

    it('a tag that a navigation puts in later is served', async () => {
      const page = await visit('<div id="a">TAG</div><div id="b"></div>');
      await page.page.evaluate((src: string) => {
        document.getElementById('b')!.innerHTML = `<script src="${src}"></script>`;
      }, `${scripts.origin}/embed.js`);
      await until(page.page, () => document.querySelector('#b report-stalker-panel'));
    });

    it('a tag is served as well where a navigation takes out the page before it, and the panel there, only later', async () => {
      const page = await visit('<div id="a"><report-stalker-panel>x</report-stalker-panel>TAG</div><div id="b"></div>');
      await page.page.evaluate((src: string) => {
        document.getElementById('b')!.innerHTML = `<script src="${src}"></script>`;
      }, `${scripts.origin}/embed.js`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), ['a']);
      await page.page.evaluate(() => document.getElementById('a')!.remove());
      await until(page.page, () => document.querySelector('#b report-stalker-panel'));
      assert.equal((await page.panels()).length, 1);
    });

    it('a tag that stood beside a panel when the page was loaded stays without one when that goes', async () => {
      const page = await visit('<div id="a"><report-stalker-panel>x</report-stalker-panel></div>TAG');
      await page.page.evaluate(() => document.getElementById('a')!.remove());
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(await page.panels(), []);
    });

    for (const [name, stays] of [
      ['takes out the page before it first (Turbo, htmx)', false],
      ['shows both pages for a moment (Unpoly)', true],
    ] as const)
      it(`a tag that a navigation runs anew is no second copy, where it ${name}`, async () => {
        const page = await visit('<main id="a">TAG</main>');
        await page.page.evaluate(
          async (src: string, both: boolean) => {
            const left = document.querySelector('main')!;
            const next = document.createElement('main');
            const script = document.createElement('script');
            next.id = 'b';
            script.src = src;
            next.append(script);
            left[both ? 'after' : 'replaceWith'](next);
            await new Promise((resolve) => (script.onload = resolve));
            left.remove();
          },
          `${scripts.origin}/embed.js`,
          stays,
        );
        await until(page.page, () => document.querySelector('#b report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
        assert.deepEqual((await page.panels()).map(({ parent, problems }) => [parent, problems]), [['b', []]]);
        assert.deepEqual([...page.errors, ...page.console], []);
      });

    it('a document that is written anew is served', async () => {
      const page = await visit('TAG');
      await page.page.evaluate((src: string) => {
        document.open();
        document.write(`<body id="new"><script src="${src}"></script></body>`);
        document.close();
      }, `${scripts.origin}/embed.js`);
      await until(page.page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
      assert.deepEqual((await page.panels()).map(({ parent }) => parent), ['new']);
    });

    for (const [form, html] of [
      ['script tag', '<main>TAG</main>'],
      ['placeholder', '<div data-report-stalker-panel>x</div>TAG'],
    ] as const)
      it(`where the module has defined the element, the paste forms get that one: ${form}`, async () => {
        const module = `customElements.define('report-stalker-panel', class extends HTMLElement { connectedCallback() { this.dataset.module = ''; } })`;
        const page = await visit(`<script>${module}</script>${html}`, { statuses: false });
        await until(page.page, () => document.querySelectorAll('report-stalker-panel[data-module]').length === 1);
        assert.deepEqual(page.errors, []);
      });

    it('a second copy is told once, and changes nothing', async () => {
      const page = await visit('TAG<p>x</p>TAG<p>x</p>TAG');
      const panels = await page.panels();
      assert.deepEqual(panels.flatMap(({ problems }) => problems), ['second-copy']);
      assert.equal(page.console.filter((line) => line.includes('more than once')).length, 1);
    });
  });

  describe('the element with fallback content', () => {
    const FALLBACK = '<report-stalker-panel><p id="fallback">Call <a href="tel:999">999</a></p></report-stalker-panel>';
    const fallbackShows = (page: PanelPage) => page.page.$eval('#fallback', (element) => element.getBoundingClientRect().height > 0);

    it('is replaced by the panel', async () => {
      const page = await visit(`${FALLBACK}TAG`);
      assert.equal(await fallbackShows(page), false);
    });

    for (const [name, html, headers] of [
      ['no script arrives', FALLBACK, {}],
      ['the script is missing', `${FALLBACK}<script src="/nothing.js"></script>`, {}],
      ['integrity does not fit', `${FALLBACK}<script src="SRC" crossorigin="anonymous" integrity="sha384-AAAA"></script>`, {}],
      ['the policy blocks the script', `${FALLBACK}TAG`, { 'content-security-policy': "script-src 'none'" }],
      ['the policy forbids every Trusted Types policy', `${FALLBACK}TAG`, { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" }],
      ['define throws', `<script>customElements.define = () => { throw new Error('no') }</script>${FALLBACK}TAG`, {}],
      ['there are no custom elements', `<script>delete window.customElements; Object.defineProperty(window, 'customElements', { value: undefined })</script>${FALLBACK}TAG`, {}],
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

    it('nor does one in an article, whose rest has no parts', async () => {
      const page = await visit('<main><article><h1>News</h1><report-stalker-panel /><p>two</p><h2>More</h2><p id="rest">three</p></article></main>TAG');
      await until(page.page, () => document.querySelector('#rest')!.getBoundingClientRect().height > 0);
      const [panel = assert.fail()] = await page.panels();
      assert.deepEqual(panel.problems, ['swallowed-content']);
    });

    it('set while it was in a template, and again in the page, shows what was set last', async () => {
      const page = await visit('<template><report-stalker-panel>x</report-stalker-panel></template><main></main><script src="SRC" data-define-only></script>'.replace('SRC', `${scripts.origin}/embed.js`), { statuses: false });
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
      const page = await visit('<iframe width="600" height="900"></iframe><report-stalker-panel><p>x</p><p>y</p></report-stalker-panel><p>z</p>TAG');
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
        return [panel.shadowRoot!.querySelectorAll('[data-contact]').length, getComputedStyle(panel.shadowRoot!.querySelector('[data-contact="emergency"]')!).backgroundColor];
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
      assert.equal(await page.page.$eval('report-stalker-panel', (element) => element.shadowRoot!.querySelector('[role="heading"]')!.ariaLevel), '4');
    });
  });

  it('a tag that comes when the page has loaded, beside an element, does not search the page at each change', async () => {
    const page = await visit('<report-stalker-panel>x</report-stalker-panel><main></main>TAG');
    const searches = await page.page.evaluate(async () => {
      const main = document.querySelector('main')!;
      const tag = document.createElement('script');
      tag.src = document.querySelector('script')!.src;
      main.append(tag);
      await new Promise((resolve) => tag.addEventListener('load', resolve));
      let found = 0;
      const { querySelectorAll } = Document.prototype;
      Document.prototype.querySelectorAll = function (selectors: string) {
        if (selectors.includes('report-stalker-panel')) found++;
        return querySelectorAll.call(this, selectors);
      };
      for (let message = 0; message < 20; message++) {
        main.append(document.createElement('p'));
        await new Promise((resolve) => setTimeout(resolve));
      }
      return found;
    });
    assert.equal(searches, 0);
    assert.equal((await page.panels()).length, 1);
    // Its turn comes once the element has gone.
    await page.page.$eval('report-stalker-panel', (panel) => panel.remove());
    assert.deepEqual((await page.panels()).map(({ ids }) => ids), [RECORD]);
  });

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
    for (const words of ['Help', 'Stalking Helpline', '0808 802 0300', 'Open 24 hours', '9:30am to 4pm']) assert.ok(pasted.includes(words), `${words} in ${pasted}`);
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
      assert.deepEqual(requested.filter((url) => !url.endsWith('/favicon.ico')), [`${page.site.origin}/`, `${scripts.origin}/embed.js`]);
      assert.deepEqual(
        await page.page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length, history.length]),
        [0, 0, '', 0, 0, 2],
      );
    });
  });

  describe('for every visitor', () => {
    for (const zone of ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia', 'Asia/Kathmandu'])
      for (const [instant, state] of [
        ['2027-03-26T16:30:00Z', 'closed'],
        ['2027-03-30T08:29:58Z', 'closed'],
        ['2027-03-30T08:30:00Z', 'open'],
        ['2027-10-29T14:59:50Z', 'open'],
        ['2027-10-29T15:00:00Z', 'closed'],
        ['2027-11-01T15:59:50Z', 'open'],
        ['2027-11-01T16:00:00Z', 'closed'],
      ] as const)
        it(`${zone}, ${instant}: ${state}`, async () => {
          const page = await visit('TAG', {
            before: async (partner) => {
              await partner.emulateTimezone(zone);
              await clockAt(instant)(partner);
            },
          });
          const [{ states, sentences } = assert.fail()] = await page.panels();
          assert.equal(states[NSH], state);
          const differs = { 'Europe/London': false }[zone] ?? true;
          assert.equal(sentences[NSH]!.includes('UK time'), differs);
        });

    it('in a web archive, whose script sets the clock back to the capture, is that of today', async () => {
      const page = await visit('TAG', {
        before: async (partner) => {
          await clockAt('2026-11-28T11:00:00Z')(partner);
          // As wombat does, the script that pywb puts into every page.
          await partner.evaluateOnNewDocument((captured: number) => {
            const { now } = Date;
            Object.assign(globalThis, { __wb_Date_now: now });
            Date.now = () => captured;
          }, Date.parse('2026-11-25T11:00:00Z'));
        },
      });
      assert.equal((await page.panels())[0]!.states[NSH], 'closed');
    });

    it('changes by itself at the boundary', async () => {
      const page = await visit('TAG', { before: clockAt('2026-11-25T15:59:58Z') });
      assert.equal((await page.panels())[0]!.states[NSH], 'open');
      await page.page.evaluate('startClock()');
      await until(page.page, (id: string) => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(`[data-contact="${id}"] [data-state="closed"]`), NSH);
    });

    it('changes as well where a translator has put its own words in the place of ours', async () => {
      const page = await visit('TAG', { before: clockAt('2026-11-25T15:59:57Z') });
      await page.page.$eval('report-stalker-panel', (panel) => {
        for (const words of panel.shadowRoot!.querySelectorAll('[data-state] > span'))
          for (const text of words.childNodes)
            if (text instanceof Text) {
              const translated = document.createElement('font');
              translated.textContent = 'Agora aberto';
              text.replaceWith(translated);
            }
      });
      assert.equal((await page.panels())[0]!.sentences[NSH], 'Agora aberto');
      await page.page.evaluate('startClock()');
      await until(page.page, (id: string) => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(`[data-contact="${id}"] [data-state="closed"]`), NSH);
      assert.match((await page.panels())[0]!.sentences[NSH]!, /^Usually closed now, [^A]*$/);
    });

    const CANNOT_TELL = 'We cannot tell if this line is open. You can call to check.';
    for (const [name, prepare] of [
      ['there is no Intl', (page: Page) => page.evaluateOnNewDocument(() => Reflect.deleteProperty(globalThis, 'Intl'))],
      [
        'there is no data for the zone',
        (page: Page) =>
          page.evaluateOnNewDocument(() => {
            const { DateTimeFormat } = Intl;
            Intl.DateTimeFormat = function (locale?: string, options?: Intl.DateTimeFormatOptions) {
              if (options?.timeZone) throw new RangeError('Invalid time zone');
              return new DateTimeFormat(locale, options);
            } as unknown as typeof Intl.DateTimeFormat;
          }),
      ],
      [
        'the zone is ignored',
        async (page: Page) => {
          await page.emulateTimezone('UTC');
          await page.evaluateOnNewDocument(() => {
            const { DateTimeFormat } = Intl;
            Intl.DateTimeFormat = function (locale?: string, options?: Intl.DateTimeFormatOptions) {
              return new DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
            } as unknown as typeof Intl.DateTimeFormat;
          });
        },
      ],
      ['the clock is earlier than the release', clockAt('2001-01-03T10:00:00Z')],
    ] as const)
      it(`says that it cannot tell when ${name}, and shows the hours`, async () => {
        const page = await visit('TAG', { before: prepare });
        const [panel = assert.fail()] = await page.panels();
        assert.equal(panel.sentences[NSH], CANNOT_TELL);
        assert.equal(panel.states[NSH], 'unknown');
        assert.equal(panel.sentences['emergency'], 'Open 24 hours');
        assert.ok(panel.text.includes('Monday to Friday, 9:30am to 4pm'));
        assert.deepEqual(page.errors, []);
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
            for (const name of ['DateTimeFormat', 'NumberFormat', 'PluralRules', 'RelativeTimeFormat', 'ListFormat', 'Collator', 'Locale'] as const) {
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
                if (panel?.shadowRoot) (globalThis as unknown as { heights: Set<number> }).heights.add(panel.getBoundingClientRect().height);
                requestAnimationFrame(measure);
              };
              measure();
            });
          },
        });
        await page.page.evaluate('startClock()');
        await until(page.page, (id: string) => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(`[data-contact="${id}"] [data-state="closed"]`), NSH);
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
      for (const style of ['width: 245px', 'display: flex; width: 245px', 'display: grid; width: 320px', 'float: left', 'width: 600px; direction: rtl', 'display: flex; width: 900px']) {
        const [box, panel, inner] = await page.page.evaluate((css) => {
          const element = document.getElementById('box')!;
          element.style.cssText = css;
          const panelElement = element.querySelector('report-stalker-panel')!;
          const content = panelElement.shadowRoot!.querySelector<HTMLElement>('[part="panel"]')!;
          return [element.getBoundingClientRect().width, panelElement.getBoundingClientRect().width, content.scrollWidth - content.clientWidth];
        }, style);
        assert.ok(panel! <= box! && panel! >= 240, `${style}: ${panel} in ${box}`);
        assert.equal(inner, 0, style);
      }
    });
  });
});
