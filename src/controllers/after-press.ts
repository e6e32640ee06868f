import { attempt } from '../attempt.js';

/** How many the page has had. Throws where browsers do not count: Safari before 26.2. */
const count = (type: string): number => performance.eventCounts.get(type)!;

/**
 * A touch makes nothing active at once in Chromium, which counts it at once where anything listens to touches or presses.
 * Labels and keys make clicks without a press of their own, so the fewer of the two count. Firefox counts a press only once
 * it is over, and on phones a touch makes nothing active there for as long as most last: but a finger is counted at once as
 * being over something. So is a mouse that rests, hence where nothing hovers, and in Firefox alone. Where a finger has
 * touched a frame, or the page has taken away what it touched, one end is missing: then what comes waits half a second for
 * nobody.
 */
const isPressed = (): boolean =>
  document.documentElement.matches(':active') ||
  count('pointerdown') > Math.min(count('click'), count('pointerup')) + count('pointercancel') ||
  (count('pointerover') > count('pointerout') && 'mozInnerScreenX' in window && matchMedia('(hover:none)').matches);

/** How many wait. What comes meanwhile waits as well: of two answers or packs the later one must come last. */
let waiting = 0;

/** What moves numbers waits for the end of a tap: a number that moves under the finger is not called, or another is in its place. */
export const afterPress = (act: () => void): void => {
  if (!waiting && !attempt(isPressed)) return act();
  waiting++;
  setTimeout(() => {
    waiting--;
    attempt(act);
  }, 500);
};
