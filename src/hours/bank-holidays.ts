/**
 * Bank holidays of the United Kingdom from 2019, by rule: the Banking and Financial Dealings Act
 * 1971 with its proclamations, as in the government's feed (https://www.gov.uk/bank-holidays.json),
 * whose names are used. The feed reaches two years ahead; the rules do not run out.
 */
import { dateFromText, dayOf, dayOfDate, weekdayOf } from './calendar.js';
import type { Division } from './opening-hours.js';

const DIVISIONS: readonly Division[] = ['england-and-wales', 'scotland', 'northern-ireland'];
const SCOTLAND = 1;
const NORTHERN_IRELAND = 2;

/**
 * Fixed dates (`mmdd`) and days of one year (`yyyymmdd`), everywhere or in one division. One-off
 * days cannot be computed; the two that only moved are below, with the Mondays.
 */
const DATES: readonly (readonly [date: number, name: string, division?: number])[] = [
  [101, 'New Year’s Day'],
  [102, '2nd January', SCOTLAND],
  [317, 'St Patrick’s Day', NORTHERN_IRELAND],
  [712, 'Battle of the Boyne (Orangemen’s Day)', NORTHERN_IRELAND],
  [1130, 'St Andrew’s Day', SCOTLAND],
  [1225, 'Christmas Day'],
  [1226, 'Boxing Day'],
  [2022_0603, 'Platinum Jubilee bank holiday'],
  [2022_0919, 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
  [2023_0508, 'Bank holiday for the coronation of King Charles III'],
  [2026_0615, 'World Cup bank holiday', SCOTLAND],
];

/** The day of Easter Sunday, after Oudin: the Sunday after the full moon of the Gregorian computus. */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = (year / 100) | 0;
  const age = (century - (century >> 2) - (((8 * century + 13) / 25) | 0) + 19 * golden + 15) % 30;
  // The two moons that the computus brings forward by a day.
  const moon = age > 28 || (age > 27 && golden > 10) ? age - 1 : age;
  const weekAfter = dayOf(year, 3, 28 + moon);
  return weekAfter - weekdayOf(weekAfter);
}

/** By year and division. Filled on demand and emptied when full: it never grows with time. */
const years = new Map<number, ReadonlyMap<number, string>>();

/** Names by day. A holiday on a weekend is only there on its substitute day. */
export function bankHolidaysOf(year: number, division: Division): ReadonlyMap<number, string> {
  const where = DIVISIONS.indexOf(division);
  if (where < 0) throw new RangeError(`Unknown division: ${division}`);
  const known = years.get(year * 3 + where);
  if (known) return known;

  const names = new Map<number, string>();
  const monday = (month: number, from: number, name: string, later = 0): void => {
    const day = dayOf(year, month, from);
    names.set(day + ((8 - weekdayOf(day)) % 7) + later, `${name} bank holiday`);
  };
  const easter = easterOf(year);
  names.set(easter - 2, 'Good Friday');
  if (where !== SCOTLAND) names.set(easter + 1, 'Easter Monday');
  // Moved for VE Day to Friday 8 May, and for the Platinum Jubilee to Thursday 2 June.
  monday(5, 1, 'Early May', year === 2020 ? 4 : 0);
  monday(5, 25, 'Spring', year === 2022 ? 3 : 0);
  monday(8, where === SCOTLAND ? 1 : 25, 'Summer');

  const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0;
  // Weekend days come last, and go to the next weekday that is not itself a holiday.
  for (const moves of [false, true]) {
    for (const [date, name, division = where] of DATES) {
      const full = year * 10_000 + (date % 10_000);
      let day = dayOfDate(full)!;
      if (division !== where || (date > 9999 && date !== full) || isWeekend(day) !== moves) continue;
      while (moves && (isWeekend(day) || names.has(day))) day++;
      names.set(day, moves ? `${name} (substitute day)` : name);
    }
  }

  if (years.size > 99) years.clear();
  years.set(year * 3 + where, names);
  return names;
}

/**
 * The English name of the bank holiday on a date, or `undefined` on other days. A weekend date
 * whose holiday moved is not a bank holiday; its substitute day's name says `(substitute day)`.
 * @param date `yyyy-mm-dd`
 * @throws {RangeError} before 2019, for anything that is not a date, for an unknown division
 */
export function isBankHoliday(date: string, division: Division): string | undefined {
  const number = dateFromText(date);
  const day = dayOfDate(number);
  if (!(number > 2019_0000) || !day) {
    throw new RangeError(`Not a date since 2019: ${date}`);
  }
  return bankHolidaysOf((number / 10_000) | 0, division).get(day);
}
