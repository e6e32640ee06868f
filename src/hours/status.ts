/**
 * What opening hours say at an instant, and when that changes.
 *
 * A London day is painted rule by rule, the later over the earlier, in the order and with the
 * override rule of opening_hours.js, the reference implementation:
 * - a rule paints its spans, or the whole day when it has none, on each day that it matches, and
 *   then what runs over midnight from the day before when it matches that one;
 * - a rule joined by `;` that is not `closed` first wipes the days that it matches. One without
 *   selectors does so only when it is open and follows another without selectors;
 * - the overnight part of a wiped or closed day still paints the morning after.
 *
 * Painted days are kept by which rules matched, so a year of ordinary weeks costs seven of them.
 */
import { bankHolidaysOf } from './bank-holidays.js';
import { dateOf, DAY, dayOfDate, MINUTE, weekdayOf } from './calendar.js';
import { elapsedMinutes, londonExtraMinutes, londonMidnight, londonOffset } from './london-time.js';
import type { DateRange, HoursOptions, OpeningHours, Rule, Status } from './opening-hours.js';

type Value = Pick<Status, 'state' | 'comment'>;

/** Holds from so many minutes after midnight until the next segment, or the end of the day. */
interface Segment {
  readonly from: number;
  readonly value: Value;
}

/** A London day, as far as rules ask about it. */
interface Facts {
  readonly weekday: number;
  /** `yyyymmdd`; 0 for hours that no date matters to. */
  readonly date: number;
  readonly isHoliday: boolean;
}

/** What is worked out once per `OpeningHours`. Bounded: nothing in it grows with time. */
interface Plan {
  readonly rules: readonly Rule[];
  /** Some rule mentions `PH`. */
  readonly holidays: boolean;
  readonly dates: readonly DateRange[];
  /** In order, the days on which a range of dates with years starts or is just over. */
  readonly turns: readonly number[];
  /** Between turns, what does not occur within so many days does not occur at all. */
  readonly cycle: number;
  readonly painted: Map<number, readonly Segment[]>;
  /** The latest answer of each division: asked again before `until`, it is the same. */
  readonly latest: Partial<Record<string, { readonly from: number; readonly status: Status }>>;
}

const CLOSED: Value = { state: 'closed' };
const plans = new WeakMap<OpeningHours, Plan>();

/** @throws {RangeError} when the question has no answer, see `statusAt` */
function planFor(hours: OpeningHours, at: number, { holidays }: HoursOptions): Plan {
  let plan = plans.get(hours);
  if (!plan) {
    const { rules } = hours;
    const dates = rules.flatMap((rule) => rule.dates);
    const yearly = dates.filter(({ to }) => to < 10_000);
    const hasHolidays = rules.some((rule) => rule.holidays);
    plan = {
      rules,
      holidays: hasHolidays,
      dates,
      turns: dates
        .filter(({ to }) => to > 9999)
        .flatMap(({ from, to }) => [dayOfDate(from)!, dayOfDate(to)! + 1])
        .sort((one, other) => one - other),
      // Weekdays repeat every week. Each date, holidays by date included, meets each weekday
      // within 40 years (29 February across a century). Easter's rarest dates, 22 March and
      // 25 April, are at most 1,887 years apart in the 5,700,000 years of its cycle.
      cycle: (yearly.length && hasHolidays ? 1889 : yearly.length || hasHolidays ? 42 : 1) * 366,
      painted: new Map(),
      latest: {},
    };
    plans.set(hours, plan);
  }
  if (!(Math.abs(at) < 8e15)) throw new RangeError(`Not an instant in epoch ms: ${at}`);
  if (plan.holidays) {
    if (!holidays) throw new RangeError('Hours with PH need options.holidays');
    bankHolidaysOf(2019, holidays);
    if (at < Date.UTC(2019, 0)) throw new RangeError('Bank holidays are known from 2019 on');
  }
  return plan;
}

function factsOf(plan: Plan, day: number, { holidays }: HoursOptions): Facts {
  const date = plan.holidays || plan.dates.length ? dateOf(day) : 0;
  return {
    weekday: weekdayOf(day),
    date,
    isHoliday: plan.holidays && bankHolidaysOf((date / 10_000) | 0, holidays!).has(day),
  };
}

function matches({ dates, weekdays, holidays }: Rule, { weekday, date, isHoliday }: Facts): boolean {
  const onWeekday = ((weekdays >> weekday) & 1) > 0;
  return (
    (holidays === 'only'
      ? isHoliday && onWeekday
      : onWeekday || (holidays ? isHoliday : !weekdays)) &&
    (!dates.length ||
      dates.some(({ from, to }) => {
        const which = to > 9999 ? date : date % 10_000;
        return from > to ? which >= from || which <= to : which >= from && which <= to;
      }))
  );
}

/** Bit 0: the rule matches today; bit 1: yesterday. */
const matchOf = (rule: Rule, yesterday: Facts, today: Facts): number =>
  Number(matches(rule, today)) + Number(matches(rule, yesterday)) * 2;

const hasSelectors = (rule: Rule | undefined): unknown =>
  !rule || rule.dates.length || rule.weekdays || rule.holidays;

