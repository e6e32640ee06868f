/**
 * Paste form 4: an element that is to hold a panel. On a script tag or a link, which are forms of their own, the
 * attribute means nothing, and a template shows nothing.
 */
export const PLACEHOLDER = '[data-report-stalker-panel]:not(a,script,template)';
