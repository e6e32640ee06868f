/** Contacts as schema.org JSON-LD. 2026-11-24 is a Tuesday, 25 December 2026 a Friday. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contact } from '../../src/contacts/contact.js';
import { contactsToJsonLd } from '../../src/json-ld.js';
import { contactsOf2026 } from '../support/facts-of-2026.mjs';

interface Hours {
  readonly dayOfWeek?: readonly string[];
  readonly opens?: string;
  readonly closes?: string;
  readonly validFrom?: string;
  readonly validThrough?: string;
  readonly description?: string;
}
interface Point {
  readonly [name: string]: unknown;
  readonly hoursAvailable: readonly Hours[];
}

const options = { lang: 'en', from: '2026-11-24' };
const graph = (...contacts: Contact[]): readonly Point[] => JSON.parse(contactsToJsonLd(contacts, options))['@graph'];
const line = (hours: string, more: Partial<Contact> = {}): Contact => ({ id: 'a', name: 'A', number: '01632 960 123', hours, ...more });
const hoursOf = (hours: string, more?: Partial<Contact>) =>
  graph(line(hours, more))[0]!.hoursAvailable.map((entry) => {
    const { '@type': type, ...rest } = entry as Hours & { '@type': string };
    assert.equal(type, 'OpeningHoursSpecification');
    return rest;
  });

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const week = [...weekdays, 'Saturday', 'Sunday'];
const untilNextYear = { validThrough: '2027-11-24' };

const rows: readonly (readonly [name: string, hours: string, more: Partial<Contact>, expected: readonly Hours[]])[] = [
  ['always open', '24/7', {}, [{ dayOfWeek: week, opens: '00:00', closes: '23:59' }]],
  ['one span on weekdays', 'Mo-Fr 09:30-16:00', {}, [{ dayOfWeek: weekdays, opens: '09:30', closes: '16:00' }]],
  [
    'split hours',
    'Mo 09:00-12:30,13:30-17:00',
    {},
    [
      { dayOfWeek: ['Monday'], opens: '09:00', closes: '12:30' },
      { dayOfWeek: ['Monday'], opens: '13:30', closes: '17:00' },
    ],
  ],
  [
    'spans that differ in their comment alone',
    'Mo 09:00-12:00 open "calls", Mo 12:00-15:00 open "chat"',
    {},
    [{ dayOfWeek: ['Monday'], opens: '09:00', closes: '15:00' }],
  ],
  [
    'until midnight and from midnight on',
    'Mo-Su 00:00-02:00,20:00-24:00',
    {},
    [
      { dayOfWeek: week, opens: '00:00', closes: '02:00' },
      { dayOfWeek: week, opens: '20:00', closes: '00:00' },
    ],
  ],
  [
    'over midnight, each day its part',
    'Fr 20:00-02:00',
    {},
    [
      { dayOfWeek: ['Friday'], opens: '20:00', closes: '00:00' },
      { dayOfWeek: ['Saturday'], opens: '00:00', closes: '02:00' },
    ],
  ],
  [
    'unknown times are left out',
    'Mo 09:00-15:00, Mo 15:00-17:00 unknown',
    {},
    [{ dayOfWeek: ['Monday'], opens: '09:00', closes: '15:00' }],
  ],
  ['an open end is left out', 'Mo 09:00-15:00+', {}, [{ dayOfWeek: ['Monday'], opens: '09:00', closes: '15:00' }]],
  [
    'a day that may be open says so and has no times',
    'Mo unknown "by post"',
    {},
    [{ dayOfWeek: ['Monday'], description: 'May be open: by post.' }],
  ],
  ['never open', 'off', {}, []],
  [
    'bank holidays of the division, for a year',
    'Mo-Fr 09:00-17:00; PH off',
    { holidays: 'scotland' },
    [
      { dayOfWeek: weekdays, ...untilNextYear, opens: '09:00', closes: '17:00' },
      // St Andrew's Day, Christmas and Boxing Day (moved), New Year and 2 January (moved), …
      ...['2026-11-30', '2026-12-25', '2026-12-28', '2027-01-01', '2027-01-04', '2027-03-26', '2027-05-03', '2027-05-31', '2027-08-02'].map(
        (day) => ({
          validFrom: day,
          validThrough: day,
        }),
      ),
    ],
  ],
  [
    'neighbouring days together',
    'Mo-Su 10:00-12:00; Dec 24-Jan 2 off',
    {},
    [
      { dayOfWeek: week, ...untilNextYear, opens: '10:00', closes: '12:00' },
      { validFrom: '2026-12-24', validThrough: '2027-01-02' },
    ],
  ],
  [
    'a notice that closes the line',
    '24/7',
    { notices: [{ text: 'Closed for training', from: '2026-12-01', to: '2026-12-02', closed: true }] },
    [
      { dayOfWeek: week, ...untilNextYear, opens: '00:00', closes: '23:59' },
      { validFrom: '2026-12-01', validThrough: '2026-12-02' },
    ],
  ],
  [
    'a notice that does not',
    '24/7',
    { notices: [{ text: 'Busy', from: '2026-12-01', to: '2026-12-02' }] },
    [{ dayOfWeek: week, opens: '00:00', closes: '23:59' }],
  ],
  [
    'other hours on a date',
    'Mo-Fr 09:00-17:00; 2026 Dec 24 10:00-12:00',
    {},
    [
      { dayOfWeek: weekdays, ...untilNextYear, opens: '09:00', closes: '17:00' },
      { validFrom: '2026-12-24', validThrough: '2026-12-24', opens: '10:00', closes: '12:00' },
    ],
  ],
];
for (const [name, hours, more, expected] of rows) test(name, () => assert.deepEqual(hoursOf(hours, more), expected));

test('Paladin: nothing is claimed for Thursdays after 3pm or for bank holidays', () => {
  const paladin = graph(...contactsOf2026).find(({ identifier }) => identifier === 'paladin')!;
  const [usual, ...exceptions] = paladin.hoursAvailable;
  assert.deepEqual(usual, { '@type': 'OpeningHoursSpecification', dayOfWeek: weekdays, ...untilNextYear, opens: '09:00', closes: '15:00' });
  assert.equal(exceptions.length, 8);
  for (const { opens, description } of exceptions) {
    assert.equal(opens, undefined);
    assert.equal(description, 'May be open: bank holiday.');
  }
});

test('what a contact is', () => {
  const [point] = graph(
    line('24/7', {
      name: { en: 'County Service', cy: 'Gwasanaeth y Sir' },
      organisation: 'County Council',
      purpose: 'For everyone',
      coverage: ['england', 'wales'],
      links: [
        { kind: 'email', href: 'mailto:help@example.org?subject=Hi' },
        { kind: 'website', href: 'https://example.org/' },
      ],
    }),
  );
  const { hoursAvailable, ...rest } = point!;
  assert.equal(hoursAvailable.length, 1);
  assert.deepEqual(rest, {
    '@type': 'ContactPoint',
    identifier: 'a',
    name: 'County Service, County Council',
    description: 'For everyone.',
    contactType: 'helpline',
    telephone: '+441632960123',
    email: 'help@example.org',
    url: 'https://example.org/',
    areaServed: [
      { '@type': 'AdministrativeArea', name: 'England' },
      { '@type': 'AdministrativeArea', name: 'Wales' },
    ],
    availableLanguage: 'en',
  });
});

test('hours go with the day on which they were true', () => {
  const described = (contact: Contact, lang = 'en') =>
    JSON.parse(contactsToJsonLd([contact], { ...options, lang }))['@graph'][0].description;
  const [emergency, , helpline, paladin] = contactsOf2026;
  assert.equal(
    described(helpline!),
    'For everyone, at any level of risk. Can be busy. Opening hours published 27 April 2023. They may have changed.',
  );
  assert.equal(described(paladin!, 'cy'), 'Cyhoeddwyd yr oriau agor ar 27 Ebrill 2023. Efallai eu bod wedi newid.');
  assert.equal(described(line('24/7', { checkedOn: '2026-11-01' })), 'Checked on 1 November 2026.');
  // A host that has corrected a copy may have left its date.
  assert.equal(described(line('24/7', { checkedOn: '2023-04-27', source: 'https://example.org/hours' })), 'Checked on 27 April 2023.');
  assert.equal(described(line('24/7')), undefined);
  assert.ok(!/published|Checked/.test(described(emergency!)));
});

test('built-in contacts take their words from the messages', () => {
  const [emergency, police, helpline] = graph(...contactsOf2026);
  assert.equal(emergency!.name, 'Emergency services');
  assert.equal(police!.contactType, 'police');
  assert.equal(helpline!.name, 'National Stalking Helpline, Suzy Lamplugh Trust');
});

test('comments of their hours do so too', () => {
  const [point] = JSON.parse(contactsToJsonLd([line('Mo unknown "bank holiday"')], { ...options, lang: 'cy' }))['@graph'];
  assert.equal(point.hoursAvailable[0].description, 'Gallai fod ar agor: gŵyl banc.');
});

test('a contact without a name is called by its id, also where every object has a property of that name', () =>
  assert.equal(graph({ id: 'constructor', number: '01632 960 123', hours: '24/7' })[0]!.name, 'constructor'));

const numbers: readonly (readonly [number: string, telephone: string])[] = [
  ['999', '999'],
  ['101', '101'],
  ['116 123', '116123'],
  ['0300', '0300'],
  ['0808 80 10 800', '+448088010800'],
  ['0800 1111', '+448001111'],
  ['020 3866 4107', '+442038664107'],
  ['+44 1632 960123', '+441632960123'],
  ['0044 1632 960123', '+441632960123'],
  ['00 33 1 99 00 12 34', '+33199001234'],
];
for (const [number, telephone] of numbers)
  test(`${number} is dialled as ${telephone}`, () => assert.equal(graph(line('24/7', { number }))[0]!.telephone, telephone));

test('an email address is as people write it', () => {
  for (const [href, email] of [
    ['mailto:a%2Bb@example.org?subject=x', 'a+b@example.org'],
    ['mailto:100%@example.org', '100%@example.org'],
  ] as const)
    assert.equal(graph(line('24/7', { links: [{ kind: 'email', href }] }))[0]!.email, email);
});

test('nothing in the data can end the script element', () => {
  const text = contactsToJsonLd([line('24/7', { name: '</script><script>alert(1)</script><!--' })], options);
  assert.ok(!text.includes('<'));
  assert.equal(JSON.parse(text)['@graph'][0].name, '</script><script>alert(1)</script><!--');
});

for (const from of ['', '2026-02-30', '24/11/2026', 'today'])
  test(`refuses to start on "${from}"`, () => assert.throws(() => contactsToJsonLd(contactsOf2026, { lang: 'en', from }), RangeError));
