import { attempt } from '../attempt.js';
import { isShown } from '../is-shown.js';

/* Whether the panel may offer an exit: not where the page has one, nor where the page cannot be left. */

/**
 * Exit controls of GOV.UK Frontend, the MoJ's pages, the NSW Design System and the like, or elements that hold them. Not
 * posts with the tag "quick exit" and entries of menus, which have such a class too.
 */
export const PAGE_EXITS = ':is([class*=exit-this-page],[class*=quick-exit]):not(html,body,main,article,li)';
const CONTROLS = '[role=button],a,button,input';

/**
 * Whether the page already shows an exit control of its own: ours stands down then. One that is hidden, in whatever way,
 * helps nobody. Asked at each update, so it has to be fast: one search for controls in exits takes five times as long as these two.
 */
export const pageHasExit = (): boolean =>
  [...document.querySelectorAll(PAGE_EXITS)]
    .flatMap((found) => [found, ...found.querySelectorAll('*')])
    .some((found) => found.matches(CONTROLS) && isShown(found));

/**
 * Whether neither this window nor a frame around it is in a sandbox. A parent of the same origin is asked for the
 * frame's attribute. Of another origin, only setting `document.domain` tells: it throws in every sandboxed frame and
 * nowhere else. But it also cuts documents of one origin off from each other: where this frame holds frames, or stands
 * in one of the same origin, it is not set and no exit is offered.
 *
 * @throws where it is in one, or nothing within reach can tell
 */
const isFree = (view: Window): boolean => {
  const { frameElement } = view;
  if (frameElement) return !frameElement.hasAttribute('sandbox') && isFree(view.parent);
  // The top window is free. A same-origin parent that another origin frames is not asked (`view !== window`): only
  // setting `document.domain` on that page would tell.
  if (view === view.top) return true;
  if (view !== window || view.length) return false;
  document.domain += '';
  return true;
};

let free: boolean | undefined;

/**
 * Whether the whole page on screen can be left. In a sandboxed frame that cannot be counted on, and
 * an exit that leaves the page around it on screen is a lie.
 */
export const canLeave = (): boolean => (free ??= attempt(() => isFree(window), false));
