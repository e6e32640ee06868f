/** The script tag alone: where its panel stands, however the tag came to the page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from '../support/panel-page.js';
import { NSH, pagesWithScript, RECORD } from '../support/partner-pages.js';
import { serveDist } from '../support/serve.js';
import { suiteServer } from '../support/suite-server.js';

describe('dist/embed.js on a partner’s page', () => {
  const { scripts, visit } = pagesWithScript();
  const other = suiteServer(serveDist);

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
      [
        'in the head it serves the element',
        '<html lang="en"><head>TAG</head><body><div id="here"><report-stalker-panel>x</report-stalker-panel></div></body></html>',
        ['here'],
      ],
      ['with data-define-only it shows nothing by itself', '<script src="SRC" data-define-only></script>', []],
      ['data-target shows it there', '<script src="SRC" data-target="#there"></script><div id="there"></div>', ['there']],
      [
        'in the head with a target',
        '<html lang="en"><head><script src="SRC" defer data-target="#there"></script></head><body><div id="there"></div></body></html>',
        ['there'],
      ],
      [
        'data-target with an id that begins with a digit',
        '<script src="SRC" data-target="#3fa-9"></script><div id="3fa-9"></div>',
        ['3fa-9'],
      ],
      ['two tags in two places', '<div id="a">TAG</div><div id="b">TAG</div>', ['a', 'b']],
      ['two tags in one place', '<div id="a">TAG TAG</div>', ['a']],
      [
        'a tag and an element later on',
        '<div id="a"><script src="SRC"></script></div><div id="b"><report-stalker-panel>x</report-stalker-panel></div>',
        ['b'],
      ],
      ['an element and a tag', '<div id="b"><report-stalker-panel>x</report-stalker-panel></div><div id="a">TAG</div>', ['b']],
      ['two copies from two places', '<div id="a">TAG</div><div id="b"><script src="OTHER" async></script></div>', ['a', 'b']],
      ['written by document.write', '<div id="a"><script>document.write(\'<script src="SRC"></scr\' + \'ipt>\')</script></div>', ['a']],
      [
        'put in by a script',
        '<div id="a"></div><script>const s = document.createElement("script"); s.src = "SRC"; document.getElementById("a").append(s)</script>',
        ['a'],
      ],
      [
        'copied into a menu for phones while the page loads',
        '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>document.addEventListener("DOMContentLoaded", () => menu.append(a.cloneNode(true)))</script>',
        ['a', 'a'],
      ],
      [
        'copied there as HTML',
        '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>menu.innerHTML = a.innerHTML</script>',
        ['menu', 'a'],
      ],
      [
        'copied, and a link put behind the copy',
        '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>menu.append(a.cloneNode(true)); menu.firstChild.insertAdjacentHTML("beforeend", `<p><a href="${document.querySelector("script").src.replace("embed.js", "panel.html")}">Help</a></p>`)</script>',
        ['a', 'a'],
      ],
      [
        'copied, and an element later on',
        '<div id="menu" hidden></div><div id="a"><script src="SRC"></script></div><script>menu.append(a.cloneNode(true))</script><div id="b"><report-stalker-panel>x</report-stalker-panel></div>',
        ['b'],
      ],
      [
        'saved with its panel',
        '<div id="a"><script src="SRC"></script><report-stalker-panel data-made-0="" region="wales"></report-stalker-panel></div>',
        ['a'],
      ],
      [
        'saved with its panel, and something put in between',
        '<div id="a"><script src="SRC"></script><p>x</p><report-stalker-panel data-made-0=""></report-stalker-panel></div>',
        ['a'],
      ],
      [
        'with a target, and a page that is put back from a copy',
        '<div id="t"><p>x</p></div><script src="SRC" data-target="#t"></script><script>t.append("y", document.createElement("p")); document.body.replaceChildren(...document.body.cloneNode(true).childNodes)</script>',
        ['t'],
      ],
      [
        'beside a form with a field named matches',
        '<div id="a"><form><input name="matches"></form>TAG<form><input name="matches"></form></div>',
        ['a'],
      ],
      ['beside an image that is named currentScript', '<img name="currentScript"><div id="a">TAG</div>', ['a']],
      ['deferred', '<div id="a"><script src="SRC" defer></script></div>', ['a']],
      ['as a module', '<div id="a"><script src="SRC" type="module"></script></div>', ['a']],
      [
        'two copies as modules',
        '<div id="a"><script src="SRC" type="module"></script></div><div id="b"><script src="SRC?2" type="module"></script></div>',
        ['a', 'b'],
      ],
      [
        'as a module, behind somebody else’s script of that name',
        '<div id="b"><script type="text/plain" src="/vendor/embed.js"></script></div><div id="a"><script src="SRC" type="module"></script></div>',
        ['a'],
      ],
      [
        'in the page, behind somebody else’s script of that name',
        '<img name="scripts"><div id="b"><script type="text/plain" src="/js/embed.js"></script></div><div id="a"><script>INLINE</script></div>',
        ['a'],
      ],
    ] as const)
      it(name, async () => {
        const page = await visit(
          html
            .replaceAll('SRC', `${scripts.origin}/embed.js`)
            .replace('INLINE', () => readFileSync('dist/embed.js', 'utf8'))
            .replaceAll('OTHER', `${other.origin}/embed.js`),
          {
            statuses: parents.length > 0,
          },
        );
        await new Promise((resolve) => setTimeout(resolve, 100));
        assert.deepEqual(
          (await page.panels()).map(({ parent }) => parent),
          parents,
        );
        assert.deepEqual(page.errors, []);
      });

    it('a target that is still to arrive is no mistake', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-target="#there"></script><p>x</p><div id="there"></div>`);
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['there'],
      );
      assert.deepEqual(page.console, []);
    });

    it('a target that comes later is waited for', async () => {
      const page = await visit(`<div id="a"><script src="${scripts.origin}/embed.js" data-target="#there"></script></div>`, {
        statuses: false,
      });
      assert.equal(page.console.filter((line) => line.includes('data-target="#there" matches nothing')).length, 1);
      await page.page.evaluate(() => {
        const place = document.createElement('div');
        place.id = 'there';
        document.body.append(place);
      });
      await until(page.page, () => document.querySelector('#there > report-stalker-panel'));
      assert.equal((await page.panels()).length, 1);
    });

    it('what moves often within one task is searched once', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-define-only></script><p id="there"></p>`, {
        statuses: false,
      });
      const searches = await page.page.evaluate(async () => {
        const moved = document.querySelector('#there')!;
        const { querySelectorAll } = moved;
        let count = 0;
        moved.querySelectorAll = (selector: string) => {
          count++;
          return querySelectorAll.call(moved, selector);
        };
        for (let move = 0; move < 10; move++) document.body.append(moved);
        await new Promise((resolve) => setTimeout(resolve));
        return count;
      });
      assert.equal(searches, 1);
    });

    it('a tree that is built from its root within one task is searched once, and what it holds becomes a panel', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-define-only></script>`, { statuses: false });
      const searches = await page.page.evaluate(async (address) => {
        let count = 0;
        const { querySelectorAll } = Element.prototype;
        Element.prototype.querySelectorAll = function (this: Element, selector: string) {
          if (selector.includes('panel.html')) count++;
          return querySelectorAll.call(this, selector);
        };
        let parent = document.body;
        for (let depth = 0; depth < 20; depth++) {
          const child = document.createElement(depth === 19 ? 'p' : 'div');
          parent.append(child);
          parent = child;
        }
        const link = document.createElement('a');
        parent.append(link);
        link.href = address;
        link.textContent = 'Help';
        await new Promise((resolve) => setTimeout(resolve));
        return count;
      }, `${scripts.origin}/panel.html`);
      assert.equal((await page.panels()).length, 1);
      // Once for the tree, once for the panel that has come.
      assert.equal(searches, 2);
    });

    it('a target that is waited for costs no search of the whole page at each change', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-target="#there"></script>`, { statuses: false });
      const searches = await page.page.evaluate(async () => {
        let count = 0;
        const { querySelectorAll } = document;
        document.querySelectorAll = (selector: string) => {
          count++;
          return querySelectorAll.call(document, selector);
        };
        for (let change = 0; change < 10; change++) {
          document.body.append(document.createElement('p'));
          await new Promise((resolve) => setTimeout(resolve));
        }
        return count;
      });
      assert.equal(searches, 0);
    });

    it('a target that each navigation brings anew shows the panel each time, and stays empty where a page emptied it', async () => {
      const page = await visit(`<script src="${scripts.origin}/embed.js" data-target="#there" data-region="wales"></script><main></main>`, {
        statuses: false,
      });
      const show = (html: string) =>
        page.page.$eval(
          'main',
          async (main, content) => {
            main.innerHTML = content;
            await new Promise((resolve) => setTimeout(resolve, 50));
            return [...document.querySelectorAll('report-stalker-panel')].map(
              (panel) => `${panel.parentElement!.id} ${panel.getAttribute('region')}`,
            );
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

    it('a target of a page whose tag a navigation has taken out stays empty', async () => {
      const page = await visit(
        `<main><script src="${scripts.origin}/embed.js" data-target="#there"></script><div id="there"></div></main>`,
      );
      await page.page.$eval('main', async (main) => {
        main.replaceChildren();
        await new Promise((resolve) => setTimeout(resolve));
        main.innerHTML = '<div id="there"></div>';
        await new Promise((resolve) => setTimeout(resolve, 50));
      });
      assert.deepEqual(await page.panels(), []);
    });

    it('a target that is no selector is told in the console, and keeps nothing else from being served', async () => {
      const page = await visit(
        `<script src="${scripts.origin}/embed.js" data-target="#"></script><div id="here" data-report-stalker-panel></div>`,
      );
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['here'],
      );
      const other = await visit(`<script src="${scripts.origin}/embed.js" data-target="#:r1:"></script><p id=":r1:"></p>`, {
        statuses: false,
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(await other.panels(), []);
      assert.deepEqual([...page.errors, ...other.errors], []);
      assert.deepEqual(other.console, ['<report-stalker-panel> data-target="#:r1:" matches nothing yet, or is no selector.']);
    });

    it('the script within the page itself shows one panel', async () => {
      const script = readFileSync('dist/embed.js', 'utf8');
      const page = await visit(`<iframe></iframe><div id="a"><script>${script}</script></div><div id="b"><script>var other</script></div>`);
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['a'],
      );
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
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['a'],
      );
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
        assert.deepEqual(
          (await page.panels()).map(({ parent, problems }) => [parent, problems]),
          [['b', []]],
        );
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
      assert.deepEqual(
        (await page.panels()).map(({ parent }) => parent),
        ['new'],
      );
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
      assert.deepEqual(
        panels.flatMap(({ problems }) => problems),
        ['second-copy'],
      );
      assert.equal(page.console.filter((line) => line.includes('more than once')).length, 1);
    });
  });

  describe('tags that come when the page has loaded', () => {
    const FALLBACK = '<report-stalker-panel><a href="tel:999">999</a></report-stalker-panel>';

    /**
     * What has happened once all tags have come, each into the element of an id or, without one, the body; then the time that
     * a press is given is over, not before.
     */
    const comeInto = async (page: Page, ids: readonly (string | undefined)[]) => {
      const seen = await page.evaluate(
        async (src, ids) => {
          const copies: Event[] = [];
          addEventListener('rsp-copy', (event) => copies.push(event));
          const waits: (() => void)[] = [];
          const later = setTimeout;
          window.setTimeout = ((act: () => void) => waits.push(act)) as typeof setTimeout;
          for (const id of ids) {
            const tag = document.createElement('script');
            tag.src = src;
            (id ? document.getElementById(id)! : document.body).append(tag);
            await new Promise((resolve) => tag.addEventListener('load', resolve));
          }
          window.setTimeout = later;
          Object.assign(window, { waits });
          const [panels, defined] = ['report-stalker-panel', 'report-stalker-panel:defined'].map(
            (found) => document.querySelectorAll(found).length,
          );
          return { answered: copies.map(({ defaultPrevented }) => defaultPrevented), panels, defined };
        },
        `${scripts.origin}/embed.js`,
        ids,
      );
      // In a command of its own: where two panels are rendered before the answer to one, Chromium 147 loses it.
      await page.evaluate(() => {
        for (const over of (window as unknown as { waits: (() => void)[] }).waits) over();
      });
      return seen;
    };

    it('while fallback content is perhaps being tapped: the second is a copy of the first, which waits', async () => {
      const { page, errors } = await visit(FALLBACK, { statuses: false });
      await page.mouse.down();
      assert.deepEqual(await comeInto(page, [undefined, undefined]), { answered: [false, true], panels: 1, defined: 0 });
      await page.mouse.up();
      await until(page, () => document.querySelector('report-stalker-panel')!.shadowRoot);
      assert.equal(await page.evaluate(() => document.querySelectorAll('report-stalker-panel').length), 1);
      assert.deepEqual(errors, []);
    });

    it('while a placeholder is perhaps being tapped: a second tag moves nothing meanwhile', async () => {
      const { page, errors } = await visit('<div id="a" data-report-stalker-panel><a href="tel:999">999</a></div><div id="b"></div>', {
        statuses: false,
      });
      await page.mouse.down();
      assert.deepEqual(await comeInto(page, ['b', 'b', 'a']), { answered: [false, true, true], panels: 0, defined: 0 });
      assert.equal(await page.evaluate(() => document.querySelectorAll('report-stalker-panel').length), 1);
      await page.mouse.up();
      await until(page, () => document.querySelector('#a > report-stalker-panel')?.shadowRoot);
      assert.deepEqual(errors, []);
    });

    it('while something of the page is perhaps being tapped: each has its panel afterwards', async () => {
      const { page, errors, console } = await visit('<div id="a"></div><div id="b"></div>', { statuses: false });
      await page.mouse.down();
      assert.deepEqual(await comeInto(page, ['a', 'b']), { answered: [false, true], panels: 0, defined: 0 });
      await page.mouse.up();
      await until(page, () => document.querySelector('#a > report-stalker-panel') && document.querySelector('#b > report-stalker-panel'));
      assert.deepEqual([...errors, ...console], []);
    });

    it('after taps and a scroll by touch, which are over: nothing waits', async () => {
      const { page, errors } = await visit(`${FALLBACK}<p style="height: 200vh"></p>`, { statuses: false });
      await page.evaluate(() => addEventListener('touchstart', () => {}));
      await page.touchscreen.tap(50, 300);
      await page.touchscreen.touchStart(50, 400);
      for (const y of [350, 300, 200]) await page.touchscreen.touchMove(50, y);
      await page.touchscreen.touchEnd();
      await until(page, () => scrollY && performance.eventCounts.get('pointercancel'));
      assert.deepEqual(await comeInto(page, [undefined]), { answered: [false], panels: 1, defined: 1 });
      assert.deepEqual(errors, []);
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
    assert.deepEqual(
      (await page.panels()).map(({ ids }) => ids),
      [RECORD],
    );
  });
});
