/**
 * Whether an element has a box that is shown: in no closed fold, and not hidden in any way but by being
 * transparent, covered or out of the window. Browsers without `checkVisibility` (Safari before 17.4) take
 * one with `visibility: hidden` for shown.
 */
export const isShown = (element: Element): boolean =>
  element.checkVisibility ? element.checkVisibility({ checkVisibilityCSS: true }) : !!element.getClientRects()[0];
