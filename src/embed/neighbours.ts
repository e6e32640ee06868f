import { TAG } from '../report-stalker-panel.js';
import { isShown } from '../is-shown.js';
import { isOurs, isUntrusted } from './panel-url.js';
import { PLACEHOLDER } from './placeholder.js';

/*
 * Never two panels in one place: what stands beside a form, as a visitor sees the page.
 */

/**
 * The script tag that a panel was made for, by panel. Such a panel stands back for one that the author
 * placed. Weak, so that pages which navigation inside the document has left can be freed.
 */
export const scriptOf = new WeakMap<Element, Element>();

/**
 * Attribute of a panel that was made for a script tag, while the page loads: by it, copies of that panel are known. Its name is new
 * at each load: a panel that was saved with the page has an older one, and counts as the author's.
 */
export const MADE_ATTRIBUTE = `data-made-${String(Math.random()).slice(2)}`;

/**
 * Whether this is a panel, or will be one: the element, a placeholder, a frame of ours. Where strangers may
 * write, it may be theirs: one that is hidden does not count.
 */
export const isPanel = (element: Element | null | undefined): boolean | undefined =>
  (element?.matches(`${TAG},${PLACEHOLDER}`) || (element?.matches('iframe') && isOurs(element))) && (!isUntrusted || isShown(element));

/**
 * The last element in a paragraph, any other element as it is, and for a `br` what stands before it. Hosts wrap script tags
 * and frames in paragraphs, and turn the ends of lines into `br`.
 */
export const unwrapped = (element: Element | null): Element | null => {
  const last = element?.matches('p') ? element.lastElementChild : element;
  return last?.matches('br') ? unwrapped(last.previousElementSibling) : last;
};

/**
 * The first frame in a box without words, if it is shown (hosts put frames into boxes to keep their proportions); else the
 * element as it is.
 */
const unboxed = (element: Element | null): Element | null => {
  const frame = element?.matches('div,figure') && !element.textContent.trim() && element.querySelector('iframe');
  return frame && isShown(frame) ? frame : element;
};

/** The next or previous element, except script tags and `br`. */
const next = (element: Element, side: 'nextElementSibling' | 'previousElementSibling'): Element | null => {
  const { [side]: found } = element;
  return found?.matches('script,br') ? next(found, side) : unboxed(unwrapped(found));
};

/** Whether a panel stands right beside an element: another one there would be the second in one place. */
export const hasNeighbour = (element: Element): boolean | undefined =>
  // What oEmbed gives: a quotation that holds the link, and the frame behind it.
  element.matches('blockquote>:only-child')
    ? hasNeighbour(element.parentElement!)
    : isPanel(next(element, 'nextElementSibling')) || isPanel(next(element, 'previousElementSibling'));
