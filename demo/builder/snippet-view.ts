/* The snippet and what goes with it: parts for other places, what the form leaves out, directives. */

import { optionTable } from '../../src/options.js';
import { baseOf, byId, copy, defaultBase, isExample, isThisMachine, make, write } from '../page-tools.js';
import { cspNeedsAt, isKept, optionsAt, pasteAt } from '../paste-places.js';
import { carries, idsLeftOut, leftOut, type SnippetOptions } from '../snippets.js';
import { colourRule } from './colours.js';
import { chosenNames, latest, placeOf, type State } from './state.js';

/** Shows a text, in a field about as high as it. */
const fillBox = (box: HTMLTextAreaElement, text: string): HTMLTextAreaElement => {
  box.value = text;
  box.rows = Math.min(2 + text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length || 1) / 70), 0), 24);
  return box;
};

/** Which options a form leaves out, why, and the form that would not. */
const leftOutNote = ({ form, place }: State, options: SnippetOptions): string => {
  const missing = leftOut(form, options);
  const ids = idsLeftOut(form, options);
  if (!missing.length) return '';
  const names = chosenNames.filter((name) => missing.includes(optionTable[name].attribute));
  const reason = {
    oembed: ': the answer that an Embed block gets for this address is always the same, without options',
    script: ': on a script tag, data-src belongs to consent tools',
    element: '',
    placeholder: ': others may write there too, and must not be able to put words or numbers of their own on the panel',
    link: ': whoever can only write an address must not be able to put words or numbers of their own on the panel',
    frame: ': whoever can only write an address must not be able to put words or numbers of their own on the panel',
  }[form];
  const better = (['link', 'element', 'placeholder'] as const).find(
    (other) => isKept(placeOf(place), other) && names.every((name) => carries(other, name, options)),
  );
  const advice = better ? `Use the ${better} for ${names.length > 1 ? 'them' : 'it'}.` : 'No other form that is kept there can.';
  const lost = ids.length && missing.includes('src') ? ` Left out of show, since only src brings them: ${ids.join(', ')}.` : '';
  return `This form cannot carry ${missing.join(', ')}${reason}. ${advice}${lost}`;
};

export const showSnippet = (state: State, attributes: Readonly<Record<string, string>>): void => {
  const { form } = state;
  const given = baseOf(state.base);
  const used = new URL(given ?? defaultBase());
  const isOut = isThisMachine(used) || isExample(used);
  write(
    'base-problem',
    [
      given ? '' : `This is no https address of the folder that holds 1/, with a slash at its end. Using ${used}.`,
      isOut ? 'Your visitors cannot reach this address: write that of the folder that holds 1/.' : '',
      used.protocol === 'http:' && !isOut ? 'Pages with https load nothing from an address with http: publish the release with https.' : '',
    ]
      .join(' ')
      .trim(),
  );
  byId('base').setAttribute('aria-invalid', String(!given || (used.protocol === 'http:' && !isOut)));
  const options = optionsAt(placeOf(state.place), {
    base: used.href,
    attributes,
    ...(state.pinned && latest && { pinned: latest }),
  });
  const { text, elsewhere } = pasteAt(placeOf(state.place), form, options);
  const colours = colourRule(state);
  const parts = [...elsewhere, ...(colours ? [{ where: 'Into the style sheet of the site: your colours', text: colours }] : [])];
  fillBox(byId('snippet'), text);
  byId('elsewhere').replaceChildren(
    ...parts.map((part, index) => {
      const box = fillBox(make('textarea', { id: `elsewhere-${index}`, readonly: true, spellcheck: 'false' }), part.text);
      const button = make('button', { type: 'button', 'aria-label': `Copy this part: ${part.where}` }, 'Copy this part');
      button.addEventListener('click', () => void copy(box));
      return make('div', { class: 'field' }, make('label', { for: box.id }, part.where), box, make('div', { class: 'row' }, button));
    }),
  );
  write('left-out', leftOutNote(state, options));
  const unlinked = idsLeftOut('link', options);
  write(
    'fallback-note',
    attributes['src'] !== undefined && carries(form, 'src', options)
      ? `The fallback content has the built-in contacts: make the same corrections in it as in your own contact data.${unlinked.length ? ` The page that its link leads to cannot show ${unlinked.join(', ')}.` : ''}`
      : '',
  );
  byId('csp-lines').replaceChildren(
    ...cspNeedsAt(placeOf(state.place), form, options).map(({ directive, when }) =>
      make('tr', {}, make('td', {}, make('code', {}, directive)), make('td', {}, when ?? 'always')),
    ),
  );
};
