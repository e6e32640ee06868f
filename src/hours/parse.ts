/**
 * Parser of a subset of the OpenStreetMap `opening_hours` specification
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification):
 *
 *     hours    = rule { ( ";" | "," ) rule }
 *     rule     = ( "24/7" | [ dates ] [ days ] [ spans ] ) [ modifier ] [ comment ]     (not empty)
 *     dates    = range { "," range }                       range = date [ "-" ( date | dd ) ]
 *     date     = [ yyyy ] month dd | dd (in the month named last); both ends of a range with a year
 *     days     = day { "," day }                           day = weekday [ "-" weekday ] | "PH"
 *     spans    = span { "," span }                         span = hh:mm "-" hh:mm [ "+" ] | hh:mm "+"
 *     modifier = "open" | "closed" | "off" | "unknown"     comment = '"' any text '"'
 *
 * Letters match in either case, and spaces between tokens are optional. A comment without a
 * modifier means unknown. A `,` after a date or a day continues that list; between two spans it
 * continues the spans; anywhere else it starts an additional rule. The text is split once, and each
 * token is looked at a fixed number of times: linear time.
 */
import { dayOfDate } from './calendar.js';
import { type DateRange, type OpeningHours, OpeningHoursSyntaxError, type Rule, type Span, type State } from './opening-hours.js';

const TOKENS = /"\s*[^"\s][^"]*"|\d\d?:\d\d(?!\d)|24\/7(?!\d)|\d+|[A-Za-z]+|\S/gu;

/** Kinds of tokens: one of these names, in either case, or of this form. */
const WEEKDAY = 'su|mo|tu|we|th|fr|sa';
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const YEAR = /^[1-9]\d\d\d$/;
const DAY_OF_MONTH = /^\d\d?$/;
const TIME = /^\d\d?:/;
const COMMENT = /^"./s;

/**
 * Reads opening hours.
 * @throws {OpeningHoursSyntaxError} for anything outside the notation above; the message says what
 *   was found and what was expected, `offset` says where. An empty text, or anything but a string, throws too.
 */
export function parseOpeningHours(text: string): OpeningHours {
  const source = typeof text === 'string' ? text : '';
  const tokens = [...source.matchAll(TOKENS)];
  let next = 0;

  const fail = (expected: string, which = next): never => {
    const token = tokens[which];
    const offset = token?.index ?? source.length;
    throw new OpeningHoursSyntaxError(
      `Offset ${offset}: found ${token ? `"${token[0].slice(0, 20)}"` : 'the end'}, expected ${expected}`,
      offset,
    );
  };
  /** Whether the next token fits. Names are compared as text: compiling a RegExp for each list of names takes longer than parsing. */
  const nextIs = (pattern: string | RegExp): boolean => {
    const token = tokens[next]?.[0] ?? '';
    return typeof pattern === 'string' ? `|${pattern}|`.includes(`|${token.toLowerCase()}|`) : pattern.test(token);
  };
  /** Takes the next token if it fits; else returns an empty text. */
  const accept = (pattern: string | RegExp): string => (nextIs(pattern) ? tokens[next++]![0] : '');
  const expect = (pattern: string, expected: string): string => accept(pattern) || fail(expected);
  /** The character index of the next token in a list of names, all equally long: callers turn it into a month or weekday. */
  const indexIn = (names: string, expected: string): number => names.indexOf(expect(names, expected).toLowerCase());

  const dates = (): readonly DateRange[] => {
    const ranges: DateRange[] = [];
    /** `yyyymm00` or `mm00`, for days that name no month. */
    let month = 0;
    const date = (): number => {
      if (!month || !nextIs(DAY_OF_MONTH)) {
        const year = Number(accept(YEAR));
        // Names stand four characters apart, months of a date a hundred: 25 for each.
        month = year * 10_000 + indexIn(MONTH, 'a month like Dec') * 25 + 100;
      }
      const start = next;
      const found = month + Number(accept(DAY_OF_MONTH));
      // Without a year, a leap year stands in.
      return dayOfDate(found > 9999 ? found : found + 2000_0000) === undefined ? fail('a day of that month', start) : found;
    };
    if (nextIs(MONTH) || nextIs(YEAR)) {
      do {
        const from = date();
        let to = from;
        if (accept('-')) {
          const start = next;
          const inMonth = nextIs(DAY_OF_MONTH);
          to = date();
          // Backwards only across the new year, so neither within a month nor with years; and never from a date without a year to
          // one that has it.
          if (to < from ? inMonth || from > 9999 : from < 10_000 && to > 9999) {
            fail('a later date, same form', start);
          }
        }
        ranges.push(Object.freeze({ from, to }));
      } while (accept(','));
    }
    return Object.freeze(ranges);
  };

  const weekday = (): number => indexIn(WEEKDAY, 'a weekday like Mo') / 3;

  /** A weekday, or a range that may run past Saturday, as bits. */
  const weekdays = (): number => {
    let day = weekday();
    let bits = 1 << day;
    if (accept('-')) {
      for (const last = weekday(); day !== last; bits |= 1 << day) day = (day + 1) % 7;
    }
    return bits;
  };

  /** Minutes after midnight. */
  const time = (latest: string): number => {
    const start = next;
    const text = (accept(TIME) || '99:99').padStart(5, '0');
    return text > latest || text[3]! > '5' ? fail(`a time up to ${latest}`, start) : Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  };

  const spans = (): readonly Span[] => {
    const list: Span[] = [];
    // A `,` that no time follows is left for the next rule: `!next--` gives it back, and is false.
    for (let more = nextIs(TIME); more; more = !!accept(',') && (nextIs(TIME) || !next--)) {
      const from = time('23:59');
      let to = from;
      let openEnd = accept('+');
      if (!openEnd) {
        expect('-', '- or +');
        to = time('48:00');
        if (to <= from) to += 1440;
        list.push(Object.freeze({ __proto__: null, from, to }));
        openEnd = accept('+');
      }
      // Unknown until midnight (opening_hours.js, the reference implementation, goes on past midnight where
      // the open end begins at 17:00 or later). If it begins at or past midnight, eight hours, as there,
      // but never beyond the end of the next day.
      if (openEnd) {
        const end = to < 1440 ? 1440 : Math.min(to + 480, 2880);
        list.push(Object.freeze({ from: to, to: end, openEnd: true }));
      }
    }
    return Object.freeze(list);
  };

  const rule = (additional: boolean): Rule => {
    const start = next;
    let days = 0;
    let holidays = false;
    let ranges: readonly DateRange[] = [];
    let times: readonly Span[] = [];
    if (!accept('24/7')) {
      ranges = dates();
      if (nextIs(`${WEEKDAY}|ph`)) {
        do {
          if (accept('ph')) holidays = true;
          else days |= weekdays();
        } while (accept(','));
      }
      times = spans();
    }
    const modifier = accept('open|closed|off|unknown').toLowerCase();
    const comment = accept(COMMENT).slice(1, -1);
    if (next === start) fail('a rule like Mo 09:00-12:00');
    // Without a prototype, as spans are: a page's library may let the address of the page set properties of every object.
    return Object.freeze({
      __proto__: null,
      additional,
      dates: ranges,
      weekdays: days,
      holidays,
      spans: times,
      state: (modifier === 'off' ? 'closed' : modifier || (comment ? 'unknown' : 'open')) as State,
      ...(comment && { comment }),
    });
  };

  const rules = [rule(false)];
  while (next < tokens.length) {
    rules.push(rule(expect(';|,', 'a time, state, ; or ,') === ','));
  }
  return Object.freeze({ rules: Object.freeze(rules) });
}
