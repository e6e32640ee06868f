/** A page that was left, and comes back from the history. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exitPoint, leaving, NOTHING, PANEL, until } from '../support/leaving.js';
import { engine, type Visitor } from '../support/visitor.js';

describe(`back and forward, ${engine}`, () => {
  const { attempted, visit, requests, hasLeft, asked } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

  it('a page that was left by a link comes back with an exit that works', async () => {
    const visitor = await visit(`${PANEL}TAG`);
    await visitor.goto(`${visitor.site.origin}/before`);
    await visitor.back();
    await until('the panel is back', () => visitor.evaluate(() => document.title === 'Partner' && document.readyState === 'complete'));
    await until('its exit is there', () => visitor.evaluate(exitPoint));
    await visitor.press('ShiftLeft', 'ShiftRight', 'ShiftLeft');
    await hasLeft(visitor);
  });

  const GUARDED = `<p><iframe></iframe><video></video>Words</p><input value="given"><textarea>given</textarea><div style="height: 3000px"></div>${NOTHING}TAG<script>onbeforeunload = () => {}; document.adoptedStyleSheets = [new CSSStyleSheet()];</script>`;
  const look = (visitor: Visitor) =>
    visitor.evaluate(() => ({
      title: document.title,
      children: document.documentElement.childElementCount,
      frame: document.querySelector('p')!.innerHTML,
      typed: [...document.querySelectorAll<HTMLInputElement>('input,textarea')].map(({ value }) => value),
      body: document.body.outerHTML.split('>')[0],
      sheets: document.adoptedStyleSheets.length,
      referrer: document.querySelector('meta[name="referrer"]'),
      question: [
        typeof window.onbeforeunload,
        Object.hasOwn(BeforeUnloadEvent.prototype, 'preventDefault'),
        typeof Object.getOwnPropertyDescriptor(BeforeUnloadEvent.prototype, 'returnValue')!.get,
      ],
      guard: window.navigation && [
        window.navigation.onnavigate,
        ...['preventDefault', 'returnValue'].map((name) => Object.hasOwn(NavigateEvent.prototype, name)),
        String(NavigateEvent.prototype.intercept),
      ],
    }));
  /** An answer without a page leaves the visitor where they are, covered. */
  const coverPage = async (visitor: Visitor) => {
    await visitor.evaluate(
      () => void document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click(),
    );
    await asked('/nothing');
    await until('the page is covered', () => visitor.evaluate(() => document.title === 'localhost'));
  };

  it('a covered page that comes back from the history is as it was', async () => {
    const visitor = await visit(GUARDED);
    const before = await look(visitor);
    await coverPage(visitor);
    await visitor.back();
    // Loaded, too: WebKit forgets a step forward from a page that is still on its way.
    await until(
      'the page before is there',
      async () => (await visitor.url()).endsWith('/before') && visitor.evaluate(() => document.readyState === 'complete'),
    );
    await visitor.forward();
    await until('the page is back', () => visitor.evaluate(() => document.title === 'Partner' && document.readyState === 'complete'));
    assert.deepEqual(await look(visitor), before);
  });

  it('a covered page that the browser kept is as it was to the pixel', async () => {
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

  it('a covered page is as it was also where the visitor has left again, since nothing came', async () => {
    const visitor = await visit(GUARDED);
    const before = await look(visitor);
    await coverPage(visitor);
    await coverPage(visitor);
    await until('the other site is asked again', async () => requests().length > 1);
    await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    assert.deepEqual(await look(visitor), before);
  });

  it('a covered page is as it was where the body has a style of its own, and hears of what is typed again, at once where it scrolls smoothly', async () => {
    const visitor =
      await visit(`<style>html { scroll-behavior: smooth }</style><input style="position: fixed; left: 0; top: 0" onchange="told.push('change')"><div style="height: 3000px"></div>${NOTHING}TAG<script>
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

  for (const [name, script] of [
    ['it has a title of its own making, for good', `Object.defineProperty(document, 'title', { value: 'x' })`],
    ['a function of its own throws', `Comment.prototype.replaceWith = () => { throw Error() }`],
  ] as const)
    it(`a covered page is as it was where ${name}`, async () => {
      const visitor = await visit(`<iframe></iframe>${NOTHING}TAG<script>${script}</script>`);
      await visitor.evaluate(() =>
        document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click(),
      );
      const shown = () =>
        visitor.evaluate(() => [document.querySelectorAll('html > dialog').length, getComputedStyle(document.body).display]);
      assert.deepEqual(await shown(), [1, 'none']);
      await asked('/nothing');
      await visitor.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      assert.deepEqual(await shown(), [0, 'block']);
    });

  it('what was typed into the frame of an editor is as it was, and the editor goes on', async () => {
    const visitor = await visit(`<iframe></iframe>${NOTHING}TAG<script>
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
