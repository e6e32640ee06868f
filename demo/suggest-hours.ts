/**
 * Suggests what was meant by hours that do not parse, for the people who write them. It never
 * changes what is evaluated.
 */
import { parseOpeningHours } from '../src/hours/index.js';
import type { OpeningHours } from '../src/hours/opening-hours.js';
import { LONGEST_NIGHT, NOON, slipIn, weekdaysOf } from './hours-slips.js';

const DAYS = 'Su Mo Tu We Th Fr Sa'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const pad = (value: number): string => String(value).padStart(2, '0');

const TIME = String.raw`(?:(?:12(?:[.:]00)?\s*)?(?:noon|midday|midnight)\b|\d\d?(?:[.:h]\d\d)?\s*[ap]\.?\s?m\b\.?|\d\d?(?:[.:h]\d\d)?)`;
const DAY = 'Su|Mo|Tu|We|Th|Fr|Sa';
const MONTH = MONTHS.join('|');
/** A span of times, as the notation has it. */
const WRITTEN = String.raw`\d\d:\d\d-\d\d:\d\d`;

interface Time {
  /** As written: 1 to 12 may be of either half of the day. */
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | undefined;
  /** Only the 24-hour clock writes it so: 09, 17. */
  readonly is24: boolean;
}

const readTime = (text: string): Time => {
  if (/noon|midday/i.test(text)) return { hour: 12, minute: 0, half: 'pm', is24: false };
  if (/midnight/i.test(text)) return { hour: 12, minute: 0, half: 'am', is24: false };
  const [, hour = '', minute = '0', half] = /^(\d+)(?:\D(\d\d))?\s*([ap])?/i.exec(text)!;
  return {
    hour: Number(hour),
    minute: Number(minute),
    half: half && (/a/i.test(half) ? 'am' : 'pm'),
    is24: !half && (Number(hour) > 12 || /^0/.test(hour)),
  } as Time;
};

/** Minutes after midnight, where the half of the day is known. */
const minutesOf = ({ hour, minute }: Time, half: Time['half']): number =>
  ((half ? hour % 12 : hour) + (half === 'pm' ? 12 : 0)) * 60 + minute;

const HOUR = 60;

/**
 * Start and end of a span in minutes, or `undefined` where more than one is likely. A time that is
 * written with neither am, pm nor the 24-hour clock is one of the day, never of the night.
 */
const spanOf = (from: Time, to: Time): readonly [from: number, to: number] | undefined => {
  const isNone = ({ hour, minute, half }: Time) => minute > 59 || hour * HOUR + minute > 24 * HOUR || (half && (hour > 12 || hour < 1));
  if (isNone(from) || isNone(to)) return undefined;
  // 10 to 12 are no sign of the 24-hour clock, but as an end beside one they are of it.
  const toIs24 = to.is24 || (from.is24 && to.hour > 9 && !to.half);
  const [start, end] = [minutesOf(from, from.half), minutesOf(to, to.half)];
  const afternoon = end + NOON;
  if ((from.half || from.is24) && (to.half || toIs24)) {
    const until = end > start ? end : end + 2 * NOON;
    const isOvernight = until > 2 * NOON;
    // 12am and 12pm are often mistaken for each other: not where the other reading is the shorter one.
    const isTwelve = [from, to].some(({ hour, half }) => hour === 12 && half);
    return (isOvernight && until - start > LONGEST_NIGHT) || (isTwelve && until - start > NOON) ? undefined : [start, until];
  }
  if (from.half || from.is24) {
    if (end > start && (from.is24 || to.hour === 12)) return [start, end];
    // 9am-5; 9am-11 may end in the morning or in the evening.
    return to.hour < 12 && (end <= start || from.half === 'pm') && afternoon > start ? [start, afternoon] : undefined;
  }
  if (toIs24) return start < end ? [start, end] : undefined;
  const isMorning = from.hour > 8;
  if (to.half === 'am') return start < end && from.hour < 12 ? [start, end] : undefined;
  if (to.half === 'pm') {
    const [early, late] = [minutesOf(from, 'am'), minutesOf(from, 'pm')];
    if (late >= end) return from.hour > 5 && (to.hour < 12 || isMorning) ? [early, end] : undefined;
    // 1-5pm; but 9-11pm may be an evening or a day and an evening.
    return from.hour < 6 || from.hour === 12 ? [late, end] : undefined;
  }
  // Neither says anything: 9-12, 1-5, 9-5. From 6 to 8 on, a morning and an evening are as likely.
  if (end > start) return isMorning ? [start, end] : from.hour < 6 && to.hour < 12 ? [start + NOON, afternoon] : undefined;
  return from.hour > 5 && to.hour < 12 ? [start, afternoon] : undefined;
};

const written = (minutes: number): string => `${pad(Math.floor(minutes / HOUR))}:${pad(minutes % HOUR)}`;

/** In no notation: nothing is suggested then. */
const UNCLEAR = '?';

const span = (text: string, from: string, to: string): string => {
  // As the notation has it, 26:00 included.
  if (/^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(to) && from < to && Number(to.slice(0, 2)) < 27) return text;
  const found = spanOf(readTime(from), readTime(to));
  if (!found) return UNCLEAR;
  const [start, end] = found;
  return `${written(start)}-${written(end > 24 * HOUR ? end - 24 * HOUR : end)}`;
};

