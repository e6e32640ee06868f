import { optionNames, optionTable } from '../options.js';
import { TAG } from '../report-stalker-panel.js';
import { attributesInUrl, isPanelUrl } from './panel-url.js';

/*
 * The forms that stand in the page as content: paste form 3, a plain link to the panel's page, and
 * form 4, a placeholder. Both keep what they held as the panel's fallback content.
 */

/** What may hold a form among newly added nodes. */
export const CANDIDATES = 'a[href*="panel.html"],[data-report-stalker-panel]';

/** The panel's attributes as an element's `data-*` has them. */
export const dataAttributes = (element: HTMLElement): Record<string, string> => {
  const { dataset } = element;
  const attributes: Record<string, string> = {};
  for (const name of optionNames) {
    // `data-src` on a script tag belongs to consent tools.
    if (name === 'src' && element instanceof HTMLScriptElement) continue;
    const { attribute } = optionTable[name];
    const value = dataset[attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    if (value !== undefined) attributes[attribute] = value;
  }
  return attributes;
};

export const makePanel = (attributes: Readonly<Record<string, string>>): HTMLElement => {
  const panel = document.createElement(TAG);
  for (const [name, value] of Object.entries(attributes)) panel.setAttribute(name, value);
  return panel;
};

/** While the page is loading, an element is complete once something follows it. */
const isComplete = (element: Element): boolean => {
  if (document.readyState !== 'loading') return true;
  for (let node: Element | null = element; node; node = node.parentElement) if (node.nextSibling) return true;
  return false;
};

/** The only content of its parent, line breaks and white space aside. */
const isAlone = (element: Element): boolean =>
  [...element.parentNode!.childNodes].every(
    (node) => node === element || node.nodeName === 'BR' || (!(node instanceof Element) && !(node instanceof Text && node.data.trim())),
  );

/** What the last thing in a paragraph is, and any other element is to itself: hosts wrap tags and frames in paragraphs. */
const unwrapped = (element: Element | null): Element | null => (element?.matches('p') ? element.lastElementChild : element);

/** A panel or frame right beside an element: another panel there would be the second in one place. */
const hasNeighbour = ({ previousElementSibling, nextElementSibling }: Element): boolean =>
  [previousElementSibling, nextElementSibling]
    .map(unwrapped)
    .some((element) => element?.matches(`${TAG},[data-report-stalker-panel]`) || (element instanceof HTMLIFrameElement && isPanelUrl(element.src)));

/** Paste form 1 with a link behind it, for filters that take the script: the two are one form. */
const isOurTag = (element: Element | null | undefined): element is HTMLScriptElement =>
  element instanceof HTMLScriptElement && isPanelUrl(element.src.replace(/embed\.js(?=$|\?)/, 'panel.html'));

const upgradeLink = (link: HTMLAnchorElement): void => {
  const parent = link.parentElement!;
  const block = parent.matches('p,div,figure') && isAlone(link) ? parent : undefined;
  if (!block && link.dataset['panel'] === undefined) return;
  const place = block ?? link;
  const before = unwrapped(place.previousElementSibling);
  if (before?.matches(TAG) && isOurTag(before.previousElementSibling)) {
    before.append(link);
    block?.remove();
    return;
  }
  if (hasNeighbour(place)) return;
  const panel = makePanel({ ...attributesInUrl(link.href), ...(isOurTag(before) && dataAttributes(before)) });
  // What has an id is somebody's: it keeps its place, with the panel inside.
  if (block && !block.id) block.replaceWith(panel);
  else if (parent.matches('p')) parent.after(panel);
  else link.replaceWith(panel);
  panel.append(link);
};

const upgradePlaceholder = (place: HTMLElement): void => {
  if (place.querySelector(TAG)) return;
  const panel = makePanel(dataAttributes(place));
  panel.append(...place.childNodes);
  place.append(panel);
};

/**
 * Puts a panel in the place of a link or placeholder, where it is one of ours.
 *
 * @returns whether it needs no further look; not so while it is still being loaded
 */
export const upgrade = (element: Element): boolean => {
  // An editor would save what we do to the page; a link in a menu or a heading is to stay a link.
  if (!(element instanceof HTMLElement) || !element.isConnected || element.isContentEditable || element.closest(TAG)) return true;
  const isLink = element instanceof HTMLAnchorElement;
  if (isLink && (!isPanelUrl(element.href) || element.closest('nav,li,h1,h2,h3,h4,h5,h6,[role="heading"]'))) return true;
  if (!isComplete(element)) return false;
  if (isLink) upgradeLink(element);
  else if (!element.matches('script,template')) upgradePlaceholder(element);
  return true;
};
