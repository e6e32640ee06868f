import { attempt } from '../attempt.js';
import { NativeEvent } from '../events.js';
import { uncover } from './cover.js';
import { emptyFields, refillFields } from './emptied-fields.js';
import { muteUnloadQuestion, unmuteUnloadQuestion } from './unload-question.js';

/** Where the way out leads. */
let goal: string;
let retry: ReturnType<typeof setTimeout> | undefined;
/** Milliseconds until the way out is begun anew: each time later, else a page that tries for ever would outrun a slow site. */
let wait: number;

/** Whether the way out begins at this moment: 1 until the browser has told of it, then 2. */
let going = 0;

/** Ends that moment. */
let settle = (): void => refillFields();

/** The browser has told of the way out: in the next task the page is as it was, and held. Chromium looks at its fields in this one. */
const markBegun = (): void => {
  going = 2;
  setTimeout(settle);
};

/**
 * Many a page saves a draft when it is left: its listeners find the fields as they were. Ours comes last, and Chromium looks
 * right after it; other engines tell of the navigation only later. Where a page wraps each listener in a function of its own,
 * this one stays for good.
 */
const emptyLast = (): void => {
  if (!going) return;
  emptyFields();
  markBegun();
};

/** Not at once: a page may try again and again. */
const tryLater = (): void => {
  retry ??= setTimeout(() => {
    wait *= 2;
    if (uncover) replace();
  }, wait);
};

/** A covered page that reloads itself, or goes elsewhere, would end the way out. Whoever presses Back is let go. */
const stay = (event: NavigateEvent): void => {
  const isStep = event.navigationType === 'traverse';
  // The way out is not known by its address: where a policy upgrades insecure requests, Chromium has made `https:` of one to
  // the page's own host. It may be a refresh, which comes in a later task: a reload of the page in between is not it.
  // Nor is a step within the page: a page may take one as it is left, and Back would lead there.
  if (going && event.navigationType !== 'reload' && !event.destination.sameDocument) return markBegun();
  // Steps alone: what a page does within a second of a key or a click, WebKit takes for the visitor's own. Nobody can click
  // a link under the cover.
  if (!uncover || (isStep && event.userInitiated)) return;
  NativeEvent.prototype.preventDefault.call(event);
  // A step within the page leads nowhere else, and a page may take one each second: trying again would begin the way out
  // anew. A step back, though, makes Chromium give it up.
  if (event.destination.sameDocument && !isStep) return;
  // Chromium and WebKit give the way out up all the same where a form is sent.
  tryLater();
};

/**
 * Lets nothing of the page lead elsewhere while it is covered. The click that leaves may also be one on a card, which
 * leads to another page, out of the browser's cache at once, or to a step within this one.
 */
export const holdFor = (href: string): void => {
  goal = href;
  wait = 1000;
  // A page may have a variable of that name.
  attempt(() => window.navigation?.addEventListener('navigate', stay));
};

/**
 * Replaces this page by the one that it is held for. `location.replace` fires `navigate`: meanwhile no listener of the
 * page may intercept the navigation and stay on the page. Nor cancel it: that has been muted with the cover.
 */
export const replace = (): void => {
  // The click that leaves may have been one on a card, too: what has been kept from leading elsewhere before asks for nothing.
  clearTimeout(retry);
  retry = undefined;
  // Anew: many a page sets its handler at each key or click, that of leaving too, of which it is told after us.
  unmuteUnloadQuestion();
  muteUnloadQuestion();
  settle();
  const navigate: Partial<NavigateEvent> = window.NavigateEvent?.prototype ?? {};
  const { intercept } = navigate;
  // A page may have frozen it: then its listeners can, but not without the way out being tried.
  attempt(() => {
    navigate.intercept = () => {};
  });
  going = 1;
  attempt(() => addEventListener('beforeunload', emptyLast));
  settle = () => {
    going = 0;
    attempt(() => removeEventListener('beforeunload', emptyLast));
    refillFields();
    attempt(() => {
      navigate.intercept = intercept!;
    });
  };
  const isOnItsWay = attempt(() => {
    location.replace(goal);
    // Browsers without `navigation` do not tell, nor do those that have one in a sandbox.
    return going > 1 || !window.navigation?.currentEntry;
  });
  if (isOnItsWay) return settle();
  // On a page that has written its history 200 times in ten seconds (at each step of a scroll, say), browsers lead nowhere
  // until they are over: Firefox throws, Chromium says nothing. What a page itself asks for is not counted.
  const refresh = document.createElement('meta');
  refresh.httpEquiv = 'refresh';
  refresh.content = `0;url=${goal}`;
  attempt(() => document.head.append(refresh));
  refresh.remove();
  // It comes in a task of its own; while the page is loading, not before it has loaded.
  setTimeout(() => {
    if (going) tryLater();
    settle();
  }, 500);
};
