import { expect } from '@open-wc/testing';
import { closedForHoliday, nextOpening, statusAt } from '../../src/hours/status.js';
import type { Division, OpeningHours } from '../../src/hours/opening-hours.js';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { iso, utc } from '../hours-support/london.js';
import { timesAsLong } from '../support/time-taken.js';

const HELPLINE = 'Mo-Fr 09:30-16:00; PH off';
const PALADIN = 'Mo-Fr 09:00-15:00, Th 15:00-17:00 unknown "closes slightly later on Thursdays"; PH 09:00-15:00 unknown "bank holiday"';
const LATER = 'closes slightly later on Thursdays';

/** What is expected, as one line: state, comment between quotes, and the next change in UTC. */
const line = (text: string, at: string, holidays: Division = 'england-and-wales'): string => {
  const { state, comment, until } = statusAt(parseOpeningHours(text), utc(at), { holidays });
  return `${state}${comment ? ` "${comment}"` : ''} until ${iso(until) ?? 'never'}`;
};

type Row = readonly [what: string, hours: string, at: string, expected: string];

const table = (title: string, rows: readonly Row[]): void => {
  describe(title, () => {
    for (const [what, hours, at, expected] of rows) {
      it(`${what}: ${hours} at ${at}`, () => {
        expect(line(hours, at)).to.equal(expected);
      });
    }
  });
};

table('hours within the hour that March hides', [
  ['long before', 'Su 01:00-02:00', '2026-03-23T12:00:00Z', 'closed until 2026-04-05T00:00:00Z'],
  ['on the day', 'Su 01:30-02:00', '2026-03-29T12:00:00Z', 'closed until 2026-04-05T00:30:00Z'],
  [
    'of which only a closure is hidden',
    '24/7; Su 01:00-02:00 off "maintenance"',
    '2027-03-22T12:00:00Z',
    'open until 2027-04-04T00:00:00Z',
  ],
]);

table('every boundary, to the second', [
  ['a second before opening', HELPLINE, '2026-11-24T09:29:59Z', 'closed until 2026-11-24T09:30:00Z'],
  ['opening', HELPLINE, '2026-11-24T09:30:00Z', 'open until 2026-11-24T16:00:00Z'],
  ['a millisecond before closing', HELPLINE, '2026-11-24T15:59:59.999Z', 'open until 2026-11-24T16:00:00Z'],
  ['closing', HELPLINE, '2026-11-24T16:00:00Z', 'closed until 2026-11-25T09:30:00Z'],
  ['opening in summer', HELPLINE, '2026-07-14T08:30:00Z', 'open until 2026-07-14T15:00:00Z'],
  ['a second before opening in summer', HELPLINE, '2026-07-14T08:29:59Z', 'closed until 2026-07-14T08:30:00Z'],
  ['Friday evening', HELPLINE, '2026-11-27T16:00:00Z', 'closed until 2026-11-30T09:30:00Z'],
  ['over the March change', HELPLINE, '2026-03-27T16:00:00Z', 'closed until 2026-03-30T08:30:00Z'],
  ['over the October change', HELPLINE, '2026-10-23T15:00:00Z', 'closed until 2026-10-26T09:30:00Z'],
]);

table('bank holidays', [
  ['Christmas 2026, Boxing Day moved to Monday', HELPLINE, '2026-12-24T16:00:00Z', 'closed until 2026-12-29T09:30:00Z'],
  ['on the substitute day', HELPLINE, '2026-12-28T10:00:00Z', 'closed until 2026-12-29T09:30:00Z'],
  [
    'the weekend original is a Saturday like others',
    'PH 10:00-12:00; Sa 14:00-15:00',
    '2026-12-26T11:00:00Z',
    'closed until 2026-12-26T14:00:00Z',
  ],
  ['Easter', HELPLINE, '2026-04-02T15:00:00Z', 'closed until 2026-04-07T08:30:00Z'],
  ['the Queen’s funeral, a one-off', HELPLINE, '2022-09-19T10:00:00Z', 'closed until 2022-09-20T08:30:00Z'],
  ['early May 2020, moved to a Friday', HELPLINE, '2020-05-04T08:30:00Z', 'open until 2020-05-04T15:00:00Z'],
  ['its new day', HELPLINE, '2020-05-08T10:00:00Z', 'closed until 2020-05-11T08:30:00Z'],
  ['PH in a list of days', 'Mo-Fr,PH 10:00-12:00', '2026-12-24T12:00:00Z', 'closed until 2026-12-25T10:00:00Z'],
  ['far ahead, by rule', HELPLINE, '2099-12-25T10:00:00Z', 'closed until 2099-12-29T09:30:00Z'],
  ['off wins over the whole day', '24/7; PH off', '2026-12-24T12:00:00Z', 'open until 2026-12-25T00:00:00Z'],
]);

