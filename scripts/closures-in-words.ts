// The days on which a line of record is closed by notice, for the page that no script brings up to date.

import { openingHoursOf } from '../src/contact-status.js';
import type { Contact } from '../src/contacts/contact.js';
import { hoursInWords } from '../src/i18n/hours-in-words.js';
import type { Messages } from '../src/i18n/messages.js';
import { commentInWords } from '../src/i18n/status-in-words.js';

/** Sentences with dates, so that they are true before, during and after the closure; empty where there is no such notice. */
export const closuresInWords = (contact: Contact, messages: Messages): string => {
  const published = openingHoursOf(contact).rules.length;
  const closures = openingHoursOf(contact, messages.lang).rules.slice(published);
  const { hours } = messages;
  return closures.length ? hoursInWords({ rules: closures }, hours, (text) => commentInWords(text, messages)) + hours.stop : '';
};
