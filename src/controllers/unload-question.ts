import { attempt } from '../attempt.js';

const noop = (): void => {};

/** How many calls to mute have not been undone. */
let mutes = 0;
/** Undoes the muting; nothing where the state to restore could not be read. */
let restore: (() => void)[] = [];

/** Keeps the handler and the listeners of an event from holding the visitor back. */
const mute = <Name extends string>(target: Record<Name, unknown>, handler: Name, { prototype }: { readonly prototype: Event }): void => {
  const given = target[handler];
  const own = Object.getOwnPropertyDescriptors(prototype);
  restore.push(() => {
    // Not what the page has set meanwhile.
    if (target[handler] === noop) target[handler] = given;
    for (const name of ['returnValue', 'preventDefault'] as const) {
      delete (prototype as Partial<Event>)[name];
      if (own[name]) Object.defineProperty(prototype, name, own[name]);
    }
  });
  target[handler] = noop;
  Object.defineProperty(prototype, 'returnValue', { writable: true, configurable: true });
  prototype.preventDefault = noop;
};

/**
 * Pages guard their forms with the browser's question whether to leave, or by cancelling `navigate` (Navigation API),
 * which Chromium fires for a call as well. In Chromium no listener of ours can come before the page's own, so all of them
 * are kept from asking or cancelling, until each call has had its `unmuteUnloadQuestion`. Where the page has frozen what
 * is changed here, they still can. Neither function ever throws.
 */
export const muteUnloadQuestion = (): void => {
  mutes++;
  // Muted anew each time: the page may have set its handler since.
  restore.forEach(attempt);
  restore = [];
  attempt(() => mute(window as never, 'onbeforeunload', BeforeUnloadEvent));
  attempt(() => mute(window.navigation as never, 'onnavigate', NavigateEvent));
};

export const unmuteUnloadQuestion = (): void => {
  if (!--mutes) restore.forEach(attempt);
};
