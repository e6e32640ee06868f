import { attempt } from '../attempt.js';

/** How many events of a type the page has had. Throws where the browser does not count: Safari before 26.2. */
const eventCount = (type: string): number => performance.eventCounts.get(type)!;

/**
 * Whether something is `:active`, or a press has begun and not ended. In Chromium a touch makes nothing active at once, but
 * is counted at once where anything listens to touches or presses. Labels and keys make clicks without a press of their own,
 * so the lower of two counts is taken for the ends. Firefox counts a press only once it is over, and on phones makes nothing
 * active for as long as most touches last, but counts a finger at once as being over something. It does so for a mouse that
 * rests too: hence only where nothing hovers, and in Firefox alone. Where a finger has touched a frame, or the page has taken
 * away what it touched, one end is missing: then what comes waits half a second for nobody.
 */
const isPressed = (): boolean =>
  document.documentElement.matches(':active') ||
  eventCount('pointerdown') > Math.min(eventCount('click'), eventCount('pointerup')) + eventCount('pointercancel') ||
  (eventCount('pointerover') > eventCount('pointerout') && 'mozInnerScreenX' in window && matchMedia('(hover:none)').matches);

/** How many are waiting. As long as any is, what comes waits as well: of two answers or packs the later one must come last. */
let waiting = 0;

/** Acts at once or, while a press is under way, half a second later. For what moves numbers: a tap would miss its number, or call another. */
export const afterPress = (act: () => void): void => {
  if (!waiting && !attempt(isPressed)) return act();
  waiting++;
  setTimeout(() => {
    waiting--;
    attempt(act);
  }, 500);
};
