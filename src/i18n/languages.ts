import type { Problem } from '../problems.js';
import { messagesFor } from './index.js';
import type { Messages } from './messages.js';
import type { Foreign } from './text.js';

/** A language to say things in. */
export interface Language {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Says a sentence, all of it in one language: in this one, or, where it lacks a word, in the one it falls back to. */
  readonly say: <Said extends string | undefined>(sentence: (messages: Messages) => Said) => Said | Foreign;
  /** What has been wrong with the words so far; some of it shows only when they are said. */
  readonly problems: () => readonly Problem[];
}

const registered = new Map<string, Language>();

/** Registers a further language, in place of one that had its tag before. */
export const addLanguage = (language: Language): void => {
  registered.set(language.lang.toLowerCase(), language);
};

/** A tag without its last part, unless that is its script: Punjabi in Arabic letters is not served by Punjabi in Gurmukhi. */
export const shorterTag = (tag: string): string => tag.replace(/-(?![a-z]{4}$)[^-]*$/, '');

/** The language for a BCP 47 tag: the nearest there is to it, else English. */
export const languageFor = (tag = ''): Language => {
  for (let wanted = tag.toLowerCase(), before; wanted !== before; wanted = shorterTag(wanted)) {
    const language = registered.get(wanted);
    if (language) return language;
    before = wanted;
  }
  const messages = messagesFor(tag);
  return { lang: messages.lang, dir: 'ltr', say: (sentence) => sentence(messages), problems: () => [] };
};