describe('whose bank holidays', () => {
  it('2 January closes in Scotland only', () => {
    expect(line(HELPLINE, '2025-01-02T10:00:00Z', 'scotland')).to.equal('closed until 2025-01-03T09:30:00Z');
    expect(line(HELPLINE, '2025-01-02T10:00:00Z')).to.equal('open until 2025-01-02T16:00:00Z');
  });
  it('St Patrick’s Day closes in Northern Ireland only', () => {
    expect(line(HELPLINE, '2026-03-17T10:00:00Z', 'northern-ireland')).to.equal('closed until 2026-03-18T09:30:00Z');
    expect(line(HELPLINE, '2026-03-17T10:00:00Z')).to.equal('open until 2026-03-17T16:00:00Z');
  });
});

table('Paladin', [
  ['a Tuesday', PALADIN, '2026-11-24T10:00:00Z', 'open until 2026-11-24T15:00:00Z'],
  ['a Tuesday afternoon', PALADIN, '2026-11-24T15:00:00Z', 'closed until 2026-11-25T09:00:00Z'],
  ['a Thursday, a second before three', PALADIN, '2026-11-26T14:59:59Z', 'open until 2026-11-26T15:00:00Z'],
  ['a Thursday at three', PALADIN, '2026-11-26T15:00:00Z', `unknown "${LATER}" until 2026-11-26T17:00:00Z`],
  ['a Thursday at five', PALADIN, '2026-11-26T17:00:00Z', 'closed until 2026-11-27T09:00:00Z'],
  ['a bank holiday', PALADIN, '2026-12-25T09:00:00Z', 'unknown "bank holiday" until 2026-12-25T15:00:00Z'],
  ['a bank holiday on a Thursday has no later end', PALADIN, '2031-12-25T15:00:00Z', 'closed until 2031-12-26T09:00:00Z'],
  ['before a bank holiday', PALADIN, '2026-12-25T08:00:00Z', 'closed until 2026-12-25T09:00:00Z'],
]);

table('the missing hour, Sunday 29 March 2026', [
  ['a span around it', 'Su 00:30-03:00', '2026-03-29T00:30:00Z', 'open until 2026-03-29T02:00:00Z'],
  ['a start inside it means 02:00 BST', 'Su 01:30-03:00', '2026-03-29T00:59:59Z', 'closed until 2026-03-29T01:00:00Z'],
  ['and it is open then', 'Su 01:30-03:00', '2026-03-29T01:00:00Z', 'open until 2026-03-29T02:00:00Z'],
  ['an end inside it means 02:00 BST', 'Su 00:30-01:30', '2026-03-29T00:59:59Z', 'open until 2026-03-29T01:00:00Z'],
  ['a span inside it does not happen', 'Su 01:15-01:45', '2026-03-29T00:00:00Z', 'closed until 2026-04-05T00:15:00Z'],
  ['overnight into it', 'Sa 22:00-01:30', '2026-03-29T00:30:00Z', 'open until 2026-03-29T01:00:00Z'],
  ['midnight to midnight is 23 hours', 'Su', '2026-03-29T00:00:00Z', 'open until 2026-03-29T23:00:00Z'],
  ['the night after it belongs to Sunday', 'Su 22:00-02:00', '2026-03-29T23:30:00Z', 'open until 2026-03-30T01:00:00Z'],
]);