/** Each slip and its repair, on the text outside comments, in this order. */
const REPAIRS: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/[‐‑‒–—−]/g, '-'],
  // Left behind by editors, and seen by nobody.
  [/[\u00ad\u200b-\u200f\u2060]/g, ''],
  [/\b(?:bank|public)\s+holidays?\b/gi, 'PH'],
  [/[\s,;(]*\b(?:except|excluding|excl\.?|but\s+not|not|closed)\s+(?:on\s+)?PH\b\)?/gi, '; PH off'],
  [
    /\b(?:24\s*(?:hours?|hrs?)(?:\s+(?:a|per)\s+day)?(?:[\s,]*(?:7|seven)\s+days(?:\s+(?:a|per)\s+week)?)?|24x7|24\/7\/365|always(?:\s+open)?)\b/gi,
    '24/7',
  ],
  [/\b(?:every\s?day|daily|(?:7|seven)\s+days(?:\s+(?:a|per)\s+week)?)\b/gi, 'Mo-Su'],
  [/\bweekdays\b/gi, 'Mo-Fr'],
  [/\bweekends?\b/gi, 'Sa,Su'],
  [
    /\b(sun|mon|tue|wed|thu|fri|sat)(?:days?|sdays?|nesdays?|rsdays?|urdays?|rs?|s)?\b\.?/gi,
    (_, day) => DAYS.find((name) => name.toLowerCase() === day.slice(0, 2).toLowerCase())!,
  ],
  [
    /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b\.?/gi,
    (_, month) => MONTHS.find((name) => name.toLowerCase() === month.slice(0, 3).toLowerCase())!,
  ],
  [new RegExp(String.raw`\b(\d\d?(?:\s*-\s*\d\d?)?)\s+(${MONTH})\b`, 'g'), '$2 $1'],
  [new RegExp(String.raw`\b(${DAY})\s*(?:[/&]|\band\b)\s*(?=${DAY}|PH)`, 'gi'), '$1,'],
  [new RegExp(String.raw`\b(${DAY})\s+(?:to|'?till?|until)\s+(?=${DAY})`, 'gi'), '$1-'],
  [new RegExp(String.raw`(${TIME})\s+(?:to|'?till?|until)\s+(?=${TIME})`, 'gi'), '$1-'],
  [/([\dm.n])\s*(?:&|\band\b)\s*(?=\d)/gi, '$1, '],
  [new RegExp(String.raw`\b(${DAY}|PH)\s*(?::\s+|,\s*(?=\d))`, 'g'), '$1 '],
  [
    // Days of a month are no hours; "Dec 24, 9-12" may be either.
    new RegExp(
      String.raw`\b((?:${MONTH})\s+\d\d?(?:\s*-\s*\d\d?)?)(?![\d.:])(\s*,\s*\d)?|(?<![\d:./-])(${TIME})\s*-\s*(${TIME})(?!\d|[:.]\d|\/)`,
      'gi',
    ),
    (text, days, another, from, to) => (days ? (another ? UNCLEAR : text) : span(text, from, to)),
  ],
  [/\b(\d\d?)(?:[.:h](\d\d))?\s*([ap])\.?m\b\.?/gi, (text) => written(minutesOf(readTime(text), readTime(text).half))],
  [/\b(\d\d?)[.h](\d\d)\b/g, (_, hour, minutes) => `${pad(Number(hour))}:${minutes}`],
  // Times before days.
  [
    new RegExp(String.raw`(^|;\s*)(${WRITTEN}(?:\s*,\s*${WRITTEN})*)[\s,(]+((?:${DAY})(?:\s*[-,]\s*(?:${DAY}))*)\)?(?=\s*(?:;|$))`, 'g'),
    '$1$3 $2',
  ],
  // Added to the others, the hours of bank holidays would not replace them.
  [/(\d)\s*,\s*(?=PH\b)/g, '$1; '],
];

/**
 * Whether hours say more than was meant: all day where no time is given, or two rules for one day,
 * of which a comma would add the second where it may replace the first.
 */
const saysTooMuch = ({ rules }: OpeningHours): boolean =>
  rules.some(({ additional, dates, weekdays, holidays, spans, state }, index) => {
    const hasDays = dates.length > 0 || weekdays > 0 || holidays;
    const isAllDay = state === 'open' && !spans.length && hasDays;
    return isAllDay || (additional && rules.slice(0, index).some((earlier) => weekdaysOf(earlier) & weekdaysOf({ weekdays, holidays })));
  });

/**
 * Hours that parse and are probably what the text means, or `undefined` when the text is fine or
 * nothing can be suggested.
 */
export function suggestOpeningHours(text: string): string | undefined {
  const parse = (candidate: string): OpeningHours | undefined => {
    try {
      return parseOpeningHours(candidate);
    } catch {
      return undefined;
    }
  };
  if (parse(text)) return undefined;
  const straight = text.replace(/[“”„«»]/g, '"');
  const candidate = straight
    .split(/("[^"]*")/)
    .map((part) =>
      part.startsWith('"') ? part : REPAIRS.reduce((repaired, [slip, repair]) => repaired.replace(slip, repair as string), part),
    )
    .join('')
    .replace(/[;,\s]+$/, '')
    .trim();
  const hours = parse(candidate);
  return hours && candidate !== text && !saysTooMuch(hours) && !slipIn(candidate, hours.rules) ? candidate : undefined;
}
