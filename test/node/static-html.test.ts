/** What `panel.html` says, without any script, of a line of record that closes for some days. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { staticHtml } from '../../scripts/static-html.js';
import type { ContactNotice } from '../../src/contacts/contact.js';
import { contactsOf2026 } from '../support/facts-of-2026.mjs';

const training = { text: { en: 'closed for training', cy: 'ar gau ar gyfer hyfforddiant' }, from: '2026-12-30', to: '2027-01-01', closed: true };
const moving = { text: 'moving', from: '2027-02-01', to: '2027-02-01', closed: true };

/** The page where two lines have notices: one with hours, and one that else never closes. */
const pageWith = (lang: 'en' | 'cy', ...notices: ContactNotice[]): string =>
  staticHtml(lang, contactsOf2026.map((contact) => (['paladin', 'live-fear-free'].includes(contact.id) ? { ...contact, notices } : contact)));

const times = (html: string, words: string): number => html.split(words).length - 1;

for (const [lang, days] of [
  ['en', 'Closed 30 December 2026 to 1 January 2027.'],
  ['cy', 'Ar gau 30 Rhagfyr 2026 i 1 Ionawr 2027.'],
] as const)
  it(`in ${lang}, the days, once for each of two lines`, () => {
    const html = pageWith(lang, training);
    assert.equal(times(html, days), 2);
    assert.equal(times(html, days.slice(0, 20)), 2);
  });

it('each closure', () => {
  const html = pageWith('en', training, moving);
  assert.equal(times(html, 'Closed 30 December 2026 to 1 January 2027. Closed 1 February 2027.'), 2);
  assert.equal(times(html, '2027'), 4);
});

it('what never closes else is open all day and night but on those days, and without them', () => {
  assert.match(pageWith('en', training), /0808 80 10 800<\/a><\/p>\n<p>Open 24 hours\. Closed 30 December 2026 to 1 January 2027\./);
  assert.match(pageWith('en'), /0808 80 10 800<\/a><\/p>\n<p>Open 24 hours\.(?! Closed)/);
});

it('nothing of notices that close no line', () => assert.equal(pageWith('en', { ...training, closed: false }), pageWith('en')));
