import { attempt } from '../attempt.js';
import { NativeEvent } from '../events.js';
import { uncover } from './cover.js';
import { emptyFields, refillFields } from './emptied-fields.js';
import { muteUnloadQuestion, unmuteUnloadQuestion } from './unload-question.js';

/** The address that the exit leads to. */
let exitHref: string;
/** 0 from the cover until the first try: `retryLater` starts no timer then. */
let retryTimer: ReturnType<typeof setTimeout> | 0 | undefined;
/** Milliseconds until the exit is tried again: each time longer, else a page that never lets go would outrun a slow site. */
let retryDelay: number;

/** While a try of the exit begins: 1 until the browser has reported its navigation (`navigate` or `beforeunload`), then 2. Else 0. */
let starting = 0;

/** Ends the beginning of a try, if it has not ended yet: gives the page back what was changed for it. The page stays held (`holdPage`). */
let restorePage = (): void => refillFields();

/** The browser has reported the navigation. The page is restored in the next task, since Chromium looks at its fields in this one. */
const markBegun = (): void => {
  starting = 2;
  setTimeout(restorePage);
};

/**
 * Many pages save a draft when they are left: their `beforeunload` listeners are to find the fields as they were. This listener
 * comes after them, and Chromium looks at the fields right after it. (WebKit fires the event only after `location.replace` has
 * returned, when this listener is gone.) Where a page wraps each listener in a function of its own, this one is never removed:
 * hence the look at `starting`.
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
  // to the page's own host to `https:`. So any navigation that comes while the exit begins is taken for it, but two. A reload is
  // the page's: the exit may be a refresh (see `replace`), and before that comes, in a later task, the page may reload itself.
  // So is a step within the page, which it may take as it is left: if it were allowed, Back would lead there.
  if (starting && event.navigationType !== 'reload' && !event.destination.sameDocument) return markBegun();
  // `userInitiated` counts for steps through the history alone: WebKit also sets it for what a page does within a second of a key or
  // a click. No visitor starts another navigation in the page, since nobody can click a link under the cover.
  if (!uncover || (isHistoryStep && event.userInitiated)) return;
  NativeEvent.prototype.preventDefault.call(event);
  // A step within the page leads nowhere else, and a page may take one each second: trying again would start the exit
  // anew. Only a step back makes Chromium give it up.
  if (event.destination.sameDocument && !isHistoryStep) return;
  // Any other navigation is stopped by now. But where it sends a form, Chromium and WebKit have given up the exit all the same.
  retryLater();
};

/**
 * Keeps the page from leading elsewhere while it is covered. The click on the exit may also be one on a card around it,
 * which leads to another page, at once if it is in the browser's cache, or to a step within this one.
 */
export const holdPage = (href: string): void => {
  exitHref = href;
  retryDelay = 1000;
  // No retry before the first try, which is due once the cover is on screen: the click may also be one on a card, which
  // `blockNavigation` stops. WebKit paints no more once a navigation has begun: a retry before that frame would leave the page on screen.
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
  // Muted anew: many pages set `onbeforeunload` at each key or click, and their listener may run after ours for the very click that
  // leaves: then the cover has muted too early.
  unmuteUnloadQuestion();
  muteUnloadQuestion();
  // The try before may not have been restored yet.
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
    // Browsers without `navigation` may have reported nothing yet, and so may others in a sandbox, where `currentEntry` is null.
    return starting > 1 || !window.navigation?.currentEntry;
  });
  if (isUnderWay) return restorePage();
  // On a page that has written its history 200 times in ten seconds (at each step of a scroll, say), browsers go nowhere
  // until these are over: Firefox throws, Chromium says nothing. A refresh that the document itself asks for is not counted.
  const refresh = document.createElement('meta');
  refresh.httpEquiv = 'refresh';
  refresh.content = `0;url=${exitHref}`;
  attempt(() => document.head.append(refresh));
  refresh.remove();
  // The refresh comes in a later task or, while the page is loading, once it has loaded: then another try may come before it.
  setTimeout(() => {
    if (starting) retryLater();
    restorePage();
  }, 500);
};
