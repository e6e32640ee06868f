import { attempt } from '../attempt.js';
import { furtherLanguages } from '../i18n/further-languages.js';
import type { LanguagePack, Messages } from '../i18n/messages.js';
import { warnOnce } from '../warn-once.js';
import type { LanguageMaker } from './language-controller.js';

/**
 * Makes the languages of a pack. A key that is no language tag is left out, with a warning.
 *
 * @param translated the English words on contacts that the pack was made from; left out: all of its words are used
 */
export const languageMaker =
  (pack: LanguagePack, translated?: Messages['contacts']): LanguageMaker =>
  (own) =>
    furtherLanguages(pack, own, (tag) => warnOnce(`The messages for "${tag}" are not used: that is no BCP 47 language tag.`), translated);

/**
 * Offers languages to the panels of the page, and to any copy of the panel that comes later and asks.
 * What is offered last wins. Without a document, on a server, it does nothing.
 *
 * @returns ends the offer; panels keep the languages that they have
 */
export const offerLanguages = (detail: LanguageMaker): (() => void) => {
  const { document } = globalThis as Partial<typeof globalThis>;
  // Each in an `attempt` of its own: a form of the page may have the name of one function, which cannot be called then.
  const give = () => attempt(() => document?.dispatchEvent(new CustomEvent('rsp-language', { detail })));
  attempt(() => document?.addEventListener('rsp-language-wanted', give));
  give();
  return () => attempt(() => document?.removeEventListener('rsp-language-wanted', give));
};
