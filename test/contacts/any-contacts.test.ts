/** Whatever a host gives as contact data. Apart from the tables, so that these stay free of chance. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseOpeningHours } from '../../src/hours/parse.js';
import { anyDocument, anyJson } from './arbitrary-contacts.js';
import { documentOf, read, sealed } from './reading.js';

describe('readContacts, whatever it is given', () => {
  for (const [name, documents] of [
    ['documents with slips', anyDocument],
    ['any JSON', anyJson],
    ['any JSON as a contact', anyJson.map((json) => documentOf(json))],
    [
      'any object',
      fc.object({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withObjectString: true,
        withSparseArray: true,
        withTypedArray: true,
      }),
    ],
  ] as const)
    it(`${name}: nothing is thrown, and what comes out is safe`, () => {
      fc.assert(
        fc.property(documents as fc.Arbitrary<unknown>, (document) => {
          const { contacts, problems } = read(document);
          const ids = contacts.map(({ id }) => id);
          expect(new Set(ids).size).to.equal(ids.length);
          expect(ids).to.not.include('emergency');
          expect(sealed(contacts)).to.equal(true);
          for (const { number, hours, links = [], source, holidays } of contacts) {
            expect(number).to.match(/^\+?[0-9 ]+$/);
            const needsHolidays = parseOpeningHours(hours).rules.some((rule) => rule.holidays);
            if (needsHolidays) expect(holidays).to.be.a('string');
            for (const href of [...links.map((link) => link.href), ...(source ? [source] : [])]) {
              const { protocol, username, password } = new URL(href, 'http://base.example/');
              expect(['https:', 'mailto:']).to.include(protocol);
              expect(username + password).to.equal('');
            }
          }
          for (const { code, message, pointer } of problems) {
            expect(code).to.be.a('string');
            expect(message).to.be.a('string').and.have.length.below(1500);
            expect(pointer).to.match(/^(\/([^~/]|~[01])*)*$/u);
          }
        }),
        { numRuns: 500 },
      );
    });
});
