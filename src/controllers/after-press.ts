import { attempt } from '../attempt.js';

/** How many the page has had. Throws where browsers do not count: Safari before 26.2. */
const count = (type: string): number => performance.eventCounts.get(type)!;

/**
 * Firefox counts a press only once it is over: there, what is pressed is active. A touch is not at once, in Chromium, nor in
 * Firefox, for as long as most last: there, a finger is counted at once as being over something. A mouse that rests on the
 * page is, too. Labels and keys make clicks without a press of their own, so the fewer of the two count. Where the page has
 * taken away what was pressed, Chromium and Firefox count one end too few: then what comes waits half a second for nobody.
 */
const isPressed = (): boolean =>
  document.documentElement.matches(':active') ||
  count('pointerdown') > Math.min(count('click'), count('pointerup')) + count('pointercancel') ||
  (matchMedia('(hover: none)').matches && count('pointerover') > count('pointerout'));

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
