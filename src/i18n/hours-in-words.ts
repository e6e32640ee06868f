import type { DateRange, OpeningHours, Rule, Span } from '../hours/opening-hours.js';

/** How opening hours are said in a language. Text only. */
export interface HoursWords {
  /** From Sunday. */
  readonly weekdays: readonly string[];
  /** From January. */
  readonly months: readonly string[];
  /**
   * The time for a minute of the day, 0 to 1439. 0 is the midnight at the end of a day, so `24:00` on
   * a 24-hour clock; `range` and `from` change that to `0:00` where it is a start.
   */
  readonly time: (minute: number) => string;
  /** Between the parts of a sentence and the items of a list, with its space. */
  readonly comma: string;
  /** At the end of a sentence. */
  readonly stop: string;
  readonly everyDay: string;
  readonly bankHolidays: string;
  /** The whole day, after the days it holds on. */
  readonly allDay: string;
  /** The whole of every day. */
  readonly always: string;
  /** After a time that is on the day after the opening day, where that is not plain. */
  readonly nextDay: string;
  readonly mayBeOpen: string;
  readonly mayCloseLater: string;
  readonly closed: string;
  /** From a time or day to another. */
  readonly range: (from: string, to: string) => string;
  readonly and: (before: string, last: string) => string;
  readonly from: (time: string) => string;
  /** Closes at the end of these times, or later. */
  readonly orLater: (times: string) => string;
  readonly closedOnDays: (days: string) => string;
  readonly closedOnHolidays: string;
}

/**
 * A minute of the day as the language writes it: `9:30am`, `midday`, `16:00`. Minutes from 1440 on
 * are those of the next day.
 */
export const formatTime = (minuteOfDay: number, words: HoursWords): string => words.time(minuteOfDay % 1440);

/** The weekdays that a rule is about, as bits from Sunday: all, where it names none. */
const weekdaysOf = ({ weekdays }: Rule): number => weekdays || 127;

const isWeekly = ({ dates, holidays }: Rule): boolean => !dates.length && !holidays;

/** One more bit, after those of the weekdays. */
const BANK_HOLIDAYS = 128;

/**
 * Bank holidays never fall on a weekend, and a rule that closes on a date is about the days on which the line would be open:
 * Monday to Friday.
 */
const WORKING_DAYS = 0b0111110;

/**
 * Opening hours as a reader wants them: "Monday to Friday, 9:30am to 4pm. Closed on bank
 * holidays." One sentence stands without a full stop, several end with one each.
 * @param translate says a comment of the hours in the language of `words`
 */
