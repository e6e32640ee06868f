import { hasOwn } from '../own-properties.js';
import type { Messages } from './messages.js';

/** Words in another language than the panel's, to be marked as such. */
export interface Foreign {
  readonly text: string;
  /** BCP 47; absent where nobody has said. */
  readonly lang?: string | undefined;
}

/** What is shown: words in the language of the panel, in another, or both in a row. */
export type Text = string | Foreign | readonly Text[];

export const isForeign = (text: Text): text is Foreign => hasOwn(text as object, 'text');

/** The words alone. */
export const plainText = (text: Text): string =>
  isForeign(text) ? text.text : typeof text === 'string' ? text : text.map(plainText).join('');

/** Texts in a row, with spaces between them unless `between` is given; what is absent is left out. */
export const joined = (texts: readonly (Text | false | undefined)[], between = ' '): Text => {
  let all: Text = '';
  // Not `reduce`: on pages with an old Prototype.js it is another function.
  for (const text of texts)
    if (text) all = !all ? text : typeof all === 'string' && typeof text === 'string' ? all + between + text : [all, between, text];
  return all;
};

/**
 * The words, if any, with a stop where they lack one. Not by a RegExp: compiling one takes longer than all of these checks before
 * the first paint. Nor by `at`, another function in older polyfills.
 */
export const withStop = <Sentence extends string | undefined>(sentence: Sentence, stop: string): Sentence | string =>
  !sentence || '.!?\u061f\u06d4\u0964'.includes(sentence.slice(-1)) ? sentence : sentence + stop;

/** A day such as `2026-11-24`, with its month in words. */
export const dateInWords = (isoDate: string, { date }: Messages): string => {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  return date(day, month, year);
};

/**
 * From right to left, the parts of 0808 802 0300 or 999bsl.co.uk would change places. Isolated,
 * they keep their order, wherever the text is shown or read out.
 */
export const keepNumbers = (text: string): string => text.replace(/\+?\w+([ .:]\w+)*/g, '\u2066$&\u2069');
