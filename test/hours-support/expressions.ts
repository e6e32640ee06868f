/** Generated opening hours: the whole documented notation, weighted towards what people write. */
import type { Random } from './random.js';

export interface GeneratedSpan {
  readonly from: number;
  /** Absent: `hh:mm+`. */
  readonly to?: number;
  /** `hh:mm-hh:mm+` */
  readonly openEnd?: boolean;
}

export interface GeneratedRule {
  readonly joiner: '' | '; ' | ', ';
  readonly dates: string;
  readonly days: string;
  readonly spans: readonly GeneratedSpan[];
  readonly modifier: '' | 'open' | 'closed' | 'off' | 'unknown';
  readonly comment: string;
}

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (value: number): string => String(value).padStart(2, '0');
const timeText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function days(random: Random): string {
  const day = (): string => (random.chance(0.5) ? `${random.pick(WEEKDAYS)}-${random.pick(WEEKDAYS)}` : random.pick(WEEKDAYS));
  if (random.chance(0.15)) return 'PH';
  const list = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, day);
  if (random.chance(0.15)) list.splice(random.integer(0, list.length), 0, 'PH');
  return list.join(',');
}

interface GeneratedDate {
  readonly month: number;
  readonly day: number;
}

function date(random: Random): GeneratedDate {
  const month = random.integer(0, 11);
  return { month, day: random.integer(1, LENGTHS[month]!) };
}

const dateText = ({ month, day }: GeneratedDate): string => `${MONTHS[month]} ${day < 10 ? `0${day}` : day}`;

function dates(random: Random): string {
  const one = (): string => {
    const from = date(random);
    if (random.chance(0.3)) {
      // With years, and days that every year has.
      const year = random.integer(2020, 2035);
      const first = { ...from, day: Math.min(from.day, 28) };
      if (random.chance(0.5)) return `${year} ${dateText(first)}`;
      const to = { month: first.month, day: random.integer(first.day, 28) };
      return random.chance(0.5)
        ? `${year} ${dateText(first)}-${year} ${dateText(to)}`
        : `${year} ${dateText(first)}-${year + random.integer(1, 2)} ${dateText(date(random)).replace('29', '28')}`;
    }
    if (random.chance(0.4)) return dateText(from);
    if (random.chance(0.3)) {
      return `${dateText(from)}-${two(random.integer(from.day, LENGTHS[from.month]!))}`;
    }
    return `${dateText(from)}-${dateText(date(random))}`;
  };
  return Array.from({ length: random.chance(0.2) ? 2 : 1 }, one).join(',');
}

function spans(random: Random): GeneratedSpan[] {
  const minute = (from: number, to: number): number => {
    const value = Math.min(random.integer(Math.ceil(from / 15), Math.ceil(to / 15)) * 15, to);
    return random.chance(0.1) ? Math.min(value + random.integer(0, 14), to) : value;
  };
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const list: GeneratedSpan[] = [];
  let earliest = random.pick([0, 420, 480, 540, 600]);
  for (let index = 0; index < count && earliest < 1380; index++) {
    const from = minute(earliest, Math.min(earliest + 300, 1425));
    const isLast = index === count - 1;
    if (isLast && random.chance(0.1)) {
      list.push({ from });
      break;
    }
    if (isLast && random.chance(0.15)) {
      // Overnight, in both notations.
      const end = minute(15, random.pick([120, 360, 600]));
      list.push({ from, to: random.chance(0.5) && end < from ? end : end + 1440 });
      break;
    }
    const to = minute(from + 15, Math.min(from + 420, 1440));
    list.push({ from, to, ...(isLast && to < 1440 && random.chance(0.1) && { openEnd: true }) });
    earliest = to + 15;
  }
  if (random.chance(0.02)) return [{ from: 0, to: 1440 }];
  if (random.chance(0.02)) return [{ from: 600, to: 600 }];
  if (random.chance(0.05)) list.reverse();
  return list;
}

export function generateRules(random: Random): GeneratedRule[] {
  const rules: GeneratedRule[] = [];
  const count = random.pick([1, 2, 2, 2, 3, 3, 4]);
  for (let index = 0; index < count; index++) {
    const joiner = index === 0 ? '' : random.chance(0.25) ? ', ' : '; ';
    const previous = rules.at(-1);
    const hasDates = random.chance(0.2);
    const hasDays = random.chance(hasDates ? 0.3 : 0.85);
    let ruleSpans = random.chance(0.85) ? spans(random) : [];
    let modifier = random.pick(['', '', '', '', '', '', 'open', 'closed', 'off', 'unknown'] as const);
    const comment = random.chance(0.12) ? random.pick(['by appointment', 'call first', 'x']) : '';
    if (!hasDates && !hasDays && !ruleSpans.length && !modifier && !comment) modifier = 'open';
    if (random.chance(0.03)) ruleSpans = [];
    rules.push({
      joiner,
      dates: hasDates ? dates(random) : '',
      days: hasDays ? days(random) : '',
      spans: ruleSpans,
      modifier: modifier || (hasDates || hasDays || ruleSpans.length || comment ? '' : 'open'),
      comment,
    });
    // A `,` after a list of days or before a time would continue that list.
    if (previous && joiner === ', ' && !previous.modifier && !previous.comment) {
      if (!previous.spans.length || (!hasDates && !hasDays && ruleSpans.length)) {
        rules[rules.length - 2] = { ...previous, modifier: 'open' };
      }
    }
  }
  return rules;
}

function spanText({ from, to, openEnd }: GeneratedSpan): string {
  if (to === undefined) return `${timeText(from)}+`;
  return `${timeText(from)}-${timeText(to)}${openEnd ? '+' : ''}`;
}

const join = (parts: readonly string[]): string => parts.filter(Boolean).join(' ');

function ruleText(rule: GeneratedRule): string {
  return join([rule.dates, rule.days, rule.spans.map(spanText).join(','), rule.modifier, rule.comment && `"${rule.comment}"`]);
}

export const rulesText = (rules: readonly GeneratedRule[]): string => rules.map((rule) => rule.joiner + ruleText(rule)).join('');

/**
 * The same hours without open ends, for the oracle: it guesses the closing time of `18:00+`, drops
 * the one of `09:00-15:00+`, and contradicts itself where an open end has neighbours. An open end
 * is written as an additional rule that is unknown until midnight.
 */
export function rulesTextWithoutOpenEnds(rules: readonly GeneratedRule[]): string {
  return rules
    .map((rule) => {
      const fixed: GeneratedSpan[] = [];
      const open: GeneratedSpan[] = [];
      for (const { from, to, openEnd } of rule.spans) {
        if (to !== undefined) fixed.push({ from, to });
        if (to === undefined || openEnd) open.push({ from: to ?? from, to: 1440 });
      }
      if (!open.length) return rule.joiner + ruleText(rule);
      const isClosed = rule.modifier === 'closed' || rule.modifier === 'off';
      const unsure: GeneratedRule = {
        ...rule,
        spans: open,
        modifier: isClosed ? rule.modifier : 'unknown',
      };
      // An open rule that wipes earlier ones still has to: it comes first, the doubt on top of it.
      const sure: GeneratedRule = {
        ...rule,
        spans: fixed.length ? fixed : open,
        modifier: rule.modifier || (rule.comment ? 'unknown' : 'open'),
      };
      return `${rule.joiner}${ruleText(sure)}, ${ruleText(unsure)}`;
    })
    .join('');
}
