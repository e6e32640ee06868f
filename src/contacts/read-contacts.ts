/**
 * Contact data of a host, JSON or objects, made safe: what comes out is plain, frozen, bounded and
 * shares nothing with what went in. Values are read behind a guard (a getter may throw, or answer
 * differently the next time), and only their checked copies are used.
 *
 * contacts.schema.json says the same for editors. What it rejects is a problem here; this file
 * also checks what a schema cannot (hours, real dates, URLs, invisible characters, duplicates).
 */
import { attempt } from '../attempt.js';
import { hasOwn } from '../own-properties.js';
import { dateFromText, dayOfDate } from '../hours/calendar.js';
import { DIVISIONS } from '../hours/opening-hours.js';
import { parseOpeningHours } from '../hours/parse.js';
import { invisible } from '../invisible.js';
import { NativeURL } from '../native-url.js';
import type { Problem } from '../problems.js';
import { quote } from '../quote.js';
import { NATIONS, telHref, type Contact, type ContactLink, type ContactNotice } from './contact.js';
import { emergency, publishedIds, regionalIds } from './published-contacts.js';

/** Far above any honest document, far below what slows a phone down. */
const MOST_ENTRIES = 50;
const MOST_KEYS = 99;
const MOST_PROBLEMS = 50;
/** In UTF-16 units, before trimming; also of the next two. */
const LONGEST_TEXT = 300;
export const LONGEST_HOURS = 500;
const LONGEST_URL = 2000;

/** Where a value stands in the data, and what is used where it cannot be. */
interface Place {
  /** RFC 6901. */
  readonly pointer: string;
  /** ` of "the-id"`, for messages. */
  readonly whose: string;
  readonly used: string;
  /** Ids of the contacts read so far. */
  readonly ids: Set<string>;
  /** Names of the fields that the object must have. The reader of a field may add others. */
  readonly needs: string[];
  /** Pointers of values that may have closed the line, but cannot be used. */
  readonly lostClosures: Set<string>;
  readonly report: (problem: Problem) => void;
}

/** Gives a checked copy of the value, or reports why it cannot be used and gives `undefined`. */
type Reader<Value = unknown> = (value: unknown, at: Place) => Value | undefined;
type Fields = Readonly<Record<string, Reader>>;

/** What is used where only a detail is lost. */
const WITHOUT = 'the rest';
/** What is used where something is lost that may have closed the line. */
const MAY_BE_OPEN = 'status "May be open"';
/** Unknown keys that were probably meant to close a line: `Closed`, `isClosed`, `notice`. */
const CLOSURE_LIKE_KEY = /^(is.?)?clos|^notice/i;

/** Stands for what a getter or a proxy refuses to hand out; no check accepts it. */
const UNREADABLE = Symbol('unreadable');

/** An own property, so that nothing comes from a polluted prototype. */
const ownValue = (value: unknown, key: string | number): unknown =>
  attempt(() => (hasOwn(value as object, key) ? (value as Fields)[key] : undefined), UNREADABLE);

/**
 * The own keys of what JSON calls an object, unless there are absurdly many. (`false`, for a list or a text, has no `length`, and
 * `null` throws.)
 */
const keysOf = (value: unknown): readonly string[] | undefined => {
  const keys = attempt(() => typeof value === 'object' && !Array.isArray(value) && Object.keys(value!)) as string[];
  return keys?.length <= MOST_KEYS ? keys : undefined;
};

const fail = ({ pointer, whose, used, lostClosures, report }: Place, value: unknown, expected: string, code?: string): undefined => {
  const missing = value === undefined;
  if (used === MAY_BE_OPEN) lostClosures.add(pointer);
  report({
    code: code ?? (missing ? 'missing' : 'bad-value'),
    pointer,
    used,
    message: `${pointer || 'The data'}${whose} ${missing ? 'is missing' : `cannot be ${quote(value)}`}: expected ${expected}. Using ${used}.`,
  });
};

const within = (at: Place, key: string | number, used = WITHOUT): Place => ({
  ...at,
  used,
  pointer: `${at.pointer}/${String(key).slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`,
});

/**
 * Reads an object by its table of fields.
 *
 * @param names the fields that must be there
 * @param vital name of an optional field: present but invalid, it makes the whole object unusable
 */
const readObject = <Value>(value: unknown, at: Place, fields: Fields, names: string, vital?: string): Value | undefined => {
  const keys = keysOf(value);
  if (!keys) return fail(at, value, `an object with ${names}`);
  for (const key of keys)
    if (!hasOwn(fields, key))
      fail(
        within(at, key, CLOSURE_LIKE_KEY.test(key) && ownValue(value, key) ? MAY_BE_OPEN : WITHOUT),
        key,
        `one of ${Object.keys(fields)}`,
        'unknown-key',
      );
  const needs = names.split(' ');
  const result: Record<string, unknown> = {};
  let usable = true;
  for (const [name, read] of Object.entries(fields)) {
    const needed = needs.includes(name);
    const given = ownValue(value, name);
    if (given === undefined && !needed) continue;
    const isEssential = needed || name === vital;
    const checked = read(given, { ...within(at, name, isEssential ? at.used : WITHOUT), needs });
    if (checked !== undefined) result[name] = checked;
    else if (isEssential) usable = false;
  }
  return usable ? (Object.freeze(result) as Value) : undefined;
};

