/** Whatever the text: opening hours or an OpeningHoursSyntaxError, in linear time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpeningHoursSyntaxError, type OpeningHours } from '../../src/hours/opening-hours.js';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { formatOpeningHours } from '../hours-support/print.js';
import { nextOpening, statusAt } from '../../src/hours/status.js';
import { suggestOpeningHours } from '../../demo/suggest-hours.js';
import { hoursInWords, englishHours, welshHours } from '../../src/i18n/hours-in-words.js';
import { generateRules, rulesText } from '../hours-support/expressions.js';
import { Random } from '../hours-support/random.js';
import { timesAsLong } from '../support/time-taken.js';

const SEED = Number(process.env.SEED ?? 20_261_124);
const STRINGS = Number(process.env.STRINGS ?? 100_000);
const PIECES = [
  'Mo',
  'Fr',
  'Su',
  'PH',
  'SH',
  'Dec',
  'Feb',
  '24',
  '29',
  '30',
  '2026',
  '24/7',
  '09:00',
  '26:00',
  '15:00+',
  '-',
  ',',
  ';',
  '+',
  ':',
  '"',
  '"a"',
  ' ',
  'off',
  'open',
  'unknown',
  '||',
  '[1]',
  '–',
  '\u0000',
  '🕐',
  '\ud800',
  '\n',
  'e\u0301',
  '9',
];

function mutate(random: Random, text: string): string {
  const at = random.integer(0, text.length);
  const length = random.integer(0, 3);
  switch (random.integer(0, 3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at + length);
    default:
      return text.slice(0, at) + String.fromCharCode(random.integer(32, 126)) + text.slice(at + 1);
  }
}

test(`${STRINGS} random and mutated strings (seed ${SEED})`, () => {
  const random = new Random(SEED);
  let parsed = 0;
  for (let round = 0; round < STRINGS; round++) {
    let text: string;
    if (random.chance(0.4)) {
      text = Array.from({ length: random.integer(0, 12) }, () => random.pick(PIECES)).join(random.chance(0.5) ? ' ' : '');
    } else {
      text = rulesText(generateRules(random));
      for (let count = random.integer(1, 3); count > 0; count--) text = mutate(random, text);
    }
    const where = `seed ${SEED}, round ${round}: ${JSON.stringify(text)}`;
    try {
      const hours = parseOpeningHours(text);
      parsed++;
      // What parses can be printed, evaluated and said.
      const printed = formatOpeningHours(hours);
      assert.equal(formatOpeningHours(parseOpeningHours(printed)), printed, where);
      // Hours that never change cost a walk through 41 years and the Easters of 1,900, so not all are asked.
      if (parsed % 100 === 0) {
        const at = Date.UTC(2026, 0, 1) + random.integer(0, 9 * 366 * 1440) * 60_000;
        const { until } = statusAt(hours, at, { holidays: 'scotland' });
        assert.ok(until === undefined || until > at, where);
        assert.notEqual(hoursInWords(hours, englishHours, String) + hoursInWords(hours, welshHours, String), '', where);
      }
    } catch (error) {
      assert.ok(error instanceof OpeningHoursSyntaxError, `${where}: ${String(error)}`);
      assert.ok(error.offset >= 0 && error.offset <= text.length, where);
      if (round % 50 === 0) suggestOpeningHours(text);
    }
  }
  assert.ok(parsed > STRINGS / 50, `${parsed} parsed: mutations stay near the notation`);
});

test(`what is printed means the same (seed ${SEED})`, () => {
  const random = new Random(SEED);
  for (let round = 0; round < 500; round++) {
    const text = rulesText(generateRules(random));
    const hours = parseOpeningHours(text);
    const again = parseOpeningHours(formatOpeningHours(hours));
    for (let pair = 0; pair < 3; pair++) {
      const at = Date.UTC(2020, 0, 1) + random.integer(0, 15 * 366 * 1440) * 60_000;
      assert.deepEqual(
        statusAt(again, at, { holidays: 'northern-ireland' }),
        statusAt(hours, at, { holidays: 'northern-ireland' }),
        `seed ${SEED}: ${text} printed as ${formatOpeningHours(hours)}, at ${new Date(at).toISOString()}`,
      );
    }
  }
});

test('long inputs take time in proportion to their length', () => {
  const inputs = [
    (length: number) => 'Mo-Fr 09:00-17:00; '.repeat(length / 19) + 'off',
    (length: number) => 'Mo,'.repeat(length / 3),
    (length: number) => '09:00-10:00,'.repeat(length / 12),
    (length: number) => 'Dec 24,'.repeat(length / 7),
    (length: number) => ' '.repeat(length),
    (length: number) => '"'.repeat(length),
    (length: number) => '"' + 'a'.repeat(length),
    (length: number) => '9'.repeat(length),
    (length: number) => 'M'.repeat(length),
    (length: number) => ':'.repeat(length),
    (length: number) => 'Mo "' + 'x " "'.repeat(length / 5),
  ];
  const parse = (text: string): void => {
    try {
      parseOpeningHours(text);
    } catch (error) {
      assert.ok(error instanceof OpeningHoursSyntaxError);
    }
  };
  for (const input of inputs) {
    const [short, long] = [input(10_000), input(80_000)];
    parse(input(1000));
    const shortEightTimes = () => {
      for (let time = 0; time < 8; time++) parse(short);
    };
    // As many letters on both sides: where the time grows with the square, the long text takes eight times as long.
    const times = timesAsLong(
      3,
      () => parse(long),
      shortEightTimes,
      () => {},
    );
    assert.ok(times < 3, `${input(30)}: ${times} times as long as eight texts of an eighth of the length`);
  }
});

test('hours of 10 kB are evaluated too', () => {
  const at = Date.UTC(2026, 10, 24, 10);
  for (const text of [
    'Mo-Fr 09:00-17:00; '.repeat(500) + 'off',
    Array.from({ length: 600 }, (_, index) => `Dec ${(index % 31) + 1} ${String(index % 23).padStart(2, '0')}:00-23:30`).join('; '),
  ]) {
    assert.equal(statusAt(parseOpeningHours(text), at).state, 'closed');
  }
});

// Here, where no mutant waits for it: dates and bank holidays have a calendar that repeats after thousands of years.
for (const text of ['Mo-Fr 09:00+; PH off; Dec 24-Jan 2 off', 'Mo-Fr 09:00-17:00; PH off; Dec 24 off; 00:00-24:00 unknown'])
  test(`an opening that never comes is searched for once: ${text}`, () => {
    const ask = (hours: OpeningHours, minute: number): void =>
      assert.equal(nextOpening(hours, Date.UTC(2026, 10, 24, 12, minute), { holidays: 'england-and-wales' }), undefined);
    const askOthers = (hours: OpeningHours) => {
      for (let minute = 1; minute < 60; minute++) ask(hours, minute);
    };
    const times = timesAsLong(
      1,
      askOthers,
      (hours) => ask(hours, 0),
      () => parseOpeningHours(text),
    );
    assert.ok(times < 1, `all others together take ${times} times as long as the first`);
  });
