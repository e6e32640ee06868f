import type { ReactiveControllerHost } from 'lit';
import { attempt } from '../attempt.js';
import { HOUR } from '../hours/calendar.js';
import { RELEASED_AT } from '../release.js';
import { afterPaint } from './after-paint.js';
import { oncePerPage } from './once-per-page.js';

/**
 * No timer is longer, in milliseconds: a delay of more than 24.8 days overflows, and a timer does
 * not count the time a machine sleeps. Waking from sleep mostly announces itself by an event too.
 */
const LONGEST_WAIT = 2 * HOUR;

/** The one timer of the page, and the instant (epoch milliseconds) that it is for. */
let timer: ReturnType<typeof setTimeout> | undefined;
let due: number;
let firstLookDue = false;
/** What panels have announced to screen readers since the last look: of several panels one says it. */
const announced = new Set<string>();

/**
 * Epoch milliseconds by the device's clock. Web archives keep its function as `__wb_Date_now`: there `Date` tells the time of
 * the capture. `NaN` where the page's replacement for it throws; a number even where Date.js returns a `Date`.
 */
const timeNow = (): number =>
  attempt(() => {
    const { __wb_Date_now: kept } = window as { __wb_Date_now?: unknown };
    // An element of the page may have that name.
    return +(kept instanceof Function ? (kept() as number) : Date.now());
  }, NaN);

const look = (): void => {
  clearTimeout(timer);
  due = Infinity;
  announced.clear();
  const now = timeNow();
  // A device without a battery for its clock asks the network for the time, and no event says when it has it.
  if (now < RELEASED_AT && clock.members.size) timer = setTimeout(look, LONGEST_WAIT);
  clock.members.forEach((member) => member.look());
};

/**
 * The time may have jumped when the page is shown, focused or thawed again, and when the network is back: a page that stayed
 * in front while its machine slept may be told only of the network. A `src` that failed before may answer now (`onWake`).
 */
const wake = (): void => {
  if (document.hidden) return;
  look();
  clock.members.forEach((member) => member.onWake());
};

const listen = (change: 'addEventListener' | 'removeEventListener'): void => {
  for (const type of ['visibilitychange', 'resume']) attempt(() => document[change](type, wake));
  for (const type of ['online', 'pageshow', 'focus']) attempt(() => window[change](type, wake));
};

const connected = (): void => {
  if (firstLookDue) return;
  firstLookDue = true;
  afterPaint(
    () => {
      firstLookDue = false;
      // The first use of `Intl` makes Chromium load its data, which takes longer than all work of our own: half of it for sorting,
      // half for dates. Each half is loaded in a task of its own here, so that a tap on a number waits for one of them at most.
      setTimeout(attempt, 0, () => Intl.Collator());
      setTimeout(attempt, 0, () => Intl.DateTimeFormat());
      setTimeout(() => {
        look();
        // Not earlier: each of these events would read the clock at once, `pageshow` perhaps before the first paint.
        if (clock.members.size) listen('addEventListener');
      });
    },
    () => clock.members.forEach((member) => member.onPainted()),
  );
};

const clock = oncePerPage<ClockController>(connected, () => {
  clearTimeout(timer);
  firstLookDue = false;
  listen('removeEventListener');
});

/**
 * Updates its host when something on screen may change with the time, and never in between: after the first paint, at each
 * instant asked for, and when the page wakes.
 */
export class ClockController {
  /** Whether the clock has been read for this panel, which happens after its first paint. Before that, `value` is `undefined`. */
  hasLooked = false;
  readonly #host: ReactiveControllerHost;
  readonly onWake: () => void;
  readonly onPainted: () => void;

  /**
   * @param onWake told that the page is shown again or the network is back, and that the time has become known
   * @param onPainted told that the host is on screen: in its first frame, and at the first look
   */
  constructor(host: ReactiveControllerHost, onWake: () => void, onPainted: () => void) {
    this.#host = host;
    this.onWake = onWake;
    this.onPainted = onPainted;
    clock.join(host, this);
  }

  /**
   * Epoch milliseconds; `NaN` where the device's clock is not to be believed, `undefined` before the
   * first look. Read anew each time: where the page changes what is shown, the last look may be hours ago.
   */
  get value(): number | undefined {
    if (!this.hasLooked) return undefined;
    const now = timeNow();
    return now >= RELEASED_AT ? now : NaN;
  }

  look(): void {
    const before = this.hasLooked;
    this.hasLooked = true;
    this.#host.requestUpdate();
    if (before) return;
    this.onPainted();
    this.onWake();
  }

  /** Whether no panel has announced this line since the last look; from now on it counts as announced. */
  claim(line: string): boolean {
    return !announced.has(line) && !!announced.add(line);
  }

  /** Asks for a look at an instant, in epoch milliseconds; `undefined`: nothing will change. */
  lookAgainAt(instant: number | undefined): void {
    if (!clock.members.has(this)) return;
    // The machine slept past `due`, and the page updated this panel before the timer fired. All look now: otherwise the
    // others would contradict it, and announce the same again once the timer's look had cleared `announced`.
    if (this.hasLooked && due < timeNow()) look();
    if (!(instant! < due)) return;
    due = instant!;
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(due - timeNow(), LONGEST_WAIT));
  }
}
