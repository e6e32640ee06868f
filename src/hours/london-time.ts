/**
 * Time in London (Europe/London). The only file that knows the zone and imports date-fns-tz.
 *
 * date-fns-tz is asked for the offset of the wall time that has the digits of the UTC instant.
 * That is the instant's own offset, except in the hour after a change (01:00–02:00 UTC), where
 * the answer would depend on the visitor's own zone: those instants are moved on by an hour. So
 * the result is the same in every host zone. The route is only taken to find the two changes of
 * a year, once; every later look-up is arithmetic.
 *
 * One policy for the two odd nights. Repeated hour (October): a wall time starts something at its
 * first occurrence and ends it at its last. Missing hour (March): it means 02:00 BST.
 */
import { getTimezoneOffset } from 'date-fns-tz/getTimezoneOffset';
import { dateFromText, dateOf, DAY, dayOfDate, HOUR, MINUTE, weekdayOf } from './calendar.js';

export interface LondonTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  /** Minute of the day by the clock on the wall, 0–1439. */
  readonly minute: number;
  /** Whole days from 1970-01-01 to the London date. */
  readonly dayNumber: number;
}

/** Offset as date-fns-tz and the host's zone data have it. */
function ask(at: number, plausible: readonly unknown[] = [0, HOUR]): number {
  let offset: number | undefined;
  try {
    const nudge = new Date(at).getUTCHours() === 1 ? HOUR : 0;
    offset = getTimezoneOffset('Europe/London', new Date(at + nudge));
  } catch {
    // No Intl, or one that throws: as bad as one that answers nonsense.
  }
  if (plausible.includes(offset)) return offset!;
  throw new Error('No usable time-zone data for Europe/London');
}

/** A time without a change: from, to (excluded), and the offset in between. */
type Period = readonly [from: number, to: number, offset: number];

/** By year. Filled on demand and emptied when full, so that it never grows with time. */
const years = new Map<number, readonly Period[]>();

function periodsOf(year: number): readonly Period[] {
  let periods = years.get(year);
  if (!periods) {
    if (!years.size) {
      // A browser that ignores `timeZone` answers without complaint, but wrongly.
      ask(Date.UTC(2026, 0), [0]);
      ask(Date.UTC(2026, 6), [HOUR]);
    }
    /** From a start to the first change, if any, before an end. Changes are on the hour. */
    const period = (start: number, end: number): Period => {
      const offset = ask(start);
      for (let from = start; end - from > HOUR; ) {
        const middle = from + Math.floor((end - from) / 2 / HOUR) * HOUR;
        if (ask(middle) === offset) from = middle;
        else end = middle;
      }
      return [start, end, offset];
    };
    const winter = period(Date.UTC(year, 0), Date.UTC(year, 6));
    const summer = period(winter[1], Date.UTC(year + 1, 0));
    periods = [winter, summer, period(summer[1], Date.UTC(year + 1, 0))];
    if (years.size > 99) years.clear();
    years.set(year, periods);
  }
  return periods;
}

let latest: Period = [0, 0, 0];

/**
 * London's offset from UTC at an instant, in ms: 0 (GMT) or 3600000 (BST).
 * @throws {Error} when the host has no usable data for Europe/London: `Intl` is missing or throws,
 *   or its answers are not London's. Nobody may read a status then.
 */
export function londonOffset(at: number): number {
  if (at < latest[0] || at >= latest[1]) {
    latest = periodsOf((dateOf(Math.floor(at / DAY)) / 10_000) | 0).find(([, to]) => at < to)!;
  }
  return latest[2];
}

/** The instant at which a London day begins. Changes never fall between 23:00 and 00:00 UTC. */
export const londonMidnight = (dayNumber: number): number =>
  dayNumber * DAY - londonOffset(dayNumber * DAY - HOUR);

/** How many minutes longer than 24 hours a London day is: 60 in October, -60 in March, else 0. */
export const londonExtraMinutes = (dayNumber: number): number =>
  (londonMidnight(dayNumber + 1) - londonMidnight(dayNumber) - DAY) / MINUTE;

/**
 * Minutes that have passed since midnight when the clock on the wall shows `minute` (0–1440), on a
 * day that is `extra` minutes longer than usual; see the policy above.
 */
export function elapsedMinutes(minute: number, extra: number, isEnd?: boolean): number {
  if (extra > 0) return minute < (isEnd ? 60 : 120) ? minute : minute + 60;
  return extra < 0 ? Math.max(Math.min(minute, 60), minute - 60) : minute;
}

/** The London date and time at an instant. */
export function londonTime(at: number): LondonTime {
  const local = at + londonOffset(at);
  const dayNumber = Math.floor(local / DAY);
  const date = dateOf(dayNumber);
  return {
    year: Math.floor(date / 10_000),
    month: Math.floor(date / 100) % 100,
    day: date % 100,
    weekday: weekdayOf(dayNumber),
    minute: Math.floor((local - dayNumber * DAY) / MINUTE),
    dayNumber,
  };
}

/**
 * The instant (epoch ms) at which a London clock shows a minute of a day. From 1440 on, minutes
 * belong to the following days.
 */
export function londonInstant(dayNumber: number, minute: number, edge: 'start' | 'end'): number {
  const day = dayNumber + Math.floor(minute / 1440);
  const elapsed = elapsedMinutes(minute - (day - dayNumber) * 1440, londonExtraMinutes(day), edge === 'end');
  return londonMidnight(day) + elapsed * MINUTE;
}

/**
 * Reads `2026-12-25T10:00` or `2026-12-25T10:00:30`: London time (the first occurrence when it
 * occurs twice), or UTC with `Z`, or with an offset such as `+01:00`.
 * @throws {RangeError} for anything else, a date alone and impossible dates and times included
 */
export function parseLondonInstant(text: string): number {
  const [, date = '', hour, minute, second = 0, zone] =
    /^(.{10})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text) ?? [];
  const dayNumber = dayOfDate(dateFromText(date));
  if (dayNumber === undefined) {
    throw new RangeError(`Not a time such as 2026-12-25T10:00 or 2026-12-25T10:00Z: ${text}`);
  }
  return zone
    ? Date.parse(text)
    : londonInstant(dayNumber, Number(hour) * 60 + Number(minute), 'start') + Number(second) * 1000;
}
