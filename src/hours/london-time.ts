/**
 * Time in London (Europe/London). The only file that knows the zone and imports date-fns-tz.
 *
 * British clocks change at 01:00 UTC, so the offset is constant from one 01:00 UTC to the next.
 * date-fns-tz is asked once for each such period, at the noon within it: it first reads the visitor's
 * local time as London's, then corrects that. The correction is right in every zone as long as no
 * change is within hours. (In the hour after the change in October it would depend on the visitor's zone.)
 * Later look-ups are arithmetic. The bundles' date-fns-tz is reduced to such noons (scripts/bundle/lean-zone.mjs).
 *
 * One policy for the two nights of a change. Repeated hour (October): a span starts at the first
 * occurrence of a time and ends at the last. Missing hour (March): any time in it means 02:00 BST.
 */
import { getTimezoneOffset } from 'date-fns-tz/getTimezoneOffset';
import { DAY, HOUR, MINUTE } from './calendar.js';

/** Offsets in ms, by the day that begins at 01:00 UTC. Filled on demand and emptied when full, so that it never grows with time. */
const offsets = new Map<number, number>();

const offsetAtNoon = (day: number): number => getTimezoneOffset('Europe/London', (day + 0.5) * DAY);

/** Days of one winter and one summer whose offsets are beyond doubt: 1 January and 1 July 2026. */
const WINTER = 20_454;
const SUMMER = 20_635;

/**
 * London's offset from UTC at an instant, in ms: 0 (GMT) or 3600000 (BST).
 * @throws {Error} when the runtime has no usable data for Europe/London (`Intl` is missing or throws,
 *   or its answers are not London's), so no status may be computed; and when `at` is `NaN`, without
 *   asking `Intl`
 */
export function londonOffset(at: number): number {
  const day = Math.floor((at - HOUR) / DAY);
  let offset = offsets.get(day);
  if (offset === undefined) {
    try {
      // A browser that ignores `timeZone` answers wrongly but throws nothing: two known days are checked first.
      if (at < Infinity && (offsets.size || (offsetAtNoon(WINTER) === 0 && offsetAtNoon(SUMMER) === HOUR))) offset = offsetAtNoon(day);
    } catch {
      // No Intl, or one that throws: as bad as one that answers nonsense.
    }
    if (offset !== 0 && offset !== HOUR) throw new Error('No usable time-zone data for Europe/London');
    if (offsets.size > 9999) offsets.clear();
    offsets.set(day, offset);
  }
  return offset;
}

/** The instant at which a London clock shows a time, given in ms as if it were UTC (`wall`). */
function instantOf(wall: number, isEnd?: boolean): number {
  const first = wall - londonOffset(wall - HOUR);
  const last = wall - londonOffset(wall);
  // In the missing hour `last` is just before the change and `first` just after it, which is on the hour.
  return last < first ? Math.floor(first / HOUR) * HOUR : isEnd ? last : first;
}

/** The instant (epoch ms) at which a London day begins. Changes never fall between 23:00 and 00:00 UTC. */
export const londonMidnight = (dayNumber: number): number => dayNumber * DAY - londonOffset(dayNumber * DAY - HOUR);

/** Whole days from 1970-01-01 to the London date at an instant (epoch ms). */
export const londonDay = (at: number): number => Math.floor((at + londonOffset(at)) / DAY);

/** The minute of the day, 0 to 1439, that London's clocks show at an instant (epoch ms). */
export const londonMinute = (at: number): number => Math.floor((at + londonOffset(at) - londonDay(at) * DAY) / MINUTE);

/**
 * The instant (epoch ms) at which a London clock shows a minute of a day. From 1440 on, minutes
 * belong to the following days.
 * @param isEnd whether a span ends there, not starts
 */
export const londonInstant = (dayNumber: number, minute: number, isEnd?: boolean): number =>
  instantOf(dayNumber * DAY + minute * MINUTE, isEnd);

/**
 * Reads `2026-12-25T10:00` or `2026-12-25T10:00:30`, with up to three decimals: London time (the first occurrence when it
 * occurs twice), or UTC with `Z`, or with an offset such as `+01:00`. `NaN` for anything else, a date alone and impossible
 * dates and times included.
 */
export function parseLondonInstant(text: string): number {
  const [, wall, zone] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d[.\d]*)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text) ?? [];
  // Not `Date.parse`, which old libraries (Date.js) replace.
  const asUtc = +new Date(`${wall}Z`);
  // An impossible date or time is invalid here, or has become another one.
  if (!new Date(asUtc).toJSON()?.startsWith(wall!)) return NaN;
  return zone ? +new Date(text) : instantOf(asUtc);
}
