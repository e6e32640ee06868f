import { attempt } from '../attempt.js';

/** How many events of a type the page has had. Throws where the browser does not count: Safari before 26.2. */
const eventCount = (type: string): number => performance.eventCounts.get(type)!;

/**
 * Whether something is `:active`, or a press has begun and not ended. Where a finger has touched a frame, or the page has taken
 * away what it touched, the end of that press is never counted: from then on everything waits half a second, needlessly.
 */
const isPressed = (): boolean =>
  document.documentElement.matches(':active') ||
  // In Chromium a touch makes nothing `:active` at once, but is counted at once where anything listens to touches or presses.
  // A press has ended with its `pointerup` and its `click`. Labels and keys make clicks without a press: hence the lower count.
  eventCount('pointerdown') > Math.min(eventCount('click'), eventCount('pointerup')) + eventCount('pointercancel') ||
  // Firefox counts a press only once it is over. On phones most touches are over before it makes anything `:active`, but it counts
  // `pointerover` at once. A mouse that rests on the page is counted so too: hence only where nothing hovers. Firefox alone, since
  // other engines need no such look, and a headless Chromium has a mouse that cannot hover.
  (eventCount('pointerover') > eventCount('pointerout') && 'mozInnerScreenX' in window && matchMedia('(hover:none)').matches);

/** How many acts are waiting. While any is, the next one waits as well, to keep their order: the later of two answers or packs counts. */
let waiting = 0;

/**
 * Acts at once or, while a press is under way, half a second later. For what moves numbers: a tap would miss its number, or
 * call another.
 */
export const afterPress = (act: () => void): void => {
  if (!waiting && !attempt(isPressed)) return act();
  waiting++;
  setTimeout(() => {
    waiting--;
    attempt(act);
  }, 500);
};
