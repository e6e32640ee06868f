import type { ReactiveControllerHost } from 'lit';
import { attempt } from '../attempt.js';
import { NativeEvent } from '../events.js';
import type { Foreign } from '../i18n/text.js';
import { isEdited } from '../is-edited.js';
import { afterPaint } from './after-paint.js';
import { emptyFields, goEmpty, refillFields } from './emptied-fields.js';
import { oncePerPage } from './once-per-page.js';
import { muteUnloadQuestion, unmuteUnloadQuestion } from './unload-question.js';

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
const PRESSES = 3;
/** The count after leaving by Shift: -Infinity plus further presses never reaches `PRESSES`, until the count is reset. */
const DEAF = -Infinity;
/** Milliseconds after the last counted press at which the count is reset. */
const PATIENCE = 5000;
/** Milliseconds after the link has come, in which a tap has to begin on it. Not for ever: a page may keep that beginning from us. */
const UNSEEN = 1000;

/** Where the way out leads, while it is taken. */
let goal: string;
let retry: ReturnType<typeof setTimeout> | undefined;

/** A covered page that reloads itself, or goes elsewhere, would end the way out. Whoever presses Back is let go. */
const stay = (event: NavigateEvent): void => {
  const isStep = event.navigationType === 'traverse';
  // Steps alone: what a page does within a second of a key or a click, WebKit takes for the visitor's own. Nobody can click
  // a link under the cover.
  if (!uncover || (isStep && event.userInitiated) || event.destination.url === goal) return;
  NativeEvent.prototype.preventDefault.call(event);
  // A step within the page leads nowhere else, and a page may take one each second: trying again would begin the way out
  // anew. A step back, though, makes Chromium give it up.
  if (event.destination.sameDocument && !isStep) return;
  // Chromium gives the way out up all the same where a form is sent. Not at once: a page may try again and again.
  clearTimeout(retry);
  retry = setTimeout(() => uncover && replace(goal), 1000);
};

/** Takes back what the cover changed, so that a page that comes back from the history is as it was. */
let uncover: (() => void) | undefined;

/**
 * The cover takes the focus from a field, and the page would be told: an alert of its own would keep the page on screen, and
 * what asks before leaving is often set up only then.
 */
const hush = (event: Event): void => {
  if (uncover) event.stopImmediatePropagation();
};

/**
 * Covers the page in the frame that follows: in the top layer, above open dialogs and whatever the
 * page has fixed. It stays until the page has gone, however slow the network is.
 */