table('the repeated hour, Sunday 25 October 2026', [
  ['a span around it', 'Su 00:30-03:00', '2026-10-24T23:30:00Z', 'open until 2026-10-25T03:00:00Z'],
  ['a start opens at its first occurrence', 'Su 01:30-03:00', '2026-10-25T00:29:59Z', 'closed until 2026-10-25T00:30:00Z'],
  ['and stays open in the second', 'Su 01:30-03:00', '2026-10-25T01:10:00Z', 'open until 2026-10-25T03:00:00Z'],
  ['an end closes at its last occurrence', 'Su 00:30-01:30', '2026-10-25T00:45:00Z', 'open until 2026-10-25T01:30:00Z'],
  ['a span inside it', 'Su 01:15-01:45', '2026-10-25T00:15:00Z', 'open until 2026-10-25T01:45:00Z'],
  ['01:00 occurs twice too', 'Su 00:00-01:00', '2026-10-24T23:00:00Z', 'open until 2026-10-25T01:00:00Z'],
  ['02:00 occurs once', 'Su 02:00-03:00', '2026-10-25T01:59:59Z', 'closed until 2026-10-25T02:00:00Z'],
  ['overnight into it', 'Sa 22:00-01:30', '2026-10-25T01:00:00Z', 'open until 2026-10-25T01:30:00Z'],
  ['midnight to midnight is 25 hours', 'Su', '2026-10-24T23:00:00Z', 'open until 2026-10-26T00:00:00Z'],
  ['the last hour of the long day', 'Su 23:00-23:30', '2026-10-25T22:00:00Z', 'closed until 2026-10-25T23:00:00Z'],
  ['a closure inside it', 'Su; Su 01:15-01:45 off', '2026-10-25T00:15:00Z', 'closed until 2026-10-25T01:45:00Z'],
]);

table('overnight', [
  ['before midnight', 'Fr 20:00-02:00', '2026-11-27T23:59:59Z', 'open until 2026-11-28T02:00:00Z'],
  ['after midnight', 'Fr 20:00-02:00', '2026-11-28T01:59:59Z', 'open until 2026-11-28T02:00:00Z'],
  ['over', 'Fr 20:00-02:00', '2026-11-28T02:00:00Z', 'closed until 2026-12-04T20:00:00Z'],
  ['the other notation', 'Fr 20:00-26:00', '2026-11-28T01:59:59Z', 'open until 2026-11-28T02:00:00Z'],
  ['from Sunday into Monday', 'Su 22:00-26:00', '2026-11-23T00:00:00Z', 'open until 2026-11-23T02:00:00Z'],
  ['every day, no gap at midnight', '22:00-02:00', '2026-11-24T22:00:00Z', 'open until 2026-11-25T02:00:00Z'],
  ['the same time twice is 24 hours', 'Fr 10:00-10:00', '2026-11-28T09:59:59Z', 'open until 2026-11-28T10:00:00Z'],
  ['to the end of the next day', 'Fr 10:00-48:00', '2026-11-27T10:00:00Z', 'open until 2026-11-29T00:00:00Z'],
  [
    'a day that replaces another wipes its early morning',
    '22:00-02:00; Tu 12:00-14:00',
    '2026-11-24T00:00:00Z',
    'closed until 2026-11-24T12:00:00Z',
  ],
  [
    'what runs out of the replaced day stays',
    'Mo-Fr 22:00-02:00; Tu 12:00-14:00',
    '2026-11-25T00:00:00Z',
    'open until 2026-11-25T02:00:00Z',
  ],
  ['a closed day cuts the night before at midnight', '22:00-02:00; Tu off', '2026-11-23T22:00:00Z', 'open until 2026-11-24T00:00:00Z'],
  ['over the new year, in that year only', '2026 Dec 31 22:00-03:00', '2027-01-01T02:59:59Z', 'open until 2027-01-01T03:00:00Z'],
  ['not a year later', '2026 Dec 31 22:00-03:00', '2027-01-01T03:00:00Z', 'closed until never'],
]);

