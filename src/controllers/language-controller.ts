import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { addLanguage } from '../i18n/languages.js';
import type { LanguagePack, MessagesPack } from '../i18n/messages.js';
import { warnOnce } from '../warn-once.js';

type Host = ReactiveControllerHost & Element;

const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

const updateAll = (): void => hosts.forEach((host) => host.requestUpdate());

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
    console.warn('<report-stalker-panel> cannot read the messages of a language pack:', error);
  }
};

/** The node above in the tree people see: a shadow root's host is above it. */
const above = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);

/** Follows the `lang` of the nearest ancestor, across shadow roots, for as long as its host is connected. */
export class LanguageController implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The nearest `lang`, as written; `undefined` where no ancestor has one. */
  get value(): string | undefined {
    for (let node: Node | null = this.#host; node; node = above(node))
      if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang')!;
    return undefined;
  }

  hostConnected(): void {
    if (!hosts.size) {
      // A pack that came first has nobody to tell its words to until now.
      document.addEventListener('rsp-messages', hear);
      document.dispatchEvent(new Event('rsp-messages-wanted'));
    }
    hosts.add(this.#host);
    // One observer for all panels; observing a root twice is one observation.
    observer ??= new MutationObserver(updateAll);
    for (let node: Node | null = this.#host.getRootNode(); node; node = node instanceof ShadowRoot ? node.host.getRootNode() : null)
      observer.observe(node, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size) return;
    document.removeEventListener('rsp-messages', hear);
    observer?.disconnect();
    observer = undefined;
  }
}
