import type { LocalText } from '../contacts/contact.js';
import { localised } from './index.js';
import type { Language } from './languages.js';
import type { Messages } from './messages.js';
import { keepNumbers, withStop, type Text } from './text.js';

/** The panel's own words, where there are any, as a sentence. */
export const sentence = ({ say }: Language, part: (messages: Messages) => string | undefined): Text | undefined =>
  say((messages) => withStop(part(messages), messages.hours.stop));

/**
 * The host's own words, marked where their language is known to differ from the panel's. In a
 * right-to-left panel they are always marked, so that they get a direction of their own.
 *
 * @param asSentence whether to add a full stop where the words end without one
 */
export const hostText = (words: LocalText | undefined, { lang: own, dir }: Language, asSentence?: boolean): Text | undefined => {
  if (words === undefined) return undefined;
  const { text: given, lang } = localised(words, own);
  const text = asSentence ? withStop(given, '.') : given;
  if (dir === 'rtl' && text) return { text: keepNumbers(text), lang };
  return !lang || lang.split('-', 1)[0] === own.split('-', 1)[0] ? text : { text, lang };
};
