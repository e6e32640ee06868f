import { attempt } from './attempt.js';
import { muteUnloadQuestion, unmuteUnloadQuestion } from './controllers/unload-question.js';

/* What a press on the panel must not set off in the page, and what the page must not make of it. */

/** Following a `tel:` link must not make a half-filled form ask "Leave site?". Muted for a second, since Firefox asks with a delay. */
export const muteForCall = (): void => {
  muteUnloadQuestion();
  setTimeout(unmuteUnloadQuestion, 1000);
};

/**
 * A press must not take the focus from a field: an error that the page then shows moves the link away before the click,
 * and an alert swallows it. Nor may a press that slips begin to drag the exit.
 */
export const keepFocus = (event: Event): void => event.preventDefault();

/**
 * The same for a number, but only while a field has the focus, also a drop-down that a design system builds of other
 * elements: else a press may begin to select the digits. A frame must lose it: in there nobody hears Shift.
 */
export const keepFieldFocus = (event: Event): void =>
  // A page may have elements of these names.
  attempt(() => {
    let { activeElement: field } = document;
    while (field!.shadowRoot?.activeElement) field = field!.shadowRoot.activeElement;
    if (field!.matches('input,select,textarea,[contenteditable],[role=combobox]')) event.preventDefault();
  });

/** Whether Enter is down that was pressed in a panel: of one that was pressed on the page, to open a dialog say, the page hears the end. */
let isEnterOurs = false;

/**
 * Pages that send their form at Enter, or follow a whole card at a click, spare links, but see only the panel, which is
 * none: 999 would do nothing, or lead elsewhere. The exit's own click stays to be seen: once it leaves, nothing else leads
 * anywhere. So do presses: a page that hears of the end of one alone takes it for a swipe. At the shadow root: a screen
 * reader calls an element that listens "clickable".
 */
export const keepFromPage = (event: Event): void =>
  // A page may have put something that throws in the place of what is called here.
  attempt(() => {
    const { key, type, repeat, target, currentTarget } = event as KeyboardEvent & { target: Element; currentTarget: ShadowRoot };
    // Not what the panel has swallowed of the page.
    if (currentTarget.contains(target) && (key ? key === 'Enter' && (type !== 'keyup' || isEnterOurs) : target.closest('a:not(.exit)'))) {
      // Held on what puts the focus on the exit, a button that opens a dialog say, it would leave (Firefox, WebKit).
      if (repeat) event.preventDefault();
      event.stopPropagation();
    }
    if (key === 'Enter' && type !== 'keypress') isEnterOurs = type === 'keydown';
  });
