/**
 * The released files behind real web servers with the sample configurations, word for word: what each
 * answer says, and pages on other origins that use them. Build first.
 */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { layOutSite } from '../../scripts/release/site.js';
import { launch } from '../e2e/support/launch.js';
import { openPage, until } from '../e2e/support/panel-page.js';
import { shownFirst, shownFor } from '../contacts-of-record.js';
import { sample, startApache, startNginx, type WebServer } from './support/web-servers.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const [major = assert.fail()] = version.split('.');

const EVERGREEN = 'public, max-age=600, stale-while-revalidate=3600, stale-if-error=604800';
const PINNED = 'public, max-age=31536000, immutable';
const EVERYWHERE = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
/** They would stop frames, or contradict the policy that the page carries; or tell visitors apart. */
const NOWHERE = ['content-security-policy', 'x-frame-options', 'set-cookie', 'content-language', 'expires'];

const JAVASCRIPT = 'text/javascript; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const FILES: readonly [file: string, type: string, onlyPinned?: boolean][] = [
  ['embed.js', JAVASCRIPT],
  ['panel.html', 'text/html; charset=utf-8'],
  ['oembed.json', JSON_TYPE],
  ['contacts.schema.json', JSON_TYPE],
  ['THIRD-PARTY-LICENSES.txt', 'text/plain; charset=utf-8'],
  ['integrity.json', JSON_TYPE, true],
  ['define.js', JAVASCRIPT, true],
];

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Unlike `fetch`, as it comes: nothing decompressed, no header added. */
const ask = async (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> => {
  const sent = request(url, { method, headers });
  sent.end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => sent.once('response', resolve).once('error', reject));
  return { status: response.statusCode!, headers: response.headers, body: await buffer(response) };
};

const SERVERS: readonly { name: string; encodings: string[]; start: (root: string) => Promise<WebServer> }[] = [
  { name: 'nginx', encodings: ['gzip'], start: (root) => startNginx({ root, configuration: sample('nginx.conf') }) },
  {
    name: 'nginx with brotli',
    encodings: ['br', 'gzip'],
    start: (root) =>
      startNginx({
        root,
        configuration: sample('nginx.conf').replace('#brotli_static', 'brotli_static'),
        modules: ['ngx_http_brotli_static_module.so'],
      }),
  },
  { name: 'Apache', encodings: ['br', 'gzip'], start: (root) => startApache({ root }) },
];

