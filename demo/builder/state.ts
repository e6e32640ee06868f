/* What was chosen in the builder, and where it is kept. */

import { optionNames, optionTable, type Options } from '../../src/options.js';
import { defaultBase } from '../page-tools.js';
import { isKept, PASTE_PLACES } from '../paste-places.js';
import { wallFrom } from '../preview-times.js';
import { RELEASES } from '../releases.js';
import { FORMS, type Form } from '../snippets.js';

export type Name = keyof Options;

/** The preview's slider sets `now`; nobody pastes it. */
export const chosenNames = optionNames.filter((name) => name !== 'now');

export interface State {
  /** As typed, by attribute name; what is off is left out. */
  attributes: Record<string, string>;
  form: Form;
  place: string;
  pinned: boolean;
  /** A London time; `undefined` is now. */
  at: string | undefined;
  colours: { text: string; background: string };
  /** Where the releases are, as typed. */
  base: string;
}

/** The release that a pinned snippet names; none before the first. */
export const [latest] = RELEASES.slice(-1);
const [firstPlace] = PASTE_PLACES as [(typeof PASTE_PLACES)[number]];
export const placeOf = (id: string | null): (typeof PASTE_PLACES)[number] => PASTE_PLACES.find((place) => place.id === id) ?? firstPlace;

/** Ids separated by spaces: people write commas and semicolons too. */
export const asIds = (text: string): string =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .join(' ');

/*
 * Whoever sends a link to the builder must not be able to make anybody paste words, addresses or a
 * script of his own. So the address holds what the option table lets any address set; all else is in
 * the state of its entry in the history, which outlives a reload, Back and Forward, and which only
 * this page can write.
 */
export const readKept = (): State => {
  const address = new URLSearchParams(location.hash.slice(1));
  const own = Object(history.state) as Readonly<Record<string, unknown>>;
  const ownText = (name: string): string => String(own[name] ?? '');
  const attributes: Record<string, string> = {};
  for (const name of chosenNames) {
    const { attribute, inUrl } = optionTable[name];
    const value = inUrl ? address.get(attribute) : own[attribute];
    if (typeof value === 'string') attributes[attribute] = name === 'show' ? asIds(value) : value;
  }
  const place = placeOf(address.get('place'));
  return {
    attributes,
    form: FORMS.find((form) => form === address.get('form') && isKept(place, form)) ?? place.form,
    place: place.id,
    pinned: address.has('pinned') && latest !== undefined,
    at: wallFrom(address.get('at') ?? ''),
    colours: { text: ownText('text'), background: ownText('background') },
    base: ownText('base') || defaultBase(),
  };
};

export const keep = ({ attributes, form, place, pinned, at, colours, base }: State): void => {
  const address = new URLSearchParams();
  const own: Record<string, string> = { ...colours, base };
  for (const name of chosenNames) {
    const { attribute, inUrl } = optionTable[name];
    const value = attributes[attribute];
    if (value === undefined) continue;
    if (inUrl) address.set(attribute, value);
    else own[attribute] = value;
  }
  if (form !== placeOf(place).form) address.set('form', form);
  if (place !== firstPlace.id) address.set('place', place);
  if (pinned) address.set('pinned', '');
  if (at !== undefined) address.set('at', at);
  const text = String(address).replace(/=(?=&|$)/g, '');
  // Not pushed: the Back button leaves the builder, whatever was tried in it.
  history.replaceState(own, '', `#${text}`);
};

/** Whether the panel stands in a frame, where nothing but its address reaches it. */
export const isFramed = (form: Form): boolean => form === 'frame' || form === 'oembed';
