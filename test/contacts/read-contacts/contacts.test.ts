/** Which documents and contacts are read whole, and which are left out. */
import { expect } from '@open-wc/testing';
import type { Contact } from '../../../src/contacts/contact.js';
import { publishedContacts } from '../../../src/contacts/published-contacts.js';
import { documentOf, good, read, readWith, sealed } from '../reading.js';

describe('readContacts', () => {
  it('reads a whole contact, and reports nothing', () => {
    const whole = {
      id: 'county-service',
      name: { en: 'County Service', cy: 'Gwasanaeth y Sir' },
      organisation: 'County Council',
      purpose: 'For everyone in the county',
      number: '01632 960 123',
      cost: { en: 'Free' },
      hours: 'Mo-Fr 09:00-12:30,13:30-17:00; PH off',
      holidays: 'england-and-wales',
      coverage: ['england', 'wales'],
      checkedOn: '2026-11-01',
      source: 'https://example.org/stalking',
      links: [
        { kind: 'chat', href: 'https://example.org/chat', text: 'Web chat' },
        { kind: 'email', href: 'mailto:help@example.org' },
      ],
      notices: [{ text: 'Closed for Christmas', from: '2026-12-24', to: '2027-01-02', closed: true }],
    };
    const { contacts, problems } = read({ $schema: 'contacts.schema.json', ...documentOf(whole) });
    expect(problems).to.deep.equal([]);
    expect(contacts).to.deep.equal([whole]);
  });

  it('shares nothing with what it was given, and cannot be changed', () => {
    const document = documentOf({
      ...good,
      name: { en: 'County Service' },
      coverage: ['wales'],
      links: [{ kind: 'chat', href: 'https://example.org/' }],
    });
    const { contacts } = read(document);
    const before = JSON.stringify(contacts);
    Object.assign(document.contacts[0] as object, { number: '55', name: 'Evil' });
    ((document.contacts[0] as Contact).links as unknown[]).push('evil');
    expect(JSON.stringify(contacts)).to.equal(before);
    expect(sealed(contacts)).to.equal(true);
  });

  describe('documents of which nothing is used', () => {
    const rows: readonly (readonly [name: string, document: unknown, problem: string])[] = [
      ['nothing', undefined, 'missing '],
      ['null', null, 'bad-value '],
      ['text', '{"version":1}', 'bad-value '],
      ['a list of contacts', [good], 'bad-value '],
      ['no version', { contacts: [] }, 'missing /version'],
      ['another version', { version: 2, contacts: [good] }, 'bad-value /version'],
      ['a version in quotes', { version: '1', contacts: [good] }, 'bad-value /version'],
      ['no contacts', { version: 1 }, 'missing /contacts'],
      ['one contact without its list', { version: 1, contacts: good }, 'bad-value /contacts'],
    ];
    for (const [name, document, problem] of rows)
      it(name, () => {
        const { contacts, problems, codes } = read(document);
        expect(contacts).to.deep.equal([]);
        expect(codes).to.deep.equal([problem]);
        expect(problems[0]!.used).to.equal('the built-in contacts');
      });
  });

  describe('contacts that are left out', () => {
    const rows: readonly (readonly [name: string, changes: object, ...problems: string[]])[] = [
      ['no id', { id: undefined }, 'missing /contacts/0/id'],
      ['an id with a capital', { id: 'County' }, 'bad-value /contacts/0/id'],
      ['an id with a space', { id: 'a b' }, 'bad-value /contacts/0/id'],
      ['an id with a cyrillic letter', { id: 'раladin' }, 'bad-value /contacts/0/id'],
      ['an id of 65 letters', { id: 'a'.repeat(65) }, 'bad-value /contacts/0/id'],
      ['the id __proto__', JSON.parse('{"id":"__proto__"}') as object, 'bad-value /contacts/0/id'],
      ['an id in a list', { id: ['county-service'] }, 'bad-value /contacts/0/id'],
      ['no name', { name: undefined }, 'missing /contacts/0/name'],
      ['a name that nobody can see', { name: '\u200d' }, 'bad-value /contacts/0/name'],
      ['a name of dots', { name: '…' }, 'bad-value /contacts/0/name'],
      ['a name of 301 letters', { name: 'a'.repeat(301) }, 'bad-value /contacts/0/name'],
      ['a name in no language', { name: {} }, 'bad-value /contacts/0/name'],
      ['no number', { number: undefined }, 'missing /contacts/0/number'],
      ['a number as a number', { number: 999 }, 'bad-value /contacts/0/number'],
      ['a number in a list', { number: ['01632 960 123'] }, 'bad-value /contacts/0/number'],
      ['letters in the number', { number: '0800 CALL NOW' }, 'bad-value /contacts/0/number'],
      ['a code for the network', { number: '*21*0808#' }, 'bad-value /contacts/0/number'],
      ['a pause in the number', { number: '0808,55' }, 'bad-value /contacts/0/number'],
      ['an extension', { number: '0808 802 0300;ext=1' }, 'bad-value /contacts/0/number'],
      ['hyphens in the number', { number: '0808-802-0300' }, 'bad-value /contacts/0/number'],
      ['brackets in the number', { number: '(01632) 960 123' }, 'bad-value /contacts/0/number'],
      ['two digits', { number: '55' }, 'bad-value /contacts/0/number'],
      ['sixteen digits', { number: '1'.repeat(16) }, 'bad-value /contacts/0/number'],
      ['a plus and sixteen digits', { number: `+${'4'.repeat(16)}` }, 'bad-value /contacts/0/number'],
      ['a plus and six digits', { number: '+44 1632' }, 'bad-value /contacts/0/number'],
      ['a plus and a nought', { number: '+0 1632 960123' }, 'bad-value /contacts/0/number'],
      ['a nought after the country', { number: '+44 01632 960123' }, 'bad-value /contacts/0/number'],
      ['a nought that stands beside the country', { number: '+4401632 960123' }, 'bad-value /contacts/0/number'],
      ['a plus without a country', { number: '+999' }, 'bad-value /contacts/0/number'],
      ['two pluses', { number: '++44 1632 960123' }, 'bad-value /contacts/0/number'],
      ['arabic digits', { number: '٠٨٠٨٨٠٢' }, 'bad-value /contacts/0/number'],
      ['a no-break space in the number', { number: '0808\u00a0802' }, 'bad-value /contacts/0/number'],
      ['no hours', { hours: undefined }, 'missing /contacts/0/hours'],
      ['hours in words', { hours: 'Mon-Fri 9-5' }, 'bad-value /contacts/0/hours'],
      ['501 letters of hours', { hours: `24/7 "${'a'.repeat(494)}"` }, 'bad-value /contacts/0/hours'],
      ['bank holidays of nobody', { hours: 'Mo 09:00-10:00; PH off' }, 'missing /contacts/0/holidays'],
      ['bank holidays of nobody known', { hours: 'Mo 09:00-10:00; PH off', holidays: 'wales' }, 'bad-value /contacts/0/holidays'],
      ['coverage by a word', { coverage: 'wales' }, 'bad-value /contacts/0/coverage'],
      ['coverage of no nation', { coverage: [] }, 'bad-value /contacts/0/coverage'],
      ['coverage of unknown places', { coverage: ['cornwall'] }, 'bad-value /contacts/0/coverage/0', 'bad-value /contacts/0/coverage'],
      ['number and hours', { number: 'x', hours: 'x' }, 'bad-value /contacts/0/number', 'bad-value /contacts/0/hours'],
    ];
    for (const [name, changes, ...problems] of rows)
      it(name, () => {
        const { contact, problems: reported, codes } = readWith(changes);
        expect(contact).to.equal(undefined);
        expect(codes).to.deep.equal(problems);
        expect(reported.at(-1)!.used).to.equal('the other contacts');
      });

    it('the emergency number, which stays', () => {
      const { contact, problems, codes } = readWith({ id: 'emergency' });
      expect(contact).to.equal(undefined);
      expect(codes).to.deep.equal(['bad-value /contacts/0/id']);
      expect(problems[0]!.used).to.equal('the built-in contact');
    });

    it('one among others', () => {
      const { contacts, codes } = read(documentOf({ ...good, id: 'a' }, null, { ...good, id: 'b', number: 'x' }, { ...good, id: 'c' }));
      expect(contacts.map(({ id }) => id)).to.deep.equal(['a', 'c']);
      expect(codes).to.deep.equal(['bad-value /contacts/1', 'bad-value /contacts/2/number']);
    });

    it('the later of two with one id', () => {
      const { contacts, problems, codes } = read(documentOf(good, { ...good, number: '101' }));
      expect(contacts).to.deep.equal([good]);
      expect(codes).to.deep.equal(['duplicate-id /contacts/1/id']);
      expect(problems[0]!.used).to.equal('the first one');
    });

    it('not the later of two where the first was left out', () => {
      expect(read(documentOf({ ...good, number: 'x' }, good)).contacts).to.deep.equal([good]);
    });
  });

  describe('contacts that are read, and nothing is reported', () => {
    const rows: readonly (readonly [name: string, changes: object])[] = [
      ['three digits', { number: '101' }],
      ['fifteen digits', { number: '1'.repeat(15) }],
      ['a plus and seven digits', { number: '+4416329' }],
      ['a plus and fifteen digits', { number: `+${'4'.repeat(15)}` }],
      ['a country code and spaces', { number: '+44 1632 960 123' }],
      ['a name of 300 letters', { name: 'a'.repeat(300) }],
      ['a name of digits', { name: '101' }],
      ['500 letters of hours', { hours: `24/7 "${'a'.repeat(493)}"` }],
      ['an id of 64 letters', { id: 'a'.repeat(64) }],
      ['bank holidays of Scotland', { hours: 'Mo 09:00-10:00; PH off', holidays: 'scotland' }],
      ['bank holidays of Northern Ireland', { hours: 'Mo 09:00-10:00; PH off', holidays: 'northern-ireland' }],
      ['every nation', { coverage: ['england', 'wales', 'scotland', 'northern-ireland'] }],
      ['languages with script and region', { name: { en: 'Name', 'en-GB': 'Name', 'zh-Hant-TW': '名稱', gsw: 'Name' } }],
      ['every kind of link', { links: ['website', 'chat', 'email', 'report'].map((kind) => ({ kind, href: 'https://example.org/' })) }],
      ['a message for one day', { notices: [{ text: 'Busy', from: '2026-12-24', to: '2026-12-24' }] }],
      ['a message that says it closes nothing', { notices: [{ text: 'Busy', from: '2026-12-24', to: '2026-12-31', closed: false }] }],
      ['50 messages', { notices: Array.from({ length: 50 }, () => ({ text: 'Busy', from: '2026-12-24', to: '2026-12-31' })) }],
      ['a leap day', { checkedOn: '2024-02-29' }],
    ];
    for (const [name, changes] of rows)
      it(name, () => {
        const { contact, problems } = readWith(changes);
        expect(problems).to.deep.equal([]);
        expect(contact).to.deep.equal({ ...good, ...changes });
      });
  });

  describe('objects of absurdly many keys', () => {
    const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
    it('a contact with 99 is read', () => {
      expect(readWith(keys(95)).contact).to.deep.equal(good);
    });
    it('a contact with 100 is left out', () => {
      const { contact, codes } = readWith(keys(96));
      expect(contact).to.equal(undefined);
      expect(codes).to.deep.equal(['bad-value /contacts/0']);
    });
  });

  it('the built-in data is as good as what is asked of hosts', () => {
    const { contacts, problems } = read(documentOf(...publishedContacts.slice(1)));
    expect(problems).to.deep.equal([]);
    expect(contacts).to.deep.equal(publishedContacts.slice(1));
  });
});
