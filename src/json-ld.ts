/**
 * Contacts as schema.org JSON-LD, for build tools. The panel itself never puts any into a page.
 *
 * A machine that reads it must never find a line open that may be closed: only certainly open
 * times become `opens`/`closes`. A day without any, on which a line may be open, says so in words.
 */
import { attempt } from './attempt.js';
import { openingHoursOf } from './contact-status.js';
import { telHref, type Contact, type LocalText, type Nation } from './contacts/contact.js';
import { emergency, isPublished, police } from './contacts/published-contacts.js';
import { dateFromText, dateOf, dayOfDate, weekdayOf } from './hours/calendar.js';
import { londonMidnight, londonMinute } from './hours/london-time.js';
import type { OpeningHours, Status } from './hours/opening-hours.js';
import { statusAt } from './hours/status.js';
import { localText, messagesFor } from './i18n/index.js';
import { commentInWords } from './i18n/status-in-words.js';
import { dateInWords, withStop } from './i18n/text.js';
import { hasOwn } from './own-properties.js';

// What a build tool needs to get contacts: those of record, and a host's own over them.
export { publishedContacts } from './contacts/published-contacts.js';
export { mergeContacts, readContacts } from './contacts/read-contacts.js';
export type { Contact } from './contacts/contact.js';

/** What the JSON-LD is made for. */
export interface JsonLdOptions {
  /** BCP 47 language of the words. */
  readonly lang: string;
  /**
   * The London day on which it is published, `2026-11-24`: bank holidays, yearly dates and notices
   * are written out for the year from that day on.
   */
  readonly from: string;
}

type Json = Record<string, unknown>;

/** One London day: the certainly open times; when there are none, the words of times that may be open. */
interface Day {
  readonly open: readonly (readonly [opens: string, closes: string])[];
  readonly unsure: readonly string[];
}

const DAYS_AHEAD = 366;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const NATIONS: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

const isoDate = (day: number): string => String(dateOf(day)).replace(/(....)(..)(..)/, '$1-$2-$3');

/** `hh:mm` of a minute of the day; the end of the day is the next one's midnight. */
const hhmm = (minute: number): string => [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

const dayAt = (hours: OpeningHours, day: number, holidays: Contact['holidays'], words: (comment?: string) => string): Day => {
  const [start, end] = [londonMidnight(day), londonMidnight(day + 1)];
  const open: [string, string][] = [];
  const unsure = new Set<string>();
  const minuteOf = (at: number) => (at >= end ? 1440 : londonMinute(at));
  let status: Status;
  for (let at = start; at < end; at = status.until ?? end) {
    status = statusAt(hours, at, { holidays });
    const [opens, closes] = [minuteOf(at), minuteOf(status.until ?? end)];
    const last = open.at(-1);
    if (status.state === 'unknown') unsure.add(words(status.comment));
    // Two open spans that only differ in their comment are one.
    else if (status.state === 'open' && last?.[1] === hhmm(opens) && opens) last[1] = hhmm(closes);
    else if (status.state === 'open') open.push([hhmm(opens), hhmm(closes)]);
  }
  // From midnight to midnight reads as "closed" in common consumers.
  const spans = open.map((span): [string, string] => (span.join() === '00:00,00:00' ? ['00:00', '23:59'] : span));
  return { open: spans, unsure: spans.length ? [] : [...unsure] };
};

const specification = (fields: Json): Json => ({ '@type': 'OpeningHoursSpecification', ...fields });

/**
 * Open times as specifications. When there are none, one without `opens`, which means closed
 * (https://schema.org/OpeningHoursSpecification).
 */
const specificationsOf = ({ open, unsure }: Day, when: Json): Json[] =>
  open.length
    ? open.map(([opens, closes]) => specification({ ...when, opens, closes }))
    : [specification({ ...when, ...(unsure.length && { description: unsure.join(' ') }) })];

const mostFrequent = (keys: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>((best, entry) => (best && best[1] >= entry[1] ? best : entry), undefined)?.[0];
};

/** The usual week, then every day of the year ahead that differs from it, neighbours together. */
const hoursAvailable = (contact: Contact, { lang, from }: JsonLdOptions): Json[] => {
  const messages = messagesFor(lang);
  const words = (comment?: string): string =>
    withStop(`${messages.mayBeOpen}${comment === undefined ? '' : `: ${commentInWords(comment, messages)}`}`, messages.hours.stop);
  const hours = openingHoursOf(contact, lang);
  const first = dayOfDate(dateFromText(from));
  if (!first) throw new RangeError(`Not a date (yyyy-mm-dd): ${from}`);

  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => {
    const day = dayAt(hours, first + index, contact.holidays, words);
    return { number: first + index, weekday: weekdayOf(first + index), day, key: JSON.stringify(day) };
  });
  const usual = WEEKDAYS.map((_, weekday) => mostFrequent(days.filter((entry) => entry.weekday === weekday).map(({ key }) => key))!);

  // Exceptions are worked out for one year only: where there can be any, the usual week ends with that year.
  const isDated = hours.rules.some(({ dates, holidays }) => dates.length || holidays);
  const until = isDated ? { validThrough: isoDate(first + DAYS_AHEAD - 1) } : {};
  const week = [...new Set(usual)].flatMap((key) => {
    const day = JSON.parse(key) as Day;
    // Monday first.
    const dayOfWeek = [1, 2, 3, 4, 5, 6, 0].filter((weekday) => usual[weekday] === key).map((weekday) => WEEKDAYS[weekday]);
    return day.open.length || day.unsure.length ? specificationsOf(day, { dayOfWeek, ...until }) : [];
  });

  const runs: { first: number; last: number; day: Day; key: string }[] = [];
  for (const { number, weekday, day, key } of days) {
    if (key === usual[weekday]) continue;
    const run = runs.at(-1);
    if (run?.key === key && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number, day, key });
  }
  return [...week, ...runs.flatMap((run) => specificationsOf(run.day, { validFrom: isoDate(run.first), validThrough: isoDate(run.last) }))];
};

