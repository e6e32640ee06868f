import { expect } from '@open-wc/testing';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { englishHours, formatTime, hoursInWords, welshHours } from '../../src/i18n/hours-in-words.js';

describe('hours in words', () => {
  const rows: readonly (readonly [hours: string, english: string, welsh: string])[] = [
    ['24/7', 'Open 24 hours', 'Ar agor 24 awr y dydd'],
    ['24/7; PH off', 'Open 24 hours. Closed on bank holidays.', 'Ar agor 24 awr y dydd. Ar gau ar wyliau banc.'],
    ['Mo-Fr 09:00-15:00', 'Monday to Friday, 9am to 3pm', 'Dydd Llun i ddydd Gwener, 9am i 3pm'],
    [
      'Mo-Fr 09:30-16:00; PH off',
      'Monday to Friday, 9:30am to 4pm. Closed on bank holidays.',
      'Dydd Llun i ddydd Gwener, 9:30am i 4pm. Ar gau ar wyliau banc.',
    ],
    [
      'Mo-Fr 09:00-15:00, Th 15:00-17:00 unknown "closes slightly later on Thursdays"; PH 09:00-15:00 unknown "bank holiday"',
      'Monday to Friday, 9am to 3pm. Thursday: may close later. Bank holidays: may be open.',
      "Dydd Llun i ddydd Gwener, 9am i 3pm. Dydd Iau: gallai gau'n hwyrach. Gwyliau banc: gallai fod ar agor.",
    ],
    [
      'Mo-Fr 09:00-12:00,13:00-17:00',
      'Monday to Friday, 9am to midday and 1pm to 5pm',
      'Dydd Llun i ddydd Gwener, 9am i hanner dydd ac 1pm i 5pm',
    ],
    ['Sa 09:00-10:00,11:00-12:30', 'Saturday, 9am to 10am and 11am to 12:30pm', 'Dydd Sadwrn, 9am i 10am ac 11am i 12:30pm'],
    ['Sa 10:00-12:00,20:00-23:00', 'Saturday, 10am to midday and 8pm to 11pm', 'Dydd Sadwrn, 10am i hanner dydd ac 8pm i 11pm'],
    ['Sa 09:00-10:00,13:00+', 'Saturday, 9am to 10am and from 1pm', 'Dydd Sadwrn, 9am i 10am ac o 1pm'],
    ['Sa 08:00-09:00,10:00-11:00', 'Saturday, 8am to 9am and 10am to 11am', 'Dydd Sadwrn, 8am i 9am a 10am i 11am'],
    [
      '24/7; Dec 25,Dec 31,Jan 1 off',
      'Open 24 hours. Closed 25 December, 31 December and 1 January.',
      'Ar agor 24 awr y dydd. Ar gau 25 Rhagfyr, 31 Rhagfyr ac 1 Ionawr.',
    ],
    ['24/7; Dec 25,Mar 12 off', 'Open 24 hours. Closed 25 December and 12 March.', 'Ar agor 24 awr y dydd. Ar gau 25 Rhagfyr a 12 Mawrth.'],
    ['24/7; Dec 18,Jun 18 off', 'Open 24 hours. Closed 18 December and 18 June.', 'Ar agor 24 awr y dydd. Ar gau 18 Rhagfyr a 18 Mehefin.'],
    [
      'Mo-Fr 09:00-17:00; Sa,Su,PH off',
      'Monday to Friday, 9am to 5pm. Closed on Saturday, Sunday and bank holidays.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau ar ddydd Sadwrn, dydd Sul a gwyliau banc.',
    ],
    ['Mo,We,Fr 10:00-11:00', 'Monday, Wednesday and Friday, 10am to 11am', 'Dydd Llun, dydd Mercher a dydd Gwener, 10am i 11am'],
    ['Sa,Su 10:00-14:00', 'Saturday and Sunday, 10am to 2pm', 'Dydd Sadwrn a dydd Sul, 10am i 2pm'],
    ['Fr-Mo', 'Monday and Friday to Sunday, 24 hours', 'Dydd Llun a dydd Gwener i ddydd Sul, 24 awr'],
    ['Mo-Su 08:00-24:00', 'Every day, 8am to midnight', 'Bob dydd, 8am i hanner nos'],
    ['00:00-12:00', 'Every day, midnight to midday', 'Bob dydd, hanner nos i hanner dydd'],
    ['Fr,Sa 20:00-02:00', 'Friday and Saturday, 8pm to 2am', 'Dydd Gwener a dydd Sadwrn, 8pm i 2am'],
    ['10:00-10:00', 'Every day, 10am to 10am the next day', 'Bob dydd, 10am i 10am drannoeth'],
    ['15:00+', 'Every day, from 3pm', 'Bob dydd, o 3pm'],
    ['00:00+', 'Every day, from midnight', 'Bob dydd, o hanner nos'],
    ['Mo 09:00-15:00+', 'Monday, 9am to 3pm or later', "Dydd Llun, 9am i 3pm neu'n hwyrach"],
    [
      'Mo-Fr 09:00-17:00; We 10:00-12:00',
      'Monday, Tuesday, Thursday and Friday, 9am to 5pm. Wednesday, 10am to midday.',
      'Dydd Llun, dydd Mawrth, dydd Iau a dydd Gwener, 9am i 5pm. Dydd Mercher, 10am i hanner dydd.',
    ],
    [
      'Mo-Fr 09:00-17:00; We off',
      'Monday to Friday, 9am to 5pm. Closed on Wednesday.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau ar ddydd Mercher.',
    ],
    [
      'Mo-Fr 09:00-17:00; Fr 12:00-13:00 off',
      'Monday to Friday, 9am to 5pm. Closed on Friday, midday to 1pm.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau ar ddydd Gwener, hanner dydd i 1pm.',
    ],
    [
      'Mo-Sa,PH 10:00-12:00',
      'Monday to Saturday and bank holidays, 10am to midday',
      'Dydd Llun i ddydd Sadwrn a gwyliau banc, 10am i hanner dydd',
    ],
    ['24/7; Dec 24-Jan 2 off', 'Open 24 hours. Closed 24 December to 2 January.', 'Ar agor 24 awr y dydd. Ar gau 24 Rhagfyr i 2 Ionawr.'],
    ['24/7; Jul 20-Aug 10 off', 'Open 24 hours. Closed 20 July to 10 August.', 'Ar agor 24 awr y dydd. Ar gau 20 Gorffennaf i 10 Awst.'],
    [
      '24/7; Dec 24-26,31 off "winter break"',
      'Open 24 hours. Closed 24 to 26 December and 31 December (winter break).',
      'Ar agor 24 awr y dydd. Ar gau 24 i 26 Rhagfyr a 31 Rhagfyr (winter break).',
    ],
    ['2026 Dec 24-2027 Jan 2 off', 'Closed 24 December 2026 to 2 January 2027', 'Ar gau 24 Rhagfyr 2026 i 2 Ionawr 2027'],
    ['Jun 1-Aug 31 Mo 10:00-12:00', '1 June to 31 August, Monday, 10am to midday', '1 Mehefin i 31 Awst, dydd Llun, 10am i hanner dydd'],
    [
      'Sa 10:00-14:00 unknown "by appointment"',
      'Saturday, 10am to 2pm: may be open (by appointment)',
      'Dydd Sadwrn, 10am i 2pm: gallai fod ar agor (by appointment)',
    ],
    ['"by appointment"', 'May be open (by appointment)', 'Gallai fod ar agor (by appointment)'],
    ['10:00-12:00 unknown', 'Every day, 10am to midday: may be open', 'Bob dydd, 10am i hanner dydd: gallai fod ar agor'],
    ['off "moving house"', 'Closed (moving house)', 'Ar gau (moving house)'],
    [
      'Mo-Fr 09:00-15:00; PH 10:00-12:00 unknown',
      'Monday to Friday, 9am to 3pm. Bank holidays, 10am to midday: may be open.',
      'Dydd Llun i ddydd Gwener, 9am i 3pm. Gwyliau banc, 10am i hanner dydd: gallai fod ar agor.',
    ],
    [
      'Mo-Fr 09:00-15:00, Th 16:00-17:00 unknown',
      'Monday to Friday, 9am to 3pm. Thursday, 4pm to 5pm: may be open.',
      'Dydd Llun i ddydd Gwener, 9am i 3pm. Dydd Iau, 4pm i 5pm: gallai fod ar agor.',
    ],
    [
      'Mo-Fr 09:00-15:00; Th 15:00-17:00 unknown',
      'Monday to Wednesday and Friday, 9am to 3pm. Thursday, 3pm to 5pm: may be open.',
      'Dydd Llun i ddydd Mercher a dydd Gwener, 9am i 3pm. Dydd Iau, 3pm i 5pm: gallai fod ar agor.',
    ],
    [
      'Mo-Fr 09:00-15:00, Th 15:00-16:00,18:00-19:00 unknown',
      'Monday to Friday, 9am to 3pm. Thursday, 3pm to 4pm and 6pm to 7pm: may be open.',
      'Dydd Llun i ddydd Gwener, 9am i 3pm. Dydd Iau, 3pm i 4pm a 6pm i 7pm: gallai fod ar agor.',
    ],
    [
      'Mo-Fr 09:00-15:00 unknown, Th 15:00-16:00 unknown',
      'Monday to Friday, 9am to 3pm: may be open. Thursday, 3pm to 4pm: may be open.',
      'Dydd Llun i ddydd Gwener, 9am i 3pm: gallai fod ar agor. Dydd Iau, 3pm i 4pm: gallai fod ar agor.',
    ],
    [
      'Mo-Fr 09:00-13:00,14:00-17:00, Mo-Fr 13:00-14:00 unknown "lunch"',
      'Monday to Friday, 9am to 1pm and 2pm to 5pm. Monday to Friday, 1pm to 2pm: may be open (lunch).',
      'Dydd Llun i ddydd Gwener, 9am i 1pm a 2pm i 5pm. Dydd Llun i ddydd Gwener, 1pm i 2pm: gallai fod ar agor (lunch).',
    ],
    [
      'Mo-Fr 09:00-17:00, Mo-Fr 17:00-09:00 unknown "ask for the duty officer"',
      'Monday to Friday, 9am to 5pm. Monday to Friday, 5pm to 9am: may be open (ask for the duty officer).',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Dydd Llun i ddydd Gwener, 5pm i 9am: gallai fod ar agor (ask for the duty officer).',
    ],
    [
      'Mo-We,Fr 09:00-15:00; Th 09:00-17:00 open "closes slightly later on Thursdays"',
      'Monday to Wednesday and Friday, 9am to 3pm. Thursday, 9am to 5pm (closes slightly later on Thursdays).',
      'Dydd Llun i ddydd Mercher a dydd Gwener, 9am i 3pm. Dydd Iau, 9am i 5pm (closes slightly later on Thursdays).',
    ],
    // Bank holidays are no Saturdays, and not only Fridays.
    [
      'Mo-Fr 09:00-17:00, Sa 10:00-13:00; PH 10:00-13:00 unknown "bank holiday"',
      'Monday to Friday, 9am to 5pm. Saturday, 10am to 1pm. Bank holidays, 10am to 1pm: may be open.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Dydd Sadwrn, 10am i 1pm. Gwyliau banc, 10am i 1pm: gallai fod ar agor.',
    ],
    [
      'Mo-Th 09:00-17:00; Fr 09:00-16:00; PH 09:00-16:00 unknown',
      'Monday to Thursday, 9am to 5pm. Friday, 9am to 4pm. Bank holidays, 9am to 4pm: may be open.',
      'Dydd Llun i ddydd Iau, 9am i 5pm. Dydd Gwener, 9am i 4pm. Gwyliau banc, 9am i 4pm: gallai fod ar agor.',
    ],
    // What a later rule replaces every time does not hold, and is not said.
    ['PH 10:00-12:00; Mo-Fr 09:00-17:00', 'Monday to Friday, 9am to 5pm', 'Dydd Llun i ddydd Gwener, 9am i 5pm'],
    ['PH off; Mo-Fr 09:00-17:00', 'Monday to Friday, 9am to 5pm', 'Dydd Llun i ddydd Gwener, 9am i 5pm'],
    [
      'Sa,Su,PH off; Mo-Fr 09:00-17:00',
      'Closed on Saturday and Sunday. Monday to Friday, 9am to 5pm.',
      'Ar gau ar ddydd Sadwrn a dydd Sul. Dydd Llun i ddydd Gwener, 9am i 5pm.',
    ],
    // A Wednesday that is a bank holiday is open: a later rule holds.
    ['PH off; We 09:00-17:00', 'Wednesday, 9am to 5pm', 'Dydd Mercher, 9am i 5pm'],
    [
      'PH off, Mo-Fr 09:00-17:00; Sa off',
      'Monday to Friday, 9am to 5pm. Closed on Saturday.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau ar ddydd Sadwrn.',
    ],
    ['PH off', 'Closed on bank holidays', 'Ar gau ar wyliau banc'],
    [
      'Mo-Su,PH 09:00-21:00; Su,PH 10:00-16:00',
      'Monday to Saturday, 9am to 9pm. Sunday and bank holidays, 10am to 4pm.',
      'Dydd Llun i ddydd Sadwrn, 9am i 9pm. Dydd Sul a gwyliau banc, 10am i 4pm.',
    ],
    [
      'Mo-Fr,PH 09:00-17:00; PH off',
      'Monday to Friday, 9am to 5pm. Closed on bank holidays.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau ar wyliau banc.',
    ],
    [
      'Mo-Fr,PH 09:00-17:00; PH 12:00-13:00 off',
      'Monday to Friday and bank holidays, 9am to 5pm. Closed on bank holidays, midday to 1pm.',
      'Dydd Llun i ddydd Gwener a gwyliau banc, 9am i 5pm. Ar gau ar wyliau banc, hanner dydd i 1pm.',
    ],
    [
      'Mo-Fr,PH 09:00-17:00; PH 10:00-12:00 unknown',
      'Monday to Friday, 9am to 5pm. Bank holidays, 10am to midday: may be open.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Gwyliau banc, 10am i hanner dydd: gallai fod ar agor.',
    ],
    // Not for all of these dates.
    [
      'Mo-Fr 09:00-17:00; Jul 1-Aug 31 Fr off',
      'Monday to Friday, 9am to 5pm. Closed on Friday (1 July to 31 August).',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau ar ddydd Gwener (1 Gorffennaf i 31 Awst).',
    ],
    [
      'Mo-Fr 09:00-17:00; Jul 1-Aug 31 Fr 10:00-12:00',
      'Monday to Friday, 9am to 5pm. 1 July to 31 August, Friday, 10am to midday.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. 1 Gorffennaf i 31 Awst, dydd Gwener, 10am i hanner dydd.',
    ],
    [
      '24/7; Dec 25,26 PH off',
      'Open 24 hours. Closed on bank holidays (25 December and 26 December).',
      'Ar agor 24 awr y dydd. Ar gau ar wyliau banc (25 Rhagfyr a 26 Rhagfyr).',
    ],
    ['Dec 25 off; Mo-Fr 09:00-17:00', 'Monday to Friday, 9am to 5pm', 'Dydd Llun i ddydd Gwener, 9am i 5pm'],
    [
      'Mo-Fr 09:00-17:00; Dec 25 off; Sa 10:00-12:00',
      'Monday to Friday, 9am to 5pm. Closed 25 December. Saturday, 10am to midday.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau 25 Rhagfyr. Dydd Sadwrn, 10am i hanner dydd.',
    ],
    [
      'Jun 1-Aug 31 10:00-16:00; Mo-Fr 09:00-17:00',
      '1 June to 31 August, Saturday and Sunday, 10am to 4pm. Monday to Friday, 9am to 5pm.',
      '1 Mehefin i 31 Awst, dydd Sadwrn a dydd Sul, 10am i 4pm. Dydd Llun i ddydd Gwener, 9am i 5pm.',
    ],
    [
      'off; Mo 10:00-12:00',
      'Closed on Tuesday to Sunday. Monday, 10am to midday.',
      'Ar gau ar ddydd Mawrth i ddydd Sul. Dydd Llun, 10am i hanner dydd.',
    ],
    [
      'Mo-Sa 09:00-17:00; Sa,PH 10:00-12:00',
      'Monday to Friday, 9am to 5pm. Saturday and bank holidays, 10am to midday.',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Dydd Sadwrn a gwyliau banc, 10am i hanner dydd.',
    ],
    [
      'Mo-Su,PH 09:00-21:00; Su 10:00-16:00',
      'Monday to Saturday and bank holidays, 9am to 9pm. Sunday, 10am to 4pm.',
      'Dydd Llun i ddydd Sadwrn a gwyliau banc, 9am i 9pm. Dydd Sul, 10am i 4pm.',
    ],
    ['09:00-12:00; 13:00-17:00', 'Every day, 1pm to 5pm', 'Bob dydd, 1pm i 5pm'],
    [
      '09:00-12:00; 13:00-17:00 unknown',
      'Every day, 9am to midday. Every day, 1pm to 5pm: may be open.',
      'Bob dydd, 9am i hanner dydd. Bob dydd, 1pm i 5pm: gallai fod ar agor.',
    ],
    ['Mo 09:00-12:00; 13:00-17:00', 'Monday, 9am to midday. Every day, 1pm to 5pm.', 'Dydd Llun, 9am i hanner dydd. Bob dydd, 1pm i 5pm.'],
    ['09:00-12:00; 13:00-17:00; PH off', 'Every day, 1pm to 5pm. Closed on bank holidays.', 'Bob dydd, 1pm i 5pm. Ar gau ar wyliau banc.'],
    [
      '09:00-12:00; PH 13:00-17:00',
      'Every day, 9am to midday. Bank holidays, 1pm to 5pm.',
      'Bob dydd, 9am i hanner dydd. Gwyliau banc, 1pm i 5pm.',
    ],
    [
      '09:00-12:00; Mo 08:00-09:00; 13:00-17:00',
      'Tuesday to Sunday, 9am to midday. Monday, 8am to 9am. Every day, 1pm to 5pm.',
      'Dydd Mawrth i ddydd Sul, 9am i hanner dydd. Dydd Llun, 8am i 9am. Bob dydd, 1pm i 5pm.',
    ],
    ['Dec 24 08:00-09:00; 13:00-17:00', '24 December, 8am to 9am. Every day, 1pm to 5pm.', '24 Rhagfyr, 8am i 9am. Bob dydd, 1pm i 5pm.'],
    // Only where it may be open are the usual times, and that it is a bank holiday, not said again.
    [
      'Mo-Fr 09:00-17:00; PH 09:00-17:00 open "bank holiday"',
      'Monday to Friday, 9am to 5pm. Bank holidays, 9am to 5pm (bank holiday).',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Gwyliau banc, 9am i 5pm (bank holiday).',
    ],
    [
      'Mo-Fr 09:00-17:00; PH 09:00-17:00 unknown "ring first"',
      'Monday to Friday, 9am to 5pm. Bank holidays: may be open (ring first).',
      'Dydd Llun i ddydd Gwener, 9am i 5pm. Gwyliau banc: gallai fod ar agor (ring first).',
    ],
    ['Mo 00:00-24:00', 'Monday, 24 hours', 'Dydd Llun, 24 awr'],
    ['Sa 00:00-26:00', 'Saturday, midnight to 2am the next day', 'Dydd Sadwrn, hanner nos i 2am drannoeth'],
  ];
  for (const [hours, english, welsh] of rows) {
    it(hours, () => {
      expect(hoursInWords(parseOpeningHours(hours), englishHours, String)).to.equal(english);
      expect(hoursInWords(parseOpeningHours(hours), welshHours, String)).to.equal(welsh);
    });
  }
  it('translates comments', () => {
    const hours = parseOpeningHours('off "moving house"');
    expect(hoursInWords(hours, welshHours, (text) => `<${text}>`)).to.equal('Ar gau (<moving house>)');
  });
});

describe('formatTime', () => {
  const rows: readonly (readonly [minute: number, english: string, welsh: string])[] = [
    [0, 'midnight', 'hanner nos'],
    [5, '12:05am', '12:05am'],
    [60, '1am', '1am'],
    [570, '9:30am', '9:30am'],
    [719, '11:59am', '11:59am'],
    [720, 'midday', 'hanner dydd'],
    [750, '12:30pm', '12:30pm'],
    [960, '4pm', '4pm'],
    [1439, '11:59pm', '11:59pm'],
    [1440, 'midnight', 'hanner nos'],
    [1560, '2am', '2am'],
  ];
  for (const [minute, english, welsh] of rows) {
    it(`${minute}: ${english}`, () => {
      expect(formatTime(minute, englishHours)).to.equal(english);
      expect(formatTime(minute, welshHours)).to.equal(welsh);
    });
  }
});
