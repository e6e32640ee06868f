export { ReportStalkerPanel } from './report-stalker-panel.js';
export { ExitEvent, ProblemEvent, StatusEvent, type ContactState } from './events.js';
export type { Problem } from './problems.js';
