import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it as test } from 'node:test';
import { FORMS, snippet } from '../../demo/snippets.js';
import { shownFirst, shownFor } from '../contacts-of-record.js';
import { PATIENCE_MS } from './support/panel-page.js';
import { serve, serveReleases, type TestServer } from './support/serve.js';
import { attempt, engine, launchEngine, type EngineBrowser, type Visitor } from './support/visitor.js';

/** Asks until it is so; engines differ in when a page is done. */
const until = async (visitor: Visitor, isSo: () => boolean): Promise<void> => {
  const limit = Date.now() + PATIENCE_MS;
  while (Date.now() < limit) {
    if (await visitor.evaluate(isSo)) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`Not so: ${isSo}; the page says ${await visitor.evaluate(() => document.body.innerHTML)}`);
};

describe(`paste forms in ${engine}`, () => {
  let browser: EngineBrowser;
  let scripts: TestServer;
  const open: { close(): Promise<void> }[] = [];

  const visit = async (body: string, withScript = true, by = browser): Promise<Visitor> => {
    const tag = withScript ? `<script src="${scripts.origin}/1/embed.js" async data-define-only></script>` : '';
    const site = await serve({
      '/': `<!doctype html><html lang="en"><title>Partner</title><body><main>${body}</main>${tag}</body></html>`,
      '/favicon.ico': '',
    });
    open.push(site);
    const visitor = await by.newVisitor();
    open.push(visitor);
    await visitor.goto(`${site.origin}/`);
    return visitor;
  };

  before(async () => {
    browser = await launchEngine();
    scripts = await serveReleases();
  });

  const clean = async () => {
    for (const { close } of open.splice(0).reverse()) await close();
  };

  const it = (name: string, run: () => Promise<void>) => void test(name, () => attempt(browser, run, clean));

  afterEach(clean);

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  for (const form of FORMS.filter((name) => name !== 'frame' && name !== 'oembed'))
    it(`${form} becomes one panel`, async () => {
      const visitor = await visit(snippet(form, { base: `${scripts.origin}/`, attributes: { region: 'wales' } }));
      await until(visitor, () => {
        const root = document.querySelector('report-stalker-panel')?.shadowRoot;
        return (
          root?.querySelector('[data-contact="emergency"] [data-state="always"]') != null &&
          root.querySelector('[data-contact="live-fear-free"]') !== null
        );
      });
      assert.equal(await visitor.evaluate(() => document.querySelectorAll('report-stalker-panel').length), 1);
    });

  for (const [library, change, forms] of [
    [
      'webcomponents.js 0, which makes a plain element of what it creates',
      'const { createElement } = document; document.createElement = (name) => { const made = createElement.call(document, name); return name.includes("-") ? Object.setPrototypeOf(made, HTMLElement.prototype) : made }',
      ['script', 'link', 'placeholder'],
    ],
    [
      'Prototype, whose `remove` throws where there is no parent',
      'Element.prototype.remove = function () { this.parentNode.removeChild(this); }',
      ['link'],
    ],
    ['an address called URL', 'URL = "https://page.example/"', ['element', 'link']],
    [
      'Prototype 1.6.0, whose Object.keys names what is inherited, and which has an Element of its own',
      'Object.keys = (object) => { const keys = []; for (const key in object) keys.push(key); return keys }; window.Element = Object.assign(function (name) { return document.createElement(name) }, Element)',
      ['element', 'script', 'link', 'placeholder'],
    ],
  ] as const)
    for (const form of forms)
      it(`${form} becomes a panel with its options beside ${library}`, async () => {
        const given = snippet(form, { base: `${scripts.origin}/`, attributes: { region: 'wales' } });
        const visitor = await visit(
          `<script>{ ${change}; window.told = []; addEventListener('error', ({ message }) => told.push(message)) }</script>${given}`,
        );
        await until(visitor, () => {
          const root = document.querySelector('report-stalker-panel')?.shadowRoot;
          return (
            root?.querySelector('[data-contact="emergency"] [data-state="always"]') != null &&
            root.querySelector('[data-contact="live-fear-free"]') !== null
          );
        });
        assert.deepEqual(await visitor.evaluate(() => [document.querySelectorAll('report-stalker-panel').length, window.told]), [1, []]);
      });

  for (const form of ['link', 'placeholder'] as const)
    it(`${form} becomes a panel where a registry that knows of no class before it has come after the script (scoped registries)`, async () => {
      const given = snippet(form, { base: `${scripts.origin}/`, attributes: { region: 'wales' } });
      const visitor = await visit(
        `<script src="${scripts.origin}/1/embed.js" data-define-only></script><script>customElements.get = () => undefined</script>${given}`,
      );
      await until(
        visitor,
        () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-contact="live-fear-free"]') != null,
      );
      assert.equal(await visitor.evaluate(() => document.querySelectorAll('report-stalker-panel').length), 1);
    });

  for (const [how, attachShadow] of [
    ['missing', 'undefined'],
    ['throwing', '() => { throw Error() }'],
  ] as const)
    for (const form of ['element', 'script'] as const)
      it(`with attachShadow ${how}, the ${form} of paste forms shows 999 and 101 to call, without fallback content`, async () => {
        const markup =
          form === 'element' ? '<report-stalker-panel></report-stalker-panel>' : `<script src="${scripts.origin}/1/embed.js"></script>`;
        const visitor = await visit(
          `<script>Element.prototype.attachShadow = ${attachShadow}</script><p>Words</p>${markup}`,
          form === 'element',
        );
        await until(
          visitor,
          () =>
            [...document.querySelectorAll<HTMLAnchorElement>('report-stalker-panel > a')]
              .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height > 0)
              .map((link) => `${link.textContent} ${link.href}`)
              .join() === '999 tel:999,101 tel:101',
        );
      });

  it('of two links, one right after the other, the first becomes the panel, and the second stays a link', async () => {
    const link = (region: string) => `<p><a href="${scripts.origin}/1/panel.html?region=${region}">Help</a></p>`;
    const visitor = await visit(`${link('wales')}${link('scotland')}<script src="${scripts.origin}/1/embed.js"></script>`);
    await until(visitor, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]') != null);
    assert.deepEqual(
      await visitor.evaluate(() => [
        [...document.querySelectorAll('report-stalker-panel')].map((panel) => panel.getAttribute('region')),
        [...document.querySelectorAll('a')]
          .filter((link) => link.checkVisibility?.() ?? link.getClientRects().length > 0)
          .map((link) => new URL(link.href).search),
      ]),
      [['wales'], ['?region=scotland']],
    );
  });

  // Only a script that runs in the frame can tell the page its height: also where the frame's own
  // policy has to recognise its origin inside a sandbox that takes the origin away.
  for (const sandbox of [undefined, 'allow-scripts', 'allow-scripts allow-same-origin'])
    it(`a frame ${sandbox ? `with sandbox="${sandbox}"` : 'without a sandbox'} is alive`, async () => {
      const frame = snippet('frame', { base: `${scripts.origin}/` });
      const visitor = await visit(sandbox ? frame.replace('<iframe', `<iframe sandbox="${sandbox}"`) : frame);
      await until(visitor, () => parseInt(document.querySelector('iframe')!.style.height) > 300);
    });

  for (const fallback of [
    '<report-stalker-panel><a href="tel:101">101</a></report-stalker-panel>',
    '<div data-report-stalker-panel><p><a href="tel:101">101</a></p></div>',
  ])
    it(`the focus on a number of the fallback content goes on to that number, and Tab from there: ${fallback}`, async () => {
      const visitor = await visit(`${fallback}<script>document.querySelector('a').focus()</script>`);
      await until(
        visitor,
        () => document.querySelector('report-stalker-panel')?.shadowRoot?.activeElement?.getAttribute('href') === 'tel:101',
      );
      // Not by way of the heading, of which a screen reader would speak.
      assert.equal(
        await visitor.evaluate(() =>
          document.querySelector('report-stalker-panel')!.shadowRoot!.getElementById('heading')!.hasAttribute('tabindex'),
        ),
        false,
      );
      await visitor.press('Tab');
      // Not behind the panel, past every number; nor to the exit, which comes first in it.
      assert.equal(
        await visitor.evaluate(() => document.querySelector('report-stalker-panel')!.shadowRoot!.activeElement?.getAttribute('href')),
        'https://www.police.uk/',
      );
    });

  for (const fallback of ['<report-stalker-panel>LINKS</report-stalker-panel>', '<div data-report-stalker-panel>LINKS</div>'])
    it(`the focus on what the panel has no link for goes on to its heading, and Tab from there to 999: ${fallback}`, async () => {
      const links = '<p><a href="tel:999">999</a></p><p><a href="/more">Help</a></p>';
      const visitor = await visit(
        `${fallback.replace('LINKS', links)}<a href="#behind">Behind</a><script>document.querySelector('[href="/more"]').focus()</script>`,
      );
      await until(
        visitor,
        () => document.querySelector('report-stalker-panel')?.shadowRoot?.activeElement?.getAttribute('part') === 'heading',
      );
      await visitor.press('Tab', 'Tab');
      // After the exit. Not behind the panel, past every number.
      assert.equal(
        await visitor.evaluate(() => document.querySelector('report-stalker-panel')!.shadowRoot!.activeElement?.getAttribute('href')),
        'tel:999',
      );
    });

  for (const [where, form] of [
    ['alone in a paragraph', '<p><a href="URL">Help</a></p>'],
    ['in a sentence', '<p>Call <a href="tel:999">999</a> or see <a href="URL" data-panel>Help</a>.</p>'],
  ] as const)
    it(`the focus on a link that becomes a panel goes on to its heading, ${where}`, async () => {
      const visitor = await visit(
        `${form.replace('URL', `${scripts.origin}/1/panel.html`)}<script>document.querySelector('[href*=panel]').focus()</script>`,
      );
      await until(
        visitor,
        () => document.querySelector('report-stalker-panel')?.shadowRoot?.activeElement?.getAttribute('part') === 'heading',
      );
    });

  for (const [where, form] of [
    ['beside a link that becomes a panel', '<p>Call <a href="tel:999">999</a> or see <a href="URL" data-panel>Help</a>.</p>'],
    ['that an unclosed element has swallowed', '<report-stalker-panel><section>Call <a href="tel:999">999</a>.</section>'],
  ] as const)
    it(`the focus stays on a number of the page ${where}`, async () => {
      const visitor = await visit(
        `${form.replace('URL', `${scripts.origin}/1/panel.html`)}<script>document.querySelector('a').focus()</script>`,
      );
      await until(visitor, () => !!document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state]')?.textContent);
      assert.equal(await visitor.evaluate(() => document.activeElement!.localName), 'a');
    });

  it('the focus stays in a field beside a link that becomes a panel, in a component that has no box of its own', async () => {
    const visitor =
      await visit(`<p><my-field style="display: contents"></my-field> <a href="${scripts.origin}/1/panel.html" data-panel>Help</a></p><script>
      const field = document.createElement('input');
      document.querySelector('my-field').attachShadow({ mode: 'open', delegatesFocus: true }).append(field);
      field.focus();</script>`);
    await until(visitor, () => !!document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state]')?.textContent);
    assert.equal(await visitor.evaluate(() => document.activeElement!.localName), 'my-field');
  });

  it('the focus stays in a field of a page that an unclosed element has swallowed', async () => {
    const visitor = await visit(
      `<report-stalker-panel><section><h2>News</h2><input></section><script>document.querySelector('input').focus()</script>`,
    );
    await until(visitor, () => !!document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state]')?.textContent);
    assert.equal(await visitor.evaluate(() => document.activeElement!.localName), 'input');
  });

  it('a copy of a placeholder that had the focus takes it from no field', async () => {
    const visitor = await visit(
      `<section><div data-report-stalker-panel><a href="tel:101">101</a></div></section><input><script>document.querySelector('a').focus()</script>`,
    );
    await until(
      visitor,
      () => document.querySelector('report-stalker-panel')?.shadowRoot?.activeElement?.getAttribute('href') === 'tel:101',
    );
    // As Turbo and htmx keep a page, and show it again.
    await visitor.evaluate(() => {
      document.querySelector('input')!.focus();
      document.querySelector('section')!.replaceWith(document.querySelector('section')!.cloneNode(true));
    });
    await until(visitor, () => !!document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state]')?.textContent);
    assert.equal(await visitor.evaluate(() => document.activeElement!.localName), 'input');
  });

  for (const by of engine === 'webkit' ? ['mouse'] : ['mouse', 'finger'])
    it(`a script that comes while 999 in fallback content is being pressed, by ${by}, leaves that link where it is until it has been clicked`, async () => {
      const device = by === 'finger' ? await launchEngine(true) : browser;
      if (device !== browser) open.push(device);
      const visitor = await visit(
        `<report-stalker-panel><a href="tel:999">999</a></report-stalker-panel><script>
          // As optimisers do: where a page listens to no touch, Chromium tells it of none before the click.
          addEventListener('touchstart', () => {});
          const clicked = [];
          // The time that a tap is given is never over before this one.
          const later = setTimeout;
          let held;
          setTimeout = (act, wait, ...given) => wait === 500 && !clicked.length ? (held = () => act(...given)) : later(act, wait, ...given);
          addEventListener('click', (event) => {
            event.preventDefault();
            clicked.push(String(event.target.href));
            if (held) later(held);
          });</script>`,
        false,
        device,
      );
      const point = await visitor.evaluate(() => {
        const { x, y, width, height } = document.querySelector('a')!.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await visitor[by === 'finger' ? 'tapDuring' : 'clickDuring']!(point, () =>
        visitor.evaluate((src) => {
          const tag = document.createElement('script');
          tag.src = src;
          document.body.append(tag);
          return new Promise<void>((resolve) => tag.addEventListener('load', () => resolve()));
        }, `${scripts.origin}/1/embed.js`),
      );
      await until(
        visitor,
        () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-contact="paladin"]') != null,
      );
      assert.deepEqual(await visitor.evaluate(() => (0, eval)('clicked')), ['tel:999']);
    });

  it('a frame that was there long before the script is given its height', async () => {
    const visitor = await visit(snippet('frame', { base: `${scripts.origin}/` }).replace(/height="\d+"/, 'height="150"'), false);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await visitor.evaluate(
      (src: string) => void document.body.append(Object.assign(document.createElement('script'), { src })),
      `${scripts.origin}/1/embed.js`,
    );
    await until(visitor, () => parseInt(document.querySelector('iframe')!.style.height) > 300);
  });

  for (const attributes of engine === 'webkit' ? [{ heading: 'Get help' }, { lang: 'cy', compact: '' }] : [])
    it(`the panel is a landmark, named as its heading is, with ${JSON.stringify(attributes)}`, async () => {
      const visitor = await visit(snippet('element', { base: `${scripts.origin}/`, attributes }), false);
      await until(
        visitor,
        () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]') != null,
      );
      const told = await visitor.toldAs!(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('.frame')!);
      assert.deepEqual(told, ['region', attributes.heading ?? 'Rhoi gwybod am stelciwr']);
    });

  // Wide and narrow, because Firefox can lose what a container query lays out anew. WebKit's driver does not print.
  for (const width of engine === 'webkit' ? [] : ['245px', '375px', '100%'])
    it(`paper shows every number of a panel ${width} wide`, async () => {
      const visitor = await visit(`<div style="width: ${width}"><report-stalker-panel region="england"></report-stalker-panel></div>`);
      await until(
        visitor,
        () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]') != null,
      );
      const numbers = (await visitor.printedLinks!()).filter((href) => href.startsWith('tel:'));
      const shown = shownFor('england');
      assert.deepEqual(numbers.sort(), shown.map(({ dials }) => dials).sort());
    });

  for (const [width, attributes] of engine === 'webkit'
    ? []
    : ([
        ['100%', {}],
        ['100%', { region: 'wales', lang: 'cy' }],
        ['100%', { compact: '' }],
        ['60%', { region: 'wales', lang: 'cy' }],
        ['33%', { region: 'wales', lang: 'cy' }],
      ] as const))
    it(`paper shows every number of a frame ${width} wide with ${JSON.stringify(attributes)}`, async () => {
      const visitor = await visit(`<div style="width: ${width}">${snippet('frame', { base: `${scripts.origin}/`, attributes })}</div>`);
      // The height on screen, once the statuses are there, is also that on paper.
      await until(visitor, () => {
        const { style, dataset } = document.querySelector('iframe')!;
        const before = dataset['height'];
        dataset['height'] = style.height;
        return before !== undefined && before !== '' && before === style.height;
      });
      const numbers = (await visitor.printedLinks!()).filter((href) => href.startsWith('tel:'));
      const shown = 'region' in attributes ? shownFor(attributes.region) : shownFirst;
      assert.deepEqual(numbers.sort(), shown.map(({ dials }) => dials).sort());
    });
});
