import { expect } from '@open-wc/testing';
import { OpeningHoursSyntaxError } from '../../src/hours/opening-hours.js';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { formatOpeningHours } from '../hours-support/print.js';

describe('what parses, and how it is printed', () => {
  const rows: readonly (readonly [text: string, printed: string])[] = [
    ['24/7', '24/7'],
    ['open', '24/7'],
    ['Mo-Fr 09:30-16:00; PH off', 'Mo-Fr 09:30-16:00; PH off'],
    ['mo-fr 9:30-16:00;ph OFF', 'Mo-Fr 09:30-16:00; PH off'],
    ['  Mo - Fr   09:30 - 16:00 ;  PH  closed ', 'Mo-Fr 09:30-16:00; PH off'],
    ['Mo\t-\u00a0Fr\n09:30-16:00;\r\nPH off', 'Mo-Fr 09:30-16:00; PH off'],
    ['2026 DEC 24 Off', '2026 Dec 24 off'],
    ['Mo-Fr09:30-16:00', 'Mo-Fr 09:30-16:00'],
    ['Fr-Mo', 'Mo,Fr-Su'],
    ['Sa,Su 10:00-12:00', 'Sa,Su 10:00-12:00'],
    ['PH,Mo 10:00-12:00', 'Mo,PH 10:00-12:00'],
    ['Mo 09:00-12:00,13:00-17:00', 'Mo 09:00-12:00,13:00-17:00'],
    ['Mo 09:00-12:00, 13:00-17:00', 'Mo 09:00-12:00,13:00-17:00'],
    ['Mo 09:00-12:00, Tu 13:00-17:00', 'Mo 09:00-12:00 open, Tu 13:00-17:00'],
    ['Mo 09:00-12:00 open, 13:00-17:00', 'Mo 09:00-12:00 open, 13:00-17:00'],
    ['24/7, Tu off', '24/7, Tu off'],
    ['09:59-10:59', '09:59-10:59'],
    ['20:00-02:00', '20:00-26:00'],
    ['20:00-26:00', '20:00-26:00'],
    ['00:00-24:00', '00:00-24:00'],
    ['10:00-10:00', '10:00-34:00'],
    ['10:00-48:00', '10:00-48:00'],
    ['15:00+', '15:00+'],
    ['09:00-15:00+', '09:00-15:00+'],
    ['09:00-12:00,15:00+', '09:00-12:00,15:00+'],
    ['20:00-02:00+', '20:00-26:00+'],
    ['Dec 24 off', 'Dec 24 off'],
    ['Dec 24-24 off', 'Dec 24 off'],
    ['Jan 2-5 off', 'Jan 02-Jan 05 off'],
    ['Dec 27-Jan 2 off', 'Dec 27-Jan 02 off'],
    ['Dec 24,26-27,Jan 1 off', 'Dec 24,Dec 26-Dec 27,Jan 01 off'],
    ['2026 Dec 24 off', '2026 Dec 24 off'],
    ['2026 Dec 24-26 off', '2026 Dec 24-2026 Dec 26 off'],
    ['2026 Dec 24-2027 Jan 2 off', '2026 Dec 24-2027 Jan 02 off'],
    ['Feb 29 10:00-12:00', 'Feb 29 10:00-12:00'],
    ['2028 Feb 29 off', '2028 Feb 29 off'],
    ['Jun 1-Aug 31 Mo,PH 10:00-12:00', 'Jun 01-Aug 31 Mo,PH 10:00-12:00'],
    ['Mo unknown', 'Mo unknown'],
    ['Mo "by appointment"', 'Mo unknown "by appointment"'],
    ['"at 09:00, or; later - ask"', 'unknown "at 09:00, or; later - ask"'],
    ['open "with a comment"', 'open "with a comment"'],
    ['off "Ar gau: gŵyl banc"', 'off "Ar gau: gŵyl banc"'],
  ];
  for (const [text, printed] of rows) {
    it(text, () => {
      const hours = parseOpeningHours(text);
      expect(formatOpeningHours(hours)).to.equal(printed);
      expect(formatOpeningHours(parseOpeningHours(printed))).to.equal(printed);
    });
  }
  it('is plain and frozen', () => {
    const hours = parseOpeningHours('Mo 09:00-12:00');
    const isDeepFrozen = (value: unknown): boolean =>
      Object(value) !== value || (Object.isFrozen(value) && Object.values(value as object).every(isDeepFrozen));
    expect(isDeepFrozen(parseOpeningHours('2026 Dec 24,Dec 26 Mo 09:00-12:00+ off "x"; PH'))).to.equal(true);
    expect(Object.isFrozen(hours) && Object.isFrozen(hours.rules) && Object.isFrozen(hours.rules[0])).to.equal(true);
    expect(JSON.parse(JSON.stringify(hours))).to.deep.equal({
      rules: [{ additional: false, dates: [], weekdays: 2, holidays: false, spans: [{ from: 540, to: 720 }], state: 'open' }],
    });
  });
});