/** E.164; short numbers such as 999 have no such form and stay as they are dialled. */
const telephone = (number: string): string =>
  telHref(number)
    .slice(4)
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^0(?=[1-9]\d{5})/, '+44');

/** The address of a `mailto:` link, as people write it. */
const emailAddress = (href: string): string | undefined => {
  const [, address] = /^mailto:([^?]*)/.exec(href) ?? [];
  return address && attempt(() => decodeURIComponent(address), address);
};

/** The country as a whole where nothing narrower is known. */
const areaServed = ({ coverage }: Contact): Json[] =>
  coverage
    ? coverage.map((nation) => ({ '@type': 'AdministrativeArea', name: NATIONS[nation] }))
    : [{ '@type': 'Country', name: 'United Kingdom' }];

const contactPoint = (contact: Contact, options: JsonLdOptions): Json => {
  const { id, number, links = [], checkedOn } = contact;
  const messages = messagesFor(options.lang);
  const words = hasOwn(messages.contacts, id) ? messages.contacts[id] : undefined;
  const say = (text: LocalText | undefined, otherwise: string | undefined): string | undefined =>
    (text === undefined ? otherwise : localText(text, options.lang)) || undefined;
  const organisation = say(contact.organisation, words?.organisation);
  // Never more certain than the source: hours go with the day on which they were true.
  const dated = checkedOn && messages[isPublished(contact) ? 'hoursPublished' : 'checkedOn'](dateInWords(checkedOn, messages));
  const sentences = [say(contact.purpose, words?.purpose), dated].map((text) => withStop(text, messages.hours.stop));
  return {
    '@type': 'ContactPoint',
    identifier: id,
    name: [say(contact.name, words?.name) ?? id, organisation].filter(Boolean).join(', '),
    description: sentences.filter(Boolean).join(' ') || undefined,
    contactType: id === emergency.id ? 'emergency' : id === police.id ? 'police' : 'helpline',
    telephone: telephone(number),
    email: links.map(({ href }) => emailAddress(href)).find(Boolean),
    url: links.find(({ kind }) => kind === 'website')?.href,
    areaServed: areaServed(contact),
    // A line in the UK answers in English; the data says nothing of other languages.
    availableLanguage: 'en',
    hoursAvailable: hoursAvailable(contact, options),
  };
};

/**
 * Contacts as the text of a `<script type="application/ld+json">` element. No `<` is left in it, so
 * that nothing in the data can end the script.
 *
 * Opening hours are `OpeningHoursSpecification`s under `hoursAvailable`, the property schema.org
 * has for a `ContactPoint` (`openingHoursSpecification` is a place's).
 *
 * @param contacts as `readContacts` or `mergeContacts` returns them
 * @throws {RangeError} when `from` is not a date or is before 1970 (2019 for hours with `PH`), hours
 *   with `PH` lack `holidays`, or a closing notice does not have two dates in order
 * @throws {OpeningHoursSyntaxError} when hours do not parse
 * @throws {Error} when the runtime has no usable time-zone data for Europe/London
 */
export const contactsToJsonLd = (contacts: readonly Contact[], options: JsonLdOptions): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': contacts.map((contact) => contactPoint(contact, options)),
  }).replaceAll('<', '\\u003c');