describe('the release behind a web server', () => {
  let site: string;
  let browser: Browser;

  before(async () => {
    site = mkdtempSync(join(tmpdir(), 'site-'));
    // The server's own user reads it.
    chmodSync(site, 0o755);
    layOutSite({ dist: 'dist', version, target: site });
    mkdirSync(join(site, '.well-known/acme-challenge'), { recursive: true });
    writeFileSync(join(site, '.well-known/acme-challenge/token'), 'answer');
    writeFileSync(join(site, '.well-known/.htaccess'), '');
    writeFileSync(join(site, 'contacts-1.2.3.json'), '{}');
    writeFileSync(join(site, 'unreadable.js'), '', { mode: 0 });
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    rmSync(site, { recursive: true, force: true });
  });

  for (const { name, encodings, start } of SERVERS)
    describe(name, () => {
      let server: WebServer;

      before(async () => {
        server = await start(site);
      });

      after(() => server?.stop());

      it('has nothing to say about its configuration', () => assert.doesNotMatch(server.complaints, /warn|error|deprecated/i));

      for (const [file, type, onlyPinned] of FILES)
        for (const channel of onlyPinned ? [version] : [version, major])
          it(`/${channel}/${file}`, async () => {
            const { status, headers, body } = await ask(`${server.origin}/${channel}/${file}`);
            assert.equal(status, 200);
            assert.deepEqual(body, readFileSync(`dist/${file}`));
            assert.equal(headers['content-type'], type);
            assert.equal(headers['cache-control'], channel === version ? PINNED : EVERGREEN);
            assert.equal(headers['x-robots-tag'], channel === version ? 'noindex' : undefined);
            for (const [header, value] of Object.entries(EVERYWHERE)) assert.equal(headers[header], value, header);
            for (const header of NOWHERE) assert.equal(headers[header], undefined, header);
            assert.equal(headers['content-encoding'], undefined);
          });

      for (const path of [
        '/',
        `/${major}`,
        `/${major}/`,
        `/${major}/none.js`,
        `/${version}/none.js`,
        '/9.9.9/embed.js',
        '/9/embed.js',
        `/${major}/define.js`,
        '/.htaccess',
        '/.well-known/.htaccess',
        '/unreadable.js',
      ])
        it(`${path} is not there, and no cache remembers that`, async () => {
          const { status, headers } = await ask(server.origin + path);
          // Where a folder lacks its slash, servers send on to where it is not.
          if (status === 301) return assert.match(headers.location!, new RegExp(`/${major}/$`));
          assert.ok(status === 404 || status === 403, String(status));
          assert.equal(headers['cache-control'], 'no-store');
          assert.equal(headers['x-content-type-options'], 'nosniff');
        });

      it('lets its certificate be renewed by a file', async () => {
        const { status, body } = await ask(`${server.origin}/.well-known/acme-challenge/token`);
        assert.deepEqual([status, String(body)], [200, 'answer']);
      });

      it('sends a file of its owner as it is: not compressed, and kept as no release is', async () => {
        const { status, headers, body } = await ask(`${server.origin}/contacts-1.2.3.json`, { 'accept-encoding': 'gzip, br' });
        assert.deepEqual([status, String(body), headers['content-type']], [200, '{}', JSON_TYPE]);
        assert.doesNotMatch(headers['cache-control'] ?? '', /public/);
        assert.equal(headers['x-robots-tag'], undefined);
      });

      for (const encoding of ['br', 'gzip'])
        it(`${encodings.includes(encoding) ? 'sends' : 'does not send'} ${encoding} to those who read it`, async () => {
          for (const file of ['embed.js', 'panel.html', 'oembed.json']) {
            const plain = readFileSync(`dist/${file}`);
            const { headers, body } = await ask(`${server.origin}/${major}/${file}`, { 'accept-encoding': encoding });
            assert.match(String(headers['vary']), /accept-encoding/i);
            assert.equal(headers['content-type'], FILES.find(([known]) => known === file)![1]);
            assert.equal(headers['cache-control'], EVERGREEN);
            for (const header of NOWHERE) assert.equal(headers[header], undefined, header);
            if (!encodings.includes(encoding)) {
              assert.equal(headers['content-encoding'], undefined);
              assert.deepEqual(body, plain);
              continue;
            }
            assert.equal(headers['content-encoding'], encoding);
            assert.ok(body.length < plain.length);
            assert.deepEqual(encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body), plain);
          }
        });

      it('answers HEAD, ranges, and who has it already', async () => {
        const url = `${server.origin}/${major}/embed.js`;
        const script = readFileSync('dist/embed.js');
        const head = await ask(url, {}, 'HEAD');
        assert.deepEqual([head.status, head.body.length, head.headers['content-length']], [200, 0, String(script.length)]);
        assert.equal(head.headers['cache-control'], EVERGREEN);
        const range = await ask(url, { range: 'bytes=10-19' });
        // nginx would let an answer to a range that is not there be kept like the file.
        assert.deepEqual([range.status, range.body], name.startsWith('nginx') ? [200, script] : [206, script.subarray(10, 20)]);
        const beyond = await ask(url, { range: 'bytes=99999999-' });
        assert.equal(beyond.headers['cache-control'], beyond.status === 200 ? EVERGREEN : 'no-store');
        for (const encoding of ['identity', ...encodings]) {
          const { headers } = await ask(url, { 'accept-encoding': encoding });
          const again = await ask(url, { 'accept-encoding': encoding, 'if-none-match': headers['etag'] ?? assert.fail('no etag') });
          assert.deepEqual([again.status, again.body.length], [304, 0], encoding);
          // A cache takes the headers of the answer over.
          assert.equal(again.headers['cache-control'], EVERGREEN);
          assert.notEqual(again.headers['access-control-allow-origin'], 'null');
        }
      });

      if (name.startsWith('nginx'))
        it('writes nobody down, and does not tell its version', async () => {
          const before = server.logs();
          for (const path of [
            '/',
            `/${major}`,
            `/${major}/`,
            `/${major}/embed.js`,
            `/${major}/none.js`,
            `/${major}/embed.js/none`,
            '/.htaccess',
          ])
            assert.equal((await ask(server.origin + path)).headers['server'], 'nginx');
          assert.equal(server.logs(), before);
        });

      it('takes no orders', async () => {
        for (const method of ['POST', 'PUT', 'DELETE'])
          assert.ok((await ask(`${server.origin}/${major}/embed.js`, {}, method)).status >= 400, method);
      });

      const { 'embed.js': integrity } = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
      for (const [tag, html] of [
        ['evergreen', `<script src="ORIGIN/${major}/embed.js" referrerpolicy="no-referrer" async></script>`],
        [
          'pinned',
          `<script src="ORIGIN/${version}/embed.js" integrity="${integrity}" crossorigin="anonymous" referrerpolicy="no-referrer" async></script>`,
        ],
      ] as const)
        for (const headers of [undefined, { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' }])
          it(`shows the panel on a page of another origin${headers ? ' that isolates itself' : ''}: ${tag}`, async () => {
            const page = await openPage(browser, html.replace('ORIGIN', server.origin), headers && { headers });
            try {
              const [panel = assert.fail(), ...others] = await page.panels();
              assert.deepEqual(others, []);
              assert.deepEqual(panel.numbers, Object.fromEntries(shownFirst.map(({ id, number }) => [id, number])));
              assert.deepEqual([page.errors, page.console], [[], []]);
              assert.equal(await page.page.evaluate('crossOriginIsolated'), headers !== undefined);
            } finally {
              await page.close();
            }
          });

      it('keeps the fallback content where the pinned script is another than the tag expects', async () => {
        const tag = `<script src="${server.origin}/${version}/embed.js" integrity="${integrity!.replace(/-./, (start) => (start === '-A' ? '-B' : '-A'))}" crossorigin="anonymous" async></script>`;
        const page = await openPage(browser, `<report-stalker-panel><a href="tel:999">999</a></report-stalker-panel>${tag}`, {
          statuses: false,
        });
        try {
          await until(page.page, () => document.readyState === 'complete');
          assert.equal(
            await page.page.evaluate(
              () => document.querySelector('a')!.checkVisibility() && !document.querySelector('report-stalker-panel')!.shadowRoot,
            ),
            true,
          );
          assert.ok(
            page.console.some((line) => line.includes('integrity')),
            page.console.join(),
          );
        } finally {
          await page.close();
        }
      });

      for (const channel of [major, version])
        it(`shows /${channel}/panel.html in a frame of another, isolated origin, under the page’s own policy`, async () => {
          const headers = { 'cross-origin-embedder-policy': 'require-corp' };
          const frame = `<iframe src="${server.origin}/${channel}/panel.html?region=wales" title="Help with stalking" width="400" height="900"></iframe>`;
          const page = await openPage(browser, frame, { headers, statuses: false });
          try {
            const inner = page.page.frames().find((candidate) => candidate.url().startsWith(server.origin)) ?? assert.fail('no frame');
            await until(inner, () =>
              document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-contact="live-fear-free"]'),
            );
            const ids = await inner.$eval('report-stalker-panel', (panel) =>
              [...panel.shadowRoot!.querySelectorAll('[data-contact]')].map((contact) => contact.getAttribute('data-contact')).join(' '),
            );
            assert.equal(
              ids,
              shownFor('wales')
                .map(({ id }) => id)
                .join(' '),
            );
            assert.deepEqual(page.errors, []);
            // How a frame learns that it is not sandboxed; Chromium remarks on it.
            assert.deepEqual(
              page.console.filter((line) => !line.startsWith('document.domain mutation is ignored')),
              [],
            );
          } finally {
            await page.close();
          }
        });
    });
});