table('open ends', [
  ['from then on nobody knows', '15:00+', '2026-11-24T15:00:00Z', 'unknown until 2026-11-25T00:00:00Z'],
  ['closed before', '15:00+', '2026-11-24T14:59:59Z', 'closed until 2026-11-24T15:00:00Z'],
  ['after a known time', '09:00-15:00+', '2026-11-24T14:59:59Z', 'open until 2026-11-24T15:00:00Z'],
  ['unknown until midnight', '09:00-15:00+', '2026-11-24T15:00:00Z', 'unknown until 2026-11-25T00:00:00Z'],
  ['an evening is no exception', '20:00+', '2026-11-24T20:00:00Z', 'unknown until 2026-11-25T00:00:00Z'],
  ['after midnight, eight hours', 'Fr 20:00-02:00+', '2026-11-28T02:00:00Z', 'unknown until 2026-11-28T10:00:00Z'],
  ['after an end at midnight, eight hours', 'Fr 20:00-24:00+', '2026-11-28T00:00:00Z', 'unknown until 2026-11-28T08:00:00Z'],
  ['no further than the next day', 'Fr 20:00-47:00+', '2026-11-28T23:00:00Z', 'unknown until 2026-11-29T00:00:00Z'],
  ['a later span is known', '07:00+,12:00-16:00', '2026-11-24T07:00:00Z', 'unknown until 2026-11-24T12:00:00Z'],
  ['and after it nobody knows', '07:00+,12:00-16:00', '2026-11-24T16:00:00Z', 'unknown until 2026-11-25T00:00:00Z'],
  [
    'with its comment',
    'Tu 15:00+ open "until the last call"',
    '2026-11-24T16:00:00Z',
    'unknown "until the last call" until 2026-11-25T00:00:00Z',
  ],
  ['an open end that is off is off', '24/7; Tu 15:00+ off', '2026-11-24T15:00:00Z', 'closed until 2026-11-25T00:00:00Z'],
]);

table('rules that meet', [
  ['; replaces the day', 'Mo-Fr 09:00-17:00; Tu 10:00-12:00', '2026-11-24T09:30:00Z', 'closed until 2026-11-24T10:00:00Z'],
  [', adds to the day', 'Mo-Fr 09:00-12:00, Tu 14:00-16:00', '2026-11-24T12:00:00Z', 'closed until 2026-11-24T14:00:00Z'],
  ['off with times closes those', 'Mo-Fr 09:00-17:00; Tu 12:00-13:00 off', '2026-11-24T12:30:00Z', 'closed until 2026-11-24T13:00:00Z'],
  ['and leaves the rest', 'Mo-Fr 09:00-17:00; Tu 12:00-13:00 off', '2026-11-24T13:00:00Z', 'open until 2026-11-24T17:00:00Z'],
  ['unknown replaces too', 'Mo-Fr 09:00-17:00; Tu unknown', '2026-11-24T09:00:00Z', 'unknown until 2026-11-25T00:00:00Z'],
  ['no selectors after none replaces', '10:00-12:00; 14:00-16:00', '2026-11-24T11:00:00Z', 'closed until 2026-11-24T14:00:00Z'],
  ['no selectors after some adds', 'Mo-Fr 10:00-12:00; 14:00-16:00', '2026-11-24T11:00:00Z', 'open until 2026-11-24T12:00:00Z'],
  ['unknown without selectors adds', '10:00-12:00; 14:00-16:00 unknown', '2026-11-24T11:00:00Z', 'open until 2026-11-24T12:00:00Z'],
  ['a comment alone is unknown', '"by appointment"', '2026-11-24T11:00:00Z', 'unknown "by appointment" until never'],
  ['comments are changes', 'Mo open "a"; Tu open "b"', '2026-11-23T12:00:00Z', 'open "a" until 2026-11-24T00:00:00Z'],
  ['neighbours without a difference are one', 'Mo 09:00-12:00, Mo 12:00-15:00', '2026-11-23T09:00:00Z', 'open until 2026-11-23T15:00:00Z'],
  ['closed with a reason', 'off "moving house"', '2026-11-23T09:00:00Z', 'closed "moving house" until never'],
  [
    'the last rule wins where they overlap',
    'Mo 09:00-15:00, Mo 12:00-17:00 unknown',
    '2026-11-23T12:00:00Z',
    'unknown until 2026-11-23T17:00:00Z',
  ],
]);

table('weekdays', [
  ['a range with wrap: in', 'Fr-Mo', '2026-11-23T12:00:00Z', 'open until 2026-11-24T00:00:00Z'],
  ['a range with wrap: out', 'Fr-Mo', '2026-11-24T12:00:00Z', 'closed until 2026-11-27T00:00:00Z'],
  ['a range that wraps into the whole week', 'We-Tu', '2026-11-24T12:00:00Z', 'open until never'],
  ['a list', 'Mo,We-Th', '2026-11-24T12:00:00Z', 'closed until 2026-11-25T00:00:00Z'],
  ['Sunday', 'Su', '2026-11-22T23:59:59Z', 'open until 2026-11-23T00:00:00Z'],
]);

