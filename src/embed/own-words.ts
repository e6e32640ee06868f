import type { LanguagePack } from '../i18n/messages.js';
import { languageMaker, offerLanguages } from '../controllers/offer-language.js';

/*
 * `dist/lang/own.js`, for pages without modules that have words of their own: they hand them over as events.
 */

const { document } = globalThis as Partial<typeof globalThis>;
document?.addEventListener('rsp-messages', (event) => offerLanguages(languageMaker((event as CustomEvent<LanguagePack>).detail)));
// Words that came before this script have waited for this.
document?.dispatchEvent(new CustomEvent('rsp-messages-wanted'));
