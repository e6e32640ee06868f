import { attempt } from '../attempt.js';

let unmute: (() => void) | undefined;

/**
 * Pages guard their forms with the browser's question whether to leave. A listener of ours cannot come
 * before the page's own in Chromium, so none of them can ask, until what is returned is called. Where a
 * page has frozen what is changed here, it asks.
 */
export const muteUnloadQuestion = (): (() => void) => {
  if (unmute) return unmute;
  const { onbeforeunload } = window;
  // A page may have taken it out.
  const prototype: Partial<BeforeUnloadEvent> = window.BeforeUnloadEvent?.prototype ?? {};
  const returnValue = Object.getOwnPropertyDescriptor(prototype, 'returnValue')!;
  window.onbeforeunload = null;
  attempt(() => {
    Object.defineProperty(prototype, 'returnValue', { writable: true });
    prototype.preventDefault = () => {};
  });
  return (unmute = () => {
    unmute = undefined;
    window.onbeforeunload = onbeforeunload;
    attempt(() => {
      Object.defineProperty(prototype, 'returnValue', returnValue);
      delete prototype.preventDefault;
    });
  });
};
