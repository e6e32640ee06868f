import { alwaysOpen } from './contact-status.js';
import type { ContactKind } from './contact-view.js';
import type { Contact, ContactStatus } from './contacts/contact.js';
import { police } from './contacts/published-contacts.js';
import type { Language } from './i18n/languages.js';
import { statusInWords } from './i18n/status-in-words.js';
import { joined, plainText, type Text } from './i18n/text.js';
import { sentence } from './i18n/words.js';
import { withoutPrototype } from './own-properties.js';

/** How many lines are named while another is closed: more would not fit the room that is kept. */
const MOST_NAMED = 2;

/** A contact as the panel shows it, with what is known about it; no state before the first look at the clock. */
export interface Line extends Omit<Contact, 'name'>, Partial<ContactStatus> {
  readonly kind: ContactKind;
  readonly name: Text;
}

/** What is said under the helplines. */
export interface OpenInstead {
  readonly text: Text | undefined;
  /** About the longest that it becomes, for which room is kept; `undefined` where there are no helplines. */
  readonly longest: string | undefined;
}

const isClosed = ({ state }: Line): boolean => state === 'closed';
/** Asked of regional lines too: a host may have given one hours, or closed it. */
const mayAnswer = (line: Line): boolean => !isClosed(line) && !line.cannotTell;

/**
 * While a helpline is closed, names others that may answer (not their numbers, which are in sight nearby): those that are
 * open, else the nation's and those that may be open. All these sentences share one room, so that nothing moves when a
 * line closes.
 */
export const openInstead = (all: readonly Line[], language: Language): OpenInstead => {
  /** A line by its name, with its status and nothing about when it changes. */
  const named = ({ name, state, usually }: Line): Text =>
    joined([name, sentence(language, (messages) => `: ${statusInWords(withoutPrototype({ state: state!, usually }), NaN, messages)}`)], '');
  const linesOf = (wanted: ContactKind) => all.filter(({ kind }) => kind === wanted);

  const allClosed = language.say((messages) => messages.helplinesClosed);
  const regional = linesOf('regional');
  const answering = regional.filter(mayAnswer);
  const helplines = linesOf('helpline');
  const known = helplines.filter(mayAnswer);
  const surely = known.filter(({ state }) => state !== 'unknown');
  const instead = surely[0] ? surely : [...answering, ...known];
  // The sentence sends people to 101, which still answers where a host has put another line, with hours, in its place.
  const is101Closed = linesOf('police').some((line) => line.number === police.number && isClosed(line));
  return {
    text: !helplines.some(isClosed)
      ? undefined
      : helplines.every(isClosed)
        ? joined([!is101Closed && allClosed, ...answering.map(named)])
        : joined(instead.slice(0, MOST_NAMED).map(named)),
    longest:
      helplines[0] &&
      plainText(
        joined([
          allClosed,
          ...regional.map((line) => named(withoutPrototype({ ...line, state: alwaysOpen(line) ? 'always' : 'unknown' }))),
        ]),
      ),
  };
};
