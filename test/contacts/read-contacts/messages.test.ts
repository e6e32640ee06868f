/** What webmasters are told. */
import { expect } from '@open-wc/testing';
import { documentOf, good, read, readWith } from '../reading.js';

describe('readContacts', () => {
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
      expect(problems[0]!.message).to.match(
        /^\/contacts\/0\/hours of "county-service" cannot be "Mo-Fr 09:00-17:00; Sat 10-12": .*offset 19: found "Sat".* Using the other contacts\.$/i,
      );
    });

    it('say what is expected', () => {
      const notice = { text: 'Busy', from: '2026-12-02', to: '2026-12-03' };
      const rows: readonly (readonly [changes: object, expected: RegExp])[] = [
        [{ id: 'County' }, /a lower-case letter, then lower-case letters, digits or hyphens; not emergency/],
        [{ name: '' }, /at most 300 characters/],
        [{ name: {} }, /expected text/],
        [{ name: { en: 'Name', en_GB: 'Name' } }, /a language such as cy/],
        [{ name: 'Coun\u200bty' }, /no invisible characters/],
        [{ hours: '' }, /opening hours/],
        [
          { hours: 'PH off' },
          /\/holidays of "county-service" is missing: .*bank holidays PH means: england-and-wales or scotland or northern-ireland/,
        ],
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
      expect(problems.at(-1)).to.deep.equal({
        code: 'more-problems',
        pointer: '',
        used: 'what could be read',
        message: 'Further problems in the data: 50.',
      });
    });

    it('are 50 where there are 50', () => {
      expect(read(documentOf(...Array.from({ length: 50 }, () => ({ ...good, number: 'x' })))).problems).to.have.length(50);
    });
  });
});