table('dates', [
  ['a day every year', '24/7; Dec 24 off', '2026-11-24T12:00:00Z', 'open until 2026-12-24T00:00:00Z'],
  ['across the new year: start', '24/7; Dec 27-Jan 2 off', '2026-12-27T00:00:00Z', 'closed until 2027-01-03T00:00:00Z'],
  ['across the new year: end', '24/7; Dec 27-Jan 2 off', '2027-01-02T23:59:59Z', 'closed until 2027-01-03T00:00:00Z'],
  ['with years', '24/7; 2026 Dec 24-2027 Jan 2 off', '2027-01-03T00:00:00Z', 'open until never'],
  ['days of one month', '24/7; Dec 24-26 off', '2026-12-24T00:00:00Z', 'closed until 2026-12-27T00:00:00Z'],
  ['a list of days of one month', '24/7; Dec 24,26 off', '2026-12-25T12:00:00Z', 'open until 2026-12-26T00:00:00Z'],
  ['dates and weekdays', 'Jun 1-Aug 31 Mo 10:00-12:00', '2026-09-01T00:00:00Z', 'closed until 2027-06-07T09:00:00Z'],
  ['29 February is years away', 'Feb 29', '2026-01-01T00:00:00Z', 'closed until 2028-02-29T00:00:00Z'],
  ['on a Monday, further', 'Feb 29 Mo 10:00-12:00', '2026-01-01T00:00:00Z', 'closed until 2044-02-29T10:00:00Z'],
  ['across a century without a leap year', 'Feb 29 Fr', '2092-03-01T00:00:00Z', 'closed until 2104-02-29T00:00:00Z'],
  ['a range to 29 February ends on the 28th', 'Feb 20-Feb 29', '2026-02-28T12:00:00Z', 'open until 2026-03-01T00:00:00Z'],
  ['a year far ahead', '24/7; 2099 Dec 24 off', '2026-11-24T12:00:00Z', 'open until 2099-12-24T00:00:00Z'],
  ['two years, in either order', '24/7; 2099 Dec 24 off; 2050 Dec 24-26 off', '2026-11-24T12:00:00Z', 'open until 2050-12-24T00:00:00Z'],
  ['from the one to the other', '24/7; 2099 Dec 24 off; 2050 Dec 24-26 off', '2050-12-27T00:00:00Z', 'open until 2099-12-24T00:00:00Z'],
  [
    'several years, one after the other',
    '24/7; 2050 Dec 24 off; 2030 Dec 24 off; 2040 Dec 24 off',
    '2031-01-01T12:00:00Z',
    'open until 2040-12-24T00:00:00Z',
  ],
  ['inside a range of years', '2020 Jan 1-2080 Jun 1', '2026-11-24T12:00:00Z', 'open until 2080-06-01T23:00:00Z'],
  [
    'a rule that closes what is closed is not noticed',
    'PH off; Mo 09:00-10:00; Dec 24 off',
    '2026-11-24T12:00:00Z',
    'closed until 2026-11-30T09:00:00Z',
  ],
  ['unless it says why', 'Dec 24 off "eve"; Mo 09:00-10:00', '2026-12-21T12:00:00Z', 'closed until 2026-12-24T00:00:00Z'],
  ['in the past', '24/7; 2019 Dec 24 off', '2026-11-24T12:00:00Z', 'open until never'],
  ['the rarest Good Friday', 'Mar 20 PH', '2026-11-24T12:00:00Z', 'closed until 2285-03-20T00:00:00Z'],
  ['the rarest Easter Monday', 'Apr 26 PH', '2039-11-24T12:00:00Z', 'closed until 2190-04-25T23:00:00Z'],
  ['a day that is never a bank holiday', 'Mar 19 PH', '2026-11-24T12:00:00Z', 'closed until never'],
  ['a holiday on which nothing differs', '24/7; PH 00:00-24:00', '2026-11-24T12:00:00Z', 'open until never'],
]);

