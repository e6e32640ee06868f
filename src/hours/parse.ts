/**
 * Parser of a subset of the OpenStreetMap `opening_hours` specification
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification):
 *
 *     hours    = rule { ( ";" | "," ) rule }
 *     rule     = ( "24/7" | [ dates ] [ days ] [ spans ] ) [ modifier ] [ comment ]     (not empty)
 *     dates    = range { "," range }                       range = date [ "-" ( date | dd ) ]
 *     date     = [ yyyy ] month dd | dd (in the month named last); both ends of a range with a year
 *     days     = day { "," day } | "PH" weekdays           day = weekday [ "-" weekday ] | "PH"
 *     spans    = span { "," span }                         span = hh:mm "-" hh:mm [ "+" ] | hh:mm "+"
 *     modifier = "open" | "closed" | "off" | "unknown"     comment = '"' any text '"'
 *
 * Letters match in either case and spaces are free between the parts. A comment without a modifier
 * means unknown. A `,` before a time continues the list of spans, elsewhere it starts an
 * additional rule. The text is split once, and each part is looked at a fixed number of times:
 * linear time.
 */
import { dayOfDate } from './calendar.js';
import {
  type DateRange,
  type OpeningHours,
  OpeningHoursSyntaxError,
  type Rule,
  type Span,
  type State,
} from './opening-hours.js';

const PARTS = /"[^"]+"|\d\d?:\d\d(?!\d)|24\/7(?!\d)|\d+|\p{L}+|\S/gu;
const WEEKDAY = /^(su|mo|tu|we|th|fr|sa)$/i;
const HOLIDAY = /^ph$/i;
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;
const YEAR = /^\d{4}$/;
const DAY_OF_MONTH = /^\d\d?$/;
const TIME = /:./;
const COMMA = /^,/;
const DASH = /^-/;
const PLUS = /^\+/;

/**
 * Reads opening hours.
 * @throws {OpeningHoursSyntaxError} for anything outside the notation above, text or not; the
 *   message says what was found and what was expected, `offset` says where.
 */
export function parseOpeningHours(text: string): OpeningHours {
  const parts = [...String(text).matchAll(PARTS)];
  let next = 0;

  const fail = (expected: string, which = next): never => {
    const part = parts[which];
    const offset = part ? part.index : text.length;
    throw new OpeningHoursSyntaxError(
      `Opening hours, offset ${offset}: found ${part ? `“${part[0].slice(0, 20)}”` : 'the end'}, expected ${expected}`,
      offset,
    );
  };
  const sees = (pattern: RegExp, ahead = 0): boolean => pattern.test(parts[next + ahead]?.[0] ?? '');
  /** The next part when it fits, else an empty text. */
  const take = (pattern: RegExp): string => (sees(pattern) ? parts[next++]![0] : '');
  const need = (pattern: RegExp, expected: string): string => take(pattern) || fail(expected);

  /** `yyyymm00` or `mm00`. */
  const month = (): number => {
    const year = Number(take(YEAR));
    const name = need(MONTH, 'a month such as Dec').toLowerCase();
    return year * 10_000 + 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name) / 0.03 + 100;
  };

  const dayIn = (within: number): number => {
    const date = within + Number(need(DAY_OF_MONTH, 'a day of the month'));
    // Where the year is open, a leap year stands in.
    return dayOfDate(date > 9999 ? date : date + 2000_0000) === undefined
      ? fail('a day that the month has', next - 1)
      : date;
  };

  const dates = (): DateRange[] => {
    const ranges: DateRange[] = [];
    if (!sees(MONTH) && !sees(YEAR)) return ranges;
    let current = 0;
    do {
      if (!current || !sees(DAY_OF_MONTH)) current = month();
      const from = dayIn(current);
      let to = from;
      if (take(DASH)) {
        const start = next;
        const inMonth = sees(DAY_OF_MONTH);
        if (!inMonth) current = month();
        to = dayIn(current);
        if (from > 9999 !== to > 9999) fail('a year in both dates or in none', start);
        if (to < from && (inMonth || from > 9999)) fail('a later date', start);
      }
      ranges.push({ from, to });
    } while (take(COMMA));
    return ranges;
  };

  const weekday = (): number =>
    'sumotuwethfrsa'.indexOf(need(WEEKDAY, 'a weekday such as Mo').toLowerCase()) / 2;

  /** A weekday or a range with wrap, as bits. */
  const weekdays = (): number => {
    let day = weekday();
    let bits = 1 << day;
    if (take(DASH)) {
      for (const last = weekday(); day !== last; bits |= 1 << day) day = (day + 1) % 7;
    }
    return bits;
  };

  const time = (limit: number, expected: string): number => {
    const [hours, minutes] = need(TIME, 'a time such as 09:30').split(':').map(Number);
    const minute = hours! * 60 + minutes!;
    return minutes! > 59 || minute > limit ? fail(expected, next - 1) : minute;
  };

  const spans = (): Span[] => {
    const list: Span[] = [];
    if (!sees(TIME)) return list;
    do {
      const from = time(1439, 'a time up to 23:59');
      let to = from;
      let openEnd = take(PLUS);
      if (!openEnd) {
        need(DASH, '- or +');
        to = time(2880, 'a time up to 48:00');
        if (to <= from) to += 1440;
        list.push({ from, to });
        openEnd = take(PLUS);
      }
      // Unknown until midnight; after an end past midnight for eight hours, as the reference
      // implementation (opening_hours.js) has it.
      if (openEnd) list.push({ from: to, to: to < 1440 ? 1440 : Math.min(to + 480, 2880), openEnd: true });
    } while (sees(COMMA) && sees(TIME, 1) && next++);
    return list;
  };

  const rule = (additional: boolean): Rule => {
    const start = next;
    let days = 0;
    let holidays: Rule['holidays'];
    let ranges: DateRange[] = [];
    let times: Span[] = [];
    if (!take(/^24\//)) {
      ranges = dates();
      if (sees(WEEKDAY) || sees(HOLIDAY)) {
        do {
          if (take(HOLIDAY)) holidays = 'also';
          else days |= weekdays();
        } while (take(COMMA));
        if (!days && sees(WEEKDAY)) {
          holidays = 'only';
          do days |= weekdays();
          while (take(COMMA));
        }
      }
      times = spans();
    }
    const modifier = take(/^(open|closed|off|unknown)$/i).toLowerCase();
    const comment = take(/^"./s).slice(1, -1);
    if (next === start) fail('a rule such as Mo-Fr 09:30-16:00');
    return Object.freeze({
      additional,
      dates: Object.freeze(ranges),
      weekdays: days,
      ...(holidays && { holidays }),
      spans: Object.freeze(times),
      state: (modifier === 'off' ? 'closed' : modifier || (comment ? 'unknown' : 'open')) as State,
      ...(comment && { comment }),
    });
  };

  const rules = [rule(false)];
  while (next < parts.length) {
    rules.push(rule(need(/^[;,]/, 'a time, a modifier, a “comment”, ; or ,') === ','));
  }
  return Object.freeze({ rules: Object.freeze(rules) });
}
