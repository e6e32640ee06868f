/*
 * Reads a contact document and names what in it the panel cannot use, with what was probably meant:
 * what the panel itself says in the console of a page, for whoever writes the document.
 */

import { alwaysOpen, isOld } from '../src/contact-status.js';
import { readContacts } from '../src/contacts/read-contacts.js';
import { parseOpeningHours } from '../src/hours/parse.js';
import type { Finding, Report } from './check-page.js';
import { suggestOpeningHours } from './suggest-hours.js';

/** Whether a text is meant as a contact document: HTML begins otherwise, if with a template's `{{` or `[shortcode]`. */
export const isContactDocument = (text: string): boolean => /^\s*(?:\{(?![{%#])|\[\s*(?:[{\]"]|$))/.test(text);

/** What stands at a JSON pointer. */
const valueAt = (data: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, key) => (Object(value) as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')], data);

/** @param now epoch milliseconds, against which the days of checking are held */
export const checkContacts = (text: string, now: number): Report => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const todo = 'Write names and texts in straight quotation marks ("), commas between entries and none after the last.';
    return { found: {}, findings: [{ code: 'src-json', severity: 'error', what: `The contact document is no JSON: ${(error as Error).message}`, todo }] };
  }
  if (Array.isArray(data)) {
    const todo = 'Write { "version": 1, "contacts": before the list and } behind it.';
    return { found: {}, findings: [{ code: 'bare-list', severity: 'error', what: 'The contact document is a list alone: the panel looks for it under "contacts", beside a "version".', todo }] };
  }
  const wrong: Finding[] = [];
  const contacts = readContacts(data, ({ code, message, pointer = '' }) => {
    const value = valueAt(data, pointer);
    const meant = pointer.endsWith('/hours') && typeof value === 'string' ? suggestOpeningHours(value) : undefined;
    const todo = meant ? `Perhaps ${JSON.stringify(meant)} is meant: see that it says when the line is open.` : 'Correct it as “Your own contacts” in the README has it.';
    wrong.push({ code, severity: 'error', what: message, todo, ...(pointer && { where: pointer }) });
  });
  const old = contacts
    .filter((contact) => !alwaysOpen(contact) && isOld(contact.checkedOn, now))
    .map(({ id, checkedOn = 'no stated day' }): Finding => ({
      code: 'old-hours',
      severity: 'warning',
      what: `The hours of "${id}" were last checked on ${checkedOn}: the panel says “usually”.`,
      todo: 'Check number and hours with the organisation, then set checkedOn.',
    }));
  const idle = contacts
    .filter(({ hours }) => {
      const { rules } = parseOpeningHours(hours);
      return rules[0]!.state === 'closed' && (rules[0]!.holidays || rules[0]!.dates.length) && rules.some(({ state }) => state !== 'closed');
    })
    .map(({ id }): Finding => ({
      code: 'closes-nothing',
      severity: 'warning',
      what: `The hours of "${id}" begin with days on which the line is closed: what comes behind them opens it on those days too.`,
      todo: 'Write what closes a line last, as in “Mo-Fr 09:00-17:00; PH off”.',
    }));
  const cut = contacts
    .filter(({ hours }) => {
      const { rules } = parseOpeningHours(hours);
      const mornings = (weekdays: number): number => (weekdays ? ((weekdays << 1) | (weekdays >> 6)) & 127 : 127);
      return rules.some(
        ({ spans, weekdays }, index) =>
          spans.some(({ to }) => to > 1440) &&
          rules.slice(index + 1).some((later) => !later.additional && !later.dates.length && later.weekdays & mornings(weekdays)),
      );
    })
    .map(({ id }): Finding => ({
      code: 'night-cut',
      severity: 'warning',
      what: `The hours of "${id}" go on after midnight, into a day for which a later rule says something else: it ends the night before at midnight.`,
      todo: 'Where the night goes on, put a comma in the place of the semicolon, and see in the preview what the panel says then.',
    }));
  return { found: contacts.length ? { contact: contacts.length } : {}, findings: [...wrong, ...old, ...idle, ...cut] };
};
