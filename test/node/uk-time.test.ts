/** "UK time" is said where the visitor's clock shows another time than London's, now or at the time that is said. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { en } from '../../src/i18n/en.js';
import { statusInWords } from '../../src/i18n/status-in-words.js';

// Without summer time.
process.env['TZ'] = 'Atlantic/Reykjavik';

for (const [now, at, said] of [
  ['2027-03-26T18:00Z', '2027-03-27T09:30Z', 'Closed, opens tomorrow at 9:30am'],
  ['2027-03-26T18:00Z', '2027-03-29T08:30Z', 'Closed, opens Monday at 9:30am UK time'],
  // The night on which summer time ends: it is Sunday in London, and still Saturday for the visitor.
  ['2027-10-30T23:30Z', '2027-11-01T09:30Z', 'Closed, opens tomorrow at 9:30am UK time'],
  ['2027-10-31T02:00Z', '2027-11-01T09:30Z', 'Closed, opens tomorrow at 9:30am'],
] as const)
  it(`at ${now}, of ${at}: ${said}`, () => {
    const status = { state: 'closed', next: { at: Date.parse(at), status: { state: 'open' } } } as const;
    assert.equal(statusInWords(status, Date.parse(now), en), said);
  });

it('says no zone to a visitor in London, in summer or in winter', () => {
  process.env['TZ'] = 'Europe/London';
  try {
    for (const [day, said] of [
      ['2027-06-30', 'Closed, opens today at 11am'],
      ['2027-12-01', 'Closed, opens today at 10am'],
    ] as const) {
      const status = { state: 'closed', next: { at: Date.parse(`${day}T10:00Z`), status: { state: 'open' } } } as const;
      assert.equal(statusInWords(status, Date.parse(`${day}T08:00Z`), en), said);
    }
  } finally {
    process.env['TZ'] = 'Atlantic/Reykjavik';
  }
});
