import { addLanguages, type LanguageMaker } from './controllers/language-controller.js';
import { languageMaker, offerLanguages } from './controllers/offer-language.js';
import type { MessagesPack } from './i18n/messages.js';

/** By language tag: ends the offer of the messages that were registered before. */
const endOffers = new Map<string, () => void>();

/**
 * Teaches every panel of the page a language. Sentences whose words are missing stay English, marked
 * as such; panels in this language report words that cannot be used (`rsp-problem`, `bad-messages`).
 * Never throws: an invalid tag is a warning in the console.
 *
 * @param lang BCP 47 tag; `pl` serves `pl-PL` as well
 * @param messages the words, complete or not; they replace all that were registered for this tag
 */
export const registerMessages = (lang: string, messages: MessagesPack): void => {
  const maker: LanguageMaker = (own) => languageMaker({ [String(lang)]: messages })(own);
  addLanguages(maker);
  // Offered, as packs are: their words come anew to each first panel, and would replace these. It also reaches the panel of another copy, as of embed.js.
  endOffers.get(lang)?.();
  endOffers.set(lang, offerLanguages(maker));
};
