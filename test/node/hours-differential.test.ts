/**
 * Differential test against opening_hours.js: generated hours of the whole notation at random
 * instants of 2020 to 2035 and at the edges of their spans. State, comment and next change agree,
 * or the pair falls under one of the known differences below; each has a test of its own, with
 * expectations written by hand, in hours-differences.test.ts.
 *
 * `LONG=1` compares 200,000 pairs, `PAIRS=…` as many as that, `SEED=…` others.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankHolidaysOf } from '../../src/hours/bank-holidays.js';
import { DAY, dateOf, weekdayOf } from '../../src/hours/calendar.js';
import { londonDay, londonMinute } from '../../src/hours/london-time.js';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { statusAt } from '../../src/hours/status.js';
import { generateRules, rulesText, rulesTextWithoutOpenEnds } from '../hours-support/expressions.js';
import { askOracle, oracleFor } from '../hours-support/oracle.js';
import { Random } from '../hours-support/random.js';

const PAIRS = Number(process.env.PAIRS ?? (process.env.LONG === '1' ? 200_000 : 4000));
const EXPRESSIONS = Math.max(2000, PAIRS / 10);
const SEED = Number(process.env.SEED ?? 20_261_124);

const YEARS = [Date.UTC(2020, 0), Date.UTC(2036, 0)] as const;
/** How far the next changes are compared; rarely for years, which the oracle walks slowly. */
const HORIZONS = [40 * DAY, 3 * 366 * DAY] as const;

/** London days on which the two calendars of bank holidays differ, in order. */
const calendarDifferences: readonly number[] = (() => {
  const oracle = oracleFor('PH');
  const days: number[] = [];
  for (let at = YEARS[0] - 370 * DAY + DAY / 2; at < YEARS[1] + 5 * 366 * DAY; at += DAY) {
    const day = Math.floor(at / DAY);
    const ours = bankHolidaysOf(new Date(at).getUTCFullYear(), 'england-and-wales').has(day);
    if (oracle.getState(new Date(at)) !== ours) days.push(day);
  }
  return days;
})();

interface Pair {
  readonly text: string;
  readonly at: number;
  /** The later of the two next changes, or the horizon. */
  readonly until: number;
  /** Both next changes. */
  readonly changes: readonly number[];
}

const isChangeSunday = (dayNumber: number): boolean => {
  const date = dateOf(dayNumber);
  const month = Math.floor(date / 100) % 100;
  return weekdayOf(dayNumber) === 0 && (month === 3 || month === 10) && date % 100 > 24;
};

const edges = (text: string): number[] =>
  [...text.matchAll(/(\d\d):(\d\d)/g)].map(([, hour, minute]) => (Number(hour) % 24) * 60 + Number(minute));

const isOvernight = (text: string): boolean =>
  [...text.matchAll(/(\d\d:\d\d)-(\d\d:\d\d)/g)].some(([, from, to]) => to! <= from! || to! > '24:00');

