import type { Teach } from '../controllers/language-controller.js';
import { furtherLanguages } from '../i18n/further-languages.js';
import type { LanguagePack } from '../i18n/messages.js';

/**
 * Hands the words of a pack to the panels of the page: to those that are there, and to any copy of
 * the panel that comes later and asks. Without a document, on a server, it does nothing.
 */
export const offerLanguage = (pack: LanguagePack): void => {
  const { document } = globalThis as Partial<typeof globalThis>;
  const detail: Teach = (own) => furtherLanguages(pack, own);
  const give = () => document?.dispatchEvent(new CustomEvent('rsp-language', { detail }));
  document?.addEventListener('rsp-language-wanted', give);
  give();
};
