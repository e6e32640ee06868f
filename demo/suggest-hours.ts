/**
 * Suggests what was meant by hours that do not parse, for the people who write them. It never
 * changes what is evaluated.
 */
import { parseOpeningHours } from '../src/hours/index.js';

const DAYS = 'Su Mo Tu We Th Fr Sa'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const pad = (value: number): string => String(value).padStart(2, '0');

function time(hours: string, minutes: string | undefined, half: string | undefined): string {
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  return `${pad(hour)}:${minutes ?? '00'}`;
}

/** Each slip and its repair, on the text outside comments, in this order. */
const REPAIRS: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/[‐‑‒–—−]/g, '-'],
  [/[“”„«»]/g, '"'],
  [/\b(?:bank|public)\s+holidays?\b/gi, 'PH'],
  [/\b(?:every\s?day|daily)\b/gi, 'Mo-Su'],
  [/\bweekdays\b/gi, 'Mo-Fr'],
  [/\bweekends?\b/gi, 'Sa,Su'],
  [/\b(?:24\s*hours|24x7|always(?:\s+open)?)\b/gi, '24/7'],
  [/\bnoon\b|\bmidday\b/gi, '12:00'],
  [/\bmidnight\b/gi, '24:00'],
  [
    /\b(sun|mon|tue|wed|thu|fri|sat)(?:days?|sdays?|nesdays?|rsdays?|urdays?|rs?|s)?\b\.?/gi,
    (_, day) => DAYS.find((name) => name.toLowerCase() === day!.slice(0, 2).toLowerCase())!,
  ],
  [
    /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b\.?/gi,
    (_, month) => MONTHS.find((name) => name.toLowerCase() === month!.slice(0, 3).toLowerCase())!,
  ],
  [/\b(\d\d?)\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g, '$2 $1'],
  [/\b(Su|Mo|Tu|We|Th|Fr|Sa)\s*[/&]\s*(?=Su|Mo|Tu|We|Th|Fr|Sa|PH)/g, '$1,'],
  [/\b(Su|Mo|Tu|We|Th|Fr|Sa)\s+and\s+(?=Su|Mo|Tu|We|Th|Fr|Sa|PH)/gi, '$1,'],
  [/\b(Su|Mo|Tu|We|Th|Fr|Sa|\d(?:[ap]m)?)\s+(?:to|till?|until)\s+(?=Su|Mo|Tu|We|Th|Fr|Sa|\d)/gi, '$1-'],
  [/\b(Su|Mo|Tu|We|Th|Fr|Sa|PH)\s*:\s+/g, '$1 '],
  [/\b(\d\d?)(?:[.:h](\d\d))?\s*([ap])\.?m\b\.?/gi, (_, hour, minutes, half) => time(hour!, minutes, half)],
  [/\b(\d\d?)[.h](\d\d)\b/g, (_, hour, minutes) => time(hour!, minutes, undefined)],
  [
    /(^|[\s,])(\d\d?)(:\d\d)?\s*-\s*(\d\d?)(:\d\d)?(?![\d:/])/g,
    (all, before, from, fromMinutes, to, toMinutes) =>
      fromMinutes && toMinutes
        ? all!
        : `${before}${time(from!, fromMinutes?.slice(1), undefined)}-${time(to!, toMinutes?.slice(1), undefined)}`,
  ],
];

/**
 * Hours that parse and are probably what the text means, or `undefined` when the text is fine or
 * nothing can be suggested.
 */
export function suggestOpeningHours(text: string): string | undefined {
  const parses = (candidate: string): boolean => {
    try {
      parseOpeningHours(candidate);
      return true;
    } catch {
      return false;
    }
  };
  if (parses(text)) return undefined;
  const straight = text.replace(/[“”„«»]/g, '"');
  const candidate = straight
    .split(/("[^"]*")/)
    .map((part) =>
      part.startsWith('"')
        ? part
        : REPAIRS.reduce(
            (repaired, [slip, repair]) => repaired.replace(slip, repair as string),
            part,
          ),
    )
    .join('')
    .replace(/[;,\s]+$/, '')
    .trim();
  return candidate !== text && parses(candidate) ? candidate : undefined;
}
