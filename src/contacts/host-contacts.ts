import type { Problem } from '../problems.js';
import type { Contact } from './contact.js';
import { readContacts } from './read-contacts.js';

/** Contacts that a host gave, checked; none where they could not be read: the built-in ones are on screen anyway. */
export interface HostContacts {
  readonly contacts: readonly Contact[];
  readonly problems: readonly Problem[];
}

/** For a host that has given nothing, or nothing yet. */
export const NO_HOST_CONTACTS: HostContacts = { contacts: [], problems: [] };

/**
 * Checks what a host gave. Never throws.
 *
 * @param attribute `src`, or `contacts` for that property
 * @param source what the messages of the problems call it
 */
export const readHostContacts = (data: unknown, attribute: string, source: string): HostContacts => {
  const problems: Problem[] = [];
  const contacts = readContacts(data, (problem) => problems.push({ ...problem, attribute, message: `${source}: ${problem.message}` }));
  return { contacts, problems };
};
