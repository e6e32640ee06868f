import type { Problem } from '../problems.js';
import type { Contact } from './contact.js';
import { readContacts } from './read-contacts.js';

/** Contacts as a host gave them, checked; none where they could not be read: the built-in ones are on screen anyway. */
export interface GivenContacts {
  readonly contacts: readonly Contact[];
  readonly problems: readonly Problem[];
}

/** Where a host has given nothing, or nothing has come yet. */
export const NOTHING_GIVEN: GivenContacts = { contacts: [], problems: [] };

/**
 * What a host's data gives; its problems say where it came from.
 *
 * @param attribute `src`, or `contacts` for that property
 * @param source how their messages call it
 */
export const givenBy = (data: unknown, attribute: string, source: string): GivenContacts => {
  const problems: Problem[] = [];
  const contacts = readContacts(data, (problem) => problems.push({ ...problem, attribute, message: `${source}: ${problem.message}` }));
  return { contacts, problems };
};