describe('nextOpening', () => {
  const rows: readonly Row[] = [
    ['closed', HELPLINE, '2026-11-24T16:00:00Z', '2026-11-25T09:30:00Z'],
    ['a millisecond before', HELPLINE, '2026-11-24T09:29:59.999Z', '2026-11-24T09:30:00Z'],
    ['strictly after: at the opening it is the next one', HELPLINE, '2026-11-24T09:30:00Z', '2026-11-25T09:30:00Z'],
    ['while open', HELPLINE, '2026-11-24T12:00:00Z', '2026-11-25T09:30:00Z'],
    ['unknown does not count', PALADIN, '2026-11-26T15:00:00Z', '2026-11-27T09:00:00Z'],
    ['past unknown bank holidays', PALADIN, '2026-12-24T15:00:00Z', '2026-12-29T09:00:00Z'],
    [
      'in years, among unknown times',
      '2030 Jan 01-31 Mo 10:00-12:00; Tu 09:00-10:00 unknown',
      '2026-11-24T12:00:00Z',
      '2030-01-07T10:00:00Z',
    ],
    [
      'in the next of some years, among unknown times',
      '2020 Jan 02-20 Mo 10:00-12:00; 2030 Jan 02-20 Mo 10:00-12:00; 2035 Jan 02-20 Mo 10:00-12:00; Tu 09:00-10:00 unknown',
      '2026-11-24T12:00:00Z',
      '2030-01-07T10:00:00Z',
    ],
    ['with a year, at its midnight', '2030 Jan 01 00:00-12:00; We 09:00-10:00 unknown', '2026-11-24T12:00:00Z', '2030-01-01T00:00:00Z'],
    ['each year, beside one year', '2026 Jan 05 10:00-12:00; Dec 25 10:00-12:00', '2026-03-02T12:00:00Z', '2026-12-25T10:00:00Z'],
    ['a new comment is not an opening', 'Mo open "a"; Tu open "b"', '2026-11-23T12:00:00Z', '2026-11-30T00:00:00Z'],
  ];
  for (const [what, hours, at, expected] of rows) {
    it(`${what}: ${hours} at ${at}`, () => {
      const next = nextOpening(parseOpeningHours(hours), utc(at), { holidays: 'england-and-wales' });
      expect(iso(next)).to.equal(expected);
    });
  }
  for (const [hours, at = '2026-11-24T12:00:00Z'] of [
    ['24/7'],
    ['off'],
    ['Mo-Fr 09:00-17:00 unknown; PH off'],
    ['2019 Dec 24'],
    ['2019 Dec 24 10:00-12:00; Tu 09:00-10:00 unknown'],
    ['2030 Dec 31 10:00-12:00; Tu 09:00-10:00 unknown', '2031-01-01T00:00:00Z'],
    ['Mo-Fr 09:00+; PH off'],
    ['2020 Dec 24; Mo-Fr 09:00+; PH off; 2030 Dec 24 off'],
  ]) {
    it(`never: ${hours} at ${at}`, () => {
      expect(nextOpening(parseOpeningHours(hours!), utc(at), { holidays: 'england-and-wales' })).to.equal(undefined);
    });
  }
});

describe('closedForHoliday', () => {
  const rows: readonly (readonly [what: string, hours: string, at: string, expected: boolean])[] = [
    ['a bank holiday that closes', HELPLINE, '2026-12-25T10:00:00Z', true],
    ['all day long, in London', HELPLINE, '2026-05-24T23:00:00Z', true],
    ['until its midnight', HELPLINE, '2026-05-25T23:00:00Z', false],
    ['the weekend original', HELPLINE, '2026-12-26T10:00:00Z', false],
    ['an ordinary evening', HELPLINE, '2026-11-24T20:00:00Z', false],
    ['a bank holiday with unknown hours', PALADIN, '2026-12-25T20:00:00Z', false],
    ['closed anyway', 'Tu-Fr 09:00-12:00; PH off', '2026-12-28T10:00:00Z', false],
    ['hours without PH', 'Tu-Fr 09:00-12:00', '2026-12-28T10:00:00Z', false],
    ['open from the night before', 'Mo 10:00-12:00; PH off; Su 22:00-02:00', '2026-12-28T10:00:00Z', false],
    ['closed by date too', 'Mo-Fr 09:00-12:00; PH off; 2026 Dec 24-31 off', '2026-12-25T10:00:00Z', false],
  ];
  for (const [what, hours, at, expected] of rows) {
    it(`${what}: ${hours} at ${at}`, () => {
      expect(closedForHoliday(parseOpeningHours(hours), utc(at), { holidays: 'england-and-wales' })).to.equal(expected);
    });
  }
});

