/** What `panel.html` says, without any script, of a line of record that closes for some days. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { languageFor } from '../../src/i18n/languages.js';
import { plain } from '../../src/i18n/text.js';
import { readOptions } from '../../src/options.js';
import { panelView } from '../../src/panel-view.js';
import { contactsOf2026 } from '../support/facts-of-2026.mjs';

const notices = [{ text: 'training', from: '2026-12-30', to: '2027-01-01', closed: true }];
const contacts = contactsOf2026.map((contact) => (contact.id === 'paladin' ? { ...contact, notices } : contact));

for (const [lang, words] of [
  ['en', 'Closed 30 December 2026 to 1 January 2027.'],
  ['cy', 'Ar gau 30 Rhagfyr 2026 i 1 Ionawr 2027.'],
] as const)
  it(`in ${lang}, the days`, () => {
    const { groups } = panelView({ contacts, options: readOptions({ lang }, () => {}), language: languageFor(lang), now: undefined });
    const said = groups.flatMap((group) => group.contacts).filter(({ details }) => plain(details).includes(words));
    assert.deepEqual(said.map(({ id }) => id), ['paladin']);
  });
