/** Opening hours as data for sentences: what to say, in which order, in no language. */
import type { DateRange, OpeningHours, Rule, Span, State } from './opening-hours.js';

export interface ScheduleLine {
  /** `later`: on these days it may close later than an earlier line says. */
  readonly says: State | 'later';
  readonly dates: readonly DateRange[];
  /** Runs of weekdays, Monday first; 0 is Sunday. Empty: none are named. */
  readonly weekdays: readonly (readonly [first: number, last: number])[];
  readonly holidays: boolean;
  /** Empty: the whole day, or (when unknown) the times of an earlier line. */
  readonly spans: readonly Span[];
  readonly comment?: string;
}

const EVERY_WEEKDAY = 127;

/** Runs of neighbours in the week from Monday to Sunday; two neighbours are named one by one. */
function runsOf(bits: number): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (let step = 0; step < 7; step++) {
    const day = (step + 1) % 7;
    if (!((bits >> day) & 1)) continue;
    const run = runs.at(-1);
    if (run && (run[1] + 1) % 7 === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs.flatMap(([first, last]): (readonly [number, number])[] =>
    (first + 1) % 7 === last ? [[first, first], [last, last]] : [[first, last]],
  );
}

const isWeekly = (rule: Rule): boolean => !rule.dates.length && !rule.holidays;
const weekdaysOf = (rule: Rule): number => rule.weekdays || EVERY_WEEKDAY;

/** Days that a later rule replaces are taken out of the lines of earlier ones. */
function remainingDays(rules: readonly Rule[], index: number): number {
  const rule = rules[index]!;
  if (!isWeekly(rule)) return rule.weekdays;
  let left = weekdaysOf(rule);
  for (const later of rules.slice(index + 1)) {
    if (later.weekdays && isWeekly(later) && !later.additional && later.state !== 'closed') {
      left &= ~later.weekdays;
    }
  }
  return left === EVERY_WEEKDAY ? rule.weekdays : left || -1;
}

const sameSpans = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.length === other.length &&
  one.every((span, index) => span.from === other[index]!.from && span.to === other[index]!.to);

/** The lines that say these hours, in the order of their rules. */
export function describeHours({ rules }: OpeningHours): ScheduleLine[] {
  return rules.flatMap((rule, index): ScheduleLine[] => {
    const weekdays = remainingDays(rules, index);
    if (weekdays < 0) return [];
    const { dates, holidays, state } = rule;
    const allDay = rule.spans.some(({ from, to, openEnd }) => !from && to === 1440 && !openEnd);
    let spans = allDay ? [] : rule.spans;
    let { comment } = rule;
    let says: ScheduleLine['says'] = state;
    if (state === 'unknown') {
      const open = rules.slice(0, index).filter((other) => isWeekly(other) && other.state === 'open');
      const continues =
        rule.additional &&
        isWeekly(rule) &&
        spans.length === 1 &&
        [0, 1, 2, 3, 4, 5, 6].every(
          (day) =>
            !((weekdaysOf(rule) >> day) & 1) ||
            open.some(
              (other) =>
                (weekdaysOf(other) >> day) & 1 && other.spans.some(({ to }) => to === spans[0]!.from),
            ),
        );
      if (continues) {
        says = 'later';
        spans = [];
        comment = undefined;
      } else if (!rule.weekdays && holidays) {
        if (open.some((other) => sameSpans(other.spans, spans))) spans = [];
        if (comment === 'bank holiday') comment = undefined;
      }
    }
    return [
      {
        says,
        dates,
        weekdays: runsOf(weekdays),
        holidays,
        spans,
        ...(comment && { comment }),
      },
    ];
  });
}
