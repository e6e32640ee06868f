export { ReportStalkerPanel } from './report-stalker-panel.js';
export { ExitEvent, ProblemEvent, StatusEvent, type ContactState } from './events.js';
export { registerMessages } from './register-messages.js';
export type { HoursWords } from './i18n/hours-in-words.js';
export type { ContactWords, MessagesPack, Note } from './i18n/messages.js';
export type { Problem } from './problems.js';
