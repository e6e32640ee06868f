import { expect } from '@open-wc/testing';
import { isBankHoliday } from '../../src/hours/bank-holidays.js';
import type { Division } from '../../src/hours/opening-hours.js';

const E_AND_W = 'england-and-wales';
const SCOTLAND = 'scotland';
const NI = 'northern-ireland';
const EVERYWHERE = [E_AND_W, SCOTLAND, NI] as const;

describe('isBankHoliday', () => {
  const rows: readonly (readonly [date: string, where: readonly Division[], name: string | undefined])[] = [
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
  for (const [date, where, name] of rows) {
    for (const division of EVERYWHERE) {
      const isHere = where.includes(division);
      if (!isHere && rows.some(([other, there]) => other === date && there.includes(division))) continue;
      it(`${date} in ${division}: ${isHere ? name : 'not a bank holiday'}`, () => {
        expect(isBankHoliday(date, division)).to.equal(isHere ? name : undefined);
      });
    }
  }

  it('Easter is where Meeus, Jones and Butcher have it, for 2,000 years and in the first with the moon of the 28th day at the edge', () => {
    const years = [7515];
    for (let year = 2019; year < 4019; year++) years.push(year);
    for (const year of years) {
      const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
      const g = Math.floor((8 * b + 13) / 25);
      const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
      const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
      const m = Math.floor((a + 11 * h + 19 * l) / 433);
      const month = Math.floor((h + l - 7 * m + 90) / 25);
      const day = (h + l - 7 * m + 33 * month + 19) % 32;
      const monday = new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
      expect(isBankHoliday(monday, E_AND_W), monday).to.equal('Easter Monday');
    }
  });

  for (const [year, count] of [
    [2019, [8, 9, 10]],
    [2022, [10, 11, 12]],
    [2023, [9, 10, 11]],
    [2026, [8, 10, 10]],
    [2050, [8, 9, 10]],
  ] as const) {
    EVERYWHERE.forEach((division, index) => {
      it(`${division} has ${count[index]} in ${year}`, () => {
        let found = 0;
        for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
          if (isBankHoliday(new Date(at).toISOString().slice(0, 10), division)) found++;
        }
        expect(found).to.equal(count[index]);
      });
    });
  }

  for (const date of [
    '2018-12-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '26-01-01',
    '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '20260101', '', 'Christmas', '0000-01-01', '99999-01-01',
  ]) {
    it(`${JSON.stringify(date)} is refused`, () => {
      expect(() => isBankHoliday(date, E_AND_W)).to.throw(RangeError, '2019');
    });
  }
  for (const division of ['wales', 'England-and-Wales', '', undefined, '__proto__']) {
    it(`division ${division} is refused`, () => {
      isBankHoliday('2025-12-25', NI);
      expect(() => isBankHoliday('2026-12-25', division as Division)).to.throw(RangeError, 'division');
    });
  }
});
