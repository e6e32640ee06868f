import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Frame } from 'puppeteer-core';
import { snippet } from '../../demo/snippets.js';
import { BASE_URL } from '../../src/release.js';
import { contactsOfRecord, shownFirst } from '../contacts-of-record.js';
import { launch } from './support/launch.js';
import { openPage, PATIENCE_MS, until, type OpenOptions, type PanelPage } from './support/panel-page.js';
import { scriptOf2026, serve, serveReleases, type TestServer } from './support/serve.js';

describe('dist/panel.html', () => {
  let browser: Browser;
  let scripts: TestServer;
  const open: PanelPage[] = [];

  /** A partner's page without statuses of its own to wait for. */
  const visit = async (html: string, options?: OpenOptions): Promise<PanelPage> => {
    const page = await openPage(browser, html.replaceAll('URL/', `${scripts.origin}/1/`), { statuses: false, ...options });
    open.push(page);
    return page;
  };

  const frameOf = (page: PanelPage): Frame =>
    page.page.frames().find((frame) => frame.url().includes('panel.html')) ?? assert.fail('no frame');

  /** The panel in a page or frame: what it shows, once it is alive. */
  const alive = async (frame: Frame) => {
    await until(frame, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
    return frame.evaluate(() => {
      const panel = document.querySelector('report-stalker-panel')!;
      const root = panel.shadowRoot!;
      return {
        ids: [...root.querySelectorAll<HTMLElement>('[data-contact]')].map(({ dataset }) => dataset['contact']!),
        attributes: Object.fromEntries(panel.getAttributeNames().map((name) => [name, panel.getAttribute(name)])),
        text: root.textContent.replace(/\s+/g, ' '),
        exit: root.querySelector('a[data-exit]') !== null,
        lang: document.documentElement.lang,
        title: document.title,
        problems: panel.problems.map(({ message }) => message),
      };
    });
  };

  /** When the page has left the frame as tall for half a second. */
  const atRest = async ({ page }: PanelPage): Promise<number> => {
    const height = () => page.$eval('iframe', (frame) => frame.offsetHeight);
    const limit = Date.now() + PATIENCE_MS;
    for (let before = 0, times = 0; Date.now() < limit;) {
      const now = await height();
      times = now === before ? times + 1 : 0;
      if (times === 10) return now;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return assert.fail('the height of the frame does not come to rest');
  };

  before(async () => {
    browser = await launch();
    scripts = await serveReleases();
  });

  it('names its main part, since the page around it has one too', async () => {
    const page = await visit('<main><h1>News</h1><iframe src="URL/panel.html" title="Help"></iframe></main>');
    const frame = frameOf(page);
    await alive(frame);
    assert.ok(await frame.$('::-p-aria(999[role="main"])'));
  });

  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  it('is a complete page without scripts: numbers, hours, date, both languages, no live claim', async () => {
    const page = await visit('<p>x</p>', { before: (partner) => partner.setJavaScriptEnabled(false) });
    await page.page.goto(`${scripts.origin}/1/panel.html`);
    const html = readFileSync('dist/panel.html', 'utf8');
    const client = await page.page.createCDPSession();
    const { root } = await client.send('DOM.getDocument', { depth: -1 });
    const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[lang=en] > p > a.number' });
    // Laid out, in this order.
    const tops: number[] = [];
    for (const nodeId of nodeIds) {
      const { model } = await client.send('DOM.getBoxModel', { nodeId });
      assert.ok(model.height >= 44);
      tops.push(model.content[1]!);
    }
    assert.equal(tops.length, shownFirst.length);
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    );
    assert.deepEqual(
      [...html.matchAll(/href="(tel:\d+)"/g)].map(([, href]) => href).slice(0, contactsOfRecord.length),
      contactsOfRecord.map(({ dials }) => dials),
    );
    for (const words of [
      ...contactsOfRecord.flatMap(({ hours }) => hours ?? []),
      ...contactsOfRecord.flatMap(({ cost }) => cost ?? []),
      'Press 55 when asked, not before.',
      'Rhoi gwybod am stelciwr',
      'lang="cy"',
    ])
      assert.ok(html.includes(words), words);
    // Those that never close, 999 and 101 aside.
    assert.equal(
      html.split('<p>Open 24 hours.').length - 1,
      contactsOfRecord.filter(({ id, hours }) => !hours && !['emergency', 'police'].includes(id)).length,
    );
    assert.doesNotMatch(html, /open now|ar agor nawr|sms:|style="|closes at/i);
  });

  for (const where of ['as a page', 'in a frame'])
    it(`leaves without scripts, ${where}, by a plain link that tells nobody where the visitor was`, async () => {
      const page = await visit(
        where === 'as a page' ? '<p>x</p>' : `<iframe src="${scripts.origin}/1/panel.html" width="600" height="800"></iframe>`,
        {
          before: (partner) => partner.setJavaScriptEnabled(false),
        },
      );
      if (where === 'as a page') await page.page.goto(`${scripts.origin}/1/panel.html`);
      // The other site is not asked.
      await page.page.setRequestInterception(true);
      page.page.on('request', (request) => void request.abort());
      const leaving = page.page.waitForRequest((request) => request.url() === 'https://www.bbc.co.uk/weather');
      const link = await page.page.frames().at(-1)!.$('[lang=en] > p > a.exit');
      await link!.click();
      const request = await leaving;
      assert.equal(request.frame(), page.page.mainFrame());
      assert.equal(request.headers()['referer'], undefined);
    });

  it('is not garbled by a server that names another encoding', async () => {
    const site = await serve({
      '/': { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: readFileSync('dist/panel.html', 'utf8') },
    });
    const page = await visit('<p>x</p>');
    await page.page.goto(site.origin);
    assert.match(await page.page.$eval('main', (words) => words.textContent), /ffôn/);
    await site.close();
  });

  it('tells Turbo, on a site that serves it itself, to load it as a page of its own', async () => {
    const page = await visit('<p>x</p>');
    await page.page.goto(`${scripts.origin}/1/panel.html`);
    // What Turbo looks for before it puts a page into the one with the link.
    assert.equal(await page.page.$eval('meta[name="turbo-visit-control"]', (meta) => meta.getAttribute('content')), 'reload');
  });

  it('comes alive with scripts, as a page of its own, and asks for nothing more', async () => {
    const requested: string[] = [];
    const page = await visit('<p>x</p>', { before: async (partner) => partner.on('request', (request) => requested.push(request.url())) });
    requested.length = 0;
    await page.page.goto(`${scripts.origin}/1/panel.html?region=wales&lang=cy`);
    const seen = await alive(page.page.mainFrame());
    assert.ok(seen.ids.includes('live-fear-free'));
    assert.ok(seen.text.includes('Rhoi gwybod am stelciwr'));
    assert.deepEqual([seen.lang, seen.title, seen.exit], ['cy', 'Pwy i’w ffonio', true]);
    // Safari would enlarge some of its text, but no number, on a phone that lies on its side.
    assert.equal(
      await page.page.$eval('report-stalker-panel', (panel) =>
        getComputedStyle(panel.shadowRoot!.querySelector('.number')!).getPropertyValue('-webkit-text-size-adjust'),
      ),
      '100%',
    );
    assert.deepEqual(
      requested.filter((url) => !/favicon|^data:/.test(url)).map((url) => new URL(url).pathname),
      ['/1/panel.html', '/1/embed.js'],
    );
    assert.deepEqual(page.errors, []);
    assert.deepEqual(page.console, []);
    await page.page.goto(`${scripts.origin}/1/panel.html?lang=cy-GB`);
    const { lang, title } = await alive(page.page.mainFrame());
    assert.deepEqual([lang, title], ['cy-GB', 'Pwy i’w ffonio']);
  });

  for (const [name, query, attributes] of [
    [
      'options',
      'region=scotland&theme=dark&compact&heading-level=3',
      { 'heading-level': '3', region: 'scotland', theme: 'dark', compact: '' },
    ],
    ['built-in ids', 'show=police%20evil', { 'heading-level': '1', show: 'police' }],
    [
      'nothing of the writer’s own',
      'heading=Call+me+on+0900&police-name=Me&police-href=https://evil.example&src=https://evil.example/x.json&exit-href=https://evil.example&now=2026-12-25T10:00&contacts=x&lang=%22%3E%3Cb%3E&__proto__=x&constructor=y',
      { 'heading-level': '1' },
    ],
  ] as const)
    it(`obeys its query string: ${name}`, async () => {
      const page = await visit('<p>x</p>');
      await page.page.goto(`${scripts.origin}/1/panel.html?${query}`);
      const seen = await alive(page.page.mainFrame());
      assert.deepEqual(seen.attributes, attributes);
      assert.doesNotMatch(seen.text, /evil|0900/);
      assert.deepEqual(seen.problems, []);
      assert.equal(seen.ids[0], 'emergency');
    });

  it('obeys its query string and tells its height on hosts that take .html away from addresses', async () => {
    const host = await serve({
      '/1/panel.html': ({ url }, response) => void response.writeHead(308, { location: url!.replace('.html', '') }).end(),
      '/1/panel': { file: 'dist/panel.html', headers: { 'content-type': 'text/html' } },
      '/1/embed.js': scriptOf2026(),
    });
    try {
      const page = await visit('<p>x</p>');
      await page.page.goto(`${host.origin}/1/panel.html?region=scotland&lang=cy`);
      assert.equal(new URL(page.page.url()).pathname, '/1/panel');
      const seen = await alive(page.page.mainFrame());
      assert.deepEqual(seen.attributes, { 'heading-level': '1', region: 'scotland', lang: 'cy' });
      assert.deepEqual([seen.lang, seen.title], ['cy', 'Pwy i’w ffonio']);
      const partner = await visit(
        `<iframe src="${host.origin}/1/panel.html" title="Help" width="320" height="200"></iframe><script src="${host.origin}/1/embed.js" async></script>`,
      );
      await until(partner.page, () => document.querySelector('iframe')!.offsetHeight > 600);
    } finally {
      await host.close();
    }
  });

  it('is no page that its script tag was copied to', async () => {
    const page = await visit('<p><a href="URL/panel.html">Help</a></p><script src="URL/embed.js" async data-panel-page></script>');
    await page.page.goto(`${page.site.origin}/?region=scotland&without-exit=`);
    const seen = await alive(page.page.mainFrame());
    assert.deepEqual([seen.attributes, seen.exit], [{}, true]);
    assert.deepEqual(page.errors, []);
  });

  it('is not any page /panel of a site that has the script at its root', async () => {
    const site = await serve({
      '/panel': {
        body: '<!doctype html><title>Our panel of experts</title><p id="here"><script src="/embed.js"></script></p>',
        headers: { 'content-type': 'text/html' },
      },
      '/embed.js': scriptOf2026(),
    });
    try {
      const page = await visit('<p>x</p>');
      await page.page.goto(`${site.origin}/panel?region=wales`);
      const seen = await alive(page.page.mainFrame());
      assert.deepEqual([seen.attributes, seen.title], [{}, 'Our panel of experts']);
    } finally {
      await site.close();
    }
  });

  describe('in a frame of another origin', () => {
    for (const [name, sandbox, exit] of [
      ['without a sandbox', undefined, true],
      ['sandbox="allow-scripts"', 'allow-scripts', false],
      ['sandbox="allow-scripts allow-same-origin"', 'allow-scripts allow-same-origin', false],
      ['sandbox="allow-scripts allow-popups"', 'allow-scripts allow-popups', false],
    ] as const)
      it(`${name}: lives, obeys its address, ${exit ? 'offers' : 'does not offer'} the exit`, async () => {
        const page = await visit(
          `<iframe src="URL/panel.html?region=wales" title="Help" width="320" height="900"></iframe>`.replace(
            '<iframe',
            sandbox === undefined ? '<iframe' : `<iframe sandbox="${sandbox}"`,
          ),
        );
        const seen = await alive(frameOf(page));
        assert.ok(seen.ids.includes('live-fear-free'));
        assert.equal(seen.exit, exit);
        // The plain link for those without scripts has gone.
        assert.deepEqual(await frameOf(page).$$eval('a.exit', (links) => links.map((link) => link.getClientRects().length)), [0, 0]);
        // Nor do its notes speak of one that is not there.
        const notes = await frameOf(page).$eval('report-stalker-panel', (panel) => panel.shadowRoot!.textContent);
        assert.equal(notes.includes("'Exit this page'"), exit);
      });

    it('sandbox="" shows the numbers', async () => {
      const page = await visit('<iframe src="URL/panel.html?region=wales" sandbox="" title="Help" width="320" height="900"></iframe>');
      const client = await page.page.createCDPSession();
      const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
      for (const { dials } of contactsOfRecord) assert.ok(JSON.stringify(root).includes(dials), dials);
    });

    for (const sandbox of ['', ' sandbox="allow-scripts"'])
      it(`is as tall as its content where the page has the script${sandbox && ', in a sandbox too'}`, async () => {
        const page = await visit(
          `<iframe src="URL/panel.html"${sandbox} title="Help" width="320" height="200"></iframe><script src="URL/embed.js" async></script>`,
        );
        await alive(frameOf(page));
        const height = await frameOf(page).evaluate(() => document.querySelector('report-stalker-panel')!.getBoundingClientRect().height);
        await until(page.page, (least: number) => document.querySelector('iframe')!.getBoundingClientRect().height >= least, height);
        // Unfolded, it grows.
        await frameOf(page).evaluate(() => {
          document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('details')!.open = true;
        });
        await until(page.page, (least: number) => document.querySelector('iframe')!.getBoundingClientRect().height > least, height + 100);
        assert.equal((await page.panels()).length, 0);
        assert.deepEqual(page.errors, []);
      });

    it('does not scroll inside where the page counts the browser’s border in', async () => {
      const page = await visit(
        '<style>* { box-sizing: border-box }</style><iframe src="URL/panel.html" title="Help" width="375" height="200"></iframe><script src="URL/embed.js" async></script>',
      );
      await alive(frameOf(page));
      await until(page.page, () => document.querySelector('iframe')!.offsetHeight > 600);
      await atRest(page);
      await until(frameOf(page), () => document.documentElement.scrollHeight <= window.innerHeight);
    });

    it('that is laid over a box which keeps a ratio stays as tall as the box', async () => {
      const page = await visit(
        `<div style="position: relative; padding-top: 56%"><iframe src="URL/panel.html" title="Help" style="position: absolute; inset: 0; width: 100%; height: 100%; border: 0"></iframe></div>
         <script>heard = 0; addEventListener('message', () => heard++)</script><script src="URL/embed.js" async></script>`,
      );
      await alive(frameOf(page));
      await until(page.page, () => (window as unknown as { heard: number }).heard);
      assert.equal(await page.page.$eval('iframe', (frame) => frame.offsetHeight === frame.parentElement!.offsetHeight), true);
    });

    it('says nothing of its height while the exit covers it', async () => {
      const page = await visit(
        '<iframe src="URL/panel.html" title="Help" height="300"></iframe><script src="URL/embed.js" async></script>',
      );
      await alive(frameOf(page));
      await until(page.page, () => document.querySelector('iframe')!.style.height);
      const before = await atRest(page);
      await frameOf(page).evaluate(() => document.body.style.setProperty('display', 'none', 'important'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.equal(await atRest(page), before);
    });

    it('hears heights from our frames alone', async () => {
      const page = await visit(
        `<iframe id="ours" src="URL/panel.html" title="Help" height="300"></iframe>
         <iframe id="other" srcdoc="<script>parent.postMessage(null, '*'); for (const value of [1, 3000, '9', NaN]) parent.postMessage({ message: 'height', value }, '*')</script>"></iframe>
         <script src="URL/embed.js" async></script>`,
      );
      await alive(frameOf(page));
      await until(page.page, () => document.getElementById('ours')!.style.height);
      await page.page.evaluate(() => postMessage({ message: 'height', value: 5 }, '*'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      const heights = await page.page.$$eval('iframe', (frames) => frames.map((frame) => frame.style.height));
      assert.equal(heights[1], '');
      assert.match(heights[0]!, /^\d{3,4}px$/);
      // Neither the least there is nor what the other asked for.
      assert.ok(parseInt(heights[0]!) > 300 && parseInt(heights[0]!) < 2000, heights[0]);
      assert.deepEqual(page.errors, []);
    });

    it('that was there before the script is asked, unlike others, and neither vanishes nor grows without end', async () => {
      const host = await serve({
        '/1/panel.html':
          '<script>addEventListener("message", () => parent.postMessage({ message: "height", value: parseInt(location.hash.slice(1)) }, "*"))</script>',
        '/1/embed.js': scriptOf2026(),
      });
      try {
        const page = await visit(
          `<script>addEventListener('message', ({ data }) => { if (data === 'asked') document.title = 'Another was asked'; })</script>
           <iframe srcdoc="<script>addEventListener('message', () => parent.postMessage('asked', '*'))</script>"></iframe>
           ${[1, 99_999].map((value) => `<iframe class="ours" src="${host.origin}/1/panel.html#${value}" title="Help"></iframe>`).join('')}
           <script>addEventListener('load', () => { document.head.append(Object.assign(document.createElement('script'), { src: '${host.origin}/1/embed.js' })); })</script>`,
        );
        await until(page.page, () => [...document.querySelectorAll<HTMLElement>('.ours')].every((frame) => frame.style.height));
        assert.deepEqual(await page.page.$$eval('iframe', (frames) => frames.map((frame) => frame.style.height)), ['', '100px', '4000px']);
        assert.notEqual(await page.page.title(), 'Another was asked');
      } finally {
        await host.close();
      }
    });

    it('leaves out on paper what is folded: a frame prints no more than its height', async () => {
      const page = await visit('<iframe src="URL/panel.html" title="Help" width="320" height="900"></iframe>');
      await alive(frameOf(page));
      const folds = () =>
        frameOf(page).$eval('report-stalker-panel', (panel) => panel.shadowRoot!.querySelector('details')!.getClientRects().length);
      assert.equal(await folds(), 1);
      await page.page.emulateMediaType('print');
      assert.equal(await folds(), 0);
    });

    it('answers WordPress, which sizes what it has embedded', async () => {
      const page = await visit(
        `<script>window.heard = []; addEventListener('message', ({ data }) => data.message === 'height' && heard.push(data));</script>
         <iframe src="URL/panel.html#?secret=AbCdEf0123" sandbox="allow-scripts" security="restricted" title="Help" width="600" height="200"></iframe>`,
      );
      await until(page.page, () => (window as unknown as { heard: unknown[] }).heard.length);
      const before = (await page.page.evaluate('heard.length')) as number;
      await page.page.$eval('iframe', (frame) => frame.contentWindow!.postMessage({ message: 'ready', secret: 'AbCdEf0123' }, '*'));
      await until(page.page, (count: number) => (window as unknown as { heard: unknown[] }).heard.length > count, before);
      const { secret, value } = (await page.page.evaluate('heard.at(-1)')) as { secret: string; value: number };
      assert.equal(secret, 'AbCdEf0123');
      assert.ok(value > 300 && value < 1000);
    });

    it('the snippet of the form "frame" shows it', async () => {
      const page = await visit(snippet('frame', { base: `${scripts.origin}/`, attributes: { region: 'wales' } }));
      assert.ok((await alive(frameOf(page))).ids.includes('live-fear-free'));
    });

    for (const policy of ["default-src 'none'; frame-src SCRIPTS"])
      it(`under ${policy}`, async () => {
        const page = await visit('<iframe src="URL/panel.html" title="Help"></iframe>', {
          headers: { 'content-security-policy': policy.replace('SCRIPTS', scripts.origin) },
        });
        await alive(frameOf(page));
      });
  });

  it('keeps its own policy: no inline script, no style, no request elsewhere', async () => {
    const page = await visit('<p>x</p>');
    await page.page.goto(`${scripts.origin}/1/panel.html`);
    await alive(page.page.mainFrame());
    const violated = await page.page
      .evaluate(async (elsewhere) => {
        const found: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => found.push(effectiveDirective));
        const script = document.createElement('script');
        document.body.append(Object.assign(script, { src: `${elsewhere}/x.js` }));
        document.body.append(Object.assign(document.createElement('img'), { src: `${elsewhere}/x.png` }));
        await fetch(elsewhere).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 100));
        return found;
      }, page.site.origin)
      .catch((error: Error) => [error.message]);
    // Trusted Types already stops the script's address.
    assert.ok(
      violated.some((line) => /TrustedScriptURL|script-src/.test(line)),
      String(violated),
    );
  });

  it('allows itself its own script, words and styles, and tells nobody where a visitor was', () => {
    const html = readFileSync('dist/panel.html', 'utf8');
    const [, policy = assert.fail()] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
    assert.deepEqual(policy.replace(/'sha256-[\w+/]{43}='/g, 'HASH').split('; '), [
      "default-src 'none'",
      `script-src 'self' ${new URL(BASE_URL).origin}`,
      'style-src HASH HASH',
      "connect-src 'self'",
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types report-stalker-panel',
    ]);
    for (const tag of ['<meta name="referrer" content="no-referrer">', '<base target="_top">']) assert.ok(html.includes(tag), tag);
  });

  it('knows its styles also where a host takes the ends of lines out of its pages', async () => {
    const minified = readFileSync('dist/panel.html', 'utf8')
      .replaceAll('\n', '')
      .replace(/<script.*?<\/script>/, '');
    const site = await serve({ '/': minified });
    const page = await visit('<p>x</p>');
    await page.page.goto(site.origin);
    assert.equal(await page.page.$eval('.number', (number) => getComputedStyle(number).fontWeight), '700');
    await site.close();
  });

  it('advertises an oEmbed answer that WordPress accepts', () => {
    const page = readFileSync('dist/panel.html', 'utf8');
    const [, address = assert.fail()] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? [];
    const answer = JSON.parse(readFileSync('dist/oembed.json', 'utf8'));
    assert.equal(new URL('panel.html', address).href, /src="([^"]+)"/.exec(answer.html)?.[1]);
    assert.match(answer.html, /^<blockquote[^>]*><a href="https:[^"]+\/1\/panel\.html">[^<]+<\/a><\/blockquote><iframe [^>]+><\/iframe>$/);
    assert.match(answer.html, / referrerpolicy="no-referrer"/);
    assert.deepEqual([answer.version, answer.type, typeof answer.width, typeof answer.height], ['1.0', 'rich', 'number', 'number']);
  });
});
