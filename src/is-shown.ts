/**
 * Whether an element has a box that is shown: in no closed fold, and not hidden in any other way. One that is
 * transparent, covered or out of the window counts as shown, and in browsers without `checkVisibility`
 * (Safari before 17.4) one with `visibility: hidden` does too.
 */
export const isShown = (element: Element): boolean =>
  element.checkVisibility ? element.checkVisibility({ checkVisibilityCSS: true }) : !!element.getClientRects()[0];
