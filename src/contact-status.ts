import type { Contact } from './contacts/contact.js';
import type { ContactState } from './events.js';
import { withClosures } from './hours/closures.js';
import { londonTime } from './hours/london-time.js';
import type { OpeningHours, Status } from './hours/opening-hours.js';
import { parseOpeningHours } from './hours/parse.js';
import { closedForHoliday, statusAt } from './hours/status.js';
import { localText } from './i18n/index.js';


/** What is known about a contact at one instant, before it is put into words. */
export interface ContactStatus {
  readonly state: ContactState;
  /** Says why, in the words of the data. */
  readonly comment?: string;
  /** Neither the clock nor the hours could be used: the state is `unknown`. */
  readonly cannotTell?: true;
  /** Closed, and would not be if the day were no bank holiday. */
  readonly forHoliday?: true;
  /** The hours were checked more than twelve months before. */
  readonly usually?: true;
  /** When the state next differs, in epoch milliseconds, and what it is then. */
  readonly next?: { readonly at: number; readonly status: Status };
}

/** Hours that depend on no clock, zone or calendar. */
export const alwaysOpen = (contact: Contact): boolean => contact.hours === '24/7' && !contact.notices?.length;

/** Parsed once for each contact. */
const parsed = new WeakMap<Contact, OpeningHours>();

/**
 * The published opening hours of a contact, without its notices.
 *
 * @throws OpeningHoursSyntaxError
 */
export const openingHoursOf = (contact: Contact): OpeningHours => {
  let hours = parsed.get(contact);
  if (!hours) parsed.set(contact, (hours = parseOpeningHours(contact.hours)));
  return hours;
};

/** The rules of a contact with notices, by language: a notice's words become a rule's comment. */
const compiled = new WeakMap<Contact, Map<string, OpeningHours>>();

const rulesOf = (contact: Contact, lang: string): OpeningHours => {
  const closures = contact.notices?.filter(({ closed }) => closed);
  if (!closures?.length) return openingHoursOf(contact);
  let byLanguage = compiled.get(contact);
  if (!byLanguage) compiled.set(contact, (byLanguage = new Map()));
  let hours = byLanguage.get(lang);
  if (!hours) {
    const spoken = closures.map(({ from, to, text }) => ({ from, to, comment: localText(text, lang) }));
    byLanguage.set(lang, (hours = withClosures(openingHoursOf(contact), spoken)));
  }
  return hours;
};

/**
 * Whether hours can no longer be said without "usually": checked more than twelve months before
 * the London day of `now`, never, or on a day that is yet to come. False where no day is known.
 */
export const isOld = (checkedOn: string | undefined, now: number): boolean => {
  if (!checkedOn) return true;
  try {
    const { year, month, day } = londonTime(now);
    const today = (year * 100 + month) * 100 + day;
    const checked = Number(checkedOn.replaceAll('-', ''));
    return checked > today || checked + 10000 < today;
  } catch {
    return false;
  }
};

/**
 * The status of a contact at an instant. Never throws: what cannot be told is `unknown`.
 *
 * @param now epoch milliseconds; `NaN` where the clock is not to be believed
 */
export const contactStatus = (
  contact: Contact,
  now: number,
  lang: string,
): ContactStatus => {
  if (alwaysOpen(contact)) return { state: 'always' };
  try {
    const options = contact.holidays ? { holidays: contact.holidays } : {};
    const hours = rulesOf(contact, lang);
    const { state, comment, until } = statusAt(hours, now, options);
    if (state === 'open' && until === undefined) return { state: 'always' };
    // `until` may be a change of comment alone: the next state is further on, or, where comments
    // alternate for ever, nowhere; a few hundred changes are more than a year of any real line.
    let at = until;
    let status: Status | undefined;
    for (let changes = 0; at !== undefined && changes < 400; changes++) {
      status = statusAt(hours, at, options);
      if (status.state !== state) break;
      at = status.until;
    }
    return {
      state,
      ...(comment === undefined ? undefined : { comment }),
      ...(isOld(contact.checkedOn, now) ? { usually: true } : undefined),
      ...(state === 'closed' && contact.holidays && closedForHoliday(hours, now, options) ? { forHoliday: true } : undefined),
      ...(at !== undefined && status && status.state !== state ? { next: { at, status } } : undefined),
    };
  } catch {
    return { state: 'unknown', cannotTell: true };
  }
};
