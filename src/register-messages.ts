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
  // `String` may throw, and must do so where `addLanguages` catches it.
  const maker: LanguageMaker = (own) => languageMaker({ [String(lang)]: messages })(own);
  addLanguages(maker);
  // Offered as well, as packs are: a page's first panel, also one that comes after all others have gone, asks for all that is offered,
  // and a pack's words for this tag would replace these. The offer also reaches panels of another copy, of embed.js say.
  endOffers.get(lang)?.();
  endOffers.set(lang, offerLanguages(maker));
};
