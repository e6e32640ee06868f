import { alwaysOpen, contactStatus, londonDate, openingHoursOf } from './contact-status.js';
import { telHref, type Contact, type ContactLink, type ContactNotice, type ContactStatus, type LocalText } from './contacts/contact.js';
import { coversRegion, isPublished, police, PUBLISHED_ON, regionalIds, SOURCE_TITLE } from './contacts/published-contacts.js';
import type { ContactState } from './events.js';
import { dateFromText, MINUTE } from './hours/calendar.js';
import { withClosures } from './hours/closures.js';
import { londonDay, londonMidnight } from './hours/london-time.js';
import type { OpeningHours } from './hours/opening-hours.js';
import { en } from './i18n/en.js';
import { hoursInWords } from './i18n/hours-in-words.js';
import { localised, localText } from './i18n/index.js';
import type { Language } from './i18n/languages.js';
import type { ContactWords, Messages } from './i18n/messages.js';
import { commentInWords, COUNTDOWN, longestStatus, statusInWords, WITHOUT_DAY } from './i18n/status-in-words.js';
import { dateInWords, ended, joined, keepNumbers, plain, type Text } from './i18n/text.js';
import { NativeURL } from './native-url.js';
import type { Options } from './options.js';
import { bare, hasOwn } from './own-properties.js';

/** Open lines that are named while another is closed: more would not fit the room that is kept. */
const MOST_NAMED = 2;

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
  /** A host name in the text, which leads there. Not the whole note: a link is called by its words. */
  readonly site?: string | undefined;
}

const NOTE_SITES: Readonly<Record<string, string>> = bare({ bsl: '999bsl.co.uk' });

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

/** Contacts of one sort in a row, with what introduces them. */
export interface GroupView {
  /** The message that introduces them; the urgent ones, and the short list, have none. */
  readonly sort: Introduction | undefined;
  readonly heading: Text | undefined;
  readonly contacts: readonly ContactView[];
}

/** Everything the panel shows at one instant, in one language. */
export interface PanelView {
  readonly heading: Text;
  readonly preview: Text | undefined;
  readonly groups: readonly GroupView[];
  /** Lines to call instead, while a helpline is closed. Room is kept for `longestOpenInstead`, about the longest this becomes; without helplines both are absent. */
  readonly openInstead: Text | undefined;
  readonly longestOpenInstead: string | undefined;
  readonly published: Text | undefined;
  readonly safetyNotes: readonly NoteView[];
  /** Ids in `show` that no contact has. */
  readonly unknownIds: readonly string[];
  /** When something shown next changes, in epoch milliseconds; `Infinity`: never. */
  readonly changesAt: number;
}

/** What the view is made of. */
export interface PanelInput {
  /** Every contact there is, in order, `emergency` first. */
  readonly contacts: readonly Contact[];
  readonly options: Options;
  readonly language: Language;
  /** Epoch milliseconds; `undefined` before the first look at the clock, `NaN` where it is not to be believed. */
  readonly now: number | undefined;
}

/** `helpline`: a specialist line, of record or the host's own. */
export type ContactKind = 'emergency' | 'police' | 'helpline' | 'regional';

type Introduction = 'support' | 'partnerOrFamily';

/** The message that introduces the contacts of a kind; the urgent ones have none. */
const INTRODUCTIONS: Readonly<Partial<Record<ContactKind, Introduction>>> = bare({ helpline: 'support', regional: 'partnerOrFamily' });

const kindOf = ({ id }: Contact): ContactKind =>
  id === 'emergency' || id === 'police' ? id : regionalIds.has(id) ? 'regional' : 'helpline';

/** The contacts to show, in order: `show` beats `region`, and the emergency number is first whatever either says. */
const chosenContacts = (contacts: readonly Contact[], { show = [], region }: Options) => {
  const wanted = show.flatMap((id) => contacts.filter((contact) => contact.id === id));
  const unknownIds = show.filter((id) => !wanted.some((contact) => contact.id === id));
  const chosen = wanted.length ? wanted : contacts.filter((contact) => coversRegion(contact, region));
  return { unknownIds, chosen: [contacts[0]!, ...chosen.filter((contact) => contact !== contacts[0])] };
};

/** When what is said about a contact next changes. */
const contactChangesAt = ({ notices }: Contact, { state, until = Infinity, next }: ContactStatus, now: number): number => {
  // Where the clock is not to be believed, no day of it ends.
  if (!londonDate(now) || (state === 'always' && !notices)) return Infinity;
  // Notices, "today", "tomorrow" and the age of the data turn at London's midnight.
  const midnight = londonMidnight(londonDay(now) + 1);
  // Up to a day before the end its day is said; the countdown appears an hour before it and then changes every whole minute.
  const minutes = state === 'open' && next ? Math.ceil((next.at - now) / MINUTE) - 1 : 0;
  const before = minutes < WITHOUT_DAY ? Math.min(next?.status.state === 'closed' ? COUNTDOWN : 0, minutes) : WITHOUT_DAY;
  // With each change of state, and of the words beside it.
  return Math.min(midnight, until, minutes ? next!.at - before * MINUTE : Infinity);
};

