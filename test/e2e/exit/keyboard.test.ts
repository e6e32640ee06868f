/** Leaving by three presses of Shift, and what is no press. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exits, isCovered, leaving, NOTHING, PANEL, sleep, SLOW, until } from '../support/leaving.js';
import { engine, type Visitor } from '../support/visitor.js';

describe(`leaving by the keyboard, ${engine}`, () => {
  /** What a screen reader hears. */
  const spoken = (visitor: Visitor) =>
    visitor.evaluate(
      () => [...document.querySelectorAll('report-stalker-panel')].at(-1)!.shadowRoot!.querySelector('[aria-live="polite"]')!.textContent,
    );
  /** Keeps what a screen reader is told from now on, in `told`. */
  const hear = (visitor: Visitor) =>
    visitor.evaluate(() => {
      const region = document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[aria-live="polite"]')!;
      new MutationObserver(() => window.told.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  const heard = (visitor: Visitor) => visitor.evaluate(() => window.told);
  const { attempted, visit, requests, hasLeft, asked } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

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

  it('a panel that is shown says how many presses are missing, where the first one is in a menu for phones', async () => {
    const visitor = await visit(`<div style="display: none">${PANEL}</div>${PANEL}TAG`);
    await visitor.press('ShiftLeft');
    await until('it says how far it is', async () => (await spoken(visitor)) === 'Press Shift 2 more times to exit.');
    await visitor.press('ShiftLeft', 'ShiftLeft');
    await hasLeft(visitor);
  });

  it('Shift three times leaves also where every panel is hidden, in a menu that is closed say', async () => {
    const visitor = await visit(`<div style="display: none">${PANEL}</div>TAG`);
    await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    await hasLeft(visitor);
  });

  it('Shift three times leaves also where the first panel offers no exit', async () => {
    const visitor = await visit(`<report-stalker-panel without-exit>x</report-stalker-panel>${PANEL}TAG`);
    await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    await hasLeft(visitor);
  });

  it('presses do not count for a panel that comes after the last one has gone', async () => {
    const visitor = await visit(`${PANEL}TAG`);
    await visitor.press('ShiftLeft', 'ShiftLeft');
    await visitor.evaluate(() => {
      const panel = document.querySelector('report-stalker-panel')!;
      const next = panel.cloneNode() as Element;
      panel.remove();
      document.body.append(next);
    });
    await visitor.press('ShiftLeft');
    assert.equal(await exits(visitor), 0);
    await visitor.press('ShiftLeft', 'ShiftLeft');
    await hasLeft(visitor);
  });

  it('no panel says how many presses are missing any more under the cover, where none is shown', async () => {
    const visitor = await visit(`<div style="display: none">${NOTHING}</div>${NOTHING}TAG`);
    await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    await asked('/nothing');
    await isCovered(visitor);
    await until('it says no more', async () => (await spoken(visitor)) === '');
  });

  it('the panel may itself be in a shadow root', async () => {
    const visitor = await visit(`<div id="host"></div>TAG<script>
      host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('report-stalker-panel'), { exitHref: 'EXIT' }))</script>`);
    await until('the panel is there', () =>
      visitor.evaluate(
        () => document.querySelector('#host')!.shadowRoot!.firstElementChild!.shadowRoot!.querySelector('a[data-exit]') !== null,
      ),
    );
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

  it('capital letters that are typed, and Shift with Tab, are not talked over', async () => {
    const visitor = await visit(`${FIELD}${PANEL}TAG`);
    await hear(visitor);
    await visitor.evaluate(() => document.querySelector<HTMLElement>('#field')!.focus());
    for (let turn = 0; turn < 3; turn++) for (const key of ['a', 'Tab'] as const) await visitor.pressWith('ShiftLeft', key);
    assert.deepEqual(await heard(visitor), []);
    await visitor.press('ShiftLeft');
    await until('it says how far it is', async () => (await heard(visitor)).join() === 'Press Shift 2 more times to exit.');
  });

  it('a key that is held while Shift comes and goes, an arrow that selects, starts the count anew, and is not talked over', async () => {
    const visitor = await visit(`${FIELD}${PANEL}TAG`);
    await hear(visitor);
    await visitor.evaluate(async () => {
      const send = (type: string, code: string, repeat = false) =>
        document
          .querySelector('#field')!
          .dispatchEvent(new KeyboardEvent(type, { key: code, code, repeat, bubbles: true, composed: true }));
      send('keydown', 'ArrowRight');
      for (let turn = 0; turn < 4; turn++) {
        send('keydown', 'ShiftLeft');
        send('keydown', 'ArrowRight', true);
        send('keyup', 'ShiftLeft');
        send('keydown', 'ArrowRight', true);
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
    assert.equal(await exits(visitor), 0);
    assert.deepEqual(await heard(visitor), []);
  });

  it('capital letters do not leave', async () => {
    const visitor = await visit(`${FIELD}${PANEL}TAG`);
    for (let letter = 0; letter < 4; letter++) await visitor.click({ x: 5, y: 5 }, 'ShiftLeft');
    for (let letter = 0; letter < 4; letter++) await visitor.press('ShiftLeft', 'a');
    assert.equal(await exits(visitor), 0);
  });

  it('is not kept from keys, nor from clicks between them, by a part of the page that keeps its events to itself', async () => {
    const visitor = await visit(`${FIELD}<script>
      for (const type of ['keydown', 'keyup', 'pointerdown']) document.querySelector('#field').addEventListener(type, (event) => event.stopPropagation())</script>${PANEL}TAG`);
    for (let press = 0; press < 4; press++) await visitor.click({ x: 5, y: 5 }, 'ShiftLeft');
    assert.equal(await exits(visitor), 0);
    await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    await hasLeft(visitor);
  });

  for (const [what, event] of [
    ['the wheel, which with Shift scrolls sideways,', 'wheel'],
    ['a visit to another page, from which the history leads back,', 'pagehide'],
  ] as const)
    it(`${what} starts the count anew`, async () => {
      const visitor = await visit(`${FIELD}${PANEL}TAG`);
      for (let turn = 0; turn < 4; turn++) {
        await visitor.press('ShiftLeft');
        await visitor.evaluate((type) => void window.dispatchEvent(new Event(type)), event);
      }
      assert.equal(await exits(visitor), 0);
    });

  it('virtual keyboards, held keys, compositions and the keys that change a keyboard’s layout do not leave', async () => {
    const visitor = await visit(`${FIELD}${PANEL}TAG`);
    await visitor.evaluate(() => {
      const field = document.querySelector('#field')!;
      // One kind after the other: a key that does not count may end the count of those before it.
      for (const init of [
        { code: '' },
        ...['repeat', 'isComposing', 'altKey', 'ctrlKey', 'metaKey'].map((what) => ({ code: 'ShiftLeft', [what]: true })),
      ])
        for (let press = 0; press < 3; press++)
          field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, composed: true, ...init }));
    });
    assert.equal(await exits(visitor), 0);
    // The same events from real keys do.
    await visitor.evaluate(() => {
      for (let press = 0; press < 3; press++)
        document
          .querySelector('#field')!
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, composed: true, code: 'ShiftLeft' }));
    });
    await hasLeft(visitor);
  });

  it('whoever goes on pressing leaves once', async () => {
    const visitor = await visit(`${SLOW}TAG`);
    await visitor.evaluate(() => {
      // By the page's own clock: WebKit's driver stops the page while it waits for a slow one.
      setInterval(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, code: 'ShiftLeft' })), 100);
    });
    await asked('/slow');
    await sleep(1500);
    assert.deepEqual(
      requests().map(({ url }) => url),
      ['/slow'],
    );
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

  it('not five seconds after a press that another has followed', async () => {
    const visitor = await visit(`<script>{
      const { setTimeout, clearTimeout } = window;
      let end;
      window.setTimeout = (call, time, ...rest) => (time === 5000 && !end ? ((end = call), 'first') : setTimeout(call, time, ...rest));
      window.clearTimeout = (timer) => (timer === 'first' ? (end = () => {}) : clearTimeout(timer));
      addEventListener('five', () => end());
    }</script>${PANEL}TAG`);
    await visitor.press('ShiftLeft', 'ShiftLeft');
    await visitor.evaluate(() => void dispatchEvent(new Event('five')));
    await visitor.press('ShiftLeft');
    await hasLeft(visitor);
  });
});
