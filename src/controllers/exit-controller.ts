import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterPaint } from './after-paint.js';

/** What the exit needs of the panel it belongs to. */
export interface ExitControllerOptions {
  /** Where it leads; `undefined` where the panel offers no exit. */
  readonly href: () => string | undefined;
  /** What the cover says to a screen reader. */
  readonly coverText: () => string;
  /** Asked before anything happens; `false` hands everything to the host. */
  readonly onExit: () => boolean;
  /** Told how many presses of Shift are still missing; 3: the count has started anew. */
  readonly onProgress: (missing: number) => void;
}

/** Presses of Shift that leave the page. */
const PRESSES = 3;
/** Milliseconds in which they must follow each other. */
const PATIENCE = 5000;

/** Exit controls of GOV.UK Frontend, the NSW Design System and the MoJ's pages: where one is, ours stands down. */
const OTHERS = '.govuk-exit-this-page, .nsw-quick-exit, .moj-exit-this-page, [data-module$="exit-this-page"], .js-quick-exit';

/** Inline and important: no rule of the page can move, shrink or hide the cover. */
const COVER: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  'max-width': 'none',
  'max-height': 'none',
  'z-index': '2147483647',
  'color-scheme': 'light dark',
  background: 'Canvas',
  color: 'Canvas',
};

/** Whether the page already has an exit control of its own. */
export const pageHasExit = (): boolean => document.querySelector(OTHERS) !== null;

let freeFrame: boolean | undefined;

/**
 * Whether the whole page on screen can be left. In a sandboxed frame that cannot be counted on, and
 * an exit that leaves the page around it on screen is a lie. Setting `document.domain` throws in
 * every sandboxed frame, and nowhere else.
 */
export const canLeave = (): boolean => {
  if (window.top === window) return true;
  if (freeFrame === undefined)
    try {
      document.domain = String(document.domain);
      freeFrame = true;
    } catch {
      freeFrame = false;
    }
  return freeFrame;
};

/**
 * Lets the visitor go from a page that guards its forms with the browser's question whether to
 * leave. A listener of ours cannot come before the page's own in Chromium, so none of them can ask.
 *
 * @returns gives the page its question back
 */
const letGo = (): (() => void) => {
  const { onbeforeunload } = window;
  const { prototype } = BeforeUnloadEvent;
  const returnValue = Object.getOwnPropertyDescriptor(prototype, 'returnValue')!;
  window.onbeforeunload = null;
  Object.defineProperty(prototype, 'returnValue', { ...returnValue, set() {} });
  prototype.preventDefault = () => {};
  return () => {
    window.onbeforeunload = onbeforeunload;
    Object.defineProperty(prototype, 'returnValue', returnValue);
    Reflect.deleteProperty(prototype, 'preventDefault');
  };
};

/** What the cover changed, so that a page that comes back from the history is as it was. */
let uncover: (() => void) | undefined;

/**
 * Covers the page in the frame that follows: in the top layer, above open dialogs and whatever the
 * page has fixed. It stays until the page has gone, however slow the network is.
 */
const cover = (href: string, text: string): void => {
  uncover?.();
  const { title, head, body, documentElement: root } = document;
  const { scrollX, scrollY } = window;
  const display = [body.style.getPropertyValue('display'), body.style.getPropertyPriority('display')] as const;
  const element = document.createElement('div');
  const referrer = document.createElement('meta');
  const listener = new AbortController();
  const askAgain = letGo();
  uncover = () => {
    uncover = undefined;
    listener.abort();
    askAgain();
    element.remove();
    referrer.remove();
    body.style.setProperty('display', ...display);
    if (!body.getAttribute('style')) body.removeAttribute('style');
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    document.title = title;
  };
  // Not the `pageshow` of a page that is left before it has finished loading.
  window.addEventListener('pageshow', ({ persisted }) => persisted && uncover?.(), listener);

  // The cover hides what is there. This hides what comes later, dialogs above all, and from screen
  // readers too, which would go on reading.
  body.style.setProperty('display', 'none', 'important');
  // Else `location.replace` tells the next site which page this was.
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  (head ?? root).appendChild(referrer);
  for (const [property, value] of Object.entries(COVER)) element.style.setProperty(property, value, 'important');
  element.setAttribute('role', 'alert');
  element.textContent = text;
  root.appendChild(element);
  if (element.showPopover) {
    element.popover = 'manual';
    element.showPopover();
  }
  // A running transition paints its picture of the page above everything.
  document.activeViewTransition?.skipTransition();
  document.title = new URL(href).hostname;
};

const members = new Set<ExitController>();
let listeners: AbortController | undefined;
let pressed = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The panel that speaks for the page: the first that offers an exit. */
const speaker = (): ExitController | undefined => [...members].find((member) => member.options.href() !== undefined);

const count = (presses: number): void => {
  clearTimeout(timer);
  if (presses === 0 && pressed === 0) return;
  pressed = presses;
  if (pressed > 0) timer = setTimeout(() => count(0), PATIENCE);
  speaker()?.options.onProgress(PRESSES - pressed);
};

/** Physical keys alone have a `code`: a virtual keyboard's Shift means nothing but a capital letter. */
const press = (event: KeyboardEvent): void => {
  if (event.isComposing || event.repeat) return;
  if (!/^Shift(Left|Right)$/.test(event.code) || event.ctrlKey || event.altKey || event.metaKey) count(0);
  else if (pressed + 1 < PRESSES) count(pressed + 1);
  else {
    clearTimeout(timer);
    pressed = 0;
    speaker()?.leave();
  }
};

/** The one exit of a page, however many panels it has. */
export class ExitController implements ReactiveController {
  readonly options: ExitControllerOptions;

  constructor(host: ReactiveControllerHost, options: ExitControllerOptions) {
    this.options = options;
    host.addController(this);
  }

  hostConnected(): void {
    members.add(this);
    if (listeners) return;
    listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener('keydown', press, { capture: true, signal });
    window.addEventListener('pointerdown', () => count(0), { capture: true, signal });
  }

  hostDisconnected(): void {
    members.delete(this);
    if (members.size) return;
    clearTimeout(timer);
    pressed = 0;
    listeners?.abort();
    listeners = undefined;
  }

  /** For the link: with Ctrl and the like it opens elsewhere, as any link does. */
  readonly click = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    this.leave();
  };

  /** Covers the page, then puts another in its place in the history. */
  leave(): void {
    const href = this.options.href();
    if (href === undefined || !this.options.onExit()) return;
    try {
      cover(href, this.options.coverText());
    } catch {
      // Whatever the page has done to its document: leaving matters more.
    }
    // WebKit paints no more once a navigation has begun: without a frame in between, the page would
    // stay on screen, uncovered, for as long as the other site takes to answer.
    if (window.top === window) afterPaint(() => location.replace(href));
    else
      try {
        // The page around the frame has to go, and not later: the right to send it away is the click's.
        window.top!.location.replace(href);
      } catch {
        // It may not, and every engine says so at once: then at least the panel goes.
        location.replace(href);
      }
  }
}
