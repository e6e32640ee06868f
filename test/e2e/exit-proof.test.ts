/** What only Chromium lets a test see of leaving: each frame, the accessibility tree, the listeners of the page. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { ServerResponse } from 'node:http';
import type { Browser, CDPSession } from 'puppeteer-core';
import { launch } from './support/launch.js';
import { openPage, until, type PanelPage } from './support/panel-page.js';
import { coloursOfPng, type Colours } from './support/pixels.js';
import { serve, serveDist, type TestServer } from './support/serve.js';

describe('the proof of the exit', () => {
  let browser: Browser;
  let scripts: TestServer;
  let elsewhere: TestServer;
  const held: ServerResponse[] = [];
  const open: PanelPage[] = [];

  const visit = async (html: string): Promise<PanelPage> => {
    const page = await openPage(
      browser,
      html.replaceAll('TAG', `<script src="${scripts.origin}/embed.js" data-define-only></script>`).replaceAll('EXIT', elsewhere.localhost),
      { site: { '/key': '' } },
    );
    open.push(page);
    return page;
  };
  const shift = async ({ page }: PanelPage, times: number) => {
    for (let press = 0; press < times; press++) await page.keyboard.press(press % 2 ? 'ShiftRight' : 'ShiftLeft');
  };
  const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

  before(async () => {
    browser = await launch();
    scripts = await serveDist();
    elsewhere = await serve({
      '/slow': (_, response) => void held.push(response),
      '/nothing': { status: 204 },
      '/there': '<!doctype html>',
      '/late': { delay: 1500, body: '<!doctype html>' },
    });
  });

  afterEach(async () => {
    for (const response of held.splice(0)) response.end();
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
    await elsewhere.close();
  });

  it('no frame after the key shows anything of the page', async () => {
    // Each frame of the page carries its number, as a colour that nothing else on it has.
    const visited = await visit(`<div id="frame" style="position: fixed; inset: 0 0 auto 0; height: 40px"></div>
      <report-stalker-panel exit-href="EXIT/slow">x</report-stalker-panel>TAG<script>
      let number = 0;
      (function next() {
        frame.style.background = '#ab' + (++number).toString(16).padStart(4, '0');
        requestAnimationFrame(next);
      })();
      addEventListener('rsp-exit', () => navigator.sendBeacon('/key?' + number));
      </script>`);
    const client = await visited.page.createCDPSession();
    const frames: Colours[] = [];
    client.on('Page.screencastFrame', ({ data, sessionId }) => {
      frames.push(coloursOfPng(Buffer.from(data, 'base64')));
      client.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
    await client.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    const waitFor = async (what: string, isSo: () => boolean) => {
      for (let attempt = 0; attempt < 500 && !isSo(); attempt++) await sleep(20);
      assert.ok(isSo(), what);
    };
    await waitFor('frames of the page', () => frames.length > 5);
    await shift(visited, 3);
    const asked = () => visited.site.requests.find(({ url }) => url.startsWith('/key'));
    await waitFor('the exit', () => asked() !== undefined);
    // Nothing moves on the cover, so that no frame may come of its own accord: a picture asks for one.
    assert.equal(coloursOfPng(await visited.page.screenshot()).size, 1);
    await sleep(500);

    const last = Number(asked()!.url.split('?')[1]);
    // The edges of letters may be of such a colour too: the strip is larger.
    const strips = frames.flatMap((colours) => [...colours].filter(([colour, count]) => colour.startsWith('#ab') && count > 5000));
    const shown = strips.map(([colour]) => parseInt(colour.slice(3), 16));
    assert.ok(shown.length > 0);
    assert.deepEqual(
      shown.filter((number) => number > last),
      [],
      `numbers of frames after ${last}, when the key was pressed`,
    );
  });

  it('the cover is dark where the device is', async () => {
    const visited = await visit('<report-stalker-panel exit-href="EXIT/nothing">x</report-stalker-panel>TAG');
    await visited.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await shift(visited, 3);
    await until(visited.page, () => document.title === 'localhost');
    // The edges of its words may be a shade off.
    for (const colour of coloursOfPng(await visited.page.screenshot()).keys()) assert.match(colour, /^#1.1.1.$/);
  });

  describe('to a screen reader', () => {
    const tree = async (client: CDPSession) => {
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      return nodes
        .filter(({ ignored }) => !ignored)
        .map(({ nodeId, parentId, role, name, properties }) => ({
          nodeId,
          parentId,
          role: String(role?.value),
          name: String(name?.value ?? ''),
          live: String(properties?.find((property) => property.name === 'live')?.value.value ?? ''),
        }));
    };

    it('tells how many presses are missing, politely', async () => {
      const visited = await visit('<report-stalker-panel exit-href="EXIT/slow">x</report-stalker-panel>TAG');
      const client = await visited.page.createCDPSession();
      const progress = async () => {
        const nodes = await tree(client);
        const region = nodes.find(({ live }) => live === 'polite')!;
        return nodes
          .filter(({ parentId }) => parentId === region.nodeId)
          .map(({ name }) => name)
          .join();
      };
      assert.equal(await progress(), '');
      for (const said of ['Press Shift 2 more times to exit.', 'Press Shift 1 more time to exit.']) {
        await shift(visited, 1);
        await until(
          visited.page,
          (text) => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[aria-live="polite"]')!.textContent === text,
          said,
        );
        assert.equal(await progress(), said);
      }
    });

    it('the cover says that something loads, in the panel’s language, and nothing of the page is left', async () => {
      const visited = await visit('<h1>Stalking</h1><report-stalker-panel exit-href="EXIT/nothing" lang="cy">x</report-stalker-panel>TAG');
      const client = await visited.page.createCDPSession();
      await shift(visited, 3);
      await until(visited.page, () => document.title === 'localhost');
      const nodes = await tree(client);
      assert.equal(nodes.find(({ role }) => role === 'alert')?.live, 'assertive');
      assert.deepEqual([...new Set(nodes.map(({ name }) => name).filter(Boolean))], ['localhost', 'Yn llwytho.']);
      assert.equal(await visited.page.$eval('[role=alert]', (cover) => (cover as HTMLElement).lang), 'cy');
    });
  });

  it('leaves nothing of what was typed in the profile, where a plain script leaves it all', async () => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'profile-'));
    const database = join(userDataDir, 'Default', 'Web Data');
    let profile: Buffer | undefined;
    const profiled = await launch({ userDataDir });
    const FIELD = '<form><input name="q"></form>';
    // The page has asked for something before its form vanishes, and a field in a shadow root, and in a frame.
    const pages: Record<string, string> = {
      script: `${FIELD}<script>document.onkeydown = ({ key }) => { if (key === 'Enter') location.replace('${elsewhere.localhost}/there') }; document.onsubmit = () => false</script>`,
      exit: `${FIELD}<report-stalker-panel exit-href="EXIT/there">x</report-stalker-panel>TAG<script>fetch('/key')</script>`,
      late: `${FIELD}<report-stalker-panel exit-href="EXIT/late">x</report-stalker-panel>TAG<script>setInterval(() => fetch('/key'), 100)</script>`,
      shadow: `<div><template shadowrootmode="open">${FIELD}</template></div><report-stalker-panel exit-href="EXIT/there">x</report-stalker-panel>TAG`,
      frame: `<iframe srcdoc='${FIELD}'></iframe><report-stalker-panel exit-href="EXIT/there">x</report-stalker-panel>TAG`,
    };
    try {
      for (const [name, html] of Object.entries(pages)) {
        const site = await serve({
          '/': `<!doctype html><title>Partner</title>${html.replaceAll('TAG', `<script src="${scripts.origin}/embed.js" data-define-only></script>`).replaceAll('EXIT', elsewhere.localhost)}`,
          '/key': '',
        });
        // Not in a context of its own, which would be a private window.
        const page = await profiled.newPage();
        await page.goto(site.origin);
        if (name !== 'script')
          await until(page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('.status span'));
        await (name === 'frame' ? page.frames()[1]! : page).locator(name === 'shadow' ? 'div >>> input' : 'input').click();
        await page.keyboard.type(`typed before ${name}`);
        // The browser looks at what is typed with a delay.
        await sleep(500);
        if (name === 'script') await page.keyboard.press('Enter');
        else await page.locator('report-stalker-panel >>> a[data-exit]').click();
        for (let attempt = 0; attempt < 500 && !page.url().startsWith(elsewhere.localhost); attempt++) await sleep(20);
        assert.ok(page.url().startsWith(elsewhere.localhost), name);
        await page.close();
        await site.close();
      }
      await sleep(1000);
    } finally {
      await profiled.close();
      // Headless shells, as npm brings one, have none and keep nothing.
      profile = existsSync(database) ? readFileSync(database) : undefined;
      rmSync(userDataDir, { recursive: true, force: true });
    }
    assert.deepEqual(
      Object.keys(pages).filter((name) => profile?.includes(`typed before ${name}`)),
      profile ? ['script'] : [],
    );
  });

  it('stays in reach while the panel is scrolled, and out of print', async () => {
    const visited = await visit(
      '<report-stalker-panel exit-href="EXIT/slow">x</report-stalker-panel><div style="height: 2000px"></div>TAG',
    );
    const { page } = visited;
    await page.setViewport({ width: 375, height: 500 });
    const exit = () =>
      page.evaluate(() => {
        const link = document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('a[data-exit]')!;
        const { top, bottom } = link.getBoundingClientRect();
        return [top >= 0 && bottom <= innerHeight, getComputedStyle(link).display !== 'none'];
      });
    await page.evaluate(() => scrollTo({ top: 250, behavior: 'instant' }));
    assert.deepEqual(await exit(), [true, true]);
    await page.emulateMediaType('print');
    assert.equal((await exit())[1], false);
  });

  it('leaves no listener on the page when the panels have gone', async () => {
    const visited = await visit(
      '<report-stalker-panel exit-href="EXIT/slow">x</report-stalker-panel><report-stalker-panel>x</report-stalker-panel>TAG',
    );
    const client = await visited.page.createCDPSession();
    const listeners = async () => {
      const { result } = await client.send('Runtime.evaluate', { expression: 'window' });
      const { listeners: found } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
      return found.map(({ type }) => type).sort();
    };
    assert.ok((await listeners()).includes('keydown'));
    await shift(visited, 2);
    await visited.page.evaluate(() => document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove()));
    // The script's own, for frames that tell their height.
    assert.deepEqual(await listeners(), ['message']);
  });
});