describe('questions without an answer', () => {
  const at = utc('2026-11-24T12:00:00Z');
  for (const bad of [NaN, Infinity, -Infinity, 8.64e15, -8.64e15, -1, 8e15 + 1]) {
    it(`${bad} is not an instant`, () => {
      expect(() => statusAt(parseOpeningHours('24/7'), bad)).to.throw(RangeError, 'instant');
      expect(() => nextOpening(parseOpeningHours('24/7'), bad)).to.throw(RangeError, 'instant');
    });
  }
  for (const [what, bad] of [
    ['a text of digits', '1795512000000'],
    ['a Date', new Date(at)],
    ['true', true],
    ['null', null],
    ['nothing', undefined],
  ] as const) {
    it(`${what} is not an instant either`, () => {
      expect(() => statusAt(parseOpeningHours('Mo-Fr 09:00-17:00'), bad as unknown as number)).to.throw(RangeError, 'instant');
    });
  }
  it('PH without a division', () => {
    expect(() => statusAt(parseOpeningHours(HELPLINE), at)).to.throw(RangeError, 'holidays');
    expect(() => nextOpening(parseOpeningHours(HELPLINE), at, {})).to.throw(RangeError, 'holidays');
    // Also where they have been asked with one before.
    const hours = parseOpeningHours(HELPLINE);
    statusAt(hours, at, { holidays: 'scotland' });
    expect(() => statusAt(hours, at)).to.throw(RangeError, 'Bank holidays need a division, not undefined');
  });
  it('PH with an unknown division', () => {
    expect(() => statusAt(parseOpeningHours(HELPLINE), at, { holidays: 'wales' as Division })).to.throw(RangeError, 'wales');
    // Also where nothing ever opens, whatever the day.
    expect(() => nextOpening(parseOpeningHours('PH off'), at, { holidays: 'wales' as Division })).to.throw(RangeError, 'wales');
  });
  it('PH before the record starts', () => {
    const before = utc('2018-12-31T23:59:59Z');
    const options = { holidays: 'england-and-wales' } as const;
    expect(() => statusAt(parseOpeningHours(HELPLINE), before, options)).to.throw(RangeError, '2019');
    expect(line(HELPLINE, '2019-01-01T00:00:00Z')).to.equal('closed until 2019-01-02T09:30:00Z');
  });
  it('hours without PH need no division and have no first year', () => {
    expect(statusAt(parseOpeningHours('24/7'), 0)).to.deep.equal({ state: 'open' });
    // Whatever it is.
    expect(statusAt(parseOpeningHours('24/7'), at, { holidays: 'wales' as Division })).to.deep.equal({ state: 'open' });
  });
  it('the last instant has an answer', () => {
    expect(statusAt(parseOpeningHours('24/7'), 8e15)).to.deep.equal({ state: 'open' });
  });
});

