/** The facts that the panel publishes, against the table that is written down a second time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseExpressionAt } from 'acorn';
import { PACKS } from '../../demo/language-packs.js';
import { contactStatus, openingHoursOf } from '../../src/contact-status.js';
import type { ContactView } from '../../src/contact-view.js';
import { NATIONS } from '../../src/contacts/contact.js';
import { emergency, publishedContacts, regionalIds } from '../../src/contacts/published-contacts.js';
import { readContacts } from '../../src/contacts/read-contacts.js';
import { dateFromText, dayOfDate } from '../../src/hours/calendar.js';
import { parseLondonInstant } from '../../src/hours/london-time.js';
import { cy } from '../../src/i18n/cy.js';
import { en } from '../../src/i18n/en.js';
import { languageFor } from '../../src/i18n/languages.js';
import { readOptions } from '../../src/options.js';
import { panelView } from '../../src/panel-view.js';
import { RELEASED_AT } from '../../src/release.js';
import { contactsOfRecord } from '../contacts-of-record.js';

/** What is built in, with the nations as it calls them. */
const LANGUAGES = [
  { words: en, nations: { england: 'England', wales: 'Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland' } },
  { words: cy, nations: { england: 'Lloegr', wales: 'Cymru', scotland: 'yr Alban', 'northern-ireland': 'Gogledd Iwerddon' } },
] as const;

/** Ofcom: 0800, 0808 and 116 cost nothing from any telephone, as do 999 and 101; others do. */
const FREE = /^(0800|0808|116|999$|101$)/;

/** Every contact as it is shown. */
const shownIn = (lang: string): readonly ContactView[] =>
  NATIONS.flatMap((region) =>
    panelView({
      contacts: publishedContacts,
      options: { ...readOptions({}, () => {}), region },
      language: languageFor(lang),
      now: undefined,
    }).groups.flatMap(({ contacts }) => contacts),
  );

/**
 * What no partner's document may say, no row may say either: hours that cannot be read, a day such as
 * 11/05/2026, which visitors would read as "Checked on undefined undefined NaN", an address without https.
 */
const refused: string[] = [];
readContacts({ version: 1, contacts: publishedContacts.filter(({ id }) => id !== emergency.id) }, ({ message }) =>
  refused.push(message.replace(/ Using .*$/, '')),
);
// With hours that cannot be read, nothing can be shown: the other tests would end in the parser.
const shown = refused.length ? [] : shownIn('en');

it('every row could stand in a contact document', () =>
  assert.ok(!refused.length, `src/contacts/published-contacts.ts: ${refused.join('\n')}`));

it('the table has every contact, in the order of the panel', () =>
  assert.deepEqual(
    contactsOfRecord.map(({ id }) => id),
    publishedContacts.map(({ id }) => id),
  ));

it('the table says which are shown to one nation alone', () =>
  assert.deepEqual(
    contactsOfRecord.filter(({ regional }) => regional).map(({ id }) => id),
    [...regionalIds],
  ));

