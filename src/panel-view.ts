import { contactStatus } from './contact-status.js';
import {
  contactChangesAt,
  contactView,
  keysOf,
  kindOf,
  type ContactKind,
  type ContactView,
  type NoteView,
  type ViewInput,
} from './contact-view.js';
import type { Contact } from './contacts/contact.js';
import { coversRegion, isPublished, PUBLISHED_ON, SOURCE_TITLE } from './contacts/published-contacts.js';
import { en } from './i18n/en.js';
import { dateInWords, plainText, type Text } from './i18n/text.js';
import { hostText, sentence } from './i18n/words.js';
import { openInstead, type Line, type OpenInstead } from './open-instead.js';
import type { Options } from './options.js';
import { withoutPrototype } from './own-properties.js';

/** Contacts in a row that share an introduction. */
export interface GroupView {
  /** The message that introduces them; the urgent ones, and the short list, have none. */
  readonly intro: Introduction | undefined;
  readonly heading: Text | undefined;
  readonly contacts: readonly ContactView[];
}

/** Everything the panel shows at one instant, in one language. */
export interface PanelView {
  readonly heading: Text;
  readonly preview: Text | undefined;
  readonly groups: readonly GroupView[];
  /** Lines to call instead, while a helpline is closed. */
  readonly openInstead: OpenInstead;
  readonly published: Text | undefined;
  readonly safetyNotes: readonly NoteView[];
  /** Ids in `show` that no contact has. */
  readonly unknownIds: readonly string[];
  /** When something shown next changes, in epoch milliseconds; `Infinity`: never. */
  readonly changesAt: number;
}

/** What the view is made of. */
export interface PanelInput extends ViewInput {
  /** Every contact there is, in order, `emergency` first. */
  readonly contacts: readonly Contact[];
}

type Introduction = 'support' | 'partnerOrFamily';

/** The message that introduces the contacts of a kind; the urgent ones have none. */
const INTRODUCTIONS: Readonly<Partial<Record<ContactKind, Introduction>>> = withoutPrototype({
  helpline: 'support',
  regional: 'partnerOrFamily',
});

/** The contacts to show, in order: `show` beats `region`, and the emergency number is first whatever either says. */
const chosenContacts = (contacts: readonly Contact[], { show = [], region }: Options) => {
  const wanted = show.flatMap((id) => contacts.filter((contact) => contact.id === id));
  const unknownIds = show.filter((id) => !wanted.some((contact) => contact.id === id));
  const chosen = wanted.length ? wanted : contacts.filter((contact) => coversRegion(contact, region));
  return { unknownIds, chosen: [contacts[0]!, ...chosen.filter((contact) => contact !== contacts[0])] };
};

/** Puts contacts, options, words and an instant together. Pure: the same input gives the same view. */
export const panelView = ({ contacts, options, language, now }: PanelInput): PanelView => {
  const { lang, say } = language;
  const { chosen, unknownIds } = chosenContacts(contacts, options);
  const { compact } = options;

  const helplines = chosen.filter((contact) => kindOf(contact) === 'helpline');
  /** The date that is said once for all helplines: the article's only, since a host's own date is that of a check. */
  const sharedDate = helplines[0] && helplines.every(isPublished) && PUBLISHED_ON;

  const statuses = now === undefined ? [] : chosen.map((contact) => withoutPrototype(contactStatus(contact, now, lang)));
  const views = chosen.map((contact, index) => contactView({ contact, options, language, now, status: statuses[index], sharedDate }));

  const groups: (GroupView & { contacts: ContactView[] })[] = [];
  for (const view of views) {
    // The short list is one group.
    const intro = compact ? undefined : INTRODUCTIONS[view.kind];
    const last = groups.at(-1);
    if (last && last.intro === intro) last.contacts.push(view);
    else groups.push({ intro, heading: intro && say((messages) => messages[intro]), contacts: [view] });
  }

  const credited = views.filter((_, index) => isPublished(chosen[index]!));
  const creditsAll = views.every((view) => !INTRODUCTIONS[view.kind] || credited.includes(view));

  return {
    heading: hostText(options.heading, language) ?? say((messages) => messages.heading),
    preview: options.now && say((messages) => messages.preview),
    groups,
    openInstead: openInstead(
      views.map(({ kind, name }, index): Line => withoutPrototype({ ...chosen[index]!, ...statuses[index], kind, name })),
      language,
    ),
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
                  heading: creditsAll
                    ? undefined
                    : sentence(language, (messages) => credited.map(({ name }) => plainText(name)).join(messages.hours.comma)),
                  text: say((messages) => messages.source(SOURCE_TITLE, dateInWords(PUBLISHED_ON, messages))),
                },
              ]
            : []),
        ],
    unknownIds,
    changesAt: Math.min(...statuses.map((status, index) => contactChangesAt(chosen[index]!, status, now!))),
  };
};
