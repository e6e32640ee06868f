import type { ReactiveControllerHost } from 'lit';
import { NativeEvent } from '../events.js';
import { messagesFor } from '../i18n/index.js';
import { addLanguage, type Language } from '../i18n/languages.js';
import { warnOnce } from '../warn-once.js';
import { afterPress } from './after-press.js';
import { oncePerPage } from './once-per-page.js';

type Host = ReactiveControllerHost & Element;

export const updateAllPanels = (): void => languages.members.forEach((host) => host.requestUpdate());

/** Makes languages, given the panel's own words: they fall back to these, and are compared with them. */
export type LanguageMaker = (own: typeof messagesFor) => readonly Language[];

/** Adds languages to every panel of the page, in place of those that had their tags before. Never throws: it warns. */
export const addLanguages = (maker: LanguageMaker): void => {
  try {
    maker(messagesFor).forEach(addLanguage);
  } catch (error) {
    warnOnce(error);
  }
  updateAllPanels();
};

/** Adds what another script brings: at once where there is no panel yet, so that the first one is not seen in another language. */
const onLanguages = (event: Event): void => {
  const act = () => addLanguages((event as CustomEvent<LanguageMaker>).detail);
  if (languages.members.size) afterPress(act);
  else act();
};

/** An element, and the hosts of the shadow roots that it stands in, from the inside out. */
const withHosts = (element: Element): readonly Element[] => {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? withHosts(root.host) : [])];
};

/** One observer for all panels; observing a root twice is one observation. */
let observer: MutationObserver | undefined;

const connected = (host: Host): void => {
  if (!languages.members.size) {
    // A pack that came before the first panel has waited for this.
    document.addEventListener('rsp-language', onLanguages);
    document.dispatchEvent(new NativeEvent('rsp-language-wanted'));
  }
  observer ??= new MutationObserver(updateAllPanels);
  for (const element of withHosts(host)) observer.observe(element.getRootNode(), { attributeFilter: ['lang'], subtree: true });
};

const languages = oncePerPage(connected, () => {
  observer?.disconnect();
  document.removeEventListener('rsp-language', onLanguages);
});

/** Updates a panel for each language that comes, and for each `lang` around it that changes, for as long as it is connected. */
export const followLanguages = (host: Host): void => languages.join(host, host);

/** The nearest `lang`, across shadow roots, as written; `undefined` where no ancestor has one. */
export const langAround = (host: Element): string | undefined =>
  withHosts(host).flatMap((element) => element.closest('[lang]')?.getAttribute('lang') ?? [])[0];
