import type { Problem } from '../problems.js';
import { messagesFor } from './index.js';
import type { Messages, MessagesPack } from './messages.js';
import type { Foreign } from './text.js';

/** A language to say things in. */
export interface Language {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Says a sentence, all of it in one language: in this one, or, where it lacks a word, in the one it falls back to. */
  readonly say: <Said extends string | undefined>(sentence: (messages: Messages) => Said) => Said | Foreign;
  /** What was wrong with the words so far; some of it shows only when they are said. */
  readonly problems: () => readonly Problem[];
}

const registered = new Map<string, Language>();

/**
 * The language for a BCP 47 tag: the nearest there is to it, else English. What is left out of a
 * tag is never its script: Punjabi in Arabic letters is not served by Punjabi in Gurmukhi.
 */
export const languageFor = (tag = ''): Language => {
  for (let wanted = tag.trim().toLowerCase(), before; wanted !== before; wanted = wanted.replace(/-(?![a-z]{4}$)[^-]*$/, '')) {
    const language = registered.get(wanted);
    if (language) return language;
    before = wanted;
  }
  const messages = messagesFor(tag);
  return { lang: messages.lang, dir: 'ltr', say: (sentence) => sentence(messages), problems: () => [] };
};

/**
 * From right to left, the parts of 0808 802 0300 or 999bsl.co.uk would change places. Isolated,
 * they keep their order, wherever the text is shown or read out.
 */
export const keepNumbers = (text: string): string => text.replace(/\+?\w+([ .:]\w+)*/g, '\u2066$&\u2069');

const hasWords = (given: unknown): given is string => typeof given === 'string' && given.trim() !== '';

/** A text's numbers, whatever digits they are written in. */
const numbersIn = (text: string): readonly string[] => text.match(/\p{Nd}+/gu) ?? [];

/** Text as it may be shown in place of another one: no number in it but that one's, nothing that turns letters around. */
const checkText = (given: unknown, model = ''): string => {
  if (!hasWords(given) || /[\u202a-\u202e]/.test(given) || !numbersIn(given).every((number) => numbersIn(model).includes(number)))
    throw given;
  return given;
};

/**
 * Copies the words that can be used, in the shape of a model. Reading one that is missing throws.
 *
 * @param refuse told the name of each word that is there but cannot be used
 * @throws where nothing of what is given can be used
 */
const usable = (model: unknown, given: unknown, name: string, refuse: (name: string) => void): unknown => {
  if (typeof model === 'string') return checkText(given, model);
  if (Array.isArray(model)) return model.map((_, index) => checkText((given as readonly unknown[])[index]));
  if (typeof model === 'function') {
    if (typeof given !== 'function') throw given;
    return (...parts: unknown[]) => {
      try {
        const said: unknown = given(...parts);
        if (hasWords(said)) return said;
      } catch {
        // As bad as an answer without words.
      }
      refuse(name);
      throw given;
    };
  }
  if (typeof given !== 'object' || !given) throw given;
  const words = {};
  for (const [key, modelWord] of Object.entries(model as Record<string, unknown>)) {
    const path = name ? `${name}.${key}` : key;
    // Punctuation is no word: a language may do without its own.
    let word: unknown = /^\P{L}+$/u.test(String(modelWord)) ? modelWord : undefined;
    try {
      const givenWord = Object.hasOwn(given, key) ? (given as Record<string, unknown>)[key] : undefined;
      if (givenWord !== undefined) word = usable(modelWord, givenWord, path, refuse);
      else if (String(modelWord) === String({})) word = usable(modelWord, {}, path, refuse);
    } catch {
      refuse(path);
    }
    Object.defineProperty(words, key, {
      get() {
        if (word === undefined) throw given;
        return word;
      },
    });
  }
  return words;
};

/**
 * Takes the words of a language in; they replace those given for it before. Whatever the words
 * are, this does not throw: what cannot be used stays English, and is a problem of the language.
 *
 * @returns a problem when the tag is none, and nothing was taken in
 */
export const addLanguage = (tag: string, given: MessagesPack): Problem | undefined => {
  if (typeof tag !== 'string' || !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag))
    return { code: 'bad-messages', message: 'Messages were registered for what is no BCP 47 language tag. They are not used.', used: 'English' };
  const { lang: from, ...model } = messagesFor(tag);
  const base = messagesFor(from);
  const bad = new Set<string>();
  const read = (pack: unknown) => usable(model, pack, '', (name) => bad.add(name)) as Messages;
  let words = read({});
  let dir: Language['dir'] = 'ltr';
  try {
    words = read(given);
    if (given.dir === 'rtl') dir = 'rtl';
  } catch {
    bad.add('all');
  }
  registered.set(tag.toLowerCase(), {
    lang: tag,
    dir,
    say(sentence) {
      try {
        const said = sentence(words);
        return (said && dir === 'rtl' ? keepNumbers(said) : said) as typeof said;
      } catch {
        const text = sentence(base);
        return text && from !== tag ? { text, lang: from } : text;
      }
    },
    problems: () =>
      bad.size
        ? [
            {
              code: 'bad-messages',
              message: `The messages registered for "${tag}" cannot be used: ${[...bad].join(', ')}. In their place the panel says it in "${from}".`,
              used: from,
            },
          ]
        : [],
  });
  return undefined;
};
