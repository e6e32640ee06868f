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
 * Painted days are cached by which rules matched, so a year of ordinary weeks costs seven of them. The search
 * goes from day to day until what is asked for differs; after the plan's cycle, only to new dates of Easter.
 */
import { bankHolidaysOf, easterOf } from './bank-holidays.js';
import { dateOf, DAY, dayOfDate, weekdayOf } from './calendar.js';
import { londonDay, londonInstant, londonMidnight } from './london-time.js';
import type { Division, HoursOptions, OpeningHours, Rule, Span, State, Status } from './opening-hours.js';

interface Value {
  readonly state: State;
  readonly comment?: string | undefined;
}

/** A value that holds from so many ms after midnight until the next segment, or the end of the day. */
interface Segment {
  readonly from: number;
  readonly value: Value;
}

/** Which rules match a London day: a `1` or a `0` for each. */
type Matches = string;

/** What is worked out once per `OpeningHours` and division. Bounded: nothing in it grows with time. */
interface Plan {
  readonly rules: readonly Rule[];
  readonly holidays: Division | undefined;
  /** The days on which a range of dates with years starts or is just over. */
  readonly turns: readonly number[];
  /** In days. Between two turns, what does not occur within a cycle never occurs, unless a rarer Easter brings it. */
  readonly cycle: number;
  readonly painted: Map<string, readonly Segment[]>;
  /** A day after which nothing changes any more, once one has been found. */
  settled?: number;
  /** A day after which nothing opens any more, once one has been found. */
  shut?: number;
}

const WHOLE_DAY: readonly Span[] = [{ from: 0, to: 1440 }];
const plans = new WeakMap<OpeningHours, Plan>();

/** @throws {RangeError} when the question has no answer, see `statusAt` */
function planFor(hours: OpeningHours, at: number, { holidays }: HoursOptions): Plan {
  const hasHolidays = hours.rules.some((rule) => rule.holidays);
  // A Date or a digit string would pass for a number, and add up to nonsense.
  if (!Number.isFinite(at) || at < (hasHolidays ? Date.UTC(2019, 0) : 0) || at > 8e15) {
    throw new RangeError(`Not an instant from 1970 (PH: 2019): ${at}`);
  }
  let plan = plans.get(hours);
  if (!plan || plan.holidays !== holidays) {
    const { rules } = hours;
    // Throws without a division, or for an unknown one, even where no day would ever need its holidays.
    if (hasHolidays) bankHolidaysOf(2019, holidays!);
    const dates = rules.flatMap((rule) => rule.dates);
    const turns = dates.flatMap(({ from, to }) => (to > 9999 ? [dayOfDate(from)!, dayOfDate(to)! + 1] : []));
    const isYearly = dates.some(({ to }) => to <= 9999);
    // Where every rule only closes, without a comment, the status never changes, whatever the dates.
    const canChange = rules.some(({ state, comment }) => state !== 'closed' || comment);
    plan = {
      rules,
      holidays,
      turns,
      // 16: weeks repeat, but the change in March can hide a span once. 15,000: each date,
      // fixed bank holidays included, meets each weekday within 40 years (29 February across a century),
      // also as a day that Easter leaves alone.
      cycle: canChange && (isYearly || hasHolidays) ? 15_000 : 16,
      painted: new Map(),
    };
    plans.set(hours, plan);
  }
  return plan;
}

/**
 * A rule that names neither weekdays nor bank holidays is for each day of its dates.
 * @param isHoliday whether to take the day for a bank holiday; looked up when it is not given
 */
