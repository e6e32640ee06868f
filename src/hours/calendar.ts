/**
 * Calendar arithmetic of the Gregorian calendar, without time zones. A day is a whole number of
 * days since 1970-01-01; a date is the number `yyyymmdd`, whose order is the calendar's order.
 */

/** Milliseconds in a minute, an hour and a day of 24 hours. */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The day of a date; `month` counts from 1, a day past the month's end runs into the next. */
export const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY;

/** Day of the week, 0 = Sunday. 1970-01-01 was a Thursday; 7e8 keeps earlier days positive. */
export const weekdayOf = (day: number): number => (day + 4 + 7e8) % 7;

/**
 * The date of a day, by Neri and Schneider's method: years are counted from 1 March, so that the
 * leap day comes last and the lengths of months are linear. Six times as fast as a `Date`.
 */
export function dateOf(day: number): number {
  const quarters = 4 * (day + 719_468) + 3;
  const century = Math.floor(quarters / 146_097);
  const rest = (quarters - century * 146_097) | 3;
  const dayOfYear = (rest % 1461) >> 2;
  const month = ((5 * dayOfYear + 2) / 153) | 0;
  return (
    (century * 100 + ((rest / 1461) | 0)) * 10_000 +
    (month + 3) * 100 +
    // Months 13 and 14 are January and February of the next year.
    (month > 9 ? 8801 : 1) +
    dayOfYear -
    (((153 * month + 2) / 5) | 0)
  );
}

/** The day of a date, or `undefined` when the calendar has no such date. */
export function dayOfDate(date: number): number | undefined {
  const day = dayOf((date / 10_000) | 0, ((date / 100) | 0) % 100, date % 100);
  return dateOf(day) === date ? day : undefined;
}

/** The date that a text `yyyy-mm-dd` names, possible or not; `NaN` for any other text. */
export const dateFromText = (text: string): number =>
  Number(/^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1).join(''));
