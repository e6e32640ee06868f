/**
 * The oldest browser that shows the live panel, itself: Chromium 92 of July 2021, which has no container
 * queries, no `light-dark()`, no static blocks and no `Object.hasOwn`. Others are made by taking away what
 * they lack (test/e2e/old-browsers.test.ts). Build first. It comes from this folder's own lock file.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { FORMS, snippet } from '../../demo/snippets.js';
import { shownFor } from '../contacts-of-record.js';
import { until } from '../e2e/support/panel-page.js';
import { serve, serveReleases, type TestServer } from '../e2e/support/serve.js';
import { launchBrowser } from '../support/launch-browser.mjs';

const HERE = 'test/old-browsers';

/** Unpacks the browser and the libraries that it was built with. */
const unpack = (): string => {
  const folder = resolve(HERE, 'node_modules/.chromium');
  const packed = (name: string) => brotliDecompressSync(readFileSync(join(HERE, 'node_modules/@sparticuz/chromium/bin', name)));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'chromium'), packed('chromium.br'), { mode: 0o755 });
  for (const name of ['aws.tar.br', 'swiftshader.tar.br']) execFileSync('tar', ['-x', '-C', folder], { input: packed(name) });
  return folder;
};

describe('Chromium 92', () => {
  let browser: Browser;
  let scripts: TestServer;

  before(async () => {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: HERE, stdio: 'pipe' });
    const folder = unpack();
    browser = await launchBrowser({
      executablePath: join(folder, 'chromium'),
      env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
      args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
      // It answers the protocol of its time.
      headless: 'shell',
      waitForInitialPage: false,
      defaultViewport: null,
    });
    assert.match(await browser.version(), /\/92\./);
    scripts = await serveReleases();
  });

  after(async () => {
    await browser?.close();
    await scripts?.close();
  });

  /** A partner's page, and what has gone wrong in it. */
  const visit = async (body: string, width: number, act: (page: Page, partner: TestServer) => Promise<void>): Promise<void> => {
    const partner = await serve({
      '/favicon.ico': { status: 204 },
      '/': `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Partner</title><main>${body}</main></html>`,
      '/large.json': ' '.repeat(300_000),
      // Late enough to see what covers the page meanwhile.
      '/elsewhere': { body: '<!doctype html><title>Weather</title>', delay: 5000 },
    });
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    page.on('console', (message) => errors.push(message.text()));
    try {
      await page.setViewport({ width, height: 900 });
      await page.goto(partner.origin, { waitUntil: 'load' });
      await act(page, partner);
      assert.deepEqual(errors, []);
    } finally {
      await page.close();
      await partner.close();
    }
  };

  /** Once statuses are there. */
  const isAlive = () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]');

  for (const form of FORMS.filter((form) => form !== 'oembed'))
    for (const width of [245, 375])
      it(`${form}, ${width} px wide: the live panel`, async () => {
        const pasted = snippet(form, { base: `${scripts.origin}/`, attributes: { region: 'wales' } });
        const script = form === 'link' ? `<script src="${scripts.origin}/1/embed.js" async></script>` : '';
        await visit(pasted + script, width, async (page) => {
          const frame = form === 'frame' ? await (await page.waitForSelector('iframe'))!.contentFrame() : page.mainFrame();
          await until(frame, isAlive);
          const seen = await frame.$$eval('report-stalker-panel', (panels) =>
            panels.map(({ shadowRoot }) => ({
              numbers: [...shadowRoot!.querySelectorAll('.number')].map(({ textContent }) => textContent),
              tallestLink: Math.max(...[...shadowRoot!.querySelectorAll('.links a')].map((link) => link.getBoundingClientRect().height)),
              largeNumber: shadowRoot!.querySelector('.number')!.getBoundingClientRect().height >= 44,
              tooWide: document.documentElement.scrollWidth > innerWidth,
            })),
          );
          const [panel = assert.fail()] = seen;
          assert.equal(seen.length, 1);
          const shown = shownFor('wales');
          assert.deepEqual(
            panel.numbers,
            shown.map(({ number }) => number),
          );
          // No address is broken letter by letter.
          assert.ok(panel.tallestLink <= 60, String(panel.tallestLink));
          assert.deepEqual([panel.largeNumber, panel.tooWide], [true, false]);
        });
      });

  it('tells which way contacts are wrong', async () => {
    await visit(
      `<report-stalker-panel>999</report-stalker-panel><script src="${scripts.origin}/1/embed.js"></script>`,
      375,
      async (page) => {
        await until(page, isAlive);
        const code = await page.$eval('report-stalker-panel', (panel) => {
          // Else it is an error of the page here.
          console.warn = () => {};
          panel.setAttribute('src', '/large.json');
          return new Promise((resolve) => panel.addEventListener('rsp-problem', (event) => resolve(event.code)));
        });
        assert.equal(code, 'src-size');
      },
    );
  });

  it('the exit covers the page, and leaves it', async () => {
    await visit(
      `<report-stalker-panel>999</report-stalker-panel><script src="${scripts.origin}/1/embed.js"></script>`,
      375,
      async (page, partner) => {
        await until(page, isAlive);
        const left = page.waitForNavigation();
        const covered = await page.$eval(
          'report-stalker-panel',
          async (panel, href) => {
            panel.exitHref = href;
            await panel.updateComplete;
            panel.shadowRoot!.querySelector<HTMLElement>('[data-exit]')!.click();
            return document.elementFromPoint(innerWidth / 2, innerHeight / 2)!.localName;
          },
          `${partner.origin}/elsewhere`,
        );
        assert.equal(covered, 'dialog');
        await left;
        assert.equal(await page.title(), 'Weather');
      },
    );
  });
});
