/** Pages that take a tap on a number for something else, or hold back a call. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reserving } from '../support/layout-shift.js';
import { PATIENCE_MS } from '../support/panel-page.js';
import { pagesWithRelease } from '../support/partner-pages.js';

describe('on hostile pages', () => {
  const { visit } = pagesWithRelease();

  for (const [how, script] of [
    [
      'in every way',
      `for (const add of [0, 1]) addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x'; }); onbeforeunload = () => 'x'`,
    ],
    ['as of old', `addEventListener('beforeunload', (event) => { event.returnValue = 'x'; })`],
  ])
    it(`with a half-filled form that asks visitors to stay, ${how}: it does not ask who calls, and asks again afterwards`, async () => {
      const { page, errors } = await visit(
        `<script>${script}</script><input id="field"><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
      );
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.accept();
      });
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const dialled = new Promise<string>((resolve) => client.on('Page.frameStartedNavigating', ({ url }) => resolve(url)));
      await page.type('#field', 'a report');
      for (const click of [1, 2]) await page.click('report-stalker-panel >>> a[href="tel:999"]', { count: click });
      assert.equal(await dialled, 'tel:999');
      // By the page's own clock, which may be behind.
      await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1500)));
      assert.deepEqual(asked, []);
      await page.reload();
      assert.deepEqual(asked, ['beforeunload']);
      assert.deepEqual(errors, []);
    });

  for (const [how, script] of [
    ['a listener', `addEventListener('navigate', (event) => { if (dirty && event.cancelable) event.preventDefault(); })`],
    ['a listener, as of old', `addEventListener('navigate', (event) => { if (dirty) event.returnValue = false; })`],
    ['a handler', `onnavigate = () => !dirty`],
  ])
    it(`with a half-filled form that holds navigations back by ${how}: not a call, and afterwards others again`, async () => {
      const { page, errors } = await visit(
        `<script>let dirty = false; navigation.${script}</script><input id="field" oninput="dirty = true"><a href="#on">On</a><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
      );
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const dialled: string[] = [];
      client.on('Page.frameRequestedNavigation', ({ url }) => dialled.push(url));
      await page.type('#field', 'a report');
      await page.click('report-stalker-panel >>> a[href="tel:999"]');
      // By the page's own clock, which may be behind.
      await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1500)));
      assert.deepEqual(dialled, ['tel:999']);
      await page.click('a[href="#on"]');
      assert.equal(await page.evaluate(() => location.hash), '');
      assert.deepEqual(errors, []);
    });

  for (const [name, change] of [
    ['sets a question while somebody calls, it keeps it', 'onbeforeunload = () => "new"'],
    ['takes its question back while somebody calls, it stays without', 'onbeforeunload = null'],
    [
      'has frozen its question, nothing is thrown',
      'Object.defineProperty(window, "onbeforeunload", { value: onbeforeunload, writable: false })',
    ],
  ] as const)
    it(`that ${name}`, async () => {
      const { page, errors } = await visit(
        '<script>onbeforeunload = () => "x"</script><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>',
      );
      await page.evaluate(() => addEventListener('click', (event) => event.preventDefault(), true));
      if (change.includes('define')) await page.evaluate(change);
      await page.click('report-stalker-panel >>> a[href="tel:999"]');
      if (!change.includes('define')) await page.evaluate(change);
      const handler = () => page.evaluate(() => String(window.onbeforeunload));
      const set = await handler();
      // By the page's own clock, which may be behind.
      await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1300)));
      assert.equal(await handler(), set);
      assert.deepEqual(errors, []);
    });

  it('that asks visitors to stay: it asks again once the last of two calls has had its second, and what it set last', async () => {
    const { page } = await visit('<report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>');
    const questions = await page.evaluate(() => {
      addEventListener('click', (event) => event.preventDefault(), true);
      const number = document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[href="tel:999"]')!;
      const ends: (() => void)[] = [];
      const { setTimeout } = window;
      window.setTimeout = ((end: () => void) => ends.push(end)) as never;
      const ask = () => String(window.onbeforeunload!(new Event('beforeunload')));
      window.onbeforeunload = () => 'first';
      number.click();
      ends[0]!();
      window.onbeforeunload = () => 'second';
      number.click();
      number.click();
      ends[1]!();
      const meanwhile = ask();
      ends[2]!();
      window.setTimeout = setTimeout;
      return [meanwhile, ask(), Object.hasOwn(BeforeUnloadEvent.prototype, 'preventDefault')];
    });
    assert.deepEqual(questions, ['undefined', 'second', false]);
  });

  for (const [form, fallback, href = 'tel:999'] of [
    ['the element', '<report-stalker-panel><a href="tel:999">999</a></report-stalker-panel>'],
    [
      'the element, or on the only number there',
      '<report-stalker-panel><a href="tel:08088020300">0808 802 0300</a></report-stalker-panel>',
      'tel:08088020300',
    ],
    ['a placeholder', '<div data-report-stalker-panel><a href="tel:999">999</a></div>'],
    [
      'the element, after a tap on a label, which clicks twice',
      '<label><input type="checkbox"> Large print</label><report-stalker-panel><a href="tel:999">999</a></report-stalker-panel>',
    ],
    [
      'the element, which is the end of a long page that keeps room for it',
      `<style>${reserving(944)}</style><p style="height: 2000px"></p><report-stalker-panel><a href="tel:999">999</a></report-stalker-panel>`,
    ],
  ] as const)
    it(`that holds scripts back until a finger comes down, on 999 in ${form}: the tap calls, and the panel comes`, async () => {
      const { page, errors } = await visit(
        `${fallback}<script>
        const script = document.createElement('script');
        fetch('URL/embed.js').then((answer) => answer.text()).then((text) => { script.textContent = text; });
        // As WP Rocket does meanwhile.
        addEventListener('pointerdown', ({ target }) => { if (!target.matches('a')) return; Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true }); document.body.append(script); });
        // The time that a tap is given is never over before this one.
        const later = setTimeout;
        let held;
        setTimeout = (act, wait, ...given) => held || wait !== 500 ? later(act, wait, ...given) : (held = () => act(...given));
        addEventListener('click', () => { delete document.readyState; if (held) later(held); });</script>`,
        { statuses: false },
      );
      await page.waitForFunction('script.textContent && document.readyState === "complete"');
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const dialled: string[] = [];
      client.on('Page.frameRequestedNavigation', ({ url }) => dialled.push(url));
      await (await page.$('label'))?.tap();
      const number = (await page.$(`[href="${href}"]`))!;
      await number.evaluate((link) => link.scrollIntoView());
      const { x, y } = await number.clickablePoint();
      await page.touchscreen.touchStart(x, y);
      // Until the browser has shown what the script has done: fingers stay that long.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await page.touchscreen.touchEnd();
      await page.waitForFunction(() => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-contact=paladin]'));
      assert.deepEqual(dialled, [href]);
      assert.deepEqual(errors, []);
    });

  for (const [what, selector, href] of [
    ['a number', '[data-contact=paladin] .number', 'tel:02038664107'],
    ['ours', 'a[data-exit]', 'https://www.bbc.co.uk/weather'],
  ] as const)
    it(`that brings an exit of its own while a finger is on ${what}: the tap follows that link, and ours goes after it`, async () => {
      const { page, errors } = await visit(
        `<!doctype html><html lang="en"><title>Partner</title><meta name="viewport" content="width=device-width"><script>
          const followed = [];
          addEventListener('click', (event) => { followed.push(event.composedPath().find(({ href }) => href)?.href); event.preventDefault(); }, true);
          addEventListener('rsp-exit', (event) => event.preventDefault());
        </script><body><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
        { before: (partner) => partner.setViewport({ width: 375, height: 900, isMobile: true, hasTouch: true }) },
      );
      const link = (await page.$(`report-stalker-panel >>> ${selector}`))!;
      const { x, y } = await link.clickablePoint();
      await page.touchscreen.touchStart(x, y);
      await page.evaluate(() => {
        const exit = document.body.appendChild(document.createElement('a'));
        Object.assign(exit, { className: 'nsw-quick-exit', href: '/', textContent: 'Exit' });
        // Until the browser has shown what the script has done: fingers stay that long.
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
      await page.touchscreen.touchEnd();
      await page.waitForFunction('followed.length');
      assert.deepEqual(await page.evaluate('followed'), [href]);
      await page.waitForFunction(() => !document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('a[data-exit]'));
      assert.deepEqual(errors, []);
    });

  for (const [where, script] of [
    [
      'a card that is one link but for its links',
      `card.addEventListener('click', (event) => { if (!event.target.closest('a, summary')) location.hash = 'gone'; })`,
    ],
    [
      'a card that follows its first link, which our fallback content may be',
      `card.addEventListener('click', (event) => { if (!event.target.closest('a, summary')) card.querySelector('a').click(); })`,
    ],
  ] as const)
    it(`in ${where}: a tap on a number calls that one alone`, async () => {
      const { page, errors } = await visit(
        `<div id="card"><report-stalker-panel><a href="tel:999">999</a></report-stalker-panel></div><script src="URL/embed.js" data-define-only></script><script>${script}</script>`,
      );
      const client = await page.createCDPSession();
      await client.send('Page.enable');
      const addresses: string[] = [];
      client.on('Page.frameRequestedNavigation', ({ url }) => addresses.push(url));
      client.on('Page.navigatedWithinDocument', ({ url }) => addresses.push(url));
      await (await page.$('report-stalker-panel >>> [data-contact=paladin] .number'))!.tap();
      const end = Date.now() + PATIENCE_MS;
      while (!addresses.length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
      // What else there is comes in the same task.
      assert.deepEqual([addresses, errors], [['tel:02038664107'], []]);
    });

  it('where a library sends a click to what it takes for the target of a tap, as FastClick does: the link there is followed, in a card that keeps its clicks too, and none in an element of the page', async () => {
    const { page, errors } = await visit(
      `<my-card></my-card><div onclick="event.stopPropagation()"><report-stalker-panel>x</report-stalker-panel></div><script src="URL/embed.js" data-define-only></script>
       <script>document.querySelector('my-card').attachShadow({ mode: 'open' }).innerHTML = '<a href="#gone">Mine</a>'</script>`,
    );
    const clicked = await page.evaluate(() =>
      ['my-card', 'report-stalker-panel'].filter((name) => {
        const target = document.querySelector(name)!;
        const link = target.shadowRoot!.querySelector('a[href="#gone"],a[href="tel:999"]')!;
        const { x, y, width, height } = link.getBoundingClientRect();
        let isClicked = false;
        link.addEventListener('click', (event) => {
          event.preventDefault();
          isClicked = true;
        });
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x + width / 2, clientY: y + height / 2 }));
        return isClicked;
      }),
    );
    assert.deepEqual([clicked, errors], [['report-stalker-panel'], []]);
  });

  it('where a library sends such a click to a fold, it opens', async () => {
    const { page, errors } = await visit(
      '<report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>',
    );
    const isOpen = await page.$eval('report-stalker-panel', (panel) => {
      const fold = panel.shadowRoot!.querySelector('details')!;
      fold.scrollIntoView();
      const { x, y, width, height } = fold.querySelector('summary')!.getBoundingClientRect();
      panel.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x + width / 2, clientY: y + height / 2 }));
      return fold.open;
    });
    assert.deepEqual([isOpen, errors], [true, []]);
  });

  it('where a script clicks on it, or a selection of text begins beside it and ends on a number, it calls nobody and follows no link', async () => {
    const { page, errors } = await visit(
      `<style>report-stalker-panel { padding: 40px }</style><a href="#gone" style="position: absolute; left: 0; top: 0">Page</a><report-stalker-panel>x</report-stalker-panel><script src="URL/embed.js" data-define-only></script>`,
    );
    const client = await page.createCDPSession();
    await client.send('Page.enable');
    const followed: string[] = [];
    client.on('Page.frameRequestedNavigation', ({ url }) => followed.push(url));
    await page.$eval('report-stalker-panel', (panel) => {
      panel.click();
      panel.dispatchEvent(new Event('click'));
      document.createElement('report-stalker-panel').click();
    });
    const number = await page.$('report-stalker-panel >>> [data-contact=paladin] a[href^="tel:"]');
    const { x, y, width, height } = (await number!.boundingBox())!;
    const panel = (await (await page.$('report-stalker-panel'))!.boundingBox())!;
    await page.mouse.move(panel.x + 10, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await page.mouse.up();
    // What would be followed is so by then.
    await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
    assert.deepEqual([followed, await page.evaluate(() => location.hash), errors], [[], '', []]);
  });
});
