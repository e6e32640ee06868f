/** Objects made to harm whoever reads them. */
import { expect } from '@open-wc/testing';
import { timesAsLong } from '../../support/time-taken.js';
import { documentOf, good, read } from '../reading.js';

describe('readContacts', () => {
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
    const MEGABYTES = ['a'.repeat(2_000_000), 'Mo,'.repeat(400_000), '0'.repeat(2_000_000), '-'.repeat(2_000_000)] as const;
    const LONG_KEY = '~/'.repeat(1_000_000);
    const rows: readonly (readonly [name: string, document: unknown, texts?: readonly string[]])[] = [
      ['a proxy that throws', throwing],
      ['a list with a proxy that throws', documentOf(throwing)],
      ['a revoked proxy', revoked()],
      ['a revoked proxy as the list', { version: 1, contacts: revoked() }],
      ['a list whose length throws', { version: 1, contacts: new Proxy([], { get: trap }) }],
      ['a list whose length is a symbol', { version: 1, contacts: new Proxy([], { get: () => Symbol('x') }) }],
      [
        'a list of endless length',
        { version: 1, contacts: new Proxy([], { get: (_, key) => (key === 'length' ? Infinity : good), getOwnPropertyDescriptor: trap }) },
      ],
      ['a cycle', documentOf(cyclic)],
      ['a sparse list', { version: 1, contacts: sparse }],
      ['deep nesting', { version: 1, contacts: deep }],
      ['a deep name', documentOf({ ...good, name: deep })],
      [
        'values of every type',
        documentOf(
          ...[
            Symbol('x'),
            1n,
            () => 1,
            new Date(),
            new Map(),
            /x/,
            NaN,
            new String('x'),
            Object.create(null),
            globalThis.document?.body,
            globalThis,
          ],
        ),
      ],
      [
        'fields of every type',
        documentOf({
          ...good,
          name: Symbol('x'),
          cost: 1n,
          hours: () => 1,
          id: new Date(),
          number: { toString: trap, valueOf: trap },
          links: { [Symbol.iterator]: trap },
        }),
      ],
      ['thousands of keys', documentOf(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1])))],
      // No more of it: Firefox, once it has compiled the reading of good contacts, takes a third of the time for those.
      [
        'megabytes of text',
        documentOf({ ...good, name: MEGABYTES[0], hours: MEGABYTES[1], number: MEGABYTES[2], id: MEGABYTES[3] }),
        MEGABYTES,
      ],
      ['megabytes in a key', documentOf({ ...good, number: 'x', [LONG_KEY]: 1 }), [LONG_KEY]],
    ];
    /** Fifty good contacts, so often that the coarse clock of a browser can tell how long they take. */
    const usual = documentOf(...Array.from({ length: 50 }, (_, index) => ({ ...good, id: `c${index}` })));
    const readUsual = () => {
      for (let time = 0; time < 40; time++) read(usual);
    };
    /**
     * The same, and one look through long texts: Chromium, once it has compiled many expressions in a tab, interprets
     * further ones, forty times as slowly.
     */
    const readThrough = (texts: readonly string[]) => {
      readUsual();
      for (const text of texts) /[^~\/\w,-]/.test(text);
    };
    for (const [name, document, texts = []] of rows)
      it(`${name}: a problem, nothing thrown, in less time than forty documents of fifty good contacts take`, () => {
        expect(
          timesAsLong(
            1,
            () => read(document),
            () => readThrough(texts),
            () => {},
          ),
        ).to.be.below(1);
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
      const contact = Object.defineProperties(
        { ...good },
        { id: answers('a', 'emergency'), number: answers('101', '*#'), hours: answers('24/7', 'x') },
      );
      const { contacts } = read(documentOf(contact));
      expect(contacts.some(({ id }) => id === 'emergency')).to.equal(false);
      for (const { number, hours } of contacts) {
        expect(number).to.equal('101');
        expect(hours).to.equal('24/7');
      }
    });

    it('reads own properties only: a polluted prototype adds nothing', () => {
      const polluted = {
        version: 1,
        contacts: [good],
        links: [{ kind: 'chat', href: 'https://evil.example/' }],
        cost: 'Evil',
        holidays: 'scotland',
      };
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
});
