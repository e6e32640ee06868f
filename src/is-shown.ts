/**
 * Whether an element has a box that is shown: in no closed fold, and not hidden in any way but by being
 * transparent, covered or out of the window. Browsers of before 2024 take one without `visibility` for shown.
 */
export const isShown = (element: Element): boolean =>
  element.checkVisibility ? element.checkVisibility({ visibilityProperty: true }) : !!element.getClientRects()[0];
