/** Leaving from a frame. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exitPoint, leaving, PANEL, until } from '../support/leaving.js';
import { engine, type Point } from '../support/visitor.js';

describe(`leaving from a frame, ${engine}`, () => {
  const { attempted, visit, fill, serveFramed, requests, hasLeft, asked } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

  for (const [sandbox, offered] of [
    ['', true],
    ['sandbox="allow-scripts allow-same-origin"', false],
  ] as const)
    it(`a frame of the page’s own site ${sandbox} ${offered ? 'offers' : 'does not offer'} it, and stays in the page’s hands`, async () => {
      const body = fill(`<!doctype html><title>Frame</title>${PANEL}TAG<script>
        const tell = setInterval(() => {
          if (!document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[href="tel:999"]')) return;
          clearInterval(tell);
          parent.postMessage('ready', '*');
        }, 50)</script>`);
      const visitor = await visit(`<iframe src="/frame" ${sandbox}></iframe>`, { site: { '/frame': body } });
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      const found = await visitor.evaluate(() => {
        const panel = document.querySelector('iframe')!.contentDocument?.querySelector('report-stalker-panel');
        return panel && panel.shadowRoot!.querySelector('a[data-exit]') !== null;
      });
      assert.equal(found, offered);
    });

  for (const [sandbox, offered] of [
    ['', true],
    ['sandbox="allow-scripts allow-same-origin"', false],
  ] as const)
    it(`a frame in a frame of the page’s own site ${sandbox} ${offered ? 'offers' : 'does not offer'} it`, async () => {
      const inner = fill(`<!doctype html><title>Inner</title>${PANEL}TAG<script>
        const tell = setInterval(() => {
          const root = document.querySelector('report-stalker-panel').shadowRoot;
          if (!root?.querySelector('a[href="tel:999"]')) return;
          clearInterval(tell);
          top.postMessage(root.querySelector('a[data-exit]') !== null, '*');
        }, 50)</script>`);
      const visitor = await visit(`<iframe src="/middle" ${sandbox}></iframe>`, {
        site: { '/middle': '<!doctype html><title>Middle</title><iframe src="/inner"></iframe>', '/inner': inner },
      });
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      assert.deepEqual(await visitor.evaluate(() => window.told), [offered]);
    });

  for (const policy of ['', '<meta name="referrer" content="unsafe-url">'])
    it(`from a frame of the page’s own site, that page is not named${policy && ', whatever its policy'}`, async () => {
      const body = fill(`<!doctype html><title>Frame</title><body style="margin: 0">${PANEL}TAG<script>
        const tell = setInterval(() => {
          if (!document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[data-exit]')) return;
          clearInterval(tell);
          parent.postMessage((${exitPoint})(), '*');
        }, 50)</script>`);
      const frame = '<iframe src="/frame" style="position: absolute; inset: 0; border: 0" width="500" height="500"></iframe>';
      const visitor = await visit(`${policy}${frame}`, { site: { '/frame': body } });
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      await visitor.click((await visitor.evaluate(() => window.told[0])) as Point);
      await hasLeft(visitor);
      assert.equal(requests().at(-1)!.headers.referer, undefined);
    });

  describe('in a frame of another site', () => {
    it('keys alone, without a click in it, take at least the frame away', async () => {
      const framed = await serveFramed({
        '/': fill(`<!doctype html><title>Frame</title>${PANEL}TAG<script>
        const tell = setInterval(() => {
          if (!document.querySelector('report-stalker-panel').shadowRoot?.querySelector('a[data-exit]')) return;
          clearInterval(tell);
          parent.postMessage('ready', '*');
        }, 50)</script>`),
      });
      const visitor = await visit(`<iframe src="${framed.localhost}/"></iframe>`);
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      await visitor.evaluate(() => document.querySelector('iframe')!.focus());
      await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
      await asked('/exit');
      // Shift is no activation to Chromium and Firefox, which then keep the page around the frame.
      if (engine === 'webkit') await hasLeft(visitor);
      else assert.equal(await visitor.url(), `${visitor.site.origin}/`);
    });

    it('with a frame of its own, is not offered, and leaves the two in touch', async () => {
      const framed = await serveFramed({
        '/own': '<!doctype html><title>Own</title>',
        '/': fill(`<!doctype html><title>Frame</title><iframe src="/own"></iframe>${PANEL}TAG<script>
          const tell = setInterval(() => {
            const root = document.querySelector('report-stalker-panel').shadowRoot;
            const own = document.querySelector('iframe');
            if (!root?.querySelector('a[href="tel:999"]') || document.readyState !== 'complete') return;
            clearInterval(tell);
            parent.postMessage([root.querySelector('a[data-exit]') !== null, own.contentDocument?.title], '*');
          }, 50)</script>`),
      });
      const visitor = await visit(`<iframe src="${framed.localhost}/"></iframe>`);
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      assert.deepEqual(await visitor.evaluate(() => window.told), [[false, 'Own']]);
    });

    it('in a frame in a component there is not offered: only the page of that component could tell', async () => {
      const framed = await serveFramed({
        '/': `<!doctype html><title>Frame</title><div></div><script>document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<iframe src="/inner"></iframe>'</script>`,
        '/inner': fill(`<!doctype html><title>Inner</title>${PANEL}TAG<script>
          const tell = setInterval(() => {
            const root = document.querySelector('report-stalker-panel').shadowRoot;
            if (!root?.querySelector('a[href="tel:999"]')) return;
            clearInterval(tell);
            top.postMessage(root.querySelector('a[data-exit]') !== null, '*');
          }, 50)</script>`),
      });
      const visitor = await visit(`<iframe src="${framed.localhost}/"></iframe>`);
      await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
      assert.deepEqual(await visitor.evaluate(() => window.told), [false]);
    });

    for (const [sandbox, offered] of [
      [null, true],
      ['allow-scripts', false],
      ['allow-scripts allow-same-origin', false],
      ['allow-scripts allow-popups', false],
      ['allow-scripts allow-top-navigation-by-user-activation', false],
    ] as const)
      it(`${sandbox === null ? 'no sandbox' : `sandbox="${sandbox}"`}: ${offered ? 'takes the whole page away' : 'is not offered'}`, async () => {
        const framed = await serveFramed({
          '/': fill(`<!doctype html><title>Frame</title><body style="margin: 0">${PANEL}TAG<script>
            const tell = setInterval(() => {
              const root = document.querySelector('report-stalker-panel').shadowRoot;
              if (!root?.querySelector('a[href="tel:999"]')) return;
              clearInterval(tell);
              parent.postMessage({ point: (${exitPoint})(), problems: document.querySelector('report-stalker-panel').problems.length }, '*');
            }, 50)</script>`),
        });
        const visitor = await visit(
          `<iframe src="${framed.localhost}/" style="position: absolute; inset: 0; border: 0" width="500" height="500" ${sandbox === null ? '' : `sandbox="${sandbox}"`}></iframe>`,
        );
        await until('the frame is ready', () => visitor.evaluate(() => window.told.length));
        const [{ point, problems }] = (await visitor.evaluate(() => window.told)) as [{ point: Point | null; problems: number }];
        assert.deepEqual([point !== null, problems], [offered, 0]);
        if (!point) return;
        const length = await visitor.evaluate(() => history.length);
        await visitor.click(point);
        await hasLeft(visitor);
        assert.equal(await visitor.evaluate(() => history.length), length);
        // WebKit follows the policy of the page around the frame, and names the origin of the frame: never that page.
        const referrer = engine === 'webkit' ? `${framed.localhost}/` : undefined;
        assert.equal(requests().at(-1)!.headers.referer, referrer);
      });
  });
});
