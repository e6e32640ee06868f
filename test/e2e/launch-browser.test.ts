/** A browser that breaks must not hold up a run. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { it, mock } from 'node:test';
import { launch } from './support/launch.js';

const IMPATIENT = { protocolTimeout: 10_000 };

it('a page whose process ends fails what waits for it, long before patience does, and is closed; other pages go on', async () => {
  // Said in a run's log, it means that one has crashed unasked.
  const said = mock.method(console, 'log', () => {});
  const browser = await launch(IMPATIENT);
  const [page, other] = [await browser.newPage(), await browser.newPage()];
  const asked = page.evaluate(() => new Promise(() => {}));
  page.goto('chrome://crash').catch(() => undefined);
  await assert.rejects(asked, /closed|detached|destroyed/i);
  await assert.rejects(
    page.evaluate(() => 1),
    /closed|detached|destroyed/i,
  );
  assert.equal(await other.evaluate(() => 1 + 1), 2);
  await browser.close();
  said.mock.restore();
  assert.match(String(said.mock.calls[0]!.arguments[0]), /^A page has ended by itself: /);
});

it('a browser of which some processes have stopped ends with all of them', { timeout: 60_000 }, async () => {
  const browser = await launch(IMPATIENT);
  // Not before they have let go of what they print to.
  const ended = once(browser.process()!, 'close');
  await browser.newPage();
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  assert.ok(pages.length > 0);
  for (const { id } of pages) process.kill(id, 'SIGSTOP');
  await browser.close();
  await ended;
});
