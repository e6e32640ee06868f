/** A session in which every control of the panel is used: nothing of it is left, and nobody was asked anything. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch } from './support/launch.js';
import { openPage, PATIENCE_MS, until } from './support/panel-page.js';
import { serve, serveDist, type TestServer } from './support/serve.js';

/** Every request of the browser goes through here, whoever in it makes it. */
const logEverything = async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    const { host, port, pathname, search } = new URL(request.url!);
    asked.push(`${request.method} ${host}${pathname}`);
    const onward = ask({ host: '127.0.0.1', port, path: pathname + search, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  // For https: logged, and refused.
  proxy.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.on('error', () => undefined).destroy();
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  proxy.unref();
  proxy.on('connection', (socket) => socket.unref());
  return { asked, port: (proxy.address() as AddressInfo).port };
};

/** Runs in the page: whatever could be left behind. */
const traces = async () => ({
  // The driver of the browser leaves names of its own.
  globals: Object.getOwnPropertyNames(window).filter((name) => !/^(puppeteer)?_/.test(name)),
  symbols: Reflect.ownKeys(Symbol).map(String),
  storage: [localStorage.length, sessionStorage.length, document.cookie],
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  history: [history.length, JSON.stringify(history.state), location.href],
  page: document.documentElement.outerHTML,
  sheets: document.adoptedStyleSheets.length,
});

describe('no trace', () => {
  let browser: Browser;
  let scripts: TestServer;
  let elsewhere: TestServer;
  let log: Awaited<ReturnType<typeof logEverything>>;

  before(async () => {
    log = await logEverything();
    browser = await launch({ args: [`--proxy-server=http://127.0.0.1:${log.port}`, '--proxy-bypass-list=<-loopback>'] });
    scripts = await serveDist();
    elsewhere = await serve({ '/link': '<!doctype html><title>Elsewhere</title>' });
  });

  after(async () => {
    await browser.close();
    await scripts.close();
    await elsewhere.close();
  });

  it('after every control was used', async () => {
    const visited = await openPage(browser, `<main id="main"><p class="intro">Help</p></main>`, { statuses: false });
    const { page } = visited;
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    const before = await page.evaluate(traces);

    await page.addScriptTag({ url: `${scripts.origin}/embed.js` });
    await page.evaluate(() => document.querySelector('script[src]')!.remove());
    await page.evaluate(() => {
      addEventListener('rsp-exit', (event) => event.preventDefault());
      document.querySelector('#main')!.innerHTML += '<report-stalker-panel region="wales">x</report-stalker-panel>';
    });
    await until(page, () => document.querySelector('report-stalker-panel')!.shadowRoot?.querySelector('.status span'));
    for (const summary of await page.$$('report-stalker-panel >>> summary')) await summary.click();
    await page.locator('report-stalker-panel >>> a[data-exit]').click();
    for (const key of ['ShiftLeft', 'ShiftRight', 'Tab', 'ShiftLeft', 'ShiftLeft', 'ShiftLeft'] as const) await page.keyboard.press(key);
    await page.evaluate(async () => {
      const panel = document.querySelector('report-stalker-panel')!;
      for (const [name, value] of [
        ['lang', 'cy'],
        ['theme', 'dark'],
        ['compact', ''],
        ['region', 'scotland'],
        ['now', '2026-12-25T10:00'],
        ['show', 'paladin nonsense'],
        ['without-exit', ''],
      ] as const) {
        panel.setAttribute(name, value);
        await panel.updateComplete;
      }
      const second = panel.cloneNode(true) as HTMLElement;
      document.body.append(second);
      second.remove();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    // The number itself: the browser would ask the telephone.
    await page.evaluate(() => {
      addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true });
      document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[href^="tel:"]')!.click();
    });
    await page.evaluate(() => document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove()));

    const after = await page.evaluate(traces);
    assert.deepEqual(after, before);
    assert.deepEqual(await browser.cookies(), []);
    // Browsers have questions of their own.
    const others = (lines: readonly string[]) => lines.filter((line) => !/\/favicon\.ico$| [\w.]+\.google(apis)?\.com[:/]/.test(line));
    assert.deepEqual(others(requested), [`${scripts.origin}/embed.js`]);
    const [site, script] = [visited.site, scripts].map(({ origin }) => new URL(origin).host);
    assert.deepEqual(others(log.asked), [`GET ${site}/`, `GET ${script}/embed.js`]);
    assert.deepEqual(visited.errors, []);
    await visited.close();
  });

  it('its links tell nobody where the visitor came from', async () => {
    const visited = await openPage(
      browser,
      `<report-stalker-panel region="wales">x</report-stalker-panel><script src="${scripts.origin}/embed.js" data-define-only></script>`,
    );
    const { page } = visited;
    const links = await page.evaluate((target) => {
      const found = [
        ...document
          .querySelector('report-stalker-panel')!
          .shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[href^="http"]:not([data-exit])'),
      ];
      // Where they lead cannot be reached from here; how they lead is the same.
      found.forEach((link, index) => {
        link.href = `${target}/link?${index}`;
        link.target = '_blank';
      });
      return found.length;
    }, elsewhere.localhost);
    assert.ok(links > 3);
    for (let index = 0; index < links; index++) {
      const opened = new Promise<boolean>((resolve) =>
        page.browserContext().once(
          'targetcreated',
          (target) =>
            void target
              .page()
              .then((popup) => popup!.evaluate(() => window.opener === null))
              .then(resolve, () => resolve(true)),
        ),
      );
      await page.evaluate(
        (number) =>
          document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>(`a[href$="/link?${number}"]`)!.click(),
        index,
      );
      assert.ok(await opened);
    }
    const limit = Date.now() + PATIENCE_MS;
    while (elsewhere.requests.length < links && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 25));
    assert.deepEqual(
      elsewhere.requests.map(({ headers }) => headers.referer),
      Array.from({ length: links }, () => undefined),
    );
    await visited.close();
  });
});

