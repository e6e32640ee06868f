import fc from 'fast-check';

/** What no host should give, and some will: for attributes, and for properties besides. */

const HUGE = 100_000;

/** Texts that are sensible for one option and wrong for all others. */
const SENSIBLE = [
  'england',
  'wales',
  'scotland',
  'northern-ireland',
  'WALES',
  ' wales ',
  'paladin',
  'emergency',
  'paladin police',
  'police emergency paladin nobody',
  'county-service a',
  'live-fear-free',
  'Kent Police',
  'https://www.kent.police.uk/report',
  'https://www.gov.uk/',
  'http://example.org/',
  'contacts.json',
  'https://county.example/contacts.json',
  'en',
  'cy',
  'en-GB',
  'cy-GB',
  'de',
  'ar',
  'zh-Hant',
  'x-klingon',
  'Help',
  '1',
  '3',
  '6',
  'auto',
  'light',
  'dark',
  '',
  'true',
  'false',
  '2026-12-25T10:00',
  '2026-07-01T10:00+02:00',
  '2026-11-25T15:59:59Z',
  '2027-03-28T01:30',
];

const HOSTILE = [
  'yorkshire',
  '0',
  '7',
  '-1',
  '1e0',
  '2.5',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'FALSE',
  '[object Object]',
  '2026-12-25',
  '2026-02-30T10:00',
  '2026-12-25T25:00',
  '9999-12-31T23:59',
  '0000-01-01T00:00',
  '-271821-04-20T00:00Z',
  '275760-09-13T00:00Z',
  '2026-12-25T10:00+99:99',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://a.example/1',
  '//evil.example/',
  '/relative',
  '?query',
  '#hash',
  'https:evil.example',
  'https://',
  'https://[',
  'https://user:pass@example.org/',
  'һttps://example.org/',
  'tel:0900123456',
  'sms:999',
  'mailto:a@example.org',
  'file:///etc/passwd',
  'about:blank',
  'filesystem:x',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '${alert(1)}',
  '{{constructor}}',
  "' onmouseover='alert(1)",
  '&lt;b&gt;',
  '<!--',
  ']]>',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__proto__ constructor toString',
  '\u202e999',
  '\u2066x\u2069',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u200b',
  '\u00a0',
  'e' + '\u0301'.repeat(200),
  '👩‍👩‍👧‍👦',
  'ﷺ'.repeat(20),
];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...SENSIBLE) },
  { weight: 8, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom('paladin', 'police', 'nobody', '__proto__', 'a'), { maxLength: 5 }).map((ids) => ids.join(' ')),
  },
  { weight: 1, arbitrary: fc.constantFrom('a'.repeat(HUGE), 'ab '.repeat(HUGE / 3), '\n'.repeat(HUGE)) },
);

const throws = (): never => {
  throw new Error('from the host’s value');
};

/** Values that are trouble to look at; each is made afresh, as some can be looked at only once. */
const TROUBLE: readonly (() => unknown)[] = [
  () => Symbol('s'),
  () => 10n,
  () => throws,
  () => class {},
  () => Object.create(null),
  () => [Object.create(null)],
  () => [Symbol('s')],
  () => ({ toString: throws, valueOf: throws }),
  () => [{ toString: throws }],
  () => ({ [Symbol.toPrimitive]: throws }),
  () => ({ toString: () => 'england' }),
  () => ({
    get version() {
      return throws();
    },
    get contacts() {
      return throws();
    },
  }),
  () => ({
    version: 1,
    get contacts() {
      return throws();
    },
  }),
  () => ({ version: 1, contacts: new Proxy([], { get: throws }) }),
  () => ({ version: 1, contacts: [new Proxy({}, { get: throws, ownKeys: throws, getOwnPropertyDescriptor: throws })] }),
  () => new Proxy({}, { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws }),
  () => new Proxy([], { get: throws }),
  revoked,
  cyclic,
  deep,
  () => Array.from({ length: HUGE }, () => 'paladin'),
  () => new Array(2 ** 32 - 1),
  () => ({ version: 1, contacts: new Array(2 ** 32 - 1) }),
  () => ({
    version: 1,
    contacts: Array.from({ length: 5000 }, (_, index) => ({
      id: `c${index}`,
      name: 'x'.repeat(300),
      number: '01632 960 001',
      hours: '24/7',
    })),
  }),
  () => ({ version: 1, contacts: [{ id: 'a', name: 'x'.repeat(10 * HUGE), number: '0'.repeat(HUGE), hours: 'Mo '.repeat(HUGE) }] }),
  () => Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, index])),
  () => JSON.parse('{"__proto__": {"version": 1}, "constructor": {"prototype": {"id": "x"}}}'),
  () => document,
  () => window,
  () => document.createElement('a'),
  () => new Date(NaN),
  () => new Map([['version', 1]]),
  () => new String('england'),
  () => new Boolean(false),
  () => Promise.resolve('england'),
  () => new URL('https://example.org/'),
  () => /england/g,
  () => new Uint8Array(8),
];

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

function cyclic(): unknown {
  const contact: Record<string, unknown> = { id: 'county-service', number: '01632 960 001', hours: '24/7' };
  contact['name'] = contact;
  const document: Record<string, unknown> = { version: 1, contacts: [contact] };
  (document['contacts'] as unknown[]).push(document, document['contacts']);
  return document;
}

function deep(): unknown {
  let value: unknown = {};
  for (let depth = 0; depth < 10_000; depth++) value = depth % 2 ? [value] : { version: 1, contacts: value };
  return value;
}

/** As a function, so that a value can be made anew for every try. */
export const anyValue: fc.Arbitrary<() => unknown> = fc.oneof(
  { weight: 5, arbitrary: anyText.map((text) => () => text) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, 0, 1, 3, 7, -0, NaN, Infinity, 1e300).map((value) => () => value),
  },
  { weight: 2, arbitrary: fc.array(anyText, { maxLength: 3 }).map((texts) => () => texts) },
  {
    weight: 2,
    arbitrary: fc
      .anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true, withBoxedValues: true, withMap: true })
      .map((value) => () => value),
  },
  { weight: 4, arbitrary: fc.constantFrom(...TROUBLE) },
);
