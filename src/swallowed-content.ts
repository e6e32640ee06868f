/* A page that closes the tag as in XHTML (`<… />`) makes the panel swallow what follows. What the panel then holds gives it away. */

const PARTS_OF_A_PAGE = 'main,nav,header,footer,form,article,aside,section';

/** What fallback content has, and the rest of a page seldom does. */
const FALLBACK = '[href="tel:999"],[href*="panel.html"]';

/** Whether the panel is the last thing in its parent, and holds several elements that are no fallback content. */
const holdsTheRest = (panel: Element): boolean =>
  !panel.nextSibling &&
  document.readyState !== 'loading' &&
  !!panel.querySelector('*~*') &&
  !panel.querySelector(FALLBACK) &&
  !panel.matches('[data-report-stalker-panel]>*');

/** Whether a panel holds parts of the page: these have to be shown. */
export const swallowsContent = (panel: Element): boolean => !!panel.querySelector(PARTS_OF_A_PAGE) || holdsTheRest(panel);
