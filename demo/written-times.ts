/** Times of day and spans of them as people write them: 9am, 9.30, noon, 17:00. */
import { LONGEST_NIGHT, NOON } from './hours-slips.js';

const HOUR = 60;

/** A time of day, as written. */
export interface Time {
  /** 1 to 12 may be of either half of the day. */
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | undefined;
  /** Only the 24-hour clock writes it so: 09, 17. */
  readonly is24: boolean;
}

/** Start and end, in minutes of the day; an end after midnight is more than 24 hours. */
export type Span = readonly [from: number, to: number];

export const readTime = (text: string): Time => {
  if (/noon|midday/i.test(text)) return { hour: 12, minute: 0, half: 'pm', is24: false };
  if (/midnight/i.test(text)) return { hour: 12, minute: 0, half: 'am', is24: false };
  const [, hour = '', minute = '0', half] = /^(\d+)(?:\D(\d\d))?\s*([ap])?/i.exec(text)!;
  return {
    hour: Number(hour),
    minute: Number(minute),
    half: half && (/a/i.test(half) ? 'am' : 'pm'),
    is24: !half && (Number(hour) > 12 || /^0/.test(hour)),
  } as Time;
};

/** Minutes of the day, as a time of this half of it; of the 24-hour clock where it is `undefined`. */
export const minutesOf = ({ hour, minute }: Time, half: Time['half']): number =>
  ((half ? hour % 12 : hour) + (half === 'pm' ? 12 : 0)) * HOUR + minute;

/** No time of day at all: 25:00, 13pm. */
const isNone = ({ hour, minute, half }: Time): boolean =>
  minute > 59 || hour * HOUR + minute > 24 * HOUR || (half !== undefined && (hour > 12 || hour < 1));

/** Both say which half of the day they mean: 9am-5pm, 09:00-17:00, 10pm-2am. */
const spanOfKnown = (from: Time, to: Time): Span | undefined => {
  const [start, end] = [minutesOf(from, from.half), minutesOf(to, to.half)];
  const until = end > start ? end : end + 2 * NOON;
  const isOvernight = until > 2 * NOON;
  // 12am and 12pm are often mistaken for each other: not where the other reading is the shorter one.
  const isTwelve = [from, to].some(({ hour, half }) => hour === 12 && half);
  return (isOvernight && until - start > LONGEST_NIGHT) || (isTwelve && until - start > NOON) ? undefined : [start, until];
};

/** The start alone says it: 9am-5, 09:00-5. */
const spanFromKnown = (from: Time, to: Time): Span | undefined => {
  const [start, end] = [minutesOf(from, from.half), minutesOf(to, undefined)];
  if (end > start && (from.is24 || to.hour === 12)) return [start, end];
  const afternoon = end + NOON;
  // 9am-11 may end in the morning or in the evening.
  return to.hour < 12 && (end <= start || from.half === 'pm') && afternoon > start ? [start, afternoon] : undefined;
};

/** The end alone says it: 9-5pm, 9-17:00. */
const spanToKnown = (from: Time, to: Time, toIs24: boolean): Span | undefined => {
  const [early, late, end] = [minutesOf(from, 'am'), minutesOf(from, 'pm'), minutesOf(to, to.half)];
  const asWritten = minutesOf(from, undefined);
  if (toIs24) return asWritten < end ? [asWritten, end] : undefined;
  if (to.half === 'am') return asWritten < end && from.hour < 12 ? [asWritten, end] : undefined;
  if (late >= end) return from.hour > 5 && (to.hour < 12 || from.hour > 8) ? [early, end] : undefined;
  // 1-5pm; but 9-11pm may be an evening or a day and an evening.
  return from.hour < 6 || from.hour === 12 ? [late, end] : undefined;
};

/** Neither says it: 9-12, 1-5, 9-5. From 6 to 8 on, a morning and an evening are as likely. */
const spanOfUnknown = (from: Time, to: Time): Span | undefined => {
  const [start, end] = [minutesOf(from, undefined), minutesOf(to, undefined)];
  const afternoon = end + NOON;
  if (end <= start) return from.hour > 5 && to.hour < 12 ? [start, afternoon] : undefined;
  if (from.hour > 8) return [start, end];
  return from.hour < 6 && to.hour < 12 ? [start + NOON, afternoon] : undefined;
};

/**
 * What a span of times means, or `undefined` where more than one is likely. A time that is
 * written with neither am, pm nor the 24-hour clock is one of the day, never of the night.
 */
export const spanOf = (from: Time, to: Time): Span | undefined => {
  if (isNone(from) || isNone(to)) return undefined;
  // 10 to 12 are no sign of the 24-hour clock, but as an end beside one they are of it.
  const toIs24 = to.is24 || (from.is24 && to.hour > 9 && !to.half);
  const knowsTo = toIs24 || to.half;
  if (from.half || from.is24) return knowsTo ? spanOfKnown(from, to) : spanFromKnown(from, to);
  return knowsTo ? spanToKnown(from, to, toIs24) : spanOfUnknown(from, to);
};

/** As the notation has it; what is after midnight, as a time of the next day. */
export const written = (minutes: number): string => {
  const minuteOfDay = minutes > 24 * HOUR ? minutes - 24 * HOUR : minutes;
  return [Math.floor(minuteOfDay / HOUR), minuteOfDay % HOUR].map((part) => String(part).padStart(2, '0')).join(':');
};
