import { learn } from './controllers/language-controller.js';
import { furtherLanguages } from './i18n/further-languages.js';
import type { MessagesPack } from './i18n/messages.js';

/**
 * Teaches every panel of the page a language. What it cannot say stays English, marked as such;
 * words that cannot be used are a problem of the panels that would say them. Never throws.
 *
 * @param lang BCP 47 tag; `pl` serves `pl-PL` as well
 * @param messages the words, as far as there are any; they replace those registered before
 */
export const registerMessages = (lang: string, messages: MessagesPack): void =>
  learn((own) => {
    const languages = furtherLanguages({ [lang]: messages }, own);
    if (!languages[0]) throw new RangeError('registerMessages got an invalid BCP 47 language tag. Its words are not used.');
    return languages;
  });
