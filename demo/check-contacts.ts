/*
 * Reads a contact document and names what in it the panel cannot use, with what was probably meant:
 * what the panel itself says in the console of a page, for whoever writes the document.
 */

import { alwaysOpen, isOld, londonDate } from '../src/contact-status.js';
import { SIZE_LIMIT } from '../src/contacts/contact-source.js';
import { telHref } from '../src/contacts/contact.js';
import { police, publishedContacts } from '../src/contacts/published-contacts.js';
import { LONGEST_HOURS, readContacts } from '../src/contacts/read-contacts.js';
import { dateFromText } from '../src/hours/calendar.js';
import { parseOpeningHours } from '../src/hours/parse.js';
import { statusAt } from '../src/hours/status.js';
import type { Finding, Report } from './check-page.js';
import { furtherSlipsIn, slipIn, type HoursSlip } from './hours-slips.js';
import { asPasted, type SavedFile } from './saved-file.js';
import { suggestOpeningHours } from './suggest-hours.js';

/**
 * Whether a text is meant as a contact document: HTML begins otherwise, if with a template's `{{` or `[shortcode]`.
 * What stands around the JSON makes it none, and is named; in HTML there are tags.
 */
export const isContactDocument = (text: string): boolean =>
  /^\s*(?:\{(?![{%#])|\[\s*(?:[{\]"]|$))/.test(text) ||
  (!/<[a-z/!]/i.test(text) && /(?:\{[^]*\b|["'“])(?:contacts|version)\\?["'”]?\s*:/.test(text));

/**
 * What no phone in the UK reaches: a spreadsheet took the 0 at the front, or the country code is written with it. 141 and
 * 1470 (one's own number withheld or shown) and 18000 to 18002 (Relay UK) go before other numbers.
 */
const DEAD_NUMBER = /^((?!1 ?4 ?1 ?0|1 ?4 ?7 ?0|1 ?8 ?0 ?0 ?[012])[1-9]( ?\d){8,}$|0 ?0 ?4 ?4 ?0)/;

const SPEAKS_OF_CLOSING = /\b(closed|closes|closures?|clos(e|ing) (at|early|on|over|for|from)|shut|(y?ng|[cg])au)\b/i;

/** A tag or a character reference: the panel's texts are no HTML. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i;

const STRAIGHT = 'Write names and texts in straight quotation marks ("), commas between entries and none after the last.';
const IN_QUOTES = 'It is a text in quotation marks.';
const BRACES = 'Keep only what is from the first { to the last }.';

/** What is often written around or into JSON, and is none. */
const NO_JSON: readonly (readonly [pattern: RegExp, what: string, todo: string])[] = [
  [/^\s*(```|~~~)/, 'It stands in a Markdown fence.', 'Take out the lines of ``` before and behind it.'],
  [/^\s*["'`]\s*[{[]/, IN_QUOTES, `${BRACES} Where quotation marks have a backslash before them, take that out.`],
  [/(?:^|[\s,{[\]}"])(?:\/\/|\/\*)/, 'It has a comment, which JSON does not know.', 'Take the comment out.'],
  [
    /^(?![^]*[“”‘’])[^]*[\u00a0\u200b\u202f\u2060]/,
    'Between its entries are blanks that look like any other and are none in JSON, such as word processors and web pages write.',
    'Replace each of them with one of the space bar.',
  ],
  [
    /^\s*(?:export\s+default\b|[\w\s.$]+=)/,
    'It is a line of JavaScript, with the document in it.',
    `${BRACES} Names are in straight quotation marks (").`,
  ],
];

/** @param said what is wrong with it, unless more can be told */
const noJson = (text: string, said: string): Finding => {
  // But for one that is the whole.
  const outsideTexts = text.replace(/(?<=\S\s*)"(?:[^"\\\n]|\\.)*"/g, '""');
  const [, what, todo] = NO_JSON.find(([pattern]) => pattern.test(outsideTexts)) ?? [undefined, said, STRAIGHT];
  return { code: 'src-json', severity: 'error', what: `The contact document is no JSON: ${what}`, todo };
};

/** What the panel cannot even begin to read. */
const unreadable = ({ encoding, size }: SavedFile): readonly Finding[] => [
  ...(encoding === 'utf-8'
    ? []
    : [
        {
          code: 'src-encoding',
          severity: 'error',
          what: 'The contact document is in another encoding than UTF-8: the panel does not read it, and shows the built-in contacts.',
          todo: 'Save it as UTF-8.',
        } as const,
      ]),
  ...(size <= SIZE_LIMIT
    ? []
    : [
        {
          code: 'src-size',
          severity: 'error',
          what: `The contact document has ${size} bytes, and the panel reads ${SIZE_LIMIT} at most: it shows the built-in contacts.`,
          todo: 'Take out what the panel does not need.',
        } as const,
      ]),
];

/** A name that stands twice in one object: of the two, JSON keeps the second, and says nothing. */
const repeatedName = (json: string): string | undefined => {
  const open: Set<string>[] = [];
  for (const [token, name] of json.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (name !== undefined) {
      if (open.at(-1)?.has(name)) return name;
      open.at(-1)?.add(name);
    } else if (/^[{[]/.test(token)) open.push(new Set());
    else if (/^[}\]]/.test(token)) open.pop();
  }
  return undefined;
};

/** Of hours that are right, but at another time. */
const OVER: HoursSlip = {
  code: 'hours-over',
  what: 'are over: no day in them is yet to come, and the panel says “Closed” from now on',
  todo: 'Write the days that follow, or take the contact out.',
};

const builtIn = (id: string) => publishedContacts.find((contact) => contact.id === id);

/** A link to a number as it is dialled within the UK. */
const homeHref = (number: string): string => telHref(number).replace(/:(\+|00)44/, ':0');

/** What stands at a JSON pointer. */
const valueAt = (data: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, key) => (Object(value) as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')], data);

/**
 * @param now epoch milliseconds, against which the days of checking are held
 * @param file what the text was read from, where it was not pasted
 */
export const checkContacts = (text: string, now: number, file = asPasted(text)): Report => {
  const wrong = [...unreadable(file)];
  let data: unknown;
  try {
    // The mark of UTF-8, which the panel passes over.
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { found: {}, findings: [...wrong, noJson(text, (error as Error).message)] };
  }
  if (typeof data === 'string') return { found: {}, findings: [...wrong, noJson(text, IN_QUOTES)] };
  if (Array.isArray(data)) {
    const todo = 'Write { "version": 1, "contacts": before the list and } behind it.';
    return {
      found: {},
      findings: [
        ...wrong,
        {
          code: 'bare-list',
          severity: 'error',
          what: 'The contact document is a list alone: the panel looks for it under "contacts", beside a "version".',
          todo,
        },
      ],
    };
  }
  // What is larger is not read anyway.
  const twice = text.length > SIZE_LIMIT ? undefined : repeatedName(text);
  if (twice !== undefined)
    wrong.push({
      code: 'name-twice',
      severity: 'error',
      what: `"${twice.slice(0, 80)}" stands twice in one pair of braces: the panel reads the second one only.`,
      todo: 'Keep one. Several contacts stand in one list, with commas between them.',
    });
  const contacts = readContacts(data, ({ code, message, pointer = '' }) => {
    const value = valueAt(data, pointer);
    const meant =
      pointer.endsWith('/hours') && typeof value === 'string' && value.length <= LONGEST_HOURS ? suggestOpeningHours(value) : undefined;
    const todo = meant
      ? `Perhaps ${JSON.stringify(meant)} is meant: see that it says when the line is open.`
      : 'Correct it as “Your own contacts” in the README has it.';
    wrong.push({ code, severity: 'error', what: message, todo, ...(pointer && { where: pointer }) });
  });
  const old = contacts
    .filter((contact) => !alwaysOpen(contact) && isOld(contact.checkedOn, now))
    .map(({ id, checkedOn = 'no stated day' }): Finding => ({
      code: 'old-hours',
      severity: 'warning',
      what: `The hours of "${id}" were last checked on ${checkedOn}: the panel says “usually”.`,
      todo: 'Check number and hours with the organisation, then set checkedOn.',
    }));
  // Where a closure got lost, the reader has said so, and puts "unknown" behind the hours.
  const whole = contacts.filter(({ hours }) => !hours.endsWith('; unknown'));
  const slips = whole.flatMap(({ id, hours, holidays }): readonly Finding[] => {
    const parsed = parseOpeningHours(hours);
    const { state, until } = statusAt(parsed, now, { holidays });
    const slip = slipIn(hours, parsed.rules) ?? (state === 'closed' && !until ? OVER : undefined);
    const found = [...(slip ? [slip] : []), ...furtherSlipsIn(hours, parsed.rules)];
    return found.map((one): Finding => ({ ...one, severity: 'warning', what: `The hours of "${id}" ${one.what}.` }));
  });
  const dead = contacts
    .filter(({ number }) => DEAD_NUMBER.test(number))
    .map(({ id, number }): Finding => ({
      code: 'number',
      severity: 'warning',
      what: `Phones in the UK cannot call ${number}, the number of "${id}".`,
      todo: 'Write it as people dial it: with the 0 at its front, which spreadsheets take away, or with +44 and without that 0.',
    }));
  const marked = contacts.flatMap(({ id, name, organisation, purpose, cost, notices = [], links = [] }): readonly Finding[] => {
    const texts = [name, organisation, purpose, cost, ...[...notices, ...links].map(({ text }) => text)];
    const [markup] = texts
      .flatMap((words = '') => (typeof words === 'string' ? words : Object.values(words)))
      .flatMap((words) => MARKUP.exec(words)?.[0] ?? []);
    return markup
      ? [
          {
            code: 'markup',
            severity: 'warning',
            what: `A text of "${id}" has HTML in it, ${markup}: visitors see that as it is written here.`,
            todo: 'Write the words alone, and the characters themselves: & in the place of &amp;. Addresses go into links.',
          },
        ]
      : [];
  });
  const today = londonDate(now);
  const stillOpen = whole
    .filter(({ notices = [] }) =>
      notices.some(
        ({ closed, text, to }) => closed === undefined && dateFromText(to) >= today && SPEAKS_OF_CLOSING.test(JSON.stringify(text)),
      ),
    )
    .map(({ id }): Finding => ({
      code: 'notice-open',
      severity: 'warning',
      what: `A notice of "${id}" speaks of closing, and does not say whether the line is closed: the status stays what the hours say.`,
      todo: 'Add "closed": true where the line is closed on these days, else "closed": false. Where it closes for a part of a day, write that day\'s times behind the hours, as in “; 2026 Dec 24 09:00-12:00”.',
    }));
  // A built-in contact is repeated for the days of a closure, and then forgotten: no release corrects what stands here.
  const forgotten = contacts
    .filter(({ id, notices = [] }) => builtIn(id) && notices.length > 0 && notices.every(({ to }) => dateFromText(to) < today))
    .map(({ id }): Finding => ({
      code: 'notice-over',
      severity: 'warning',
      what: `The notices of "${id}" are over, and what stands beside them still replaces the built-in contact, also when a release corrects its number or hours.`,
      todo: 'Take the contact out, or its notices alone where you mean to replace it.',
    }));
  const otherNumber = contacts.flatMap(({ id, number }): readonly Finding[] => {
    // Forces put a unit of theirs in the place of 101.
    const ownNumber = id === police.id ? undefined : builtIn(id)?.number;
    return !ownNumber || homeHref(number) === homeHref(ownNumber)
      ? []
      : [
          {
            code: 'other-number',
            severity: 'warning',
            what: `The number of "${id}" is ${number} here, and built in is ${ownNumber}.`,
            todo: 'Ask the organisation. Where the built-in number is right, take the contact out.',
          },
        ];
  });
  return {
    found: contacts.length ? { contact: contacts.length } : {},
    findings: [...wrong, ...old, ...slips, ...dead, ...marked, ...stillOpen, ...forgotten, ...otherNumber],
  };
};
