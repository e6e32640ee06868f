import { expect } from '@open-wc/testing';
import { checkContacts, isContactDocument } from '../../demo/check-contacts.js';

const NOW = Date.parse('2026-11-25T10:00Z');
const undated = { id: 'westmere', name: 'Westmere', number: '01632 960 123', hours: 'Mo-Fr 09:00-17:00' };
const contact = { ...undated, checkedOn: '2026-11-01' };
const check = (...contacts: object[]) => checkContacts(JSON.stringify({ version: 1, contacts }), NOW);

describe('the checker, given a contact document', () => {
  it('knows one from the HTML of a page', () => {
    expect(isContactDocument(' \n{ "version": 1 }')).to.equal(true);
    for (const list of ['[', '[]', '[\n  { "id": "x" }]']) expect(isContactDocument(list), list).to.equal(true);
    for (const html of ['<p>{}</p>', '{% extends "base.html" %}', '{{ content }}', '{# a note #}', '[vc_row]<p>News</p>[/vc_row]'])
      expect(isContactDocument(html), html).to.equal(false);
  });

  it('has nothing to say about what is right', () =>
    expect(check(contact)).to.deep.equal({ found: { contact: 1 }, findings: [] }));

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
    expect(check({ ...contact, checkedOn: '2025-11-24' }, { ...undated, id: 'other' }).findings.map(({ code, severity, what }) => [code, severity, what])).to.deep.equal([
      ['old-hours', 'warning', 'The hours of "westmere" were last checked on 2025-11-24: the panel says “usually”.'],
      ['old-hours', 'warning', 'The hours of "other" were last checked on no stated day: the panel says “usually”.'],
    ]);
    expect(check({ ...undated, hours: '24/7' }).findings).to.deep.equal([]);
  });

  it('warns of closures that a later rule opens again', () => {
    const codes = (hours: string) => check({ ...contact, hours, holidays: 'england-and-wales' }).findings.map(({ code, severity }) => [code, severity]);
    for (const hours of ['PH off; Mo-Fr 09:00-17:00', 'Dec 25 off, Mo-Fr 09:00-17:00']) expect(codes(hours), hours).to.deep.equal([['closes-nothing', 'warning']]);
    for (const hours of ['Mo-Fr 09:00-17:00; PH off', 'PH off', 'Sa off; Mo-Fr 09:00-17:00']) expect(codes(hours), hours).to.deep.equal([]);
  });

  it('warns of nights that a later rule ends at midnight', () => {
    const codes = (hours: string) => check({ ...contact, hours, holidays: 'england-and-wales' }).findings.map(({ code, severity }) => [code, severity]);
    for (const hours of ['Fr 20:00-02:00; Sa 10:00-12:00', 'Sa 20:00-26:00; Su off', '20:00-02:00; We 10:00-12:00'])
      expect(codes(hours), hours).to.deep.equal([['night-cut', 'warning']]);
    for (const hours of ['Fr 20:00-02:00, Sa 10:00-12:00', 'Fr 20:00-24:00; Sa 10:00-12:00', 'Fr 20:00-02:00; Mo 10:00-12:00', 'Mo-Su 20:00-02:00; PH off'])
      expect(codes(hours), hours).to.deep.equal([]);
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
