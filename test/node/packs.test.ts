/** What can be checked about the words of a language without reading it, with the platform's own language data for an oracle. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { cy } from '../../src/i18n/cy.js';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { en } from '../../src/i18n/en.js';
import { hoursInWords } from '../../src/i18n/hours-in-words.js';
import { statusInWords } from '../../src/i18n/status-in-words.js';
import { packs } from '../packs.js';
import { packNames } from '../support/pack-names.js';

type Words = Readonly<Record<string, unknown>>;

/** Each form that the word for minutes takes; those of packs are in their tables. */
const WELSH_MINUTES = ['ymhen N munud', 'ymhen N funud'];

/** What language data before CLDR 48 (Node 20.19, say) call by other names. */
const SINCE_ICU_78: Readonly<Record<string, string>> =
  Number.parseFloat(process.versions['icu']!) >= 78
    ? {}
    : {
        ਸ਼ਨਿੱਚਰਵਾਰ: 'ਸ਼ਨੀਵਾਰ',
        জানুয়ারী: 'জানুয়ারি',
        ফেব্রুয়ারী: 'ফেব্রুয়ারি',
      };

/** Every text in words, by its path. */
const textsOf = (words: Words, path = ''): (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : typeof value === 'object' && value
        ? textsOf(value as Words, `${path}${key}.`)
        : [],
  );

const numbers = (text: string): string[] => [...new Set(text.match(/\d+/g))].sort();

describe('every language has a pack, a table and a file', () => {
  it('and no more', () => {
    assert.deepEqual(packNames, Object.keys(packs).sort());
    const docs = readFileSync('docs/languages.md', 'utf8');
    for (const lang of packNames) {
      const [, name = assert.fail(`docs/languages.md has a row for ${lang}`)] =
        new RegExp(`^\\| \`${lang}\` \\| (\\p{Lu}\\p{L}+)`, 'mu').exec(docs) ?? [];
      assert.ok(readFileSync('README.md', 'utf8').includes(name), `README.md names ${name}`);
      assert.match(readFileSync('demo/states.ts', 'utf8'), new RegExp(`[{,] ${lang}: '`), `demo/states.ts names ${lang}`);
    }
    for (const lang of packNames)
      assert.match(
        readFileSync(`src/lang/${lang}.ts`, 'utf8'),
        /Awaits review by a fluent speaker|Reviewed by/,
        `${lang} says whether it was reviewed`,
      );
  });
});

for (const [lang, { words, hours, yearAhead }] of Object.entries(packs))
  describe(lang, () => {
    for (const [openingHours, sentences] of hours)
      it(`${openingHours}: ${sentences}`, () => {
        assert.equal(hoursInWords(parseOpeningHours(openingHours), { ...en.hours, ...words.hours }, String), sentences);
      });

    it(yearAhead, () => {
      const next = { at: Date.UTC(2027, 11, 24, 2, 30), status: { state: 'open' } } as const;
      const said = statusInWords({ state: 'closed', next }, Date.UTC(2026, 10, 24), {
        ...en,
        ...words,
        hours: { ...en.hours, ...words.hours },
      } as typeof en);
      assert.equal(said, `${words.closed}${words.hours!.comma ?? en.hours.comma}${yearAhead}`);
    });
  });

const english = new Map(textsOf(en as unknown as Words));

