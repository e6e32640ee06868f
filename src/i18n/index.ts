import type { LocalText } from '../contacts/contact.js';
import { en } from './en.js';
import { cy } from './cy.js';
import type { Messages } from './messages.js';

/** The words for a BCP 47 tag: those of its language, else English. */
export const messagesFor = (lang = ''): Messages => (lang.trim().toLowerCase().split('-', 1)[0] === cy.lang ? cy : en);

/**
 * Picks the text for a BCP 47 tag: that language's, whatever its two-letter region, else the English one, else
 * the first given. `lang` is absent where a text was given without a language.
 */
export const localised = (text: LocalText, lang: string): { readonly text: string; readonly lang?: string } => {
  if (typeof text === 'string') return { text };
  const tags = Object.keys(text);
  const [tag] = [lang, lang.split('-', 1)[0]!.toLowerCase(), en.lang]
    .flatMap((wanted) => tags.filter((one) => one === wanted || one.replace(/-..$/, '') === wanted))
    .concat(tags);
  return { text: text[tag!]!, lang: tag! };
};

/** The same without its language. */
export const localText = (text: LocalText, lang: string): string => localised(text, lang).text;
