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

/** Picks the text of a language: that language's, English, else the first there is. */
export const localText = (text: LocalText, lang: string): string => {
  if (typeof text === 'string') return text;
  const tag = [lang, en.lang].find((candidate) => Object.hasOwn(text, candidate));
  return tag === undefined ? (Object.values(text)[0] ?? '') : text[tag]!;
};
