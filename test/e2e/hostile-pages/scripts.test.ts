/** Pages whose scripts and names have changed what the browser gives us, or that undo what we do. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snippet } from '../../../demo/snippets.js';
import { shownFirst } from '../../contacts-of-record.js';
import { linksOnScreen, until, type PanelPage } from '../support/panel-page.js';
import { pagesWithRelease } from '../support/partner-pages.js';

describe('on hostile pages', () => {
  const { scripts, visit } = pagesWithRelease();

  it('with a function named addEventListener', async () => {
    const page = await visit(
      '<script>function addEventListener(element, type, listener) { element.addEventListener(type, listener, false); }</script><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>',
    );
    assert.equal((await page.panels()).length, 1);
    assert.deepEqual(page.errors, []);
  });

  it('with a class named Comment and a frame, uncovered when it comes back', async () => {
    const { page, errors } = await visit(
      '<script>function Comment(text) { this.text = text; }</script><iframe srcdoc="hi"></iframe><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>',
      { site: { '/nothing': { status: 204 } } },
    );
    await page.$eval('report-stalker-panel', (panel) => panel.setAttribute('exit-href', `${location.origin}/nothing`));
    await page.click('report-stalker-panel >>> a[data-exit]');
    await until(page, () => !document.querySelector('iframe'));
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    assert.equal(await page.$eval('iframe', (frame) => frame.checkVisibility()), true);
    assert.deepEqual(errors, []);
  });

  describe('where an old library has changed the browser', () => {
    for (const [name, change] of [
      ['another Event (MooTools)', 'Event = function DOMEvent(event) { event.type.indexOf("key") }'],
      [
        'another CustomEvent (old polyfills)',
        'CustomEvent = function (type, { bubbles, cancelable, detail } = {}) { const event = document.createEvent("CustomEvent"); event.initCustomEvent(type, bubbles, cancelable, detail); return event }; CustomEvent.prototype = Event.prototype',
      ],
      ['no CustomEvent', 'CustomEvent = null'],
      ['an address called URL', 'URL = "https://page.example/"'],
      [
        'events that are told of before they are dispatched',
        'const { dispatchEvent } = EventTarget.prototype; EventTarget.prototype.dispatchEvent = function (event) { dispatchEvent.call(this, event) }',
      ],
      ['Array.from for anything (MooTools)', 'Array.from = (item) => [item]'],
      ['reduce without arguments (Prototype)', 'Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] }'],
      ['toJSON of texts (Prototype)', 'String.prototype.toJSON = function () { return `"${this}"` }'],
      ['more that is found in objects', 'Object.prototype.each = () => {}'],
      ['short names that are found in objects', 'for (const letter of LETTERS) Object.prototype[letter] = "more"'],
      [
        'short names on elements (Preact)',
        'new MutationObserver(() => { for (const panel of document.querySelectorAll(":not(:defined)")) for (const letter of LETTERS) panel[letter] = {} }).observe(document, { childList: true, subtree: true })',
      ],
    ] as const)
      it(`${name}: the panel is as anywhere else`, async () => {
        const body =
          '<report-stalker-panel region="wales" now="2026-11-25T10:00">x</report-stalker-panel><script src="URL/embed.js"></script>';
        const said = (page: PanelPage) =>
          page.page.$eval('report-stalker-panel', ({ shadowRoot, problems }) => [shadowRoot!.textContent, problems]);
        const plain = await visit(body);
        const letters = "const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_'";
        const changed = await visit(`<script>{ ${letters}; ${change} }</script>${body}`);
        assert.deepEqual(await said(changed), await said(plain));
        assert.deepEqual(changed.errors, []);
      });

    // As libraries that read the address of a page into objects let whoever sent the link say it.
    it('links, notices and names of contacts that are found in objects: none is on the panel', async () => {
      const evil = 'javascript:evil()';
      const found = {
        ...Object.fromEntries(
          [
            'name',
            'organisation',
            'purpose',
            'cost',
            'source',
            'text',
            'heading',
            'site',
            'comment',
            'cannotTell',
            'openEnd',
            'cancels',
            'next',
            'until',
            'usually',
            'forHoliday',
          ].map((name) => [name, evil]),
        ),
        links: [{ kind: 'chat', href: evil, text: evil }],
        notices: [{ text: evil, from: '2020-01-01', to: '2099-12-31' }],
      };
      const contacts = [
        { id: 'paladin', number: '020 3866 4107', hours: 'Mo-Fr 09:00-15:00' },
        {
          id: 'county',
          name: 'County',
          number: '01632 960 123',
          hours: '24/7',
          links: [{ kind: 'chat', href: 'https://county.example/' }],
          notices: [{ text: 'Moved', from: '2020-01-01', to: '2099-12-31' }],
        },
      ];
      const body =
        '<report-stalker-panel region="wales" now="2026-11-25T10:00">x</report-stalker-panel><script src="URL/embed.js"></script>';
      const said = async ({ page }: PanelPage) => {
        const give = (given: object[]) =>
          page.$eval(
            'report-stalker-panel',
            async (panel, contacts) => {
              panel.contacts = { version: 1, contacts };
              await panel.updateComplete;
              return [
                panel.shadowRoot!.textContent,
                [...panel.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href')),
                panel.problems,
              ];
            },
            given,
          );
        return [await give([]), await give(contacts)];
      };
      const plain = await said(await visit(body));
      assert.ok(JSON.stringify(plain).includes('Moved'));
      const polluted = await visit(`<script>Object.assign(Object.prototype, ${JSON.stringify(found)})</script>${body}`);
      assert.deepEqual(await said(polluted), plain);
      assert.deepEqual(polluted.errors, []);
    });

    for (const broken of [
      'Element.prototype.attachShadow',
      'MutationObserver',
      'AbortController',
      'CSSStyleSheet',
      'Intl.Collator',
      'Intl.DateTimeFormat',
      'requestAnimationFrame',
      'Object.fromEntries',
      'URL',
    ])
      it(`without ${broken}: numbers stay on screen, and the page hears of no error`, async () => {
        const page = await visit(
          `<script>${broken} = function () { throw new Error("broken") }</script>${snippet('element', { base: `${scripts.origin}/` })}`,
          { statuses: false },
        );
        await new Promise((resolve) => setTimeout(resolve, 150));
        const links = await linksOnScreen(page);
        for (const { number } of shownFirst) assert.ok(links.includes(number), String(links));
        await page.page.evaluate(() => document.querySelector('report-stalker-panel')!.remove());
        assert.deepEqual(page.errors, []);
      });
  });

  for (const [name, change] of [
    ['an element of the page is called createElement', '<img name="createElement" alt="">'],
    ['lists have lost flatMap', '<script>Array.prototype.flatMap = undefined</script>'],
    ['elements cannot be made', '<script>Document.prototype.createElement = () => { throw new Error("no") }</script>'],
  ] as const) {
    it(`where ${name}, what stands inside the element stays on screen, and the page hears of no error`, async () => {
      const page = await visit(`${change}${snippet('element', { base: `${scripts.origin}/` })}`, { statuses: false });
      await new Promise((resolve) => setTimeout(resolve, 150));
      const links = await linksOnScreen(page);
      for (const { number } of shownFirst) assert.ok(links.includes(number), String(links));
      assert.deepEqual(page.errors, []);
    });

    it(`where ${name}, an empty element leaves 999`, async () => {
      const page = await visit(
        `${change}<report-stalker-panel></report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
        { statuses: false },
      );
      await new Promise((resolve) => setTimeout(resolve, 150));
      assert.match(
        await page.page.evaluate(
          () => document.body.innerText + (document.querySelector('report-stalker-panel')?.shadowRoot?.textContent ?? ''),
        ),
        /999/,
      );
      assert.deepEqual(page.errors, []);
    });
  }

  for (const [name, restore] of [
    ['markup', 'if (place.innerHTML !== written) place.innerHTML = written'],
    ['order', 'if (place.lastElementChild !== last) place.append(last)'],
  ] as const)
    it(`on a page that puts back its own ${name} whenever it changes, the tab stays alive and the link on screen`, async () => {
      const page = await visit(
        `<main><p><a href="URL/panel.html">Help</a></p></main><script>
          const place = document.querySelector('main'), written = place.innerHTML, last = place.lastElementChild;
          new MutationObserver(() => { ${restore} }).observe(place, { childList: true, subtree: true });
        </script><script src="URL/embed.js" data-define-only></script>`,
        { statuses: false },
      );
      await new Promise((resolve) => setTimeout(resolve, 150));
      assert.ok((await linksOnScreen(page)).some((link) => link === 'Help' || link === '999'));
      assert.deepEqual(page.errors, []);
      // What comes elsewhere is served as ever.
      await page.page.evaluate(() =>
        document.body.appendChild(document.createElement('div')).setAttribute('data-report-stalker-panel', ''),
      );
      await until(page.page, () =>
        document.querySelector('body > div > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'),
      );
    });

  it('what a page writes piece by piece within one task is served to its end', async () => {
    const page = await visit('<main></main><script src="URL/embed.js" data-define-only></script>', { statuses: false });
    await page.page.evaluate(async () => {
      for (let piece = 0; piece < 300; piece++) {
        const block = document.createElement('div');
        if (piece === 299) block.setAttribute('data-report-stalker-panel', '');
        document.querySelector('main')!.append(block);
        await undefined;
      }
    });
    await until(page.page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
  });

  it('with a form that has a field named as what we ask of it, everything else is served', async () => {
    const page = await visit('<main></main><script src="URL/embed.js" data-define-only></script>', { statuses: false });
    await page.page.evaluate((url) => {
      document.querySelector('main')!.innerHTML = `<form><input name="querySelectorAll"></form><p><a href="${url}">Help</a></p>`;
    }, `${scripts.origin}/1/panel.html`);
    await until(page.page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
    assert.deepEqual(page.errors, []);
  });

  for (const [name, change] of [
    ['no console', 'window.console = undefined'],
    ['a console without warnings', 'window.console = { log() {} }'],
    ['a console that throws', 'console.warn = console.error = () => { throw new Error("warned") }'],
  ] as const) {
    it(`with ${name}: what is wrong is listed, and nothing else differs`, async () => {
      const page = await visit(
        `<script>${change}</script><report-stalker-panel region="Wale">x</report-stalker-panel><script src="URL/embed.js" data-target="["></script>`,
      );
      const [panel = assert.fail()] = await page.panels();
      assert.deepEqual(panel.problems, ['bad-value']);
      assert.deepEqual(
        panel.ids,
        shownFirst.map(({ id }) => id),
      );
      assert.deepEqual(page.errors, []);
    });

    it(`with ${name}, and without shadow roots: numbers stay on screen, and the page hears of no error`, async () => {
      const page = await visit(
        `<script>${change}; Element.prototype.attachShadow = undefined</script>${snippet('element', { base: `${scripts.origin}/` })}`,
        { statuses: false },
      );
      await new Promise((resolve) => setTimeout(resolve, 150));
      const links = await linksOnScreen(page);
      for (const { number } of shownFirst) assert.ok(links.includes(number), String(links));
      assert.deepEqual(page.errors, []);
    });
  }
});
