/** What is known of a contact at an instant. 24 November 2026 is a Tuesday, 28 December a Monday and bank holiday. */
import { expect } from '@open-wc/testing';
import { alwaysOpen, contactStatus, isOld, openingHoursOf } from '../../src/contact-status.js';
import type { Contact } from '../../src/contacts/contact.js';
import { iso, utc } from '../hours-support/london.js';

const line = (more: Partial<Contact> = {}): Contact => ({
  id: 'county-service',
  name: 'County Service',
  number: '01632 960 123',
  hours: 'Mo-Fr 09:00-17:00; PH off',
  holidays: 'england-and-wales',
  checkedOn: '2026-11-01',
  ...more,
});

/** What is so of a status, with the next change as a sentence, and when the comment changes before the state does. */
const status = (contact: Contact, at: string, lang = 'en') => {
  const { until, next, usually, forHoliday, comment: reason, ...rest } = contactStatus(contact, utc(at), lang);
  const { state, comment } = next?.status ?? {};
  return {
    ...rest,
    ...(reason !== undefined && { comment: reason }),
    ...(usually && { usually }),
    ...(forHoliday && { forHoliday }),
    ...(until !== next?.at && { until: iso(until) }),
    ...(next && { next: `${state}${comment ? ` (${comment})` : ''} at ${iso(next.at)}` }),
  };
};

const TRAINING = { text: { en: 'Training', cy: 'Hyfforddiant' }, from: '2026-11-25', to: '2026-11-26', closed: true };

