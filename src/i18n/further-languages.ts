/*
 * Makes further languages from words that may be wrong or too few. Belongs to the scripts that bring such words, packs
 * and the package: pages in English or Welsh do not pay for it.
 */
import { hasOwn } from '../own-properties.js';
import type { Language } from './languages.js';
import type { LanguagePack, Messages, MessagesPack } from './messages.js';
import { keepNumbers } from './text.js';

/** Whether there is something to read, and no bidirectional embedding or override, which would turn other words around. */
const hasWords = (given: unknown): given is string =>
  typeof given === 'string' && /[^\s\p{C}]/u.test(given) && !/[\u202a-\u202e]/.test(given);

/** A text's numbers, whatever digits they are written in. */
const numbersIn = (text: string): readonly string[] => text.match(/\p{N}+/gu) ?? [];

/**
 * The given text, if it may replace `model`: it has words, and no number that `model` lacks.
 *
 * @throws the given value itself, otherwise
 */
const checkText = (given: unknown, model = ''): string => {
  if (!hasWords(given) || !numbersIn(given).every((number) => numbersIn(model).includes(number))) throw given;
  return given;
};

/**
 * Copies the words that can be used, in the shape of a model. Reading one that is missing throws.
 *
 * @param refuse told the name of each word that is there but cannot be used
 * @throws where nothing of what is given can be used
 */
const usableWords = (model: unknown, given: unknown, name: string, refuse: (name: string) => void): unknown => {
  if (typeof model === 'string') return checkText(given, model);
  if (Array.isArray(model)) return model.map((_, index) => checkText((given as readonly unknown[])[index]));
  if (typeof model === 'function') {
    if (typeof given !== 'function') throw given;
    return (...parts: unknown[]) => {
      try {
        const said: unknown = given(...parts);
        // Shorter numbers are hours and days, which each language writes in its own way.
        if (hasWords(said) && numbersIn(said).every((number) => number.length < 3 || parts.join(' ').includes(number))) return said;
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
    // Punctuation is no word: a language that gives none has that of the model.
    let word: unknown = /^\P{L}+$/u.test(String(modelWord)) ? modelWord : undefined;
    try {
      const givenWord = hasOwn(given, key) ? (given as Record<string, unknown>)[key] : undefined;
      if (givenWord !== undefined) word = usableWords(modelWord, givenWord, path, refuse);
      // A group of words (`[object Object]`) of which the pack gives none: its punctuation is the model's all the same.
      else if (String(modelWord) === String({})) word = usableWords(modelWord, {}, path, refuse);
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
 * Leaves out the words on contacts about which the panel, of another release, says something else in English: where a
 * corrected number costs money, an older "Free. Should not appear on phone bills." must not stand beside it.
 *
 * @param said the panel's English
 * @param translated the English that the words were made from
 */
const upToDate = (words: MessagesPack, said: Messages['contacts'], translated: Messages['contacts']): MessagesPack => ({
  ...words,
  contacts: Object.fromEntries(
    Object.entries(words.contacts ?? {}).filter(([id]) => JSON.stringify(said[id]) === JSON.stringify(translated[id])),
  ),
});

/**
 * The languages of a pack. Words that cannot be used are said in English (those of Welsh in Welsh), and are a problem of
 * the language. Keys that are no BCP 47 language tag are left out. Throws only where the keys cannot be read.
 *
 * @param messagesFor the panel's own words for a tag: what to compare with, and to say in place of a word that is missing
 * @param leaveOut told each key that is no tag
 * @param translated the English words on contacts that the pack was made from; left out: all of its words are used
 */
export const furtherLanguages = (
  pack: LanguagePack,
  messagesFor: (tag?: string) => Messages,
  leaveOut: (tag: string) => void,
  translated?: Messages['contacts'],
): readonly Language[] =>
  Object.entries(Object(pack) as LanguagePack)
    .filter(([tag]) => {
      const isTag = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag);
      if (!isTag) leaveOut(tag);
      return isTag;
    })
    .map(([tag, given]): Language => {
      const { lang: from, ...model } = messagesFor(tag);
      const base = messagesFor(from);
      const bad = new Set<string>();
      const read = (words: unknown) => usableWords(model, words, '', (name) => bad.add(name)) as Messages;
      let words = read({});
      let dir: Language['dir'] = 'ltr';
      try {
        words = read(translated ? upToDate(given, messagesFor().contacts, translated) : given);
        if (given.dir === 'rtl') dir = 'rtl';
      } catch {
        bad.add('all');
      }
      return {
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
      };
    });
