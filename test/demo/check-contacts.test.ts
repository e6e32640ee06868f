import { expect } from '@open-wc/testing';
import { checkContacts, isContactDocument } from '../../demo/check-contacts.js';
import { readSaved } from '../../demo/saved-file.js';

const NOW = Date.parse('2026-11-25T10:00Z');
const undated = {
  id: 'westmere',
  name: 'Westmere',
  number: '01632 960 123',
  hours: 'Mo-Fr 09:00-17:00; PH off',
  holidays: 'england-and-wales',
};
const contact = { ...undated, checkedOn: '2026-11-01' };
const check = (...contacts: object[]) => checkContacts(JSON.stringify({ version: 1, contacts }), NOW);
/** What is wrong with hours but for the bank holidays, which most of them do without. */
const slips = (hours: string) =>
  check({ ...contact, hours })
    .findings.filter(({ code }) => code !== 'no-holidays')
    .map(({ code, severity }) => [code, severity]);

describe('the checker, given a contact document', () => {
  it('knows one from the HTML of a page', () => {
    expect(isContactDocument(' \n{ "version": 1 }')).to.equal(true);
    for (const list of ['[', '[]', '[\n  { "id": "x" }]']) expect(isContactDocument(list), list).to.equal(true);
    for (const html of ['<p>{}</p>', '{% extends "base.html" %}', '{{ content }}', '{# a note #}', '[vc_row]<p>News</p>[/vc_row]'])
      expect(isContactDocument(html), html).to.equal(false);
  });

  for (const [name, text, cause, todo] of [
    ['a comment before it', '// Our numbers\n{ "version": 1 }', 'has a comment', 'Take the comment out'],
    ['a comment over lines', '/* Our numbers */ { "version": 1 }', 'has a comment', 'Take the comment out'],
    ['a comment in it', '{ "version": 1, // since May\n"contacts": [] }', 'has a comment', 'Take the comment out'],
    ['a Markdown fence', '```json\n{ "version": 1 }\n```', 'a Markdown fence', 'lines of ```'],
    ['a variable', 'const contacts = { version: 1, contacts: [] };', 'a line of JavaScript', 'from the first {'],
    ['an export', 'export default { "version": 1 };', 'a line of JavaScript', 'from the first {'],
    ['a property', 'window.ours = { "version": 1 };', 'a line of JavaScript', 'from the first {'],
    ['quotation marks', String.raw`"{ \"version\": 1, \"contacts\": [] }"`, 'a text in quotation marks', 'from the first {'],
    ['other quotation marks', `'{ "version": 1 }'`, 'a text in quotation marks', 'from the first {'],
    [
      'quotation marks and an address',
      String.raw`"{ \"version\": 1, \"source\": \" // \" }"`,
      'a text in quotation marks',
      'from the first {',
    ],
    ['no braces', '"version": 1, "contacts": []', 'no JSON', 'straight quotation marks'],
    ['blanks that look like any other', '{ "version": 1,\n\u00a0 "contacts": [] }', 'blanks', 'space bar'],
    ['blanks and quotation marks of a word processor', '{\u00a0“version”: 1 }', 'no JSON: ', 'straight quotation marks'],
    ['blanks within a text, which are right', '{ "version": 1, "a": "0808\u00a0802", }', 'no JSON: ', 'none after the last'],
    ['an address, which is no comment', '{ "version": 1, "source": "https://a.example/ // b", }', 'no JSON: ', 'none after the last'],
  ] as const)
    it(`knows a document by its words, and says what is no JSON: ${name}`, () => {
      expect(isContactDocument(text)).to.equal(true);
      const { findings } = checkContacts(text, NOW);
      expect(findings.map(({ code, severity }) => [code, severity])).to.deep.equal([['src-json', 'error']]);
      expect(findings[0]!.what).to.contain(cause);
      expect(findings[0]!.todo).to.contain(todo);
    });

  it('knows words and HTML about a document from one', () => {
    for (const text of ['The version: 1.2 of { this }', 'Our contacts: call us', '<p>{ "version": 1 }</p>', '<!-- a --> { "version": 1 }'])
      expect(isContactDocument(text), text).to.equal(false);
  });

  it('passes over the mark of UTF-8, once, as the panel does', () => {
    const text = `\ufeff${JSON.stringify({ version: 1, contacts: [contact] })}`;
    expect(isContactDocument(text)).to.equal(true);
    expect(checkContacts(text, NOW)).to.deep.equal({ found: { contact: 1 }, findings: [] });
    expect(checkContacts(`\ufeff${text}`, NOW).findings.map(({ code }) => code)).to.deep.equal(['src-json']);
  });

  it('says what is not saved as UTF-8, which the panel reads alone', () => {
    const bytes = Uint8Array.from(JSON.stringify({ version: 1, contacts: [{ ...contact, name: 'Caf\xe9' }] }), (character) =>
      character.charCodeAt(0),
    );
    const file = readSaved(bytes);
    const { found, findings } = checkContacts(file.text, NOW, file);
    expect(found).to.deep.equal({ contact: 1 });
    expect(findings.map(({ code, severity, todo }) => [code, severity, todo])).to.deep.equal([
      ['src-encoding', 'error', 'Save it as UTF-8.'],
    ]);
  });

  it('says what is larger than the panel reads, in bytes', () => {
    const text = JSON.stringify({ version: 1, contacts: [contact] });
    const codes = (size: number) =>
      checkContacts(text + ' '.repeat(size - text.length), NOW).findings.map(({ code, severity }) => [code, severity]);
    expect(codes(262144)).to.deep.equal([]);
    expect(codes(262145)).to.deep.equal([['src-size', 'error']]);
    expect(
      checkContacts(JSON.stringify({ version: 1, contacts: [], note: 'é'.repeat(140_000) }), NOW).findings.map(({ code }) => code),
    ).to.include('src-size');
  });

  it('has nothing to say about what is right', () => expect(check(contact)).to.deep.equal({ found: { contact: 1 }, findings: [] }));

  it('says what hours that do not parse probably mean', () => {
    const { found, findings } = check({ ...contact, hours: 'Monday to Friday 9am to 5pm' });
    expect(found).to.deep.equal({});
    expect(findings).to.have.lengthOf(1);
    expect(findings[0]).to.include({ code: 'bad-value', severity: 'error', where: '/contacts/0/hours' });
    expect(findings[0]!.todo).to.contain('"Mo-Fr 09:00-17:00"');
  });

  it('names every other problem by its place', () => {
    const { findings } = check({ ...contact, id: 'emergency' }, { ...contact, 'a/b': 1 }, { ...contact, hours: 'when we can' });
    expect(findings.map(({ where }) => where)).to.deep.equal(['/contacts/0/id', '/contacts/1/a~1b', '/contacts/2/hours']);
    for (const { todo } of findings) expect(todo).to.contain('README');
  });

  it('warns of hours that have grown old, or have no day', () => {
    expect(
      check({ ...contact, checkedOn: '2025-11-24' }, { ...undated, id: 'other' }).findings.map(({ code, severity, what }) => [
        code,
        severity,
        what,
      ]),
    ).to.deep.equal([
      ['old-hours', 'warning', 'The hours of "westmere" were last checked on 2025-11-24: the panel says “usually”.'],
      ['old-hours', 'warning', 'The hours of "other" were last checked on no stated day: the panel says “usually”.'],
    ]);
    expect(check({ ...undated, hours: '24/7' }).findings).to.deep.equal([]);
  });

  it('warns of closures that a later rule opens again', () => {
    for (const hours of [
      'PH off; Mo-Fr 09:00-17:00',
      'Dec 25 off, Mo-Fr 09:00-17:00',
      'Mo-Th 09:00-17:00; PH off; Fr 09:00-15:00',
      'Mo off; 09:00-17:00',
      'Sa,Su off; 24/7',
      'Mo-Fr 12:00-13:00 off; 09:00-17:00',
      'Mo-Fr 09:00-17:00; Dec 25 off; PH 10:00-12:00',
      'Mo-Fr 09:00-17:00; PH off; Jul 20-Aug 31 Mo-Fr 10:00-14:00',
      'Mo-Fr 09:00-17:00; PH off; Aug 1-31 Mo-Fr 10:00-14:00',
      'Mo-Fr 09:00-17:00; PH off; Jul 20-Aug 31 Mo-Fr 10:00-14:00; Dec 24-31 PH off',
      'Mo-Fr 09:00-17:00; PH off; Jul 20-Aug 31 Mo-Fr 10:00-14:00; PH 12:00-13:00 off',
    ])
      expect(slips(hours), hours).to.deep.equal([['closes-nothing', 'warning']]);
    for (const hours of [
      'Mo-Fr 09:00-17:00; PH off',
      'Sa off; Mo-Fr 09:00-17:00',
      'off; Mo-Fr 09:00-17:00',
      'Mo-Fr 09:00-17:00; PH off; Sa 10:00-12:00; Dec 25-26,Jan 1 off',
      'Mo-Fr 09:00-17:00; Mo off; PH 10:00-12:00',
      'Mo-Fr 09:00-17:00; Fr off; 2026 Dec 24 10:00-12:00',
      'Mo-Fr 09:00-17:00; Jul 20-Aug 31 Mo-Fr 10:00-14:00; PH off',
      'Mo-Fr 09:00-17:00; PH off; Dec 27-31 Mo-Fr 10:00-14:00',
      'Mo-Fr 09:00-17:00; Jul 20-Aug 31 Fr off; Jul 20-Aug 31 Mo-Th 10:00-14:00',
      'Mo-Fr 09:00-17:00; PH off; Jun 1-Aug 31 Sa 10:00-12:00',
      'Mo-Fr 09:00-17:00; PH off; Jul 1-Aug 31 Mo-Su,PH 09:00-20:00',
      'Mo-Fr 09:00-17:00; PH off; Jul 20-Aug 31 Mo-Fr 10:00-14:00; PH off',
      'Mo-Fr 09:00-17:00; PH off; Jul 20-Aug 31 Mo-Fr 10:00-14:00; Jul 20-Aug 31 PH off',
    ])
      expect(slips(hours), hours).to.deep.equal([]);
  });

  it('warns of hours that never open the line', () => {
    for (const hours of ['closed', 'PH off', 'Sa,Su off; PH closed'])
      expect(slips(hours), hours).to.deep.equal([['never-opens', 'warning']]);
    for (const hours of ['unknown', 'Mo unknown; PH off']) expect(slips(hours), hours).to.deep.equal([]);
  });

  it('warns of hours that others of the same days take the place of', () => {
    for (const hours of [
      'Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00',
      'Mo-Fr 09:00-17:00; We 17:00-20:00',
      '09:00-12:00; 13:00-17:00',
      'PH 09:00-12:00; PH 13:00-17:00',
    ])
      expect(slips(hours), hours).to.deep.equal([['hours-replaced', 'warning']]);
    for (const hours of [
      'Mo-Fr 09:00-17:00; We 09:00-13:00',
      'Mo-Fr 09:00-12:00, Mo-Fr 13:00-17:00',
      'Mo-Fr 09:00-17:00; PH 18:00-20:00',
      'Mo-Fr 09:00-17:00; 2026 Dec 24 18:00-20:00',
      'Mo-Fr 09:00-17:00; Sa 18:00-20:00',
      'Mo-Fr 09:00-17:00; 17:00-09:00 unknown "answerphone"',
    ])
      expect(slips(hours), hours).to.deep.equal([]);
  });

  it('warns of nights that a closed or changed day leaves after midnight', () => {
    expect(slips('Mo-Su 20:00-02:00; PH off')).to.deep.equal([
      ['morning-left', 'warning'],
      ['holiday-moved', 'warning'],
    ]);
    for (const hours of [
      'Mo-Su 20:00-02:00; PH off; Dec 25-26,Jan 1 off',
      'Mo-Fr 20:00-02:00; PH 20:00-23:00',
      '20:00-26:00; Dec 25 off',
      'Fr 22:00-03:00; Dec 24-Dec 26 off',
      'Fr 22:00-03:00; 2026 Dec 24-25 off',
    ])
      expect(slips(hours), hours).to.deep.equal([['morning-left', 'warning']]);
    for (const hours of [
      'Mo-Fr 20:00-02:00; PH 20:00-02:00 off',
      'Sa,Su 20:00-02:00; PH off; Dec 25-26,Jan 1 20:00-02:00 off',
      'Mo-Fr 20:00-24:00; PH off',
      'Mo-Fr 20:00-02:00, PH 10:00-12:00',
      'Mo-Fr 20:00-02:00; Dec 24 Mo-Fr 20:00-01:00',
      'Fr 22:00-03:00; 2026 Dec 24-26 off',
      'Mo-Fr 20:00-02:00; PH 23:00-02:00 off',
      'Mo-Su 17:00-09:00; PH 00:00-24:00',
    ])
      expect(slips(hours), hours).to.deep.equal([]);
  });

  it('warns of afternoons by the 12-hour clock', () => {
    for (const hours of [
      'Mo-Fr 9:00-5:00',
      'Mo-Fr 9:00-12:00,1:00-5:00',
      'Mo-Fr 09:30-04:00',
      'Mo-Fr 12:30-5:00',
      '9:00-9:00',
      'Mo 09:00-05:00 unknown',
      'Mo-Fr 09:00-12:00,12:30-04:30',
    ])
      expect(slips(hours), hours).to.deep.equal([['twelve-hours', 'warning']]);
    for (const hours of [
      '17:00-09:00',
      '20:00-02:00',
      '10:00-02:00',
      '24/7',
      'Mo-Fr 00:00-24:00',
      '15:00+',
      'Mo-Fr 09:00-12:00,13:00-17:00',
      'Mo-Fr 09:00-17:00; Mo 09:00-05:00 off',
      'Mo-Th 16:30-09:00',
      'Mo-Su 20:00-24:00,00:00-06:00',
      'Mo-Fr 13:00-17:00,09:00-12:00',
      'Mo-Su 08:00-26:00',
    ])
      expect(slips(hours), hours).to.deep.equal([]);
  });

  for (const [code, wrong, right] of [
    [
      'all-day',
      ['Mo; We; Fr 09:00-17:00', 'Mo-Fr; 09:00-17:00', 'Mo-Fr 09:00-17:00; Dec 25-Jan 1', 'Mo-Fr 09:00-17:00; PH'],
      [
        '24/7',
        '24/7; PH off; Dec 25-26,Jan 1 off',
        'Mo-Fr 09:00-17:00; Dec 25-Jan 1 off',
        'Mo-Fr 00:00-24:00; PH off',
        'Mo-Fr 09:00-17:00; Sa unknown',
      ],
    ],
    [
      'adds-nothing',
      [
        'Mo-Fr 09:00-17:00, Fr 09:00-16:30',
        'Mo-Su 09:00-17:00, Dec 24 09:00-12:00',
        '09:00-17:00, Mo 10:00-11:00',
        'Mo-Fr 09:00-17:00, PH 09:00-12:00',
        'Mo-Sa 08:00-20:00, Su,PH 10:00-16:00',
        'Mo-Fr 08:00-18:00, Sa 09:00-13:00, PH 10:00-12:00',
      ],
      [
        'Mo-Fr 09:00-17:00; Fr 09:00-16:30',
        'Mo-Fr 09:00-17:00, We 18:00-20:00',
        'Mo-Fr 09:00-17:00, Fr 09:00-18:00',
        'Mo-Th 09:00-17:00, Fr 09:00-16:30',
        'Mo-Fr 09:00-17:00; PH 09:00-12:00',
        'Mo-Fr 09:00-17:00, Sa,PH 09:00-17:00',
        'Mo-Su 17:00-08:00, Sa,Su,PH 00:00-24:00',
        'Sa,Su 09:00-17:00, PH 10:00-12:00',
        'Mo-Fr 09:00-17:00, Th 15:00-16:00 unknown',
        'Mo-Fr 09:00-17:00; PH off; Dec 24 off, Dec 24 Mo-Fr 09:00-12:00',
        'Mo-Fr 09:00-17:00; PH off, 2026 Dec 28 10:00-12:00',
      ],
    ],
    [
      'weekend-dates',
      [
        'Mo-Fr 09:00-17:00; Dec 24,31 09:00-12:00',
        'Mo-Fr 09:00-17:00; Jun 1-Aug 31 10:00-16:00',
        'Mo-Sa 09:00-17:00; 2026 Dec 23-27 10:00-12:00',
      ],
      [
        'Mo-Fr 09:00-17:00; PH off; 2026 Dec 5 10:00-16:00',
        'Mo-Fr 09:00-17:00; Dec 24,31 Mo-Fr 09:00-12:00',
        'Mo-Fr 09:00-17:00; 2026 Dec 24 09:00-12:00',
        'Mo-Su 09:00-17:00; Dec 24 09:00-12:00',
        'Mo-Fr 09:00-17:00; Dec 24 Mo-Su 09:00-12:00',
        'Jun 1-Aug 31 10:00-16:00',
      ],
    ],
    [
      'holidays-replaced',
      [
        'Mo-Th,PH 09:00-17:00; Fr 09:00-16:30',
        'Mo-Fr 09:00-17:00; PH 10:00-14:00; Fr 09:00-16:00',
        'Mo-Fr 09:00-17:00; PH unknown; Mo 10:00-17:00',
      ],
      [
        'Mo-Th 09:00-17:00; Fr 09:00-16:30; PH 09:00-17:00',
        'Mo-Su,PH 09:00-21:00; Su 10:00-16:00',
        'Mo-Fr,PH 09:00-17:00; Sa,PH 10:00-12:00',
        'Mo-Fr,PH 09:00-17:00; Fr 09:00-16:00; PH off',
        'Mo-Fr,PH 09:00-17:00, We 18:00-20:00',
      ],
    ],
    [
      'unsure-always',
      [
        'Mo-Fr 09:00-17:00; "by appointment"',
        'Mo-Fr 09:00-17:00, unknown',
        'Mo-Fr 09:00-17:00; PH off; unknown "leave a message"',
        '24/7, Mo unknown, "leave a message"',
        'Mo-Fr 09:00-17:00; Mo-Su "leave a message"',
        'Mo-We 09:00-17:00, Fr 09:00-12:00; Mo-Fr unknown',
        'Mo-Fr 09:00-17:00, Mo-Su 00:00-24:00 unknown "answerphone"',
      ],
      [
        'unknown "leave a message", Mo-Fr 09:00-17:00; PH off',
        'Mo-Fr 09:00-17:00 open "in English"',
        'Mo-Fr 09:00-17:00, Mo-Fr 17:00-20:00 "leave a message"',
        'Mo-Fr 09:00-17:00; Sa "by appointment"',
        'Mo-Fr 09:00-17:00; We,Fr unknown "court days"',
        'Mo-Fr 09:00-17:00; Sa,Su,PH unknown "leave a message"',
        'Mo-Su "leave a message", Mo-Fr 09:00-17:00',
        'unknown; unknown "leave a message"',
      ],
    ],
    [
      'comment-closed',
      ['Mo-Fr 09:00-17:00; Dec 27-31 "closed"', 'Mo-Fr 09:00-17:00; Fr "training closure"'],
      [
        'Mo-Fr 09:00-17:00; Dec 27-31 off "closed"',
        'Mo-Fr 09:00-17:00; Fr unknown "may close early"',
        'Mo-Fr 09:00-17:00; PH unknown "closed on most bank holidays"',
        'Mo-Fr 09:00-17:00; Sa 10:00-12:00 unknown "closed in school holidays"',
      ],
    ],
    [
      'comment-unsure',
      [
        'Mo-Fr 09:00-17:00 "in English"',
        'Mo-Fr 09:00-17:00 "by text", We 13:00-16:00 "in Urdu"; PH off',
        'Mo-Fr 09:00-17:00, 17:00-20:00 "leave a message"',
        '24/7 "free to call"',
      ],
      [
        '"by appointment"',
        'Mo "by appointment"',
        'Mo-Fr "by appointment"; PH off',
        'Mo-Fr 09:00-17:00 open "in English"',
        'Mo-Fr 09:00-17:00 unknown "by appointment"',
        'unknown',
        'Mo-Fr 09:00-17:00; Sa "by appointment"',
        'Mo-Fr 09:00-17:00 "by text", We 13:00-16:00',
      ],
    ],
    [
      'hours-over',
      ['2026 Sep 21-2026 Nov 20 Mo-Fr 10:00-15:00'],
      ['2026 Sep 21-2026 Nov 27 Mo-Fr 10:00-15:00', '2027 Jan 4-2027 Jan 8 Mo-Fr 10:00-15:00'],
    ],
  ] as const)
    it(`warns of ${code}`, () => {
      for (const hours of wrong) expect(slips(hours), hours).to.deep.equal([[code, 'warning']]);
      for (const hours of right) expect(slips(hours), hours).to.deep.equal([]);
    });

  it('warns of office hours that forget bank holidays', () => {
    const codes = (hours: string) => check({ ...contact, hours }).findings.map(({ code, severity }) => [code, severity]);
    for (const hours of [
      'Mo-Fr 09:00-17:00',
      'Mo,We 09:00-17:00; Fr 09:00-12:00',
      'Mo-Fr 09:00-17:00; Dec 25 off',
      '2026 Nov 1-2027 Mar 31 Mo-Fr 09:00-17:00',
      'Sep 1-Jul 31 Mo-Fr 09:00-17:00',
    ])
      expect(codes(hours), hours).to.deep.equal([['no-holidays', 'warning']]);
    for (const hours of [
      'Mo-Fr 09:00-17:00; PH off',
      'Mo-Fr,PH 09:00-17:00',
      'Mo-Su 09:00-17:00',
      '24/7',
      'Mo-Fr 09:00-17:00; Sa 10:00-12:00',
      '2026 Dec 1-18 Mo-Fr 09:00-17:00',
      'Nov 1-20 Mo-Fr 09:00-17:00',
      'Dec 24-Jan 5 Mo-Fr 09:00-17:00',
    ])
      expect(codes(hours), hours).to.deep.equal([]);
  });

  it('warns of a line that closes on bank holidays and opens on Christmas Day, Boxing Day or New Year’s Day at a weekend', () => {
    const codes = (hours: string) => check({ ...contact, hours }).findings.map(({ code, severity }) => [code, severity]);
    for (const hours of [
      'Mo-Sa 09:00-17:00; PH off',
      'Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH off',
      'Mo-Fr 09:00-17:00; PH off; Sa 10:00-12:00',
      '24/7; PH off',
      'Sa,Su 20:00-02:00; PH off',
      '09:00-17:00; PH off',
      'Mo-Su 09:00-17:00; PH off; Dec 25 off',
      'Sep 1-Jul 31 Mo-Sa 09:00-17:00; PH off',
      'Sa 20:00-24:00; PH 20:00-24:00 off',
      '2026 Sep 1-2027 Jun 30 Mo-Sa 09:00-17:00; PH off',
      '2026 Mar 1-2027 Oct 31 Mo-Sa 09:00-17:00; PH off',
      'Mo-Su 09:00-21:00; Nov 1-Mar 31 18:00-21:00 off; PH off',
      'Sa,Su 09:00-17:00; Nov 1-Mar 31 Su off; PH off',
      'Jan 1-Oct 31 Mo-Sa 09:00-17:00; PH off',
    ])
      expect(codes(hours), hours).to.deep.equal([['holiday-moved', 'warning']]);
    for (const hours of [
      'Mo-Sa 09:00-17:00; PH off; Dec 25-26,Jan 1 off',
      'Mo-Sa 09:00-17:00; PH off; Dec 25-26,Jan 1 Sa,Su 10:00-16:00',
      'Mo-Sa 09:00-17:00; PH off; 2026 Dec 24-2027 Jan 3 off',
      'Mo-Fr 09:00-17:00; PH off',
      'Mo-Su,PH 09:00-17:00',
      'Mo-Su 09:00-17:00',
      'Mo-Fr 09:00-17:00; PH off; 2026 Dec 5 10:00-16:00',
      'Apr 1-Oct 31 Mo-Sa 09:00-17:00; PH off',
      'Mo-Su 09:00-17:00; Nov 1-Mar 31 off; PH off',
      'Mo-Fr 09:00-17:00; Apr 1-Sep 30 Sa 10:00-12:00; PH off',
      '2027 Feb 1-2027 Jun 30 Mo-Su 09:00-17:00; PH off',
      'Jan 1-Oct 31 Mo-Sa 09:00-17:00; PH off; Jan 1 off',
    ])
      expect(codes(hours), hours).to.deep.equal([]);
  });

  it('says what stands twice in one place, which no JSON parser tells', () => {
    const codes = (text: string) => checkContacts(text, NOW).findings.map(({ code, what }) => [code, what.split(' ', 1)[0]]);
    const one = JSON.stringify(contact);
    expect(codes(`{ "version": 1, "contacts": [${one}], "contacts": [] }`)).to.deep.equal([['name-twice', '"contacts"']]);
    expect(codes(`{ "version": 1, "contacts": [${one.replace('{', '{ "hours" : "24/7", ')}] }`)).to.deep.equal([['name-twice', '"hours"']]);
    // Brackets in texts open and close nothing.
    for (const bracket of ['}', ']', '{', '[']) {
      const own = (id: string) => JSON.stringify({ ...contact, purpose: `For all ${bracket}`, cost: `${bracket} Free`, id });
      expect(codes(`{ "version": 1, "contacts": [${own('one')}, ${own('two')}] }`), bracket).to.deep.equal([]);
      expect(codes(`{ "version": 1, "contacts": [${own('one').replace(/\}$/, ', "hours": "24/7" }')}] }`), bracket).to.deep.equal([
        ['name-twice', '"hours"'],
      ]);
    }
    expect(
      codes(`{ "version": 1, "contacts": [${one}, ${JSON.stringify({ ...contact, id: 'other', name: '", "name": "' })}] }`),
    ).to.deep.equal([]);
  });

  it('warns of numbers that nobody in the UK can call', () => {
    const codes = (number: string) => check({ ...contact, number }).findings.map(({ code, severity }) => [code, severity]);
    for (const number of [
      '8088020300',
      '808 802 0300',
      '2038664107',
      '800 123 456',
      '44 20 3866 4107',
      '1800 778 888',
      '0044 020 3866 4107',
      '00440203866410',
    ])
      expect(codes(number), number).to.deep.equal([['number', 'warning']]);
    for (const number of [
      '0808 802 0300',
      '020 3866 4107',
      '+44 20 3866 4107',
      '+353 1 778 8888',
      '0044 20 3866 4107',
      '116 123',
      '101',
      '18001 101',
      '18001 0800 1111',
      '18002 0800 1111',
      '141 0808 802 0300',
      '1470 0808 802 0300',
      '01632 960123',
    ])
      expect(codes(number), number).to.deep.equal([]);
  });

  it('warns of HTML in texts, which is shown as it is written', () => {
    const notice = { text: 'We have <b>moved</b>', from: '2026-11-20', to: '2026-12-04' };
    for (const texts of [
      { purpose: '<p>For all</p>' },
      { name: 'Women&#39;s line' },
      { organisation: 'Smith &amp; Sons' },
      { cost: { en: 'Free', cy: 'Am<br>ddim' } },
      { notices: [notice] },
      { links: [{ kind: 'website', href: 'https://westmere.example/', text: 'Us &amp; you' }] },
    ])
      expect(
        check({ ...contact, ...texts }).findings.map(({ code, severity }) => [code, severity]),
        JSON.stringify(texts),
      ).to.deep.equal([['markup', 'warning']]);
    for (const texts of [
      { purpose: 'For under 18s & their parents; age < 25 or > 65' },
      { name: 'Q&A; R&D' },
      { links: [{ kind: 'website', href: 'https://westmere.example/?a=1&amp;b' }] },
    ])
      expect(check({ ...contact, ...texts }).findings, JSON.stringify(texts)).to.deep.equal([]);
  });

  it('warns of notices that speak of closing and do not say whether the line is closed, until their last day is over', () => {
    const codes = (text: unknown, closed?: boolean, to = '2027-01-03') =>
      check({ ...contact, notices: [{ text, from: '2026-11-20', to, closed }] }).findings.map(({ code, severity }) => [code, severity]);
    for (const text of [
      'Closed over Christmas',
      'Christmas closure',
      'We are shut',
      'The office closes at 2pm',
      { en: 'Moving', cy: 'Mae’r llinell ar gau' },
    ])
      expect(codes(text), JSON.stringify(text)).to.deep.equal([['notice-open', 'warning']]);
    for (const [text, closed] of [
      ['Closed over Christmas', true],
      ['The office is closed, the line is open', false],
      ['The line is busy', undefined],
      ['We are close to the station', undefined],
    ] as const)
      expect(codes(text, closed), text).to.deep.equal([]);
    // A notice closes whole days: for a part of one, neither answer keeps the status from being wrong.
    const [finding] = check({ ...contact, notices: [{ text: 'Closed from midday', from: '2026-12-24', to: '2026-12-24' }] }).findings;
    const [, day] = /“(; .*)”/.exec(finding!.todo) ?? [];
    expect(check({ ...contact, hours: contact.hours + day }).findings).to.deep.equal([]);
    for (const [to, found] of [
      ['2026-11-25', 1],
      ['2026-11-24', 0],
    ] as const)
      expect(codes('Closed', undefined, to), to).to.have.length(found);
  });

  it('warns of no closure that has been named already, or is over', () => {
    const notice = { text: 'Closed over Christmas', from: '2026-12-24', to: '2027-01-03' };
    expect(check({ ...contact, notices: [{ ...notice, Closed: true }] }).findings.map(({ code }) => code)).to.deep.equal(['unknown-key']);
    expect(check({ ...contact, notices: [{ ...notice, from: '2026-11-01', to: '2026-11-24' }] }).findings).to.deep.equal([]);
  });

  it('warns of a built-in contact that is still repeated for a closure, once that is over', () => {
    const paladin = { ...contact, id: 'paladin', number: '020 3866 4107' };
    const notice = { text: 'Away', from: '2026-11-20', to: '2026-11-24', closed: true };
    const codes = (one: object, ...notices: object[]) => check({ ...one, notices }).findings.map(({ code, severity }) => [code, severity]);
    expect(codes(paladin, notice)).to.deep.equal([['notice-over', 'warning']]);
    expect(codes(paladin, notice, { ...notice, to: '2026-11-25' })).to.deep.equal([]);
    expect(codes(paladin)).to.deep.equal([]);
    expect(codes(contact, notice)).to.deep.equal([]);
  });

  it('warns where a contact has another number than the built-in one that it replaces', () => {
    const numbers = (id: string, number: string) => check({ ...contact, id, number }).findings.map(({ code, what }) => [code, what]);
    expect(numbers('paladin', '01632 960 123')).to.deep.equal([
      ['other-number', 'The number of "paladin" is 01632 960 123 here, and built in is 020 3866 4107.'],
    ]);
    for (const number of ['020 3866 4107', '02038664107', '+44 20 3866 4107', '0044 20 3866 4107', '00 44 20 3866 4107'])
      expect(numbers('paladin', number), number).to.deep.equal([]);
    // A force may put a unit of its own in the place of 101.
    expect(numbers('police', '01632 960 123')).to.deep.equal([]);
  });

  it('suggests nothing for hours that are too long for the panel anyway', () => {
    const [finding] = check({ ...contact, hours: 'Mon-Fri 9am-5pm; '.repeat(40) }).findings;
    expect(finding!.todo).not.to.contain('Perhaps');
  });

  it('warns of nights that a later rule ends at midnight', () => {
    for (const hours of [
      'Fr 20:00-02:00; Sa 10:00-12:00',
      'Sa 20:00-26:00; Su off',
      '20:00-02:00; We 10:00-12:00',
      'Mo-Fr 20:00-02:00, Sa off',
      'Mo-Fr 20:00-02:00; Sa 00:00-12:00 off',
    ])
      expect(slips(hours), hours).to.deep.equal([['night-cut', 'warning']]);
    for (const hours of [
      'Fr 20:00-02:00, Sa 10:00-12:00',
      'Fr 20:00-24:00; Sa 10:00-12:00',
      'Fr 20:00-02:00; Mo 10:00-12:00',
      'Mo-Fr 20:00-02:00; Sa 12:00-13:00 off',
      'Mo-Su 17:00-09:00; Sa,Su 00:00-24:00',
      'Mo-Su 17:00-09:00; Sa,Su,PH 00:00-24:00',
    ])
      expect(slips(hours), hours).to.deep.equal([]);
  });

  it('warns of whole days at whose last midnight a line of nights closes', () => {
    for (const hours of [
      'Mo-Fr 17:00-09:00, Sa-Su 00:00-24:00',
      'Mo-Fr 17:00-08:00, Sa,Su,PH 00:00-24:00',
      'Mo-Th 18:00-02:00, Fr-Sa 00:00-24:00',
      'Mo-Fr 17:00-09:00; Sa,Su 00:00-24:00',
    ])
      expect(slips(hours), hours).to.deep.equal([['night-missing', 'warning']]);
    for (const hours of [
      'Mo-Su 17:00-09:00, Sa-Su 00:00-24:00',
      'Mo-Fr 17:00-09:00, Sa-Su 00:00-24:00, Su 17:00-09:00',
      'Mo-Fr 00:00-09:00,17:00-24:00, Sa-Su 00:00-24:00',
      '24/7; Mo-Fr 09:00-17:00 off',
      'Mo-Fr 17:00-09:00, PH 00:00-24:00',
      'Mo-Fr 17:00-09:00, Sa-Su 00:00-24:00, Mo 00:00-09:00',
      'Mo-Su 20:00-02:00, 2026 Dec 25 00:00-24:00',
    ])
      expect(slips(hours), hours).to.deep.equal([]);
  });

  it('gives advice whose own examples are right, on which it does not have to be asked again', () => {
    /** The examples in the advice for hours. */
    const advised = (hours: string, code: string) => {
      const todo = check({ ...contact, hours }).findings.find((found) => found.code === code)!.todo;
      return [...todo.matchAll(/“([^”]*)”/g)].map(([, example]) => example!);
    };
    const codes = (hours: string) =>
      check({ ...contact, hours })
        .findings.map(({ code }) => code)
        .filter((code) => code !== 'no-holidays');
    // A shorter night: a comma adds it to the longer one, and a semicolon ends the night before.
    const nights = 'Mo-Th 20:00-02:00, Fr 20:00-24:00';
    expect(codes(nights)).to.deep.equal([]);
    expect(advised('Mo-Fr 20:00-02:00; Fr 20:00-24:00', 'night-cut')).to.include(nights);
    expect(advised('Mo-Fr 20:00-02:00, Fr 20:00-24:00', 'adds-nothing')).to.include(nights);
    // Bank holidays are replaced by a semicolon alone, on which the night of a weekday does not depend.
    const ours = 'Mo-Sa 20:00-02:00, Su 20:00-01:00; PH 20:00-01:00';
    expect(codes(ours)).to.deep.equal([]);
    expect(advised('Mo-Sa 20:00-02:00, Su,PH 20:00-01:00', 'adds-nothing')).to.include(ours);
    expect(advised('Mo-Sa 20:00-02:00; Su,PH 20:00-01:00', 'night-cut')).to.include(ours);
    // Behind a semicolon, hours would take the place of the rule that has been put first.
    const unsure = advised('Mo-Th 09:00-17:00; Fr 09:00-16:30; PH off; unknown "leave a message"', 'unsure-always')[0]!;
    expect(unsure).to.equal('unknown "leave a message", Mo-Th 09:00-17:00, Fr 09:00-16:30; PH off');
    expect(codes(unsure)).to.deep.equal([]);
    // Nights keep what is after midnight.
    const closedNights = 'Mo-Su 20:00-02:00; PH 20:00-02:00 off';
    expect(
      codes(closedNights + advised(closedNights, 'holiday-moved').find((example) => example.includes('20:00-02:00 off'))!),
    ).to.deep.equal([]);
    // All of a day that is closed, not its night alone.
    expect(advised('Mo-Fr 09:00-17:00, Fr 20:00-02:00; PH off', 'morning-left')).to.include(
      'Mo-Fr 09:00-17:00, Fr 20:00-02:00; PH 09:00-17:00,20:00-02:00 off',
    );
    // What is meant, and looks like a slip, can be written so that it does not.
    expect(codes(advised('Mo-Su 08:00-02:00', 'twelve-hours').at(-1)!)).to.deep.equal([]);
    expect(codes(advised('Mo-Fr 09:00-12:00; Th 13:00-17:00', 'hours-replaced').at(-1)!)).to.deep.equal([]);
    expect(codes(advised('Mo-Fr 09:00-17:00; PH off; Aug 1-31 Mo-Fr 10:00-14:00', 'closes-nothing').at(-1)!)).to.deep.equal([]);
  });

  it('says what is no JSON', () => {
    for (const text of ['{ “version”: 1 }', '{ "version": 1, }', '{']) {
      const [finding] = checkContacts(text, NOW).findings;
      expect(finding).to.include({ code: 'src-json', severity: 'error' });
    }
    expect(checkContacts('[]', NOW).findings).to.have.lengthOf(1);
  });

  it('says what a list alone lacks', () => {
    const { found, findings } = checkContacts(JSON.stringify([contact]), NOW);
    expect([found, findings.map(({ code }) => code)]).to.deep.equal([{}, ['bare-list']]);
    expect(findings[0]!.todo).to.contain('{ "version": 1, "contacts":');
  });
});
