/** What becomes of single details: texts, addresses, notices, and closures above all. */
import { expect } from '@open-wc/testing';
import { parseOpeningHours } from '../../../src/hours/parse.js';
import { documentOf, good, read, readWith } from '../reading.js';

describe('readContacts', () => {
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
      [
        'a language with a part of one letter',
        { name: { en: 'Name', 'en-x': 'Other' } },
        { name: { en: 'Name' } },
        'unknown-key /contacts/0/name/en-x',
      ],
      [
        'a part of a language that is not letters',
        { name: { en: 'Name', 'en-+!': 'Other' } },
        { name: { en: 'Name' } },
        'unknown-key /contacts/0/name/en-+!',
      ],
      ['one language', { name: { en: 'Name', en_GB: 'Other' } }, { name: { en: 'Name' } }, 'unknown-key /contacts/0/name/en_GB'],
      [
        'one link of two',
        {
          links: [
            { kind: 'chat', href: 'javascript:alert(1)' },
            { kind: 'chat', href: 'https://example.org/' },
          ],
        },
        { links: [{ kind: 'chat', href: 'https://example.org/' }] },
        'bad-value /contacts/0/links/0/href',
      ],
      [
        'the text of a link',
        { links: [{ kind: 'chat', href: 'https://example.org/', text: '' }] },
        { links: [{ kind: 'chat', href: 'https://example.org/' }] },
        'bad-value /contacts/0/links/0/text',
      ],
      [
        'a website by mail',
        { links: [{ kind: 'website', href: 'mailto:help@example.org' }] },
        { links: [] },
        'bad-value /contacts/0/links/0/href',
      ],
      [
        'a link of unknown kind',
        { links: [{ kind: 'Chat', href: 'https://example.org/' }] },
        { links: [] },
        'bad-value /contacts/0/links/0/kind',
      ],
      ['an empty text for a message', { notices: [' '] }, { notices: [] }, 'bad-value /contacts/0/notices/0'],
      ['a number for a message', { notices: [7] }, { notices: [] }, 'bad-value /contacts/0/notices/0'],
      [
        'a message without its days',
        { notices: [{ text: 'Busy' }] },
        { notices: [] },
        'missing /contacts/0/notices/0/from',
        'missing /contacts/0/notices/0/to',
      ],
      [
        'a message that ends before it starts',
        { notices: [{ text: 'Busy', from: '2026-12-02', to: '2026-12-01' }] },
        { notices: [] },
        'bad-value /contacts/0/notices/0/to',
      ],
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

    for (const changes of [
      { closed: true },
      { Closed: 'until Monday' },
      { is_closed: true },
      { notice: { text: 'Shut', closed: true } },
      { Notices: [] },
      { closures: [] },
    ])
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
      const notices = [
        { text: 'Closed', from: 'x', to: 'y', closed: true },
        { text: 'Busy', from: '2026-12-24', to: '2026-12-31' },
      ];
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
      'http://example.org/',
      '//example.org/',
      '/page',
      'page',
      '',
      'example.org',
      '#',
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      'blob:https://example.org/x',
      'file:///etc/passwd',
      'tel:999',
      'sms:999',
      'һttps://example.org/',
      'httрs://example.org/',
      'javascript:https://example.org/',
      'view-https://example.org/',
      'https:example.org',
      'https:/example.org',
      'https:\\\\example.org',
      'https://\\example.org',
      'https:///example.org',
      ' https://example.org/',
      'https://example.org/ ',
      'https://exa\tmple.org/',
      'https://example.org/a\nb',
      'https://user@example.org/',
      'https://user:pass@example.org/',
      'https://@example.org/',
      'https://',
      'https://[',
      'https://exam\u202eple.org/',
      `https://example.org/${'a'.repeat(2000)}`,
      'mailto:',
      'mailto:nobody',
      'mailto:@',
      'mailto:a@b c',
      'mailto:a@b\r\nbcc:c@d',
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
});