const KNOWN_DIFFERENCES: readonly {
  readonly name: string;
  readonly reason: string;
  readonly applies: (pair: Pair) => boolean;
}[] = [
  {
    name: 'another calendar',
    reason: 'the oracle lacks one-off bank holidays and counts weekend originals as PH',
    applies: ({ text, at, until }) =>
      text.includes('PH') && calendarDifferences.some((day) => day >= at / DAY - 2 && day <= until / DAY + 1),
  },
  {
    name: 'the hour of the clock change',
    reason:
      'on the Sunday of a change the oracle breaks on spans with an edge from 01:00 to 02:00; ours open at the first and close at the last occurrence',
    applies: ({ text, at, changes }) =>
      edges(text).some((edge) => edge >= 60 && edge <= 120) && [at, ...changes].some((instant) => isChangeSunday(londonDay(instant))),
  },
  {
    name: 'the night after a clock change',
    reason:
      'the oracle takes 24 hours off to find yesterday: from 00:00 to 01:00 after the short Sunday that is Saturday, and from 23:00 on the long Sunday that is Sunday',
    applies: ({ text, at, changes }) =>
      isOvernight(text) &&
      [at, ...changes].some((instant) => {
        const [dayNumber, minute] = [londonDay(instant), londonMinute(instant)];
        return (isChangeSunday(dayNumber - 1) && minute <= 60) || (isChangeSunday(dayNumber) && minute >= 1380);
      }),
  },
  {
    name: '29 February',
    reason: 'the oracle knows no next change for it, and lets ranges that end on it run into March',
    applies: ({ text }) => /Feb 29|Feb \d\d-29/.test(text),
  },
  {
    name: 'a range of days in February up to the 28th',
    reason: 'the oracle matches it in leap years only',
    applies: ({ text }) => /Feb \d\d-28/.test(text),
  },
  {
    name: 'a range that ends on the day before its start',
    reason: 'the oracle matches no day; it is the whole year',
    applies: ({ text }) =>
      [...text.matchAll(/(?<!\d{4} )([A-Z][a-z]{2} \d\d)-([A-Z][a-z]{2} \d\d)/g)].some(
        ([, from, to]) => Date.parse(`${from} 2001 UTC`) - Date.parse(`${to} 2001 UTC`) === DAY,
      ),
  },
];

test(`hours agree with opening_hours.js (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const skipped = new Map<string, number>();
  let compared = 0;
  const failures: string[] = [];
  for (let round = 0; round < EXPRESSIONS && failures.length < 20; round++) {
    const rules = generateRules(random);
    const text = rulesText(rules);
    const oracle = oracleFor(rulesTextWithoutOpenEnds(rules));
    const hours = parseOpeningHours(text);
    const comments = rules.map(({ comment }) => comment).filter(Boolean);
    const spanEdges = edges(text);
    for (let pair = 0; pair < PAIRS / EXPRESSIONS; pair++) {
      let at = random.integer(YEARS[0] / 1000, YEARS[1] / 1000) * 1000;
      if (spanEdges.length && random.chance(0.5)) {
        const edge = londonDay(at) * DAY + random.pick(spanEdges) * 60_000;
        at =
          edge -
          (londonMinute(edge) === new Date(edge).getUTCHours() * 60 + new Date(edge).getUTCMinutes() ? 0 : 3_600_000) +
          random.pick([-1000, 0, 0, 1000]);
      }
      const limit = at + HORIZONS[random.chance(0.03) ? 1 : 0];
      const ours = statusAt(hours, at, { holidays: 'england-and-wales' });
      const ourUntil = ours.until !== undefined && ours.until < limit ? ours.until : undefined;
      let theirs: ReturnType<typeof askOracle> | undefined;
      let problem = '';
      try {
        theirs = askOracle(oracle, at, comments, limit);
      } catch (error) {
        problem = String(error);
      }
      const known = KNOWN_DIFFERENCES.find(({ applies }) =>
        applies({
          text,
          at,
          until: Math.max(ourUntil ?? limit, theirs?.until ?? limit),
          changes: [ourUntil, theirs?.until].filter((change) => change !== undefined),
        }),
      );
      if (known) {
        skipped.set(known.name, (skipped.get(known.name) ?? 0) + 1);
        continue;
      }
      compared++;
      if (theirs?.state !== ours.state || theirs.comment !== ours.comment || theirs.until !== ourUntil) {
        const show = (until: number | undefined): string => (until === undefined ? 'never' : new Date(until).toISOString());
        failures.push(
          `${text}  at ${new Date(at).toISOString()}: ours ${ours.state} (${ours.comment ?? ''}) until ${show(ourUntil)}, oracle ${problem || `${theirs?.state} (${theirs?.comment ?? ''}) until ${show(theirs?.until)}`}`,
        );
        break;
      }
    }
  }
  console.log(`compared ${compared} pairs, skipped ${JSON.stringify(Object.fromEntries(skipped))}`);
  assert.deepEqual(failures, []);
  assert.ok(compared > PAIRS * 0.75, 'the known differences are narrow');
});
