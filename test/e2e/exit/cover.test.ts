/** The cover, which hides the page until another is there. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clickExit, HOST, isCovered, LATER, leaveSlowly, leaving, NOTHING, PANEL, SLOW, until } from '../support/leaving.js';
import { engine } from '../support/visitor.js';

describe(`the cover, ${engine}`, () => {
  const { attempted, visit, asked, requests } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

  const hosts: Record<string, string> = {
    'a plain page': SLOW,
    'an open dialog and a fixed layer of the host': `${SLOW}
      <dialog style="background: ${LATER}">A dialog</dialog><div style="position: fixed; inset: 50% 0 0 50%; z-index: 2147483647; background: ${LATER}">fixed</div>
      <script>addEventListener('rsp-exit', () => document.querySelector('dialog').showModal())</script>`,
    'a dialog and a popover that open later': `${SLOW}
      <dialog style="background: ${LATER}">A dialog</dialog><p popover style="background: ${LATER}">A popover</p>
      <script>addEventListener('rsp-exit', () => setTimeout(() => { document.querySelector('p').showPopover(); document.querySelector('dialog').showModal(); }, 100))</script>`,
    'a popover beside the body that opens later': `${SLOW}
      <script>addEventListener('rsp-exit', () => setTimeout(() => {
        const late = document.documentElement.appendChild(document.createElement('p'));
        late.style.cssText = 'width: 9em; height: 9em; background: ${LATER}';
        late.popover = 'manual';
        late.showPopover?.();
      }, 100))</script>`,
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
    'hostile rules': `<style>* { visibility: visible !important; z-index: 0 !important; transform: scale(0.1) !important; transition: all 60s }
      :not(:root) { opacity: 0.5 !important } [popover] { display: none !important } html { filter: blur(2px) } ::backdrop { background: ${LATER} !important }</style>${SLOW}`,
    'a page whose root turns translucent': `${SLOW}
      <script>addEventListener('rsp-exit', () => document.documentElement.style.setProperty('opacity', '0.5', 'important'))</script>`,
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

  if (engine === 'webkit')
    it('is on screen before the exit begins, on a device that is slow to paint it', async () => {
      const visitor = await visit(`${SLOW}TAG`);
      await leaveSlowly(visitor);
      await visitor.withoutFrames!(900);
      await asked('/slow');
      await isCovered(visitor);
    });

  it('stays when a page that was still loading is complete', async () => {
    // Whether a page that is being left still hears of its load depends on the engine.
    const visitor = await visit(
      `${SLOW}TAG<img src="/late" alt=""><script>
      addEventListener('rsp-exit', () => setTimeout(() => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
        navigator.sendBeacon('/loaded');
      }, 500));
      const leave = setInterval(() => {
        const link = document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[data-exit]');
        if (link) { clearInterval(leave); link.click(); }
      }, 50)</script>`,
      { site: { '/late': { delay: 2500, body: '' }, '/loaded': '' }, loaded: false },
    );
    await asked('/slow');
    await until('the page has loaded', async () => visitor.site.requests.some(({ url }) => url === '/loaded'));
    await isCovered(visitor);
  });

  for (const [how, script] of [
    ['in a new root', 'document.documentElement.replaceWith(copy)'],
    ['in its root', 'document.documentElement.replaceChildren(...copy.children)'],
  ] as const)
    it(`stays when an application writes the whole document anew, as React does where it finds another than its own: ${how}`, async () => {
      const visitor = await visit(
        `${SLOW}TAG<script>
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
        }, 600))</script>`,
        { site: { '/error': '', '/covered': '' } },
      );
      await leaveSlowly(visitor);
      await asked('/slow');
      await until('the cover is told', async () => visitor.site.requests.some(({ url }) => url.startsWith('/covered')));
      assert.deepEqual(
        visitor.site.requests.map(({ url }) => url).filter((url) => /error|covered/.test(url)),
        ['/covered?1'],
      );
      await isCovered(visitor);
    });

  it('gives in to a page that insists on taking it out, before that freezes, and leaves it empty', async () => {
    const visitor = await visit(
      `${SLOW}TAG<script>
      let taken = 0;
      new MutationObserver(() => document.querySelectorAll('html > dialog').forEach((dialog) => { taken++; dialog.remove(); })).observe(document, { childList: true, subtree: true });
      addEventListener('rsp-exit', () => setTimeout(() => navigator.sendBeacon('/taken?' + taken), 1000))</script>`,
      { site: { '/taken': '' } },
    );
    const taken = () => visitor.site.requests.flatMap(({ url }) => (url.startsWith('/taken') ? Number(url.split('?')[1]) : []));
    await leaveSlowly(visitor);
    await asked('/slow');
    await until('the count is told', async () => taken().length);
    assert.ok(taken()[0]! > 10 && taken()[0]! < 1000, `taken out ${taken()[0]} times`);
    await isCovered(visitor);
  });

  it('is no error to those who collect the errors of the page', async () => {
    const visitor = await visit(
      `${SLOW}TAG<script>
      for (const type of ['error', 'unhandledrejection']) addEventListener(type, () => navigator.sendBeacon('/error'));
      // As modules write it: there it throws where it cannot be written.
      addEventListener('rsp-exit', () => setTimeout(() => { 'use strict'; document.title = 'Mine'; }));
      addEventListener('rsp-exit', () => setTimeout(() => navigator.sendBeacon('/later'), 200))</script>`,
      { site: { '/error': '', '/later': '' } },
    );
    await leaveSlowly(visitor);
    await asked('/slow');
    await until('what comes later is told', async () => visitor.site.requests.some(({ url }) => url === '/later'));
    assert.deepEqual(
      visitor.site.requests.filter(({ url }) => url === '/error'),
      [],
    );
  });

  for (const [where, script] of [
    ['', ''],
    [
      ', also beside a stand-in for view transitions that throws',
      'delete Document.prototype.startViewTransition; document.startViewTransition = (callback) => callback();',
    ],
  ] as const)
    it(`says nothing of the page in its title, whatever visits in flight and chat windows write there${where}`, async () => {
      // What stands on the tab: a page may also read a title of its own making.
      const visitor = await visit(
        `${SLOW}TAG<script>${script} addEventListener('rsp-exit', () => setTimeout(() => {
        document.title = '(1) Stalking';
        // As htmx writes a title: into the first that it finds.
        document.querySelector('title').textContent = 'Stalking';
        document.head.querySelector('title').remove();
        document.head.append(Object.assign(document.createElement('title'), { text: 'Stalking' }));
        const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
        setTimeout(() => navigator.sendBeacon('/title?' + get.call(document)), 100);
      }))</script>`,
        { site: { '/title': '' } },
      );
      await leaveSlowly(visitor);
      await until('the title is told', async () => visitor.site.requests.some(({ url }) => url.startsWith('/title')));
      assert.equal(visitor.site.requests.at(-1)!.url, '/title?localhost');
    });

  it('stays, and says nothing of the page in its title, however often the page writes that, as chats do to be noticed', async () => {
    const visitor = await visit(
      `${SLOW}TAG<script>addEventListener('rsp-exit', () => {
      const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
      let times = 0;
      const blink = setInterval(() => {
        document.title = '(' + ++times + ') Stalking';
        if (times < 150) return;
        clearInterval(blink);
        setTimeout(() => navigator.sendBeacon('/title?' + get.call(document)));
      });
    })</script>`,
      { site: { '/title': '' } },
    );
    await leaveSlowly(visitor);
    const told = () => visitor.site.requests.filter(({ url }) => url.startsWith('/title')).map(({ url }) => url);
    await until('the title is told', async () => told().length);
    assert.deepEqual(told(), ['/title?localhost']);
  });

  // The pages hold the object that they change: WebKit may drop it otherwise, and make a new one.
  it('silences the players of the page, and what reads it aloud', async () => {
    const visitor = await visit(`<audio></audio><video></video>${NOTHING}TAG<script>
      if (window.speechSynthesis) (held = speechSynthesis).cancel = () => told.push('silent');
      else told.push('silent');</script>`);
    await clickExit(visitor);
    await asked('/nothing');
    assert.deepEqual(await visitor.evaluate(() => window.told), ['silent']);
    assert.equal(await visitor.evaluate(() => document.querySelector('audio,video')), null);
  });

  it('lets nothing read on that goes from sentence to sentence, until the page comes back', async () => {
    const visitor = await visit(`${NOTHING}TAG<script>
      function speak() { window.speechSynthesis?.speak('A sentence'); }
      if (window.speechSynthesis) {
        SpeechSynthesis.prototype.speak = (sentence) => told.push(sentence);
        // Firefox says of the sentence that is cut off that it has ended.
        SpeechSynthesis.prototype.cancel = () => setTimeout(speak);
      }</script>`);
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(async () => {
      const { speak } = window as unknown as { speak: () => void };
      await new Promise((resolve) => setTimeout(resolve));
      window.told.push('uncovered');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      speak();
    });
    const hasSpeech = await visitor.evaluate(() => 'speechSynthesis' in window);
    assert.deepEqual(await visitor.evaluate(() => window.told), hasSpeech ? ['uncovered', 'A sentence'] : ['uncovered']);
  });

  it('lets nothing read on, however much the page throws away meanwhile', async () => {
    const visitor = await visit(
      `${NOTHING}TAG<script>if (window.SpeechSynthesis) SpeechSynthesis.prototype.speak = (sentence) => told.push(sentence)</script>`,
    );
    await clickExit(visitor);
    await asked('/nothing');
    await visitor.evaluate(async () => {
      for (let times = 0; times < 20; times++) {
        Array.from({ length: 200_000 }, (_, index) => ({ index }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      window.speechSynthesis?.speak('A sentence' as never);
    });
    assert.deepEqual(await visitor.evaluate(() => window.told), []);
  });

  it('gives a page that comes back its own way to read aloud, also after it has left twice', async () => {
    const visitor = await visit(`${NOTHING}TAG<script>
      if (!window.speechSynthesis) Object.defineProperty(window, 'speechSynthesis', { value: { cancel() {} } });
      (held = speechSynthesis).speak = (sentence) => told.push(sentence);</script>`);
    for (const time of ['once', 'twice']) {
      await clickExit(visitor);
      await asked('/nothing');
      requests().length = 0;
      await visitor.evaluate((sentence) => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        speechSynthesis.speak(sentence as never);
      }, time);
    }
    assert.deepEqual(await visitor.evaluate(() => window.told), ['once', 'twice']);
  });

  it('silences what reads the page aloud, also where nothing can be put in its place', async () => {
    const visitor = await visit(`${NOTHING}TAG<script>
      if (!window.speechSynthesis) Object.defineProperty(window, 'speechSynthesis', { value: { speak() {} } });
      (held = speechSynthesis).cancel = () => told.push('silent');
      Object.freeze(speechSynthesis);</script>`);
    await clickExit(visitor);
    await asked('/nothing');
    assert.deepEqual(await visitor.evaluate(() => window.told), ['silent']);
  });

  it('hides the page when the other site is down', async () => {
    const visitor = await visit(`${PANEL.replace('EXIT', 'DOWN')}TAG`);
    await leaveSlowly(visitor);
    await until('the page has gone from the screen', async () => {
      const colours = await visitor.colours();
      return !colours.has(HOST) && !colours.has('#9c121d');
    });
  });
});
