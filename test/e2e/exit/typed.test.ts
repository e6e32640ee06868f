/** What visitors have typed, and editors written, when they leave. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clickExit, exits, leaving, NOTHING, PANEL, sleep, until, writeHistory } from '../support/leaving.js';
import { engine, type Visitor } from '../support/visitor.js';

describe(`what was typed, ${engine}`, () => {
  const { attempted, visit, requests, hasLeft, asked } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

  it('a page that saves a draft when it is left, or is told of changes, finds what was typed', async () => {
    const visitor = await visit(
      `<form oninput="told.push('told')" onchange="told.push('told')"><input name="value" value="one"><textarea>two</textarea><input name="fixed" value="three" readonly>
        <input type="checkbox" value="four" checked><input type="hidden" value="five"><input type="date" value="2026-01-01"><input type="range" value="7"></form>${PANEL}TAG<script>
        const save = ({ type }) => navigator.sendBeacon('/draft?' + [type, told, ...document.querySelectorAll('input,textarea')].map((field) => field.value ?? field));
        for (const type of ['beforeunload', 'pagehide']) addEventListener(type, save);
        document.addEventListener('visibilitychange', save);
        </script>`,
      { site: { '/draft': '' } },
    );
    await clickExit(visitor);
    await hasLeft(visitor);
    const drafts = () => visitor.site.requests.map(({ url }) => url).filter((url) => url.startsWith('/draft'));
    await until('drafts are saved', async () => drafts().length > 1);
    for (const draft of drafts()) assert.match(draft, /,,one,two,three,four,five,2026-01-01,7$/);
  });

  it('a page that has written its history so often that the browser leads nowhere finds what was typed, too', async () => {
    const visitor = await visit(
      `<input value="one">${PANEL}TAG<script>
      const save = ({ type }) => navigator.sendBeacon('/draft?' + [type, document.querySelector('input').value]);
      for (const type of ['beforeunload', 'pagehide']) addEventListener(type, save);
      document.addEventListener('visibilitychange', save);
      </script>`,
      { site: { '/draft': '' } },
    );
    await visitor.evaluate(writeHistory);
    await clickExit(visitor);
    await hasLeft(visitor);
    const drafts = () => visitor.site.requests.map(({ url }) => url).filter((url) => url.startsWith('/draft'));
    await until('drafts are saved', async () => drafts().length > 1);
    for (const draft of drafts()) assert.match(draft, /,one$/);
  });

  it('a page that listens only after it was left in vain finds what was typed, too, when it is left again', async () => {
    const visitor = await visit(`<input value="one">${NOTHING}TAG`);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      addEventListener('beforeunload', () => void window.told.push(document.querySelector('input')!.value));
    });
    await clickExit(visitor);
    await until('it is told', () => visitor.evaluate(() => window.told.length));
    assert.deepEqual(await visitor.evaluate(() => window.told), ['one']);
  });

  it('a page that sends its own listeners the event by which it is left, too, keeps what was typed', async () => {
    const visitor = await visit(`<input value="one">${NOTHING}TAG<script>
      addEventListener('beforeunload', ({ isTrusted }) => { if (isTrusted) dispatchEvent(new Event('beforeunload')); })</script>`);
    await clickExit(visitor);
    await asked('/nothing');
    await until('the field is full', () => visitor.evaluate(() => document.querySelector('input')!.value === 'one'));
  });

  it('a page that lets nobody else hear of navigations is left once, and keeps what was typed', async () => {
    const visitor =
      await visit(`<script>window.navigation?.addEventListener('navigate', (event) => event.stopImmediatePropagation())</script>
      <input value="one">${NOTHING}TAG`);
    await clickExit(visitor);
    await asked('/nothing');
    // What it would be asked for a second time comes at once; the fields are full again after that.
    await sleep(1_000);
    assert.equal(requests().length, 1);
    assert.equal(await visitor.evaluate(() => document.querySelector('input')!.value), 'one');
  });

  for (const [where, edit] of [
    ['what somebody edits', (on: boolean) => void (document.querySelector('main')!.contentEditable = String(on))],
    [
      'a part of it that the editor has locked',
      (on: boolean) => {
        const main = document.querySelector('main')!;
        main.contentEditable = String(on);
        main.firstElementChild!.setAttribute('contenteditable', 'false');
      },
    ],
    [
      'a locked part of a document that somebody edits',
      (on: boolean) => {
        document.designMode = on ? 'on' : 'off';
        document.querySelector('main')!.setAttribute('contenteditable', 'false');
      },
    ],
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
    [
      'a form whose fields have the names of what leads inwards',
      '<fieldset form="f" name="shadowRoot"><form id="f"><input name="q" value="x"></form></fieldset><object form="g" name="contentDocument"><form id="g"><input name="querySelectorAll"></form></object>',
    ],
    [
      'an element that gives out the page as its inside',
      "<script>customElements.define('x-y', class extends HTMLElement { get shadowRoot() { return this.getRootNode(); } })</script><x-y></x-y><input value=x>",
    ],
    [
      'fields that cannot be emptied',
      "<input value=x><script>Object.defineProperty(document.querySelector('input'), 'value', { get: () => 'x', set() { throw new Error('no'); } })</script><input value=y>",
    ],
  ] as const)
    it(`leaves a page with ${what}`, async () => {
      const visitor = await visit(`${html}${PANEL}TAG`);
      await clickExit(visitor);
      await hasLeft(visitor);
    });

  it('what visitors type is out of the fields as the cover hides them, when Chromium takes it for sent, and nothing else is', async () => {
    const visitor = await visit(`<input value="one"><textarea>two</textarea><input type="date" value="2026-01-01">
      <input type="checkbox" value="four"><input type="radio" value="five"><input type="hidden" value="six">${NOTHING}TAG`);
    const values = await visitor.evaluate(() => {
      document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click();
      return [...document.querySelectorAll<HTMLInputElement>('input,textarea')].map(({ value }) => value);
    });
    assert.deepEqual(values, ['', '', '', 'four', 'five', 'six']);
  });

  it('finds what was typed also where the visitor leaves twice before the cover is painted', async () => {
    const visitor = await visit(`<input value="one">${NOTHING}TAG`);
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
    }</script><input value="one">${NOTHING}TAG`);
    await clickExit(visitor);
    await asked('/nothing');
    const value = await visitor.evaluate(() => {
      dispatchEvent(new Event('beforeunload'));
      return document.querySelector('input')!.value;
    });
    assert.equal(value, 'one');
  });

  it('what is half typed, which no script can read or put back, stays', async () => {
    const visitor = await visit(`<input type="number">${NOTHING}TAG`);
    const isHalfTyped = () => visitor.evaluate(() => document.querySelector('input')!.validity.badInput);
    await visitor.evaluate(() => {
      document.querySelector('input')!.focus();
      document.execCommand('insertText', false, '-');
    });
    assert.equal(await isHalfTyped(), true);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    assert.equal(await isHalfTyped(), true);
  });

  it('a file that was chosen, which no script can put back, stays', async () => {
    const visitor = await visit(`<input type="file">${NOTHING}TAG<script>
      const chosen = new DataTransfer();
      chosen.items.add(new File(['x'], 'letter.txt'));
      document.querySelector('input').files = chosen.files</script>`);
    const names = () => visitor.evaluate(() => [...document.querySelector('input')!.files!].map(({ name }) => name));
    assert.deepEqual(await names(), ['letter.txt']);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    assert.deepEqual(await names(), ['letter.txt']);
  });

  it('a covered page that writes into a field keeps that, should it come back', async () => {
    const visitor = await visit(`<input value="one"><input value="two">${NOTHING}TAG<script>
      addEventListener('rsp-exit', () => setTimeout(() => { document.querySelector('input').value = 'answer'; }))</script>`);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    assert.deepEqual(await visitor.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value)), ['answer', 'two']);
  });

  it('a covered page that empties a field once the other site has been asked for keeps it empty, lest the next one at the device read it', async () => {
    const visitor = await visit(`<input value="one"><input value="two">${NOTHING}TAG`);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => {
      document.querySelector('input')!.value = '';
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    assert.deepEqual(await visitor.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value)), ['', 'two']);
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
      ['999', `<select multiple ${AT} onkeydown="told.push('typed')" onblur="wrong.hidden = false"><option>x</select>`, ' after a list'],
      [
        '999',
        `<my-field></my-field><script>document.querySelector('my-field').attachShadow({ mode: 'open' }).innerHTML = '<input ${AT}>';
        document.querySelector('my-field').addEventListener('input', () => told.push('typed'));
        document.querySelector('my-field').addEventListener('focusout', () => { wrong.hidden = false; })</script>`,
        ' after a field in a shadow root',
      ],
      [
        '999',
        `<my-form></my-form><script>{
        const form = document.querySelector('my-form');
        const inner = form.attachShadow({ mode: 'open' }).appendChild(document.createElement('my-field'));
        inner.attachShadow({ mode: 'open' }).innerHTML = '<input ${AT}>';
        form.addEventListener('input', () => told.push('typed'));
        form.addEventListener('focusout', () => { wrong.hidden = false; })
        }</script>`,
        ' after a field in a shadow root in another',
      ],
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
          await visitor.evaluate((href: string) => {
            const { x, y, width, height } = document
              .querySelector('report-stalker-panel')!
              .shadowRoot!.querySelector(`[href="${href}"]`)!
              .getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }, `tel:${number}`),
        );
        await until('the click is told', () => visitor.evaluate(() => window.told.length));
        assert.equal(await visitor.evaluate(() => window.told[0]), `tel:${number}`);
      });
  });
});
