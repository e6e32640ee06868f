/**
 * Bank holidays against date-holidays, 2019 to 2060, in the three divisions. Where it is wrong is
 * listed, with the reason; the right days are in test/hours/bank-holidays.test.ts, by hand.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Holidays from 'date-holidays';
import { isBankHoliday } from '../../src/hours/bank-holidays.js';
import type { Division } from '../../src/hours/opening-hours.js';

const REGIONS: Readonly<Record<Division, string>> = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};

/** `isWrong` says on which dates date-holidays is known to differ from the published record. */
const KNOWN_DIFFERENCES: readonly {
  readonly reason: string;
  readonly isWrong: (date: string, division: Division) => boolean;
}[] = [
  {
    reason: 'it does not know Scotland’s one-off day for the World Cup',
    isWrong: (date, division) => division === 'scotland' && date === '2026-06-15',
  },
];

const datesOf = (year: number): string[] => {
  const dates: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
};

for (const [division, region] of Object.entries(REGIONS) as [Division, string][]) {
  test(`${division} agrees with date-holidays, 2019 to 2060`, () => {
    const calendar = new Holidays('GB', region);
    const differences: string[] = [];
    for (let year = 2019; year <= 2060; year++) {
      const theirs = new Set(
        calendar
          .getHolidays(year)
          .filter(({ type, date }) => type === 'public' && new Date(`${date.slice(0, 10)}T00:00Z`).getUTCDay() % 6 !== 0)
          .map(({ date }) => date.slice(0, 10)),
      );
      for (const date of datesOf(year)) {
        const ours = isBankHoliday(date, division);
        if (theirs.has(date) === (ours !== undefined)) continue;
        if (KNOWN_DIFFERENCES.some(({ isWrong }) => isWrong(date, division))) continue;
        differences.push(`${date}: ours ${ours ?? 'no'}, theirs ${theirs.has(date)}`);
      }
    }
    assert.deepEqual(differences, []);
  });
}