function matchesOf({ rules, holidays }: Plan, day: number, isHoliday?: boolean): Matches {
  const date = dateOf(day);
  let matches = '';
  for (const { dates, weekdays, holidays: onHolidays } of rules) {
    const isDay =
      (weekdays >> weekdayOf(day)) & 1 ||
      (onHolidays ? (isHoliday ??= bankHolidaysOf((date / 10_000) | 0, holidays!).has(day)) : !weekdays);
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

function paint(rules: readonly Rule[], yesterday: Matches, today: Matches, day: number): readonly Segment[] {
  let layers: (Segment & { to: number; shift: number })[] = [];
  let followsSelectors: unknown;
  const midnight = londonMidnight(day);
  rules.forEach((rule, index) => {
    const { state, comment, spans } = rule;
    const hasSelectors = rule.dates.length || rule.weekdays || rule.holidays;
    const replaces = hasSelectors ? state !== 'closed' : state === 'open' && !followsSelectors;
    followsSelectors = hasSelectors;
    [today, yesterday].forEach((matches, shift) => {
      if (!+matches[index]!) return;
      if (!shift && replaces && !rule.additional) layers = [];
      if (shift && rule.cancels) layers = layers.filter((layer) => !layer.shift);
      for (const { from, to, openEnd } of spans.length ? spans : WHOLE_DAY) {
        layers.push({
          from: londonInstant(day - shift, from) - midnight,
          to: londonInstant(day - shift, to, true) - midnight,
          value: { state: openEnd && state === 'open' ? 'unknown' : state, comment },
          shift,
        });
      }
    });
  });
  return [0, ...layers.flatMap(({ from, to }) => [from, to])]
    .filter((from) => from >= 0 && from < londonMidnight(day + 1) - midnight)
    .sort((one, other) => one - other)
    .map((from) => ({
      from,
      value: layers.filter((layer) => layer.from <= from && from < layer.to).pop()?.value ?? { state: 'closed' },
    }));
}

/** The segments of a London day; `day` 0 stands for any day of 24 hours. Days of the same length and matches share one entry. */
function segmentsOf({ rules, painted }: Plan, yesterday: Matches, today: Matches, day: number): readonly Segment[] {
  const key = yesterday + today + (day && londonMidnight(day + 1) - londonMidnight(day) - DAY);
  let segments = painted.get(key);
  if (!segments) {
    if (painted.size > 99) painted.clear();
    painted.set(key, (segments = paint(rules, yesterday, today, day)));
  }
  return segments;
}

/**
 * The value at an instant, and the instant at which the next one that differs from it begins.
 * @param end the plan's property for a day after which nothing that differs was found
 */
function changeAfter(
  plan: Plan,
  at: number,
  end: 'settled' | 'shut',
  differs: (one: Value, other: Value) => boolean,
): [now: Value, until?: number] {
  let now: Value | undefined;
  const first = londonDay(at);
  // From that day on nothing that differs is to be found: what holds now is all. While none is known, the comparison is false.
  const cycle = first >= plan[end]! ? 0 : plan.cycle;
  for (let since = first; since < Infinity;) {
    // `Infinity` after the last turn.
    const turn = Math.min(...plan.turns.filter((other) => other > since));
    /** By `mmdd`: the first Easter on that date after the cycle. */
    const easters: number[] = [];
    let today = '';
    // 46 cycles, 690,000 days: Easter's rarest dates, 22 March and 25 April, are at most 1,887 years
    // apart in the 5,700,000 years of its own cycle.
    for (let day = since; day < turn && day <= since + cycle * 46; day++) {
      if (day > since + cycle) {
        // Only an Easter on a new date still brings anything new: years in which it has the same date
        // have the same days and holidays around it. From Easter to Easter it is 50 weeks or more.
        const easter = easterOf((dateOf(day) / 10_000) | 0);
        if (day > (easters[dateOf(easter) % 10_000] ??= easter) + 2) {
          day = easter + 347;
          today = '';
          continue;
        }
      }
      const yesterday = today || matchesOf(plan, day - 1);
      today = matchesOf(plan, day);
      // A clock change moves and may hide segments, but reveals none: later days are first taken for days
      // of 24 hours, so that the zone is not asked about every day on the way.
      if (!now || segmentsOf(plan, yesterday, today, 0).some(({ value }) => differs(value, now!))) {
        for (const { from, value } of segmentsOf(plan, yesterday, today, day)) {
          const begins = londonMidnight(day) + from;
          if (begins <= at) now = value;
          else if (differs(value, now!)) return [now!, begins];
        }
      }
    }
    since = turn;
  }
  if (cycle) plan[end] = first;
  return [now!];
}

/**
 * The state at an instant, its comment, and the exact instant at which either next differs.
 * @param at epoch ms
 * @throws {RangeError} when `at` is not a finite number, or is before 1970 or after the year 255,000.
 *   For hours that mention `PH`, also when `options.holidays` is missing or unknown, or `at` is
 *   before 2019, where the record of bank holidays starts
 * @throws {Error} when the runtime has no usable time-zone data for London
 */
export function statusAt(hours: OpeningHours, at: number, options: HoursOptions = {}): Status {
  const [now, until] = changeAfter(
    planFor(hours, at, options),
    at,
    'settled',
    (one, other) => one.state !== other.state || one.comment !== other.comment,
  );
  const { state, comment } = now;
  return { state, ...(comment && { comment }), ...(until && { until }) };
}

/**
 * The start (epoch ms) of the first open time that begins after an instant; the one in progress, if
 * any, does not count. `undefined` when the hours never open again. Throws as `statusAt` does.
 * @param at epoch ms
 */
export function nextOpening(hours: OpeningHours, at: number, options: HoursOptions = {}): number | undefined {
  const plan = planFor(hours, at, options);
  // Changes between closed and unknown do not count: hours that are never more than "may be open" have one every day.
  const after = (instant: number) =>
    changeAfter(plan, instant, 'shut', (one, other) => (one.state === 'open') !== (other.state === 'open'));
  const [now, until] = after(at);
  return now.state === 'open' && until ? after(until)[1] : until;
}

/**
 * Whether the bank holiday is why the line does not open at all on the London day of an instant:
 * the day has no open or unknown time, and would have if it were not a bank holiday. Throws as
 * `statusAt` does.
 */
export function closedForHoliday(hours: OpeningHours, at: number, options: HoursOptions): boolean {
  const plan = planFor(hours, at, options);
  const day = londonDay(at);
  const yesterday = matchesOf(plan, day - 1);
  const opens = (isHoliday?: boolean): boolean =>
    segmentsOf(plan, yesterday, matchesOf(plan, day, isHoliday), day).some(({ value }) => value.state !== 'closed');
  return !opens() && opens(false);
}
