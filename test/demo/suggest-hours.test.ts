import { expect } from '@open-wc/testing';
import { suggestOpeningHours } from '../../demo/suggest-hours.js';

describe('suggestions for common slips', () => {
  const rows: readonly (readonly [text: string, suggestion: string | undefined])[] = [
    ['Mo-Fr 9-17', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr 9-17:30', 'Mo-Fr 09:00-17:30'],
    ['Mon-Fri 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['Monday-Friday 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['Tues, Thurs 09:00-17:00', 'Tu, Th 09:00-17:00'],
    ['Mo-Fr 9.30-16.00', 'Mo-Fr 09:30-16:00'],
    ['Mo-Fr 9am-5pm', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr 9.30am-4pm', 'Mo-Fr 09:30-16:00'],
    ['Mo-Fr 12pm-12am', 'Mo-Fr 12:00-00:00'],
    ['Mo–Fr 09:00–17:00', 'Mo-Fr 09:00-17:00'],
    ['Sat/Sun 10:00-12:00', 'Sa,Su 10:00-12:00'],
    ['Monday to Friday 9am to 5pm', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr: 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr 09:00-17:00; bank holidays closed', 'Mo-Fr 09:00-17:00; PH closed'],
    ['Mo-Fr 09:00-17:00;', 'Mo-Fr 09:00-17:00'],
    ['25 December off', 'Dec 25 off'],
    ['Weekdays 9am-noon', 'Mo-Fr 09:00-12:00'],
    ['24 hours', '24/7'],
    ['Mo-Fr 09:00-17:00 open “mon-fri 9-5”', 'Mo-Fr 09:00-17:00 open "mon-fri 9-5"'],
    ['Mo-Fr 09:00-17:00', undefined],
    ['when the moon is full', undefined],
    ['', undefined],
  ];
  for (const [text, suggestion] of rows) {
    it(`${text} → ${suggestion ?? 'nothing'}`, () => {
      expect(suggestOpeningHours(text)).to.equal(suggestion);
    });
  }
});
