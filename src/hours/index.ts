/** `report-stalker-panel/hours`: opening hours, read in Europe/London. Acts on nothing when imported. */
export { isBankHoliday } from './bank-holidays.js';
export {
  type DateRange,
  type Division,
  type HoursOptions,
  type OpeningHours,
  OpeningHoursSyntaxError,
  type Rule,
  type Span,
  type State,
  type Status,
} from './opening-hours.js';
export { parseOpeningHours } from './parse.js';
export { nextOpening, statusAt } from './status.js';
