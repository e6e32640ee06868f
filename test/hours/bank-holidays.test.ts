import { expect } from '@open-wc/testing';
import { isBankHoliday } from '../../src/hours/bank-holidays.js';
import type { Division } from '../../src/hours/opening-hours.js';
import { bankHolidays as rows, E_AND_W, EVERYWHERE, NI } from '../hours-support/bank-holidays-of-record.js';

describe('isBankHoliday', () => {
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
    '2018-12-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '20260101',
    '',
    'Christmas',
    '0000-01-01',
    '99999-01-01',
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
