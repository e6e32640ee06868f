import { attempt } from './attempt.js';
import type { Contact, ContactStatus } from './contacts/contact.js';
import { dateFromText, dateOf, DAY } from './hours/calendar.js';
import { withClosures } from './hours/closures.js';
import { londonDay } from './hours/london-time.js';
import type { OpeningHours } from './hours/opening-hours.js';
import { parseOpeningHours } from './hours/parse.js';
import { closedForHoliday, statusAt } from './hours/status.js';
import { localText } from './i18n/index.js';
import { withoutPrototype } from './own-properties.js';

/** Whether a line never closes: its status needs no clock, zone or calendar. */
export const alwaysOpen = ({ hours, notices }: Pick<Contact, 'hours' | 'notices'>): boolean =>
  hours === '24/7' && !notices?.some(({ closed }) => closed);

/** By contact, then by language; `undefined`: the hours as published. */
const parsed = new WeakMap<Contact, Map<string | undefined, OpeningHours>>();

/**
 * The opening hours of a contact, parsed once and cached.
 *
 * @param lang adds the notices that close the contact, their words in this BCP 47 language as the
 *   comments of rules; left out: the hours as published
 * @throws {OpeningHoursSyntaxError} when the hours do not parse
 * @throws {RangeError} when a closing notice does not have two dates in order
 */
export const openingHoursOf = (contact: Contact, lang?: string): OpeningHours => {
  let byLanguage = parsed.get(contact);
  if (!byLanguage) parsed.set(contact, (byLanguage = new Map()));
  let hours = byLanguage.get(lang);
  if (!hours) {
    hours =
      lang === undefined
        ? parseOpeningHours(contact.hours)
        : withClosures(
            openingHoursOf(contact),
            (contact.notices ?? []).flatMap(({ closed, from, to, text }) => (closed ? { from, to, comment: localText(text, lang) } : [])),
          );
    byLanguage.set(lang, hours);
  }
  return hours;
};

/**
 * The London date of an instant (epoch milliseconds), as `yyyymmdd`. `NaN` where it cannot be told: every comparison with that
 * is false.
 */
export const londonDate = (now: number | undefined): number => attempt(() => dateOf(londonDay(now ?? NaN)), NaN);

/**
 * Whether hours need a "usually" before them: checked more than twelve months before the London day of `now`,
 * never, or on a day that is yet to come. Where the London day cannot be told, only hours that were never
 * checked are old.
 *
 * @param checkedOn `yyyy-mm-dd`
 * @param now epoch milliseconds
 */
export const isOld = (checkedOn: string | undefined, now: number): boolean => {
  if (!checkedOn) return true;
  const checked = dateFromText(checkedOn);
  const today = londonDate(now);
  return checked > today || checked + 10_000 < today;
};

/**
 * The status of a contact at an instant. Never throws: what cannot be told is `unknown`.
 *
 * @param now epoch milliseconds; `NaN` where the clock is not to be believed
 * @param lang BCP 47 tag of the words of a closing notice
 */
export const contactStatus = (contact: Contact, now: number, lang: string): ContactStatus => {
  if (alwaysOpen(contact)) return { state: 'always' };
  return attempt<ContactStatus, ContactStatus>(
    () => {
      const hours = openingHoursOf(contact, lang);
      const { state, comment, until } = withoutPrototype(statusAt(hours, now, contact));
      if (state === 'open' && !until) return { state: 'always' };
      // `until` may be a change of comment only: then the next state comes later or, where comments alternate for ever, never.
      // The search ends after 400 changes or as many days: each update makes it, and nobody waits for longer than a year.
      let next: ContactStatus['next'];
      for (let at = until!, changes = 0; !next && changes < 400 && at < until! + 400 * DAY; changes++) {
        const status = statusAt(hours, at, contact);
        if (status.state !== state) next = { at, status };
        at = status.until!;
      }
      return {
        state,
        comment,
        usually: isOld(contact.checkedOn, now),
        forHoliday: state === 'closed' && closedForHoliday(hours, now, contact),
        until,
        next,
      };
    },
    { state: 'unknown', cannotTell: true },
  );
};
