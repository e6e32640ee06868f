import { TAG } from '../report-stalker-panel.js';
import { hasNeighbour, made, unwrapped } from './neighbours.js';
import { isOurs, obeyAddress, obeyData } from './panel-url.js';

/*
 * The forms that stand in the page as content: paste form 3, a plain link to the panel's page, and
 * form 4, a placeholder. Both keep what they held as the panel's fallback content.
 */

/** While the page is loading, an element is complete once something follows it. */
const isComplete = (node: Node | null): boolean =>
  node ? node.nextSibling !== null || isComplete(node.parentNode) : document.readyState !== 'loading';

/** Whether a link is the only content of its parent, line breaks and white space aside. */
const isAlone = (link: Element, parent: Element): boolean =>
  parent.textContent!.trim() === link.textContent!.trim() && [...parent.children].every((child) => child === link || child.matches('br'));

const upgradeLink = (link: HTMLAnchorElement): void => {
  const parent = link.parentElement!;
  const alone = parent.matches('p,div,figure') && isAlone(link, parent);
  if (!alone && !link.matches('[data-panel]')) return;
  const place = alone ? parent : link;
  // What has an id is somebody's: it keeps its place, with the panel inside.
  const goes = alone && !parent.id;
  // Paste form 1 with a link behind it, for filters that take the script: the two are one form.
  const before = unwrapped(place.previousElementSibling);
  let panel = before!;
  if (!made.has(panel)) {
    if (hasNeighbour(place)) return;
    panel = document.createElement(TAG);
    obeyAddress(panel, link.href);
    if (before && isOurs(before)) obeyData(panel, before);
    (goes || parent.matches('p') ? parent : link).after(panel);
  }
  panel.append(link);
  if (goes) parent.remove();
};

const upgradePlaceholder = (place: HTMLElement): void => {
  if (place.querySelector(TAG)) return;
  const panel = document.createElement(TAG);
  obeyData(panel, place);
  panel.append(...place.childNodes);
  place.append(panel);
};

/**
 * Puts a panel in the place of a link or placeholder.
 *
 * @returns whether it needs no further look; not so while it is still being loaded
 */
export const upgrade = (element: HTMLElement): boolean => {
  const isLink = element.matches('a');
  // An editor would save what we do to the page; a link in a menu or a heading is to stay a link.
  if (element.isContentEditable || element.closest(isLink ? `${TAG},nav,li,h1,h2,h3,h4,h5,h6,[role=heading]` : TAG)) return true;
  if (!isComplete(element)) return false;
  if (isLink) upgradeLink(element as HTMLAnchorElement);
  else upgradePlaceholder(element);
  return true;
};
