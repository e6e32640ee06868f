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
export const dataAttributes = ({ dataset }: HTMLElement): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const name of optionNames) {
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

/** A panel right beside an element: another one there would be the second in one place. */
const hasNeighbour = ({ previousElementSibling: before, nextElementSibling: after }: Element): boolean =>
  [before, after].some((element) => element?.matches(`${TAG},[data-report-stalker-panel]`));

const upgradeLink = (link: HTMLAnchorElement): void => {
  const parent = link.parentElement!;
  const block = parent.matches('p,div,figure') && isAlone(link) ? parent : undefined;
  if (!block && link.dataset['panel'] === undefined) return;
  if (hasNeighbour(block ?? link)) return;
  const panel = makePanel(attributesInUrl(link.href));
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
