/**
 * Where these hours and opening_hours.js differ, on purpose: what the oracle says (so that a fixed
 * oracle is noticed) and what is right, both written by hand. The differential test excludes no
 * more than these.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { statusAt } from '../../src/hours/status.js';
import { askOracle, oracleFor } from '../hours-support/oracle.js';
import { iso } from '../hours-support/london.js';

const ROWS: readonly {
  readonly why: string;
  readonly hours: string;
  readonly at: string;
  readonly ours: string;
  readonly oracle: string;
}[] = [
  {
    why: 'a weekend date whose holiday moved is not a bank holiday',
    hours: 'Mo-Su 10:00-12:00; PH off',
    at: '2026-12-26T11:00:00Z',
    ours: 'open until 2026-12-26T12:00:00Z',
    oracle: 'closed until 2026-12-27T10:00:00Z',
  },
  {
    why: 'the funeral of 19 September 2022, proclaimed ten days before',
    hours: 'Mo-Fr 09:30-16:00; PH off',
    at: '2022-09-19T10:00:00Z',
    ours: 'closed until 2022-09-20T08:30:00Z',
    oracle: 'open until 2022-09-19T15:00:00Z',
  },
  {
    why: 'the names of holidays are not comments of the hours',
    hours: 'PH 10:00-12:00',
    at: '2026-12-25T11:00:00Z',
    ours: 'open until 2026-12-25T12:00:00Z',
    oracle: 'open (Christmas) until 2026-12-25T12:00:00Z',
  },
  {
    why: 'an open end has no comment in a language nobody chose',
    hours: '15:00+',
    at: '2026-11-24T16:00:00Z',
    ours: 'unknown until 2026-11-25T00:00:00Z',
    oracle: 'unknown (Specified as open end. Closing time was guessed.) until 2026-11-25T00:00:00Z',
  },
  {
    why: 'the open end of a span is unknown until midnight',
    hours: '09:00-15:00+',
    at: '2026-11-24T16:00:00Z',
    ours: 'unknown until 2026-11-25T00:00:00Z',
    oracle: 'closed (Specified as open end. Closing time was guessed.) until 2026-11-25T00:00:00Z',
  },
  {
    why: 'an open end in the evening is unknown until midnight: nothing is guessed beyond',
    hours: 'Tu 18:00+',
    at: '2026-11-24T19:00:00Z',
    ours: 'unknown until 2026-11-25T00:00:00Z',
    oracle: 'unknown (Specified as open end. Closing time was guessed.) until 2026-11-25T04:00:00Z',
  },
  {
    why: 'an open end before another span: the answer must not depend on when one asks',
    hours: '07:00+,12:00-16:00',
    at: '2026-11-24T08:00:00Z',
    ours: 'unknown until 2026-11-24T12:00:00Z',
    oracle: 'closed (Specified as open end. Closing time was guessed.) until 2026-11-24T12:00:00Z',
  },
  {
    why: 'the repeated hour: open from the first 01:15 to the last 01:45',
    hours: 'Su 01:15-01:45',
    at: '2026-10-25T00:50:00Z',
    ours: 'open until 2026-10-25T01:45:00Z',
    oracle: 'closed until 2026-11-01T01:15:00Z',
  },
  {
    why: 'the night after the short Sunday belongs to Sunday, not to Saturday',
    hours: 'Su 22:00-02:00',
    at: '2026-03-29T23:30:00Z',
    ours: 'open until 2026-03-30T01:00:00Z',
    oracle: 'closed until 2026-03-30T00:00:00Z',
  },
  {
    why: '29 February comes again',
    hours: 'Feb 29',
    at: '2026-11-24T12:00:00Z',
    ours: 'closed until 2028-02-29T00:00:00Z',
    oracle: 'closed until never',
  },
  {
    why: 'a range that ends on 29 February ends on the 28th in other years',
    hours: 'Feb 20-Feb 29',
    at: '2026-03-01T12:00:00Z',
    ours: 'closed until 2027-02-20T00:00:00Z',
    oracle: 'open until 2026-03-02T00:00:00Z',
  },
  {
    why: 'February has 28 days in every year',
    hours: 'Feb 1-28',
    at: '2026-02-10T12:00:00Z',
    ours: 'open until 2026-03-01T00:00:00Z',
    oracle: 'closed until never',
  },
  {
    why: 'a range that ends on the day before its start is the whole year',
    hours: 'Mar 2-Mar 1',
    at: '2026-11-24T12:00:00Z',
    ours: 'open until never',
    oracle: 'closed until never',
  },
];

const inWords = ({ state, comment, until }: { state: string; comment?: string; until?: number }): string =>
  `${state}${comment === undefined ? '' : ` (${comment})`} until ${iso(until) ?? 'never'}`;

/** What the oracle itself adds, which the differential test leaves out. */
const ITS_COMMENTS = ['Christmas', 'Specified as open end. Closing time was guessed.'];

for (const { why, hours, at, ours, oracle } of ROWS) {
  test(`${why}: ${hours}`, () => {
    const instant = Date.parse(at);
    assert.equal(inWords(statusAt(parseOpeningHours(hours), instant, { holidays: 'england-and-wales' })), ours);
    const limit = instant + 5 * 366 * 86_400_000;
    assert.equal(inWords(askOracle(oracleFor(hours), instant, ITS_COMMENTS, limit)), oracle);
  });
}
