/**
 * Calendar arithmetic of the Gregorian calendar, without time zones. A day is a whole number of
 * days since 1970-01-01; a date is the number `yyyymmdd`, whose order is the calendar's order.
 */

/** Milliseconds in a minute, an hour and a day of 24 hours. */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The day of a date; `month` counts from 1, a day past the month's end runs into the next. */
export const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

/** Day of the week, 0 = Sunday. 1970-01-01 was a Thursday; 7e8 keeps earlier days positive. */
export const weekdayOf = (day: number): number => (day + 4 + 7e8) % 7;

/** The date of a day. */
export function dateOf(day: number): number {
  const date = new Date(day * DAY);
  return (date.getUTCFullYear() * 100 + date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** The day of a date, or `undefined` when the calendar has no such date. */
export function dayOfDate(date: number): number | undefined {
  const day = dayOf((date / 10_000) | 0, ((date / 100) | 0) % 100, date % 100);
  return dateOf(day) === date ? day : undefined;
}

/** The date that a text `yyyy-mm-dd` names, possible or not; `NaN` for any other text. */
export const dateFromText = (text: string): number => Number(/^\d{4}-\d\d-\d\d$/.exec(text)?.[0].replaceAll('-', ''));
