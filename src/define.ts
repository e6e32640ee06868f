import { ReportStalkerPanel, TAG } from './report-stalker-panel.js';

// A second copy of the script, or of the package, leaves the first one in place.
if (!customElements.get(TAG)) customElements.define(TAG, ReportStalkerPanel);