// In a browser of its own: beside a proxy Chromium asks nobody in advance.
describe('speculation rules of the page', () => {
  let browser: Browser;
  let scripts: TestServer;
  let elsewhere: TestServer;
  before(async () => {
    browser = await launch();
    scripts = await serveDist();
    elsewhere = await serve({
      '/own': '<!doctype html><title>Elsewhere</title>',
      '/exit': '<!doctype html><title>Elsewhere</title>',
      '/panel.html': '<!doctype html><title>Elsewhere</title>',
    });
  });
  after(async () => {
    await browser.close();
    await scripts.close();
    await elsewhere.close();
  });

  it('for all sites: nobody is asked for the panel’s links, where they leave these out as docs/privacy.md says', async () => {
    const where = { and: [{ href_matches: '*://*:*/*' }, { not: { selector_matches: '[rel~=noreferrer]' } }] };
    const rules = JSON.stringify({ prefetch: [{ where, eagerness: 'immediate' }] });
    const visited = await openPage(
      browser,
      `<script type="speculationrules">${rules}</script><report-stalker-panel region="wales" exit-href="${elsewhere.localhost}/exit"><a href="${elsewhere.localhost}/panel.html" rel="noreferrer">x</a></report-stalker-panel><script src="${scripts.origin}/embed.js" data-define-only></script>`,
    );
    // The page's own link comes after the panel's: once it is asked for, they would have been.
    await visited.page.evaluate((href) => {
      document.body.append(Object.assign(document.createElement('a'), { href, textContent: 'Elsewhere' }));
    }, `${elsewhere.localhost}/own`);
    const limit = Date.now() + PATIENCE_MS;
    while (!elsewhere.requests.length && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 25));
    assert.deepEqual(
      elsewhere.requests.splice(0).map(({ url }) => url),
      ['/own'],
    );
    await visited.close();
  });
});
