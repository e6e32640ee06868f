/** What `panel.html` says, without any script, of a line of record that closes for some days. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { closuresInWords } from '../../scripts/closures-in-words.js';
import type { Contact } from '../../src/contacts/contact.js';
import { messagesFor } from '../../src/i18n/index.js';

const line = (notices?: Contact['notices']): Contact => ({ id: 'a', number: '01632 960 123', hours: 'Mo-Fr 09:00-15:00; PH off', holidays: 'scotland', ...(notices && { notices }) });

const training = { text: { en: 'closed for training', cy: 'ar gau ar gyfer hyfforddiant' }, from: '2026-12-30', to: '2027-01-01', closed: true };

for (const [lang, words] of [
  ['en', 'Closed 30 December 2026 to 1 January 2027 (closed for training).'],
  ['cy', 'Ar gau 30 Rhagfyr 2026 i 1 Ionawr 2027 (ar gau ar gyfer hyfforddiant).'],
] as const)
  it(`in ${lang}, the days and the reason`, () => assert.equal(closuresInWords(line([training]), messagesFor(lang)), words));

it('each closure', () =>
  assert.equal(closuresInWords(line([training, { text: 'moving', from: '2027-02-01', to: '2027-02-01', closed: true }]), messagesFor('en')).match(/Closed/g)?.length, 2));

it('nothing of a line that does not close, whatever else its notices say', () => {
  assert.equal(closuresInWords(line(), messagesFor('en')), '');
  assert.equal(closuresInWords(line([{ ...training, closed: false }]), messagesFor('en')), '');
});
