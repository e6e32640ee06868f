/**
 * From the third press of Shift to a screen without the page, beside a page that calls
 * `location.replace` at the same key press and covers nothing: by the browser's own frames.
 */
import type { Browser } from 'puppeteer-core';
import { openPage } from '../test/e2e/support/panel-page.js';
import { coloursOfPng } from '../test/e2e/support/pixels.js';
import { serve, serveDist } from '../test/e2e/support/serve.js';
import { median } from './support/median.js';
import { atMost, beside, type Row, type Section } from './support/report.js';

const ROUNDS = 11;
/** A page of a fair size, in a colour that nothing else has. */
const BODY = `<style>body { background: #ff00ff }</style>${'<p><a href="/">A paragraph of the page</a></p>'.repeat(1500)}`;
const WATCH = `<script>addEventListener('rsp-exit', () => navigator.sendBeacon('/key?' + (performance.timeOrigin + performance.now())))</script>`;

const panel = (script: string, href: string) =>
  `<report-stalker-panel exit-href="${href}">x</report-stalker-panel><script src="${script}" data-define-only></script>${WATCH}${BODY}`;
const plain = (href: string) => `${WATCH}<script>
  let presses = 0;
  addEventListener('keydown', () => {
    if (++presses < 3) return;
    dispatchEvent(new Event('rsp-exit'));
    location.replace(${JSON.stringify(href)});
  })</script>${BODY}`;

/** Milliseconds from the key to the first frame without the page's colour. */
const leave = async (browser: Browser, html: string, statuses: boolean): Promise<number> => {
  const visited = await openPage(browser, html, { statuses, site: { '/key': '' } });
  const client = await visited.page.createCDPSession();
  const frames: { at: number; hidden: boolean }[] = [];
  client.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: metadata.timestamp! * 1000, hidden: !coloursOfPng(Buffer.from(data, 'base64')).has('#ff00ff') });
    client.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await client.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await new Promise((resolve) => setTimeout(resolve, 700));
  for (let press = 0; press < 3; press++) await visited.page.keyboard.press('ShiftLeft');
  const key = () => visited.site.requests.find(({ url }) => url.startsWith('/key'));
  for (
    let attempt = 0;
    attempt < 500 && !(key() && frames.some(({ at, hidden }) => hidden && at >= Number(key()!.url.split('?')[1])));
    attempt++
  )
    await new Promise((resolve) => setTimeout(resolve, 20));
  const pressed = Number(key()!.url.split('?')[1]);
  const hidden = frames.find((frame) => frame.hidden && frame.at >= pressed);
  if (!hidden) throw new Error('No frame without the page came.');
  // A page that was never on screen is hidden at once.
  if (!frames.some((frame) => !frame.hidden && frame.at < pressed)) throw new Error('No frame with the page came before the key.');
  await visited.close();
  return hidden.at - pressed;
};

export const exit = async (browser: Browser): Promise<Section> => {
  const scripts = await serveDist();
  const rows: Row[] = [];
  for (const delay of [0, 500]) {
    const elsewhere = await serve({ '/exit': { body: '<!doctype html><title>Weather</title>Weather', delay } });
    const href = `${elsewhere.localhost}/exit`;
    const times: { ours: number[]; plain: number[] } = { ours: [], plain: [] };
    for (let round = 0; round < ROUNDS; round++) {
      times.ours.push(await leave(browser, panel(`${scripts.origin}/embed.js`, href), true));
      times.plain.push(await leave(browser, plain(href), false));
    }
    rows.push(
      atMost(`time until the page is hidden, the other site answers after ${delay} ms`, beside(median(times.ours), median(times.plain)), 1),
    );
    await elsewhere.close();
  }
  await scripts.close();
  return {
    title: 'Leaving',
    how: `From the third press of Shift to the first frame without the page, beside a page that calls \`location.replace\` at the same key and covers nothing; medians of ${ROUNDS}, turn about.`,
    rows,
  };
};
