import { ReportStalkerPanel, TAG } from './report-stalker-panel.js';

/** Defines the element. A second copy of the script, or of the package, leaves the first one in place. */
export const definePanel = (): void => {
  if (!customElements.get(TAG)) customElements.define(TAG, ReportStalkerPanel);
};
