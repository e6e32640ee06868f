import type { LanguagePack } from '../i18n/messages.js';

/**
 * Hands the words of a pack to the panels of the page: to those that are there, and to any copy of
 * the panel that comes later and asks. Without a document, on a server, it does nothing.
 */
export const offerLanguage = (detail: LanguagePack): void => {
  const { document } = globalThis as Partial<typeof globalThis>;
  const give = () => document?.dispatchEvent(new CustomEvent('rsp-messages', { detail }));
  document?.addEventListener('rsp-messages-wanted', give);
  give();
};