/** Puts contacts, options, words and an instant together. Pure: the same input gives the same view. */
export const panelView = ({ contacts, options, language, now }: PanelInput): PanelView => {
  const { lang, say } = language;
  const { chosen, unknownIds } = chosenContacts(contacts, options);
  const { compact } = options;

  /** Says what there is, as a sentence. */
  const sentence = (part: (messages: Messages) => string | undefined): Text | undefined =>
    say((messages) => ended(part(messages), messages.hours.stop));

  const helplines = chosen.filter((contact) => kindOf(contact) === 'helpline');
  /** Said of all helplines at once; a host's own date is only that of a check. */
  const sharedDate = helplines[0] && helplines.every(isPublished) && PUBLISHED_ON;

  const statuses = now === undefined ? [] : chosen.map((contact) => contactStatus(contact, now, lang));

  const views = chosen.map((contact, index): ContactView => {
    const { id, number, checkedOn } = contact;
    const kind = kindOf(contact);
    const status = statuses[index];
    const notices = noticesAt(contact, now);
    // The words of the notice that has closed the line, to be marked where they are in another language.
    const closure = notices.find(({ closed, text }) => closed && localText(text, lang) === status!.comment);
    const isHelpline = kind === 'helpline';
    /** The host's words, else the panel's own, perhaps as a sentence. */
    const words = (field: keyof ContactWords, asSentence?: boolean): Text | undefined =>
      hostText(contact[field], language, asSentence) ??
      (asSentence ? sentence : say)(({ contacts: own }) => (hasOwn(own, id) && hasOwn(own[id]!, field) ? own[id]![field] : undefined));
    const checked =
      checkedOn &&
      (compact || checkedOn !== sharedDate) &&
      // The date of an article is no date of a check; the short list has room for a date alone.
      sentence((messages) => messages[!compact && isPublished(contact) ? 'hoursPublished' : 'checkedOn'](dateInWords(checkedOn, messages)));
    const hours =
      !alwaysOpen(contact) &&
      sentence((messages) => hoursInWords(hoursAndClosures(contact, now), messages.hours, (text) => commentInWords(text, messages)));
    return {
      id,
      kind,
      name:
        (kind === 'police' && (hostText(options.policeName ?? contact.name, language) ?? say((messages) => messages.policeNames[options.region!]))) ||
        words('name') || id,
      organisation: words('organisation'),
      purpose: isHelpline ? undefined : kind === 'police' && !compact ? joined([words('purpose', true), say((messages) => messages.noEvidence)]) : words('purpose'),
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
              heading: sentence(({ withoutSpeaking: notes }) => notes[key].text && notes[key].heading),
              text: say(({ withoutSpeaking: notes }) => notes[key].heading && notes[key].text),
              site: NOTE_SITES[key],
            }))
          : [],
    };
  });

  const groups: (GroupView & { contacts: ContactView[] })[] = [];
  for (const view of views) {
    // The short list is one.
    const sort = compact ? undefined : INTRODUCTIONS[view.kind];
    const last = groups.at(-1);
    if (last && last.sort === sort) last.contacts.push(view);
    else groups.push({ sort, heading: sort && say((messages) => messages[sort]), contacts: [view] });
  }

  /** A line by its name, with its status and nothing about when it changes. */
  const named = ({ name, state, usually }: { readonly name: Text } & Partial<ContactStatus>): Text =>
    joined([name, sentence((messages) => `: ${statusInWords({ state: state!, usually }, NaN, messages)}`)], '');
  const linesOf = (wanted: ContactKind) => views.flatMap(({ kind, name }, index) => (kind === wanted ? [{ ...chosen[index]!, name, ...statuses[index] }] : []));
  const isClosed = ({ state }: Partial<ContactStatus>) => state === 'closed';
  const mayAnswer = (line: Partial<ContactStatus>) => !isClosed(line) && !line.cannotTell;
  const helplinesClosed = say((messages) => messages.helplinesClosed);
  const regional = linesOf('regional');
  // A host may have given them hours, or closed them.
  const answering = regional.filter(mayAnswer);

  // While a line is closed, others that may answer are named, without their numbers, which are in sight
  // nearby: those that are open, else the nation's, and those that may be. All such words share the room kept under the
  // helplines, so that nothing moves when a line closes.
  const lines = linesOf('helpline');
  const known = lines.filter(mayAnswer);
  const surely = known.filter(({ state }) => state !== 'unknown');
  const instead = surely[0] ? surely : [...answering, ...known];
  // The sentence sends people to 101, which answers also where a host has put a line with hours in its place.
  const is101Closed = linesOf('police').some((line) => line.number === police.number && isClosed(line));
  const openInstead = !lines.some(isClosed)
    ? undefined
    : lines.every(isClosed)
      ? joined([!is101Closed && helplinesClosed, ...answering.map(named)])
      : joined(instead.slice(0, MOST_NAMED).map(named));

  const credited = views.filter((_, index) => isPublished(chosen[index]!));
  const creditsAll = views.every((view) => !INTRODUCTIONS[view.kind] || credited.includes(view));

  return {
    heading: hostText(options.heading, language) ?? say((messages) => messages.heading),
    preview: options.now && say((messages) => messages.preview),
    groups,
    longestOpenInstead: lines[0] && plain(joined([helplinesClosed, ...regional.map((line) => named({ ...line, state: alwaysOpen(line) ? 'always' : 'unknown' }))])),
    openInstead,
    published: sharedDate && !compact ? say((messages) => messages.hoursPublished(dateInWords(sharedDate, messages))) : undefined,
    safetyNotes: compact
      ? []
      : [
          ...keysOf(en.safetyNotes)
            .filter((key) => key !== 'exit' || !options.withoutExit)
            .map((key) => ({ text: say((messages) => messages.safetyNotes[key]) })),
          ...(credited[0]
            ? [
                {
                  // Some numbers may have been corrected, be a nation's or the host's own.
                  heading: creditsAll ? undefined : sentence((messages) => credited.map(({ name }) => plain(name)).join(messages.hours.comma)),
                  text: say((messages) => messages.source(SOURCE_TITLE, dateInWords(PUBLISHED_ON, messages))),
                },
              ]
            : []),
        ],
    unknownIds,
    changesAt: Math.min(...statuses.map((status, index) => contactChangesAt(chosen[index]!, status, now!))),
  };
};

