import { alwaysOpen, londonDate, openingHoursOf } from './contact-status.js';
import { telHref, type Contact, type ContactLink, type ContactNotice, type ContactStatus } from './contacts/contact.js';
import { isPublished, police, regionalIds } from './contacts/published-contacts.js';
import type { ContactState } from './events.js';
import { dateFromText, MINUTE } from './hours/calendar.js';
import { withClosures } from './hours/closures.js';
import { londonDay, londonMidnight } from './hours/london-time.js';
import type { OpeningHours } from './hours/opening-hours.js';
import { en } from './i18n/en.js';
import { hoursInWords } from './i18n/hours-in-words.js';
import { localText } from './i18n/index.js';
import type { Language } from './i18n/languages.js';
import type { ContactWords, Messages } from './i18n/messages.js';
import { commentInWords, COUNTDOWN_MINUTES, longestStatus, MINUTES_WITHOUT_DAY, statusInWords } from './i18n/status-in-words.js';
import { dateInWords, joined, type Text } from './i18n/text.js';
import { hostText, sentence } from './i18n/words.js';
import { NativeURL } from './native-url.js';
import type { Options } from './options.js';
import { hasOwn, withoutPrototype } from './own-properties.js';

/** `helpline`: a specialist line, of record or the host's own. */
export type ContactKind = 'emergency' | 'police' | 'helpline' | 'regional';

/** A link as shown. */
export interface LinkView {
  readonly href: string;
  readonly text: Text;
}

/** A paragraph in a fold. */
export interface NoteView {
  /** Ends with a full stop. */
  readonly heading?: Text | undefined;
  readonly text: Text;
  /** A host name in the text, which becomes a link. Not the whole note: a link is named by its words. */
  readonly site?: string | undefined;
}

const NOTE_SITES: Readonly<Record<string, string>> = withoutPrototype({ bsl: '999bsl.co.uk' });

/** One contact as shown; what is absent is not shown. */
export interface ContactView {
  readonly id: string;
  readonly kind: ContactKind;
  readonly name: Text;
  readonly organisation: Text | undefined;
  readonly purpose: Text | undefined;
  readonly number: string;
  /** The `tel:` target. */
  readonly href: string;
  readonly state: ContactState;
  /** The status sentence; empty before the first look at the clock. */
  readonly status: Text;
  /** About the longest sentence the status can become, a closing notice's words aside: its room is kept free from the first paint on. */
  readonly longestStatus: string;
  /** Hours, purpose, cost and date of the check, as sentences. */
  readonly details: Text;
  readonly notices: readonly Text[];
  readonly links: readonly LinkView[];
  readonly withoutSpeaking: readonly NoteView[];
}

/** What each view is made of, beside contacts. */
export interface ViewInput {
  readonly options: Options;
  readonly language: Language;
  /** Epoch milliseconds; `undefined` before the first look at the clock, `NaN` where it is not to be believed. */
  readonly now: number | undefined;
}

export interface ContactViewInput extends ViewInput {
  readonly contact: Contact;
  /** At `now`; `undefined` before the first look at the clock. */
  readonly status: ContactStatus | undefined;
  /** The day of checking that is said of all helplines at once, as `2023-04-27`; not said again of each. */
  readonly sharedDate: string | false | undefined;
}

export const kindOf = ({ id }: Contact): ContactKind =>
  id === 'emergency' || id === 'police' ? id : regionalIds.has(id) ? 'regional' : 'helpline';

/** The names of notes, in the order of the English ones. */
export const keysOf = Object.keys as <Notes extends object>(notes: Notes) => (keyof Notes)[];