function paint(
  rules: readonly Rule[],
  yesterday: Facts,
  today: Facts,
  extra: number,
): readonly Segment[] {
  const blank: Segment[] = [{ from: 0, value: CLOSED }];
  let segments = blank;
  rules.forEach((rule, index) => {
    const { state, comment } = rule;
    const match = matchOf(rule, yesterday, today);
    if (
      match & 1 &&
      !rule.additional &&
      (hasSelectors(rule) ? state !== 'closed' : state === 'open' && !hasSelectors(rules[index - 1]))
    ) {
      segments = blank;
    }
    const spans = rule.spans.length ? rule.spans : [{ from: 0, to: 1440 }];
    for (const shift of [0, 1440]) {
      if (!(match & (shift ? 2 : 1))) continue;
      for (const span of spans) {
        const from = elapsedMinutes(Math.max(span.from - shift, 0), extra, 'start');
        const to = elapsedMinutes(Math.min(span.to - shift, 1440), extra, 'end');
        if (from >= to) continue;
        const after = segments.findLast((segment) => segment.from <= to)!;
        const now = 'openEnd' in span && state === 'open' ? 'unknown' : state;
        segments = [
          ...segments.filter((segment) => segment.from < from),
          { from, value: comment ? { state: now, comment } : { state: now } },
          ...(to < 1440 + extra ? [{ ...after, from: to }] : []),
          ...segments.filter((segment) => segment.from > to),
        ];
      }
    }
  });
  return segments;
}

/** The segments of a London day that is `extra` minutes longer than usual. */
function segmentsOf(plan: Plan, yesterday: Facts, today: Facts, extra: number): readonly Segment[] {
  const { rules, painted } = plan;
  // Two bits a rule: with more than 25 they do not fit into a number, and nothing is kept.
  let key = 2 + extra / 60;
  for (const rule of rules) key = key * 4 + matchOf(rule, yesterday, today);
  let segments = painted.get(key);
  if (!segments) {
    segments = paint(rules, yesterday, today, extra);
    if (painted.size > 999) painted.clear();
    if (rules.length < 26) painted.set(key, segments);
  }
  return segments;
}

/**
 * Walks from the segment at `at` to later ones: the value at `at`, and the start of the first
 * segment that `isFound` accepts, given its predecessor; `undefined` when there is none, ever.
 */
function search(
  plan: Plan,
  at: number,
  options: HoursOptions,
  isFound: (value: Value, previous: Value) => boolean,
): readonly [Value, number | undefined] {
  const { turns, cycle } = plan;
  let day = Math.floor((at + londonOffset(at)) / DAY);
  let minute = (at - londonMidnight(day)) / MINUTE;
  let limit = day + cycle;
  let turn = 0;
  let current: Value | undefined;
  let previous = CLOSED;
  let yesterday = factsOf(plan, day - 1, options);
  for (; ; day++) {
    while (turns[turn]! <= day) limit = Math.max(limit, turns[turn++]! + cycle);
    if (day > limit) {
      // Nothing in a whole cycle: nothing before the next turn.
      if (turn === turns.length) return [current ?? previous, undefined];
      limit = day = turns[turn]!;
      yesterday = factsOf(plan, day - 1, options);
    }
    const today = factsOf(plan, day, options);
    for (const { from, value } of segmentsOf(plan, yesterday, today, londonExtraMinutes(day))) {
      if (from > minute) {
        current ??= previous;
        if (isFound(value, previous)) return [current, londonMidnight(day) + from * MINUTE];
      }
      previous = value;
    }
    minute = -1;
    yesterday = today;
  }
}

const differs = (value: Value, previous: Value): boolean =>
  value.state !== previous.state || value.comment !== previous.comment;

/**
 * The state at an instant, its comment, and the exact instant at which either next differs.
 * @param at epoch ms
 * @throws {RangeError} `at` is not finite or outside the calendar; the hours mention `PH` and
 *   `options.holidays` is missing or unknown, or `at` is before 2019, where the record starts
 * @throws {Error} the host has no usable time-zone data
 */
export function statusAt(hours: OpeningHours, at: number, options: HoursOptions = {}): Status {
  const plan = planFor(hours, at, options);
  const division = options.holidays ?? '';
  const latest = plan.latest[division];
  if (latest && at >= latest.from && at < (latest.status.until ?? Infinity)) return latest.status;
  const [value, until] = search(plan, at, options, differs);
  const status = Object.freeze(until === undefined ? value : { ...value, until });
  plan.latest[division] = { from: at, status };
  return status;
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
  const plan = planFor(hours, at, options);
  const isOpening = (value: Value, previous: Value): boolean =>
    value.state === 'open' && previous.state !== 'open';
  // Hours that change forever without opening would be searched for thousands of years.
  return plan.rules.some((rule) => rule.state === 'open')
    ? search(plan, at, options, isOpening)[1]
    : undefined;
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
  const today = factsOf(plan, day, options);
  const opensOn = (facts: Facts): boolean =>
    segmentsOf(plan, factsOf(plan, day - 1, options), facts, londonExtraMinutes(day)).some(
      ({ value }) => value.state !== 'closed',
    );
  return today.isHoliday && !opensOn(today) && opensOn({ ...today, isHoliday: false });
}
