import fc from 'fast-check';

/**
 * Contact documents as webmasters write them: mostly right, with slips anywhere. Used in the
 * browser and, against the schema, in Node.
 */

/** A value of any kind that JSON can hold, with hostile keys now and then. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      null,
      true,
      false,
      0,
      1,
      -1,
      1e308,
      '',
      ' ',
      '24/7',
      '999',
      'emergency',
      '2026-12-24',
      'https://a.example/',
      'javascript:alert(1)',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'id', 'en', 'text', 'from', 'href', 'length', ''),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

/** Mostly the good value, sometimes a near miss, seldom anything. */
const mostly = <Value>(good: fc.Arbitrary<Value>, ...misses: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 80, arbitrary: good },
    { weight: 2, arbitrary: fc.constantFrom(...misses, null, 7) },
    { weight: 1, arbitrary: anyJson },
  );

const words = mostly(
  fc.oneof(
    fc.constantFrom('County Stalking Service', 'Tŷ’r Cyfeillion', '  padded\n text ', 'दीक्षा क्‍ष', '電話相談', '1 & <b>2</b>'),
    fc
      .string({ unit: fc.constantFrom('a', 'Z', '0', ' ', 'é', '<', '"', '.'), minLength: 1, maxLength: 300 })
      .filter((text) => /[a-z0-9é]/i.test(text)),
  ),
  '',
  '   ',
  '!?',
  'a'.repeat(301),
  '🏠'.repeat(149) + 'abc',
  'x\u200by',
  '\u202eevil',
  'lone \ud800 surrogate',
  'e' + '\u0301'.repeat(9),
  '\u0000',
);

const text = fc.oneof(
  { weight: 3, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('en', 'cy', 'gd', 'en-GB', 'zh-Hant-TW') },
        { weight: 1, arbitrary: fc.constantFrom('EN', 'e', '__proto__', 'constructor', 'en_GB') },
      ),
      words,
      { maxKeys: 4 },
    ),
  },
);

const two = (number: number) => String(number).padStart(2, '0');
const date = mostly(
  fc
    .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
  '2026-02-30',
  '2026-13-01',
  '26-12-24',
  '2026-1-1',
  '24/12/2026',
  '1999-12-31',
  '2026-12-24T00:00',
  ' 2026-12-24',
  '2024-02-29',
);

const webAddress = mostly(
  fc.oneof(
    fc.webUrl({ validSchemes: ['https'] }),
    fc.constantFrom('https://www.example.org/a?b=c#d', 'https://münchen.example/ü', 'https://example.org/@us'),
  ),
  'http://example.org/',
  '//example.org/',
  '/page',
  'www.example.org',
  'javascript:alert(1)',
  'data:text/html,x',
  'HTTPS://example.org/',
  'https:example.org',
  'https:/example.org',
  'https://user:pass@example.org/',
  'https://@example.org/',
  'https://',
  'https:///example.org',
  'https://\\example.org',
  'java\nscript:alert(1)',
  ' https://example.org/',
  'https://exa\tmple.org/',
  'һttps://example.org/',
  'httрs://example.org/',
  'https://[',
  `https://example.org/${'a'.repeat(2000)}`,
  'mailto:help@example.org',
);

const link = mostly(
  fc
    .record(
      {
        kind: mostly(fc.constantFrom('website', 'chat', 'email', 'report'), 'Website', 'phone'),
        href: fc.oneof(
          { weight: 4, arbitrary: webAddress },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              'mailto:help@example.org',
              'mailto:help@example.org?subject=Hi',
              'mailto:',
              'mailto:nobody',
              'tel:999',
              'sms:999',
            ),
          },
        ),
        text,
        extra: fc.constant(1),
      },
      { requiredKeys: ['kind', 'href'] },
    )
    .map(withoutMost('extra')),
);

const notice = mostly(
  fc.record({ text, from: date, to: date, closed: mostly(fc.boolean(), 'true', 1) }, { requiredKeys: ['text', 'from', 'to'] }),
);

const number = mostly(
  fc.constantFrom('0808 802 0300', '020 3866 4107', '101', '+44 1632 960123', '01632960001'),
  '55',
  '999 ',
  ' 101',
  '0808-802-0300',
  '(01632) 960 123',
  '0808  802',
  '*#06#',
  '*21*0808#',
  '0808,1',
  '0808p1',
  '0808;ext=1',
  '0800 CALL',
  '+',
  '+44',
  '+44 0808 802 0300',
  '+999',
  '++441632960123',
  '٠٨٠٨٨٠٢',
  '0808\u00a0802\u00a00300',
  '0'.repeat(16),
  'tel:999',
  '',
  999,
);

const hours = mostly(
  fc.constantFrom(
    '24/7',
    'Mo-Fr 09:30-16:00',
    'Mo-Fr 09:30-16:00; PH off',
    'Mo-Fr 09:00-12:30,13:30-17:00; Dec 24-Jan 2 off',
    'Sa 20:00-02:00 open "phone only"',
    ' 24/7 ',
    'Mo 10:00+',
    'ph off, Mo 09:00-10:00',
    'unknown "ask for PH"',
  ),
  '',
  'Mon-Fri 9-5',
  'Mo-Fr 09:00',
  'Mo-Fr 25:00-26:00',
  '24/7; ',
  'PH',
  'Mo "a\u202eb"',
  'Mo-Fr 9am-5pm',
  `24/7 "${'a'.repeat(500)}"`,
);

const ids = ['a', 'county-service', 'paladin', 'police', 'live-fear-free', 'constructor', 'x-1'];

function withoutMost<Value extends object>(key: keyof Value & string) {
  return (value: Value): Value => {
    // One in many keeps the key that nobody knows.
    if (JSON.stringify(value).length % 7) delete value[key];
    return value;
  };
}

const anyContact: fc.Arbitrary<unknown> = mostly(
  fc
    .record(
      {
        id: mostly(fc.constantFrom(...ids), 'emergency', 'Emergency', '__proto__', 'a b', '-a', '', 'a'.repeat(65), 'раladin'),
        name: text,
        organisation: text,
        purpose: text,
        number,
        cost: text,
        hours,
        holidays: mostly(fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland'), 'england', 'wales'),
        coverage: mostly(
          fc.array(mostly(fc.constantFrom('england', 'wales', 'scotland', 'northern-ireland'), 'cornwall'), { maxLength: 5 }),
          'wales',
          [],
        ),
        checkedOn: date,
        source: webAddress,
        links: mostly(fc.array(link, { maxLength: 3 }), {}, 'https://example.org/'),
        notices: mostly(fc.array(notice, { maxLength: 3 }), {}, 'closed'),
        phone: fc.constant('0808'),
      },
      { requiredKeys: ['id', 'name', 'number', 'hours', 'holidays'] },
    )
    .map(withoutMost('phone')),
);

export const anyDocument: fc.Arbitrary<unknown> = mostly(
  fc
    .record(
      {
        $schema: fc.constant('contacts.schema.json'),
        version: mostly(fc.constant(1), 2, '1'),
        contacts: mostly(fc.array(anyContact, { maxLength: 4 }), {}, ''),
        comment: fc.constant('mine'),
      },
      { requiredKeys: ['version', 'contacts'] },
    )
    .map(withoutMost('comment')),
  [],
  '',
  {},
);
