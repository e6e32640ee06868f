/** Opening hours back into the notation: what is parsed can be compared with what was written. */
import type { DateRange, OpeningHours, Rule, Span } from '../../src/hours/index.js';

const WEEKDAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');
const printTime = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function printDate(date: number): string {
  const year = Math.floor(date / 10_000);
  const month = MONTHS[(Math.floor(date / 100) % 100) - 1];
  return `${year ? `${String(year).padStart(4, '0')} ` : ''}${month} ${two(date % 100)}`;
}

const printRange = ({ from, to }: DateRange): string => (from === to ? printDate(from) : `${printDate(from)}-${printDate(to)}`);

/** Monday first; three or more neighbours as a range. */
function printWeekdays(bits: number): string {
  const runs: number[][] = [];
  for (let step = 1; step <= 7; step++) {
    const day = step % 7;
    if (!((bits >> day) & 1)) continue;
    if (step > 1 && (bits >> (step - 1)) & 1) runs.at(-1)!.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => run.map((day) => WEEKDAYS[day]!))
    .map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(',')))
    .join(',');
}

function printSpans(spans: readonly Span[]): string {
  let text = '';
  spans.forEach(({ from, to, openEnd }, index) => {
    const previous = spans[index - 1];
    if (openEnd && previous && !previous.openEnd && previous.to === from) text += '+';
    else text += `${text && ','}${printTime(from)}${openEnd ? '+' : `-${printTime(to)}`}`;
  });
  return text;
}

function printRule(rule: Rule): string {
  const { dates, weekdays, holidays, spans, state, comment } = rule;
  const days = weekdays ? printWeekdays(weekdays) : '';
  const selectors = [dates.map(printRange).join(','), [days, holidays && 'PH'].filter(Boolean).join(','), printSpans(spans)].filter(
    Boolean,
  );
  const modifier = [state === 'open' ? comment && 'open' : state === 'closed' ? 'off' : 'unknown', comment && `"${comment}"`].filter(
    Boolean,
  );
  const parts = [...selectors, ...modifier];
  return parts.length ? parts.join(' ') : '24/7';
}

/**
 * The text of opening hours: parsed again it means the same, and printed again it is the same.
 * An additional rule follows one that ends in a word, so that its `,` cannot join two lists.
 */
export function formatOpeningHours({ rules }: OpeningHours): string {
  return rules
    .map((rule, index) => {
      const text = printRule(rule);
      const next = rules[index + 1];
      const closes = /(?:open|off|unknown|"|24\/7)$/.test(text) || !next?.additional;
      return (index ? (rule.additional ? ', ' : '; ') : '') + (closes ? text : `${text} open`);
    })
    .join('');
}
