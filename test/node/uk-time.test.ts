/** "UK time" is said by what the visitor's clock will show at the time that is said, not by what it shows now. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { en } from '../../src/i18n/en.js';
import { statusInWords } from '../../src/i18n/status-in-words.js';

// Without summer time.
process.env['TZ'] = 'Atlantic/Reykjavik';

for (const [at, said] of [
  ['2027-03-27T09:30Z', 'Closed, opens tomorrow at 9:30am'],
  ['2027-03-29T08:30Z', 'Closed, opens Monday at 9:30am UK time'],
] as const)
  it(`before summer time begins, of ${at}: ${said}`, () => {
    const status = { state: 'closed', next: { at: Date.parse(at), status: { state: 'open' } } } as const;
    assert.equal(statusInWords(status, Date.parse('2027-03-26T18:00Z'), en), said);
  });
