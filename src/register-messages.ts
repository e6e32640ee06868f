import { learn } from './controllers/language-controller.js';
import { furtherLanguages } from './i18n/further-languages.js';
import type { MessagesPack } from './i18n/messages.js';

/**
 * Teaches every panel of the page a language. Sentences whose words are missing stay English, marked
 * as such; panels in this language report words that cannot be used (`rsp-problem`, `bad-messages`).
 * Never throws: an invalid tag is a warning in the console.
 *
 * @param lang BCP 47 tag; `pl` serves `pl-PL` as well
 * @param messages the words, complete or not; they replace all that were registered for this tag
 */
export const registerMessages = (lang: string, messages: MessagesPack): void =>
  learn((own) => {
    const languages = furtherLanguages({ [lang]: messages }, own);
    if (!languages[0]) throw new RangeError('registerMessages got an invalid BCP 47 language tag. Its words are not used.');
    return languages;
  });