export function hoursInWords({ rules }: OpeningHours, words: HoursWords, translate: (comment: string) => string): string {
  // Words are read only where they are said: reading one that a language lacks throws, and only hours that need it fall back.
  const inRow = (...parts: readonly string[]): string => parts.filter(Boolean).join(words.comma);
  const list = (items: readonly string[]): string =>
    items.length > 1 ? words.and(inRow(...items.slice(0, -1)), items.at(-1)!) : inRow(...items);

  const timesInWords = (spans: readonly Span[]): string => {
    const parts: string[] = [];
    let end: number | undefined;
    for (const { from, to, openEnd } of spans) {
      const start = formatTime(from, words);
      parts.push(
        !openEnd
          ? words.range(start, formatTime(to, words)) + (to - from >= 1440 ? ` ${words.nextDay}` : '')
          : from === end
            ? words.orLater(parts.pop()!)
            : words.from(start),
      );
      end = to;
    }
    return list(parts);
  };

  const dateInWords = (date: number): string => {
    const year = (date / 10_000) | 0;
    return `${date % 100} ${words.months[(((date / 100) | 0) % 100) - 1]}${year ? ` ${year}` : ''}`;
  };

  const datesInWords = (dates: readonly DateRange[]): string =>
    list(
      dates.map(({ from, to }) =>
        from === to
          ? dateInWords(to)
          : // "24 to 26 December", "24 December 2026 to 2 January 2027"
            words.range(from < to && to - from < 31 ? `${from % 100}` : dateInWords(from), dateInWords(to)),
      ),
    );

  const weekdayInWords = (day: string): string => words.weekdays[+day % 7]!;

  /**
   * Runs of days, from Monday (1) to Sunday (7); a run of two is named day by day. Not by `at`: that of core-js 2 does not count
   * strings from the end.
   */
  const daysInWords = (weekdays: number, holidays: unknown): string => {
    // "1234 67" is every day but Friday.
    const runs = [...'1234567']
      .map((day) => ((weekdays >> (+day % 7)) & 1 ? day : ' '))
      .join('')
      .split(' ');
    const parts = runs.flatMap((run) =>
      run[6] ? words.everyDay : run[2] ? words.range(weekdayInWords(run[0]!), weekdayInWords(run.slice(-1))) : [...run].map(weekdayInWords),
    );
    return list(holidays ? [...parts, words.bankHolidays] : parts);
  };

  /**
   * One rule as a sentence, without a full stop.
   *
   * @param earlier the rules before it: the usual times of a line are not said again of its bank holidays
   * @param weekdays those that are named, as bits
   * @param holidays whether bank holidays are
   */
  const ruleInWords = (
    { state, spans, dates, additional, weekdays: ownDays, comment }: Rule,
    earlier: readonly Rule[],
    weekdays: number,
    holidays: unknown,
  ): string => {
    let times = spans.some(({ from, to, openEnd }) => !from && to === 1440 && !openEnd) ? '' : timesInWords(spans);
    // Nobody has published the end of these times: said, it would be taken for published.
    const mayGoOn = state === 'unknown' && additional && comment === 'closes slightly later on Thursdays';
    if (mayGoOn) times = comment = '';
    else if (state === 'unknown' && holidays && !ownDays) {
      const isUsual = earlier.some(
        (usual) => isWeekly(usual) && usual.state === 'open' && !(WORKING_DAYS & ~weekdaysOf(usual)) && timesInWords(usual.spans) === times,
      );
      if (isUsual) times = '';
      if (comment === 'bank holiday') comment = '';
    }

    const dateWords = datesInWords(dates);
    const days = daysInWords(weekdays, holidays);
    let said: string;
    if (state === 'closed') {
      const closed = !days
        ? `${words.closed} ${dateWords}`.trim()
        : days === words.bankHolidays
          ? words.closedOnHolidays
          : words.closedOnDays(days);
      // In brackets: "closed 1 July to 31 August, Friday" would be taken for all of it.
      said = inRow(days && dateWords ? `${closed} (${dateWords})` : closed, times);
    } else {
      const subject = inRow(inRow(dateWords, days) || (times && words.everyDay), times);
      if (state === 'open') said = !subject ? words.always : times ? subject : inRow(subject, words.allDay);
      else said = (subject && `${subject}: `) + (mayGoOn ? words.mayCloseLater : words.mayBeOpen);
    }
    return said.charAt(0).toUpperCase() + said.slice(1) + (comment ? ` (${translate(comment)})` : '');
  };

  const sentences: string[] = [];
  /** Days that no later rule replaces. What is always replaced is not said: nobody could tell which of the two holds. */
  let unreplaced = 127 | BANK_HOLIDAYS;
  for (let index = rules.length; index--;) {
    const rule = rules[index]!;
    const { state, spans, weekdays } = rule;
    // A rule that closes before any rule opens closes nothing: a later rule holds, on a bank holiday too.
    const closesNothing = rules.findIndex((one) => one.state !== 'closed') > index;
    const holidays = rule.holidays && !closesNothing && unreplaced & BANK_HOLIDAYS && unreplaced & WORKING_DAYS;
    const ruleDays = weekdays || (rule.holidays ? 0 : rule.dates.length && state === 'closed' ? WORKING_DAYS : 127);
    const shownDays = ruleDays & unreplaced;
    if (!rule.additional && !rule.dates.length) {
      const replaces = weekdays
        ? state !== 'closed'
        : state === 'open' && rules.slice(index - 1, index + 1).every((one) => isWeekly(one) && !one.weekdays);
      if (replaces) unreplaced &= ~weekdaysOf(rule);
      // A weekday may be said to be open, and then to be closed. Of bank holidays one rule is said, and those after it that close
      // for some hours.
      if (rule.holidays && !(state === 'closed' && spans.length)) unreplaced &= ~BANK_HOLIDAYS;
    }
    if (shownDays || holidays)
      sentences.unshift(ruleInWords(rule, rules.slice(0, index), shownDays < ruleDays ? shownDays : weekdays, holidays));
  }
  return sentences.map((text) => text + (sentences.length > 1 ? words.stop : '')).join(' ');
}

/* The words come last, and so beside those of en.ts and cy.ts: like texts compress better in one place. */

/** `9:30am`, `4pm`, with words for the two twelves that people mix up. */
const twelveHours =
  (midday: string, midnight: string) =>
  (minuteOfDay: number): string => {
    if (minuteOfDay % 720 === 0) return minuteOfDay ? midday : midnight;
    const hour = (minuteOfDay / 60) | 0;
    const minutes = minuteOfDay % 60;
    return `${hour % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
  };

export const englishHours: HoursWords = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  time: twelveHours('midday', 'midnight'),
  comma: ', ',
  stop: '.',
  everyDay: 'every day',
  bankHolidays: 'bank holidays',
  allDay: '24 hours',
  always: 'open 24 hours',
  nextDay: 'the next day',
  mayBeOpen: 'may be open',
  mayCloseLater: 'may close later',
  closed: 'closed',
  range: (from, to) => `${from} to ${to}`,
  and: (before, last) => `${before} and ${last}`,
  from: (time) => `from ${time}`,
  orLater: (times) => `${times} or later`,
  closedOnDays: (days) => `closed on ${days}`,
  closedOnHolidays: 'closed on bank holidays',
};

export const welshHours: HoursWords = {
  weekdays: ['dydd Sul', 'dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn'],
  months: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
  time: twelveHours('hanner dydd', 'hanner nos'),
  comma: ', ',
  stop: '.',
  everyDay: 'bob dydd',
  bankHolidays: 'gwyliau banc',
  allDay: '24 awr',
  always: 'ar agor 24 awr y dydd',
  nextDay: 'drannoeth',
  mayBeOpen: 'gallai fod ar agor',
  mayCloseLater: "gallai gau'n hwyrach",
  closed: 'ar gau',
  // Days mutate after `i` and `ar`.
  range: (from, to) => `${from} i ${to.replace(/^dydd/, 'ddydd')}`,
  // `ac` before a vowel: `o`, and the 1, 8, 11 and 16 that a time or date begins with. From 20 on, people differ.
  and: (before, last) => `${before} a${/^(o|8|1[16]?\D)/.test(last) ? 'c' : ''} ${last}`,
  from: (time) => `o ${time}`,
  orLater: (times) => `${times} neu'n hwyrach`,
  closedOnDays: (days) => `ar gau ${days.replace(/^dydd/, 'ar ddydd')}`,
  closedOnHolidays: 'ar gau ar wyliau banc',
};
