import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch } from './support/launch.js';
import { openPage, until, type OpenOptions, type PanelPage } from './support/panel-page.js';
import { serve, serveDist, type TestServer } from './support/serve.js';

describe('the exit', () => {
  let browser: Browser;
  let scripts: TestServer;
  let elsewhere: TestServer;
  const open: PanelPage[] = [];

  /** EXIT answers at once, SLOW after two seconds. */
  const visit = async (html: string, options?: OpenOptions): Promise<PanelPage> => {
    const page = await openPage(
      browser,
      html
        .replaceAll('TAG', `<script src="${scripts.origin}/embed.js" data-define-only></script>`)
        .replaceAll('EXIT', `${elsewhere.localhost}/exit`)
        .replaceAll('SLOW', `${elsewhere.localhost}/slow`),
      options,
    );
    open.push(page);
    return page;
  };
  const PANEL = '<report-stalker-panel exit-href="EXIT">x</report-stalker-panel>';
  const clickExit = ({ page }: PanelPage) => page.locator('report-stalker-panel >>> a[data-exit]').click();
  const left = ({ page }: PanelPage) => page.url().startsWith(elsewhere.localhost);
  const gone = async (page: PanelPage) => {
    for (let attempt = 0; attempt < 100 && !left(page); attempt++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(left(page), page.page.url());
  };
  const stays = async (page: PanelPage) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok(!left(page));
  };

  before(async () => {
    browser = await launch();
    scripts = await serveDist();
    elsewhere = await serve({
      '/exit': '<title>Weather</title><p>Weather</p>',
      '/slow': { body: '<title>Weather</title>', delay: 3000 },
    });
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
    elsewhere.requests.length = 0;
  });

  after(async () => {
    await browser.close();
    await scripts.close();
    await elsewhere.close();
  });

  it('replaces the page in the history, and does not tell where the visitor came from', async () => {
    const page = await visit(`${PANEL}TAG`);
    const before = await page.page.evaluate(() => history.length);
    await clickExit(page);
    await gone(page);
    assert.equal(await page.page.evaluate(() => history.length), before);
    assert.equal(elsewhere.requests.at(-1)!.headers.referer, undefined);
    await page.page.goBack();
    assert.notEqual(page.page.url(), `${page.site.origin}/`);
  });

  it('is a plain link where no script runs', async () => {
    const page = await visit(`${PANEL}TAG`);
    const [href, rel] = await page.page.$eval('report-stalker-panel', (panel) => {
      const link = panel.shadowRoot!.querySelector('a[data-exit]')!;
      return [link.getAttribute('href'), link.getAttribute('rel')];
    });
    assert.equal(href, `${elsewhere.localhost}/exit`);
    assert.match(rel!, /nofollow.*noreferrer/);
  });

  it('covers the whole page until it has gone, dialogs and fixed layers included', async () => {
    const page = await visit(
      `<style>* { background: red !important; opacity: 0.5 !important; z-index: 0 !important; transform: scale(0.1) !important }</style>
       <div style="position: fixed; inset: 0; z-index: 2147483647">fixed</div>
       ${PANEL.replace('EXIT', 'SLOW')}<dialog id="d">A dialog</dialog>TAG`,
    );
    await page.page.evaluate(() => document.querySelector<HTMLDialogElement>('#d')!.showModal());
    const seen = await page.page.evaluate(() => {
      document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click();
      const cover = document.documentElement.lastElementChild!;
      const { width, height } = cover.getBoundingClientRect();
      const style = getComputedStyle(cover);
      return {
        size: [width === document.documentElement.clientWidth, height === innerHeight],
        opacity: style.opacity,
        top: cover.matches(':popover-open'),
        title: document.title,
      };
    });
    assert.deepEqual(seen, { size: [true, true], opacity: '1', top: true, title: 'localhost' });
    const shot = await page.page.screenshot({ encoding: 'binary', optimizeForSpeed: true });
    // A page of one colour compresses to next to nothing.
    assert.ok(shot.length < 20_000, `${shot.length} bytes of screenshot`);
  });

  for (const keys of [
    ['ShiftLeft', 'ShiftLeft', 'ShiftLeft'],
    ['ShiftLeft', 'ShiftRight', 'ShiftLeft'],
  ] as const)
    it(`${keys.join(', ')} leaves, also from a field of the page, and says how far it is`, async () => {
      const page = await visit(`<input id="field">${PANEL}TAG`);
      await page.page.focus('#field');
      const spoken = () => page.page.$eval('report-stalker-panel', (panel) => panel.shadowRoot!.querySelector('[role="status"]')!.textContent);
      await page.page.keyboard.press(keys[0]);
      await until(page.page, () => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[role="status"]')!.textContent);
      assert.equal(await spoken(), 'Press Shift 2 more times to exit.');
      await page.page.keyboard.press(keys[1]);
      await stays(page);
      assert.equal(await spoken(), 'Press Shift 1 more time to exit.');
      await page.page.keyboard.press(keys[2]);
      await gone(page);
    });

  it('another key in between starts the count anew', async () => {
    const page = await visit(`${PANEL}TAG`);
    for (const key of ['ShiftLeft', 'ShiftLeft', 'KeyA', 'ShiftLeft', 'ShiftLeft'] as const) await page.page.keyboard.press(key);
    await stays(page);
    await page.page.keyboard.press('ShiftLeft');
    await gone(page);
  });

  it('capital letters do not leave', async () => {
    const page = await visit(`<input id="field">${PANEL}TAG`);
    await page.page.focus('#field');
    for (let letter = 0; letter < 4; letter++) {
      await page.page.keyboard.down('ShiftLeft');
      await page.page.keyboard.press('KeyA');
      await page.page.keyboard.up('ShiftLeft');
    }
    await stays(page);
  });

  it('a virtual keyboard, a held key and a composition do not leave', async () => {
    const page = await visit(`${PANEL}TAG`);
    await page.page.evaluate(() => {
      for (let press = 0; press < 3; press++)
        for (const init of [{ key: 'Shift', code: '' }, { key: 'Shift', code: 'ShiftLeft', repeat: true }, { key: 'Shift', code: 'ShiftLeft', isComposing: true }])
          window.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    await stays(page);
  });

  it('a host may take it over', async () => {
    const page = await visit(`${PANEL}TAG<script>window.asked = 0; addEventListener('rsp-exit', (event) => { asked++; event.preventDefault(); })</script>`);
    await clickExit(page);
    for (let press = 0; press < 3; press++) await page.page.keyboard.press('ShiftLeft');
    await stays(page);
    assert.equal(await page.page.evaluate('asked'), 2);
    assert.equal(await page.page.evaluate(() => document.documentElement.children.length), 2);
  });

  it('is one for the page, and none once the panels have gone', async () => {
    const page = await visit(`${PANEL}${PANEL}TAG<script>window.asked = 0; addEventListener('rsp-exit', (event) => { asked++; event.preventDefault(); })</script>`);
    const press = async () => {
      for (let count = 0; count < 3; count++) await page.page.keyboard.press('ShiftLeft');
    };
    await press();
    assert.equal(await page.page.evaluate('asked'), 1);
    await page.page.evaluate(() => document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove()));
    await press();
    assert.equal(await page.page.evaluate('asked'), 1);
  });

  it('is not offered with without-exit, also not by the keyboard', async () => {
    const page = await visit('<report-stalker-panel without-exit exit-href="EXIT">x</report-stalker-panel>TAG');
    for (let press = 0; press < 3; press++) await page.page.keyboard.press('ShiftLeft');
    await stays(page);
  });

  it('stands down where the page has an exit of its own, and says so', async () => {
    const page = await visit(`<div class="govuk-exit-this-page" data-module="govuk-exit-this-page"><a href="/">Exit</a></div>${PANEL}TAG`);
    const [{ problems, text } = assert.fail()] = await page.panels();
    assert.deepEqual(problems, ['exit-exists']);
    assert.ok(!text.includes('Exit this page Emergency'));
    for (let press = 0; press < 3; press++) await page.page.keyboard.press('ShiftLeft');
    await stays(page);
  });

  it('a page restored from the history is as it was', async () => {
    const page = await visit(`${PANEL}TAG`);
    await page.page.evaluate(() => {
      addEventListener('rsp-exit', (event) => event.stopImmediatePropagation());
    });
    await page.page.evaluate(() => document.querySelector('report-stalker-panel')!.setAttribute('exit-href', 'http://127.0.0.1:1/'));
    await page.page.evaluate(() => {
      // A navigation that ends in nothing (204, a download) leaves the page where it is: so does this one.
      Object.defineProperty(window, 'stop', { value: stop });
      document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click();
      window.stop();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    assert.deepEqual(await page.page.evaluate(() => [document.documentElement.children.length, document.title, document.querySelector('meta[name="referrer"]')]), [2, 'Partner', null]);
  });

  for (const [sandbox, offered] of [
    [undefined, true],
    ['allow-scripts', false],
    ['allow-scripts allow-same-origin', false],
    ['allow-scripts allow-popups', false],
  ] as const)
    it(`in a frame, ${sandbox ?? 'no sandbox'}: ${offered ? 'takes the top page away' : 'not offered'}`, async () => {
      const framed = await serve({ '/': `<!doctype html><title>Frame</title>${PANEL}TAG`.replace('EXIT', `${elsewhere.localhost}/exit`).replace('TAG', `<script src="${scripts.origin}/embed.js" data-define-only></script>`) });
      const page = await visit(`<iframe src="${framed.localhost}/" width="400" height="700"${sandbox === undefined ? '' : ` sandbox="${sandbox}"`}></iframe>`, { statuses: false });
      const frame = await page.page.waitForFrame((candidate) => candidate.url().startsWith(framed.localhost));
      await frame.waitForSelector('report-stalker-panel >>> a[href="tel:999"]');
      const link = await frame.$('report-stalker-panel >>> a[data-exit]');
      assert.equal(link !== null, offered);
      if (link) {
        await link.click();
        await gone(page);
      }
      await framed.close();
    });
});
