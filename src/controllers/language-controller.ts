import type { ReactiveControllerHost } from 'lit';
import { NativeEvent } from '../events.js';
import { messagesFor } from '../i18n/index.js';
import { addLanguage, type Language } from '../i18n/languages.js';
import { warnOnce } from '../warn-once.js';
import { afterPress } from './after-press.js';
import { oncePerPage } from './once-per-page.js';

type Host = ReactiveControllerHost & Element;

export const updateAll = (): void => languages.members.forEach((host) => host.requestUpdate());

/** Languages, from the panel's own words: those are what further ones fall back to, and are compared with. */
export type Teach = (own: typeof messagesFor) => readonly Language[];

/** Teaches every panel of the page; what had the tag of a language before is replaced. Never throws. */
export const learn = (teach: Teach): void => {
  try {
    teach(messagesFor).forEach(addLanguage);
  } catch (error) {
    warnOnce(error);
  }
  updateAll();
};

/** What a script of its own brings: at once where there is no panel yet, so that the first one is not seen in another language. */
const hear = (event: Event): void => {
  const act = () => learn((event as CustomEvent<Teach>).detail);
  if (languages.members.size) afterPress(act);
  else act();
};

/** An element, and those whose shadow roots it stands in, as people see the page. */
const withHosts = (element: Element): readonly Element[] => {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? withHosts(root.host) : [])];
};

/** One observer for all panels; observing a root twice is one observation. */
let observer: MutationObserver | undefined;

const connected = (host: Host): void => {
  if (!languages.members.size) {
    // A pack that came first has nobody to teach until now.
    document.addEventListener('rsp-language', hear);
    document.dispatchEvent(new NativeEvent('rsp-language-wanted'));
  }
  observer ??= new MutationObserver(updateAll);
  for (const element of withHosts(host)) observer.observe(element.getRootNode(), { attributeFilter: ['lang'], subtree: true });
};

const languages = oncePerPage(connected, () => {
  observer?.disconnect();
  document.removeEventListener('rsp-language', hear);
});

/** Tells a panel of each language that comes, and of each `lang` around it that changes, for as long as it is connected. */
export const followLanguages = (host: Host): void => languages.join(host, host);

/** The nearest `lang`, across shadow roots, as written; `undefined` where no ancestor has one. */
export const langAround = (host: Element): string | undefined =>
  withHosts(host).flatMap((element) => element.closest('[lang]')?.getAttribute('lang') ?? [])[0];
