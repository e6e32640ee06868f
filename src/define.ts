import { definePanel } from './define-panel.js';

// Brings the types of the tag and of its events to whoever imports nothing else.
export type { ReportStalkerPanel } from './index.js';

definePanel();
