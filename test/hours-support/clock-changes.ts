/**
 * One host zone's run of test/node/hours-clock-changes.test.ts, a process of its own: every
 * quarter-hour of two years, and the edges of both changes to the millisecond, against Temporal.
 * With `BUNDLE=1` it is the code that the bundles have, with a part of date-fns-tz alone. Prints how
 * many instants it compared, or fails.
 */
import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { dateOf, weekdayOf } from '../../src/hours/calendar.js';
import { leanZone } from '../../scripts/bundle/lean-zone.mjs';
import type * as LondonTime from '../../src/hours/london-time.js';

async function bundled(): Promise<typeof LondonTime> {
  const build = await rollup({ input: 'src/hours/london-time.ts', plugins: [nodeResolve(), ...leanZone, esbuild({ target: 'es2022' })] });
  const { output } = await build.generate({ format: 'es' });
  return (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)) as typeof LondonTime;
}

const { londonDay, londonInstant, londonMinute, londonOffset } = process.env.BUNDLE
  ? await bundled()
  : await import('../../src/hours/london-time.js');

const QUARTER = 15 * 60_000;
let compared = 0;

function compare(at: number): void {
  const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London');
  assert.equal(londonOffset(at), theirs.offsetNanoseconds / 1e6, new Date(at).toISOString());
  const day = londonDay(at);
  assert.deepEqual(
    [dateOf(day), weekdayOf(day), londonMinute(at)],
    [(theirs.year * 100 + theirs.month) * 100 + theirs.day, theirs.dayOfWeek % 7, theirs.hour * 60 + theirs.minute],
    new Date(at).toISOString(),
  );
  compared++;
}

for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += QUARTER) compare(at);
for (const change of ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2027-03-28T01:00Z', '2027-10-31T01:00Z']) {
  for (const away of [-3_600_001, -3_600_000, -1, 0, 1, 3_599_999, 3_600_000]) compare(Date.parse(change) + away);
}

// Wall times of the days around the changes: `earlier` and `later` are the two ends of the policy.
for (const [month, day] of [
  [3, 28],
  [3, 29],
  [3, 30],
  [10, 24],
  [10, 25],
  [10, 26],
] as const) {
  for (let minute = 0; minute < 1440; minute += 5) {
    const dayNumber = Date.UTC(2026, month - 1, day) / 86_400_000;
    const wall = Temporal.PlainDateTime.from({ year: 2026, month, day }).add({ minutes: minute });
    const at = (disambiguation: 'earlier' | 'later'): number => wall.toZonedDateTime('Europe/London', { disambiguation }).epochMilliseconds;
    const isMissing = month === 3 && day === 29 && minute >= 60 && minute < 120;
    const two = Date.parse('2026-03-29T01:00Z');
    assert.equal(londonInstant(dayNumber, minute), isMissing ? two : at('earlier'));
    assert.equal(londonInstant(dayNumber, minute, true), isMissing ? two : at('later'));
    compared += 2;
  }
}
// A number would be coloured where FORCE_COLOR is set.
console.log(String(compared));
