/* The fields of the options, made from the option table. */

import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { optionTable, type Option } from '../../src/options.js';
import { byId, make } from '../page-tools.js';
import { asIds, chosenNames, type Name, type State } from './state.js';

const OPTION_WORDS: Readonly<Record<Name, readonly [label: string, hint: string]>> = {
  region: ['Nation', 'Leaves out lines that do not cover it, adds its 24-hour line for abuse by a partner or relative.'],
  show: [
    'Contacts to show',
    'Ids separated by spaces, in this order; 999 stays first, 101 only if you name police. If empty: the usual contacts.',
  ],
  policeName: ['Name of your police force', 'Instead of “Your local police”.'],
  policeHref: ['Online reporting page of the force', 'An https address.'],
  src: ['Your own contact data', 'The address of a JSON document. The preview does not fetch it.'],
  lang: ['Language', 'A tag such as cy or pl. Left empty: the language of your page, and fallback content in English.'],
  heading: ['Heading', 'Instead of “Report a stalker”.'],
  headingLevel: ['Level of the heading', 'From 1 to 6, as it fits your page.'],
  compact: ['Compact', 'One short list.'],
  theme: ['Light or dark', 'Auto follows the colour scheme of your page.'],
  withoutExit: ['Without the exit link', 'For pages that have an exit of their own.'],
  exitHref: ['Where the exit leads', 'An ordinary website, nothing about stalking.'],
  now: ['Preview', ''],
};

/** `england, wales, scotland or northern-ireland`, or `from 1 to 6`, as a list; `undefined` where anything may be written. */
const choicesOf = ({ expected }: Option): readonly string[] | undefined => {
  const [low, high] = /from (\d+) to (\d+)/.exec(expected)?.slice(1).map(Number) ?? [];
  if (low && high) return Array.from({ length: high - low + 1 }, (_, step) => String(low + step));
  return /^[a-z-]+(, [a-z-]+)* or [a-z-]+$/.test(expected) ? expected.split(/, | or /) : undefined;
};

const controlFor = (name: Name): HTMLInputElement | HTMLSelectElement => {
  const option: Option = optionTable[name];
  const choices = choicesOf(option);
  const common = {
    id: `option-${option.attribute}`,
    'data-option': option.attribute,
    'aria-describedby': `hint-${option.attribute} problem-${option.attribute}`,
  };
  if (option.boolean) return make('input', { ...common, type: 'checkbox' });
  // Not a field for a number: screen readers say 0 of an empty one.
  if (choices) {
    const none = choices.includes(String(option.fallback)) ? [] : [make('option', { value: '' }, 'not set')];
    return make(
      'select',
      common,
      ...none,
      ...choices.map((choice) => make('option', { value: choice, selected: choice === String(option.fallback) }, choice)),
    );
  }
  return make('input', {
    ...common,
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: option.fallback === undefined ? false : String(option.fallback),
    list: name === 'lang' && 'languages',
    type: /URL/.test(option.expected) ? 'url' : 'text',
  });
};

export const optionField = (name: Name): HTMLElement => {
  const { attribute, boolean } = optionTable[name];
  const [words, hint] = OPTION_WORDS[name];
  const control = controlFor(name);
  const label = make('label', { for: control.id }, words, ' (', make('code', {}, attribute), ')');
  const about = [
    make(
      'p',
      { class: 'hint', id: `hint-${attribute}` },
      hint,
      ...(name === 'show' ? [` Known are: ${publishedContacts.map(({ id }) => id).join(', ')}.`] : []),
    ),
    make('p', { class: 'error', id: `problem-${attribute}` }),
  ];
  return boolean
    ? make('div', { class: 'field' }, make('div', { class: 'choice' }, control, label), ...about)
    : make('div', { class: 'field' }, label, control, ...about);
};

export const optionControls = (): readonly (HTMLInputElement | HTMLSelectElement)[] => [
  ...byId('options').querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-option]'),
];

type Box = HTMLInputElement & { readonly type: 'checkbox' };
const isBox = (control: HTMLInputElement | HTMLSelectElement): control is Box => control.type === 'checkbox';

/** What the controls hold, as attributes; a value that is the default anyway is none. */
export const readOptionFields = (): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const control of optionControls()) {
    const attribute = control.dataset['option']!;
    const name = chosenNames.find((candidate) => optionTable[candidate].attribute === attribute)!;
    const { fallback }: Option = optionTable[name];
    const value = name === 'show' ? asIds(control.value) : control.value.trim();
    if (isBox(control)) {
      if (control.checked) attributes[attribute] = '';
    } else if (value && value !== String(fallback)) attributes[attribute] = value;
  }
  return attributes;
};

const usualChoice = (control: HTMLInputElement | HTMLSelectElement): string | undefined =>
  control instanceof HTMLSelectElement ? [...control.options].find(({ defaultSelected }) => defaultSelected)?.value : undefined;

/** Shows attributes in the controls. */
export const showOptionFields = (attributes: State['attributes']): void => {
  for (const control of optionControls()) {
    const value = attributes[control.dataset['option']!];
    if (isBox(control)) control.checked = value !== undefined;
    else control.value = value ?? usualChoice(control) ?? '';
  }
};
