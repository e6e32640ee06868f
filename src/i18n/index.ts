import type { LocalText } from '../contacts/contact.js';
import { cy } from './cy.js';
import { en } from './en.js';
import type { Messages } from './messages.js';

const dictionaries: ReadonlyMap<string, Messages> = new Map([en, cy].map((messages) => [messages.lang, messages]));

/** The words for a BCP 47 tag: the tag itself, its language, else English. */
export const messagesFor = (lang: string | undefined): Messages => {
  const tag = lang?.trim().toLowerCase() ?? '';
  return dictionaries.get(tag) ?? dictionaries.get(tag.split('-', 1)[0]!) ?? en;
};

/** Picks the text of a language: that language's, English, else the first there is; with its language where that is known. */
export const localised = (text: LocalText, lang: string): { readonly text: string; readonly lang?: string } => {
  if (typeof text === 'string') return { text };
  const languages = Object.keys(text);
  const tag = [lang, lang.split('-', 1)[0], en.lang].find((candidate) => languages.includes(candidate!)) ?? languages[0];
  return tag === undefined ? { text: '' } : { text: text[tag]!, lang: tag };
};

/** The same without its language. */
export const localText = (text: LocalText, lang: string): string => localised(text, lang).text;
