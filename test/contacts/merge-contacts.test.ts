import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/contacts/contact.js';
import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { mergeContacts } from '../../src/contacts/read-contacts.js';

const own = publishedContacts.map(({ id }) => id);
const line = (id: string, more: Partial<Contact> = {}): Contact => ({ id, name: id, number: '01632 960 123', hours: '24/7', ...more });
const idsOf = (contacts: readonly Contact[]) => contacts.map(({ id }) => id);
const merged = (...data: Contact[]) => mergeContacts(publishedContacts, data);
const find = (contacts: readonly Contact[], wanted: string) => contacts.find(({ id }) => id === wanted)!;

describe('mergeContacts', () => {
  it('without data leaves the built-in contacts as they are', () => {
    expect(merged()).to.deep.equal(publishedContacts);
  });

  it('puts new contacts after the helplines and before the regional lines, in their order', () => {
    expect(idsOf(merged(line('b'), line('a')))).to.deep.equal([...own.slice(0, 4), 'b', 'a', ...own.slice(4)]);
  });

  it('puts new contacts last where there are no regional lines', () => {
    expect(idsOf(mergeContacts(publishedContacts.slice(0, 2), [line('a')]))).to.deep.equal(['emergency', 'police', 'a']);
  });

  it('puts new contacts first where there are only regional lines', () => {
    expect(idsOf(mergeContacts(publishedContacts.slice(4), [line('a')]))).to.deep.equal(['a', ...own.slice(4)]);
  });

  it('replaces a known contact in its place', () => {
    const contacts = merged(line('paladin'), line('police'));
    expect(idsOf(contacts)).to.deep.equal(own);
    expect(find(contacts, 'paladin')).to.include({ number: '01632 960 123', hours: '24/7', name: 'paladin' });
    expect(find(contacts, 'police').links).to.equal(undefined);
  });

  it('never replaces, moves or repeats 999', () => {
    const contacts = merged(line('emergency'), line('a'), line('emergency', { number: '101' }));
    expect(contacts[0]).to.equal(publishedContacts[0]);
    expect(idsOf(contacts).filter((id) => id === 'emergency')).to.have.length(1);
  });

  it('of two with one id uses the later, so that the property beats src', () => {
    expect(find(merged(line('a', { number: '101' }), line('a', { number: '111' })), 'a').number).to.equal('111');
  });

  it('keeps the coverage of the contact that is replaced, unless the data gives one', () => {
    expect(find(merged(line('live-fear-free')), 'live-fear-free').coverage).to.deep.equal(['wales']);
    expect(find(merged(line('live-fear-free', { coverage: ['scotland'] })), 'live-fear-free').coverage).to.deep.equal(['scotland']);
  });

  it('lets no words about cost and purpose stand beside another number', () => {
    expect(find(merged(line('police')), 'police')).to.include({ cost: '', purpose: '' });
    expect(find(merged(line('police', { cost: 'Free' })), 'police')).to.include({ cost: 'Free', purpose: '' });
  });

  it('keeps the words for the same number, however it is grouped', () => {
    const number = find(publishedContacts, 'paladin').number.replaceAll(' ', '');
    expect(find(merged(line('paladin', { number })), 'paladin')).to.not.have.any.keys('cost', 'purpose');
  });

  it('returns frozen contacts and changes no list that it was given', () => {
    const data = Object.freeze([line('paladin')]);
    const contacts = mergeContacts(Object.freeze([...publishedContacts]), data);
    expect(Object.isFrozen(contacts)).to.equal(true);
    expect(Object.isFrozen(find(contacts, 'paladin'))).to.equal(true);
  });
});
