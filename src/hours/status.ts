/**
 * What opening hours say at an instant, and when that changes.
 *
 * A London day is painted rule by rule, the later over the earlier, in the order and with the
 * override rule of opening_hours.js, the reference implementation:
 * - a rule paints its spans, or the whole day when it has none, on each day that it matches, and
 *   then what runs over midnight from the day before when it matches that one;
 * - a rule joined by `;` that is not `closed` first wipes the days that it matches. One without
 *   selectors does so only when it is open and follows another without selectors;
 * - the overnight part of a wiped or closed day still paints the morning after, except after a
 *   rule that cancels it (closures.ts).
 *
 * Painted days are kept by which rules matched, so a year of ordinary weeks costs seven of them.
 */
import { bankHolidaysOf } from './bank-holidays.js';
import { dateOf, DAY, dayOfDate, MINUTE, weekdayOf } from './calendar.js';
import { elapsedMinutes, londonExtraMinutes, londonMidnight, londonOffset } from './london-time.js';
import type {
  Division,
  HoursOptions,
  OpeningHours,
  Rule,
  Span,
  State,
  Status,
} from './opening-hours.js';

interface Value {
  readonly state: State;
  readonly comment?: string | undefined;
}

/** Holds from so many minutes after midnight until the next segment, or the end of the day. */
interface Segment {
  readonly from: number;
  readonly value: Value;
}

/** Which rules match a London day: a `1` or a `0` for each. */
type Matches = string;

/** What is worked out once per `OpeningHours`. Bounded: nothing in it grows with time. */
interface Plan {
  readonly rules: readonly Rule[];
  /** In order, the days on which a range of dates with years starts or is just over. */
  readonly turns: readonly number[];
  /** Between turns, what does not occur within so many days does not occur at all. */
  readonly cycle: number;
  readonly painted: Map<string, readonly Segment[]>;
  /** The last answer to each question, which holds for every instant in between. */
  readonly answers: Map<Found, Answer>;
}

/** Whether a segment is the one looked for, given the value before it. */
type Found = (value: Value, previous: Value) => boolean;

interface Answer {
  readonly from: number;
  readonly holidays: Division | undefined;
  readonly value: Value;
  readonly until: number | undefined;
}

const WHOLE_DAY: readonly Span[] = [{ from: 0, to: 1440 }];
const CLOSED: Value = { state: 'closed' };
const plans = new WeakMap<OpeningHours, Plan>();

/** @throws {RangeError} when the question has no answer, see `statusAt` */
function planFor(hours: OpeningHours, at: number, { holidays }: HoursOptions): Plan {
  const hasHolidays = hours.rules.some((rule) => rule.holidays);
  if (hasHolidays && !holidays) throw new RangeError('PH needs options.holidays');
  // A Date or a digit string would pass for a number, and add up to nonsense.
  if (!Number.isFinite(at) || at < (hasHolidays ? Date.UTC(2019, 0) : 0) || at > 8e15) {
    throw new RangeError(`Not an instant from 1970 (PH: 2019): ${at}`);
  }
  let plan = plans.get(hours);
  if (!plan) {
    // Whatever comes before the first rule that can be noticed closes what is closed anyway.
    let rules = hours.rules;
    while (rules[0]?.state === 'closed' && !rules[0].comment) rules = rules.slice(1);
    const dates = rules.flatMap((rule) => rule.dates);
    const turns = dates
      .flatMap(({ from, to }) => (to > 9999 ? [dayOfDate(from)!, dayOfDate(to)! + 1] : []))
      .sort((one, other) => one - other);
    const isYearly = turns.length < 2 * dates.length;
    plan = {
      rules,
      turns,
      // Weekdays repeat every week. Each date, holidays by date included, meets each weekday
      // within 40 years (29 February across a century). Easter's rarest dates, 22 March and
      // 25 April, are at most 1,887 years apart in the 5,700,000 years of its cycle.
      cycle:
        isYearly && hasHolidays ? 690_000 : rules.length && (isYearly || hasHolidays) ? 15_000 : 9,
      painted: new Map(),
      answers: new Map(),
    };
    plans.set(hours, plan);
  }
  return plan;
}

function matchesOf(
  { rules }: Plan,
  day: number,
  { holidays }: HoursOptions,
  isOrdinary?: boolean,
): Matches {
  const date = dateOf(day);
  const isHoliday =
    holidays && !isOrdinary && bankHolidaysOf((date / 10_000) | 0, holidays).has(day);
  let matches = '';
  for (const { dates, weekdays, holidays: onHolidays } of rules) {
    const isDay = (weekdays >> weekdayOf(day)) & 1 || (onHolidays ? isHoliday : !weekdays);
    const isMatch =
      isDay &&
      (!dates.length ||
        dates.some(({ from, to }) => {
          const which = to > 9999 ? date : date % 10_000;
          return from > to ? which >= from || which <= to : which >= from && which <= to;
        }));
    matches += isMatch ? 1 : 0;
  }
  return matches;
}

