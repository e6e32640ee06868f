import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

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
    hosts.add(this.#host);
    // One observer for all panels; observing a root twice is one observation.
    observer ??= new MutationObserver(() => hosts.forEach((host) => host.requestUpdate()));
    for (let node: Node | null = this.#host.getRootNode(); node; node = node instanceof ShadowRoot ? node.host.getRootNode() : null)
      observer.observe(node, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size) return;
    observer?.disconnect();
    observer = undefined;
  }
}
