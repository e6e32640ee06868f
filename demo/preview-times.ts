/* Times to preview: London times as the clock on the wall shows them, `2026-12-25T10:00`. */

import { DAY, dateOf, dayOf, weekdayOf } from '../src/hours/calendar.js';
import { londonDay, londonMinute } from '../src/hours/london-time.js';
import { en } from '../src/i18n/en.js';
import { formatTime } from '../src/i18n/hours-in-words.js';

/** Minutes between two steps of the slider. */
export const STEP = 15;
const STEPS_A_DAY = (24 * 60) / STEP;

interface Wall {
  /** Whole days from 1970-01-01. */
  readonly day: number;
  readonly minute: number;
}

const pad = (value: number): string => String(value).padStart(2, '0');

const write = ({ day, minute }: Wall): string => {
  const date = dateOf(day);
  return `${String(Math.floor(date / 10_000)).padStart(4, '0')}-${pad(Math.floor(date / 100) % 100)}-${pad(date % 100)}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
};

const read = (wall: string): Wall | undefined => {
  // Browsers write seconds too, where somebody has given some.
  const [, year, month, day, hour, minute] = (/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,3})?)?$/.exec(wall) ?? []).map(Number);
  if (minute === undefined || hour! > 23 || minute > 59) return undefined;
  const dayNumber = dayOf(year!, month!, day!);
  // 30 February is 2 March: not what was written.
  return dateOf(dayNumber) === year! * 10_000 + month! * 100 + day! ? { day: dayNumber, minute: hour! * 60 + minute } : undefined;
};

/** The time that a text is, to the minute; `undefined` for what is none. */
export const wallFrom = (text: string): string | undefined => {
  const wall = read(text);
  return wall && write(wall);
};

/** The London time at an instant, to the minute. */
export const wallAt = (now: number): string => write({ day: londonDay(now), minute: londonMinute(now) });

/** Monday is 0. */
const weekday = (day: number): number => (weekdayOf(day) + 6) % 7;

/** The step of its week, from Monday midnight on, 0 to 671. */
export const stepOf = (wall: string): number => {
  const { day, minute } = read(wall)!;
  return weekday(day) * STEPS_A_DAY + Math.floor(minute / STEP);
};

/** The time at a step of the same week. */
export const atStep = (wall: string, step: number): string => {
  const { day } = read(wall)!;
  return write({ day: day - weekday(day) + Math.floor(step / STEPS_A_DAY), minute: (step % STEPS_A_DAY) * STEP });
};

/** "Thursday 26 November 2026, 3:30pm". */
export const wallInWords = (wall: string): string => {
  const { day, minute } = read(wall)!;
  const date = dateOf(day);
  return `${en.onDate(weekdayOf(day), date % 100, Math.floor(date / 100) % 100)} ${Math.floor(date / 10_000)}, ${formatTime(minute, en.hours)}`;
};

/** The times that tell most about the panel, the next of each. */
export const presetsAt = (now: number): readonly (readonly [name: string, wall: string])[] => {
  const dayNumber = londonDay(now);
  const year = new Date(dayNumber * DAY).getUTCFullYear();
  const christmas = [dayOf(year, 12, 25), dayOf(year + 1, 12, 25)].find((day) => day >= dayNumber)!;
  const next = (wanted: number) => dayNumber + ((wanted - weekday(dayNumber) + 7) % 7);
  return [
    ['Christmas Day', write({ day: christmas, minute: 10 * 60 })],
    ['Thursday 3:30pm', write({ day: next(3), minute: 15 * 60 + 30 })],
    ['Sunday night', write({ day: next(6), minute: 23 * 60 })],
  ];
};
