import { ReportStalkerPanel, TAG } from './report-stalker-panel.js';

/**
 * Defines the element. A second copy of the script, or of the package, leaves the first one in place. A server that
 * renders Lit elements has a registry, perhaps a document, but no DOM: there we define nothing, so that it sends the
 * fallback content, not a status from its own clock.
 */
export const definePanel = (): void => {
  if (globalThis.Range && !customElements.get(TAG)) customElements.define(TAG, ReportStalkerPanel);
};