function paint(
  rules: readonly Rule[],
  yesterday: Matches,
  today: Matches,
  extra: number,
): readonly Segment[] {
  let layers: { from: number; to: number; value: Value; shift: number }[] = [];
  let followsSelectors: unknown;
  rules.forEach((rule, index) => {
    const { state, comment, spans } = rule;
    const isOn = (day: Matches): boolean => day[index] === '1';
    const hasSelectors = rule.dates.length || rule.weekdays || rule.holidays;
    const replaces = hasSelectors ? state !== 'closed' : state === 'open' && !followsSelectors;
    if (replaces && !rule.additional && isOn(today)) layers = [];
    if (rule.cancels && isOn(yesterday)) layers = layers.filter((layer) => !layer.shift);
    for (const shift of [0, 1440]) {
      if (!isOn(shift ? yesterday : today)) continue;
      for (const { from, to, openEnd } of spans.length ? spans : WHOLE_DAY) {
        layers.push({
          from: elapsedMinutes(Math.max(from - shift, 0), extra),
          to: elapsedMinutes(Math.min(to - shift, 1440), extra, true),
          value: { state: openEnd && state === 'open' ? 'unknown' : state, comment },
          shift,
        });
      }
    }
    followsSelectors = hasSelectors;
  });
  return [0, ...layers.flatMap(({ from, to }) => [from, to])]
    .filter((from) => from >= 0 && from < 1440 + extra)
    .sort((one, other) => one - other)
    .map((from) => ({
      from,
      value: layers.findLast((layer) => layer.from <= from && from < layer.to)?.value ?? CLOSED,
    }));
}

/** The segments of a London day that is `extra` minutes longer than usual. */
function segmentsOf(
  { rules, painted }: Plan,
  yesterday: Matches,
  today: Matches,
  extra: number,
): readonly Segment[] {
  const key = yesterday + today + extra;
  let segments = painted.get(key);
  if (!segments) {
    if (painted.size > 99) painted.clear();
    painted.set(key, (segments = paint(rules, yesterday, today, extra)));
  }
  return segments;
}

/**
 * Walks from the segment at `at` to later ones: the value at `at`, and the start of the first
 * segment that `isFound` accepts, given its predecessor; `undefined` when there is none, ever.
 */
function search(
  hours: OpeningHours,
  at: number,
  options: HoursOptions,
  isFound: Found,
): Answer {
  const plan = planFor(hours, at, options);
  const { turns, cycle, answers } = plan;
  const { holidays } = options;
  const known = answers.get(isFound);
  if (known && at >= known.from && !(at >= known.until!) && holidays === known.holidays) return known;

  const answer = (until?: number): Answer => {
    const found = { from: at, holidays, value: current ?? previous, until };
    answers.set(isFound, found);
    return found;
  };
  let day = Math.floor((at + londonOffset(at)) / DAY);
  let minute = (at - londonMidnight(day)) / MINUTE;
  /** From here on, no turn has been passed. */
  let since = day;
  let current: Value | undefined;
  let previous = CLOSED;
  let yesterday = matchesOf(plan, day - 1, options);
  let today = yesterday;
  /** Minutes after midnight of what is found in a day of that length, else -1. */
  const walk = (extra: number): number => {
    let last = previous;
    for (const { from, value } of segmentsOf(plan, yesterday, today, extra)) {
      if (from > minute) {
        current ??= last;
        if (isFound(value, last)) return from;
      }
      last = value;
    }
    previous = last;
    return -1;
  };
  for (; ; day++) {
    if (day > since + cycle) {
      // Nothing in a whole cycle: nothing before the next turn.
      const turn = turns.find((which) => which > since);
      if (!turn) return answer();
      since = turn;
      day = Math.max(day, turn);
      yesterday = matchesOf(plan, day - 1, options);
    }
    today = matchesOf(plan, day, options);
    // A clock change moves and may hide segments, but reveals none: later days are first taken as
    // usual ones, so that the zone is not asked about every year on the way.
    if (minute >= 0 || walk(0) >= 0) {
      const from = walk(londonExtraMinutes(day));
      if (from >= 0) return answer(londonMidnight(day) + from * MINUTE);
    }
    minute = -1;
    yesterday = today;
  }
}

const differs: Found = (value, previous) =>
  value.state !== previous.state || value.comment !== previous.comment;

const isOpening: Found = (value, previous) => value.state === 'open' && previous.state !== 'open';

/**
 * The state at an instant, its comment, and the exact instant at which either next differs.
 * @param at epoch ms
 * @throws {RangeError} `at` is not a finite number, or before 1970 or after the year 255,000; the
 *   hours mention `PH` and `options.holidays` is missing or unknown, or `at` is before 2019, where
 *   the record starts
 * @throws {Error} the host has no usable time-zone data
 */
export function statusAt(hours: OpeningHours, at: number, options: HoursOptions = {}): Status {
  const { value, until } = search(hours, at, options, differs);
  const { state, comment } = value;
  return { state, ...(comment && { comment }), ...(until && { until }) };
}

/**
 * The start of the next open time strictly after an instant (while open: of the one after), or
 * `undefined` when the hours never open again. Throws as `statusAt` does.
 */
export function nextOpening(
  hours: OpeningHours,
  at: number,
  options: HoursOptions = {},
): number | undefined {
  return search(hours, at, options, isOpening).until;
}

/**
 * Whether the bank holiday is why the line does not open at all on the London day of an instant:
 * the day has no open or unknown time, and would have if it were not a bank holiday. Throws as
 * `statusAt` does.
 */
export function closedForHoliday(
  hours: OpeningHours,
  at: number,
  options: HoursOptions = {},
): boolean {
  const plan = planFor(hours, at, options);
  const day = Math.floor((at + londonOffset(at)) / DAY);
  const yesterday = matchesOf(plan, day - 1, options);
  const opens = (isOrdinary: boolean): boolean =>
    segmentsOf(
      plan,
      yesterday,
      matchesOf(plan, day, options, isOrdinary),
      londonExtraMinutes(day),
    ).some(({ value }) => value.state !== 'closed');
  return !opens(false) && opens(true);
}