for (const [lang, words] of [
  ['cy', cy as unknown as Words],
  ...Object.entries(packs).map(([tag, table]) => [tag, table.words as Words] as const),
] as const)
  describe(lang, () => {
    const texts = textsOf(words).filter(([path]) => !/^(lang|dir|hours\.(weekdays|months))/.test(path));

    it('has every word that may not be left in English', () => {
      // Notes, purposes and costs may be; statuses and hours may not.
      const given = new Set(texts.map(([path]) => path));
      const asked = [...english.keys()].filter(
        (path) =>
          !/^(lang|dir|hours\.(weekdays|months|comma|stop)|contacts|policeNames|linkKinds|safetyNotes|withoutSpeaking|noEvidence)\b/.test(
            path,
          ),
      );
      assert.deepEqual(
        asked.filter((path) => !given.has(path)),
        [],
        'write these too',
      );
    });

    it('has the numbers of the English words, no other and no fewer', () => {
      for (const [path, text] of texts) {
        const expected = numbers(english.get(path) ?? assert.fail(`${path} is no word of the panel`));
        const given = numbers(text);
        // "24 hours" may be "all day and night".
        assert.deepEqual(
          given,
          expected.filter((number) => number !== '24' || given.includes(number)),
          path,
        );
      }
    });

    it('is text, in Western digits, without marks of its own', () => {
      for (const [path, text] of textsOf(words)) {
        assert.match(text, /^[^<>&]+$/, path);
        assert.doesNotMatch(text, /(?!\d)\p{Nd}/u, path);
        assert.doesNotMatch(text, /[\u200b-\u200f\u202a-\u202e\u2066-\u2069]|^\s*$|^\s|  /, path);
      }
    });

    it('says what its functions are told', () => {
      const { closesAt, untilAtLeast, opensAt, mayOpenAt, ukTime, hoursPublished, checkedOn, source, date, onDate, hours } =
        words as unknown as typeof en;
      const said: [string, ...string[]][] = [
        [closesAt('TIME'), 'TIME'],
        [closesAt('TIME', 'DAY'), 'TIME', 'DAY'],
        [untilAtLeast('TIME'), 'TIME'],
        [untilAtLeast('TIME', 'DAY'), 'TIME', 'DAY'],
        [opensAt('DAY', 'TIME'), 'DAY', 'TIME'],
        [mayOpenAt('DAY', 'TIME'), 'DAY', 'TIME'],
        [ukTime('TIME'), 'TIME'],
        [hoursPublished('DATE'), 'DATE'],
        [checkedOn('DATE'), 'DATE'],
        [source('TITLE', 'DATE'), 'TITLE', 'DATE'],
        [date(27, 4, 2023), '27', hours.months[3]!, '2023'],
        [onDate(2, 29, 12), '29', hours.months[11]!],
        [hours.range('FROM', 'TO'), 'FROM', 'TO'],
        [hours.and('ONE', 'TWO'), 'ONE', 'TWO'],
        [hours.from('TIME'), 'TIME'],
        [hours.orLater('TIMES'), 'TIMES'],
        [hours.closedOnDays('DAYS'), 'DAYS'],
      ];
      for (const [text, ...parts] of said) for (const part of parts) assert.ok(text.includes(part), `${text} has ${part}`);
      assert.equal(new Set([0, 1, 2, 3, 4, 5, 6].map((day) => (words as unknown as typeof en).onWeekday(day))).size, 7);
    });

    it('tells every minute of a day from every other', () => {
      const { time } = (words as unknown as typeof en).hours;
      const times = Array.from({ length: 1440 }, (_, minute) => time(minute));
      assert.equal(new Set(times).size, 1440);
      for (const [minute, text] of times.entries())
        if (minute % 720)
          assert.ok(text.includes(`${Math.floor(minute / 60) % 12 || 12}`) || text.includes(`${Math.floor(minute / 60)}`), text);
    });

    it('has midnight at the end of a day, or at the beginning of a range', () => {
      const { time, range, from } = (words as unknown as typeof en).hours;
      assert.doesNotMatch(time(0), /^0/);
      for (const said of [range(time(0), time(720)), from(time(0))]) assert.doesNotMatch(said, /24:00/);
      assert.match(range(time(720), time(0)), new RegExp(time(0)));
    });

    it('names weekdays and months as the platform does', () => {
      const { weekdays, months } = (words as unknown as typeof en).hours;
      const platform = (options: Intl.DateTimeFormatOptions, date: Date) => {
        const parts = new Intl.DateTimeFormat(`${lang}-u-nu-latn-ca-gregory`, { ...options, timeZone: 'UTC' }).formatToParts(date);
        return parts.find(({ type }) => type === 'weekday' || type === 'month')!.value.normalize('NFC');
      };
      // With the day, so that a month stands in the case a date needs. 2 January 2022 was a Sunday.
      const differing = [
        ...weekdays.map((name, day) => [name, platform({ weekday: 'long' }, new Date(Date.UTC(2022, 0, 2 + day)))]),
        ...months.map((name, month) => [name, platform({ day: 'numeric', month: 'long' }, new Date(Date.UTC(2022, month, 1)))]),
      ].filter(([ours, theirs]) => ours!.normalize('NFC').toLowerCase() !== (SINCE_ICU_78[theirs!] ?? theirs!).toLowerCase());
      assert.deepEqual(differing, []);
    });

    it('counts minutes by the rules of the language', () => {
      const rules = new Intl.PluralRules(lang);
      assert.equal(rules.resolvedOptions().locale, lang, 'the platform knows the language');
      const forms = new Map<string, Set<string>>();
      for (let count = 1; count <= 240; count++) {
        const category = rules.select(count);
        const form = (words as unknown as typeof en).inMinutes(count).replace(String(count), 'N');
        forms.set(category, (forms.get(category) ?? new Set()).add(form));
      }
      for (const [category, said] of forms) assert.equal(said.size, 1, `${category}: ${[...said]}`);
      const table = packs[lang]?.minutes.map(([count, said]) => said.replace(String(count), 'N')) ?? WELSH_MINUTES;
      assert.deepEqual(new Set([...forms.values()].map((said) => [...said][0])), new Set(table), 'forms of the word');
    });
  });
