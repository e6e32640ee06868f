import type { Division } from '../../src/hours/opening-hours.js';

export const E_AND_W = 'england-and-wales';
export const SCOTLAND = 'scotland';
export const NI = 'northern-ireland';
export const EVERYWHERE = [E_AND_W, SCOTLAND, NI] as const;

/**
 * Bank holidays, and days that are none, written down from the published record and not from
 * src/hours/bank-holidays.ts. Of 2026 and 2027, through which test/soak.test.ts walks, all of them.
 */
export const bankHolidays: readonly (readonly [date: string, where: readonly Division[], name: string | undefined])[] = [
  // 2026, as the government publishes it.
  ['2026-01-01', EVERYWHERE, 'New Year’s Day'],
  ['2026-01-02', [SCOTLAND], '2nd January'],
  ['2026-03-17', [NI], 'St Patrick’s Day'],
  ['2026-04-03', EVERYWHERE, 'Good Friday'],
  ['2026-04-06', [E_AND_W, NI], 'Easter Monday'],
  ['2026-05-04', EVERYWHERE, 'Early May bank holiday'],
  ['2026-05-25', EVERYWHERE, 'Spring bank holiday'],
  ['2026-06-15', [SCOTLAND], 'World Cup bank holiday'],
  ['2026-07-13', [NI], 'Battle of the Boyne (Orangemen’s Day) (substitute day)'],
  ['2026-08-03', [SCOTLAND], 'Summer bank holiday'],
  ['2026-08-31', [E_AND_W, NI], 'Summer bank holiday'],
  ['2026-11-30', [SCOTLAND], 'St Andrew’s Day'],
  ['2026-12-25', EVERYWHERE, 'Christmas Day'],
  ['2026-12-26', [], undefined],
  ['2026-12-28', EVERYWHERE, 'Boxing Day (substitute day)'],
  ['2026-07-12', [], undefined],
  ['2026-06-16', [], undefined],
  // 2027, as well.
  ['2027-01-01', EVERYWHERE, 'New Year’s Day'],
  ['2027-01-04', [SCOTLAND], '2nd January (substitute day)'],
  ['2027-03-17', [NI], 'St Patrick’s Day'],
  ['2027-03-26', EVERYWHERE, 'Good Friday'],
  ['2027-03-29', [E_AND_W, NI], 'Easter Monday'],
  ['2027-05-03', EVERYWHERE, 'Early May bank holiday'],
  ['2027-05-31', EVERYWHERE, 'Spring bank holiday'],
  ['2027-07-12', [NI], 'Battle of the Boyne (Orangemen’s Day)'],
  ['2027-08-02', [SCOTLAND], 'Summer bank holiday'],
  ['2027-08-30', [E_AND_W, NI], 'Summer bank holiday'],
  ['2027-11-30', [SCOTLAND], 'St Andrew’s Day'],
  ['2027-12-27', EVERYWHERE, 'Christmas Day (substitute day)'],
  ['2027-12-28', EVERYWHERE, 'Boxing Day (substitute day)'],
  // Christmas on a Saturday (2021), on a Sunday (2022).
  ['2021-12-25', [], undefined],
  ['2021-12-26', [], undefined],
  ['2021-12-27', EVERYWHERE, 'Christmas Day (substitute day)'],
  ['2021-12-28', EVERYWHERE, 'Boxing Day (substitute day)'],
  ['2022-12-25', [], undefined],
  ['2022-12-26', EVERYWHERE, 'Boxing Day'],
  ['2022-12-27', EVERYWHERE, 'Christmas Day (substitute day)'],
  // New Year on a Friday (2021), on a Saturday (2022), on a Sunday (2023).
  ['2021-01-01', EVERYWHERE, 'New Year’s Day'],
  ['2021-01-02', [], undefined],
  ['2021-01-04', [SCOTLAND], '2nd January (substitute day)'],
  ['2022-01-01', [], undefined],
  ['2022-01-03', EVERYWHERE, 'New Year’s Day (substitute day)'],
  ['2022-01-04', [SCOTLAND], '2nd January (substitute day)'],
  ['2023-01-01', [], undefined],
  ['2023-01-02', [E_AND_W, NI], 'New Year’s Day (substitute day)'],
  ['2023-01-02', [SCOTLAND], '2nd January'],
  ['2023-01-03', [SCOTLAND], 'New Year’s Day (substitute day)'],
  // One-off days, and those that moved.
  ['2020-05-04', [], undefined],
  ['2020-05-08', EVERYWHERE, 'Early May bank holiday'],
  ['2022-05-30', [], undefined],
  ['2022-06-02', EVERYWHERE, 'Spring bank holiday'],
  ['2022-06-03', EVERYWHERE, 'Platinum Jubilee bank holiday'],
  ['2022-09-19', EVERYWHERE, 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
  ['2023-05-01', EVERYWHERE, 'Early May bank holiday'],
  ['2023-05-08', EVERYWHERE, 'Bank holiday for the coronation of King Charles III'],
  ['2023-05-29', EVERYWHERE, 'Spring bank holiday'],
  ['2025-08-25', [E_AND_W, NI], 'Summer bank holiday'],
  ['2022-08-01', [SCOTLAND], 'Summer bank holiday'],
  // The first year, the earliest and latest Easters in sight, and far ahead.
  ['2019-01-01', EVERYWHERE, 'New Year’s Day'],
  ['2019-04-19', EVERYWHERE, 'Good Friday'],
  ['2038-04-26', [E_AND_W, NI], 'Easter Monday'],
  ['2285-03-20', EVERYWHERE, 'Good Friday'],
  ['2285-03-23', [E_AND_W, NI], 'Easter Monday'],
  ['2049-04-16', EVERYWHERE, 'Good Friday'],
  ['2076-04-17', EVERYWHERE, 'Good Friday'],
  ['9999-12-27', EVERYWHERE, 'Christmas Day (substitute day)'],
  ['2028-02-29', [], undefined],
];
