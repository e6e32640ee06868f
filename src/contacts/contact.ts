import type { Division } from '../hours/opening-hours.js';

/** The four nations, as `region` and `coverage` name them. */
export type Nation = 'england' | 'wales' | 'scotland' | 'northern-ireland';

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
  /** Whose bank holidays close the line: those of the place where it is answered. */
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

/** The dial target: the digits of the number as read, and a leading plus. */
export const telHref = (number: string): string => `tel:${number.replace(/(?!^\+)\D/g, '')}`;
