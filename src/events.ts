import type { Problem } from './problems.js';

/** What a contact's `data-state` says: `always` is open without end. */
export type ContactState = 'open' | 'closed' | 'unknown' | 'always';

/** The browser's own: MooTools puts something else in the place of `Event`, old polyfills in that of `CustomEvent`. */
export const NativeEvent = Object.getPrototypeOf(MessageEvent) as typeof Event;

/** `rsp-status`: a contact's state became known or changed. */
export class StatusEvent extends NativeEvent {
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

/** `rsp-exit`: the visitor leaves. Comes before the cover; cancelling it hands everything to the host. */
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