for (const { id, number, dials, checkedOn, source, website, cost, coverage, holidays, hours, states = [] } of refused.length
  ? []
  : contactsOfRecord)
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
      if (cost !== undefined) assert.equal(cost.startsWith('Free'), FREE.test(number), `${number}: ${cost}`);
    });

    for (const [lang, { contacts: said }] of [
      ...LANGUAGES.map(({ words }) => [words.lang, words] as const),
      ...Object.values(PACKS).flatMap(({ words }) => Object.entries(words)),
    ])
      it(`is called free in ${lang} where it is, and nowhere else`, () => {
        const words = contact.cost ?? said?.[id]?.cost;
        const inWords = typeof words === 'object' ? words[lang] : words;
        if (inWords)
          assert.equal(
            inWords.startsWith(said!['police']!.cost!),
            FREE.test(number),
            `${number}: "${inWords}". Its words in "${lang}" have to change too`,
          );
      });

    it(hours ?? 'is open 24 hours', () => {
      if (hours === undefined) assert.equal(contact.hours, '24/7');
      else assert.ok(JSON.stringify(view.details).includes(hours), JSON.stringify(view.details));
    });

    it('says what it does on bank holidays', () =>
      assert.ok(
        contact.hours === '24/7' || openingHoursOf(contact).rules.some((rule) => rule.holidays),
        `"${contact.hours}" would be "Open now" on Christmas Day. Add what the evidence says, "; PH off" say; where it is silent, "; PH 10:00-17:00 unknown "bank holiday"", with the line's own hours; and "holidays"`,
      ));

    for (const { words, nations } of LANGUAGES) {
      it(`has a name in ${words.lang}`, () => {
        // A row's own name does not do instead: a partner who overrides the line leaves out both.
        const file = words === en ? 'en-contacts.ts' : `${words.lang}.ts`;
        const message = `its visitors would read "${id}": write its name under "contacts" in src/i18n/${file}`;
        assert.ok(words.contacts[id]?.name, message);
        assert.deepEqual(
          Object.keys(words.contacts[id]),
          Object.keys(en.contacts[id] ?? {}),
          `src/i18n/${file} and en-contacts.ts say other things of ${id}`,
        );
        for (const said of [contact.name, contact.organisation, contact.purpose, contact.cost].filter(Boolean))
          assert.ok(
            typeof said === 'object' && said[words.lang],
            `"${JSON.stringify(said)}" is in no ${words.lang}: write { en: '…', cy: '…' }`,
          );
      });

      // A nation's own line is shown to that nation alone.
      if (coverage && !regionalIds.has(id))
        it(`says in ${words.lang} where it helps`, () => {
          const said = JSON.stringify(shownIn(words.lang).find((candidate) => candidate.id === id)).toLowerCase();
          for (const nation of NATIONS.filter((one) => coverage.includes(one)))
            assert.ok(
              said.includes(nations[nation].toLowerCase()),
              `nothing shown says "${nations[nation]}". The words for its cost say so too: in place of cost: '' write where it helps, cost: { en: '…', cy: '…' }`,
            );
        });
    }

    for (const { text, from, to, closed } of contact.notices ?? [])
      describe(`its notice from ${from} to ${to}`, () => {
        it('has two days, in order, and was not over at the release', () => {
          const [first, last] = [from, to].map((date) => dayOfDate(dateFromText(date)));
          assert.ok(first! <= last!, 'two days such as 2026-12-24, the first one first');
          assert.ok(Date.parse(to) + 86_400_000 > RELEASED_AT, 'it is over: take it out');
        });
        for (const { words } of LANGUAGES)
          it(`has words in ${words.lang}`, () =>
            assert.ok(typeof text === 'object' && text[words.lang]?.trim(), "text: { en: '…', cy: '…' }"));
        if (closed)
          for (const day of [from, to])
            it(`closes the line on ${day}, as the table says`, () =>
              assert.ok(
                states.some(([at, state]) => at.startsWith(day) && state === 'closed'),
                `write ['${day}T12:00', 'closed'] into its states`,
              ));
      });

    for (const [at, state] of states)
      it(`${at}: ${state}`, () => assert.equal(contactStatus(contact, parseLondonInstant(at), 'en').state, state));
  });

describe('short numbers inside sentences', () => {
  /** Relay UK's, which no row has: before 101, and in place of 999. */
  const RELAY = ['18000', '18001'];
  const known = [...publishedContacts.map(({ number }) => number), ...RELAY];

  const writtenIn = (node: unknown): readonly string[] => {
    if (typeof node !== 'object' || !node) return [];
    const { type, value } = node as { type?: string; value?: unknown };
    if (type === 'TemplateElement') return [(value as { cooked: string }).cooked];
    return type === 'Literal' && typeof value === 'string' ? [value] : Object.values(node).flatMap(writtenIn);
  };
  /** Every text, with where it stands; of what makes one, what is written out in it. */
  const textsIn = (words: unknown, path: string): readonly (readonly [path: string, text: string])[] =>
    typeof words === 'string'
      ? [[path, words]]
      : typeof words === 'function'
        ? writtenIn(parseExpressionAt(`(${String(words)})`, 0, { ecmaVersion: 'latest' })).map((text) => [path, text])
        : Object.entries(words ?? {}).flatMap(([key, entry]) => textsIn(entry, `${path}.${key}`));

  for (const [file, words] of [
    ...LANGUAGES.map(({ words }) => [`i18n/${words.lang}`, words] as const),
    ...Object.entries(PACKS).map(([pack, { words }]) => [`lang/${pack}`, words] as const),
  ])
    it(`src/${file}.ts has no other than the rows`, () => {
      const texts = textsIn(words, '');
      assert.ok(
        texts.some(([, text]) => text.includes('999')),
        'the words were read',
      );
      // Silent call: 55. Two digits are that, hours or minutes.
      const wrong = texts.flatMap(([path, text]) =>
        (text.match(/\p{Nd}{3,}/gu) ?? []).filter((number) => !known.includes(number)).map((number) => `${path.slice(1)}: ${number}`),
      );
      assert.deepEqual(wrong, [], `no row of src/contacts/published-contacts.ts has these numbers: change them in src/${file}.ts too`);
    });
});
