import { hasOwn } from '../own-properties.js';
import type { ContactStatus } from '../contacts/contact.js';
import { DAY, MINUTE } from '../hours/calendar.js';
import { londonDay, londonMinute, londonOffset } from '../hours/london-time.js';
import type { Language } from './languages.js';
import type { Messages } from './messages.js';
import { plainText, withStop } from './text.js';

/** How many minutes before a line closes the countdown shows. */
export const COUNTDOWN_MINUTES = 60;

/** The day of a closing is said only where it is more than so many minutes away: a time of day names its next occurrence. */
export const MINUTES_WITHOUT_DAY = 1440;

/** Whether the visitor's clock shows another time than London's at an instant. */
const clocksDiffer = (at: number): boolean => -new Date(at).getTimezoneOffset() * MINUTE !== londonOffset(at);

/** A comment as part of a sentence, in the language of the panel where it is one of the built-in hours'. */
export const commentInWords = (text: string, { comments }: Messages): string =>
  hasOwn(comments, text) ? comments[text as keyof typeof comments] : text.replace(/([^.])\.$/, '$1');

/** "4pm", with the zone where the visitor's clock differs: then, or now, since "tomorrow" may be another day there. */
const timeInWords = (at: number, now: number, messages: Messages): string => {
  const time = messages.hours.time(londonMinute(at));
  return clocksDiffer(at) || clocksDiffer(now) ? messages.ukTime(time) : time;
};

/**
 * "today", "tomorrow", "Monday", "Tuesday 29 December". A midnight is the end of a day, not the beginning
 * of the next: what opens at 0:00 on Tuesday is said, and heard, to open on Monday at midnight.
 */
const dayInWords = (at: number, now: number, messages: Messages): string => {
  const day = londonDay(at - 1);
  const days = day - londonDay(now);
  if (days === 0) return messages.today;
  if (days === 1) return messages.tomorrow;
  const then = new Date(day * DAY);
  const weekday = then.getUTCDay();
  if (days < 7) return messages.onWeekday(weekday);
  const date = messages.onDate(weekday, then.getUTCDate(), then.getUTCMonth() + 1);
  return days < 365 ? date : `${date} ${then.getUTCFullYear()}`;
};

/** The sentence for a status at `now` (epoch milliseconds). test/examples.ts lists the sentences that are expected. */
export const statusInWords = (
  { state, comment, cannotTell, usually, forHoliday, next }: ContactStatus,
  now: number,
  messages: Messages,
): string => {
  const { comma, stop } = messages.hours;
  const inBrackets = (text: string | undefined): string => (text ? ` (${commentInWords(text, messages)})` : '');
  if (cannotTell) return messages.cannotTell;
  if (state === 'always') return messages.openAllDay;
  // The bank holiday is not said twice.
  const because = (words: string): string =>
    comment && !(forHoliday && comment === 'bank holiday') ? `${words}: ${commentInWords(comment, messages)}` : words;
  if (state === 'unknown') return `${withStop(because(messages.mayBeOpen), stop)} ${messages.tryCalling}`;

  if (state === 'open') {
    const open = usually ? messages.usuallyOpen : messages.open;
    const remark = inBrackets(comment);
    if (!next) return open + remark;
    const time = timeInWords(next.at, now, messages);
    // Rounded up, so that a line never seems to close sooner than it does.
    const minutes = Math.ceil((next.at - now) / MINUTE);
    const day = minutes <= MINUTES_WITHOUT_DAY ? undefined : dayInWords(next.at, now, messages);
    if (next.status.state === 'unknown') return `${open} ${messages.untilAtLeast(time, day)}${remark}`;
    const countdown = minutes <= COUNTDOWN_MINUTES ? ` (${messages.inMinutes(minutes)})` : '';
    return open + comma + messages.closesAt(time, day) + countdown + remark;
  }

  const closed = because(forHoliday ? messages.closedForHoliday : usually ? messages.usuallyClosed : messages.closed);
  if (!next) return closed;
  const day = dayInWords(next.at, now, messages);
  const time = timeInWords(next.at, now, messages);
  if (next.status.state === 'open') return closed + comma + messages.opensAt(day, time);
  return closed + comma + messages.mayOpenAt(day, time) + inBrackets(next.status.comment);
};

/**
 * About the longest sentence the status of these hours becomes in practice, to keep room for it. Closing notices, and a
 * browser that cannot tell the time, have sentences that may need more.
 * Needs no clock and no zone: it is asked for before the first paint.
 */
export const longestStatus = (hours: string, alwaysOpen: boolean, { say }: Language): string => {
  const halfPastNine = (messages: Messages): string => messages.ukTime(messages.hours.time(9 * 60 + 30));
  const inWords =
    (status: ContactStatus) =>
    (messages: Messages): string =>
      statusInWords(status, NaN, messages);
  const closesAt = (messages: Messages): string =>
    `${messages.usuallyOpen}${messages.hours.comma}${messages.closesAt(halfPastNine(messages))} (${messages.inMinutes(25)})`;
  const opensAt = (day: string, messages: Messages): string => messages.hours.comma + messages.opensAt(day, halfPastNine(messages));
  const sentences = alwaysOpen
    ? [inWords({ state: 'always' })]
    : [
        closesAt,
        (messages: Messages) => messages.closedForHoliday + opensAt(messages.tomorrow, messages),
        // A comment stands between two quotes, and after its state.
        ...hours.split('"').flatMap((comment, index, parts) => {
          if (index % 2 === 0) return [];
          const before = parts[index - 1]!.trim().toLowerCase();
          if (before.endsWith('open')) return (messages: Messages) => `${closesAt(messages)} (${comment})`;
          return before.endsWith('off') || before.endsWith('closed')
            ? (messages: Messages) => `${messages.closedForHoliday}: ${comment}${opensAt(messages.onWeekday(3), messages)}`
            : inWords({ state: 'unknown', comment });
        }),
      ];
  return sentences.map((sentence) => plainText(say(sentence))).sort((one, other) => other.length - one.length)[0]!;
};
