import { attempt } from '../attempt.js';
import { NativeEvent } from '../events.js';
import { uncover } from './cover.js';
import { emptyFields, refillFields } from './emptied-fields.js';
import { muteUnloadQuestion, unmuteUnloadQuestion } from './unload-question.js';

/** The address that the exit leads to. */
let exitHref: string;
let retryTimer: ReturnType<typeof setTimeout> | 0 | undefined;
/** Milliseconds until the exit is tried again: each time longer, else a page that never lets go would outrun a slow site. */
let retryDelay: number;

/** Whether the exit is being started at this moment: 1 until the browser has reported the navigation, then 2. */
let starting = 0;

/** Ends that moment, if it has not ended yet: the page is as it was, and goes on being held (`holdPage`). */
let restorePage = (): void => refillFields();

/** The browser has reported the exit. From the next task on, the page is as it was, and held: Chromium looks at its fields in this one. */
const markBegun = (): void => {
  starting = 2;
  setTimeout(restorePage);
};

/**
 * Many pages save a draft when they are left: their listeners are to find the fields as they were. Ours comes last, and
 * Chromium looks right after it; other engines report the navigation only later. Where a page wraps each listener in a
 * function of its own, this one stays for good.
 */
const emptyFieldsLast = (): void => {
  if (!starting) return;
  emptyFields();
  markBegun();
};

/** Not at once: the page may interfere again and again. */
const retryLater = (): void => {
  retryTimer ??= setTimeout(() => {
    retryDelay *= 2;
    if (uncover) replace();
  }, retryDelay);
};

/** Stops a covered page from reloading itself or going elsewhere, which would end the exit. A visitor who presses Back may go. */
const blockNavigation = (event: NavigateEvent): void => {
  const isHistoryStep = event.navigationType === 'traverse';
  // The exit is not recognised by its address: where a policy upgrades insecure requests, Chromium has changed that of an exit
  // to the page's own host to `https:`. It may be a refresh, which comes in a later task: a reload by the page before that is
  // not the exit. Nor is a step within the page: the page may take one as it is left, and Back would lead there.
  if (starting && event.navigationType !== 'reload' && !event.destination.sameDocument) return markBegun();
  // Only for steps through the history: what a page does within a second of a key or a click, WebKit takes for the visitor's
  // own. Nobody can click a link under the cover.
  if (!uncover || (isHistoryStep && event.userInitiated)) return;
  NativeEvent.prototype.preventDefault.call(event);
  // A step within the page leads nowhere else, and a page may take one each second: trying again would start the exit
  // anew. Only a step back makes Chromium give it up.
  if (event.destination.sameDocument && !isHistoryStep) return;
  // Where a form is sent, Chromium and WebKit give the exit up all the same.
  retryLater();
};

/**
 * Keeps the page from leading elsewhere while it is covered. The click on the exit may also be one on a card around it,
 * which leads to another page, at once if it is in the browser's cache, or to a step within this one.
 */
export const holdPage = (href: string): void => {
  exitHref = href;
  retryDelay = 1000;
  // The first try is due anyway, once the cover is on screen: not before, though the click may have been one on a card too,
  // which `blockNavigation` stops.
  clearTimeout(retryTimer);
  retryTimer = 0;
  // A page may have a variable of that name.
  attempt(() => window.navigation?.addEventListener('navigate', blockNavigation));
};

/**
 * Replaces this page by the address that it is held for. `location.replace` fires `navigate`: meanwhile no listener of the
 * page may intercept the navigation and stay. Nor can it cancel it: the cover has muted that.
 */
export const replace = (): void => {
  retryTimer = undefined;
  // Muted anew: many pages set their handler at each key or click, and hear of the one that leaves after us.
  unmuteUnloadQuestion();
  muteUnloadQuestion();
  // The try before may not be over yet.
  restorePage();
  const navigate: Partial<NavigateEvent> = window.NavigateEvent?.prototype ?? {};
  const { intercept } = navigate;
  // The page may have frozen it: then its listeners can intercept, but the exit is tried all the same.
  attempt(() => {
    navigate.intercept = () => {};
  });
  starting = 1;
  attempt(() => addEventListener('beforeunload', emptyFieldsLast));
  restorePage = () => {
    starting = 0;
    attempt(() => removeEventListener('beforeunload', emptyFieldsLast));
    refillFields();
    attempt(() => {
      navigate.intercept = intercept!;
    });
  };
  const isUnderWay = attempt(() => {
    location.replace(exitHref);
    // No report comes from browsers without `navigation`, nor from those that have one, in a sandbox.
    return starting > 1 || !window.navigation?.currentEntry;
  });
  if (isUnderWay) return restorePage();
  // On a page that has written its history 200 times in ten seconds (at each step of a scroll, say), browsers go nowhere
  // until these are over: Firefox throws, Chromium says nothing. A navigation that the document asks for is not counted.
  const refresh = document.createElement('meta');
  refresh.httpEquiv = 'refresh';
  refresh.content = `0;url=${exitHref}`;
  attempt(() => document.head.append(refresh));
  refresh.remove();
  // It comes in a task of its own; while the page is loading, not before it has loaded.
  setTimeout(() => {
    if (starting) retryLater();
    restorePage();
  }, 500);
};
