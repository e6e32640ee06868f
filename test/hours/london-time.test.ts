import { expect } from '@open-wc/testing';
import { dateOf, weekdayOf } from '../../src/hours/calendar.js';
import { londonDay, londonInstant, londonMinute, londonOffset, parseLondonInstant } from '../../src/hours/london-time.js';
import { iso, utc } from '../hours-support/london.js';

const HOUR = 3_600_000;

describe('londonOffset', () => {
  const rows: readonly (readonly [at: string, hours: number])[] = [
    ['2026-01-01T00:00:00Z', 0],
    ['2026-03-29T00:59:59.999Z', 0],
    ['2026-03-29T01:00:00Z', 1],
    ['2026-07-01T12:00:00Z', 1],
    ['2026-10-25T00:59:59.999Z', 1],
    ['2026-10-25T01:00:00Z', 0],
    ['2026-12-31T23:59:59.999Z', 0],
    ['2027-03-28T01:00:00Z', 1],
    ['2099-07-01T00:00:00Z', 1],
    ['1971-01-01T00:00:00Z', 1],
    ['1970-01-01T00:00:00Z', 1],
  ];
  for (const [at, hours] of rows) {
    it(`${at}: ${hours ? 'BST' : 'GMT'}`, () => {
      expect(londonOffset(utc(at))).to.equal(hours * HOUR);
    });
  }
  it('does not depend on what was asked before', () => {
    const instants = rows.map(([at]) => utc(at));
    const once = instants.map(londonOffset);
    expect([...instants].reverse().map(londonOffset).reverse()).to.deep.equal(once);
  });
});

describe('londonDay and londonMinute', () => {
  for (const [what, at, day, date, weekday, minute] of [
    ['in summer it is already tomorrow', '2026-06-30T23:00:00Z', 20_635, 2026_0701, 3, 0],
    ['in winter it is UTC', '2026-12-31T23:59:59.999Z', 20_818, 2026_1231, 4, 1439],
    ['on a leap day', '2028-02-29T12:00:00Z', 21_243, 2028_0229, 2, 720],
    ['in a preview of long ago', '1960-01-01T10:30:00Z', -3653, 1960_0101, 5, 630],
  ] as const)
    it(what, () => {
      expect([londonDay(utc(at)), londonMinute(utc(at))]).to.deep.equal([day, minute]);
      expect([dateOf(day), weekdayOf(day)]).to.deep.equal([date, weekday]);
    });
});

describe('londonInstant', () => {
  const MARCH = 20_541; // 2026-03-29
  const OCTOBER = 20_751; // 2026-10-25
  const rows: readonly (readonly [what: string, day: number, minute: number, edge: 'start' | 'end', at: string])[] = [
    ['before the missing hour', MARCH, 59, 'start', '2026-03-29T00:59:00Z'],
    ['its first minute', MARCH, 60, 'start', '2026-03-29T01:00:00Z'],
    ['inside it, as a start', MARCH, 90, 'start', '2026-03-29T01:00:00Z'],
    ['inside it, as an end', MARCH, 90, 'end', '2026-03-29T01:00:00Z'],
    ['02:00 BST', MARCH, 120, 'end', '2026-03-29T01:00:00Z'],
    ['after it', MARCH, 121, 'start', '2026-03-29T01:01:00Z'],
    ['the end of the short day', MARCH, 1440, 'end', '2026-03-29T23:00:00Z'],
    ['26:00 on the day before', MARCH - 1, 1560, 'end', '2026-03-29T01:00:00Z'],
    ['before the repeated hour', OCTOBER, 59, 'end', '2026-10-24T23:59:00Z'],
    ['its first minute as a start', OCTOBER, 60, 'start', '2026-10-25T00:00:00Z'],
    ['its first minute as an end', OCTOBER, 60, 'end', '2026-10-25T01:00:00Z'],
    ['its last minute as a start', OCTOBER, 119, 'start', '2026-10-25T00:59:00Z'],
    ['its last minute as an end', OCTOBER, 119, 'end', '2026-10-25T01:59:00Z'],
    ['02:00 GMT as a start', OCTOBER, 120, 'start', '2026-10-25T02:00:00Z'],
    ['02:00 GMT as an end', OCTOBER, 120, 'end', '2026-10-25T02:00:00Z'],
    ['midnight', OCTOBER, 0, 'start', '2026-10-24T23:00:00Z'],
    ['the end of the long day', OCTOBER, 1440, 'end', '2026-10-26T00:00:00Z'],
    ['25:30 on the day before, as an end', OCTOBER - 1, 1530, 'end', '2026-10-25T01:30:00Z'],
    ['48:00', OCTOBER, 2880, 'end', '2026-10-27T00:00:00Z'],
  ];
  for (const [what, day, minute, edge, at] of rows) {
    it(what, () => {
      expect(iso(londonInstant(day, minute, edge === 'end'))).to.equal(at);
    });
  }
});

describe('parseLondonInstant', () => {
  const rows: readonly (readonly [text: string, at: string])[] = [
    ['2026-12-25T10:00', '2026-12-25T10:00:00Z'],
    ['2026-12-25T10:00:30', '2026-12-25T10:00:30Z'],
    ['2026-07-25T10:00', '2026-07-25T09:00:00Z'],
    ['2026-07-25T00:30', '2026-07-24T23:30:00Z'],
    ['2026-07-25T10:00Z', '2026-07-25T10:00:00Z'],
    ['2026-07-25T10:00:01+01:00', '2026-07-25T09:00:01Z'],
    ['2026-07-25T10:00-05:30', '2026-07-25T15:30:00Z'],
    ['2026-12-25T05:05', '2026-12-25T05:05:00Z'],
    ['2026-12-25T19:59:59', '2026-12-25T19:59:59Z'],
    ['2026-12-25T10:00:00.000Z', '2026-12-25T10:00:00Z'],
    ['2026-12-25T10:00-10:00', '2026-12-25T20:00:00Z'],
    ['2026-12-25T10:00+14:00', '2026-12-24T20:00:00Z'],
    ['2026-10-25T01:30', '2026-10-25T00:30:00Z'],
    ['2026-10-25T01:30Z', '2026-10-25T01:30:00Z'],
    ['2026-03-29T01:30', '2026-03-29T01:00:00Z'],
    ['2028-02-29T23:59', '2028-02-29T23:59:00Z'],
  ];
  for (const [text, at] of rows) {
    it(text, () => {
      expect(iso(parseLondonInstant(text))).to.equal(at);
    });
  }
  for (const text of [
    '',
    'tomorrow',
    '2026-12-25',
    '2026-12-25T10',
    '2026-12-25 10:00',
    '2026-02-30T10:00',
    '2026-02-29T10:00',
    '2026-13-01T10:00',
    '2026-00-01T10:00',
    '2026-12-00T10:00',
    '2026-12-25T24:00',
    '2026-12-25T10:60',
    '2026-12-25T10:00:60',
    '2026-12-25T10:00:00.',
    '2026-12-25T10:00:00..5',
    '2026-12-25T10:00:000',
    '2026-12-25T10:00+0100',
    '2026-12-25T10:00+15:00',
    '2026-12-25T10:00+01:60',
    '2026-12-25T10:00z',
    '20261225T1000',
    ' 2026-12-25T10:00',
    '2026-12-25T10:00 ',
    '2026-12-25T10:00\n',
    '0000-00-00T00:00',
  ]) {
    it(`${JSON.stringify(text)} is refused`, () => {
      expect(parseLondonInstant(text)).to.deep.equal(NaN);
    });
  }
});
