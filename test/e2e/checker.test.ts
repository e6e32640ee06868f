import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { snippet } from '../../demo/snippets.js';
import { BASE_URL } from '../../src/release.js';
import { demoPages } from './support/demo-pages.js';
import { axeViolations } from './support/demo-site.js';
import { PATIENCE_MS, until } from './support/panel-page.js';
import { serve, serveReleases } from './support/serve.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const hashes = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Readonly<Record<'embed.js' | 'lang/pl.js', string>>;
const { 'embed.js': integrity } = hashes;

const BROKEN = `<html><body><h1>News</h1><report-stalker-panel regoin="wales" /><p>More</p>
<script src="${BASE_URL}1/embed.js" referrerpolicy="no-referrer" async></script>
<script>document.title = 'ran'</script><img src="/picture.png" onerror="document.title = 'ran'"></body></html>`;

describe('the checker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'checker-'));
  const { errors, open: openAddress, site } = demoPages('/tools/');
  const open = (address = `${site.origin}/tools/demo/checker.html`) => openAddress(address);

  after(() => rmSync(folder, { recursive: true }));

  const put = (page: Page, html: string, selector = '#html') =>
    page.$eval(selector, (field, text) => ((field as HTMLTextAreaElement).value = text), html);
  const codes = (page: Page) => page.$$eval('#findings li', (items) => items.map((item) => item.dataset['code']));
  /** Checks, and waits for what comes of it. */
  const verdict = async (page: Page, which = ''): Promise<string[]> => {
    await page.$eval('#result-title', (title) => ((title as HTMLElement).hidden = true));
    await page.$eval('#form button', (button) => (button as HTMLElement).click());
    await until(page, () => !document.getElementById('result-title')!.hidden);
    return page.$$eval(`#findings li${which}`, (items) => items.map((item) => (item as HTMLElement).dataset['code']!));
  };
  /** Of what changes while the focus moves, some screen readers say nothing: a result is heard because its heading has the focus. */
  const said = (page: Page, part: string) =>
    until(page, (wanted) => document.querySelector('#said:not(:empty), #result-title:focus')?.textContent!.includes(wanted), part);

  it('names what is wrong, by keyboard, without running or loading any of it', async () => {
    const page = await open();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await put(page, BROKEN);
    await page.focus('#form button');
    await page.keyboard.press('Enter');
    await said(page, '1 thing wrong, 2 remarks.');
    assert.deepEqual(await codes(page), ['self-closed', 'fallback-without-999', 'unknown-attribute']);
    assert.deepEqual(await page.evaluate(() => [document.activeElement!.id, document.activeElement!.textContent]), [
      'result-title',
      'Result: 1 thing wrong, 2 remarks.',
    ]);
    assert.equal(await page.title(), 'report-stalker-panel: checker');
    assert.deepEqual(requests, []);
    assert.deepEqual(errors, []);
  });

  it('knows the hash of this very release', async () => {
    const page = await open();
    const good = snippet('script', { base: BASE_URL, pinned: { version, integrity } });
    await put(page, good);
    await page.click('#form button');
    await said(page, 'Nothing wrong found.');
    assert.equal(await page.$eval('#found', (line) => line.textContent), 'Found: 1 script tag, 1 link.');
    await put(page, good.replace(integrity, `sha384-${'A'.repeat(64)}`));
    await page.click('#form button');
    await said(page, '1 thing wrong.');
    assert.deepEqual(await codes(page), ['integrity-wrong']);
    assert.ok((await page.$eval('#findings', (list) => list.textContent)).includes(integrity));
  });

  it('reads headers and address', async () => {
    const page = await open();
    await put(page, snippet('script', { base: BASE_URL }));
    await page.evaluate(() => (document.querySelector('details')!.open = true));
    await page.type('#headers', "Content-Security-Policy: script-src 'self'");
    await page.type('#url', 'https://partner.example/news');
    await page.click('#form button');
    await said(page, '1 thing wrong.');
    assert.deepEqual(await codes(page), ['csp-script']);
  });

  it('reads a contact document, and says what hours probably mean', async () => {
    const page = await open();
    const contact = { id: 'westmere', name: 'Westmere', number: '01632 960 123', hours: 'Mon-Fri 9.30am-4pm' };
    await put(page, JSON.stringify({ version: 1, contacts: [contact] }));
    await page.click('#form button');
    await said(page, '1 thing wrong.');
    assert.ok((await page.$eval('#findings', (list) => list.textContent)).includes('Perhaps "Mo-Fr 09:30-16:00" is meant'));
    await put(page, JSON.stringify({ version: 1, contacts: [{ ...contact, hours: 'Mo-Su 09:30-16:00' }] }));
    await page.click('#form button');
    await said(page, '1 remark.');
    assert.equal(await page.$eval('#found', (line) => line.textContent), 'Found: 1 contact.');
  });

  it('says of a contact document that a page names that it was not read', async () => {
    const page = await open();
    const further = () => page.$eval('#further', ({ textContent }) => textContent);
    const unread = 'Your contact document /contacts.json was not read: check it by itself, here.';
    const looked = 'If the panel still does not show, look at the browser’s console: the panel reports there.';
    for (const [form, attributes, expected] of [
      ['element', { src: '/contacts.json' }, `${unread} ${looked}`],
      ['placeholder', { src: '/contacts.json' }, `${unread} ${looked}`],
      ['element', {}, looked],
    ] as const) {
      await put(page, snippet(form, { base: BASE_URL, attributes }));
      await verdict(page);
      assert.equal(await further(), expected, form);
    }
    await put(page, `<report-stalker-panel src="/contacts.json"></report-stalker-panel>`);
    assert.ok((await verdict(page)).length);
    assert.equal(await further(), unread);
    await put(page, '');
    await page.click('#form button');
    await said(page, 'Paste the HTML');
    assert.equal(await further(), '');
  });

  it('opens a saved file, chosen or dropped', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, '<html><body><p>&lt;report-stalker-panel&gt;</p></body></html>');
    const page = await open();
    const input = (await page.$('#file'))! as unknown as { uploadFile(path: string): Promise<void> };
    await input.uploadFile(file);
    await said(page, '1 thing wrong.');
    assert.deepEqual(await codes(page), ['as-text']);

    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['<html><body><p>Nothing</p></body></html>'], 'other.html', { type: 'text/html' }));
      for (const type of ['dragover', 'drop'])
        document.getElementById('html')!.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    });
    await until(page, () => document.querySelector('#findings [data-code="nothing-found"]'));
  });

  it('reads a file in whatever encoding, and says which contact document the panel would not read', async () => {
    const contact = { id: 'westmere', name: 'Westmére', number: '01632 960 123', hours: '24/7', checkedOn: '2026-11-01' };
    const json = JSON.stringify({ version: 1, contacts: [contact] });
    const page = await open();
    const input = (await page.$('#file'))! as unknown as { uploadFile(path: string): Promise<void> };
    /** So that what is said next is said of this file. */
    const upload = async (file: string): Promise<void> => {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await input.uploadFile(file);
    };
    for (const [name, bytes, expected] of [
      ['latin.json', Buffer.from(json, 'latin1'), ['src-encoding']],
      ['utf-16.json', Buffer.from(`\ufeff${json}`, 'utf16le'), ['src-encoding']],
      ['utf-8.json', Buffer.from(`\ufeff${json}`), []],
      ['latin.html', Buffer.from('<html><body><p>&lt;report-stalker-panel&gt; Westm\xe9re</p></body></html>', 'latin1'), ['as-text']],
      ['utf-16.html', Buffer.from('\ufeff<html><body><p>Westmére</p></body></html>', 'utf16le'), ['nothing-found']],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      await upload(file);
      await said(page, 'ing');
      assert.deepEqual(await codes(page), expected, name);
      assert.ok((await page.$eval('#html', (field) => (field as HTMLTextAreaElement).value)).includes('Westmére'), name);
    }
    await upload(join(folder, 'latin.json'));
    await said(page, '1 thing wrong.');
    // What is typed is UTF-8 once it is saved anew.
    await page.focus('#html');
    await page.keyboard.type(' ');
    await page.click('#form button');
    await said(page, 'Nothing wrong found.');
  });

  it('takes an address without a scheme for https', async () => {
    const page = await open();
    await put(page, `<script src="${BASE_URL.replace('https:', 'http:')}1/embed.js" referrerpolicy="no-referrer" async></script>`);
    await put(page, 'partner.example:8443/news', '#url');
    await put(page, BASE_URL.replace('https://', ''), '#base');
    await page.click('#form button');
    await said(page, '1 thing wrong.');
    assert.deepEqual(await codes(page), ['http']);
    await put(page, 'our page', '#url');
    await page.click('#form button');
    await said(page, 'no http or https address of a page');
    // What was found before says nothing of what was to be checked now.
    assert.deepEqual([await codes(page), await page.$eval('#result-title', (title) => title.checkVisibility())], [[], false]);
  });

  for (const [field, value, words] of [
    ['url', 'our page', 'no http or https address of a page'],
    ['url', 'file:///C:/page.html', 'no http or https address of a page'],
    ['base', 'https://panel.partner.example/1/', 'the folder that holds 1/'],
    ['base', 'https://panel.partner.example', 'Nothing wrong found.'],
    ['base', 'https://panel.partner.example/files', 'the folder that holds 1/'],
  ] as const)
    it(`says what is no address, where it was typed, also while it is folded: ${field} ${value}`, async () => {
      const page = await open();
      const isRight = words.startsWith('Nothing');
      await put(page, snippet('script', { base: isRight ? `${value}/` : BASE_URL }));
      await put(page, value, `#${field}`);
      await page.click('#form button');
      await said(page, words);
      const seen = (id: string) =>
        page.evaluate((wanted) => {
          const input = document.getElementById(wanted)!;
          return [
            input.getAttribute('aria-invalid'),
            document.getElementById(input.getAttribute('aria-describedby')!)!.textContent !== '',
            document.activeElement === input,
            input.checkVisibility(),
          ];
        }, id);
      assert.deepEqual(await seen(field), isRight ? ['false', false, false, false] : ['true', true, true, true]);
      if (isRight) return;
      assert.deepEqual(await axeViolations(page), []);
      const hasResult = () => page.$eval('#found', ({ textContent }) => textContent !== '');
      assert.equal(await hasResult(), false);
      await put(page, '', `#${field}`);
      await page.click('#form button');
      await said(page, 'Nothing wrong found.');
      assert.deepEqual([await seen(field), await hasResult()], [['false', false, false, true], true]);
      await put(page, value, `#${field}`);
      await page.click('#form button');
      await said(page, words);
      assert.equal(await hasResult(), false);
    });

  it('shows no form where scripts are off, but says what it needs', async () => {
    const page = await open('about:blank');
    await page.setJavaScriptEnabled(false);
    await page.goto(`${site.origin}/tools/demo/checker.html`);
    const { width } = (await (await page.$('main'))!.boundingBox())!;
    assert.ok(width > 0);
    assert.equal(await (await page.$('#form'))!.boundingBox(), null);
    assert.ok((await page.$eval('main', (main) => main.innerText)).includes('needs JavaScript. The README'));
  });

  it('asks for the HTML where there is none', async () => {
    const page = await open();
    await page.click('#form button');
    await said(page, 'Paste the HTML');
    assert.equal(await page.evaluate(() => document.activeElement!.id), 'html');
  });

  it('works opened from a folder', async () => {
    const page = await open(pathToFileURL('demo/checker.html').href);
    await put(page, BROKEN);
    await page.click('#form button');
    await until(page, () => document.querySelector('#findings [data-code="self-closed"]'));
    assert.deepEqual(errors, []);
  });

  /** Attributes of a script's tag, given its hash, and headers of its page. */
  const TAGS: readonly (readonly [attributes: (hash: string) => string, headers?: (hash: string) => Record<string, string>])[] = [
    [(hash) => `integrity="${hash}" crossorigin`],
    [(hash) => `integrity="${hash}"`],
    [(hash) => `integrity="${hash}" type="module"`],
    [(hash) => `integrity="sha384-${'A'.repeat(64)} ${hash}" crossorigin`],
    [() => `integrity="sha384-${'A'.repeat(64)}" crossorigin`],
    [() => 'integrity="sha384-AAAA" crossorigin'],
    [(hash) => `integrity="sha512-AAAA ${hash}" crossorigin`],
    [() => 'integrity="sha1-AAAA"'],
    [(hash) => `integrity="${hash.replace('sha', 'SHA')}"`],
    ...['javascript', 'text/javascript; charset=utf-8', 'text/javascript1.5', 'text/jscript', 'text/plain', ' module ', ' '].map(
      (type) => [() => `type="${type}"`] as const,
    ),
    [() => 'nonce="abc"', () => ({ 'content-security-policy': "script-src 'NONCE-abc' 'nonce-other'" })],
    [() => 'nonce="ABC"', () => ({ 'content-security-policy': "script-src 'nonce-abc' 'nonce-other'" })],
    [
      (hash) => `integrity="${hash}" crossorigin`,
      (hash) => ({ 'content-security-policy': `script-src '${hash.replace('sha', 'SHA')}' 'nonce-other'` }),
    ],
    [
      (hash) => `integrity="${hash} sha256-${'A'.repeat(43)}=" crossorigin`,
      (hash) => ({ 'content-security-policy': `script-src '${hash}' 'nonce-other'` }),
    ],
    [() => '', () => ({ 'integrity-policy': 'blocked-destinations=(script)' })],
    [() => '', () => ({ 'integrity-policy': 'blocked-destinations=("script")' })],
    [(hash) => `integrity="${hash}" crossorigin`, () => ({ 'integrity-policy': 'sources=(inline), blocked-destinations=(script)' })],
    [() => 'integrity="sha1-AAAA" crossorigin', () => ({ 'integrity-policy': 'blocked-destinations=(script)' })],
  ];

  for (const file of ['embed.js', 'lang/pl.js'] as const)
    it(`${file}: what it calls an error keeps the script from running, and nothing else does`, async () => {
      const scripts = await serve(
        Object.fromEntries(Object.keys(hashes).map((name) => [`/${version}/${name}`, { file: `dist/${name}` }])),
        { 'access-control-allow-origin': '*' },
      );
      const tag = (name: keyof typeof hashes, attributes: string) =>
        `<script src="${scripts.localhost}/${version}/${name}" referrerpolicy="no-referrer" async ${attributes}></script>`;
      const checker = await open();
      const visitor = await open('about:blank');
      try {
        for (const [attributesFor, headersFor] of TAGS) {
          const attributes = attributesFor(hashes[file]);
          const headers = headersFor?.(hashes[file]) ?? {};
          const html = `<!doctype html><html lang="pl"><title>Partner</title><body><report-stalker-panel><a href="tel:999">999</a></report-stalker-panel>${(
            ['embed.js', 'lang/pl.js'] as const
          )
            .map((name) => tag(name, name === file ? attributes : `nonce="other" integrity="${hashes[name]}" crossorigin`))
            .join('')}`;
          const host = await serve({ '/': { body: html, headers } });
          await visitor.goto(host.origin, { waitUntil: 'load' });
          const isRun = await visitor.evaluate(async (isPack) => {
            const shows = () => {
              const root = document.querySelector('report-stalker-panel')!.shadowRoot;
              return root !== null && (!isPack || root.textContent.includes('Zgłoś'));
            };
            for (let attempt = 0; attempt < 15 && !shows(); attempt++) await new Promise((resolve) => setTimeout(resolve, 10));
            return shows();
          }, file !== 'embed.js');
          await host.close();

          await put(checker, html);
          await put(checker, `${scripts.localhost}/`, '#base');
          await put(checker, host.origin, '#url');
          await put(
            checker,
            Object.entries(headers)
              .map((header) => header.join(': '))
              .join('\n'),
            '#headers',
          );
          const wrong = await verdict(checker, '[data-severity="error"]');
          const name = [attributes, ...Object.values(headers)].join(' ');
          // What browsers ignore protects nothing, and blocks nothing.
          assert.equal(
            wrong.every((code) => code === 'integrity-ignored'),
            isRun,
            `${name}: ${wrong.join()}`,
          );
        }
      } finally {
        await scripts.close();
      }
    });

  it('says that a panel is hidden where a screen reader does not find its 999, and nowhere else', async () => {
    const scripts = await serveReleases();
    const src = `${scripts.localhost}/1/embed.js`;
    const tag = `<script src="${src}" referrerpolicy="no-referrer" async></script>`;
    const define = tag.replace('async', 'async data-define-only');
    const element = (attributes = '') => `<report-stalker-panel ${attributes}><a href="tel:999">999</a></report-stalker-panel>`;
    const link = `<a href="${scripts.localhost}/1/panel.html">Help</a>`;
    const checker = await open();
    const visitor = await open('about:blank');
    const devtools = await visitor.createCDPSession();
    try {
      for (const body of [
        element() + tag,
        ...[
          'hidden',
          'hidden="until-found"',
          'inert',
          'aria-hidden="true"',
          'style="display: none"',
          'style="visibility: hidden"',
          'hidden style="display: block"',
        ].flatMap((attributes) => [element(attributes) + tag, `<div ${attributes}>${element()}</div>${tag}`]),
        `<div hidden>${tag}</div>`,
        tag.replace('async', 'async hidden'),
        `<div data-report-stalker-panel hidden><a href="tel:999">999</a></div>${tag}`,
        `<div hidden><p>${link}</p></div>${define}`,
        `<p hidden>${link}</p>${define}`,
        `<p hidden id="here">${link}</p>${define}`,
        `<div hidden>${link}</div>${define}`,
        `<figure hidden>${link}</figure>${define}`,
        `<figure hidden id="here">${link}</figure>${define}`,
      ]) {
        const html = `<!doctype html><html lang="en"><title>Partner</title><body>${body}`;
        const host = await serve({ '/': html });
        await visitor.goto(host.origin);
        await until(visitor, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
        const { nodes } = await devtools.send('Accessibility.getFullAXTree');
        const isFound = nodes.some(({ ignored, role, name }) => !ignored && role?.value === 'link' && name?.value === '999');
        await host.close();
        await put(checker, html);
        await put(checker, `${scripts.localhost}/`, '#base');
        await put(checker, host.origin, '#url');
        assert.equal((await verdict(checker)).includes('hidden'), !isFound, body);
      }
    } finally {
      await scripts.close();
    }
  });

  for (const tokens of [
    'allow-scripts',
    'allow-scripts allow-popups',
    'allow-scripts allow-top-navigation-to-custom-protocols',
    'allow-scripts allow-top-navigation-by-user-activation',
    'allow-scripts allow-top-navigation',
  ])
    it(`sandbox="${tokens}": says what such a frame really goes without`, async () => {
      const scripts = await serveReleases();
      const host = await serve({
        '/': `<!doctype html><title>Host</title><iframe src="${scripts.localhost}/1/panel.html" sandbox="${tokens}" width="500" height="2500"></iframe>`,
      });
      try {
        /** Clicks in the frame of a fresh page, and waits for what is to come of it, or long enough. */
        const comesOf = async (selector: string, isSeen: (requested: readonly string[]) => boolean): Promise<boolean> => {
          const page = await open(host.origin);
          await page.setViewport({ width: 800, height: 2600 });
          // Other websites are not asked in earnest.
          await page.setRequestInterception(true);
          const requested: string[] = [];
          page.on('request', (request) => {
            if (request.frame() === page.mainFrame()) requested.push(request.url());
            void request.abort();
          });
          const frame = page.frames()[1]!;
          await frame.waitForFunction(() =>
            document
              .querySelector('report-stalker-panel')
              ?.shadowRoot?.querySelector('[data-contact="paladin"] [data-state]')
              ?.textContent?.trim(),
          );
          const place = await frame.evaluate((wanted) => {
            const root = document.querySelector('report-stalker-panel')!.shadowRoot!;
            const link = root.querySelector(wanted)!;
            link.addEventListener('click', () => Object.assign(globalThis, { clicked: true }));
            const { left, top, width, height } = link.getBoundingClientRect();
            return { hasExit: root.querySelector('a[data-exit]') !== null, x: left + width / 2, y: top + height / 2 };
          }, selector);
          assert.equal(place.hasExit, false);
          const { x, y } = (await (await page.$('iframe'))!.boundingBox())!;
          // The first may be too early: where the frame stands, the browser hears a little later.
          for (const limit = Date.now() + PATIENCE_MS; Date.now() < limit;) {
            await page.mouse.click(x + place.x, y + place.y);
            // Gone: it led somewhere.
            if (await frame.evaluate(() => 'clicked' in globalThis).catch(() => true)) break;
          }
          for (const limit = Date.now() + 3_000; !isSeen(requested) && Date.now() < limit;)
            await new Promise((resolve) => setTimeout(resolve, 50));
          return isSeen(requested);
        };
        const lost = [
          (await comesOf('a[href^="tel:101"]', () => errors.some((error) => error.includes('external protocol blocked by sandbox')))) &&
            'numbers cannot be called',
          !(await comesOf('[data-contact="paladin"] a[href^="https:"]', (requested) =>
            requested.some((url) => url.startsWith('https:')),
          )) && 'links to websites do nothing',
        ].filter(Boolean);

        const checker = await open();
        await put(checker, `<iframe src="${BASE_URL}1/panel.html" sandbox="${tokens}" title="Help" height="900"></iframe>`);
        await checker.click('#form button');
        await said(checker, 'remark');
        const findings = await checker.$$eval('#findings li', (items) => items.map((item) => item.textContent));
        assert.ok(findings.at(-1)!.includes('the exit link is not offered'));
        // A Chromium that is nothing but headless, as npm's is, calls nobody and says nothing of it.
        const canCall = !(await checker.browser().version()).startsWith('Headless');
        const claims = findings.slice(0, -1).flatMap((text) => /The frame is sandboxed: ([^.]*)/.exec(text)?.[1]?.split(', '));
        assert.deepEqual(
          claims.filter((part) => canCall || part !== 'numbers cannot be called'),
          lost,
        );
      } finally {
        await host.close();
        await scripts.close();
      }
    });

  for (const scheme of ['light', 'dark'])
    for (const width of [320, 1280])
      it(`is accessible, ${scheme}, ${width} px, and nothing overflows`, async () => {
        const page = await open();
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.setViewport({ width, height: 800 });
        await put(page, BROKEN.replace(' async', ' integrity="x"'));
        await page.evaluate(() => (document.querySelector('details')!.open = true));
        await page.click('#form button');
        await until(page, () => document.querySelector('#findings li'));
        assert.deepEqual(await axeViolations(page), []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      });
});
