/**
 * Leaving, as a visitor would: real clicks and keys, real history, in the engine that BROWSER names
 * (Chromium unless it is set). What only Chromium lets a test see is in exit-proof.test.ts.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it as test } from 'node:test';
import type { ServerResponse } from 'node:http';
import { PATIENCE_MS } from './support/panel-page.js';
import { serve, serveDist, type Site, type TestServer } from './support/serve.js';
import { attempt, engine, launchEngine, type EngineBrowser, type Key, type Point, type Visitor } from './support/visitor.js';

declare global {
  interface Window {
    /** How often a panel of the page asked to leave. */
    exits: number;
    /** What frames told the page. */
    told: unknown[];
  }
}

const PANEL = '<report-stalker-panel exit-href="EXIT">x</report-stalker-panel>';
/** Colours of the host's page and of the other site: a screenshot tells them from the cover's. */
const [HOST, OTHER, LATER] = ['#ff00ff', '#00ff00', '#0000ff'];

/** Runs in the page: a panel's exit link, as a point to click on. */
const exitPoint = (): Point | null => {
  const box = document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('a[data-exit]')?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
};

describe(`the exit, ${engine}`, () => {
  let browser: EngineBrowser;
  let scripts: TestServer;
  let elsewhere: TestServer;
  let gone: TestServer;
  const held: ServerResponse[] = [];
  const closing: (() => Promise<void>)[] = [];

  const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

  /** Asks until it is so; a page that is changing gives no answer. */
  const until = async (what: string, isSo: () => Promise<unknown>) => {
    // By the clock: one question may take a driver half a minute.
    const limit = Date.now() + PATIENCE_MS;
    do {
      if (await isSo().catch(() => false)) return;
      await sleep(25);
    } while (Date.now() < limit);
    assert.fail(`not so after ${PATIENCE_MS / 1000} seconds: ${what}`);
  };

  const fill = (html: string) =>
    html
      .replaceAll('TAG', `<script src="${scripts.origin}/embed.js" data-define-only></script>`)
      .replaceAll('EXIT', `${elsewhere.localhost}/exit`)
      .replaceAll('SLOW', `${elsewhere.localhost}/slow`)
      .replaceAll('NOTHING', `${elsewhere.localhost}/nothing`)
      .replaceAll('DOWN', `${gone.localhost}/`);

  interface Visit extends Visitor {
    readonly site: TestServer;
  }

  /** A visitor on a partner's page, who came from another page of theirs. */
  const visit = async (html: string, { site: answers = {}, loaded = true }: { site?: Site; loaded?: boolean } = {}): Promise<Visit> => {
    const site = await serve({
      '/favicon.ico': { status: 204 },
      '/before': '<!doctype html><title>Before</title>',
      ...answers,
      '/': `<!doctype html><html lang="en"><title>Partner</title><body bgcolor="${HOST}"><script>
        exits = 0; told = [];
        addEventListener('rsp-exit', () => { exits++; });
        addEventListener('message', ({ data }) => told.push(data));
        </script>${fill(html)}`,
    });
    closing.push(() => site.close());
    const visitor = await browser.newVisitor();
    closing.push(() => visitor.close());
    await visitor.goto(`${site.origin}/before`);
    if (!loaded) {
      void visitor.goto(`${site.origin}/`).catch(() => undefined);
      return { ...visitor, site };
    }
    await visitor.goto(`${site.origin}/`);
    await until('the panel is there', () =>
      visitor.evaluate(() => window.exits === 0 && [...document.querySelectorAll('report-stalker-panel')].every((panel) => panel.shadowRoot?.querySelector('a[href="tel:999"]'))),
    );
    return { ...visitor, site };
  };

  const clickExit = async (visitor: Visitor, key?: Key) => visitor.click((await visitor.evaluate(exitPoint))!, key);
  const exits = (visitor: Visitor) => visitor.evaluate(() => window.exits);
  const hasLeft = (visitor: Visitor) => until('the visitor has left', async () => (await visitor.url()).startsWith(elsewhere.localhost));
  const spoken = (visitor: Visitor) => visitor.evaluate(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[aria-live="polite"]')!.textContent);

  /** Leaves a moment later by the page's own clock: WebKit's driver stops the page while it waits for a slow one. */
  const leaveSlowly = (visitor: Visitor) =>
    visitor.evaluate(() => {
      setTimeout(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click(), 300);
    });

  const asked = (path: string) => until(`${path} is asked for`, async () => elsewhere.requests.some(({ url }) => url === path));

  /** One colour, and none of the page's own: soon, and still a while later. */
  const isCovered = async (visitor: Visitor) => {
    let colours: string[] = [];
    const look = async () => {
      colours = [...(await visitor.colours()).keys()];
      return colours.length === 1 && ![HOST, OTHER, LATER].includes(colours[0]!);
    };
    await until('the page is covered', look).catch((error: Error) => assert.fail(`${error.message}; on screen: ${colours.slice(0, 8).join(', ')}`));
    await sleep(600);
    assert.ok(await look().catch(look), `on screen: ${colours.slice(0, 8).join(', ')}`);
  };

  before(async () => {
    browser = await launchEngine();
    scripts = await serveDist();
    elsewhere = await serve({
      '/exit': `<!doctype html><title>Weather</title><body bgcolor="${OTHER}">Weather`,
      '/slow': (_, response) => void held.push(response),
      '/nothing': { status: 204 },
    });
    gone = await serve({});
    await gone.close();
  });

  const clean = async () => {
    // Answered in the end: no driver closes a window that still waits.
    for (const response of held.splice(0)) response.end('<!doctype html>');
    for (const close of closing.splice(0).reverse()) await close();
    elsewhere.requests.length = 0;
  };

  const it = (name: string, run: () => Promise<void>) => void test(name, () => attempt(browser, run, clean));

  afterEach(clean);

  after(async () => {
    await browser.close();
    await scripts.close();
    await elsewhere.close();
  });

  describe('by a click', () => {
    it('takes the place of the page in the history, and tells nobody where the visitor came from', async () => {
      const visitor = await visit(`${PANEL}TAG`);
      const length = await visitor.evaluate(() => history.length);
      await clickExit(visitor);
      await hasLeft(visitor);
      assert.deepEqual(await visitor.evaluate(() => [history.length, document.referrer]), [length, '']);
      assert.equal(elsewhere.requests.at(-1)!.headers.referer, undefined);
      await visitor.back();
      await until('Back leads past the panel', async () => (await visitor.url()) === `${visitor.site.origin}/before`);
      await visitor.forward();
      await hasLeft(visitor);
    });

    it('with Control it is a link like any other', async () => {
      const visitor = await visit(`${PANEL}TAG`);
      await visitor.evaluate(() => addEventListener('click', (event) => event.preventDefault()));
      await clickExit(visitor, 'Control');
      assert.equal(await exits(visitor), 0);
    });

    it('with Shift, its own key, it leaves', async () => {
      const visitor = await visit(`${PANEL}TAG`);
      await clickExit(visitor, 'ShiftLeft');
      await hasLeft(visitor);
    });

    it('leaves, and a number calls, also where a drawer or slider captures the pointer for what it sees pressed', async () => {
      const visitor = await visit(`${PANEL}TAG<style>report-stalker-panel { display: block; padding-top: 20px }</style><script>
        addEventListener('pointerdown', ({ target, pointerId }) => {
          target.setPointerCapture(pointerId);
          told.push(target.hasPointerCapture(pointerId));
        });
        document.querySelector('report-stalker-panel').shadowRoot.addEventListener('click', (event) => {
          told.push(event.target.getAttribute('href'));
          if (event.target.matches('.number')) event.preventDefault();
        })</script>`);
      const [bare, number] = await visitor.evaluate(() => {
        const panel = document.querySelector('report-stalker-panel')!;
        return [panel, panel.shadowRoot!.querySelector('[href="tel:999"]')!].map((element) => {
          const { x, y } = element.getBoundingClientRect();
          return { x: x + 10, y: y + 10 };
        });
      });
      await visitor.click(bare!);
      await visitor.click(number!);
      assert.deepEqual(await visitor.evaluate(() => window.told), [true, false, 'tel:999']);
      await clickExit(visitor);
      await hasLeft(visitor);
    });

    it('a host may take it over', async () => {
      const visitor = await visit(`${PANEL}TAG<script>addEventListener('rsp-exit', (event) => event.preventDefault())</script>`);
      const page = () => visitor.evaluate(() => [document.title, document.documentElement.childElementCount, document.body.getAttribute('style')]);
      const before = await page();
      await clickExit(visitor);
      await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
      assert.equal(await exits(visitor), 2);
      assert.deepEqual(await page(), before);
    });
  });

  describe('by the keyboard', () => {
    const FIELD = '<input id="field" style="position: absolute; left: 0; top: 0">';
    const places: Record<string, string> = {
      'from the page itself': '',
      'from a field of the page': `${FIELD}<script>addEventListener('load', () => document.querySelector('#field').focus())</script>`,
      'from a field in an open shadow root': `<div id="host"></div><script>
        const root = host.attachShadow({ mode: 'open' }); root.append(document.createElement('input'));
        addEventListener('load', () => root.firstChild.focus())</script>`,
      'from a field in a closed shadow root': `<div id="host"></div><script>
        const root = host.attachShadow({ mode: 'closed' }); root.append(document.createElement('input'));
        addEventListener('load', () => root.firstChild.focus())</script>`,
    };
    for (const [place, html] of Object.entries(places))
      it(`three presses of Shift leave, left and right mixed, ${place}`, async () => {
        const visitor = await visit(`${html}${PANEL}TAG`);
        await visitor.press('ShiftLeft');
        await until('it says how far it is', async () => (await spoken(visitor)) === 'Press Shift 2 more times to exit.');
        await visitor.press('ShiftRight');
        await until('it says how far it is', async () => (await spoken(visitor)) === 'Press Shift 1 more time to exit.');
        assert.equal(await exits(visitor), 0);
        await visitor.press('ShiftLeft');
        await hasLeft(visitor);
      });

    it('a page that wraps each listener in a function of its own: a press counts once, however many panels there are and have been', async () => {
      const visitor = await visit(`<script>{
        const { addEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (type, listener, options) {
          addEventListener.call(this, type, function () { return (listener.handleEvent ?? listener).apply(listener.handleEvent ? listener : this, arguments); }, options);
        };
      }</script>${PANEL}${PANEL}${PANEL}TAG`);
      await visitor.evaluate(() => document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.replaceWith(panel)));
      await visitor.press('ShiftLeft', 'ShiftLeft');
      assert.equal(await exits(visitor), 0);
      await visitor.press('ShiftLeft');
      await hasLeft(visitor);
    });

    it('the panel may itself be in a shadow root', async () => {
      const visitor = await visit(`<div id="host"></div>TAG<script>
        host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('report-stalker-panel'), { exitHref: 'EXIT' }))</script>`);
      await until('the panel is there', () => visitor.evaluate(() => document.querySelector('#host')!.shadowRoot!.firstElementChild!.shadowRoot!.querySelector('a[data-exit]') !== null));
      await visitor.press('ShiftRight', 'ShiftRight', 'ShiftRight');
      await hasLeft(visitor);
    });

    it('any other key, and a click, start the count anew', async () => {
      const visitor = await visit(`${FIELD}${PANEL}TAG`);
      await visitor.press('ShiftLeft', 'ShiftLeft', 'a', 'ShiftLeft', 'ShiftLeft');
      await visitor.click({ x: 5, y: 5 });
      await visitor.press('ShiftLeft', 'ShiftLeft', 'Control', 'ShiftLeft', 'ShiftLeft', 'Escape');
      assert.equal(await exits(visitor), 0);
      await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
      await hasLeft(visitor);
    });

    it('capital letters do not leave', async () => {
      const visitor = await visit(`${FIELD}${PANEL}TAG`);
      for (let letter = 0; letter < 4; letter++) await visitor.click({ x: 5, y: 5 }, 'ShiftLeft');
      for (let letter = 0; letter < 4; letter++) await visitor.press('ShiftLeft', 'a');
      assert.equal(await exits(visitor), 0);
    });

    it('the wheel with Shift, which scrolls sideways, does not leave', async () => {
      const visitor = await visit(`${FIELD}${PANEL}TAG`);
      for (let turn = 0; turn < 4; turn++) {
        await visitor.press('ShiftLeft');
        await visitor.evaluate(() => {
          document.body.dispatchEvent(new WheelEvent('wheel', { deltaX: 9, shiftKey: true, bubbles: true }));
        });
      }
      assert.equal(await exits(visitor), 0);
    });

    it('virtual keyboards, held keys and compositions do not leave', async () => {
      const visitor = await visit(`${FIELD}${PANEL}TAG`);
      await visitor.evaluate(() => {
        const field = document.querySelector('#field')!;
        // One kind after the other: a key that does not count may end the count of those before it.
        for (const init of [{ code: '' }, { code: 'ShiftLeft', repeat: true }, { code: 'ShiftLeft', isComposing: true }])
          for (let press = 0; press < 3; press++)
            field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, composed: true, ...init }));
      });
      assert.equal(await exits(visitor), 0);
      // The same events from real keys do.
      await visitor.evaluate(() => {
        for (let press = 0; press < 3; press++)
          document.querySelector('#field')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, composed: true, code: 'ShiftLeft' }));
      });
      await hasLeft(visitor);
    });

    it('whoever goes on pressing leaves once', async () => {
      const visitor = await visit(`${PANEL.replace('EXIT', 'SLOW')}TAG`);
      await visitor.evaluate(() => {
        // By the page's own clock: WebKit's driver stops the page while it waits for a slow one.
        setInterval(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, code: 'ShiftLeft' })), 100);
      });
      await asked('/slow');
      await sleep(1500);
      assert.deepEqual(elsewhere.requests.map(({ url }) => url), ['/slow']);
    });

    it('the count ends after five seconds', async () => {
      const visitor = await visit(
        `<script>{ const { setTimeout } = window; window.setTimeout = (call, time, ...rest) => setTimeout(call, time === 5000 ? 400 : time, ...rest) }</script>${PANEL}TAG`,
      );
      await visitor.press('ShiftLeft', 'ShiftLeft');
      await until('the count has ended', async () => (await spoken(visitor)) === '');
      await visitor.press('ShiftLeft', 'ShiftLeft');
      assert.equal(await exits(visitor), 0);
    });
  });

  for (const [name, change] of [
    ['events', 'Object.freeze(Event.prototype)'],
    ['the question whether to leave', 'Object.freeze(BeforeUnloadEvent.prototype)'],
    ['navigations', 'window.NavigateEvent && Object.freeze(NavigateEvent.prototype)'],
    ['its handler of the question', 'Object.defineProperty(window, "onbeforeunload", { value() {}, writable: false })'],
    ['nothing, but has taken out the question whether to leave', 'delete window.BeforeUnloadEvent'],
    ['nothing, but has given every object a `get`', 'Object.defineProperty(Object.prototype, "get", { value() {} })'],
  ] as const)
    it(`leaves a page that has frozen ${name}, and tells the other site nothing`, async () => {
      const visitor = await visit(`<script>errors = []; addEventListener('error', ({ message }) => errors.push(message)); ${change}</script>${PANEL}TAG`);
      await clickExit(visitor);
      await hasLeft(visitor);
      const request = elsewhere.requests.find(({ url }) => url === '/exit') ?? assert.fail();
      assert.equal(request.headers.referer, undefined);
      assert.equal(await visitor.evaluate(() => document.referrer), '');
    });

  describe('one for the page', () => {
    it('however many panels there are, and none when they have gone', async () => {
      const visitor = await visit(`${PANEL}${PANEL}${PANEL}TAG<script>addEventListener('rsp-exit', (event) => event.preventDefault())</script>`);
      const shift = () => visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
      await shift();
      assert.equal(await exits(visitor), 1);
      await visitor.evaluate(() => document.querySelector('report-stalker-panel')!.remove());
      await shift();
      assert.equal(await exits(visitor), 2);
      await visitor.evaluate(() => document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove()));
      await shift();
      assert.equal(await exits(visitor), 2);
      await visitor.evaluate(() => void document.body.append(document.createElement('report-stalker-panel')));
      await shift();
      assert.equal(await exits(visitor), 3);
    });

    it('none with without-exit, also not by the keyboard', async () => {
      const visitor = await visit('<report-stalker-panel without-exit exit-href="EXIT">x</report-stalker-panel>TAG');
      await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
      assert.deepEqual([await visitor.evaluate(exitPoint), await exits(visitor)], [null, 0]);
    });

    for (const markup of [
      '<div class="govuk-exit-this-page" data-module="govuk-exit-this-page"><a href="/">Exit</a></div>',
      '<div class="nsw-quick-exit"><a href="/">Exit</a></div>',
      '<div class="moj-exit-this-page"><a href="/">Exit</a></div>',
      '<button class="quick-exit">Exit</button>',
      ...['<button>Exit</button>', '<input type="button" value="Exit">', '<b role="button">Exit</b>'].map((control) => `<div class="nsw-quick-exit">${control}</div>`),
    ])
      it(`stands down beside ${markup}, and says so`, async () => {
        const visitor = await visit(`${markup}${PANEL}TAG`);
        const problems = () => visitor.evaluate(() => document.querySelector('report-stalker-panel')!.problems.map(({ code }) => code));
        assert.deepEqual(await problems(), ['exit-exists']);
        await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
        assert.deepEqual([await visitor.evaluate(exitPoint), await exits(visitor)], [null, 0]);
      });
  });

  for (const markup of [
    '<div class="govuk-exit-this-page" hidden><a href="/">Exit</a></div>',
    '<div hidden><a class="nsw-quick-exit" href="/">Exit</a></div>',
    '<div style="visibility: hidden"><a class="nsw-quick-exit" href="/">Exit</a></div>',
    '<details><summary>Menu</summary><a class="nsw-quick-exit" href="/">Exit</a></details>',
    '<style>.quick-exit { display: none }</style><div class="quick-exit"><a href="/">Exit</a></div>',
    '<dialog class="quick-exit-help">How to leave this site</dialog>',
    '<script>document.body.className = "no-quick-exit-theme"</script>',
    '<h2 class="about-exit-this-page">How to leave this site</h2>',
    '<article class="post tag-quick-exit"><h2><a href="/">News</a></h2></article>',
    '<ul><li class="menu-item quick-exit-info"><a href="/">About the exit</a></li></ul>',
  ])
    it(`stays beside ${markup}, which shows no exit`, async () => {
      const visitor = await visit(`${markup}${PANEL}TAG`);
      assert.notEqual(await visitor.evaluate(exitPoint), null);
    });

  it('gives way to an exit control that the page brings later, and comes back when that has gone', async () => {
    const visitor = await visit(`<div id="place"></div>${PANEL}TAG`);
    const exitIsThere = async () => (await visitor.evaluate(exitPoint)) !== null;
    // A while after the first look at the clock, which looks at the page as well.
    await until('it knows the time', () => visitor.evaluate(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[data-state="always"]') !== null));
    await sleep(200);
    assert.ok(await exitIsThere());
    await visitor.evaluate(() => void (document.querySelector('#place')!.innerHTML = '<p><a class="nsw-quick-exit" href="/">Exit</a></p>'));
    await until('the panel gives way', async () => !(await exitIsThere()));
    await visitor.evaluate(() => document.querySelector('#place')!.replaceChildren());
    await until('it is back', exitIsThere);
  });

  describe('the cover, while the other site does not answer', () => {
    const SLOW = PANEL.replace('EXIT', 'SLOW');
    const hosts: Record<string, string> = {
      'a plain page': SLOW,
      'an open dialog and a fixed layer of the host': `${SLOW}
        <dialog style="background: ${LATER}">A dialog</dialog><div style="position: fixed; inset: 50% 0 0 50%; z-index: 2147483647; background: ${LATER}">fixed</div>
        <script>addEventListener('rsp-exit', () => document.querySelector('dialog').showModal())</script>`,
      'a dialog and a popover that open later': `${SLOW}
        <dialog style="background: ${LATER}">A dialog</dialog><p popover style="background: ${LATER}">A popover</p>
        <script>addEventListener('rsp-exit', () => setTimeout(() => { document.querySelector('p').showPopover(); document.querySelector('dialog').showModal(); }, 100))</script>`,
      'a page whose layers show the body, and that opens a dialog later': `<style>@layer page { body { display: block !important } }</style>${SLOW}
        <dialog style="background: ${LATER}">A dialog</dialog>
        <script>addEventListener('rsp-exit', () => setTimeout(() => document.querySelector('body > dialog').showModal(), 100))</script>`,
      'a page in a browser that makes no sheets by script, nor modal dialogs': `<div style="position: fixed; inset: 0; background: ${LATER}"></div>${SLOW}
        <script>CSSStyleSheet = new Proxy(CSSStyleSheet, { construct() { throw new TypeError('Illegal constructor'); } });
        delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; HTMLDialogElement.prototype.showModal = undefined</script>`,
      'a page that closes every dialog, as Escape may': `${SLOW}
        <script>addEventListener('rsp-exit', () => setTimeout(() => document.querySelectorAll('dialog').forEach((dialog) => dialog.close()), 100))</script>`,
      'a transition of the view': `<style>::view-transition-old(root), ::view-transition-group(root) { animation-duration: 60s }</style>${SLOW}
        <script>addEventListener('rsp-exit', () => document.startViewTransition?.(() => {}))</script>`,
      'hostile rules': `<style>* { visibility: visible !important; opacity: 0.5 !important; z-index: 0 !important; transform: scale(0.1) !important; transition: all 60s }
        [popover] { display: none !important } html { filter: blur(2px) } ::backdrop { background: ${LATER} !important }</style>${SLOW}`,
      'an inert, scrolled page': `<div style="height: 3000px; background: ${LATER}"></div>${SLOW}
        <script>addEventListener('rsp-exit', () => { document.body.inert = true; scrollTo(0, 3000); })</script>`,
      'a page without a head, whose title cannot be set': `${SLOW}<script>document.head.remove();
        Object.defineProperty(document, 'title', { get: () => 'x', set() { throw new Error('no') } })</script>`,
    };
    for (const [host, html] of Object.entries(hosts))
      it(`hides ${host}`, async () => {
        const visitor = await visit(`${html}TAG`);
        await leaveSlowly(visitor);
        await asked('/slow');
        await isCovered(visitor);
      });

    it('stays when a page that was still loading is complete', async () => {
      // Whether a page that is being left still hears of its load depends on the engine.
      const visitor = await visit(`${SLOW}TAG<img src="/late" alt=""><script>
        addEventListener('rsp-exit', () => setTimeout(() => {
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
          navigator.sendBeacon('/loaded');
        }, 500));
        const leave = setInterval(() => {
          const link = document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[data-exit]');
          if (link) { clearInterval(leave); link.click(); }
        }, 50)</script>`, { site: { '/late': { delay: 2500, body: '' }, '/loaded': '' }, loaded: false });
      await asked('/slow');
      await until('the page has loaded', async () => visitor.site.requests.some(({ url }) => url === '/loaded'));
      await isCovered(visitor);
    });

    for (const [how, script] of [
      ['in a new root', 'document.documentElement.replaceWith(copy)'],
      ['in its root', 'document.documentElement.replaceChildren(...copy.children)'],
    ] as const)
      it(`stays when an application writes the whole document anew, as React does where it finds another than its own: ${how}`, async () => {
        const visitor = await visit(`${SLOW}TAG<script>
          addEventListener('error', () => navigator.sendBeacon('/error'));
          const copy = document.documentElement.cloneNode(true);
          addEventListener('rsp-exit', () => setTimeout(() => {
            ${script};
            setTimeout(() => {
              navigator.sendBeacon('/covered?' + document.querySelectorAll('html > dialog:modal').length);
              // As a cookie notice opens once the application has started.
              document.body.insertAdjacentHTML('beforeend', '<dialog style="background: ${LATER}">A dialog</dialog>');
              document.body.lastChild.showModal();
            }, 500);
          }, 600))</script>`, { site: { '/error': '', '/covered': '' } });
        await leaveSlowly(visitor);
        await asked('/slow');
        await until('the cover is told', async () => visitor.site.requests.some(({ url }) => url.startsWith('/covered')));
        assert.deepEqual(visitor.site.requests.map(({ url }) => url).filter((url) => /error|covered/.test(url)), ['/covered?1']);
        await isCovered(visitor);
      });

    it('gives in to a page that insists on taking it out, before that freezes, and leaves it empty', async () => {
      const visitor = await visit(`${SLOW}TAG<script>
        let taken = 0;
        new MutationObserver(() => document.querySelectorAll('html > dialog').forEach((dialog) => { taken++; dialog.remove(); })).observe(document, { childList: true, subtree: true });
        addEventListener('rsp-exit', () => setTimeout(() => navigator.sendBeacon('/taken?' + taken), 1000))</script>`, { site: { '/taken': '' } });
      const taken = () => visitor.site.requests.flatMap(({ url }) => (url.startsWith('/taken') ? Number(url.split('?')[1]) : []));
      await leaveSlowly(visitor);
      await asked('/slow');
      await until('the count is told', async () => taken().length);
      assert.ok(taken()[0]! > 10 && taken()[0]! < 1000, `taken out ${taken()[0]} times`);
      await isCovered(visitor);
    });

    it('is no error to those who collect the errors of the page', async () => {
      const visitor = await visit(`${SLOW}TAG<script>
        for (const type of ['error', 'unhandledrejection']) addEventListener(type, () => navigator.sendBeacon('/error'));
        addEventListener('rsp-exit', () => setTimeout(() => navigator.sendBeacon('/later'), 200))</script>`, { site: { '/error': '', '/later': '' } });
      await leaveSlowly(visitor);
      await asked('/slow');
      await until('what comes later is told', async () => visitor.site.requests.some(({ url }) => url === '/later'));
      assert.deepEqual(visitor.site.requests.filter(({ url }) => url === '/error'), []);
    });

    for (const [where, script] of [
      ['', ''],
      [', also beside a stand-in for view transitions that throws', 'delete Document.prototype.startViewTransition; document.startViewTransition = (callback) => callback();'],
    ] as const)
      it(`says nothing of the page in its title, whatever visits in flight and chat windows write there${where}`, async () => {
        // What stands on the tab: a page may also read a title of its own making.
        const visitor = await visit(`${SLOW}TAG<script>${script} addEventListener('rsp-exit', () => setTimeout(() => {
          document.title = '(1) Stalking';
          // As htmx writes a title: into the first that it finds.
          document.querySelector('title').textContent = 'Stalking';
          document.head.querySelector('title').remove();
          document.head.append(Object.assign(document.createElement('title'), { text: 'Stalking' }));
          const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
          setTimeout(() => navigator.sendBeacon('/title?' + get.call(document)), 100);
        }))</script>`, { site: { '/title': '' } });
        await leaveSlowly(visitor);
        await until('the title is told', async () => visitor.site.requests.some(({ url }) => url.startsWith('/title')));
        assert.equal(visitor.site.requests.at(-1)!.url, '/title?localhost');
      });
  });

  it('stays, and says nothing of the page in its title, however often the page writes that, as chats do to be noticed', async () => {
    const visitor = await visit(`${PANEL.replace('EXIT', 'SLOW')}TAG<script>addEventListener('rsp-exit', () => {
      const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
      let times = 0;
      const blink = setInterval(() => {
        document.title = '(' + ++times + ') Stalking';
        if (times < 150) return;
        clearInterval(blink);
        setTimeout(() => navigator.sendBeacon('/title?' + get.call(document)));
      });
    })</script>`, { site: { '/title': '' } });
    await leaveSlowly(visitor);
    const told = () => visitor.site.requests.filter(({ url }) => url.startsWith('/title')).map(({ url }) => url);
    await until('the title is told', async () => told().length);
    assert.deepEqual(told(), ['/title?localhost']);
  });

  it('a page that saves a draft when it is left, or is told of changes, finds what was typed', async () => {
    const visitor = await visit(
      `<form oninput="told.push('told')" onchange="told.push('told')"><input name="value" value="one"><textarea>two</textarea><input name="fixed" value="three" readonly>
        <input type="checkbox" value="four" checked><input type="hidden" value="five"><input type="date" value="2026-01-01"></form>${PANEL}TAG<script>
        const save = ({ type }) => navigator.sendBeacon('/draft?' + [type, told, ...document.querySelectorAll('input,textarea')].map((field) => field.value ?? field));
        for (const type of ['beforeunload', 'pagehide']) addEventListener(type, save);
        document.addEventListener('visibilitychange', save);
        </script>`, { site: { '/draft': '' } });
    await clickExit(visitor);
    await hasLeft(visitor);
    const drafts = () => visitor.site.requests.map(({ url }) => url).filter((url) => url.startsWith('/draft'));
    await until('drafts are saved', async () => drafts().length > 1);
    for (const draft of drafts()) assert.match(draft, /,,one,two,three,four,five,2026-01-01$/);
  });

  for (const [where, edit] of [
    ['what somebody edits', (on: boolean) => void (document.querySelector('main')!.contentEditable = String(on))],
    ['a part of it that the editor has locked', (on: boolean) => {
      const main = document.querySelector('main')!;
      main.contentEditable = String(on);
      main.firstElementChild!.setAttribute('contenteditable', 'false');
    }],
    ['a locked part of a document that somebody edits', (on: boolean) => {
      document.designMode = on ? 'on' : 'off';
      document.querySelector('main')!.setAttribute('contenteditable', 'false');
    }],
    ['a document that somebody edits', (on: boolean) => void (document.designMode = on ? 'on' : 'off')],
  ] as const satisfies [string, (on: boolean) => void][])
    it(`in ${where} it would take the work away: it leaves only afterwards`, async () => {
      const visitor = await visit(`<main><div>${PANEL}</div></main>TAG`);
      await visitor.evaluate(edit, true);
      await clickExit(visitor);
      await visitor.press('ShiftLeft', 'ShiftRight', 'ShiftLeft');
      await sleep(300);
      assert.equal(await exits(visitor), 0);
      await visitor.evaluate(edit, false);
      await clickExit(visitor);
      await hasLeft(visitor);
    });

  for (const [what, html] of [
    ['a form whose fields have the names of what leads inwards', '<fieldset form="f" name="shadowRoot"><form id="f"><input name="q" value="x"></form></fieldset><object form="g" name="contentDocument"><form id="g"><input name="querySelectorAll"></form></object>'],
    ['an element that gives out the page as its inside', "<script>customElements.define('x-y', class extends HTMLElement { get shadowRoot() { return this.getRootNode(); } })</script><x-y></x-y><input value=x>"],
    ['fields that cannot be emptied', "<input value=x><script>Object.defineProperty(document.querySelector('input'), 'value', { get: () => 'x', set() { throw new Error('no'); } })</script><input value=y>"],
  ] as const)
    it(`leaves a page with ${what}`, async () => {
      const visitor = await visit(`${html}${PANEL}TAG`);
      await clickExit(visitor);
      await hasLeft(visitor);
    });

  it('finds what was typed also where the visitor leaves twice before the cover is painted', async () => {
    const visitor = await visit(`<input value="one">${PANEL.replace('EXIT', 'NOTHING')}TAG`);
    await visitor.evaluate(() => {
      const exit = document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!;
      exit.click();
      exit.click();
    });
    await asked('/nothing');
    assert.equal(await visitor.evaluate(() => document.querySelector('input')!.value), 'one');
  });

  it('a page that wraps each listener in a function of its own keeps what is typed when it stays after all', async () => {
    const visitor = await visit(`<script>{
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        addEventListener.call(this, type, function () { return (listener.handleEvent ?? listener).apply(listener.handleEvent ? listener : this, arguments); }, options);
      };
    }</script><input value="one">${PANEL.replace('EXIT', 'NOTHING')}TAG`);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => void dispatchEvent(new Event('beforeunload')));
    assert.equal(await visitor.evaluate(() => document.querySelector('input')!.value), 'one');
  });

  it('a covered page that writes into a field keeps that, should it come back', async () => {
    const visitor = await visit(`<input value="one"><input value="two">${PANEL.replace('EXIT', 'NOTHING')}TAG<script>
      addEventListener('rsp-exit', () => setTimeout(() => { document.querySelector('input').value = 'answer'; }))</script>`);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    assert.deepEqual(await visitor.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value)), ['answer', 'two']);
  });

  it('leaves a page that insists on its title, wherever that stands', async () => {
    const visitor = await visit(`${PANEL}TAG<script>new MutationObserver(() => {
      const title = document.querySelector('title');
      if (title.text !== 'Mine') title.text = 'Mine';
      }).observe(document.documentElement, { childList: true, subtree: true, characterData: true })</script>`);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  it('silences the players of the page, and what reads it aloud', async () => {
    const visitor = await visit(`<audio></audio><video></video>${PANEL.replace('EXIT', 'NOTHING')}TAG<script>
      if (window.speechSynthesis) speechSynthesis.cancel = () => told.push('silent');
      else told.push('silent');</script>`);
    await clickExit(visitor);
    await asked('/nothing');
    assert.deepEqual(await visitor.evaluate(() => window.told), ['silent']);
    assert.equal(await visitor.evaluate(() => document.querySelector('audio,video')), null);
  });

  describe('a press takes the focus from no field, whose error would move the link away before the click', () => {
    const AT = 'style="position: absolute; left: 0; top: 0; width: 150px; height: 20px; border: 0"';
    const FIELD = `<input ${AT} oninput="told.push('typed')" onblur="wrong.hidden = false" onchange="wrong.hidden = false">`;
    const DROP_DOWN = `<div ${AT} role="combobox" tabindex="0" onkeydown="told.push('typed')" onblur="wrong.hidden = false"></div>`;
    const form = (field: string) => `<form style="margin: 0" onsubmit="return false">${field}
      <div style="height: 40px"></div><p id="wrong" hidden style="margin: 0; height: 120px">Enter a valid email address</p></form>`;
    const type = async (visitor: Visitor) => {
      await visitor.click({ x: 10, y: 10 });
      await visitor.press('a');
      await until('something is in the field', () => visitor.evaluate(() => window.told.length));
    };

    it('the exit', async () => {
      const visitor = await visit(`${form(FIELD)}${PANEL}TAG`);
      await type(visitor);
      await clickExit(visitor);
      await hasLeft(visitor);
    });

    for (const [number, field, whose] of [
      ['999', FIELD, ''],
      ['101', FIELD, ''],
      ['999', DROP_DOWN, ' after the drop-down of a design system'],
      ['999', `${FIELD.replace('<input', '<textarea')}</textarea>`, ' after a larger field'],
      ['999', `${FIELD.replace('<input', '<div contenteditable="true"')}</div>`, ' after a field with formatting'],
      ['999', `<my-field></my-field><script>document.querySelector('my-field').attachShadow({ mode: 'open' }).innerHTML = '<input ${AT}>';
        document.querySelector('my-field').addEventListener('input', () => told.push('typed'));
        document.querySelector('my-field').addEventListener('focusout', () => { wrong.hidden = false; })</script>`, ' after a field in a shadow root'],
    ] as const)
      it(number + whose, async () => {
        const visitor = await visit(`${form(field)}${PANEL}TAG<script>
          addEventListener('click', (event) => {
            event.preventDefault();
            told.push(event.composedPath().find(({ href }) => href)?.href);
          }, true)</script>`);
        await type(visitor);
        await visitor.evaluate(() => void (window.told = []));
        await visitor.click(
          (await visitor.evaluate((href: string) => {
            const { x, y, width, height } = document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(`[href="${href}"]`)!.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }, `tel:${number}`))!,
        );
        await until('the click is told', () => visitor.evaluate(() => window.told.length));
        assert.equal(await visitor.evaluate(() => window.told[0]), `tel:${number}`);
      });
  });

  it('leaves a page that takes steps within itself meanwhile', async () => {
    const visitor = await visit(`${PANEL.replace('EXIT', 'SLOW')}TAG<script>addEventListener('rsp-exit', () => {
      let steps = 0;
      const step = () => { history.replaceState(null, '', '#' + ++steps); if (steps === 4) navigator.sendBeacon('/steps'); else setTimeout(step, 1100); };
      setTimeout(step, 600);
    })</script>`, { site: { '/steps': '' } });
    await leaveSlowly(visitor);
    await until('the page has taken its steps', async () => visitor.site.requests.some(({ url }) => url === '/steps'));
    // Begun anew each time, it would never end.
    assert.equal(elsewhere.requests.filter(({ url }) => url === '/slow').length, 1);
    for (const response of held.splice(0)) response.end('<!doctype html><title>Slow</title>');
    await hasLeft(visitor);
  });

  it('begins the way out anew where a step back of the page has ended it', async () => {
    const visitor = await visit(`${PANEL.replace('EXIT', 'SLOW')}TAG<script>
      history.pushState(null, '');
      addEventListener('rsp-exit', () => setTimeout(() => history.back(), 600))</script>`);
    // What tells of the step came to WebKit last.
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await leaveSlowly(visitor);
    await until('it is asked for anew', async () => elsewhere.requests.filter(({ url }) => url === '/slow').length === 2);
    for (const response of held.splice(0)) response.end('<!doctype html><title>Slow</title>');
    await hasLeft(visitor);
  });

  it('leaves a page that asks visitors to stay', async () => {
    const visitor = await visit(`${PANEL}TAG<script>
      addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x'; });
      onbeforeunload = () => 'x';</script>`);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  for (const type of ['change', 'blur', 'focusout'])
    it(`leaves a page that would ask visitors to stay once ${type} tells it of a field given up, and does not tell it`, async () => {
      const visitor = await visit(`<input style="position: absolute; left: 0; top: 0" oninput="told.push('typed')"><script>
        document.querySelector('input').addEventListener('${type}', () => { fetch('/told'); window.onbeforeunload = () => 'x'; });</script>${PANEL}TAG`, { site: { '/told': '' } });
      await visitor.click({ x: 10, y: 10 });
      await visitor.press('a');
      await until('something is in it', () => visitor.evaluate(() => window.told.length));
      for (const key of ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'] as const) await visitor.press(key);
      await hasLeft(visitor);
      // An alert in place of this would keep the page on screen.
      assert.ok(visitor.site.requests.every(({ url }) => url !== '/told'));
    });

  for (const [how, script] of [
    ['', "addEventListener('navigate', (event) => event.preventDefault())"],
    [', as events were once cancelled', "addEventListener('navigate', (event) => { event.returnValue = false; })"],
    [', by its handler', 'onnavigate = () => false'],
  ] as const)
    it(`leaves a page that cancels each navigation${how}`, async () => {
      const visitor = await visit(`${PANEL}TAG<script>if (window.navigation) navigation.${script}</script>`);
      await clickExit(visitor);
      await hasLeft(visitor);
    });

  for (const [name, code] of [
    ['reloads itself', 'location.reload()'],
    ['goes elsewhere', 'location.href = "/before"'],
    ['sends a form', 'document.forms[0].submit()'],
  ] as const)
    // What a page does soon after a key, WebKit takes for the visitor's own doing.
    for (const key of [false, true])
      it(`stays covered, and on its way${key ? ', by a key' : ''}, on a page that ${name} meanwhile`, async () => {
        const visitor = await visit(`${PANEL.replace('EXIT', 'SLOW')}TAG<form action="/before"></form><script>addEventListener('rsp-exit', () => setTimeout(() => { ${code}; }, 600))</script>`);
        // What could keep the page from it came to WebKit last.
        if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
        const before = visitor.site.requests.length;
        if (key) for (const press of ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'] as const) await visitor.press(press);
        else await leaveSlowly(visitor);
        await asked('/slow');
        await sleep(1000);
        await isCovered(visitor);
        assert.equal(visitor.site.requests.length, before);
        // The way out is tried again meanwhile: whatever asks is answered.
        await until('the visitor has left', async () => {
          for (const response of held.splice(0)) response.end('<!doctype html><title>Slow</title>');
          return (await visitor.url()).startsWith(elsewhere.localhost);
        });
      });

  it('leads to a page of the same site that makes each navigation one within the page', async () => {
    const visitor = await visit(`<report-stalker-panel>x</report-stalker-panel>TAG<script>
      document.querySelector('report-stalker-panel').setAttribute('exit-href', location.origin + '/before');
      window.navigation?.addEventListener('navigate', (event) => event.intercept())</script>`);
    await clickExit(visitor);
    await until('the other page is there', () => visitor.evaluate(() => document.title === 'Before'));
  });

  for (const [where, open] of [
    ['a frame of the page’s own site', '<iframe src="/form"'],
    ['a frame of another site', '<iframe src="OTHER/form"'],
    ['an object', '<object data="/form" type="text/html"'],
    ['an embed', '<embed src="/form" type="text/html"'],
  ] as const)
    it(`leaves a page with a form in ${where} that asks visitors to stay`, async () => {
      const form = `<!doctype html><title>Form</title><input style="position: absolute; inset: 0" oninput="parent.postMessage('typed', '*')"><script>addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x'; })</script>`;
      const framed = await serve({ '/form': form });
      closing.push(() => framed.close());
      const visitor = await visit(`<div>${open.replace('OTHER', framed.localhost)} width="300" height="60" style="display: block">${open.startsWith('<embed') ? '' : `</${open.slice(1, 7)}>`}</div>${PANEL}TAG`, { site: { '/form': form } });
      // Nobody is asked for a form that was not touched.
      await until('something is in it', async () => {
        await visitor.click({ x: 100, y: 30 });
        await visitor.press('a');
        return visitor.evaluate(() => window.told.length);
      });
      await clickExit(visitor);
      await hasLeft(visitor);
    });

  it('leaves a page that has broken its own document', async () => {
    const visitor = await visit(`${PANEL}TAG<script>document.createElement = () => { throw new Error('no') }; Element.prototype.append = document.createElement</script>`);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  it('hides the page when the other site is down', async () => {
    const visitor = await visit(`${PANEL.replace('EXIT', 'DOWN')}TAG`);
    await leaveSlowly(visitor);
    await until('the page has gone from the screen', async () => {
      const colours = await visitor.colours();
      return !colours.has(HOST) && !colours.has('#9c121d');
    });
  });

  describe('back and forward', () => {
    it('a page that was left by a link comes back with an exit that works', async () => {
      const visitor = await visit(`${PANEL}TAG`);
      await visitor.goto(`${visitor.site.origin}/before`);
      await visitor.back();
      await until('the panel is back', () => visitor.evaluate(() => document.title === 'Partner' && document.readyState === 'complete'));
      await until('its exit is there', () => visitor.evaluate(exitPoint));
      await visitor.press('ShiftLeft', 'ShiftRight', 'ShiftLeft');
      await hasLeft(visitor);
    });

    const GUARDED = `<p><iframe></iframe><video></video>Words</p><input value="given"><textarea>given</textarea><div style="height: 3000px"></div>${PANEL.replace('EXIT', 'NOTHING')}TAG<script>onbeforeunload = () => {}</script>`;
    const look = (visitor: Visitor) =>
      visitor.evaluate(() => ({
        title: document.title,
        children: document.documentElement.childElementCount,
        frame: document.querySelector('p')!.innerHTML,
        typed: [...document.querySelectorAll<HTMLInputElement>('input,textarea')].map(({ value }) => value),
        body: document.body.outerHTML.split('>')[0],
        referrer: document.querySelector('meta[name="referrer"]'),
        question: [typeof window.onbeforeunload, Object.hasOwn(BeforeUnloadEvent.prototype, 'preventDefault'), typeof Object.getOwnPropertyDescriptor(BeforeUnloadEvent.prototype, 'returnValue')!.get],
        guard: window.navigation && [window.navigation.onnavigate, ...['preventDefault', 'returnValue'].map((name) => Object.hasOwn(NavigateEvent.prototype, name))],
      }));
    /** An answer without a page leaves the visitor where they are, covered. */
    const coverPage = async (visitor: Visitor) => {
      await visitor.evaluate(() => void document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click());
      await asked('/nothing');
      await until('the page is covered', () => visitor.evaluate(() => document.title === 'localhost'));
    };

    it('a covered page that comes back from the history is as it was', async () => {
      const visitor = await visit(GUARDED);
      const before = await look(visitor);
      await coverPage(visitor);
      await visitor.back();
      // Loaded, too: WebKit forgets a step forward from a page that is still on its way.
      await until('the page before is there', async () => (await visitor.url()).endsWith('/before') && visitor.evaluate(() => document.readyState === 'complete'));
      await visitor.forward();
      await until('the page is back', () => visitor.evaluate(() => document.title === 'Partner' && document.readyState === 'complete'));
      assert.deepEqual(await look(visitor), before);
    });

    it('it is as it was to the pixel, where the browser kept it', async () => {
      // Not every browser keeps pages, and some scroll a kept page themselves: the event alone tells what we do.
      const visitor = await visit(GUARDED);
      await visitor.evaluate(() => {
        for (const field of document.querySelectorAll<HTMLInputElement>('input,textarea')) field.value = 'typed';
        scrollTo({ top: 1000, behavior: 'instant' });
      });
      const before = await look(visitor);
      await coverPage(visitor);
      await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      assert.deepEqual(await look(visitor), before);
      assert.equal(await visitor.evaluate(() => Math.round(scrollY)), 1000);
    });

    it('it is as it was where the body has a style of its own, and hears of what is typed again, at once where it scrolls smoothly', async () => {
      const visitor = await visit(`<style>html { scroll-behavior: smooth }</style><input style="position: fixed; left: 0; top: 0" onchange="told.push('change')"><div style="height: 3000px"></div>${PANEL.replace('EXIT', 'NOTHING')}TAG<script>
        document.body.style.margin = '7px';</script>`);
      await visitor.evaluate(() => scrollTo({ top: 1000, behavior: 'instant' }));
      await coverPage(visitor);
      const after = await visitor.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        return [document.body.getAttribute('style'), Math.round(scrollY)];
      });
      assert.deepEqual(after, ['margin: 7px;', 1000]);
      await visitor.click({ x: 10, y: 10 });
      await visitor.press('a');
      await visitor.evaluate(() => document.querySelector('input')!.blur());
      assert.deepEqual(await visitor.evaluate(() => window.told), ['change']);
    });

    it('so it is where it has a title of its own making, for good', async () => {
      const visitor = await visit(`${PANEL.replace('EXIT', 'NOTHING')}TAG<script>Object.defineProperty(document, 'title', { value: 'x' })</script>`);
      await visitor.evaluate(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click());
      const shown = () => visitor.evaluate(() => [document.querySelectorAll('html > dialog').length, getComputedStyle(document.body).display]);
      assert.deepEqual(await shown(), [1, 'none']);
      await asked('/nothing');
      await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      assert.deepEqual(await shown(), [0, 'block']);
    });

    it('so is what was typed into the frame of an editor, and the editor goes on', async () => {
      const visitor = await visit(`<iframe></iframe>${PANEL.replace('EXIT', 'NOTHING')}TAG<script>
        const { body } = document.querySelector('iframe').contentDocument;
        body.contentEditable = true;
        body.addEventListener('input', () => told.push(body.textContent));
        </script>`);
      await visitor.evaluate(() => document.querySelector('iframe')!.contentDocument!.body.focus());
      await visitor.press('a');
      await coverPage(visitor);
      await visitor.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        document.querySelector('iframe')!.contentDocument!.body.focus();
      });
      await visitor.press('a');
      await until('both letters are there', () => visitor.evaluate(() => window.told.join() === 'a,aa'));
    });
  });

  for (const [sandbox, offered] of [
    ['', true],
    ['sandbox="allow-scripts allow-same-origin"', false],
  ] as const)
    it(`a frame of the page’s own site ${sandbox} ${offered ? 'offers' : 'does not offer'} it, and stays in the page’s hands`, async () => {
      const body = fill(`<!doctype html><title>Frame</title>${PANEL}TAG<script>
        const tell = setInterval(() => {
          if (!document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[href="tel:999"]')) return;
          clearInterval(tell);
          parent.postMessage('ready', '*');
        }, 50)</script>`);
      const visitor = await visit(`<iframe src="/frame" ${sandbox}></iframe>`, { site: { '/frame': body } });
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      const found = await visitor.evaluate(() => {
        const panel = document.querySelector('iframe')!.contentDocument?.querySelector('report-stalker-panel');
        return panel && panel.shadowRoot!.querySelector('a[data-exit]') !== null;
      });
      assert.equal(found, offered);
    });

  for (const [sandbox, offered] of [
    ['', true],
    ['sandbox="allow-scripts allow-same-origin"', false],
  ] as const)
    it(`a frame in a frame of the page’s own site ${sandbox} ${offered ? 'offers' : 'does not offer'} it`, async () => {
      const inner = fill(`<!doctype html><title>Inner</title>${PANEL}TAG<script>
        const tell = setInterval(() => {
          const root = document.querySelector('report-stalker-panel').shadowRoot;
          if (!root?.querySelector('a[href="tel:999"]')) return;
          clearInterval(tell);
          top.postMessage(root.querySelector('a[data-exit]') !== null, '*');
        }, 50)</script>`);
      const visitor = await visit(`<iframe src="/middle" ${sandbox}></iframe>`, {
        site: { '/middle': '<!doctype html><title>Middle</title><iframe src="/inner"></iframe>', '/inner': inner },
      });
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      assert.deepEqual(await visitor.evaluate(() => window.told), [offered]);
    });

  for (const policy of ['', '<meta name="referrer" content="unsafe-url">'])
    it(`from a frame of the page’s own site, that page is not named${policy && ', whatever its policy'}`, async () => {
      const body = fill(`<!doctype html><title>Frame</title><body style="margin: 0">${PANEL}TAG<script>
        const tell = setInterval(() => {
          if (!document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[data-exit]')) return;
          clearInterval(tell);
          parent.postMessage((${exitPoint})(), '*');
        }, 50)</script>`);
      const frame = '<iframe src="/frame" style="position: absolute; inset: 0; border: 0" width="500" height="500"></iframe>';
      const visitor = await visit(`${policy}${frame}`, { site: { '/frame': body } });
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      await visitor.click((await visitor.evaluate(() => window.told[0])) as Point);
      await hasLeft(visitor);
      assert.equal(elsewhere.requests.at(-1)!.headers.referer, undefined);
    });

  describe('in a frame of another site', () => {
    it('keys alone, without a click in it, take at least the frame away', async () => {
      const framed = await serve({ '/': fill(`<!doctype html><title>Frame</title>${PANEL}TAG<script>
        const tell = setInterval(() => {
          if (!document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[data-exit]')) return;
          clearInterval(tell);
          parent.postMessage('ready', '*');
        }, 50)</script>`) });
      closing.push(() => framed.close());
      const visitor = await visit(`<iframe src="${framed.localhost}/"></iframe>`);
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      await visitor.evaluate(() => document.querySelector('iframe')!.focus());
      await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
      await asked('/exit');
      // Shift is no activation to Chromium and Firefox, which then keep the page around the frame.
      if (engine === 'webkit') await hasLeft(visitor);
      else assert.equal(await visitor.url(), `${visitor.site.origin}/`);
    });

    it('with a frame of its own, is not offered, and leaves the two in touch', async () => {
      const framed = await serve({
        '/own': '<!doctype html><title>Own</title>',
        '/': fill(`<!doctype html><title>Frame</title><iframe src="/own"></iframe>${PANEL}TAG<script>
          const tell = setInterval(() => {
            const root = document.querySelector('report-stalker-panel').shadowRoot;
            const own = document.querySelector('iframe');
            if (!root?.querySelector('a[href="tel:999"]') || document.readyState !== 'complete') return;
            clearInterval(tell);
            parent.postMessage([root.querySelector('a[data-exit]') !== null, own.contentDocument?.title], '*');
          }, 50)</script>`),
      });
      closing.push(() => framed.close());
      const visitor = await visit(`<iframe src="${framed.localhost}/"></iframe>`);
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      assert.deepEqual(await visitor.evaluate(() => window.told), [[false, 'Own']]);
    });

    for (const [sandbox, offered] of [
      [null, true],
      ['allow-scripts', false],
      ['allow-scripts allow-same-origin', false],
      ['allow-scripts allow-popups', false],
      ['allow-scripts allow-top-navigation-by-user-activation', false],
    ] as const)
      it(`${sandbox === null ? 'no sandbox' : `sandbox="${sandbox}"`}: ${offered ? 'takes the whole page away' : 'is not offered'}`, async () => {
        const framed = await serve({
          '/': fill(`<!doctype html><title>Frame</title><body style="margin: 0">${PANEL}TAG<script>
            const tell = setInterval(() => {
              const root = document.querySelector('report-stalker-panel').shadowRoot;
              if (!root?.querySelector('a[href="tel:999"]')) return;
              clearInterval(tell);
              parent.postMessage({ point: (${exitPoint})(), problems: document.querySelector('report-stalker-panel').problems.length }, '*');
            }, 50)</script>`),
        });
        closing.push(() => framed.close());
        const visitor = await visit(`<iframe src="${framed.localhost}/" style="position: absolute; inset: 0; border: 0" width="500" height="500" ${sandbox === null ? '' : `sandbox="${sandbox}"`}></iframe>`);
        await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
        const [{ point, problems }] = (await visitor.evaluate(() => window.told)) as [{ point: Point | null; problems: number }];
        assert.deepEqual([point !== null, problems], [offered, 0]);
        if (!point) return;
        const length = await visitor.evaluate(() => history.length);
        await visitor.click(point);
        await hasLeft(visitor);
        assert.equal(await visitor.evaluate(() => history.length), length);
        // WebKit follows the policy of the page around the frame, and names the origin of the frame: never that page.
        const referrer = engine === 'webkit' ? `${framed.localhost}/` : undefined;
        assert.equal(elsewhere.requests.at(-1)!.headers.referer, referrer);
      });
  });
});
