import { attempt } from '../attempt.js';
import { Panel } from '../define-panel.js';
import { isEdited } from '../is-edited.js';
import { TAG } from '../report-stalker-panel.js';
import { applyData } from './panel-url.js';
import { hasNeighbour, isPanel, MADE_ATTRIBUTE, scriptOf } from './neighbours.js';
import { PLACEHOLDER } from './placeholder.js';
import { asSelector } from './target.js';
import { warnOnce } from '../warn-once.js';

/*
 * Paste form 1: `<script src="…/embed.js" async></script>` alone. It shows one panel right after
 * the tag, unless the page holds a panel in another form.
 */

/** Where a panel was shown, script tags and elements that `data-target` names; and tags that have said that theirs is missing. */
const served = new WeakSet<Element>();

/** The author's panel that was found last, kept since a waiting tag asks for one at each change of the page. */
let authored: Element | undefined;

/**
 * Whether the page holds a panel that its author placed.
 *
 * @param kind selector of the panels that may be an author's
 */
const isAuthored = (kind = TAG): boolean => {
  const isOne = (element?: Element) =>
    element?.isConnected && element.matches(`${kind},iframe`) && isPanel(element) && !scriptOf.has(element);
  if (!isOne(authored)) authored = [...document.querySelectorAll(`${kind},iframe`)].find(isOne);
  return !!authored;
};

/**
 * Shows the panel of one script tag, once in each place. A tag inside a placeholder is that placeholder's, whose options count.
 *
 * @returns true when the tag needs no further look. False with a `data-target` that is served or waited for, since its
 *   element may appear later, and anew after each client-side navigation; and, once the page has loaded, while the panel
 *   that was found may belong to a page that is being left
 */
export const serveScriptTag = (script: HTMLElement): boolean => {
  if (isEdited(script) || script.matches(`[data-define-only],head>:not([data-target]),${PLACEHOLDER} *`)) return true;
  const { target } = script.dataset;
  // What is no selector matches nothing.
  const place = target ? attempt(() => document.querySelector(asSelector(target))) : script;
  if (!served.has(place ?? script)) {
    // Libraries that navigate inside the page show the next page before they take out the one they leave.
    if (isAuthored()) return document.readyState !== 'complete';
    if (!place) {
      if (document.readyState !== 'loading') {
        warnOnce(`data-target="${target}" matches nothing yet, or is no selector.`);
        // Until its element appears, it asks no more whether the page holds a panel: that is a search of the whole document.
        served.add(script);
      }
      return false;
    }
    served.add(place);
    const panel = new Panel();
    applyData(panel, script);
    scriptOf.set(panel, script);
    panel.toggleAttribute(MADE_ATTRIBUTE, document.readyState !== 'complete');
    place[target ? 'append' : 'after'](panel);
    // Two tags in one place are one panel, whichever of them runs first.
    if (hasNeighbour(panel)) panel.remove();
  }
  return !target;
};

/**
 * Withdraws panels that were made too early: the document, as far as it has arrived, holds one that its author placed. A
 * copy of ours is none: menus for phones copy a page's sidebar, carousels their slides, and put the copy out of sight.
 */
export const withdraw = (): void => {
  if (document.readyState !== 'complete')
    document.querySelectorAll(`[${MADE_ATTRIBUTE}]`).forEach((panel) => isAuthored(`${TAG}:not([${MADE_ATTRIBUTE}])`) && panel.remove());
};

/** Once the page has loaded nothing is withdrawn any more, and copies need not be known. */
export const endWithdrawing = (): void =>
  document.querySelectorAll(`[${MADE_ATTRIBUTE}]`).forEach((panel) => panel.removeAttribute(MADE_ATTRIBUTE));
