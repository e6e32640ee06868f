import { alwaysOpen, contactStatus, openingHoursOf, type ContactStatus } from './contact-status.js';
import { telHref, type Contact, type LocalText } from './contacts/contact.js';
import { coversRegion, emergency, police, PUBLISHED_ON, regionalIds, SOURCE_TITLE } from './contacts/published-contacts.js';
import type { ContactState } from './events.js';
import { londonInstant, londonTime } from './hours/london-time.js';
import { hoursInWords } from './i18n/hours-in-words.js';
import { localText } from './i18n/index.js';
import type { Messages, Note } from './i18n/messages.js';
import { commentInWords, COUNTDOWN, longestStatus, statusInWords } from './i18n/status-in-words.js';
import type { Options } from './options.js';

const MINUTE = 60_000;

/** A link as shown. */
export interface LinkView {
  readonly href: string;
  readonly text: string;
}

/** One contact as shown; what is absent is not shown. */
export interface ContactView {
  readonly id: string;
  readonly kind: ContactKind;
  readonly name: string;
  readonly organisation: string | undefined;
  readonly purpose: string | undefined;
  readonly number: string;
  /** The `tel:` target. */
  readonly href: string;
  readonly state: ContactState;
  /** The status sentence; empty before the first look at the clock. */
  readonly status: string;
  /** About the longest sentence the status can become: its room is kept free from the first paint on. */
  readonly longestStatus: string;
  /** Hours, purpose, cost and date of the check, as sentences. */
  readonly details: string;
  readonly notices: readonly string[];
  readonly links: readonly LinkView[];
  readonly withoutSpeaking: readonly Note[];
}

/** Contacts of one sort in a row, with what introduces them. */
export interface GroupView {
  readonly sort: GroupSort;
  readonly heading: string | undefined;
  readonly contacts: readonly ContactView[];
}

/** Everything the panel shows at one instant, in one language. */
export interface PanelView {
  readonly heading: string;
  readonly preview: string | undefined;
  readonly groups: readonly GroupView[];
  /** The sentence for when every helpline is closed; room is kept for it. */
  readonly allClosed: string | undefined;
  readonly longestAllClosed: string | undefined;
  readonly published: string | undefined;
  readonly safetyNotes: readonly Note[];
  /** Ids in `show` that no contact has. */
  readonly unknownIds: readonly string[];
  /** When something shown next changes, in epoch milliseconds; absent: never. */
  readonly changesAt: number | undefined;
}

/** What the view is made of. */
export interface PanelInput {
  /** Every contact there is, in order, `emergency` first. */
  readonly contacts: readonly Contact[];
  readonly options: Options;
  readonly messages: Messages;
  /** Epoch milliseconds; `undefined` before the first look at the clock, `NaN` where it is not to be believed. */
  readonly now: number | undefined;
}

/** `helpline`: a specialist line, of record or the host's own. */
export type ContactKind = 'emergency' | 'police' | 'helpline' | 'regional';

type GroupSort = 'urgent' | 'helpline' | 'regional';

const sortOf = (kind: ContactKind): GroupSort => (kind === 'emergency' || kind === 'police' ? 'urgent' : kind);

const kindOf = ({ id }: Contact): ContactKind =>
  id === emergency.id ? 'emergency' : id === police.id ? 'police' : regionalIds.has(id) ? 'regional' : 'helpline';

/** The contacts to show, in order: `show` beats `region`, and the emergency number is first whatever either says. */
const chosenContacts = (contacts: readonly Contact[], { show, region }: Options) => {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const unknownIds = (show ?? []).filter((id) => !byId.has(id));
  const wanted = show?.flatMap((id) => byId.get(id) ?? []);
  const chosen = wanted?.length ? wanted : contacts.filter((contact) => coversRegion(contact, region));
  return { unknownIds, chosen: [emergency, ...chosen.filter(({ id }) => id !== emergency.id)] };
};

const dateInWords = (isoDate: string, { date }: Messages): string => {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  return date(day, month, year);
};

/** When what is said about a contact next changes. */
const contactChangesAt = ({ state, next }: ContactStatus, now: number): number | undefined => {
  if (!next) return undefined;
  const left = next.at - now;
  if (state !== 'open' || next.status.state !== 'closed' || left <= MINUTE) return next.at;
  // The countdown appears an hour before and then changes every whole minute before the end.
  return next.at - Math.min(COUNTDOWN, Math.ceil(left / MINUTE) - 1) * MINUTE;
};

const earliest = (instants: readonly (number | undefined)[]): number | undefined => {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length ? Math.min(...known) : undefined;
};

/** "today", "tomorrow" and the age of the data turn at London's midnight. */
const nextMidnight = (now: number): number => londonInstant(londonTime(now).dayNumber + 1, 0, 'start');

