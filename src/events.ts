import type { Problem } from './problems.js';

/** A contact's state, also its `data-state`. `always`: open, and never closes; `unknown`: may be open, or cannot be told (yet). */
export type ContactState = 'open' | 'closed' | 'unknown' | 'always';

/** The browser's own `Event`: MooTools replaces `Event` by something else, and old polyfills replace `CustomEvent`. */
export const NativeEvent = Object.getPrototypeOf(MessageEvent) as typeof Event;

/** `rsp-status`: a contact's state became known or changed. */
export class StatusEvent extends NativeEvent {
  /** The contact's id. */
  declare readonly contact: string;
  declare readonly state: ContactState;
  /** The state before; absent the first time. */
  declare readonly previous: ContactState | undefined;

  constructor(contact: string, state: ContactState, previous?: ContactState) {
    super('rsp-status', { bubbles: true });
    Object.assign(this, { contact, state, previous });
  }
}

/** `rsp-problem`: something the host gave could not be used. Meant for the webmaster. */
export class ProblemEvent extends NativeEvent implements Problem {
  declare readonly code: string;
  declare readonly message: string;
  declare readonly attribute?: string;
  declare readonly pointer?: string;
  declare readonly used?: string;

  constructor(problem: Problem) {
    super('rsp-problem', { bubbles: true });
    Object.assign(this, problem);
  }
}

/**
 * `rsp-exit`: the visitor leaves. Fired before the page is covered; after `preventDefault()` the panel neither covers nor
 * leaves it: the host must.
 */
export class ExitEvent extends NativeEvent {
  constructor() {
    super('rsp-exit', { bubbles: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'rsp-status': StatusEvent;
    'rsp-problem': ProblemEvent;
    'rsp-exit': ExitEvent;
  }
}