/**
 * The host's own words, marked where their language is known to differ from the panel's. In a
 * right-to-left panel they are always marked, so that they get a direction of their own.
 *
 * @param asSentence whether to add a full stop where the words end without one
 */
const hostText = (words: LocalText | undefined, { lang: own, dir }: Language, asSentence?: boolean): Text | undefined => {
  if (words === undefined) return undefined;
  const { text: given, lang } = localised(words, own);
  const text = asSentence ? ended(given, '.') : given;
  if (dir === 'rtl' && text) return { text: keepNumbers(text), ...(lang && lang !== own && { lang }) };
  return !lang || lang.split('-', 1)[0] === own.split('-', 1)[0] ? text : { text, lang };
};

/** The names of notes, in the order in which they stand: that of the English ones. */
const keysOf = Object.keys as <Notes extends object>(notes: Notes) => (keyof Notes)[];

/** Notices that hold on the London day of `now`. */
const noticesAt = ({ notices = [] }: Contact, now: number | undefined): readonly ContactNotice[] =>
  notices.filter(({ from, to }) => dateFromText(from) <= londonDate(now) && londonDate(now) <= dateFromText(to));

/**
 * The hours of a contact with the days, not yet over, on which a notice closes it. Its words come with the
 * status; on paper and in copies there is none, and a closed line must not look open there. Where the time is not known,
 * all of them.
 */
const hoursAndClosures = (contact: Contact, now: number | undefined): OpeningHours =>
  withClosures(
    openingHoursOf(contact),
    (contact.notices ?? []).flatMap(({ closed, from, to }) => (closed && !(londonDate(now) > dateFromText(to)) ? [{ from, to, comment: '' }] : [])),
  );

/** A website is called by its host name, which is also what people type on a safer device. */
const linksOf = (contact: Contact, { policeHref }: Options, language: Language): readonly LinkView[] => {
  const all: readonly (Omit<ContactLink, 'kind'> & { readonly kind: ContactLink['kind'] | 'source' })[] = [
    ...(contact.id === police.id && policeHref ? [{ kind: 'report', href: policeHref } as const] : []),
    ...(contact.links ?? []),
    ...(contact.source ? [{ kind: 'source', href: contact.source } as const] : []),
  ];
  return all.map(bare).map(({ kind, href, text }) => ({
    href,
    text:
      hostText(text, language) ??
      (kind === 'website' ? new NativeURL(href).hostname.replace(/^www\./, '') : language.say((messages) => messages.linkKinds[kind])),
  }));
};