/** @param used what is used where there are too many entries */
const list =
  <Item>(item: Reader<Item>, used = `the first ${MOST_ENTRIES}`): Reader<readonly Item[]> =>
  (value, at) => {
    const length = attempt(() => Array.isArray(value) && value.length);
    if (typeof length !== 'number') return fail(at, value, 'a list');
    const items: Item[] = [];
    for (let index = 0; index < length && index < MOST_ENTRIES; index++) {
      const read = item(ownValue(value, index), within(at, index));
      if (read !== undefined) items.push(read);
    }
    if (length > MOST_ENTRIES) fail({ ...at, used }, length, `at most ${MOST_ENTRIES} entries`, 'too-many');
    return Object.freeze(items);
  };

const oneOf =
  (values: readonly unknown[], what = ''): Reader =>
  (value, at) =>
    values.includes(value) ? value : fail(at, value, what + values.join(' or '));

/**
 * A string, checked and put into its proper form by `read`.
 *
 * @param read returns nothing, or throws, for a string that cannot be used
 */
const string =
  (longest: number, expected: string, read: (value: string, at: Place) => string | false | undefined): Reader<string> =>
  (value, at) => {
    let why = '';
    try {
      const checked = typeof value === 'string' && value.length <= longest && read(value, at);
      if (checked) return checked;
    } catch (error) {
      why = ` (${(error as Error).message})`;
    }
    return fail(at, value, expected + why);
  };

/** Text without invisible characters: these are taken out, and reported. Never HTML. */
const visible = (value: string, at: Place): string => {
  // Marks piled up on one letter reach into the lines above.
  const shown = value.replace(invisible(), '').replace(/(\p{M}{4})\p{M}+/gu, '$1');
  if (shown !== value) fail({ ...at, used: WITHOUT }, value, 'no invisible characters', 'invisible');
  return shown;
};

const oneText = string(LONGEST_TEXT, `text of at most ${LONGEST_TEXT} characters`, (value, at) => {
  const shown = visible(value, at);
  return /[\p{L}\p{N}]/u.test(shown) && shown.trim().replace(/\s+/g, ' ');
});