/** Puts contacts, options, words and an instant together. Pure: the same input gives the same view. */
export const panelView = ({ contacts, options, messages, now }: PanelInput): PanelView => {
  const { lang } = messages;
  const say = (text: LocalText | undefined) => (text === undefined ? undefined : localText(text, lang));
  const { chosen, unknownIds } = chosenContacts(contacts, options);
  const { compact } = options;

  const helplines = chosen.filter((contact) => kindOf(contact) === 'helpline');
  const dates = new Set(helplines.map(({ checkedOn }) => checkedOn));
  const [sharedDate] = dates.size === 1 ? dates : [];

  const statuses = chosen.map((contact) => (now === undefined ? undefined : contactStatus(contact, now, lang)));

  const views = chosen.map((contact, index): ContactView => {
    const words = Object.hasOwn(messages.contacts, contact.id) ? messages.contacts[contact.id] : undefined;
    const kind = kindOf(contact);
    const status = statuses[index];
    const { checkedOn } = contact;
    const purpose = say(contact.purpose) ?? words?.purpose;
    const isHelpline = kind === 'helpline';
    const details = [
      !alwaysOpen(contact) && hoursInWords(openingHoursOf(contact), messages.hours, (text) => commentInWords(text, messages)),
      isHelpline && purpose,
      say(contact.cost) ?? words?.cost,
    ];
    const checked =
      checkedOn && (compact || checkedOn !== sharedDate) && messages.checkedOn(dateInWords(checkedOn, messages));
    return {
      id: contact.id,
      kind,
      name:
        (kind === 'police' && (options.policeName ?? (options.region && messages.policeNames[options.region]))) ||
        (say(contact.name) ?? words?.name ?? contact.id),
      organisation: say(contact.organisation) ?? words?.organisation,
      purpose: isHelpline
        ? undefined
        : kind === 'police' && !compact
          ? sentences([purpose, messages.noEvidence])
          : purpose,
      number: contact.number,
      href: telHref(contact.number),
      state: status?.state ?? 'unknown',
      status: status && now !== undefined ? statusInWords(status, now, messages) : '',
      longestStatus: longestStatus(contact.hours, messages),
      details: sentences(compact ? [checked] : [...details, checked]),
      notices: noticesAt(contact, now).map((text) => localText(text, lang)),
      links: compact ? [] : linksOf(contact, options, messages),
      withoutSpeaking: kind === 'emergency' && !compact ? messages.withoutSpeaking : [],
    };
  });

  const groups: { sort: GroupSort; heading: string | undefined; contacts: ContactView[] }[] = [];
  for (const view of views) {
    const sort = sortOf(view.kind);
    const last = groups.at(-1);
    if (last?.sort === sort) last.contacts.push(view);
    else groups.push({ sort, heading: compact ? undefined : headingOf(sort, messages), contacts: [view] });
  }

  const states = chosen.flatMap((contact, index) => (kindOf(contact) === 'helpline' ? [statuses[index]?.state] : []));
  const alternatives = groups
    .filter(({ sort }) => sort === 'regional')
    .flatMap(({ contacts: regional }) => regional.map(({ name }) => ` ${name}: ${messages.openAllDay}.`));
  const longestAllClosed = helplines.length ? messages.helplinesClosed + alternatives.join('') : undefined;

  return {
    heading: options.heading ?? messages.heading,
    preview: options.now === undefined ? undefined : messages.preview,
    groups,
    longestAllClosed,
    allClosed: states.length && states.every((state) => state === 'closed') ? longestAllClosed : undefined,
    published: sharedDate && !compact ? messages.hoursPublished(dateInWords(sharedDate, messages)) : undefined,
    safetyNotes: compact
      ? []
      : [
          ...messages.safetyNotes,
          ...(helplines.some(({ checkedOn }) => checkedOn === PUBLISHED_ON)
            ? [{ text: messages.source(SOURCE_TITLE, dateInWords(PUBLISHED_ON, messages)) }]
            : []),
        ],
    unknownIds,
    changesAt:
      now === undefined || Number.isNaN(now) || statuses.every((status) => !status || status.state === 'always' || status.cannotTell)
        ? undefined
        : earliest([...statuses.map((status) => status && contactChangesAt(status, now)), nextMidnight(now)]),
  };
};

/** Joins what there is, each part ended by a full stop. */
const sentences = (parts: readonly (string | false | undefined)[]): string =>
  parts
    .filter(Boolean)
    .map((part) => (/[.!?]$/.test(part as string) ? part : `${part}.`))
    .join(' ');

const headingOf = (sort: GroupSort, messages: Messages): string | undefined =>
  sort === 'helpline' ? messages.support : sort === 'regional' ? messages.partnerOrFamily : undefined;

/** The London date of an instant as `2026-12-24`; empty where it cannot be told. */
const londonDate = (now: number | undefined): string => {
  try {
    const { year, month, day } = londonTime(now ?? NaN);
    return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  } catch {
    return '';
  }
};

/** Notices that hold on the London day of `now` and do not already speak through the status. */
const noticesAt = ({ notices }: Contact, now: number | undefined): readonly LocalText[] => {
  if (!notices?.length) return [];
  const today = londonDate(now);
  return notices.filter(({ closed, from, to }) => !closed && from <= today && today <= to).map(({ text }) => text);
};

/** A website is called by its host name, which is also what people type on a safer device. */
const linksOf = (contact: Contact, { policeHref }: Options, messages: Messages): readonly LinkView[] => {
  const own = contact.id === police.id && policeHref ? [{ kind: 'report', href: policeHref } as const] : [];
  const source = contact.source ? [{ kind: 'source', href: contact.source } as const] : [];
  return [...own, ...(contact.links ?? []), ...source].map((link) => ({
    href: link.href,
    text:
      'text' in link && link.text !== undefined
        ? localText(link.text, messages.lang)
        : link.kind === 'website'
          ? new URL(link.href).hostname.replace(/^www\./, '')
          : messages.linkKinds[link.kind],
  }));
};

