/** The facts that the panel publishes, against the table that is written down a second time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { parseOpeningHours, statusAt } from '../../src/hours/index.js';
import { parseLondonInstant } from '../../src/hours/london-time.js';
import { languageFor } from '../../src/i18n/languages.js';
import { readOptions } from '../../src/options.js';
import { panelView } from '../../src/panel-view.js';
import { contactsOfRecord } from '../contacts-of-record.js';

/** Every contact as it is shown. */
const shown = (['england', 'wales', 'scotland', 'northern-ireland'] as const).flatMap((region) =>
  panelView({
    contacts: publishedContacts,
    options: { ...readOptions({}, () => {}), region },
    language: languageFor('en'),
    now: undefined,
  }).groups.flatMap(({ contacts }) => contacts),
);

it('the table has every contact, in the order of the panel', () =>
  assert.deepEqual(contactsOfRecord.map(({ id }) => id), publishedContacts.map(({ id }) => id)));

for (const { id, number, dials, checkedOn, source, website, cost, coverage, holidays, hours, states = [] } of contactsOfRecord)
  describe(id, () => {
    const contact = publishedContacts.find((published) => published.id === id) ?? assert.fail();
    const view = shown.find((candidate) => candidate.id === id) ?? assert.fail();

    it(`has the number ${number}, which dials ${dials}`, () => {
      assert.equal(view.number, number);
      assert.equal(view.href, dials);
    });

    it(`was checked on ${checkedOn ?? 'no day that is shown'}`, () => assert.equal(contact.checkedOn, checkedOn));

    it(`names ${source ?? 'no page'} as its source`, () => assert.equal(contact.source, source));

    it(`helps ${coverage ? `in ${coverage.join(' and ')}` : 'everywhere'}`, () => assert.deepEqual(contact.coverage, coverage));

    it(`keeps ${holidays ? `the bank holidays of ${holidays}` : 'no bank holidays'}`, () => assert.equal(contact.holidays, holidays));

    it(`links to ${website ?? 'no website'}`, () => assert.deepEqual(contact.links, website && [{ kind: 'website', href: website }]));

    it(`says ${cost ?? 'nothing'} of the cost`, () => {
      const said = JSON.stringify(view.details);
      if (cost === undefined) assert.doesNotMatch(said, /free\b|cost|bill/i);
      else assert.ok(said.includes(cost), said);
      // Ofcom: 0800, 0808 and 116 cost nothing from any telephone, as do 999 and 101; others do.
      if (cost !== undefined) assert.equal(cost.startsWith('Free'), /^(0800|0808|116|999$|101$)/.test(number), `${number}: ${cost}`);
    });

    it(hours ?? 'is open 24 hours', () => {
      if (hours === undefined) assert.equal(contact.hours, '24/7');
      else assert.ok(JSON.stringify(view.details).includes(hours), JSON.stringify(view.details));
    });

    for (const [at, state] of states)
      it(`${at}: ${state}`, () => {
        assert.equal(statusAt(parseOpeningHours(contact.hours!), parseLondonInstant(at), contact.holidays && { holidays: contact.holidays }).state, state);
      });
  });
