import { ReportStalkerPanel, TAG } from './report-stalker-panel.js';

// Brings the types of the tag and of its events to whoever imports nothing else.
export type { ReportStalkerPanel } from './index.js';

// A second copy of the script, or of the package, leaves the first one in place.
if (!customElements.get(TAG)) customElements.define(TAG, ReportStalkerPanel);
