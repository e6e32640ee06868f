import { attempt } from '../attempt.js';
import type { Foreign } from '../i18n/text.js';
import { isEdited } from '../is-edited.js';
import { NativeURL } from '../native-url.js';
import { emptyFields, refillFields } from './emptied-fields.js';
import { muteUnloadQuestion, unmuteUnloadQuestion } from './unload-question.js';

/** Takes back what the cover changed, so that a page that comes back from the history is as it was. Set while the page is covered. */
export let uncover: (() => void) | undefined;

/** What takes back the changes made so far: each change adds its own. */
let undo: (() => void)[];

/**
 * The cover takes the focus from a field. The page must not be told: an alert would keep the page on screen, and many pages set
 * up their question before leaving only when a field changes or loses the focus.
 */
const silence = (event: Event): void => {
  if (uncover) event.stopImmediatePropagation();
};

/**
 * The cover hides what is there now. This hides what comes later, dialogs above all, and hides the page from screen readers,
 * which would go on reading.
 */
const hidePage = (): void => {
  const { body } = document;
  const { cssText } = body.style;
  undo.push(() => {
    body.style.cssText = cssText;
    if (!body.getAttribute('style')) body.removeAttribute('style');
  });
  // Inline, since important rules in a layer of the page beat those of any sheet.
  body.style.cssText += ';display:none!important';
  // The page may write a new body, or open what it has put beside it. Firefox before 101 and Safari before 16.4 make no
  // sheet by script.
  attempt(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html>*{display:none!important}');
    undo.push(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
};

/**
 * Covers everything in the top layer, with the other site's name as the title of the tab, and puts both back where the page removes
 * them.
 */
const showDialog = (hostname: string, { text, lang = '' }: Foreign): void => {
  const dialog = document.createElement('dialog');
  const referrer = document.createElement('meta');
  const title = document.createElement('title');
  // Otherwise `location.replace` tells the next site which page this was.
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  // From a frame WebKit goes by the policy of the page around it, and names that page where it is of the same origin.
  const outerReferrer = referrer.cloneNode() as Element;
  // Inline and important: no rule of the page can move, shrink or hide the cover.
  dialog.style.cssText =
    'all:initial!important;position:fixed!important;inset:0!important;color-scheme:light dark!important;background:canvas!important;color:canvas!important';
  dialog.setAttribute('role', 'alert');
  dialog.lang = lang;
  // The first title of a document is the tab's, whatever is written into the page's own meanwhile.
  dialog.append(text, referrer, title);
  let repairs = 0;
  const keepInPlace = (): void => {
    if (dialog.isConnected && title.text === hostname) return;
    // Not for ever: where an observer of the page insists, the two answer each other.
    if (repairs++ > 99) return observer?.disconnect();
    title.text = hostname;
    if (!dialog.isConnected) {
      document.documentElement.prepend(dialog);
      // It may have been taken out while it was open: then `showModal` would throw.
      dialog.open = false;
      // Firefox before 98 lacks it: there the dialog covers the page by its `position` alone.
      dialog.showModal?.();
    }
  };
  // The page may have no root for a moment.
  const observer = attempt(() => new MutationObserver(() => attempt(keepInPlace)));
  undo.push(() => {
    observer?.disconnect();
    dialog.remove();
    outerReferrer.remove();
    Reflect.deleteProperty(document, 'title');
  });
  attempt(() => window.top!.document.head.append(outerReferrer));
  keepInPlace();
  // A page's `document.title = …` must not change the tab's title either. (The page may have a property of its own there, for good.)
  Reflect.defineProperty(document, 'title', { value: hostname, writable: true, configurable: true });
  // The dialog and its title are put back where htmx writes into the first title that it finds, and where React empties the whole
  // document because it finds in it what it did not render.
  observer?.observe(document, { childList: true, subtree: true });
};

/**
 * A form in a frame may ask before leaving too, out of our reach: the frame is taken out, and loads anew should the page
 * come back. A player would go on playing: taken out, it pauses.
 */
const takeOutFrames = (): void => {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe,object,embed,audio,video')) {
    // An editor writes its frame by script: what was typed would be gone, and the editor dead, should the page come back.
    if (attempt(() => isEdited(frame.contentDocument!.body))) continue;
    // Not `new Comment`: the page may have a class of that name.
    const placeholder = document.createComment('');
    undo.push(() => placeholder.replaceWith(frame));
    frame.replaceWith(placeholder);
  }
};

/**
 * Silences tools that read the page aloud. Many go from sentence to sentence, and Firefox tells them that the one that is
 * cut off has ended.
 */
const silenceSpeech = (): void => {
  // This reference keeps the object alive: WebKit would collect it, together with the `speak` that is put into it below, and
  // make a new one.
  const speech = speechSynthesis;
  const { speak } = speech;
  // Put back, not deleted: the page, or a tool that reads it aloud, may have a function of its own there.
  undo.push(() => Reflect.set(speech, 'speak', speak));
  // `Reflect` does not throw where the page has frozen the object.
  Reflect.set(speech, 'speak', Object);
  speech.cancel();
};

/**
 * Covers the page in the frame that follows: in the top layer, above open dialogs and whatever the
 * page has fixed. It stays until the page has gone, however slow the network is.
 *
 * @param href the address that the exit leads to
 * @param words what the cover says to a screen reader
 * @param onUncover called once the cover is gone: the page has come back from the history, or is covered anew
 */
export const cover = (href: string, words: Foreign, onUncover: () => void): void => {
  uncover?.();
  muteUnloadQuestion();
  const { scrollX, scrollY } = window;
  undo = [];
  uncover = () => {
    uncover = undefined;
    refillFields();
    unmuteUnloadQuestion();
    undo.forEach(attempt);
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    // Last: it calls functions that the page may have replaced by some that throw.
    onUncover();
  };
  // Not the `pageshow` of a page that is left before it has finished loading.
  addEventListener('pageshow', ({ persisted }) => persisted && uncover?.());
  for (const type of ['blur', 'focusout', 'change']) addEventListener(type, silence, true);
  hidePage();
  showDialog(new NativeURL(href).hostname, words);
  emptyFields();
  takeOutFrames();
  attempt(silenceSpeech);
  // A running view transition paints its picture of the page above everything; another one ends it. Last: a page's
  // replacement for older browsers may throw without a callback.
  const transition = document.startViewTransition?.();
  // Unhandled, its failure would tell those who collect the page's errors that somebody has left.
  transition?.ready.catch(Object);
  transition?.skipTransition();
};
