import { expect } from '@open-wc/testing';
import { suggestOpeningHours } from '../../demo/suggest-hours.js';
import { parseOpeningHours } from '../../src/hours/index.js';

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
    ['Mo-Fr 12pm-12am', 'Mo-Fr 12:00-24:00'],
    ['Mo–Fr 09:00–17:00', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr\u200b 09:00-17:00\u200e; PH\u00ad off', 'Mo-Fr 09:00-17:00; PH off'],
    ['Sat/Sun 10:00-12:00', 'Sa,Su 10:00-12:00'],
    ['Monday to Friday 9am to 5pm', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr: 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr 09:00-17:00; bank holidays closed', 'Mo-Fr 09:00-17:00; PH closed'],
    ['Mo-Fr 09:00-17:00;', 'Mo-Fr 09:00-17:00'],
    ['Mo 9-5; 25 December off', 'Mo 09:00-17:00; Dec 25 off'],
    ['Weekdays 9am-noon', 'Mo-Fr 09:00-12:00'],
    ['24 hours', '24/7'],
    ['24hrs', '24/7'],
    ['24 hours a day, 7 days a week', '24/7'],
    ['24/7/365', '24/7'],
    ['24 hours a day, Mon-Fri', undefined],
    ['9-5 Mon-Fri', 'Mo-Fr 09:00-17:00'],
    ['9am to 5pm, Monday to Friday (closed bank holidays)', 'Mo-Fr 09:00-17:00; PH off'],
    ['9-12, 1-5 (Mon, Wed and Fri)', 'Mo, We,Fr 09:00-12:00, 13:00-17:00'],
    ['9-5 Mon-Thurs; 9-4 Fri', 'Mo-Th 09:00-17:00; Fr 09:00-16:00'],
    ['8am-8pm, 7 days a week', 'Mo-Su 08:00-20:00'],
    // Which of the days has which times?
    ['9-5 Mon-Thurs 9-4 Fri', undefined],
    ['Mon 9-5 Tues 9-4', undefined],
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

describe('suggestions for spans', () => {
  /** Span, and what is suggested for it on a weekday; `undefined` where a guess could be wrong. */
  const rows: readonly (readonly [span: string, suggestion: string | undefined])[] = [
    // Neither am, pm nor the 24-hour clock: the day, not the night.
    ['9-5', '09:00-17:00'],
    ['9 - 5', '09:00-17:00'],
    ['9–5', '09:00-17:00'],
    ['9 to 5', '09:00-17:00'],
    ['9 until 5', '09:00-17:00'],
    ['9:00-5:00', '09:00-17:00'],
    ['9.30-4', '09:30-16:00'],
    ['9.30-4.30', '09:30-16:30'],
    ['8-6', '08:00-18:00'],
    ['7-7', '07:00-19:00'],
    ['10-2', '10:00-14:00'],
    ['11-10', '11:00-22:00'],
    ['12-2', '12:00-14:00'],
    ['12.30-5', '12:30-17:00'],
    ['9-12', '09:00-12:00'],
    ['9.30-12.30', '09:30-12:30'],
    ['10-12', '10:00-12:00'],
    ['1-5', '13:00-17:00'],
    ['2-4.30', '14:00-16:30'],
    ['5-9', '17:00-21:00'],
    ['7-9', undefined],
    ['6-10', undefined],
    ['8-12', undefined],
    ['2-1', undefined],
    ['3-12', undefined],
    ['12-12', undefined],
    // One end says it.
    ['9-5pm', '09:00-17:00'],
    ['9.30-5pm', '09:30-17:00'],
    ['8-8pm', '08:00-20:00'],
    ['1-5pm', '13:00-17:00'],
    ['12-5pm', '12:00-17:00'],
    ['10-2pm', '10:00-14:00'],
    ['9-12pm', '09:00-12:00'],
    ['6-12pm', undefined],
    ['6-9pm', undefined],
    ['9-11pm', undefined],
    ['4-3pm', undefined],
    ['9-11am', '09:00-11:00'],
    ['10-2am', undefined],
    ['9-12am', undefined],
    ['12-6am', undefined],
    ['9am-5', '09:00-17:00'],
    ['9am-12', '09:00-12:00'],
    ['9am-11', undefined],
    ['2pm-5', '14:00-17:00'],
    ['6pm-12', undefined],
    ['8pm-2', undefined],
    ['9-17', '09:00-17:00'],
    ['9-17.30', '09:00-17:30'],
    ['09:30-4', '09:30-16:00'],
    ['09:00-5:30', '09:00-17:30'],
    // Both ends say it.
    ['9am-5pm', '09:00-17:00'],
    ['9 a.m. to 5 p.m.', '09:00-17:00'],
    ['9 am - 5 pm', '09:00-17:00'],
    ['9.00am-5.00pm', '09:00-17:00'],
    ['8pm-2am', '20:00-02:00'],
    ['5pm-9am', '17:00-09:00'],
    ['10pm-6am', '22:00-06:00'],
    ['20.00-02.00', '20:00-02:00'],
    ['22-06', '22:00-06:00'],
    ['9am-5am', undefined],
    ['9am-9am', undefined],
    ['9pm-5pm', undefined],
    ['09.00-05.00', undefined],
    ['20.00-10', '20:00-10:00'],
    ['20-2', undefined],
    ['10-02', undefined],
    ['22:00-6:00', undefined],
    ['0.00-24.00', '00:00-24:00'],
    // Noon and midnight, and what is mistaken for them.
    ['9am-noon', '09:00-12:00'],
    ['9-noon', '09:00-12:00'],
    ['6-noon', undefined],
    ['9am to 12 noon', '09:00-12:00'],
    ['noon-5', '12:00-17:00'],
    ['midday to 5pm', '12:00-17:00'],
    ['6pm-midnight', '18:00-24:00'],
    ['noon-midnight', '12:00-24:00'],
    ['midnight-6am', '00:00-06:00'],
    ['9-midnight', undefined],
    ['9am-12pm', '09:00-12:00'],
    ['12pm-5pm', '12:00-17:00'],
    ['6pm-12am', '18:00-24:00'],
    ['12am-6am', '00:00-06:00'],
    ['9am-12am', undefined],
    ['12am-5pm', undefined],
    ['6pm-12pm', undefined],
    ['12pm-2am', undefined],
    ['13am-5pm', undefined],
    ['0pm-5pm', undefined],
    // No hours at all, or without an end.
    ['9-30', undefined],
    ['9.75-5', undefined],
    ['9 until late', undefined],
    ['9am till late', undefined],
    ['9am onwards', undefined],
    ['9am', undefined],
    ['by appointment', undefined],
    // Several.
    ['9-12, 1-5', '09:00-12:00, 13:00-17:00'],
    ['9-1 and 2-5', '09:00-13:00, 14:00-17:00'],
    ['9am-12pm & 1pm-5pm', '09:00-12:00, 13:00-17:00'],
    ['9-12, 7-9', undefined],
    ['9am+', '09:00+'],
    ['9-3+', '09:00-15:00+'],
  ];
  for (const [span, suggestion] of rows)
    it(`${span} → ${suggestion ?? 'nothing'}`, () => {
      expect(suggestOpeningHours(`Mon ${span}`)).to.equal(suggestion && `Mo ${suggestion}`);
    });

  it('runs overnight only where both ends are written with am, pm or the 24-hour clock', () => {
    const times = Array.from({ length: 25 }, (_, hour) => [`${hour}`, `${hour}:30`, `${hour}.00`, `${hour}am`, `${hour}pm`]).flat();
    const isSaid = (time: string) => /m$|^\d\d:/.test(time) || Number.parseInt(time) > 12 || Number.parseInt(time) === 0;
    for (const from of times)
      for (const to of times) {
        const suggestion = suggestOpeningHours(`Mon ${from}-${to}`);
        if (suggestion === undefined) continue;
        const [{ from: start, to: end }] = parseOpeningHours(suggestion).rules[0]!.spans as [{ from: number; to: number }];
        if (end > 1440)
          expect([isSaid(from), isSaid(to) || Number.parseInt(to) > 9], `${from}-${to}: ${suggestion}`).to.deep.equal([true, true]);
        // Nobody who writes 1-5 means the night.
        if (/^[1-5]$/.test(from) && /^\d$/.test(to)) expect(start, `${from}-${to}: ${suggestion}`).to.be.at.least(780);
      }
  });
});

describe('suggestions for days', () => {
  const rows: readonly (readonly [text: string, suggestion: string | undefined])[] = [
    ['Mon - Fri 9-5', 'Mo - Fr 09:00-17:00'],
    ['Mon – Fri, 9am – 5pm', 'Mo - Fr 09:00-17:00'],
    ['Weekdays 9-5', 'Mo-Fr 09:00-17:00'],
    ['weekdays, 9 to 5', 'Mo-Fr 09:00-17:00'],
    ['Daily 10-4', 'Mo-Su 10:00-16:00'],
    ['Mon-Thu 9-5, Fri 9-4', 'Mo-Th 09:00-17:00, Fr 09:00-16:00'],
    ['Mon & Wed 9-5', 'Mo,We 09:00-17:00'],
    ['Mon, Wed and Fri 9-1', 'Mo, We,Fr 09:00-13:00'],
    // Without a time, a day would be open around the clock.
    ['Weekdays', undefined],
    ['Monday to Friday', undefined],
    ['Mon 9-5, Tue', undefined],
    ['Christmas Day', undefined],
    ['25 December', undefined],
    // A comma would add to a day what is perhaps to replace it.
    ['Mon-Fri 9-5, Wed 9-1', undefined],
    ['Mon-Fri 9-5; Wed 9-1', 'Mo-Fr 09:00-17:00; We 09:00-13:00'],
    ['Mon-Fri 9-5, Wed closed', undefined],
    // Bank holidays replace, they are not added.
    ['Mon-Fri 9-5 except bank holidays', 'Mo-Fr 09:00-17:00; PH off'],
    ['Mon-Fri 9-5 (excluding bank holidays)', 'Mo-Fr 09:00-17:00; PH off'],
    ['Mon-Fri 9-5, closed on bank holidays', 'Mo-Fr 09:00-17:00; PH off'],
    ['Mon-Fri 9-5, bank holidays closed', 'Mo-Fr 09:00-17:00; PH closed'],
    ['Mon-Fri 9-5, bank holidays 10-2', 'Mo-Fr 09:00-17:00; PH 10:00-14:00'],
    ['Mon-Fri and bank holidays 9-5', 'Mo-Fr,PH 09:00-17:00'],
    ['Mon-Fri 9-5 including bank holidays', undefined],
    // Days of a month are no hours.
    ['Mon 9-5; Dec 24-26 off', 'Mo 09:00-17:00; Dec 24-26 off'],
    ['Mon 9-5; 24-26 December off', 'Mo 09:00-17:00; Dec 24-26 off'],
    ['24 December 9-12', 'Dec 24 09:00-12:00'],
    ['24 December, 9-12', undefined],
    ['24.12-26.12 off', undefined],
    ['Mon 9-5; 2026 Dec 24-2027 Jan 2 off', 'Mo 09:00-17:00; 2026 Dec 24-2027 Jan 2 off'],
    // What would open nobody's line, or another one than is meant.
    ['25 December off', undefined],
    ['bank holidays closed', undefined],
    ['Sat & Sun closed', undefined],
    ['Dec 24-26 off; Mon 9-5', undefined],
    ['Sat,Sun off; 9-5', undefined],
    ['Mon-Fri 8pm-2am, weekends closed', undefined],
    ['Mon-Fri 9am-12pm; Mon-Fri 1pm-5pm', undefined],
    ['Weekdays 9-5; Mon 6pm-8pm', undefined],
    ['Mon-Fri 9am-5pm; Wed 5pm-8pm', undefined],
    // The notation's own times stay as they are.
    ['Mon 20:00-26:00', 'Mo 20:00-26:00'],
    ['Mon 20:00-02:00', 'Mo 20:00-02:00'],
    ['Mon 09:00-05:00', undefined],
    ['Mon 24 hours', undefined],
    ['open always', undefined],
    ['Mon-Fri 9-5 "late on Thursdays, 9-7"', 'Mo-Fr 09:00-17:00 "late on Thursdays, 9-7"'],
  ];
  for (const [text, suggestion] of rows)
    it(`${text} → ${suggestion ?? 'nothing'}`, () => {
      expect(suggestOpeningHours(text)).to.equal(suggestion);
    });
});