describe('contactStatus', () => {
  const rows: readonly (readonly [what: string, contact: Partial<Contact>, at: string, expected: ReturnType<typeof status>])[] = [
    ['around the clock', { hours: '24/7' }, '2026-11-24T10:00:00Z', { state: 'always' }],
    ['around the clock, in other words', { hours: 'Mo-Su 00:00-24:00' }, '2026-11-24T10:00:00Z', { state: 'always' }],
    ['around the clock, checked long ago', { hours: '24/7', checkedOn: '2020-01-01' }, '2026-11-24T10:00:00Z', { state: 'always' }],
    ['in working hours', {}, '2026-11-24T10:00:00Z', { state: 'open', next: 'closed at 2026-11-24T17:00:00Z' }],
    ['in summer, by London time', {}, '2026-06-30T08:00:00Z', { state: 'open', usually: true, next: 'closed at 2026-06-30T16:00:00Z' }],
    ['in the evening', {}, '2026-11-24T17:00:00Z', { state: 'closed', next: 'open at 2026-11-25T09:00:00Z' }],
    ['at the weekend', {}, '2026-11-28T12:00:00Z', { state: 'closed', next: 'open at 2026-11-30T09:00:00Z' }],
    ['on a bank holiday', {}, '2026-12-28T10:00:00Z', { state: 'closed', forHoliday: true, next: 'open at 2026-12-29T09:00:00Z' }],
    ['early on a bank holiday', {}, '2026-12-28T08:00:00Z', { state: 'closed', forHoliday: true, next: 'open at 2026-12-29T09:00:00Z' }],
    [
      'on a bank holiday, which is a day off anyway',
      { hours: 'Tu-Fr 09:00-17:00; PH off' },
      '2026-12-28T10:00:00Z',
      { state: 'closed', next: 'open at 2026-12-29T09:00:00Z' },
    ],
    [
      'on a bank holiday that is none in Scotland',
      { holidays: 'scotland' },
      '2027-03-29T10:00:00Z',
      { state: 'open', next: 'closed at 2027-03-29T16:00:00Z' },
    ],
    [
      'on a bank holiday on which nobody knows',
      { hours: 'Mo-Fr 09:00-17:00; PH unknown "ring and see"' },
      '2026-12-28T10:00:00Z',
      { state: 'unknown', comment: 'ring and see', next: 'closed at 2026-12-29T00:00:00Z' },
    ],
    [
      'with a comment',
      { hours: 'Mo 09:00-17:00 open "by chat"' },
      '2026-11-23T10:00:00Z',
      { state: 'open', comment: 'by chat', next: 'closed at 2026-11-23T17:00:00Z' },
    ],
    [
      'a change of comment is no change of state',
      { hours: 'Mo 09:00-12:00 open "by chat", 12:00-17:00 open "by phone"' },
      '2026-11-23T10:00:00Z',
      { state: 'open', comment: 'by chat', until: '2026-11-23T12:00:00Z', next: 'closed at 2026-11-23T17:00:00Z' },
    ],
    [
      'comments that take turns for ever',
      { hours: '00:00-12:00 open "by chat", 12:00-24:00 open "by phone"' },
      '2026-11-24T10:00:00Z',
      { state: 'open', comment: 'by chat', until: '2026-11-24T12:00:00Z' },
    ],
    [
      'maybe later',
      { hours: 'Tu 09:00-12:00, Tu 12:00-14:00 unknown "may run late"' },
      '2026-11-24T10:00:00Z',
      { state: 'open', next: 'unknown (may run late) at 2026-11-24T12:00:00Z' },
    ],
    ['never open', { hours: 'off' }, '2026-11-24T10:00:00Z', { state: 'closed' }],
    ['nobody knows', { hours: 'unknown' }, '2026-11-24T10:00:00Z', { state: 'unknown' }],
    [
      'without bank holidays',
      { hours: 'Mo-Fr 09:00-17:00', holidays: undefined as never },
      '2026-12-28T10:00:00Z',
      { state: 'open', next: 'closed at 2026-12-28T17:00:00Z' },
    ],
    [
      'checked long ago',
      { checkedOn: '2023-04-27' },
      '2026-11-24T10:00:00Z',
      { state: 'open', usually: true, next: 'closed at 2026-11-24T17:00:00Z' },
    ],
    [
      'never checked',
      { checkedOn: undefined as never },
      '2026-11-24T10:00:00Z',
      { state: 'open', usually: true, next: 'closed at 2026-11-24T17:00:00Z' },
    ],
    [
      'the evening before a closure',
      { notices: [TRAINING] },
      '2026-11-24T20:00:00Z',
      { state: 'closed', until: '2026-11-25T00:00:00Z', next: 'open at 2026-11-27T09:00:00Z' },
    ],
    [
      'a remark that comes once in four years: nobody waits, at each update, for what comes after it',
      { hours: '24/7; Feb 29 open "by text"; 2035 Jan 1 off' },
      '2026-11-24T10:00:00Z',
      { state: 'open', until: '2028-02-29T00:00:00Z' },
    ],
    [
      'a state further off than a year, with nothing before it',
      { hours: '24/7; 2035 Jan 1 off' },
      '2026-11-24T10:00:00Z',
      { state: 'open', next: 'closed at 2035-01-01T00:00:00Z' },
    ],
    [
      'during a closure',
      { notices: [TRAINING] },
      '2026-11-25T10:00:00Z',
      { state: 'closed', comment: 'Training', until: '2026-11-27T00:00:00Z', next: 'open at 2026-11-27T09:00:00Z' },
    ],
    [
      'before a closure of a line that never sleeps',
      { hours: '24/7', notices: [TRAINING] },
      '2026-11-24T20:00:00Z',
      { state: 'open', next: 'closed (Training) at 2026-11-25T00:00:00Z' },
    ],
    ['after it', { hours: '24/7', notices: [TRAINING] }, '2026-11-27T00:00:00Z', { state: 'always' }],
    [
      'a notice that closes nothing',
      { notices: [{ ...TRAINING, closed: false }] },
      '2026-11-25T10:00:00Z',
      { state: 'open', next: 'closed at 2026-11-25T17:00:00Z' },
    ],
    [
      'a notice beside a closure',
      { notices: [{ text: 'Busy', from: '2026-11-27', to: '2026-11-27' }, TRAINING] },
      '2026-11-27T10:00:00Z',
      { state: 'open', next: 'closed at 2026-11-27T17:00:00Z' },
    ],
    [
      'a notice on a line that never sleeps',
      { hours: '24/7', notices: [{ text: 'Busy', from: '2026-11-25', to: '2026-11-25' }] },
      '2026-11-25T10:00:00Z',
      { state: 'always' },
    ],
    ['hours that are none', { hours: 'weekdays' }, '2026-11-24T10:00:00Z', { state: 'unknown', cannotTell: true }],
    ['bank holidays of nobody', { holidays: undefined as never }, '2026-11-24T10:00:00Z', { state: 'unknown', cannotTell: true }],
    [
      'a closure on no day',
      { notices: [{ ...TRAINING, from: 'tomorrow' }] },
      '2026-11-24T10:00:00Z',
      { state: 'unknown', cannotTell: true },
    ],
    ['a clock that is not to be believed', {}, 'NaN', { state: 'unknown', cannotTell: true }],
    ['around the clock, whatever the clock says', { hours: '24/7' }, 'NaN', { state: 'always' }],
    ['so too with a notice that closes nothing', { hours: '24/7', notices: [{ ...TRAINING, closed: false }] }, 'NaN', { state: 'always' }],
  ];
  for (const [what, contact, at, expected] of rows) it(what, () => expect(status(line(contact), at)).to.deep.equal(expected));

  it('says a closure in each language, of one and the same contact', () => {
    const contact = line({ notices: [TRAINING] });
    for (const [lang, words] of [
      ['en', 'Training'],
      ['cy', 'Hyfforddiant'],
      ['en', 'Training'],
    ] as const)
      expect(status(contact, '2026-11-25T10:00:00Z', lang).comment).to.equal(words);
  });
});