describe('answers', () => {
  it('leave out what does not apply', () => {
    const status = statusAt(parseOpeningHours('24/7'), utc('2026-11-24T12:00:00Z'));
    expect(Object.keys(status)).to.deep.equal(['state']);
  });
  it('are the same when asked again, in any order', () => {
    const hours = parseOpeningHours(PALADIN);
    const options = { holidays: 'england-and-wales' } as const;
    const instants = ['2026-11-26T14:00:00Z', '2026-11-26T16:00:00Z', '2026-11-26T14:00:00Z', '2026-11-26T08:59:59Z'];
    expect(instants.map((at) => statusAt(hours, utc(at), options).state)).to.deep.equal(['open', 'unknown', 'open', 'closed']);
  });
  it('of two divisions do not mix', () => {
    const hours = parseOpeningHours(HELPLINE);
    const at = utc('2025-01-02T10:00:00Z');
    const states = (['scotland', 'england-and-wales', 'scotland'] as const).map((holidays) => statusAt(hours, at, { holidays }).state);
    expect(states).to.deep.equal(['closed', 'open', 'closed']);
  });
  it('may be changed by who gets them', () => {
    const hours = parseOpeningHours('24/7; 2026 Dec 24 off');
    const once = statusAt(hours, utc('2026-11-24T12:00:00Z')) as { state: string };
    once.state = 'closed';
    expect(statusAt(hours, utc('2026-11-24T12:00:00Z')).state).to.equal('open');
  });
  it('do not depend on the last question', () => {
    const hours = parseOpeningHours('Mo-Fr 09:00-17:00; 2026 Nov 25 off; PH off');
    const options = { holidays: 'england-and-wales' } as const;
    const instants = [
      '2026-11-24T17:00:00Z',
      '2026-11-25T12:00:00Z',
      '2026-11-24T16:59:59Z',
      '2026-11-26T09:00:00Z',
      '2026-11-23T20:00:00Z',
    ];
    const ask = (at: string): string => `${iso(statusAt(hours, utc(at), options).until)} ${iso(nextOpening(hours, utc(at), options))}`;
    const fresh = [
      '2026-11-26T09:00:00Z 2026-11-26T09:00:00Z',
      '2026-11-26T09:00:00Z 2026-11-26T09:00:00Z',
      '2026-11-24T17:00:00Z 2026-11-26T09:00:00Z',
      '2026-11-26T17:00:00Z 2026-11-27T09:00:00Z',
      '2026-11-24T09:00:00Z 2026-11-24T09:00:00Z',
    ];
    expect(instants.map(ask)).to.deep.equal(fresh);
    expect([...instants].reverse().map(ask)).to.deep.equal([...fresh].reverse());
  });
  it('that never change are found quickly, and only once', () => {
    const options = { holidays: 'scotland' } as const;
    const at = utc('2026-11-24T12:00:00Z');
    // A day that is a bank holiday in no year: every year of the cycle has to be looked at, once.
    const unsearched = () => parseOpeningHours('24/7; Mar 19 PH off');
    const search = (hours: OpeningHours) => expect(statusAt(hours, at, options)).to.deep.equal({ state: 'open' });
    const later = (hours: OpeningHours) => {
      for (let day = 1; day < 100; day++) statusAt(hours, at + day * 86_400_000, options);
    };
    expect(timesAsLong(1 / 2, later, search, unsearched)).to.be.below(1 / 2);
    // What closes what is closed anyway needs no search.
    for (const text of [Array(80).fill('PH off').join('; '), Array(80).fill('Feb 29 Mo off').join('; ')]) {
      const askClosed = () => expect(statusAt(parseOpeningHours(text), at, options)).to.deep.equal({ state: 'closed' });
      expect(timesAsLong(1 / 2, askClosed, search, unsearched)).to.be.below(1 / 2);
    }
  });
  it('that never change take less than eight times as long with bank holidays on dates as with dates on weekdays', () => {
    const at = utc('2026-11-24T12:00:00Z');
    // Dates meet all weekdays within 40 years, but all dates of Easter only within 1,900 years.
    const search = (text: string) => () =>
      expect(statusAt(parseOpeningHours(text), at, { holidays: 'england-and-wales' })).to.deep.equal({ state: 'open' });
    for (const rules of [1, 20]) {
      const repeat = (rule: string) => search(`24/7; ${Array.from({ length: rules }, () => rule).join('; ')}`);
      const times = timesAsLong(8, repeat('Feb 29 PH off'), repeat('Feb 29 Mo 00:00-24:00'), () => {});
      expect(times, `${rules} rules`).to.be.below(8);
    }
  });
  it('that never change are the same ever after, and before', () => {
    const hours = parseOpeningHours('2026 Nov 24 "last day"; 2026 Nov 25-2030 Jan 1 off; Mo off');
    const ask = (at: string) => statusAt(hours, utc(at));
    for (let time = 0; time < 2; time++) {
      expect(ask('2026-12-24T12:00:00Z')).to.deep.equal({ state: 'closed' });
      expect(ask('2040-12-24T12:00:00Z')).to.deep.equal({ state: 'closed' });
      expect(ask('2026-11-24T12:00:00Z')).to.deep.equal({ state: 'unknown', comment: 'last day', until: utc('2026-11-25T00:00:00Z') });
    }
  });
  it('hold with many rules', () => {
    const many = `Mo-Fr 09:00-17:00; ${Array.from({ length: 40 }, (_, index) => `2026 Dec ${(index % 28) + 1} 10:00-11:00`).join('; ')}`;
    expect(line(many, '2026-12-02T10:30:00Z')).to.equal('open until 2026-12-02T11:00:00Z');
    expect(line(many, '2026-12-29T10:30:00Z')).to.equal('open until 2026-12-29T17:00:00Z');
  });
});
