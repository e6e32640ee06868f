import type { ReactiveControllerHost } from 'lit';
import { attempt } from '../attempt.js';
import type { Foreign } from '../i18n/text.js';
import { isShown } from '../is-shown.js';
import { afterPaint } from './after-paint.js';
import { cover, uncover } from './cover.js';
import { oncePerPage } from './once-per-page.js';
import { holdPage, replace } from './replace.js';

/** What the exit needs of the panel it belongs to. */
export interface ExitControllerOptions {
  /** Where it leads; `undefined` where the panel offers no exit. */
  readonly href: () => string | undefined;
  /** What the cover says to a screen reader, with its language. */
  readonly coverText: () => Foreign;
  /** Asked before anything happens; `false` hands everything to the host. */
  readonly onExit: () => boolean;
  /** Told how many presses of Shift are still missing; 3 or more: none has been counted. */
  readonly onProgress: (missing: number) => void;
}

/** Presses of Shift that leave the page. */
const SHIFT_PRESSES = 3;
/** The count after leaving by Shift: -Infinity plus further presses never reaches `SHIFT_PRESSES`, until the count is reset. */
const NOT_COUNTING = -Infinity;
/** Milliseconds after the last counted press at which the count is reset. */
const RESET_AFTER = 5000;
/**
 * Milliseconds after the link has appeared, during which a tap leaves only if it also began on the link. Not for ever: the page
 * may keep the `pointerdown` from us.
 */
const NEW_LINK_PERIOD = 1000;
/**
 * Milliseconds after the link has replaced fallback content, during which a tap on it was aimed at a number there: an old phone
 * shows the link a third of a second late, and a finger needs as long to turn back.
 */
const FALLBACK_TAP_PERIOD = 500;

let pressCount = 0;
let resetTimer: ReturnType<typeof setTimeout> | undefined;
/** The panel that has announced the count. */
let announcer: ExitController | undefined;

/**
 * The panel that acts for the page: the first shown one that offers an exit, or else the first that offers one. From a
 * hidden panel, in a menu for phones say, a screen reader hears nothing.
 */
const activeExit = (): ExitController | undefined => {
  const offering = [...exits.members].filter((exit) => exit.options.href());
  return offering.find(({ host }) => isShown(host)) ?? offering[0];
};

const setCount = (presses: number): void => {
  if (presses === pressCount) return;
  clearTimeout(resetTimer);
  pressCount = presses;
  if (presses) resetTimer = setTimeout(reset, RESET_AFTER);
  // Shift with a click selects, and with the wheel scrolls sideways: both end a count. So does leaving the page: it may come
  // back from the history, where no time passes for it. We listen only while there is a count, so that no other click or
  // scroll has to wait for a script.
  for (const type of ['keyup', 'pointerdown', 'wheel', 'pagehide'])
    window[presses ? 'addEventListener' : 'removeEventListener'](type, countPress, true);
  // Takes the announcement back where the count ends. Not by `activeExit()`, but by the panel that has made it: under the cover no
  // panel is shown, and another one might be chosen.
  if (!(presses > 0)) announcer?.options.onProgress(SHIFT_PRESSES);
};

const reset = (): void => setCount(0);

/** Events that were counted: where a page wraps each listener in a function of its own, ours is called once per panel. */
const counted = new WeakSet<Event>();

/** Only physical keys have a `code`: on a virtual keyboard, Shift means nothing but a capital letter. Pointer events have none. */
const countPress = (event: Event): void => {
  const { code, isComposing, repeat, type } = event as KeyboardEvent;
  if (counted.has(event)) return;
  counted.add(event);
  const isShift = /^Shift/.test(code);
  // A held Shift is one press. Other keys end the count also when they repeat: an arrow that is held goes on while Shift comes and
  // goes, and selects meanwhile.
  if (repeat && isShift) return;
  if (type === 'keyup') {
    // Not as Shift goes down: a screen reader would say it at each capital letter, and each time Shift and Tab lead back. With
    // those, another key has ended the count by now.
    if (isShift) (announcer = activeExit())?.options.onProgress(SHIFT_PRESSES - pressCount);
    return;
  }
  const presses = isShift && !isComposing && !isModified(event as KeyboardEvent) ? pressCount + 1 : 0;
  if (presses === SHIFT_PRESSES) activeExit()?.leave();
  // Somebody in panic goes on pressing, and Firefox never gets away from a page that leaves again and again.
  setCount(presses < SHIFT_PRESSES ? presses : uncover ? NOT_COUNTING : 0);
};

const isModified = ({ altKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): boolean => altKey || ctrlKey || metaKey;

// The page may have replaced these functions.
const listen = (change: 'addEventListener' | 'removeEventListener'): unknown => attempt(() => window[change]('keydown', countPress, true));

const exits = oncePerPage<ExitController>(
  () => listen('addEventListener'),
  () => {
    listen('removeEventListener');
    reset();
  },
);

/** The one exit of a page, however many panels it has. */
export class ExitController {
  readonly host: Element;
  readonly options: ExitControllerOptions;
  /** When the link was last known to be absent, in milliseconds as `Event.timeStamp`; `Infinity` before the panel has painted. */
  absentAt = Infinity;
  /** Whether the last press on the link was meant for it: not for what was there before. */
  #isAimed = false;

  constructor(host: ReactiveControllerHost & Element, options: ExitControllerOptions) {
    this.host = host;
    this.options = options;
    exits.join(host, this);
  }

  /** For the link: with Ctrl and the like it opens elsewhere, as any link does. Not with Shift, which means the exit itself. */
  readonly clicked = (event: PointerEvent): void => {
    if (isModified(event)) return;
    event.preventDefault();
    if (event.pointerType !== 'touch' || this.#isAimed || event.timeStamp - this.absentAt > NEW_LINK_PERIOD) this.leave();
  };

  /**
   * A tap that begins on what was there before, on the 999 of fallback content perhaps, ends as a click on the link that has
   * appeared since.
   */
  readonly pointerDown = ({ timeStamp }: Event): void => {
    this.#isAimed = timeStamp - this.absentAt > (this.host.children[0] ? FALLBACK_TAP_PERIOD : 0);
  };

  /** Covers the page, then puts another in its place in the history. */
  leave(): void {
    const href = this.options.href();
    if (!href || !this.options.onExit()) return;
    // Leaving matters more than the cover, which may fail, whatever the page has done to its document.
    attempt(() => cover(href, this.options.coverText(), reset));
    holdPage(href);
    // WebKit paints no more once a navigation has begun: without a frame in between, the page would
    // stay on screen, uncovered, for as long as the other site takes to answer.
    if (window.top === window) afterPaint(replace);
    else
      try {
        // In a frame, the page around it has to go, and at once, since only the click's user activation allows it: no paint is waited for.
        window.top!.location.replace(href);
      } catch {
        // Where navigating the top window is forbidden, every engine throws at once: then at least the frame leaves.
        replace();
      }
  }
}
