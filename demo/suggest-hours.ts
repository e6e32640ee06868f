/**
 * Suggests what was meant by hours that do not parse, for the people who write them. It never
 * changes what is evaluated.
 */
import { parseOpeningHours } from '../src/hours/index.js';
import type { OpeningHours } from '../src/hours/opening-hours.js';
import { slipIn, weekdaysOf } from './hours-slips.js';
import { minutesOf, readTime, spanOf, written } from './written-times.js';

const DAYS = 'Su Mo Tu We Th Fr Sa'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const TIME = String.raw`(?:(?:12(?:[.:]00)?\s*)?(?:noon|midday|midnight)\b|\d\d?(?:[.:h]\d\d)?\s*[ap]\.?\s?m\b\.?|\d\d?(?:[.:h]\d\d)?)`;
const DAY = 'Su|Mo|Tu|We|Th|Fr|Sa';
const MONTH = MONTHS.join('|');
/** A span of times, as the notation has it. */
const WRITTEN = String.raw`\d\d:\d\d-\d\d:\d\d`;

/** In no notation: nothing is suggested then. */
const UNCLEAR = '?';

const span = (text: string, from: string, to: string): string => {
  // As the notation has it, 26:00 included.
  if (/^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(to) && from < to && Number(to.slice(0, 2)) < 27) return text;
  const found = spanOf(readTime(from), readTime(to));
  if (!found) return UNCLEAR;
  const [start, end] = found;
  return `${written(start)}-${written(end)}`;
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
  [/\b(\d\d?)[.h](\d\d)\b/g, (_, hour, minutes) => `${hour!.padStart(2, '0')}:${minutes}`],
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
