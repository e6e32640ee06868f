/** Leaving a page that does what keeps visitors, meaning to or not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  clickExit,
  exitPoint,
  isCovered,
  leaveSlowly,
  leaving,
  NOTHING,
  PANEL,
  sleep,
  SLOW,
  until,
  writeHistory,
} from '../support/leaving.js';
import { engine } from '../support/visitor.js';

describe(`leaving a page that holds back, ${engine}`, () => {
  const { attempted, visit, serveFramed, requests, hasLeft, hasLeftSlowly, asked, answerSlow } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

  for (const [name, change] of [
    ['events', 'Object.freeze(Event.prototype)'],
    ['the question whether to leave', 'Object.freeze(BeforeUnloadEvent.prototype)'],
    ['navigations', 'window.NavigateEvent && Object.freeze(NavigateEvent.prototype)'],
    ['its handler of the question', 'Object.defineProperty(window, "onbeforeunload", { value() {}, writable: false })'],
    ['nothing, but has taken out the question whether to leave', 'delete window.BeforeUnloadEvent'],
    ['nothing, but has given every object a `get`', 'Object.defineProperty(Object.prototype, "get", { value() {} })'],
    ['nothing, but lets no listener be taken away', 'removeEventListener = () => { throw new TypeError("no") }'],
  ] as const)
    it(`leaves a page that has frozen ${name}, throws nothing, and tells the other site nothing`, async () => {
      const visitor = await visit(
        `<script>addEventListener('error', () => navigator.sendBeacon('/error')); ${change}</script>${PANEL}TAG`,
        { site: { '/error': '' } },
      );
      await clickExit(visitor);
      await hasLeft(visitor);
      const request = requests().find(({ url }) => url === '/exit') ?? assert.fail();
      assert.equal(request.headers.referer, undefined);
      assert.equal(await visitor.evaluate(() => document.referrer), '');
      assert.deepEqual(
        visitor.site.requests.filter(({ url }) => url === '/error'),
        [],
      );
    });

  it('leaves a page that has a variable of its own named navigation', async () => {
    const visitor = await visit(`<script>var navigation = { open() {} }</script>${PANEL}TAG`);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  it('leaves a page that insists on its title, wherever that stands', async () => {
    const visitor = await visit(`${PANEL}TAG<script>new MutationObserver(() => {
      const title = document.querySelector('title');
      if (title.text !== 'Mine') title.text = 'Mine';
      }).observe(document.documentElement, { childList: true, subtree: true, characterData: true })</script>`);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  it('leaves a page that takes steps within itself meanwhile', async () => {
    const visitor = await visit(
      `${SLOW}TAG<script>addEventListener('rsp-exit', () => {
      let steps = 0;
      const step = () => { history.replaceState(null, '', '#' + ++steps); if (steps === 4) navigator.sendBeacon('/steps'); else setTimeout(step, 1100); };
      setTimeout(step, 600);
    })</script>`,
      { site: { '/steps': '' } },
    );
    await leaveSlowly(visitor);
    await until('the page has taken its steps', async () => visitor.site.requests.some(({ url }) => url === '/steps'));
    // Tried again at each step, the exit would never get away.
    assert.equal(requests().filter(({ url }) => url === '/slow').length, 1);
    answerSlow();
    await hasLeft(visitor);
  });

  it('tries the exit again, ever later, on a page that goes elsewhere again and again', async () => {
    // Counted in the page: Chromium may ask a site once for what it is still waiting for.
    const visitor = await visit(
      `${SLOW}TAG<script>addEventListener('rsp-exit', () => {
      let tries = 0;
      let begun = 0;
      window.navigation?.addEventListener('navigate', ({ destination }) => { if (destination.url.endsWith('/slow')) begun++; });
      const go = () => { location.href = '/before'; if (++tries === 5) navigator.sendBeacon('/tries?begun=' + begun); else setTimeout(go, 1500); };
      setTimeout(go, 600);
    })</script>`,
      { site: { '/tries': '' } },
    );
    // What could keep the page from it came to WebKit last.
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await leaveSlowly(visitor);
    const told = () => visitor.site.requests.find(({ url }) => url.startsWith('/tries'))?.url;
    await until('the page has tried', async () => told());
    // Tried again after each, the exit would never come to a site that takes longer than the page.
    assert.equal(told(), '/tries?begun=3');
    await hasLeftSlowly(visitor);
  });

  it('tries the exit again also where the page goes on sending a form', async () => {
    const visitor = await visit(
      `${SLOW}TAG<form action="/before"></form><script>addEventListener('rsp-exit', () => setInterval(() => document.forms[0].submit(), 900))</script>`,
    );
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await leaveSlowly(visitor);
    await asked('/slow');
    // Chromium and WebKit give up the first try.
    await sleep(1000);
    await hasLeftSlowly(visitor);
  });

  it('leaves a page that writes its history so often that the browser leads nowhere, for good, and throws nothing', async () => {
    const visitor = await visit(
      `${PANEL}TAG<script>
      addEventListener('error', () => navigator.sendBeacon('/error'));
      addEventListener('rsp-exit', () => {
        let step = 0;
        // WebKit refuses to write it, and Firefox.
        const write = () => { try { history.replaceState(null, '', '#' + step++); } catch {} };
        while (step < 300) write();
        setInterval(write, 10);
      });</script>`,
      { site: { '/error': '' } },
    );
    const length = await visitor.evaluate(() => history.length);
    await clickExit(visitor);
    await hasLeft(visitor);
    assert.deepEqual(await visitor.evaluate(() => [history.length, document.referrer]), [length, '']);
    assert.equal(requests().filter(({ url }) => url === '/exit').length, 1);
    assert.deepEqual(
      visitor.site.requests.filter(({ url }) => url === '/error'),
      [],
    );
  });

  it('leaves no refresh in a page that writes its history so often, whose head a library may keep and show again', async () => {
    const visitor = await visit(`${NOTHING}TAG`);
    await visitor.evaluate(writeHistory);
    await clickExit(visitor);
    await asked('/nothing');
    assert.equal(await visitor.evaluate(() => document.querySelector('meta[http-equiv]')), null);
  });

  it('leaves a page that writes its history so often also where it never finishes loading', async () => {
    const visitor = await visit(`${PANEL}TAG<img src="/never">`, { loaded: false, site: { '/never': () => {} } });
    await until('the panel is there', () => visitor.evaluate(exitPoint));
    await visitor.evaluate(writeHistory);
    // The limit holds for ten seconds, and each try comes later than the one before.
    await sleep(3_000);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  it('keeps a page that writes its history so often from reloading itself while the exit is on its way', async () => {
    const visitor = await visit(
      `${SLOW}TAG<script>addEventListener('rsp-exit', () => setTimeout(() => {
      navigator.sendBeacon('/reloads');
      location.reload();
    }, 250))</script>`,
      { site: { '/reloads': '' } },
    );
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await visitor.evaluate(writeHistory);
    await leaveSlowly(visitor);
    await until('the page reloads', async () => visitor.site.requests.some(({ url }) => url === '/reloads'));
    await isCovered(visitor);
    await hasLeftSlowly(visitor);
  });

  // WebKit leads nowhere where a page has tried 200 times in ten seconds: not so fast, there.
  it('leaves a page that writes its history so often also where it reloads itself all the time', async () => {
    const visitor = await visit(
      `${PANEL}TAG<script>addEventListener('rsp-exit', () => setInterval(() => location.reload(), ${engine === 'webkit' ? 30 : 1}))</script>`,
    );
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    const before = visitor.site.requests.length;
    await visitor.evaluate(writeHistory);
    await clickExit(visitor);
    await hasLeft(visitor);
    assert.equal(visitor.site.requests.length, before);
  });

  it('begins the exit once, and covered, where the click that leaves is also one on a card', async () => {
    const visitor = await visit(`<div onclick="location.href = '/before'">${SLOW}</div>TAG`);
    await leaveSlowly(visitor);
    await isCovered(visitor);
    // What the page has tried before the exit began does not begin it again.
    await sleep(1500);
    assert.equal(requests().filter(({ url }) => url === '/slow').length, 1);
    answerSlow();
    await hasLeft(visitor);
  });

  it('begins the exit once where a page in the background has its frame only after that', async () => {
    const visitor = await visit(`<script>var kept = []; requestAnimationFrame = (frame) => kept.push(frame)</script>${NOTHING}TAG`);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => (window as unknown as { kept: (() => void)[] }).kept.forEach((frame) => frame()));
    await sleep(1000);
    assert.equal(requests().length, 1);
  });

  it('waits for the cover where a page that has come back is left again, whatever was to be tried before', async () => {
    const visitor = await visit(`<script>requestAnimationFrame = () => 0</script>${NOTHING}TAG`);
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(async () => {
      // The page may lead nowhere while it is covered: a second later the exit would be tried again.
      location.href = '/before';
      await new Promise((resolve) => setTimeout(resolve));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click();
    });
    // No frame comes: the first try is due after two seconds.
    await sleep(1200);
    assert.equal(requests().length, 1);
    await until('it is asked for anew', async () => requests().length > 1);
  });

  if (engine === 'webkit')
    it('begins the exit once the cover is on screen, where that click is also one on a card, and the device slow to paint', async () => {
      const visitor = await visit(`<div onclick="location.href = '/before'">${SLOW}</div>TAG`);
      await leaveSlowly(visitor);
      await visitor.withoutFrames!(1500);
      await asked('/slow');
      await isCovered(visitor);
      // Where it is asked for twice, the first time was before the frame.
      await sleep(1500);
      assert.equal(requests().filter(({ url }) => url === '/slow').length, 1);
    });

  it('tries the exit again where a step back of the page has ended it', async () => {
    const visitor = await visit(`${SLOW}TAG<script>
      history.pushState(null, '');
      addEventListener('rsp-exit', () => setTimeout(() => history.back(), 600))</script>`);
    // What tells of the step came to WebKit last.
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await leaveSlowly(visitor);
    await until('it is asked for anew', async () => requests().filter(({ url }) => url === '/slow').length === 2);
    answerSlow();
    await hasLeft(visitor);
  });

  it('lets the visitor go back meanwhile', async () => {
    const visitor = await visit(`${NOTHING}TAG<script>
      history.pushState(1, '');
      window.navigation?.addEventListener('navigate', ({ navigationType, userInitiated }) => { if (navigationType === 'traverse') told.push(userInitiated); })</script>`);
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await clickExit(visitor);
    await asked('/nothing');
    // Chromium lets no page keep a visitor from going back who has not used it since.
    await visitor.click({ x: 5, y: 5 });
    await visitor.back();
    // Firefox's driver goes back as a page does.
    await until('the step back is taken', () =>
      visitor.evaluate((byPage) => history.state === null || (byPage && window.told.includes(false)), engine === 'firefox'),
    );
  });

  it('does not try the exit again once the page has come back from the history', async () => {
    const visitor = await visit(`${NOTHING}TAG`);
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(() => {
      location.href = '/before';
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await sleep(1500);
    assert.equal(requests().length, 1);
    assert.equal(await visitor.url(), `${visitor.site.origin}/`);
  });

  // WebKit asks nobody while it is driven by a test: there, those about the question hold only that the visitor leaves.
  it('leaves a page that asks visitors to stay', async () => {
    const visitor = await visit(`${PANEL}TAG<script>
      addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x'; });
      onbeforeunload = () => 'x';</script>`);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  for (const type of ['change', 'blur', 'focusout'])
    it(`leaves a page that would ask visitors to stay once ${type} tells it of a field given up, and does not tell it`, async () => {
      const visitor = await visit(
        `<input style="position: absolute; left: 0; top: 0" oninput="told.push('typed')"><script>
        document.querySelector('input').addEventListener('${type}', () => { fetch('/told'); window.onbeforeunload = () => 'x'; });</script>${PANEL}TAG`,
        { site: { '/told': '' } },
      );
      await visitor.click({ x: 10, y: 10 });
      await visitor.press('a');
      await until('something is in it', () => visitor.evaluate(() => window.told.length));
      for (const key of ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'] as const) await visitor.press(key);
      await hasLeft(visitor);
      // An alert in place of this would keep the page on screen.
      assert.ok(visitor.site.requests.every(({ url }) => url !== '/told'));
    });

  for (const type of ['keydown', 'keyup', 'click'])
    it(`leaves a page that sets up its question anew at each ${type}`, async () => {
      const visitor = await visit(
        `${PANEL}TAG<script>document.addEventListener('${type}', () => { window.onbeforeunload = () => 'x'; })</script>`,
      );
      // Browsers ask only whoever has used the page before.
      await visitor.click({ x: 5, y: 5 });
      if (type === 'click') await clickExit(visitor);
      else for (const key of ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'] as const) await visitor.press(key);
      await hasLeft(visitor);
    });

  it('leaves a page that sets up its question anew right after a call', async () => {
    const visitor = await visit(
      `${PANEL}TAG<script>document.addEventListener('keydown', () => { window.onbeforeunload = () => 'x'; })</script>`,
    );
    await visitor.click({ x: 5, y: 5 });
    await visitor.evaluate(() => {
      const number = document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[href="tel:999"]')!;
      number.addEventListener('click', (event) => event.preventDefault());
      // However slow this machine is, the second of the call is not over.
      const { setTimeout } = window;
      window.setTimeout = (() => 0) as never;
      number.click();
      window.setTimeout = setTimeout;
    });
    for (const key of ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'] as const) await visitor.press(key);
    await hasLeft(visitor);
  });

  it('leaves a page whose policy makes https of the exit’s address', async () => {
    // As Chromium tells of a navigation to the page's own host under `upgrade-insecure-requests`, but for this machine's.
    const visitor = await visit(`<script>{
      const { get } = (window.NavigationDestination && Object.getOwnPropertyDescriptor(NavigationDestination.prototype, 'url')) ?? {};
      if (get) Object.defineProperty(NavigationDestination.prototype, 'url', { get() { return get.call(this).replace('http:', 'https:'); } });
    }</script>${PANEL}TAG`);
    await clickExit(visitor);
    await hasLeft(visitor);
  });

  for (const [name, code] of [
    ['a step to a place in it', 'location.hash = "menu"'],
    ['a step of an application', 'history.pushState(null, "", "?menu")'],
    ['a link to another page', 'location.href = "/away"'],
  ] as const)
    it(`is not in the history when the page takes the click for ${name}`, async () => {
      // Without a frame, the exit begins after a second or two: the other page would be there before, as from a cache.
      const visitor = await visit(
        `${PANEL}TAG<script>document.addEventListener('click', () => { ${code}; }); requestAnimationFrame = () => 0</script>`,
        { site: { '/away': '' } },
      );
      await clickExit(visitor);
      await hasLeft(visitor);
      await visitor.back();
      await until('the page before is there', async () => (await visitor.url()) === `${visitor.site.origin}/before`);
    });

  it('is not in the history when the page takes a step within it as it is left', async () => {
    const visitor = await visit(`${PANEL}TAG<script>addEventListener('beforeunload', () => history.pushState(null, '', '?stay'))</script>`);
    if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
    await clickExit(visitor);
    await hasLeft(visitor);
    await visitor.back();
    await until('the page before is there', async () => (await visitor.url()) === `${visitor.site.origin}/before`);
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
        const visitor = await visit(
          `${SLOW}TAG<form action="/before"></form><script>addEventListener('rsp-exit', () => setTimeout(() => { ${code}; }, 600))</script>`,
        );
        // What could keep the page from it came to WebKit last.
        if (!(await visitor.evaluate(() => 'navigation' in window))) return assert.equal(engine, 'webkit');
        const before = visitor.site.requests.length;
        if (key) for (const press of ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'] as const) await visitor.press(press);
        else await leaveSlowly(visitor);
        await asked('/slow');
        await sleep(1000);
        await isCovered(visitor);
        assert.equal(visitor.site.requests.length, before);
        await hasLeftSlowly(visitor);
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
      const framed = await serveFramed({ '/form': form });
      const visitor = await visit(
        `<div>${open.replace('OTHER', framed.localhost)} width="300" height="60" style="display: block">${open.startsWith('<embed') ? '' : `</${open.slice(1, 7)}>`}</div>${PANEL}TAG`,
        { site: { '/form': form } },
      );
      // Nobody is asked for a form that was not touched.
      await until('something is in it', async () => {
        await visitor.click({ x: 100, y: 30 });
        await visitor.press('a');
        return visitor.evaluate(() => window.told.length);
      });
      await clickExit(visitor);
      await hasLeft(visitor);
    });

  for (const [what, script] of [
    ['document', "document.createElement = () => { throw new Error('no') }; Element.prototype.append = document.createElement"],
    ['way to listen', "window.addEventListener = window.removeEventListener = () => { throw new Error('no') }"],
  ] as const)
    it(`leaves a page that has broken its own ${what}`, async () => {
      const visitor = await visit(`${PANEL}TAG<script>${script}</script>`);
      await clickExit(visitor);
      await hasLeft(visitor);
    });
});
