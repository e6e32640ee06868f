/** Dated notices that close a line ("closed for training, 3 to 5 May"), as rules. */
import { dateFromText, dayOfDate } from './calendar.js';
import type { OpeningHours, Rule } from './opening-hours.js';

/** Both days included, as `yyyy-mm-dd` London dates. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

/**
 * Hours that are closed from the first to the last day of each closure, with its comment. An overnight
 * span from the day before ends at the midnight at which the closure begins. One that would start on
 * the closure's last day does not take place: its part after midnight is closed too, without the
 * comment. A later closure overrides an earlier one.
 * @throws {RangeError} for a text that is not a date and for a closure that ends before it starts
 */
export function withClosures(hours: OpeningHours, closures: readonly Closure[]): OpeningHours {
  const rules: readonly Rule[] = closures.map(({ from, to, comment }) => {
    const range = { from: dateFromText(from), to: dateFromText(to) };
    // A text that is no date gives `undefined`, and every comparison with that is false.
    if (!(dayOfDate(range.from)! <= dayOfDate(range.to)!)) throw new RangeError(`Not two dates in order: ${from}, ${to}`);
    return {
      __proto__: null,
      additional: false,
      dates: [range],
      weekdays: 0,
      holidays: false,
      spans: [],
      state: 'closed' as const,
      cancels: true,
      ...(comment && { comment }),
    };
  });
  return rules.length ? { rules: [...hours.rules, ...rules] } : hours;
}