const cover = (href: string, { text, lang = '' }: Foreign): void => {
  uncover?.();
  muteUnloadQuestion();
  const { body } = document;
  const { scrollX, scrollY } = window;
  const { cssText } = body.style;
  const element = document.createElement('dialog');
  const referrer = document.createElement('meta');
  const title = document.createElement('title');
  const places: [ChildNode, Element][] = [];
  // For a moment, a page may have no root.
  const watch = attempt(() => new MutationObserver(() => attempt(keep)));
  let sheet: CSSStyleSheet | undefined;
  let repairs = 0;
  uncover = () => {
    uncover = undefined;
    watch?.disconnect();
    for (const [place, frame] of places) place.replaceWith(frame);
    refillFields();
    unmuteUnloadQuestion();
    count(0);
    element.remove();
    outer.remove();
    Reflect.deleteProperty(document, 'title');
    body.style.cssText = cssText;
    if (!body.getAttribute('style')) body.removeAttribute('style');
    attempt(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)));
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
  // Not the `pageshow` of a page that is left before it has finished loading.
  addEventListener('pageshow', ({ persisted }) => persisted && uncover?.());

  for (const type of ['blur', 'focusout', 'change']) addEventListener(type, hush, true);

  // The cover hides what is there. This hides what comes later, dialogs above all, and from screen readers too, which would
  // go on reading. Inline, since important rules in a layer of the page beat those of any sheet.
  body.style.cssText += ';display:none!important';
  // An application may write a new body. Firefox before 101 and Safari before 16.4 make no sheet by script.
  attempt(() => {
    sheet = new CSSStyleSheet();
    sheet.replaceSync('body{display:none!important}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  // Else `location.replace` tells the next site which page this was.
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  // From a frame WebKit goes by the policy of the page around it, and names that page where it is of the same origin.
  const outer = referrer.cloneNode() as Element;
  attempt(() => window.top!.document.head.append(outer));
  // Inline and important: no rule of the page can move, shrink or hide the cover.
  element.style.cssText =
    'all:initial!important;position:fixed!important;inset:0!important;color-scheme:light dark!important;background:canvas!important;color:canvas!important';
  element.setAttribute('role', 'alert');
  element.lang = lang;
  // The first title of a document is the tab's, whatever is written into the page's own meanwhile.
  const { hostname } = new URL(href);
  element.append(text, referrer, title);
  const keep = (): void => {
    if (element.isConnected && title.text === hostname) return;
    // Not for ever: where an observer of the page insists, the two answer each other.
    if (repairs++ > 99) return watch?.disconnect();
    title.text = hostname;
    if (!element.isConnected) {
      document.documentElement.prepend(element);
      // It may have been taken out while it was open: then `showModal` would throw.
      element.open = false;
      // Firefox has had it since 98.
      element.showModal?.();
    }
  };
  keep();
  // A page's `document.title = …` must not change the tab's title either. (A page may have its own there, for good.)
  Reflect.defineProperty(document, 'title', { value: hostname, writable: true, configurable: true });
  // Nor may htmx, which writes into the first title that it finds; and React empties the whole document where what it finds
  // is not what it would write.
  watch?.observe(document, { childList: true, subtree: true });
  emptyFields();
  // A form in a frame asks too, and out of our reach: the frame goes, and loads anew should the page come back. A player
  // would go on to be heard: taken out, it pauses.
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe,object,embed,audio,video')) {
    // An editor writes its frame by script: what was typed would be gone, and the editor dead, should the page come back.
    if (attempt(() => isEdited(frame.contentDocument!.body))) continue;
    // A page may have a class of that name.
    const place = document.createComment('');
    places.push([place, frame]);
    frame.replaceWith(place);
  }
  // What reads the page aloud.
  attempt(() => speechSynthesis.cancel());
  // A running transition paints its picture of the page above everything; another one ends it. Last: a page's stand-in for
  // older browsers may throw without a callback.
  const transition = document.startViewTransition?.();
  // What collects the errors of a page would be told that somebody has left.
  transition?.ready.catch(Object);
  transition?.skipTransition();
};

/**
 * Replaces this page by another. `location.replace` fires `navigate`: meanwhile no listener of the page may intercept the
 * navigation and stay on the page. Nor cancel it: that has been muted with the cover.
 */
const replace = (href: string): void => {
  const navigate: Partial<NavigateEvent> = window.NavigateEvent?.prototype ?? {};
  const { intercept } = navigate;
  // A page may have frozen it: then its listeners can, but not without the way out being tried.
  attempt(() => {
    navigate.intercept = () => {};
  });
  goal = href;
  goEmpty(() => location.replace(href));
  // A page may have a variable of that name.
  attempt(() => window.navigation?.addEventListener('navigate', stay));
  attempt(() => {
    navigate.intercept = intercept!;
  });
};

let pressed = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The panel that speaks for the page: the first that offers an exit. */
const speaker = (): ExitController | undefined => [...exits.members].find(({ options }) => options.href());

const count = (presses: number): void => {
  if (presses === pressed) return;
  clearTimeout(timer);
  pressed = presses;
  if (presses) timer = setTimeout(() => count(0), PATIENCE);
  // Shift with a click selects, and with the wheel scrolls sideways: both end a count. We listen only
  // while there is a count, so that no other click or scroll has to wait for a script.
  for (const type of ['pointerdown', 'wheel']) window[presses ? 'addEventListener' : 'removeEventListener'](type, press, true);
  speaker()?.options.onProgress(PRESSES - presses);
};

/** Events that were counted: where a page wraps each listener in a function of its own, ours is called once for each panel. */
const counted = new WeakSet<Event>();

/** Physical keys alone have a `code`: a virtual keyboard's Shift means nothing but a capital letter. Pointers have none. */
const press = (event: Event): void => {
  const { code, isComposing, repeat } = event as KeyboardEvent;
  if (repeat || counted.has(event)) return;
  counted.add(event);
  const presses = /^Shift/.test(code) && !isComposing && !isModified(event as KeyboardEvent) ? pressed + 1 : 0;
  if (presses === PRESSES) speaker()?.leave();
  // Somebody in panic goes on pressing, and Firefox never gets away from a page that leaves again and again.
  count(presses < PRESSES ? presses : uncover ? DEAF : 0);
};

const isModified = ({ altKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): boolean => altKey || ctrlKey || metaKey;

// A page may have functions of these names.
const listen = (change: 'addEventListener' | 'removeEventListener'): unknown => attempt(() => window[change]('keydown', press, true));

const exits = oncePerPage<ExitController>(
  () => listen('addEventListener'),
  () => {
    listen('removeEventListener');
    count(0);
  },
);

/** The one exit of a page, however many panels it has. */
export class ExitController {
  readonly options: ExitControllerOptions;
  /** When no link was on screen, last; milliseconds, as events have them. */
  absentAt = Infinity;
  #isAimed = false;

  constructor(host: ReactiveControllerHost, options: ExitControllerOptions) {
    this.options = options;
    exits.join(host, this);
  }

  /** For the link: with Ctrl and the like it opens elsewhere, as any link does. Not with Shift, which means the exit itself. */
  readonly clicked = (event: PointerEvent): void => {
    if (isModified(event)) return;
    event.preventDefault();
    if (event.pointerType !== 'touch' || this.#isAimed || event.timeStamp - this.absentAt > UNSEEN) this.leave();
  };

  /** A tap that begins on what lay there before, on the 999 of fallback content perhaps, ends as a click on the link that has come meanwhile. */
  readonly touched = ({ timeStamp }: Event): void => {
    this.#isAimed = timeStamp > this.absentAt;
  };

  /** Covers the page, then puts another in its place in the history. */
  leave(): void {
    const href = this.options.href();
    if (!href || !this.options.onExit()) return;
    try {
      cover(href, this.options.coverText());
    } catch {
      // Whatever the page has done to its document: leaving matters more.
    }
    // WebKit paints no more once a navigation has begun: without a frame in between, the page would
    // stay on screen, uncovered, for as long as the other site takes to answer.
    if (window.top === window) afterPaint(() => replace(href));
    else
      try {
        // The page around the frame has to go, and within the click, whose user activation allows it: no frame is waited for.
        window.top!.location.replace(href);
      } catch {
        // Where navigating the top window is forbidden, every engine throws at once: then at least the frame leaves.
        replace(href);
      }
  }
}
