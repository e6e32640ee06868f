import { optionTable, readOptions, type Options } from '../../src/options.js';
import { isLanguageTag } from '../language-packs.js';
import { idsLeftOut } from '../snippets.js';
import { chosenNames, type State } from './state.js';

/** Whether the panel could read contacts from there: which address a relative one is depends on the page. */
const isDocumentAddress = (text: string): boolean => {
  try {
    const { protocol, username, password } = new URL(text, 'https://page.invalid/');
    return protocol === 'https:' && !username && !password;
  } catch {
    return false;
  }
};

/** Where the option table takes any text, or names another default than leaving the option out has. */
const LATER: readonly (readonly [attribute: string, isUsable: (value: string) => boolean, expected: string])[] = [
  [
    'lang',
    (value) => isLanguageTag(value) && optionTable.lang.read(value) !== undefined,
    'a language tag such as cy or pl-PL. Using the language of your page',
  ],
  ['src', isDocumentAddress, 'the https address of a JSON document, or its path on your site. Using the built-in contacts'],
];

export interface CheckedOptions {
  /** As the panel reads them. */
  readonly options: Options;
  /** What the panel would report about each, by attribute name. */
  readonly problems: ReadonlyMap<string, string>;
  /** What goes into the snippet, by attribute name: nothing that the panel would refuse. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the options that were chosen come to; what the panel would refuse is left out. */
export const checkOptions = ({ attributes, base }: State): CheckedOptions => {
  const problems = new Map<string, string>();
  for (const [attribute, isUsable, expected] of LATER) {
    const value = attributes[attribute];
    if (value !== undefined && !isUsable(value))
      problems.set(attribute, `${attribute}=${JSON.stringify(value)} cannot be used: expected ${expected}.`);
  }
  const given = Object.fromEntries(
    chosenNames.map((name) => [name, problems.has(optionTable[name].attribute) ? undefined : attributes[optionTable[name].attribute]]),
  );
  const options = readOptions(given, ({ attribute, message }) => problems.set(attribute!, message));
  // Of `show`, what can be used goes in.
  const usable = Object.fromEntries(Object.entries(attributes).filter(([attribute]) => attribute === 'show' || !problems.has(attribute)));
  // The element carries every option.
  const unknown = idsLeftOut('element', { base, attributes: usable });
  if (unknown.length) problems.set('show', `No contact is called ${unknown.join(', ')}: left out.`);
  return { options, problems, attributes: usable };
};
