import { Panel } from '../define-panel.js';
import { focusedIn } from '../focus.js';
import { isEdited } from '../is-edited.js';
import { TAG } from '../report-stalker-panel.js';
import { hasNeighbour, MADE_ATTRIBUTE, scriptOf, unwrapped } from './neighbours.js';
import { applyAddress, applyData, isOurs } from './panel-url.js';

/*
 * The forms that stand in the page as content: paste form 3, a plain link to the panel's page, and
 * form 4, a placeholder. Both keep what they held as the panel's fallback content.
 */

/** While the page is loading, an element is complete once something follows it. */
const isComplete = (node: Node | null): boolean =>
  node ? node.nextSibling !== null || isComplete(node.parentNode) : document.readyState !== 'loading';

/**
 * Whether a link is the only content of its parent, but for line breaks, white space, and an empty paragraph that `upgradeLink`
 * has hidden and an editor has saved so.
 */
const isAlone = (link: Element, parent: Element): boolean =>
  parent.textContent.trim() === link.textContent.trim() &&
  [...parent.children].every((child) => child === link || child.matches('br,p:empty[style="display: none !important;"]'));

/** For a panel that stands after a block, in its place or beside it: the comment left in the block where the link was. */
const markerOf = new WeakMap<Element, ChildNode>();
/** For that block: the link, now inside the panel. */
const linkOf = new WeakMap<Element, Element>();

/**
 * Keeps a panel beside its block. A framework may move or remove a block that it wrote: the panel goes with it.
 * A framework that hydrates may remove the panel, which it did not write: it is put back, once. Not if the block was
 * rewritten meanwhile: then its link is there again, or a library that morphs pages uses the block for the next page.
 *
 * @param node the block, the panel, or anything else, for which nothing is done
 */
export const keepBesideBlock = (node: Element): void => {
  // No panel where a library that morphs pages has taken the link out, and uses the panel for an element of its next page.
  const panel = linkOf.get(node)?.closest(TAG);
  const block = markerOf.get(node)?.parentElement;
  if (panel) {
    // Prototype's `remove` throws where there is no parent.
    if (panel.parentNode) panel.remove();
    node.after(panel);
  } else if (block && !node.isConnected) {
    markerOf.delete(node);
    block.after(node);
  }
};

const upgradeLink = (link: HTMLAnchorElement): void => {
  const parent = link.parentElement!;
  const alone = parent.matches('p,div,figure') && isAlone(link, parent);
  if (!alone && !link.matches('[data-panel]')) return;
  const place = alone ? parent : link;
  // A parent with an id is in use: it stays on screen, with the panel inside it or, since a `p` can hold none, after it.
  const hidesParent = alone && !parent.id;
  // Paste form 1 with a link behind it, for filters that take the script: the two are one form. Where the
  // script came first, its panel (`before`) becomes the link's, and stands back for no other; else `before` may be its tag.
  const before = unwrapped(place.previousElementSibling);
  const maker = before && scriptOf.get(before);
  if (maker) {
    scriptOf.delete(before);
    before.removeAttribute(MADE_ATTRIBUTE);
  } else if (hasNeighbour(parent.matches('p') ? parent : place)) return;
  const panel = maker ? before : new Panel();
  const script = maker ?? before;
  applyAddress(panel, link.href);
  if (script?.matches('script') && isOurs(script)) applyData(panel, script);
  // Moving the link takes the focus from it.
  focusedIn.set(panel, link.matches(':focus') ? link : null);
  const marker = document.createComment('');
  link.before(marker);
  panel.append(link);
  if (hidesParent || parent.matches('p')) {
    markerOf.set(panel, marker);
    linkOf.set(parent, link);
    keepBesideBlock(parent);
  } else marker.after(panel);
  // Not removed: a framework that wrote it would find it missing, and React blanks the whole page. Not
  // `hidden`: a box with a `display` of the page's own would stay, empty.
  if (hidesParent) parent.style.setProperty('display', 'none', 'important');
};

const upgradePlaceholder = (place: HTMLElement): void => {
  if (place.querySelector(TAG)) return;
  const panel = new Panel();
  applyData(panel, place);
  // Moving the content takes the focus from it.
  focusedIn.set(panel, place.querySelector(':focus'));
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
  // A link in a menu, a heading or the title of a fold is to stay a link.
  if (isEdited(element) || element.closest(isLink ? `${TAG},nav,li,summary,h1,h2,h3,h4,h5,h6,[role=heading],[role=navigation]` : TAG))
    return true;
  // A link that is alone so far may not stay alone.
  if (!isComplete(isLink && isAlone(element, element.parentElement!) ? element.parentNode : element)) return false;
  if (isLink) upgradeLink(element);
  else upgradePlaceholder(element);
  return true;
};
