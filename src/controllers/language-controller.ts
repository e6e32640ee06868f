import type { ReactiveControllerHost } from 'lit';
import { NativeEvent } from '../events.js';
import { addLanguage } from '../i18n/languages.js';
import type { LanguagePack, MessagesPack } from '../i18n/messages.js';
import { warnOnce } from '../warn-once.js';
import { oncePerPage } from './once-per-page.js';

type Host = ReactiveControllerHost & Element;

export const updateAll = (): void => languages.members.forEach((host) => host.requestUpdate());

/**
 * Teaches every panel of the page a language. What it cannot say stays English, marked as such;
 * words that cannot be used are a problem of the panels that would say them. Never throws.
 *
 * @param lang BCP 47 tag; `pl` serves `pl-PL` as well
 * @param messages the words, as far as there are any; they replace those registered before
 */
export const registerMessages = (lang: string, messages: MessagesPack): void => {
  const problem = addLanguage(lang, messages);
  if (problem) warnOnce('report-stalker-panel', problem);
  updateAll();
};

/** Words that a script of their own brings, by language. */
const hear = (event: Event): void => {
  const { detail } = event as CustomEvent<LanguagePack>;
  try {
    for (const [lang, messages] of Object.entries(Object(detail) as typeof detail)) registerMessages(lang, messages);
  } catch (error) {
    console.warn('<report-stalker-panel>', error);
  }
};

/** An element, and those whose shadow roots it stands in, as people see the page. */
const withHosts = (element: Element): readonly Element[] => {
  const root = element.getRootNode();
  return [element, ...(root instanceof ShadowRoot ? withHosts(root.host) : [])];
};

/** One observer for all panels; observing a root twice is one observation. */
let observer: MutationObserver | undefined;

const languages = oncePerPage<Host>((host, signal) => {
  if (!languages.members.size) {
    // A pack that came first has nobody to tell its words to until now.
    document.addEventListener('rsp-messages', hear, { signal });
    document.dispatchEvent(new NativeEvent('rsp-messages-wanted'));
    signal.onabort = () => observer?.disconnect();
  }
  observer ??= new MutationObserver(updateAll);
  for (const element of withHosts(host)) observer.observe(element.getRootNode(), { attributeFilter: ['lang'], subtree: true });
});

/** Follows the `lang` of the nearest ancestor, across shadow roots, for as long as its host is connected. */
export class LanguageController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    languages.join(host, host);
  }

  /** The nearest `lang`, as written; `undefined` where no ancestor has one. */
  get value(): string | undefined {
    for (const element of withHosts(this.#host)) {
      const found = element.closest('[lang]');
      if (found) return found.getAttribute('lang')!;
    }
    return undefined;
  }
}
