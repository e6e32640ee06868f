import { attempt } from './attempt.js';
import { NATIONS, type Nation } from './contacts/contact.js';
import { parseLondonInstant } from './hours/london-time.js';
import { invisible } from './invisible.js';
import { NativeURL } from './native-url.js';
import type { Problem } from './problems.js';
import { quote } from './quote.js';

/** What the panel is told, after checking: every field is safe to use. */
export interface Options {
  readonly region: Nation | undefined;
  readonly show: readonly string[] | undefined;
  readonly policeName: string | undefined;
  readonly policeHref: string | undefined;
  readonly src: string | undefined;
  readonly lang: string | undefined;
  readonly heading: string | undefined;
  readonly headingLevel: number;
  readonly compact: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly withoutExit: boolean;
  readonly exitHref: string;
  readonly now: string | undefined;
}

/** One row of the option table. */
export interface Option<Value = unknown> {
  readonly attribute: string;
  /**
   * For messages and documentation: what may be written. The builder makes its fields from the form of this: `a, b or c`,
   * `from 1 to 6`, `URL`.
   */
  readonly expected: string;
  /** Used where nothing, or nothing usable, is given. */
  readonly fallback: Value;
  /** How the fallback reads in a message. */
  readonly fallbackText?: string;
  /**
   * Whether a query string, or a stranger's `data-*`, may set it. Never true for an option that would let its writer put words,
   * numbers or links of their own on the panel.
   */
  readonly inUrl: boolean;
  readonly boolean?: true;
  /** A checked value, or `undefined` where the given one cannot be used. */
  readonly read: (given: string) => Value | undefined;
}

const oneOf =
  <Value extends string>(...values: readonly Value[]) =>
  (given: string): Value | undefined =>
    values.find((value) => value === given.toLowerCase());

const inOneLine = (given: string): string => given.replace(/\s+/g, ' ');

/** Words to show: some that can be seen, short, on one line, and without the characters that turn other words around. */
const label = (given: string): string | undefined => {
  const shown = [...inOneLine(given).replace(invisible(), '')].slice(0, 200).join('').trim();
  return /[\p{L}\p{N}]/u.test(shown) ? shown : undefined;
};

/**
 * A boolean attribute: on whatever its value, as in HTML, except one that can only mean off: that is reported, and counts as
 * off. `[object Object]` counts as absent: see `readOptions`.
 */
const flag = {
  expected: 'no value, or no attribute',
  fallback: false,
  fallbackText: 'off',
  inUrl: true,
  boolean: true,
  read: (given: string): boolean | undefined => (/^(0|false|no|null|off|undefined|\[object Object\])$/i.test(given) ? undefined : true),
} as const;

/** An absolute URL of one of the schemes, normalised. A look-alike or relative scheme does not parse as one. */
const url =
  (...schemes: readonly string[]) =>
  (given: string): string | undefined =>
    attempt(() => {
      const { protocol, href } = new NativeURL(given);
      return schemes.includes(protocol) ? href : undefined;
    });

/** Parsing needs time-zone data, so only a preview pays for it. In a browser without any the text is kept: it may be valid. */
const instant = (given: string): string | undefined => (Number.isNaN(attempt(() => parseLondonInstant(given))) ? undefined : given);

/** Commas separate as well: no id has one. */
const idList = (given: string): readonly string[] | undefined => {
  const ids = given.match(/[^\s,]+/g);
  return ids ? [...new Set(ids)] : undefined;
};

type Name = keyof Options;

/** A row as it is written: without the attribute's name, and without a fallback where that is `undefined`. */
type Row<Value> = Omit<Option<Value>, undefined extends Value ? 'attribute' | 'fallback' : 'attribute'>;