const text: Reader = (value, at) => {
  const languages = keysOf(value);
  if (!languages) return oneText(value, at);
  const entries = languages.flatMap((language) => {
    const here = within(at, language);
    const words = /^[a-z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/.test(language)
      ? oneText(ownValue(value, language), here)
      : fail(here, language, 'a language such as cy', 'unknown-key');
    return words ? [[language, words]] : [];
  });
  return entries.length ? Object.freeze(Object.fromEntries(entries)) : fail(at, value, 'text');
};

const date = string(10, 'a date such as 2026-12-24', (given) => /^20/.test(given) && dayOfDate(dateFromText(given)) !== undefined && given);

/** Absolute as written: the parser alone would repair other forms, and forgive tabs and line feeds. */
const url = (form: RegExp, expected: string): Reader<string> =>
  string(LONGEST_URL, expected, (given) => {
    const { username, password, href } = new NativeURL(given);
    return form.test(given) && !/[\s\\\p{C}]/u.test(given) && !username && !password && href;
  });

const webAddress = url(/^https:\/\/[^/?#@]/, 'a https:// URL');
const linkAddress = url(/^(https:\/\/|mailto:.+@)[^/?#@]/, 'a https:// or mailto: URL');

const linkFields: Fields = { kind: oneOf(['website', 'chat', 'email', 'report']), href: linkAddress, text };

const link: Reader<ContactLink> = (value, at) => {
  const read = readObject<ContactLink>(value, at, linkFields, 'kind href');
  // A website is named by its host, which `mailto:` does not have.
  return read?.kind === 'website' && !webAddress(read.href, within(at, 'href')) ? undefined : read;
};

const noticeFields: Fields = { text, from: date, to: date, closed: oneOf([true, false]) };

const notice: Reader<ContactNotice> = (value, at) => {
  // A text in place of a notice says something, most likely that the line is closed.
  const closes = typeof value === 'string' ? /\S/.test(value) : (ownValue(value, 'closed') ?? false);
  const here = closes === false ? at : { ...at, used: MAY_BE_OPEN };
  const read = readObject<ContactNotice>(value, here, noticeFields, 'text from to', 'closed');
  return read && (read.from <= read.to ? read : fail(within(here, 'to', here.used), read.to, `a day from ${read.from} on`));
};

const notices = list(notice, MAY_BE_OPEN);
const nations = list(oneOf(NATIONS));

/** The table of a contact: a bad optional field costs only itself, `coverage` excepted. */
const contactFields: Readonly<Record<keyof Contact, Reader>> = {
  id: string(
    64,
    `a lower-case letter, then lower-case letters, digits or hyphens; not ${emergency.id} (fixed)`,
    (id) => /^[a-z][a-z0-9-]*$/.test(id) && id !== emergency.id && id,
  ),
  name: text,
  organisation: text,
  purpose: text,
  // The shortest that is dialled has three digits, the longest fifteen (E.164).
  number: string(
    30,
    '3 to 15 digits with single spaces, or + and a country code, without its 0',
    (number) => /^(\+(?!44 ?0)[1-9]( ?\d){6,14}|\d( ?\d){2,14})$/.test(number) && number,
  ),
  cost: text,
  hours: string(LONGEST_HOURS, `opening hours in at most ${LONGEST_HOURS} characters`, (value, at) => {
    const shown = visible(value, at);
    if (parseOpeningHours(shown).rules.some(({ holidays }) => holidays)) at.needs.push('holidays');
    return shown.trim();
  }),
  // After `hours`, which may require it.
  holidays: oneOf(DIVISIONS, 'whose bank holidays PH means: '),
  // A contact that is shown where it cannot help misleads: without a valid nation, the contact is left out.
  coverage: (value, at) => {
    const read = nations(value, at);
    return read && (read.length ? read : fail(at, value, 'a nation in it'));
  },
  checkedOn: date,
  source: webAddress,
  links: list(link),
  // `null` closes nothing; any other value that is no list may have been meant to.
  notices: (value, at) => notices(value, value === null ? at : { ...at, used: MAY_BE_OPEN }),
};

const contact: Reader<Contact> = (value, at) => {
  const id = ownValue(value, 'id');
  const isBuiltIn = publishedIds.has(id);
  const here: Place = {
    ...at,
    whose: typeof id === 'string' ? ` of ${quote(id)}` : '',
    used: isBuiltIn ? 'the built-in contact' : 'the other contacts',
    // A closure beside the contacts may be about any of them.
    lostClosures: new Set(at.lostClosures),
  };
  // Built-in contacts have their words in the messages.
  const read = readObject<Contact>(value, here, contactFields, isBuiltIn ? 'id number hours' : 'id name number hours', 'coverage');
  if (!read) return undefined;
  if (at.ids.has(read.id)) return fail(within(here, 'id', 'the first one'), id, 'a unique id', 'duplicate-id');
  at.ids.add(read.id);
  // A lost closure must not leave the line open: nobody knows.
  return here.lostClosures.size ? Object.freeze({ ...read, hours: `${read.hours}; unknown` }) : read;
};

const documentFields: Fields = {
  /** For editors. */
  $schema: () => true,
  version: oneOf([1]),
  contacts: list(contact),
};

/**
 * Checks contact data: `{ version: 1, contacts: [ … ] }`. Never throws, whatever it is given.
 *
 * A contact that cannot be used is left out, so that the built-in one stays; an optional detail
 * that cannot be used costs only itself. Keys that are not known are reported and otherwise
 * ignored, but for one that may have closed a line (`Closed`, `notice`): that line may be open. At
 * most 50 contacts are read, and at most 50 problems reported one by one.
 *
 * @param report told each problem, with a JSON pointer; codes: `missing`, `bad-value`,
 *   `invisible`, `unknown-key`, `duplicate-id`, `too-many`, `more-problems`
 */
export const readContacts = (document: unknown, report: (problem: Problem) => void): readonly Contact[] => {
  let found = 0;
  const at: Place = {
    pointer: '',
    whose: '',
    used: 'the built-in contacts',
    ids: new Set(),
    needs: [],
    lostClosures: new Set(),
    report(problem) {
      if (found++ < MOST_PROBLEMS) report(problem);
    },
  };
  const read = readObject<{ contacts: readonly Contact[] }>(document, at, documentFields, 'version contacts');
  const more = found - MOST_PROBLEMS;
  if (more > 0)
    report({ code: 'more-problems', pointer: '', message: `Further problems in the data: ${more}.`, used: 'what could be read' });
  return read?.contacts ?? Object.freeze([]);
};

/**
 * Puts data over the built-in contacts. A known id replaces that contact in its place, never
 * `emergency`; new ones follow the helplines, before the regional lines. Of two in `data` with one
 * id the later wins, so that `[...fromSrc, ...fromProperty]` has the order of precedence.
 *
 * A replacement without `coverage` keeps the built-in contact's. Texts that it leaves out come from
 * the messages, but where its number differs, cost and purpose that it leaves out stay empty: the
 * messages' words ("call … on 101") are about the built-in number.
 */
export const mergeContacts = (builtIn: readonly Contact[], data: readonly Contact[]): readonly Contact[] => {
  const given = new Map(data.map((entry) => [entry.id, entry]));
  given.delete(emergency.id);
  const merged = builtIn.map((own) => {
    const other = given.get(own.id);
    given.delete(own.id);
    return other
      ? Object.freeze({
          ...(own.coverage && { coverage: own.coverage }),
          ...(telHref(own.number) !== telHref(other.number) && { cost: '', purpose: '' }),
          ...other,
        })
      : own;
  });
  const regional = merged.findIndex(({ id }) => regionalIds.has(id));
  merged.splice(regional < 0 ? merged.length : regional, 0, ...given.values());
  return Object.freeze(merged);
};
