/**
 * What the panel takes from the page it stands in. Nothing here is a time, which the machine decides:
 * those are in the bench (`npm run bench`), beside their goals.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { watchFirstPaint, zoneCalls } from './support/first-paint.js';
import { wakeUps } from './support/idle-hour.js';
import { launch } from './support/launch.js';
import { growthOf, heapOfStaticHtml, manyPanels, pagesKept } from './support/many-panels.js';

describe('resources', () => {
  let browser: Browser;

  before(async () => {
    browser = await launch();
  });

  after(() => browser.close());

  it('uses Intl only after the numbers are painted', async () => {
    const { intl } = await watchFirstPaint(browser);
    // Else this would prove nothing.
    assert.ok(intl.length > 0);
    assert.ok(
      intl.every((after) => after > 0),
      `milliseconds after the paint: ${intl.join(', ')}`,
    );
  });

  it('first uses Intl in two tasks of their own, and shows statuses in a third', async () => {
    const { changes } = await watchFirstPaint(browser);
    assert.deepEqual(changes.slice(0, 2), [0, 0]);
    assert.ok(changes[2]! > 0);
  });

  it('runs the code of the zone only after the first paint', async () => {
    const { atFirstPaint, withStatuses } = await zoneCalls(browser);
    assert.equal(atFirstPaint, 0);
    assert.ok(withStatuses > 0);
  });

  it('has one timer and one observer for a hundred panels, and little more memory than their static HTML', async () => {
    const [one, many, twice] = [await manyPanels(browser, 1), await manyPanels(browser, 100), await manyPanels(browser, 200)];
    for (const { timers, observers } of [one, many, twice]) assert.deepEqual({ timers, observers }, { timers: 1, observers: 1 });
    const limit = await heapOfStaticHtml(browser, many.rendered, 100);
    assert.ok(many.heap.blink <= 1.25 * limit.blink, `Blink: ${many.heap.blink} bytes, static HTML ${limit.blink}`);
    const each = (twice.heap.script - many.heap.script) / 100;
    assert.ok(each <= 25 * 1024, `JavaScript: ${each} bytes a panel`);
  });

  it('is not woken while nothing changes', async () => {
    // A Wednesday morning: both lines are open for hours.
    assert.deepEqual(await wakeUps(browser, '2026-12-02T10:10:00Z'), []);
  });

  it('is woken once for each minute of a countdown, and for the end', async () => {
    // The helpline closes at 16:00.
    const woken = await wakeUps(browser, '2026-12-02T15:29:30Z');
    const minutes = Array.from({ length: 31 }, (_, minute) => Date.parse('2026-12-02T15:30:00Z') + minute * 60_000);
    assert.deepEqual(woken, minutes);
  });

  it('keeps nothing of pages that navigation inside an application has left', async () => {
    assert.equal(await pagesKept(browser, 3), 0);
  });

  it('keeps nothing of panels that have gone', async () => {
    const growth = await growthOf(browser, 10_000);
    // One thing kept in ten cycles would be a leak.
    assert.ok(growth < 1000, `${growth} more things of one kind`);
  });
});
