/** Leaving by a click, or a tap: what the history and the other site learn of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clickExit, exits, leaving, PANEL, until } from '../support/leaving.js';
import { engine } from '../support/visitor.js';

describe(`leaving by a click, ${engine}`, () => {
  const { attempted, visit, requests, hasLeft } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

  it('takes the place of the page in the history, and tells nobody where the visitor came from', async () => {
    const visitor = await visit(`${PANEL}TAG`);
    const length = await visitor.evaluate(() => history.length);
    await clickExit(visitor);
    await hasLeft(visitor);
    assert.deepEqual(await visitor.evaluate(() => [history.length, document.referrer]), [length, '']);
    assert.equal(requests().at(-1)!.headers.referer, undefined);
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

  it('a tap on what a busy page shows counts, long before the panel has looked at the clock', async () => {
    const visitor = await visit(`<script>setTimeout = () => 0</script>${PANEL}TAG`);
    await visitor.evaluate(() => void requestAnimationFrame(() => requestAnimationFrame(() => window.told.push('shown'))));
    await until('it is shown', () => visitor.evaluate(() => window.told.includes('shown')));
    await visitor.evaluate(() => {
      const exit = document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('a[data-exit]')!;
      for (const type of ['pointerdown', 'click'])
        exit.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', bubbles: true, composed: true, cancelable: true }));
    });
    assert.equal(await exits(visitor), 1);
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
    const page = () =>
      visitor.evaluate(() => [document.title, document.documentElement.childElementCount, document.body.getAttribute('style')]);
    const before = await page();
    await clickExit(visitor);
    await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    assert.equal(await exits(visitor), 2);
    assert.deepEqual(await page(), before);
  });
});
