/**
 * Bank holidays of the United Kingdom from 2019, by rule: the Banking and Financial Dealings Act
 * 1971 with its proclamations, as in the government's feed (https://www.gov.uk/bank-holidays.json),
 * whose names are used. The feed reaches two years ahead; the rules do not run out.
 */
import { dateFromText, dateOf, dayOf, dayOfDate, weekdayOf } from './calendar.js';
import { DIVISIONS, type Division } from './opening-hours.js';

/**
 * Fixed dates (`mmdd`) and days of one year (`yyyymmdd`), everywhere or in one division (by its place in `DIVISIONS`). One-off
 * days cannot be computed; the two that only moved are below, with the Mondays.
 */
const DATES: readonly (readonly [rule: number, division?: number])[] = [
  [101],
  [102, 1],
  [317, 2],
  [712, 2],
  [1130, 1],
  [1225],
  [1226],
  [2022_0603],
  [2022_0919],
  [2023_0508],
  [2026_0615, 1],
];

/**
 * By rule: a date from above, the earliest date that the Monday can have, or 1 and 2 for the days of Easter.
 * Only `isBankHoliday` reads them: a bundle that merely evaluates hours, as embed.js, does not contain them.
 */
const NAMES: Readonly<Record<number, string>> = {
  101: 'New Year’s Day',
  102: '2nd January',
  317: 'St Patrick’s Day',
  2: 'Good Friday',
  1: 'Easter Monday',
  501: 'Early May bank holiday',
  525: 'Spring bank holiday',
  712: 'Battle of the Boyne (Orangemen’s Day)',
  801: 'Summer bank holiday',
  825: 'Summer bank holiday',
  1130: 'St Andrew’s Day',
  1225: 'Christmas Day',
  1226: 'Boxing Day',
  2022_0603: 'Platinum Jubilee bank holiday',
  2022_0919: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
  2023_0508: 'Bank holiday for the coronation of King Charles III',
  2026_0615: 'World Cup bank holiday',
};

/** The day of Easter Sunday, after Oudin: the Sunday after the full moon of the Gregorian computus. */
export function easterOf(year: number): number {
  const golden = year % 19;
  const century = (year / 100) | 0;
  const age = (century - (century >> 2) - (((8 * century + 13) / 25) | 0) + 19 * golden + 15) % 30;
  // The two moons that the computus brings forward by a day.
  const moon = age + (golden > 10 ? 1 : 0) > 28 ? age - 1 : age;
  const weekAfter = dayOf(year, 3, 28 + moon);
  return weekAfter - weekdayOf(weekAfter);
}

/** Bank holidays by year and division. Filled on demand and emptied when full: it never grows with time. */
const years = new Map<number, ReadonlyMap<number, number>>();

/**
 * The rule (see `NAMES`) of each bank holiday by its day, negative on a substitute day. A holiday that
 * falls on a weekend is there on its substitute day only.
 * @throws {RangeError} for an unknown division
 */
export function bankHolidaysOf(year: number, division: Division): ReadonlyMap<number, number> {
  const where = DIVISIONS.indexOf(division);
  if (where < 0) throw new RangeError(`Bank holidays need a division, not ${division}`);
  const known = years.get(year * 3 + where);
  if (known) return known;

  const rules = new Map<number, number>();
  const dayIn = (rule: number): number => dayOfDate(year * 10_000 + (rule % 10_000))!;
  const monday = (rule: number, later = 0): void => {
    const day = dayIn(rule);
    rules.set(day + ((8 - weekdayOf(day)) % 7) + later, rule);
  };
  const easter = easterOf(year);
  const isScotland = where === 1;
  rules.set(easter - 2, 2);
  if (!isScotland) rules.set(easter + 1, 1);
  // Moved for VE Day to Friday 8 May, and for the Platinum Jubilee to Thursday 2 June.
  monday(501, year === 2020 ? 4 : 0);
  monday(525, year === 2022 ? 3 : 0);
  monday(isScotland ? 801 : 825);

  const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0;
  // Weekend days come last, and go to the next weekday that is not itself a holiday.
  for (const moves of [false, true]) {
    for (const [rule, division = where] of DATES) {
      let day = dayIn(rule);
      if (division !== where || (rule > 9999 && dateOf(day) !== rule) || isWeekend(day) !== moves) continue;
      // A holiday that stays on its weekday never falls on another: only those of a weekend move here.
      while (isWeekend(day) || rules.has(day)) day++;
      rules.set(day, moves ? -rule : rule);
    }
  }

  if (years.size > 99) years.clear();
  years.set(year * 3 + where, rules);
  return rules;
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
  const rule = bankHolidaysOf((number / 10_000) | 0, division).get(day);
  return rule ? NAMES[Math.abs(rule)]! + (rule < 0 ? ' (substitute day)' : '') : undefined;
}