const rows: { readonly [Each in Name]: Row<Options[Each]> } = {
  region: {
    expected: 'england, wales, scotland or northern-ireland',
    fallbackText: 'the contacts for the whole UK',
    inUrl: true,
    read: oneOf(...NATIONS),
  },
  show: {
    expected: 'contact ids separated by spaces',
    inUrl: true,
    read: idList,
  },
  policeName: {
    expected: 'text of at most 200 characters, no invisible characters',
    inUrl: false,
    read: label,
  },
  policeHref: {
    expected: 'an absolute https: URL',
    fallbackText: 'no link to a force',
    inUrl: false,
    read: url('https:'),
  },
  src: {
    expected: 'the URL of a JSON document',
    inUrl: false,
    // Checked where it is fetched: what is right depends on the page's own address.
    read: (given) => given,
  },
  lang: {
    expected: 'a BCP 47 language tag',
    fallbackText: 'English',
    inUrl: true,
    // Without the flag `i`: a page's first expression that has it takes Chromium longer than all other options together.
    read: (given) => (/^[a-zA-Z]{2,3}(-\w{1,8}){0,9}$/.test(given) ? given : undefined),
  },
  heading: {
    expected: 'text of at most 200 characters, no invisible characters',
    inUrl: false,
    read: label,
  },
  headingLevel: {
    expected: 'a whole number from 1 to 6',
    fallback: 2,
    inUrl: true,
    read: (given) => (/^[1-6]$/.test(given) ? Number(given) : undefined),
  },
  compact: flag,
  theme: {
    expected: 'auto, light or dark',
    fallback: 'auto',
    inUrl: true,
    read: oneOf('auto', 'light', 'dark'),
  },
  withoutExit: flag,
  exitHref: {
    expected: 'an absolute http: or https: URL',
    fallback: 'https://www.bbc.co.uk/weather',
    inUrl: false,
    read: url('http:', 'https:'),
  },
  now: {
    expected: 'a London date and time such as 2026-12-25T10:00, or one with an offset',
    fallbackText: 'the present time',
    inUrl: false,
    read: instant,
  },
};

export const optionNames = Object.keys(rows) as readonly Name[];

/** `police-name` for `policeName`. */
const attributeOf = (name: Name): string => [...name].map((letter) => (letter < 'a' ? `-${letter.toLowerCase()}` : letter)).join('');

/** The one table behind attributes, script `data-*`, query strings and the README. */
export const optionTable = Object.freeze(
  Object.fromEntries(optionNames.map((name) => [name, { attribute: attributeOf(name), fallback: undefined, ...rows[name] }])),
) as { readonly [Each in Name]: Option<Options[Each]> };

/**
 * Checks what a host gave, attribute strings and property values alike.
 *
 * Absent are: nothing, an empty string or list (but for a boolean attribute), and `[object Object]`, which
 * frameworks write for a value they could not pass before the element was defined.
 *
 * @param given raw values by property name
 * @param report told once for each value that cannot be used
 */
export const readOptions = (given: Readonly<Partial<Record<Name, unknown>>>, report: (problem: Problem) => void): Options => {
  const options: Partial<Record<Name, unknown>> = {};
  for (const name of optionNames) {
    const option: Option = optionTable[name];
    const { attribute, expected, fallback, fallbackText } = option;
    const raw = given[name];
    options[name] = fallback;
    if (raw == null || raw === false) continue;
    const usable = asText(raw);
    if (usable === '[object Object]' || (usable === '' && !option.boolean)) continue;
    const value = usable === undefined ? undefined : option.read(usable);
    // Words that had to be cut short or cleaned are shown, and reported all the same.
    if (value === undefined || (option.read === label && value !== inOneLine(usable!))) {
      const used = String(value ?? fallbackText ?? fallback ?? 'the default');
      report({
        code: 'bad-value',
        attribute,
        used,
        message: `${attribute}=${quote(raw)} cannot be used: expected ${expected}. Using ${used}.`,
      });
    }
    options[name] = value ?? fallback;
  }
  return options as Options;
};

/**
 * A property's value as an attribute would hold it, trimmed; `undefined` for what has no such form, or throws when it is read,
 * as a symbol does.
 */
const asText = (value: unknown): string | undefined =>
  attempt(() => {
    // A list of ids; nothing that could be one is longer.
    if (Array.isArray(value) && value.length < 100 && value.every((item) => typeof item === 'string')) value = value.join(' ');
    return Object(value) === value ? undefined : `${value as string}`.trim();
  });
