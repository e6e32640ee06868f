import { readContacts } from '../../src/contacts/read-contacts.js';
import type { Problem } from '../../src/problems.js';

/** What is read of a document, and what is reported, also as short lines. */
export const read = (document: unknown) => {
  const problems: Problem[] = [];
  const contacts = readContacts(document, (problem) => problems.push(problem));
  return { contacts, problems, codes: problems.map(({ code, pointer }) => `${code} ${pointer}`) };
};

/** A contact with no more than it needs. */
export const good = { id: 'county-service', name: 'County Service', number: '01632 960 123', hours: 'Mo-Fr 09:00-17:00' };
export const documentOf = (...contacts: unknown[]) => ({ version: 1, contacts });

/** Reads one contact: the good one with changes. */
export const readWith = (changes: object) => {
  const { contacts, problems, codes } = read(documentOf({ ...good, ...changes }));
  return { contact: contacts[0], problems, codes };
};

/** Whether nothing in it can be changed. */
export const sealed = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(sealed));
