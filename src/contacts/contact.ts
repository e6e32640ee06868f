import type { ContactState } from '../events.js';
import type { Division, Status } from '../hours/opening-hours.js';

/** The four nations, as `region` and `coverage` name them. */
export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** One text, or one per BCP 47 language. Always text, never HTML. */
export type LocalText = string | Readonly<Record<string, string>>;

/** A further way to reach a contact, or a page about it. */
export interface ContactLink {
  readonly kind: 'website' | 'chat' | 'email' | 'report';
  /** `https:` or `mailto:`, checked before it gets here. */
  readonly href: string;
  readonly text?: LocalText;
}

/** A dated message about a contact; with `closed` it beats the opening hours. */
export interface ContactNotice {
  readonly text: LocalText;
  /** First and last London day it holds, as `2026-12-24`, both included. */
  readonly from: string;
  readonly to: string;
  readonly closed?: boolean;
}

/** Somebody to call. Built-in contacts take their words from the messages of the language. */
export interface Contact {
  readonly id: string;
  readonly name?: LocalText;
  readonly organisation?: LocalText;
  readonly purpose?: LocalText;
  /** As people read it out; the `tel:` target is derived from it. */
  readonly number: string;
  readonly cost?: LocalText;
  /** Opening hours in OpenStreetMap's `opening_hours` notation. */
  readonly hours: string;
  /** Whose bank holidays `PH` in the hours means: those of the place where the line is answered. */
  readonly holidays?: Division;
  /** Where in the UK the contact helps; left out: everywhere. */
  readonly coverage?: readonly Nation[];
  /** The day the hours were last checked against their source, as `2023-04-27`. */
  readonly checkedOn?: string;
  /** Where the number and hours were published. */
  readonly source?: string;
  readonly links?: readonly ContactLink[];
  readonly notices?: readonly ContactNotice[];
}

/** What is known about a contact at one instant, before it is put into words. */
export interface ContactStatus {
  readonly state: ContactState;
  /** Says why, in the words of the data. */
  readonly comment?: string | undefined;
  /** The clock, the time zone or the hours could not be used, so the state is `unknown`. */
  readonly cannotTell?: true;
  /** Closed all day (London), and would not be if the day were no bank holiday. */
  readonly forHoliday?: boolean;
  /** The hours were checked more than twelve months before, never, or on a day yet to come. */
  readonly usually?: boolean | undefined;
  /** When the state or the comment next differs, in epoch milliseconds. */
  readonly until?: number | undefined;
  /** When the state next differs, in epoch milliseconds, and what it is then. */
  readonly next?: { readonly at: number; readonly status: Status } | undefined;
}

/** The dial target: the digits of the number as read, and a leading plus. */
export const telHref = (number: string): string => `tel:${number.replace(/(?!^\+)\D/g, '')}`;
