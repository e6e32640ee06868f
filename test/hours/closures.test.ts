import { expect } from '@open-wc/testing';
import { type Closure, withClosures } from '../../src/hours/closures.js';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { statusAt } from '../../src/hours/status.js';
import { iso, utc } from '../hours-support/london.js';

const HOURS = parseOpeningHours('Mo-Fr 09:30-16:00; PH off');

describe('withClosures', () => {
  const closures: readonly Closure[] = [
    { from: '2026-11-25', to: '2026-11-26', comment: 'staff training' },
    { from: '2026-12-21', to: '2027-01-05', comment: 'winter break' },
    { from: '2026-12-23', to: '2026-12-23', comment: 'moving house' },
  ];
  const rows: readonly (readonly [what: string, at: string, expected: string])[] = [
    ['the day before', '2026-11-24T10:00:00Z', 'open until 2026-11-24T16:00:00Z'],
    ['the evening before', '2026-11-24T16:00:00Z', 'closed until 2026-11-25T00:00:00Z'],
    ['the first day', '2026-11-25T00:00:00Z', 'closed (staff training) until 2026-11-27T00:00:00Z'],
    ['the last day', '2026-11-26T23:59:59Z', 'closed (staff training) until 2026-11-27T00:00:00Z'],
    ['the day after', '2026-11-27T10:00:00Z', 'open until 2026-11-27T16:00:00Z'],
    ['another, across the new year', '2026-12-31T10:00:00Z', 'closed (winter break) until 2027-01-06T00:00:00Z'],
    ['one inside another wins', '2026-12-23T10:00:00Z', 'closed (moving house) until 2026-12-24T00:00:00Z'],
    ['a year later it is over', '2027-12-21T10:00:00Z', 'open until 2027-12-21T16:00:00Z'],
  ];
  for (const [what, at, expected] of rows) {
    it(what, () => {
      const { state, comment, until } = statusAt(withClosures(HOURS, closures), utc(at), {
        holidays: 'england-and-wales',
      });
      expect(`${state}${comment ? ` (${comment})` : ''} until ${iso(until)}`).to.equal(expected);
    });
  }
  it('beats hours that are open around the clock', () => {
    const hours = withClosures(parseOpeningHours('24/7'), [closures[0]!]);
    expect(statusAt(hours, utc('2026-11-25T12:00:00Z')).state).to.equal('closed');
    expect(iso(statusAt(hours, utc('2026-11-24T12:00:00Z')).until)).to.equal('2026-11-25T00:00:00Z');
  });
  it('ends what runs over midnight into the first day', () => {
    const hours = withClosures(parseOpeningHours('22:00-02:00'), [closures[0]!]);
    expect(iso(statusAt(hours, utc('2026-11-24T23:00:00Z')).until)).to.equal('2026-11-25T00:00:00Z');
  });
  describe('nights', () => {
    const nights: readonly (readonly [what: string, hours: string, at: string, expected: string])[] = [
      [
        'one that would start on the last day does not spill over',
        '22:00-02:00',
        '2026-11-26T12:00:00Z',
        'closed (staff training) until 2026-11-27T00:00:00Z',
      ],
      ['so the morning after is closed', '22:00-02:00', '2026-11-27T00:00:00Z', 'closed until 2026-11-27T22:00:00Z'],
      ['what starts that morning stays', '22:00-02:00,08:00-09:00', '2026-11-27T00:30:00Z', 'closed until 2026-11-27T08:00:00Z'],
      ['so does what starts at midnight', '22:00-26:00, 00:00-01:00', '2026-11-27T00:00:00Z', 'open until 2026-11-27T01:00:00Z'],
      ['round the clock', '24/7', '2026-11-26T12:00:00Z', 'closed (staff training) until 2026-11-27T00:00:00Z'],
      ['two days long', '10:00-48:00', '2026-11-27T00:00:00Z', 'closed until 2026-11-27T10:00:00Z'],
      ['an open end', '22:00-02:00+', '2026-11-27T03:00:00Z', 'closed until 2026-11-27T22:00:00Z'],
    ];
    for (const [what, text, at, expected] of nights) {
      it(what, () => {
        const { state, comment, until } = statusAt(withClosures(parseOpeningHours(text), closures), utc(at));
        expect(`${state}${comment ? ` (${comment})` : ''} until ${iso(until)}`).to.equal(expected);
      });
    }
    it('a rule written by hand leaves the morning after open, as the notation has it', () => {
      const hours = parseOpeningHours('22:00-02:00; 2026 Nov 25-26 off');
      expect(iso(statusAt(hours, utc('2026-11-27T00:00:00Z')).until)).to.equal('2026-11-27T02:00:00Z');
    });
  });
  it('leaves the hours alone', () => {
    expect(withClosures(HOURS, [])).to.equal(HOURS);
    withClosures(HOURS, closures);
    expect(HOURS.rules.length).to.equal(2);
  });
  it('without words has no comment', () => {
    const hours = withClosures(HOURS, [{ ...closures[0]!, comment: '' }]);
    expect(statusAt(hours, utc('2026-11-25T12:00:00Z'), { holidays: 'scotland' })).to.have.keys('state', 'until');
  });
  for (const [from, to] of [
    ['2026-11-26', '2026-11-25'],
    ['2026-02-30', '2026-03-01'],
    ['2026-02-01', '2026-02-29'],
    ['2026-2-1', '2026-02-02'],
    ['', '2026-02-02'],
  ] as const) {
    it(`refuses "${from}" to "${to}"`, () => {
      expect(() => withClosures(HOURS, [{ from, to, comment: 'x' }])).to.throw(RangeError);
    });
  }
});
