/* The panel of the preview, and the time that it shows. */

import type {} from '../../src/report-stalker-panel.js';
import { optionTable } from '../../src/options.js';
import { packFor, PACKS } from '../language-packs.js';
import { byId, make, write } from '../page-tools.js';
import { optionsAt } from '../paste-places.js';
import { stepOf, wallAt, wallInWords } from '../preview-times.js';
import { carried, type Form } from '../snippets.js';
import { chosenNames, isFramed, placeOf, type State } from './state.js';

/** The panel of the preview. */
export const panel = document.createElement('report-stalker-panel');
panel.append(make('p', {}, make('a', { href: 'tel:999' }, '999'), ' '));

/** What is to be said of the language: its words may come from a script of their own, or not at all. */
const languageNote = (form: Form, lang: string | undefined): string => {
  if (lang === undefined || /^(en|cy)(-|$)/i.test(lang)) return '';
  const pack = packFor(lang);
  if (pack === undefined) return `There are no words in ${lang}: the panel is in English.`;
  const { name } = PACKS[pack]!;
  const review = `${name} awaits review by a fluent speaker: have it read before you rely on it.`;
  if (isFramed(form))
    return `The page in the frame has no ${name}: it is in English. The element, with the script of the language, can show it.`;
  if (form === 'link')
    return `The page that the link leads to has no ${name}: it is in English. Where the link becomes the panel, and your page has the script of the language, the panel is in ${name}. ${review}`;
  return `${name} has a script of its own, beside the panel’s. ${review} The fallback content is in English.`;
};

const timeField = byId<HTMLInputElement>('at');
const slider = byId<HTMLInputElement>('slider');

export const showTimeProblem = (problem: string): void => {
  write('at-problem', problem);
  timeField.setAttribute('aria-invalid', String(problem !== ''));
};

const showTime = (at: State['at']): void => {
  const wall = at ?? wallAt(Date.now());
  timeField.value = wall;
  slider.value = String(stepOf(wall));
  const words = `${wallInWords(wall)}${at === undefined ? ' (now)' : ''}`;
  slider.setAttribute('aria-valuetext', words);
  write('at-words', words);
  showTimeProblem('');
};

export const showPreview = ({ form, place, base, at }: State, attributes: Readonly<Record<string, string>>): void => {
  const isEnglish = form === 'frame' && packFor(attributes['lang']) !== undefined;
  // No request after the page has loaded: the document stays where it is.
  const { src, ...others } = attributes;
  const given = new Map(carried(form, optionsAt(placeOf(place), { base, attributes: others })));
  for (const name of chosenNames) {
    const { attribute } = optionTable[name];
    const value = name === 'lang' && isEnglish ? undefined : given.get(attribute);
    if (value === undefined) panel.removeAttribute(attribute);
    else panel.setAttribute(attribute, value);
  }
  if (!panel.hasAttribute('lang')) panel.lang = 'en';
  panel.now = at;
  write('language-note', languageNote(form, attributes['lang']));
  write(
    'preview-note',
    [
      at === undefined ? 'This is what visitors see now.' : 'Visitors never see the word “Preview”: the time is not part of the snippet.',
      src === undefined ? '' : 'Your own contacts are not shown here: the builder asks for nothing from the network.',
    ].join(' '),
  );
  showTime(at);
};
