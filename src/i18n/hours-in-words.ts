import { describeHours, type ScheduleLine } from '../hours/describe.js';
import type { OpeningHours, Span } from '../hours/opening-hours.js';

/** How opening hours are said in a language. Text only. */
export interface HoursWords {
  /** From Sunday. */
  readonly weekdays: readonly string[];
  /** From January. */
  readonly months: readonly string[];
  /** A time of day, from its minute: 0 to 1439. */
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

/** `9:30am`, `4pm`, with words for the two twelves that people mix up. */
const twelveHours =
  (midday: string, midnight: string) =>
  (minuteOfDay: number): string => {
    if (minuteOfDay % 720 === 0) return minuteOfDay ? midday : midnight;
    const hour = Math.floor(minuteOfDay / 60);
    const minutes = minuteOfDay % 60;
    return `${hour % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
  };

export const englishHours: HoursWords = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: [
    'January', 'February', 'March', 'April', 'May', 'June',
    'July', 'August', 'September', 'October', 'November', 'December',
  ],
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

/** Days mutate after `i` and where they say when: `dydd Llun i ddydd Gwener`, `ar gau ddydd Llun`. */
const mutated = (day: string): string => day.replace(/^dydd/, 'ddydd');

export const welshHours: HoursWords = {
  weekdays: [
    'dydd Sul', 'dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn',
  ],
  months: [
    'Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin',
    'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr',
  ],
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
  range: (from, to) => `${from} i ${mutated(to)}`,
  and: (before, last) => `${before} a ${last}`,
  from: (time) => `o ${time}`,
  orLater: (times) => `${times} neu'n hwyrach`,
  closedOnDays: (days) => `ar gau ${mutated(days)}`,
  closedOnHolidays: 'ar gau ar wyliau banc',
};

/**
 * A minute of the day as the language writes it: `9:30am`, `midday`, `16:00`. Minutes from 1440 on
 * are those of the next day.
 */
export function formatTime(minuteOfDay: number, words: HoursWords): string {
  return words.time(minuteOfDay % 1440);
}

const list = (items: readonly string[], { and, comma }: HoursWords): string =>
  items.length > 1 ? and(items.slice(0, -1).join(comma), items.at(-1)!) : (items[0] ?? '');

function spansInWords(spans: readonly Span[], words: HoursWords): string {
  const parts: string[] = [];
  spans.forEach(({ from, to, openEnd }, index) => {
    const start = formatTime(from, words);
    if (openEnd && index && spans[index - 1]!.to === from) parts.push(words.orLater(parts.pop()!));
    else if (openEnd) parts.push(words.from(start));
    else {
      const nextDay = to - from >= 1440 && from ? ` ${words.nextDay}` : '';
      parts.push(words.range(start, formatTime(to, words)) + nextDay);
    }
  });
  return list(parts, words);
}

function dateInWords(date: number, { months }: HoursWords): string {
  const year = Math.floor(date / 10_000);
  return `${date % 100} ${months[(Math.floor(date / 100) % 100) - 1]}${year ? ` ${year}` : ''}`;
}

function datesInWords({ dates }: ScheduleLine, words: HoursWords): string {
  const ranges = dates.map(({ from, to }) => {
    const last = dateInWords(to, words);
    // "24 to 26 December", "24 December 2026 to 2 January 2027"
    const first =
      from < to && Math.floor(from / 100) === Math.floor(to / 100)
        ? String(from % 100)
        : dateInWords(from, words);
    return from === to ? last : words.range(first, last);
  });
  return list(ranges, words);
}

function daysInWords({ weekdays, holidays }: ScheduleLine, words: HoursWords): string {
  const runs = weekdays.map(([first, last]) =>
    first === last
      ? words.weekdays[first]!
      : first === 1 && last === 0
        ? words.everyDay
        : words.range(words.weekdays[first]!, words.weekdays[last]!),
  );
  return list(holidays ? [...runs, words.bankHolidays] : runs, words);
}

function sentence(line: ScheduleLine, words: HoursWords): string {
  const dates = datesInWords(line, words);
  const days = daysInWords(line, words);
  const spans = spansInWords(line.spans, words);
  const when = [dates, days].filter(Boolean).join(words.comma);
  if (line.says === 'closed') {
    const closed = dates
      ? `${words.closed} ${when}`
      : !days
        ? words.closed
        : days === words.bankHolidays
          ? words.closedOnHolidays
          : words.closedOnDays(days);
    return spans ? closed + words.comma + spans : closed;
  }
  if (line.says === 'open') {
    return when || spans ? (when || words.everyDay) + words.comma + (spans || words.allDay) : words.always;
  }
  const may = line.says === 'later' ? words.mayCloseLater : words.mayBeOpen;
  const subject = [when || (spans && words.everyDay), spans].filter(Boolean).join(words.comma);
  return subject ? `${subject}: ${may}` : may;
}

/**
 * Opening hours as a reader wants them: "Monday to Friday, 9:30am to 4pm. Closed on bank
 * holidays." One sentence stands without a full stop, several end with one each.
 * @param translate says a comment of the hours in the language of `words`
 */
export function hoursInWords(
  hours: OpeningHours,
  words: HoursWords,
  translate: (comment: string) => string = (comment) => comment,
): string {
  const sentences = describeHours(hours).map((line) => {
    const text = sentence(line, words) + (line.comment ? ` (${translate(line.comment)})` : '');
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
  return sentences.length > 1 ? sentences.map((text) => text + words.stop).join(' ') : (sentences[0] ?? '');
}
