/** Dated notices that close a line ("closed for training, 3 to 5 May"), as rules. */
import { dateFromText, dayOfDate } from './calendar.js';
import type { OpeningHours } from './opening-hours.js';

/** Both days included, as `yyyy-mm-dd` London dates. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

function dateNumber(text: string): number {
  const date = dateFromText(text);
  if (dayOfDate(date) === undefined) throw new RangeError(`Not a date (yyyy-mm-dd): ${text}`);
  return date;
}

/**
 * Hours that are closed from the first to the last day of each closure, with its comment. The night
 * before ends at the midnight at which the closure begins, and a night that would start on its last
 * day does not take place, so the morning after is closed as well, without the comment. A later
 * closure beats an earlier one.
 * @throws {RangeError} for a text that is not a date and for a closure that ends before it starts
 */
export function withClosures(hours: OpeningHours, closures: readonly Closure[]): OpeningHours {
  const rules = closures.map(({ from, to, comment }) => {
    const range = Object.freeze({ from: dateNumber(from), to: dateNumber(to) });
    if (range.to < range.from) throw new RangeError(`Closure ends before it starts: ${from}, ${to}`);
    return Object.freeze({
      additional: false,
      dates: Object.freeze([range]),
      weekdays: 0,
      holidays: false,
      spans: Object.freeze([]),
      state: 'closed' as const,
      cancels: true as const,
      ...(comment && { comment }),
    });
  });
  return rules.length ? Object.freeze({ rules: Object.freeze([...hours.rules, ...rules]) }) : hours;
}
