/** Which published contact is shown where, and how a number is dialled. The facts: test/contacts-of-record. */
import { expect } from '@open-wc/testing';
import { telHref, type Contact, type Nation } from '../../src/contacts/contact.js';
import { coversRegion, emergency, police, publishedContacts, regionalIds } from '../../src/contacts/published-contacts.js';

describe('published contacts', () => {
  const shown: readonly (readonly [region: Nation | undefined, ...ids: string[]])[] = [
    [undefined, 'emergency', 'police', 'national-stalking-helpline', 'paladin'],
    ['england', 'emergency', 'police', 'national-stalking-helpline', 'paladin', 'national-domestic-abuse-helpline'],
    ['wales', 'emergency', 'police', 'national-stalking-helpline', 'paladin', 'live-fear-free'],
    ['scotland', 'emergency', 'police', 'national-stalking-helpline', 'domestic-abuse-forced-marriage-helpline'],
    ['northern-ireland', 'emergency', 'police', 'national-stalking-helpline', 'domestic-sexual-abuse-helpline'],
  ];
  for (const [region, ...ids] of shown)
    it(`in ${region ?? 'no region'}: ${ids.join(', ')}`, () => {
      expect(publishedContacts.filter((contact) => coversRegion(contact, region)).map(({ id }) => id)).to.deep.equal(ids);
    });

  it('a host’s own line is shown where it says, and everywhere where no region is set', () => {
    const own: Contact = { id: 'county-service', number: '01632 960 123', hours: '24/7', coverage: ['scotland', 'wales'] };
    expect([undefined, 'scotland', 'wales', 'england'].map((region) => coversRegion(own, region as Nation))).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
  });

  it('one line for abuse by a partner in each nation', () => {
    expect([...regionalIds]).to.deep.equal([
      'national-domestic-abuse-helpline',
      'live-fear-free',
      'domestic-abuse-forced-marriage-helpline',
      'domestic-sexual-abuse-helpline',
    ]);
  });

  it('999 and 101 by their names', () => {
    expect(emergency).to.equal(publishedContacts[0]);
    expect(police).to.equal(publishedContacts[1]);
  });
});

describe('telHref', () => {
  const rows: readonly (readonly [number: string, href: string])[] = [
    ['999', 'tel:999'],
    ['0808 80 10 800', 'tel:08088010800'],
    ['+44 1632 960 123', 'tel:+441632960123'],
    ['44+1632', 'tel:441632'],
  ];
  for (const [number, href] of rows) it(`${number}: ${href}`, () => expect(telHref(number)).to.equal(href));
});
