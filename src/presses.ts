import { attempt } from './attempt.js';
import { muteUnloadQuestion, unmuteUnloadQuestion } from './controllers/unload-question.js';

/* What a press on the panel must not set off in the page, and what the page must not make of it. */

/** Following a `tel:` link must not make a half-filled form ask "Leave site?". Muted for a second, since Firefox asks with a delay. */
export const muteForCall = (): void => {
  muteUnloadQuestion();
  setTimeout(unmuteUnloadQuestion, 1000);
};

/**
 * Keeps a press from taking the focus out of a field: an error that the page then shows would move the link away before
 * the click, and an alert would swallow it. Also keeps a press that slips from dragging the exit link.
 */
export const keepFocus = (event: Event): void => event.preventDefault();

/**
 * The same for a number, but only while a field has the focus, or a drop-down that a design system builds from other
 * elements: at other times a press may start to select the digits. A press takes the focus out of a frame of the page, as it
 * should: while the focus is in there, the presses of Shift that leave the page are not heard.
 */
export const keepFieldFocus = (event: Event): void =>
  // The page may have elements with the names of these properties, which hide them.
  attempt(() => {
    let { activeElement: field } = document;
    while (field!.shadowRoot?.activeElement) field = field!.shadowRoot.activeElement;
    if (field!.matches('input,select,textarea,[contenteditable],[role=combobox]')) event.preventDefault();
  });

/**
 * Whether the Enter that is down was pressed in a panel. If it was pressed elsewhere, on a button that opens a dialog with the
 * panel say, the page hears its `keyup`, though that may come to the panel.
 */
let isEnterOurs = false;

/**
 * Pages that send their form at Enter, or follow a whole card at a click, make an exception for links, but all they see is
 * the panel, which is no link: 999 would do nothing, or lead elsewhere. The exit's click still reaches the page: once it
 * leaves, nothing else leads anywhere. So do presses: a page that hears only the end of one takes it for a swipe.
 * Listened to at the shadow root: a screen reader calls an element that listens "clickable".
 */
export const keepFromPage = (event: Event): void =>
  // The page may have replaced what is called here by something that throws.
  attempt(() => {
    const { key, type, repeat, target, currentTarget } = event as KeyboardEvent & { target: Element; currentTarget: ShadowRoot };
    // Not for content of the page that the panel has swallowed.
    if (currentTarget.contains(target) && (key ? key === 'Enter' && (type !== 'keyup' || isEnterOurs) : target.closest('a:not(.exit)'))) {
      // Held down on something that moves the focus to the exit, a button that opens a dialog say, Enter would leave (Firefox, WebKit).
      if (repeat) event.preventDefault();
      event.stopPropagation();
    }
    if (key === 'Enter' && type !== 'keypress') isEnterOurs = type === 'keydown';
  });