describe('what does not parse, and where', () => {
  const rows: readonly (readonly [text: string, offset: number, found: string, expected: string])[] = [
    ['', 0, 'the end', 'a rule'],
    ['   ', 3, 'the end', 'a rule'],
    [';', 0, '";"', 'a rule'],
    ['Mo 09:00-12:00;', 15, 'the end', 'a rule'],
    ['Mo 09:00-12:00,', 15, 'the end', 'a rule'],
    ['Mo;;Tu', 3, '";"', 'a rule'],
    ['Mo-Fr 9-17', 6, '"9"', 'a time'],
    ['Mo-Fr 9am-5pm', 6, '"9"', 'a time'],
    ['Mo-Fr 9.30-16.00', 6, '"9"', 'a time'],
    ['Mo-Fr 0930-1600', 6, '"0930"', 'a time'],
    ['Mon-Fri 09:00-17:00', 0, '"Mon"', 'a rule'],
    ['Mo-Fri 09:00-17:00', 3, '"Fri"', 'a weekday'],
    ['Mo–Fr 09:00-17:00', 2, '"–"', 'a time'],
    ['Mo-Fr 09:00–17:00', 11, '"–"', '- or +'],
    ['Sa/Su 10:00-12:00', 2, '"/"', 'a time'],
    ['Mo, 10:00-12:00', 4, '"10:00"', 'a weekday'],
    ['Dec 24, 10:00-12:00', 8, '"10:00"', 'a month'],
    ['Mo 10:00', 8, 'the end', '- or +'],
    ['Mo 10:00-', 9, 'the end', '48:00'],
    ['Mo 24:00-26:00', 3, '"24:00"', '23:59'],
    ['Mo 25:00-26:00', 3, '"25:00"', '23:59'],
    ['Mo 09:60-10:00', 3, '"09:60"', '23:59'],
    ['Mo 09:00-10:75', 9, '"10:75"', '48:00'],
    ['Mo 09:00-48:01', 9, '"48:01"', '48:00'],
    ['Mo 09:00-123:00', 9, '"123"', '48:00'],
    ['Mo 09:00-10:000', 9, '"10"', '48:00'],
    ['Mo 09:0-10:00', 3, '"09"', 'a time'],
    ['Mo 09 :00-10:00', 3, '"09"', 'a time'],
    ['Feb 30 off', 4, '"30"', 'that month'],
    ['Apr 31 off', 4, '"31"', 'that month'],
    ['Dec 0 off', 4, '"0"', 'that month'],
    ['2026 Feb 29 off', 9, '"29"', 'that month'],
    ['Dec off', 4, '"off"', 'that month'],
    ['Jan-Mar off', 3, '"-"', 'that month'],
    ['0000 Jan 1 off', 0, '"0000"', 'a rule'],
    ['0050 Jan 1 off', 0, '"0050"', 'a rule'],
    ['20265 Jan 1 off', 0, '"20265"', 'a rule'],
    ['02026 Jan 1 off', 0, '"02026"', 'a rule'],
    ['2026 off', 5, '"off"', 'a month'],
    ['2026-2027 off', 4, '"-"', 'a month'],
    ['Dec 26-24 off', 7, '"24"', 'a later date'],
    ['2027 Jan 2-2026 Dec 24 off', 11, '"2026"', 'a later date'],
    ['2026 Dec 24-Jan 2 off', 12, '"Jan"', 'same form'],
    ['Dec 24-2027 Jan 2 off', 7, '"2027"', 'same form'],
    ['24/7 Mo', 5, '"Mo"', 'a time'],
    ['Mo 24/7', 3, '"24/7"', 'a time'],
    ['24/77', 0, '"24"', 'a rule'],
    ['10:00-12:00 Mo', 12, '"Mo"', 'a time'],
    ['off Mo', 4, '"Mo"', 'a time'],
    ['open off', 5, '"off"', 'a time'],
    ['"x" open', 4, '"open"', 'a time'],
    ['PH Mo-Fr 10:00-12:00', 3, '"Mo"', 'a time'],
    ['SH off', 0, '"SH"', 'a rule'],
    ['PH +1 day off', 3, '"+"', 'a time'],
    ['Mo[1] 10:00-12:00', 2, '"["', 'a time'],
    ['week 1-10 Mo', 0, '"week"', 'a rule'],
    ['easter off', 0, '"easter"', 'a rule'],
    ['sunrise-sunset', 0, '"sunrise"', 'a rule'],
    ['Mo 10:00-12:00/30', 14, '"/"', 'a time'],
    ['Mo 10:00-12:00 || "ask"', 15, '"|"', 'a time'],
    ['Mo: 10:00-12:00', 2, '":"', 'a time'],
    ['Mo ""', 3, '"""', 'a time'],
    ['Mo " "', 3, '"""', 'a time'],
    ['Mo "unclosed', 3, '"""', 'a time'],
    ['Mo “by appointment”', 3, '"“"', 'a time'],
    ['Lundi 10:00-12:00', 0, '"Lundi"', 'a rule'],
    // Letters that have an s or a k in the other case, and are neither.
    ['ſu 10:00-12:00', 0, '"ſ"', 'a rule'],
    ['Mo 10:00-12:00 un\u212anown', 15, '"un"', 'a time'],
    ['Mo 10:00-12:00 🕐', 15, '"🕐"', 'a time'],
  ];
  for (const [text, offset, found, expected] of rows) {
    it(JSON.stringify(text), () => {
      let error: unknown;
      try {
        parseOpeningHours(text);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).to.be.instanceOf(OpeningHoursSyntaxError);
      const { name, message, offset: where } = error as OpeningHoursSyntaxError;
      expect(name).to.equal('OpeningHoursSyntaxError');
      expect(where).to.equal(offset);
      expect(message).to.include(`Offset ${offset}: found ${found}, expected `);
      expect(message.split(', expected ')[1]).to.include(expected);
    });
  }
  for (const value of [undefined, null, 5, {}, [], true, Symbol('x'), Object.create(null)]) {
    it(`a value that is no text: ${typeof value}`, () => {
      expect(() => parseOpeningHours(value as string)).to.throw(OpeningHoursSyntaxError, 'found the end');
    });
  }
});
