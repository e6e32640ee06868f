import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/contacts/contact.js';
import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { timesAsLong } from '../support/time-taken.js';
import { documentOf, good, read, sealed } from './reading.js';

/** Reads one contact: the good one with changes. */
const readWith = (changes: object) => {
  const { contacts, problems, codes } = read(documentOf({ ...good, ...changes }));
  return { contact: contacts[0], problems, codes };
};

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
    const document = documentOf({ ...good, name: { en: 'County Service' }, coverage: ['wales'], links: [{ kind: 'chat', href: 'https://example.org/' }] });
    const { contacts } = read(document);
    const before = JSON.stringify(contacts);
    Object.assign(document.contacts[0] as object, { number: '55', name: 'Evil' });
    ((document.contacts[0] as unknown as Contact).links as unknown[]).push('evil');
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

  describe('details that cost only themselves', () => {
    const rows: readonly (readonly [name: string, changes: object, kept: object, ...problems: string[]])[] = [
      ['a bad purpose', { purpose: 7 }, {}, 'bad-value /contacts/0/purpose'],
      ['null for nothing', { notices: null }, {}, 'bad-value /contacts/0/notices'],
      ['holidays that no rule needs', { holidays: 'wales' }, {}, 'bad-value /contacts/0/holidays'],
      ['one nation', { coverage: ['wales', 'cornwall'] }, { coverage: ['wales'] }, 'bad-value /contacts/0/coverage/1'],
      ['a day that does not exist', { checkedOn: '2026-02-30' }, {}, 'bad-value /contacts/0/checkedOn'],
      ['a date in British order', { checkedOn: '01/11/2026' }, {}, 'bad-value /contacts/0/checkedOn'],
      ['a date of last century', { checkedOn: '1999-12-31' }, {}, 'bad-value /contacts/0/checkedOn'],
      ['a date of a century that ends in 20', { checkedOn: '1920-12-31' }, {}, 'bad-value /contacts/0/checkedOn'],
      ['an http: source', { source: 'http://example.org/' }, {}, 'bad-value /contacts/0/source'],
      ['a key nobody knows', { phone: '101' }, {}, 'unknown-key /contacts/0/phone'],
      ['a key with a slash and a tilde', { 'a/b~c': 1 }, {}, 'unknown-key /contacts/0/a~1b~0c'],
      ['a language with a part of one letter', { name: { en: 'Name', 'en-x': 'Other' } }, { name: { en: 'Name' } }, 'unknown-key /contacts/0/name/en-x'],
      ['a part of a language that is not letters', { name: { en: 'Name', 'en-+!': 'Other' } }, { name: { en: 'Name' } }, 'unknown-key /contacts/0/name/en-+!'],
      ['one language', { name: { en: 'Name', 'en_GB': 'Other' } }, { name: { en: 'Name' } }, 'unknown-key /contacts/0/name/en_GB'],
      ['one link of two', { links: [{ kind: 'chat', href: 'javascript:alert(1)' }, { kind: 'chat', href: 'https://example.org/' }] }, { links: [{ kind: 'chat', href: 'https://example.org/' }] }, 'bad-value /contacts/0/links/0/href'],
      ['the text of a link', { links: [{ kind: 'chat', href: 'https://example.org/', text: '' }] }, { links: [{ kind: 'chat', href: 'https://example.org/' }] }, 'bad-value /contacts/0/links/0/text'],
      ['a website by mail', { links: [{ kind: 'website', href: 'mailto:help@example.org' }] }, { links: [] }, 'bad-value /contacts/0/links/0/href'],
      ['a link of unknown kind', { links: [{ kind: 'Chat', href: 'https://example.org/' }] }, { links: [] }, 'bad-value /contacts/0/links/0/kind'],
      ['an empty text for a message', { notices: [' '] }, { notices: [] }, 'bad-value /contacts/0/notices/0'],
      ['a number for a message', { notices: [7] }, { notices: [] }, 'bad-value /contacts/0/notices/0'],
      ['a message without its days', { notices: [{ text: 'Busy' }] }, { notices: [] }, 'missing /contacts/0/notices/0/from', 'missing /contacts/0/notices/0/to'],
      ['a message that ends before it starts', { notices: [{ text: 'Busy', from: '2026-12-02', to: '2026-12-01' }] }, { notices: [] }, 'bad-value /contacts/0/notices/0/to'],
    ];
    for (const [name, changes, kept, ...problems] of rows)
      it(name, () => {
        const { contact, problems: reported, codes } = readWith(changes);
        expect(contact).to.deep.equal({ ...good, ...kept });
        expect(codes).to.deep.equal(problems);
        expect(reported.map(({ used }) => used)).to.deep.equal(problems.map(() => 'the rest'));
      });

    it('the name of a built-in contact', () => {
      const { contacts, codes } = read(documentOf({ ...good, id: 'paladin', name: '' }));
      expect(contacts).to.deep.equal([{ id: 'paladin', number: good.number, hours: good.hours }]);
      expect(codes).to.deep.equal(['bad-value /contacts/0/name']);
    });
  });

  describe('a closure that cannot be read leaves the line "may be open"', () => {
    const OPEN = 'status "May be open"';
    const rows: readonly (readonly [name: string, notices: unknown, used: string])[] = [
      ['a bad day', [{ text: 'Closed', from: '2026-12-24', to: '2026-31-12', closed: true }], OPEN],
      ['no words', [{ from: '2026-12-24', to: '2026-12-31', closed: true }], OPEN],
      ['ends before it starts', [{ text: 'Closed', from: '2026-12-24', to: '2026-12-01', closed: true }], OPEN],
      ['"closed" in quotes', [{ text: 'Closed', from: '2026-12-24', to: '2026-12-31', closed: 'yes' }], OPEN],
      ['a word in place of the list', 'closed', OPEN],
      ['words in place of a notice', ['Closed over Christmas'], OPEN],
      ['"Closed" with a capital', [{ text: 'Shut', from: '2026-12-24', to: '2026-12-31', Closed: true }], OPEN],
      ['"isClosed"', [{ text: 'Shut', from: '2026-12-24', to: '2026-12-31', isClosed: true }], OPEN],
      ['"close"', [{ text: 'Shut', from: '2026-12-24', to: '2026-12-31', close: true }], OPEN],
      ['"closed" and a blank', [{ text: 'Shut', from: '2026-12-24', to: '2026-12-31', 'closed ': true }], OPEN],
      ['a notice without its list', { text: 'Closed', from: '2026-12-24', to: '2026-12-31', closed: true }, OPEN],
      ['after 50 others', Array.from({ length: 51 }, () => ({ text: 'Closed', from: '2026-12-24', to: '2026-12-31' })), OPEN],
    ];
    for (const [name, notices, used] of rows)
      it(name, () => {
        const { contact, problems } = readWith({ notices });
        expect(contact!.hours).to.equal('Mo-Fr 09:00-17:00; unknown');
        expect(parseOpeningHours(contact!.hours).rules.at(-1)).to.include({ state: 'unknown' });
        expect(problems).to.have.length(1);
        expect(problems[0]!.used).to.equal(used);
      });

    for (const changes of [{ closed: true }, { Closed: 'until Monday' }, { is_closed: true }, { notice: { text: 'Shut', closed: true } }, { Notices: [] }, { closures: [] }])
      it(`${JSON.stringify(changes)} on the contact itself`, () => {
        const { contact, problems } = readWith(changes);
        expect(contact).to.deep.equal({ ...good, hours: 'Mo-Fr 09:00-17:00; unknown' });
        expect(problems.map(({ code, used }) => [code, used])).to.deep.equal([['unknown-key', OPEN]]);
      });

    it('but a line that is said not to be closed stays open', () => {
      const { contact, problems } = readWith({ closed: false, notice: '', disclosed: true, announcement: 'x' });
      expect(contact).to.deep.equal(good);
      expect(problems.map(({ used }) => used)).to.deep.equal(['the rest', 'the rest', 'the rest', 'the rest']);
    });

    it('of every contact, where it stands beside them', () => {
      const { contacts } = read({ version: 1, notices: [{ text: 'Shut', closed: true }], contacts: [good, { ...good, id: 'other' }] });
      expect(contacts.map(({ hours }) => hours)).to.deep.equal(['Mo-Fr 09:00-17:00; unknown', 'Mo-Fr 09:00-17:00; unknown']);
    });

    it('of that contact alone', () => {
      const { contacts } = read(documentOf({ ...good, closed: true }, { ...good, id: 'other' }));
      expect(contacts.map(({ hours }) => hours)).to.deep.equal(['Mo-Fr 09:00-17:00; unknown', 'Mo-Fr 09:00-17:00']);
    });

    it('with the words of a notice that can be read', () => {
      const notice = { text: 'Shut', from: '2026-12-24', to: '2026-12-31' };
      expect(readWith({ notices: [{ ...notice, Closed: true }] }).contact!.notices).to.deep.equal([notice]);
    });

    it('and the other notices stay', () => {
      const notices = [{ text: 'Closed', from: 'x', to: 'y', closed: true }, { text: 'Busy', from: '2026-12-24', to: '2026-12-31' }];
      expect(readWith({ notices }).contact!.notices).to.deep.equal([notices[1]]);
    });
  });

  describe('texts', () => {
    const rows: readonly (readonly [name: string, given: string, shown: string, problem?: string])[] = [
      ['markup is text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
      ['white space', '  County\n\tService ', 'County Service'],
      ['accents and emoji with joiners', 'Tŷ 👩‍👩‍👧', 'Tŷ 👩‍👩‍👧'],
      ['a bidi override', '\u202eCounty\u202c', 'County', 'invisible'],
      ['a bidi isolate', '\u2066County\u2069', 'County', 'invisible'],
      ['a zero-width space', 'Coun\u200bty', 'County', 'invisible'],
      ['a byte order mark', '\ufeffCounty', 'County', 'invisible'],
      ['a null', 'Coun\0ty', 'County', 'invisible'],
      ['a lone surrogate', 'County\ud83d', 'County', 'invisible'],
      ['tag characters', 'County\u{e0041}', 'County', 'invisible'],
      ['a private character', 'County\ue000', 'County', 'invisible'],
      ['marks piled up', `Co${'\u0301'.repeat(60)}unty`, `Co${'\u0301'.repeat(4)}unty`, 'invisible'],
    ];
    for (const [name, given, shown, problem] of rows)
      it(name, () => {
        const { contact, codes } = readWith({ name: given });
        expect(contact!.name).to.equal(shown);
        expect(codes).to.deep.equal(problem ? [`${problem} /contacts/0/name`] : []);
      });

    it('comments in hours', () => {
      const { contact, codes } = readWith({ hours: ' Mo 09:00-10:00 open "by \u202ephone" ' });
      expect(contact!.hours).to.equal('Mo 09:00-10:00 open "by phone"');
      expect(codes).to.deep.equal(['invisible /contacts/0/hours']);
    });
  });

  describe('addresses', () => {
    const link = (href: unknown, kind = 'chat') => readWith({ links: [{ kind, href }] }).contact!.links!.map((entry) => entry.href);
    const refused: readonly string[] = [
      'http://example.org/', '//example.org/', '/page', 'page', '', 'example.org', '#', 'javascript:alert(1)', 'JavaScript:alert(1)', 'java\nscript:alert(1)',
      '\u0001javascript:alert(1)', 'data:text/html,<script>', 'vbscript:x', 'blob:https://example.org/x', 'file:///etc/passwd', 'tel:999', 'sms:999', 'һttps://example.org/', 'httрs://example.org/',
      'javascript:https://example.org/', 'view-https://example.org/', 'https:example.org', 'https:/example.org', 'https:\\\\example.org', 'https://\\example.org', 'https:///example.org', ' https://example.org/', 'https://example.org/ ', 'https://exa\tmple.org/', 'https://example.org/a\nb',
      'https://user@example.org/', 'https://user:pass@example.org/', 'https://@example.org/', 'https://', 'https://[', 'https://exam\u202eple.org/', `https://example.org/${'a'.repeat(2000)}`,
      'mailto:', 'mailto:nobody', 'mailto:@', 'mailto:a@b c', 'mailto:a@b\r\nbcc:c@d',
    ];
    for (const href of refused)
      it(`refuses ${JSON.stringify(href).slice(0, 60)}`, () => {
        expect(link(href)).to.deep.equal([]);
        expect(readWith({ source: href }).contact!.source).to.equal(undefined);
      });

    const accepted: readonly (readonly [given: string, href: string])[] = [
      ['https://example.org', 'https://example.org/'],
      ['https://EXAMPLE.org/A?b=c#d', 'https://example.org/A?b=c#d'],
      ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
      ['https://example.org/@us', 'https://example.org/@us'],
      ['mailto:help@example.org', 'mailto:help@example.org'],
      ['mailto:help@example.org?subject=Help', 'mailto:help@example.org?subject=Help'],
    ];
    for (const [given, href] of accepted) it(`accepts ${given}`, () => expect(link(given)).to.deep.equal([href]));
  });

  describe('messages', () => {
    it('name the place, the contact, the value, what is expected and what is used', () => {
      const { problems } = read(documentOf({ ...good, id: 'paladin', number: '0808-802' }));
      expect(problems).to.deep.equal([
        {
          code: 'bad-value',
          pointer: '/contacts/0/number',
          used: 'the built-in contact',
          message:
            '/contacts/0/number of "paladin" cannot be "0808-802": expected 3 to 15 digits with single spaces, or + and a country code, without its 0. Using the built-in contact.',
        },
      ]);
    });

    it('say where the hours go wrong', () => {
      const { problems } = readWith({ hours: 'Mo-Fr 09:00-17:00; Sat 10-12' });
      expect(problems[0]!.message).to.match(/^\/contacts\/0\/hours of "county-service" cannot be "Mo-Fr 09:00-17:00; Sat 10-12": .*offset 19: found "Sat".* Using the other contacts\.$/i);
    });

    it('say what is expected', () => {
      const notice = { text: 'Busy', from: '2026-12-02', to: '2026-12-03' };
      const rows: readonly (readonly [changes: object, expected: RegExp])[] = [
        [{ id: 'County' }, /a lower-case letter, then lower-case letters, digits or hyphens; not emergency/],
        [{ name: '' }, /at most 300 characters/],
        [{ name: {} }, /expected text/],
        [{ name: { en: 'Name', 'en_GB': 'Name' } }, /a language such as cy/],
        [{ name: 'Coun\u200bty' }, /no invisible characters/],
        [{ hours: '' }, /opening hours/],
        [{ hours: 'PH off' }, /\/holidays of "county-service" is missing: .*bank holidays PH means: england-and-wales or scotland or northern-ireland/],
        [{ holidays: 'wales' }, /england-and-wales or scotland or northern-ireland/],
        [{ coverage: [] }, /a nation/],
        [{ coverage: 'wales' }, /a list/],
        [{ checkedOn: '1/11/2026' }, /a date such as 2026-12-24/],
        [{ source: 'http://example.org/' }, /https:\/\/ URL/],
        [{ links: [{ kind: 'phone', href: 'https://example.org/' }] }, /website or chat or email or report/],
        [{ links: [{ kind: 'chat', href: 'http://example.org/' }] }, /https:\/\/ or mailto: URL/],
        [{ links: ['https://example.org/'] }, /an object with kind href/],
        [{ notices: [{ ...notice, to: '2026-12-01' }] }, /a day from 2026-12-02 on/],
        [{ notices: [{ ...notice, closed: 'no' }] }, /true or false/],
      ];
      for (const [changes, expected] of rows) {
        const { problems } = readWith(changes);
        expect(problems, JSON.stringify(changes)).to.have.length(1);
        expect(problems[0]!.message).to.match(expected);
      }
      expect(read(undefined).problems[0]!.message).to.match(/^The data is missing: expected an object with version contacts\./);
      expect(read([good]).problems[0]!.message).to.match(/^The data cannot be a list: expected an object with version contacts\./);
      expect(read(documentOf(good, good)).problems[0]!.message).to.match(/a unique id/);
    });

    it('call a contact by an id that is text, and by its place else', () => {
      expect(readWith({ id: 7 }).problems[0]!.message).to.match(/^\/contacts\/0\/id cannot be 7:/);
    });

    it('list the keys there are', () => {
      expect(readWith({ phone: '1' }).problems[0]!.message).to.include('expected one of id,name,organisation,purpose,number');
    });

    it('tell a space from what only looks like one', () => {
      expect(readWith({ number: '01632\u00a0960 123' }).problems[0]!.message).to.include('cannot be "01632%C2%A0960 123"');
    });

    it('show what cannot be seen, and are short', () => {
      for (const text of ['', '\n']) {
        const { problems } = readWith({ id: `\u202e${'x'.repeat(9999)}${text}${'x'.repeat(9999)}` });
        expect(problems[0]!.message).to.include('%E2%80%AE').and.to.have.length.below(400);
      }
    });

    it('are at most 50, and then one says how many more', () => {
      const { problems } = read(documentOf(...Array.from({ length: 50 }, () => ({ ...good, number: 'x', hours: 'x' }))));
      expect(problems).to.have.length(51);
      expect(problems.at(-1)).to.deep.equal({ code: 'more-problems', pointer: '', used: 'what could be read', message: 'Further problems in the data: 50.' });
    });

    it('are 50 where there are 50', () => {
      expect(read(documentOf(...Array.from({ length: 50 }, () => ({ ...good, number: 'x' })))).problems).to.have.length(50);
    });
  });

  describe('hostile objects', () => {
    const trap = (): never => {
      throw new Error('trap');
    };
    const throwing = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap });
    const revoked = () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      return proxy;
    };
    const cyclic: Record<string, unknown> = { ...good, id: 'cyclic' };
    cyclic.links = [cyclic];
    cyclic.name = cyclic.links;
    const sparse = [];
    sparse[4_294_967_294 - 1] = good;
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    const rows: readonly (readonly [name: string, document: unknown])[] = [
      ['a proxy that throws', throwing],
      ['a list with a proxy that throws', documentOf(throwing)],
      ['a revoked proxy', revoked()],
      ['a revoked proxy as the list', { version: 1, contacts: revoked() }],
      ['a list whose length throws', { version: 1, contacts: new Proxy([], { get: trap }) }],
      ['a list whose length is a symbol', { version: 1, contacts: new Proxy([], { get: () => Symbol('x') }) }],
      ['a list of endless length', { version: 1, contacts: new Proxy([], { get: (_, key) => (key === 'length' ? Infinity : good), getOwnPropertyDescriptor: trap }) }],
      ['a cycle', documentOf(cyclic)],
      ['a sparse list', { version: 1, contacts: sparse }],
      ['deep nesting', { version: 1, contacts: deep }],
      ['a deep name', documentOf({ ...good, name: deep })],
      ['values of every type', documentOf(...[Symbol('x'), 1n, () => 1, new Date(), new Map(), /x/, NaN, new String('x'), Object.create(null), globalThis.document?.body, globalThis])],
      ['fields of every type', documentOf({ ...good, name: Symbol('x'), cost: 1n, hours: () => 1, id: new Date(), number: { toString: trap, valueOf: trap }, links: { [Symbol.iterator]: trap } })],
      ['thousands of keys', documentOf(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1])))],
      // No more of it: Firefox, once it has compiled the reading of good contacts, takes a third of the time for those.
      ['megabytes of text', documentOf({ ...good, name: 'a'.repeat(2_000_000), hours: 'Mo,'.repeat(400_000), number: '0'.repeat(2_000_000), id: '-'.repeat(2_000_000) })],
      ['megabytes in a key', documentOf({ ...good, number: 'x', ['~/'.repeat(1_000_000)]: 1 })],
    ];
    /** Fifty good contacts, so often that the coarse clock of a browser can tell how long they take. */
    const usual = documentOf(...Array.from({ length: 50 }, (_, index) => ({ ...good, id: `c${index}` })));
    const readUsual = () => {
      for (let time = 0; time < 40; time++) read(usual);
    };
    for (const [name, document] of rows)
      it(`${name}: a problem, nothing thrown, in less time than forty documents of fifty good contacts take`, () => {
        expect(timesAsLong(1, () => read(document), readUsual, () => {})).to.be.below(1);
        const { contacts, problems } = read(document);
        expect(contacts).to.deep.equal([]);
        expect(problems).to.have.length.within(1, 51);
        expect(JSON.stringify(problems)).to.have.length.below(60_000);
      });

    it('a getter that throws costs only its detail', () => {
      const contact = Object.defineProperty({ ...good }, 'purpose', { enumerable: true, get: trap });
      const { contacts, codes } = read(documentOf(contact));
      expect(contacts).to.deep.equal([good]);
      expect(codes).to.deep.equal(['bad-value /contacts/0/purpose']);
    });

    it('a getter that answers differently each time cannot smuggle anything in', () => {
      const answers = (...values: unknown[]) => ({ enumerable: true, get: () => (values.length > 1 ? values.shift() : values[0]) });
      const contact = Object.defineProperties({ ...good }, { id: answers('a', 'emergency'), number: answers('101', '*#'), hours: answers('24/7', 'x') });
      const { contacts } = read(documentOf(contact));
      expect(contacts.some(({ id }) => id === 'emergency')).to.equal(false);
      for (const { number, hours } of contacts) {
        expect(number).to.equal('101');
        expect(hours).to.equal('24/7');
      }
    });

    it('reads own properties only: a polluted prototype adds nothing', () => {
      const polluted = { version: 1, contacts: [good], links: [{ kind: 'chat', href: 'https://evil.example/' }], cost: 'Evil', holidays: 'scotland' };
      const names = ['links', 'cost', 'holidays'] as const;
      for (const name of names) Object.defineProperty(Object.prototype, name, { configurable: true, value: polluted[name] });
      try {
        expect(JSON.stringify(read(documentOf(good)).contacts)).to.equal(JSON.stringify([good]));
      } finally {
        for (const name of names) delete (Object.prototype as Record<string, unknown>)[name];
      }
    });

    it('names of the prototype stay names', () => {
      const document: unknown = JSON.parse(
        `{"version":1,"__proto__":{"x":1},"contacts":[{"id":"constructor","name":{"en":"Name","__proto__":"x","constructor":"x"},"number":"101","hours":"24/7","__proto__":{"links":[]},"prototype":1}]}`,
      );
      const { contacts, codes } = read(document);
      expect(contacts).to.deep.equal([{ id: 'constructor', name: { en: 'Name' }, number: '101', hours: '24/7' }]);
      expect(Object.getPrototypeOf(contacts[0])).to.equal(Object.prototype);
      expect(Object.getPrototypeOf(contacts[0]!.name)).to.equal(Object.prototype);
      expect(codes).to.have.members([
        'unknown-key /__proto__',
        'unknown-key /contacts/0/__proto__',
        'unknown-key /contacts/0/prototype',
        'unknown-key /contacts/0/name/__proto__',
        'unknown-key /contacts/0/name/constructor',
      ]);
      expect(({} as Record<string, unknown>).x).to.equal(undefined);
    });

    it('of thousands of contacts the first 50 are read, and one problem says so', () => {
      const { contacts, problems } = read(documentOf(...Array.from({ length: 5000 }, (_, index) => ({ ...good, id: `c${index}` }))));
      expect(contacts).to.have.length(50);
      expect(problems).to.deep.equal([
        {
          code: 'too-many',
          pointer: '/contacts',
          used: 'the first 50',
          message: '/contacts cannot be 5000: expected at most 50 entries. Using the first 50.',
        },
      ]);
    });
  });

  it('the built-in data is as good as what is asked of hosts', () => {
    const { contacts, problems } = read(documentOf(...publishedContacts.slice(1)));
    expect(problems).to.deep.equal([]);
    expect(contacts).to.deep.equal(publishedContacts.slice(1));
  });
});
