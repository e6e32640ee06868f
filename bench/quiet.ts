/** What a panel does while nothing happens, and what is left of panels that have gone. */
import type { Browser } from 'puppeteer-core';
import { wakeUps } from '../test/e2e/support/idle-hour.js';
import { growthOf } from '../test/e2e/support/many-panels.js';
import { atMost, type Section } from './support/report.js';

const CYCLES = 10_000;

export const quiet = async (browser: Browser): Promise<Section> => {
  const counting = await wakeUps(browser, '2026-12-02T15:29:30Z');
  // Else none in a quiet hour would prove nothing.
  if (!counting.length) throw new Error('No wake-up of the countdown was noticed.');
  return {
    title: 'An idle hour, and 10,000 cycles',
    how: 'Wake-ups: callbacks of timers and frames in an hour of the browser’s virtual time. Growth: the kind of thing that grew most between two heap snapshots.',
    rows: [
      atMost('wake-ups in an hour without a boundary', (await wakeUps(browser, '2026-12-02T10:10:00Z')).length, 0, ''),
      atMost('wake-ups in an hour with a countdown: 30 minutes and its end', counting.length, 31, ''),
      atMost('things more in the heap for each panel connected and disconnected', (await growthOf(browser, CYCLES)) / CYCLES, 0.1, ''),
    ],
  };
};
