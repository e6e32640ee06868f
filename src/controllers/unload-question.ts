import { attempt } from '../attempt.js';

const quiet = (): void => {};

/** How often it was muted, and not unmuted yet. */
let mutes = 0;
/** Undoes the muting; `undefined` where the state to restore could not be read. */
let restore: (() => void) | undefined;

/**
 * Pages guard their forms with the browser's question whether to leave. A listener of ours cannot come
 * before the page's own in Chromium, so none of them can ask, until each call has had its
 * `unmuteUnloadQuestion`. Where a page has frozen what is changed here, it asks. Neither ever throws.
 */
export const muteUnloadQuestion = (): void => {
  if (mutes++) return;
  attempt(() => {
    const { onbeforeunload } = window;
    const { prototype } = BeforeUnloadEvent;
    const returnValue = Object.getOwnPropertyDescriptor(prototype, 'returnValue')!;
    restore = () => {
      // Not what the page has set meanwhile.
      if (window.onbeforeunload === quiet) window.onbeforeunload = onbeforeunload;
      Object.defineProperty(prototype, 'returnValue', returnValue);
      delete (prototype as Partial<Event>).preventDefault;
    };
    window.onbeforeunload = quiet;
    Object.defineProperty(prototype, 'returnValue', { writable: true });
    prototype.preventDefault = quiet;
  });
};

export const unmuteUnloadQuestion = (): void => {
  if (!--mutes) attempt(restore!);
};
