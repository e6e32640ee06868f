import { definePanel } from './define-panel.js';

// Brings the types of the tag and of its events to those who import nothing else.
export type { ReportStalkerPanel } from './index.js';

// A server that renders Lit elements has a registry, perhaps a document, but no DOM: there we define nothing, so that it
// sends the fallback content, not a status from its own clock.
if (globalThis.Range) definePanel();
