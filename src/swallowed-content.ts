/* Pages that close the tag like XHTML make the panel swallow what follows; these parts of a page give it away. */

const PARTS_OF_A_PAGE = 'main,nav,header,footer,form,article,aside,section';

/** What fallback content has, and the rest of a page seldom. */
const FALLBACK = '[href="tel:999"],[href*="panel.html"]';

/** Whether nothing follows the panel, and what stands inside is no fallback content. */
const holdsTheRest = (panel: Element): boolean =>
  !panel.nextSibling &&
  document.readyState !== 'loading' &&
  !!panel.querySelector('*~*') &&
  !panel.querySelector(FALLBACK) &&
  !panel.matches('[data-report-stalker-panel]>*');

/** Whether a panel holds parts of the page: these have to be shown. */
export const swallowsContent = (panel: Element): boolean => !!panel.querySelector(PARTS_OF_A_PAGE) || holdsTheRest(panel);
