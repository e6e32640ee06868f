import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Frame } from 'puppeteer-core';
import { content } from '../../demo/snippets.js';
import { contactsOf2026 } from '../support/facts-of-2026.mjs';
import { launch } from './support/launch.js';
import { scriptOf2026, serve, type Answer, type TestServer } from './support/serve.js';

/* The height that a frame is given in the snippet, against what the panel in it takes. */

const ids = contactsOf2026.map(({ id }) => id).filter((id) => id !== 'emergency');

/** None, 999 alone, every choice of contacts in the usual order, and some in orders that bring groups twice. */
const SHOWS: readonly string[] = [
  '',
  'emergency',
  ...Array.from({ length: 2 ** ids.length - 1 }, (_, choice) => ids.filter((_id, index) => ((choice + 1) >> index) & 1).join(' ')),
  'paladin live-fear-free national-stalking-helpline',
  'live-fear-free paladin police',
  'live-fear-free paladin national-domestic-abuse-helpline national-stalking-helpline domestic-sexual-abuse-helpline police',
];

/** A line of the panel's text. */
const LINE = 21;

/** Ten alphabets in DejaVu Sans at 16 px, the widest font that the panel is likely to meet. */
const WIDE = 2394;

describe('the height of a frame', () => {
  let browser: Browser;
  const servers: TestServer[] = [];
  let frame: Frame;
  let frameOfToday: Frame;
  /** How much lower a panel may be in this machine's font than in a wide one. */
  let narrower: number;

  const openFrame = async (script: Answer): Promise<Frame> => {
    const scripts = await serve({ '/1/panel.html': { file: 'dist/panel.html' }, '/1/embed.js': script });
    const site = await serve({
      '/': `<!doctype html><html lang="en"><title>Partner</title><style>body { margin: 0; width: 343px }</style>${content('frame', { base: `${scripts.origin}/` })}`,
    });
    servers.push(scripts, site);
    const page = await browser.newPage();
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    await page.goto(site.origin);
    const opened = await page.waitForFrame((candidate) => candidate.url().includes('/panel.html'));
    await opened.waitForSelector('report-stalker-panel:defined');
    assert.equal(await opened.evaluate(() => innerWidth), 343);
    return opened;
  };

  before(async () => {
    browser = await launch();
    frame = await openFrame(scriptOf2026());
    frameOfToday = await openFrame({ file: 'dist/embed.js' });
    narrower = await frame.evaluate((wide) => {
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = "16px -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif";
      return wide / context.measureText('abcdefghijklmnopqrstuvwxyz '.repeat(10)).width;
    }, WIDE);
  });

  after(async () => {
    await browser.close();
    for (const server of servers) await server.close();
  });

  /** How tall the panel in a frame is with each choice of contacts. */
  const measure = (measured: Frame, attributes: Record<string, string>, choices = SHOWS) =>
    measured.evaluate(
      async (given, shows) => {
        const panel = document.querySelector('report-stalker-panel')!;
        for (const name of ['lang', 'region', 'compact', 'without-exit']) panel.removeAttribute(name);
        const heights: number[] = [];
        for (const show of shows) {
          for (const [name, value] of Object.entries({ ...given, show })) panel.setAttribute(name, value);
          await panel.updateComplete;
          heights.push(document.body.offsetHeight);
        }
        return heights;
      },
      attributes,
      choices,
    );

  const heightGiven = (attributes: Record<string, string>): number =>
    Number(/ height="(\d+)"/.exec(content('frame', { base: 'https://HOST/', attributes }))![1]);

  for (const lang of ['en', 'cy'])
    for (const region of ['', 'england', 'wales', 'scotland', 'northern-ireland'])
      it(`holds the panel with every choice of contacts, and leaves little room: ${lang}, ${region || 'no region'}`, async () => {
        for (const flags of [{}, { compact: '' }, { 'without-exit': '' }, { compact: '', 'without-exit': '' }] as readonly Record<
          string,
          string
        >[]) {
          const attributes = { lang, ...(region && { region }), ...flags };
          const heights = await measure(frame, attributes);
          SHOWS.forEach((show, index) => {
            const height = heights[index]!;
            const given = heightGiven({ ...attributes, ...(show && { show }) });
            const what = `${JSON.stringify(attributes)} show="${show}": ${given} px given, ${height} needed`;
            assert.ok(given >= height - LINE, what);
            // A narrower font may also save a line, where the last word of a wide one had begun another.
            assert.ok(
              given <= height * 1.2 * narrower + (narrower > 1 ? LINE : 0),
              `${what}, in a font that is ${narrower} times narrower`,
            );
          });
        }
      });

  for (const attributes of [{ lang: 'en' }, { lang: 'en', region: 'england' }, { lang: 'cy' }] as readonly Record<string, string>[])
    it(`holds the panel with the contacts of today: ${Object.values(attributes).join(', ')}`, async () => {
      const [height = assert.fail()] = await measure(frameOfToday, attributes, ['']);
      const given = heightGiven(attributes);
      assert.ok(
        given >= height - LINE,
        `${given} px given, ${height} needed: raise the heights of a helpline in demo/snippets.ts, and the frame's in the README`,
      );
    });
});