/** One contact, put into words. Pure. */
export const contactView = ({ contact, options, language, now, status, sharedDate }: ContactViewInput): ContactView => {
  const { lang, say } = language;
  const { compact } = options;
  const { id, number, checkedOn } = contact;
  const kind = kindOf(contact);
  const notices = noticesAt(contact, now);
  // The notice that has closed the line: its words may be in another language, and are marked then.
  const closure = notices.find(({ closed, text }) => closed && localText(text, lang) === status!.comment);
  const isHelpline = kind === 'helpline';
  /** The host's words, else the panel's own, perhaps as a sentence. */
  const words = (field: keyof ContactWords, asSentence?: boolean): Text | undefined => {
    const own = ({ contacts }: Messages) => (hasOwn(contacts, id) && hasOwn(contacts[id]!, field) ? contacts[id]![field] : undefined);
    return hostText(contact[field], language, asSentence) ?? (asSentence ? sentence(language, own) : say(own));
  };
  const checked =
    checkedOn &&
    (compact || checkedOn !== sharedDate) &&
    // The article's date is not that of a check; the short list has room only for a date.
    sentence(language, (messages) =>
      messages[!compact && isPublished(contact) ? 'hoursPublished' : 'checkedOn'](dateInWords(checkedOn, messages)),
    );
  const hours =
    !alwaysOpen(contact) &&
    sentence(language, (messages) =>
      hoursInWords(hoursAndClosures(contact, now), messages.hours, (text) => commentInWords(text, messages)),
    );
  return {
    id,
    kind,
    name:
      (kind === 'police' &&
        (hostText(options.policeName ?? contact.name, language) ?? say((messages) => messages.policeNames[options.region!]))) ||
      words('name') ||
      id,
    organisation: words('organisation'),
    purpose: isHelpline
      ? undefined
      : kind === 'police' && !compact
        ? joined([words('purpose', true), say((messages) => messages.noEvidence)])
        : words('purpose'),
    number,
    href: telHref(number),
    state: status?.state ?? 'unknown',
    status: closure
      ? joined([say((messages) => `${messages.closed}:`), hostText(closure.text, language)])
      : status
        ? say((messages) => statusInWords(status, now!, messages))
        : '',
    longestStatus: longestStatus(contact.hours, alwaysOpen(contact), language),
    details: joined(compact ? [checked] : [hours, isHelpline && words('purpose', true), words('cost', true), checked]),
    notices: notices.filter(({ closed }) => !closed).map(({ text }) => hostText(text, language)!),
    links: compact ? [] : linksOf(contact, options, language),
    withoutSpeaking:
      kind === 'emergency' && !compact
        ? keysOf(en.withoutSpeaking).map((key) => ({
            // Heading and text in the same language: each reads the other too, so that a pack lacking one falls back for both.
            heading: sentence(language, ({ withoutSpeaking: notes }) => notes[key].text && notes[key].heading),
            text: say(({ withoutSpeaking: notes }) => notes[key].heading && notes[key].text),
            site: NOTE_SITES[key],
          }))
        : [],
  };
};

/** When what is said about a contact next changes, in epoch milliseconds; `Infinity`: never. */
export const contactChangesAt = ({ notices }: Contact, { state, until = Infinity, next }: ContactStatus, now: number): number => {
  // Where the clock is not to be believed, there is no midnight to wait for.
  if (!londonDate(now) || (state === 'always' && !notices)) return Infinity;
  // Notices, "today", "tomorrow" and the age of the data turn at London's midnight.
  const midnight = londonMidnight(londonDay(now) + 1);
  // The day of a closing is said until a day before it; the countdown appears an hour before and then changes every whole minute.
  const minutes = state === 'open' && next ? Math.ceil((next.at - now) / MINUTE) - 1 : 0;
  const before =
    minutes < MINUTES_WITHOUT_DAY ? Math.min(next?.status.state === 'closed' ? COUNTDOWN_MINUTES : 0, minutes) : MINUTES_WITHOUT_DAY;
  // `until`: each change of state, and of the comment beside it.
  return Math.min(midnight, until, minutes ? next!.at - before * MINUTE : Infinity);
};

/** Notices that hold on the London day of `now`. */
const noticesAt = ({ notices = [] }: Contact, now: number | undefined): readonly ContactNotice[] =>
  notices.filter(({ from, to }) => dateFromText(from) <= londonDate(now) && londonDate(now) <= dateFromText(to));

/**
 * The hours of a contact, with the closures of its notices that are not over yet (with all of them, where the time is
 * not known). On paper and in copies there is no status, and a closed line must not look open there. The words of the
 * notice come with the status.
 */
const hoursAndClosures = (contact: Contact, now: number | undefined): OpeningHours =>
  withClosures(
    openingHoursOf(contact),
    (contact.notices ?? []).flatMap(({ closed, from, to }) =>
      closed && !(londonDate(now) > dateFromText(to)) ? [{ from, to, comment: '' }] : [],
    ),
  );

/** A website is called by its host name, which is also what people type on a safer device. */
const linksOf = (contact: Contact, { policeHref }: Options, language: Language): readonly LinkView[] => {
  const all: readonly (Omit<ContactLink, 'kind'> & { readonly kind: ContactLink['kind'] | 'source' })[] = [
    ...(contact.id === police.id && policeHref ? [{ kind: 'report', href: policeHref } as const] : []),
    ...(contact.links ?? []),
    ...(contact.source ? [{ kind: 'source', href: contact.source } as const] : []),
  ];
  return all.map(withoutPrototype).map(({ kind, href, text }) => ({
    href,
    text:
      hostText(text, language) ??
      (kind === 'website' ? new NativeURL(href).hostname.replace(/^www\./, '') : language.say((messages) => messages.linkKinds[kind])),
  }));
};