describe('alwaysOpen', () => {
  const rows: readonly (readonly [what: string, contact: Partial<Contact>, expected: boolean])[] = [
    ['around the clock', { hours: '24/7' }, true],
    ['around the clock, with an empty list of notices', { hours: '24/7', notices: [] }, true],
    ['around the clock, with a notice that closes nothing', { hours: '24/7', notices: [{ ...TRAINING, closed: false }] }, true],
    ['around the clock, with a closure', { hours: '24/7', notices: [TRAINING] }, false],
    ['in working hours', {}, false],
  ];
  for (const [what, contact, expected] of rows) it(what, () => expect(alwaysOpen(line(contact))).to.equal(expected));
});

describe('openingHoursOf', () => {
  it('reads the hours without the notices, once for each contact', () => {
    const contact = line({ notices: [TRAINING] });
    expect(openingHoursOf(contact).rules).to.have.length(2);
    expect(openingHoursOf(contact)).to.equal(openingHoursOf(contact));
  });

  it('throws where they cannot be read', () => {
    expect(() => openingHoursOf(line({ hours: 'weekdays' }))).to.throw();
  });
});

describe('isOld', () => {
  const rows: readonly (readonly [what: string, checkedOn: string | undefined, at: string, expected: boolean])[] = [
    ['checked today', '2026-11-24', '2026-11-24T10:00:00Z', false],
    ['checked twelve months ago', '2025-11-24', '2026-11-24T10:00:00Z', false],
    ['checked a day before that', '2025-11-23', '2026-11-24T10:00:00Z', true],
    ['checked at the end of the month before', '2025-10-31', '2026-11-24T10:00:00Z', true],
    ['checked later in the last year', '2025-12-01', '2026-11-24T10:00:00Z', false],
    ['checked tomorrow', '2026-11-25', '2026-11-24T10:00:00Z', true],
    ['checked next month', '2026-12-01', '2026-11-24T10:00:00Z', true],
    ['the last minute of twelve months, in London', '2025-06-30', '2026-06-30T22:59:00Z', false],
    ['the minute after', '2025-06-30', '2026-06-30T23:00:00Z', true],
    ['never checked', undefined, '2026-11-24T10:00:00Z', true],
    ['no day is known', '2020-01-01', 'NaN', false],
    ['never checked, and no day is known', undefined, 'NaN', true],
  ];
  for (const [what, checkedOn, at, expected] of rows)
    it(`${what}: ${expected ? 'old' : 'fresh'}`, () => expect(isOld(checkedOn, utc(at))).to.equal(expected));
});
