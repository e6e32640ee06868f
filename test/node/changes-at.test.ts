/** When something on screen next changes: the one timer of the page is set for that instant. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact } from '../../src/contacts/contact.js';
import { languageFor } from '../../src/i18n/languages.js';
import { readOptions } from '../../src/options.js';
import { panelView } from '../../src/panel-view.js';
import { contactsOf2026 } from '../support/facts-of-2026.mjs';

const changesAt = (show: string | undefined, now: number | undefined): number =>
  panelView({ contacts: contactsOf2026, options: readOptions({ show }, () => {}), language: languageFor('en'), now }).changesAt;

describe('what is shown next changes', () => {
  // 25 November 2026 is a Wednesday: Paladin closes at 3pm, on Thursday slightly later, the National Stalking Helpline at 4pm.
  const rows: readonly (readonly [what: string, show: string | undefined, now: string, expected: string])[] = [
    ['an hour before the first line closes', undefined, '2026-11-25T10:00:00Z', '2026-11-25T14:00:00Z'],
    ['a minute into the countdown', undefined, '2026-11-25T14:00:00Z', '2026-11-25T14:01:00Z'],
    ['at the next whole minute before the end', undefined, '2026-11-25T14:00:30Z', '2026-11-25T14:01:00Z'],
    ['at the end, in its last minute', undefined, '2026-11-25T14:59:30Z', '2026-11-25T15:00:00Z'],
    ['at the end, without a countdown where it may go on', 'paladin', '2026-11-26T14:30:00Z', '2026-11-26T15:00:00Z'],
    ['at midnight, when "tomorrow" is "today"', undefined, '2026-11-25T20:00:00Z', '2026-11-26T00:00:00Z'],
    ['at the end of what may be open, without a countdown', 'paladin', '2026-11-26T16:30:00Z', '2026-11-26T17:00:00Z'],
    ['at midnight, a day and some hours before the opening', 'paladin', '2026-11-29T00:00:00Z', '2026-11-30T00:00:00Z'],
    ['at the midnight of London, in summer', undefined, '2026-06-30T20:00:00Z', '2026-06-30T23:00:00Z'],
    ['at the opening', undefined, '2026-11-26T00:00:00Z', '2026-11-26T09:00:00Z'],
  ];
  for (const [what, show, now, expected] of rows)
    it(`${what}: ${now}`, () => assert.equal(new Date(changesAt(show, Date.parse(now))).toISOString(), expected.replace('Z', '.000Z')));

  it('never before the first look at the clock', () => assert.equal(changesAt(undefined, undefined), Infinity));
  it('never where the clock is not to be believed', () => assert.equal(changesAt(undefined, NaN), Infinity));
  /** A host's own line, alone beside the emergency number. */
  const withLine = (line: Partial<Contact>, now: number) =>
    panelView({
      contacts: [...contactsOf2026, { id: 'line', name: 'Line', number: '01632 960 123', hours: '24/7', ...line }],
      options: readOptions({ show: 'line' }, () => {}),
      language: languageFor('en'),
      now,
    });
  it('never with a notice either, where the clock is not to be believed', () => {
    for (const notices of [[], [{ text: 'Busy', from: '2026-11-26', to: '2026-11-26' }]])
      assert.equal(withLine({ notices }, NaN).changesAt, Infinity);
  });
  it('at midnight, where a line is open around the clock and has a notice', () => {
    const { changesAt: at } = withLine(
      { notices: [{ text: 'Busy', from: '2026-11-26', to: '2026-11-26' }] },
      Date.parse('2026-11-25T10:00:00Z'),
    );
    assert.equal(at, Date.parse('2026-11-26T00:00:00Z'));
  });
  it('a day before the end, where it is further away, and not of what is closed; without a countdown where it may go on', () => {
    for (const [hours, now, expected] of [
      ['Mo-We 00:00-24:00, Th 00:00-16:00', '2026-11-25T10:00:00Z', '2026-11-25T16:00:00Z'],
      ['Mo-We 00:00-24:00, Th 00:00-16:00', '2026-11-25T16:00:00Z', '2026-11-26T00:00:00Z'],
      ['Mo-We 00:00-24:00, Th 00:00-16:00', '2026-11-26T20:00:00Z', '2026-11-27T00:00:00Z'],
      ['Mo-We 00:00-24:00, Th 00:00-16:00+', '2026-11-25T10:00:00Z', '2026-11-25T16:00:00Z'],
      ['Mo-We 00:00-24:00, Th 00:00-16:00+', '2026-11-26T01:00:00Z', '2026-11-26T16:00:00Z'],
      ['Mo-We 00:00-24:00, Th 00:00-16:00+', '2026-11-26T15:30:00Z', '2026-11-26T16:00:00Z'],
    ] as const)
      assert.equal(withLine({ hours }, Date.parse(now)).changesAt, Date.parse(expected), `${hours} at ${now}`);
  });
  it('where only the words beside the state change', () => {
    const hours = 'Mo-Fr 09:00-12:00 open "calls", Mo-Fr 12:00-17:00 open "texts only"';
    for (const [now, expected] of [
      ['2026-11-25T10:00:00Z', '2026-11-25T12:00:00Z'],
      ['2026-11-25T12:00:00Z', '2026-11-25T16:00:00Z'],
    ] as const)
      assert.equal(withLine({ hours }, Date.parse(now)).changesAt, Date.parse(expected), now);
  });
  it('and nothing before that, whatever the hours', () => {
    const hours = [
      'Mo-Fr 09:30-16:00; PH off',
      'Mo-We 00:00-24:00, Th 00:00-16:00',
      'Mo-We 00:00-24:00, Th 00:00-16:00+',
      'Mo 09:00-24:00, Tu-Th 00:00-24:00, Fr 00:00-20:30',
      'Mo-Su 22:00-02:00',
      '24/7',
      'Sa 12:00-18:00+; PH unknown "ask"',
      '2026 Nov 1-2026 Nov 27 10:00-12:00',
      'Mo-Fr 09:00-12:00 "volunteers", Mo-Fr 12:00-17:00 "duty officer"',
      'Mo-Fr 09:00-12:00 open "calls", Mo-Fr 12:00-17:00 open "texts only"',
      'Mo-Su 08:00-20:00 off "by day"',
    ];
    const notices = [{ text: 'Training', from: '2026-11-28', to: '2026-11-29', closed: true }];
    for (const line of hours.flatMap((each) => [{ hours: each }, { hours: each, notices }])) {
      const view = (now: number) => withLine({ holidays: 'england-and-wales', checkedOn: '2026-11-01', ...line }, now);
      // Every 197 minutes for five days, over a clock change too.
      for (const start of ['2026-10-22T10:00:00Z', '2026-11-25T10:00:00Z'])
        for (let now = Date.parse(start), end = now + 120 * 3_600_000; now < end; now += 197 * 60_000) {
          const { changesAt: next, ...shown } = view(now);
          assert.ok(next > now);
          const { changesAt: same, ...later } = view(Math.min(next, end) - 1);
          assert.deepEqual(later, shown, `${JSON.stringify(line)} ${new Date(now).toISOString()}`);
          assert.ok(same === next || next > end);
        }
    }
  });
  it('never where every line is open around the clock', () =>
    assert.equal(changesAt('police', Date.parse('2026-11-25T10:00:00Z')), Infinity));
});
