import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { loadContacts } from '../../src/contacts/contact-source.js';

/** Milliseconds for which an address that failed is not asked again. */
const PAUSE = 5000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 12);
const BASE = 'https://host.example/advice/';
const contact = { id: 'county-service', name: 'County Service', number: '01632 960 123', hours: '24/7' };
const documentOf = (...contacts: unknown[]) => JSON.stringify({ version: 1, contacts });

let count = 0;
/** An address that no other test has asked for. */
const fresh = () => `https://data.example/contacts-${++count}.json`;

describe('loadContacts', () => {
  let requests: sinon.SinonStub<Parameters<typeof fetch>, ReturnType<typeof fetch>>;
  const answer = (body: BodyInit | null, init?: ResponseInit) => requests.callsFake(() => Promise.resolve(new Response(body, init)));

  beforeEach(() => {
    requests = sinon.stub(globalThis, 'fetch');
    answer(documentOf(contact));
  });
  afterEach(() => sinon.restore());

  it('gives the contacts of the document', async () => {
    expect(await loadContacts(fresh(), BASE, NOW)).to.deep.equal({ contacts: [contact], problems: [] });
  });

  it('sends neither credentials nor a referrer, follows redirects, and asks past the cache', async () => {
    const url = fresh();
    await loadContacts(url, BASE, NOW);
    const [asked, init] = requests.firstCall.args;
    expect(asked).to.equal(url);
    expect(init).to.include({ cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(init).to.not.have.any.keys('redirect', 'headers', 'method', 'body');
  });

  it('ends no request that has been answered: a page may be reading a copy of it', async () => {
    await loadContacts(fresh(), BASE, NOW);
    expect(requests.firstCall.args[1]!.signal!.aborted).to.equal(false);
  });

  describe('asks once', () => {
    it('for all panels with one address', async () => {
      const url = fresh();
      const answers = await Promise.all([1, 2, 3].map(() => loadContacts(url, BASE, NOW)));
      expect(new Set(answers)).to.have.length(1);
      expect(requests.callCount).to.equal(1);
    });

    it('however the address is written', async () => {
      const url = fresh();
      const name = url.split('/').pop()!;
      await loadContacts(url, BASE, NOW);
      await loadContacts(`${name}#part`, 'https://data.example/page', NOW);
      await loadContacts(`//data.example/x/../${name}`, BASE, NOW);
      expect(requests.callCount).to.equal(1);
    });

    it('also where the first request failed', async () => {
      const url = fresh();
      requests.rejects(new TypeError('Failed to fetch'));
      await loadContacts(url, BASE, NOW);
      await loadContacts(url, BASE, NOW + PAUSE - 1);
      expect(requests.callCount).to.equal(1);
    });

    it('for an address among others', async () => {
      const urls = Array.from({ length: 40 }, fresh);
      for (const [index, url] of urls.entries()) {
        await loadContacts(url, BASE, NOW);
        await loadContacts(urls[Math.max(0, index - 1)]!, BASE, NOW);
      }
      // All are forgotten once there are twenty, and then the one before is asked for again.
      expect(requests.callCount).to.be.within(40, 43);
    });

    it('where no time is known', async () => {
      const url = fresh();
      await loadContacts(url, BASE, NaN);
      await loadContacts(url, BASE, NaN);
      expect(requests.callCount).to.equal(1);
    });
  });

  describe('reads again', () => {
    it('when asked after a day', async () => {
      const url = fresh();
      await loadContacts(url, BASE, NOW);
      await loadContacts(url, BASE, NOW + DAY - 1);
      expect(requests.callCount).to.equal(1);
      answer(documentOf({ ...contact, number: '101' }));
      const [one, other] = await Promise.all([loadContacts(url, BASE, NOW + DAY), loadContacts(url, BASE, NOW + DAY)]);
      expect(one.contacts[0]!.number).to.equal('101');
      expect(other).to.equal(one);
      expect(requests.callCount).to.equal(2);
    });

    it('when asked five seconds after a failure, and a day after what then arrives', async () => {
      const url = fresh();
      requests.rejects(new TypeError('Failed to fetch'));
      await loadContacts(url, BASE, NaN);
      await loadContacts(url, BASE, NOW);
      answer(documentOf(contact));
      const [one, other] = await Promise.all([1, 2].map(() => loadContacts(url, BASE, NOW + PAUSE)));
      expect(one).to.deep.equal({ contacts: [contact], problems: [] });
      expect(other).to.equal(one);
      await loadContacts(url, BASE, NOW + PAUSE + DAY - 1);
      expect(requests.callCount).to.equal(2);
      await loadContacts(url, BASE, NOW + PAUSE + DAY);
      expect(requests.callCount).to.equal(3);
    });

    it('a day after the first known time, where the first request went out before the clock was read', async () => {
      const url = fresh();
      await loadContacts(url, BASE, NaN);
      await loadContacts(url, BASE, NOW);
      await loadContacts(url, BASE, NOW + DAY - 1);
      expect(requests.callCount).to.equal(1);
      await loadContacts(url, BASE, NOW + DAY);
      expect(requests.callCount).to.equal(2);
    });

    it('and keeps the contacts read before when that fails', async () => {
      const url = fresh();
      await loadContacts(url, BASE, NOW);
      answer('gone', { status: 500 });
      const { contacts, problems } = await loadContacts(url, BASE, NOW + DAY);
      expect(contacts).to.deep.equal([contact]);
      expect(problems).to.have.length(1);
      expect(problems[0]).to.include({ code: 'src-status', used: 'the contacts read before' });
    });

    it('after many other addresses, so that what is remembered stays small', async () => {
      const url = fresh();
      await loadContacts(url, BASE, NOW);
      for (let others = 0; others < 20; others++) await loadContacts(fresh(), BASE, NOW);
      await loadContacts(url, BASE, NOW);
      expect(requests.callCount).to.equal(22);
    });

    it('not when the clock was set back', async () => {
      const url = fresh();
      await loadContacts(url, BASE, NOW);
      await loadContacts(url, BASE, NOW - 10 * DAY);
      expect(requests.callCount).to.equal(1);
    });
  });

  describe('addresses', () => {
    const rows: readonly (readonly [src: string, base: string, asked: string | undefined])[] = [
      ['https://data.example/c.json', BASE, 'https://data.example/c.json'],
      ['contacts.json', BASE, 'https://host.example/advice/contacts.json'],
      ['/contacts.json', 'http://host.example/', 'http://host.example/contacts.json'],
      ['http://localhost:8000/c.json', BASE, 'http://localhost:8000/c.json'],
      ['http://127.0.0.1/c.json', BASE, 'http://127.0.0.1/c.json'],
      ['http://[::1]:8000/c.json', BASE, 'http://[::1]:8000/c.json'],
      ['http://data.example/c.json', BASE, undefined],
      ['http://localhost.evil.example/c.json', BASE, undefined],
      ['http://evil-localhost/c.json', BASE, undefined],
      ['contacts.json', 'file:///home/page.html', undefined],
      ['data:application/json,{}', BASE, undefined],
      ['blob:https://host.example/1', BASE, undefined],
      ['javascript:alert(1)', BASE, undefined],
      ['ftp://data.example/c.json', BASE, undefined],
      ['ftp://localhost/c.json', BASE, undefined],
      ['ftp://data.example/c.json', 'http://host.example/', undefined],
      ['https://user:secret@data.example/c.json', BASE, undefined],
      ['https://', BASE, undefined],
      ['contacts.json', 'about:blank', undefined],
    ];
    for (const [src, base, asked] of rows)
      it(`${asked ? 'asks' : 'does not ask'} for ${src} on ${base}`, async () => {
        const { contacts, problems } = await loadContacts(src, base, NOW);
        expect(requests.args.map(([url]) => url)).to.deep.equal(asked ? [asked] : []);
        expect(contacts).to.have.length(asked ? 1 : 0);
        if (asked) return;
        expect(problems[0]).to.include({ code: 'src-address', attribute: 'src', used: 'the built-in contacts' });
        expect(problems[0]!.message).to.include(src).and.to.include('https:').and.to.not.include('connect-src');
      });
  });

  describe('failures are one problem, and never an exception', () => {
    const big = documentOf({ ...contact, name: 'a'.repeat(300_000) });
    const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)) });
    const rows: readonly (readonly [name: string, code: string, message: RegExp, act: () => unknown])[] = [
      [
        'no network',
        'src-network',
        /Failed to fetch.*Access-Control-Allow-Origin.*connect-src/,
        () => requests.rejects(new TypeError('Failed to fetch')),
      ],
      ['fetch throws', 'src-network', /boom/, () => requests.throws(new Error('boom'))],
      ['something odd is thrown', 'src-network', /Using the built-in contacts/, () => requests.callsFake(() => Promise.reject(undefined))],
      ['404', 'src-status', /the server answered 404\. Using/, () => answer('<h1>Not found</h1>', { status: 404 })],
      ['an opaque answer', 'src-status', /answered 0/, () => requests.resolves(Response.error())],
      ['a page in place of the document', 'src-json', /JSON/, () => answer('<!doctype html>')],
      ['an empty document', 'src-json', /JSON/, () => answer('')],
      ['no body', 'src-network', /Using the built-in/, () => answer(null)],
      ['more than 256 kB', 'src-size', /more than 262144 bytes/, () => answer(big)],
      ['a document without end', 'src-size', /more than 262144 bytes/, () => answer(endless())],
      ['Latin-1', 'src-network', /UTF-8/, () => answer(new Uint8Array([0x22, 0xe9, 0x22]))],
      [
        'a body that breaks off',
        'src-network',
        /cut/,
        () => answer(new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })),
      ],
    ];
    for (const [name, code, message, act] of rows)
      it(name, async () => {
        act();
        const url = fresh();
        const { contacts, problems } = await loadContacts(url, BASE, NOW);
        expect(contacts).to.deep.equal([]);
        expect(problems).to.have.length(1);
        expect(problems[0]).to.include({ code, attribute: 'src', used: 'the built-in contacts' });
        expect(problems[0]!.message)
          .to.match(message)
          .and.to.include(url)
          .and.to.match(/Using the built-in contacts\.$/);
        // Where the network is to blame, and nowhere else, these may be.
        expect(problems[0]!.message.includes('connect-src')).to.equal(code === 'src-network');
      });

    it('a long address makes no long message', async () => {
      answer('', { status: 404 });
      const { problems } = await loadContacts(`${fresh()}?${'a'.repeat(5000)}`, BASE, NOW);
      expect(problems[0]!.message).to.have.length.below(400);
    });

    it('five seconds without an answer, also where the signal is ignored', async () => {
      const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      requests.returns(new Promise(() => {}));
      let settled = false;
      const loading = loadContacts(fresh(), BASE, NOW).finally(() => (settled = true));
      await clock.tickAsync(4999);
      expect(settled).to.equal(false);
      await clock.tickAsync(1);
      const { problems } = await loading;
      expect(problems[0]).to.include({ code: 'src-timeout' });
      expect(problems[0]!.message).to.include('no answer in 5 seconds');
      expect(requests.firstCall.args[1]!.signal!.aborted).to.equal(true);
    });

    it('a body that stops arriving', async () => {
      const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      answer(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }));
      const loading = loadContacts(fresh(), BASE, NOW);
      await clock.tickAsync(5000);
      expect((await loading).problems[0]).to.include({ code: 'src-timeout' });
    });

    it('but for the time in which the page was frozen: an answer that came meanwhile is read', async () => {
      const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let answerNow!: (response: Response) => void;
      requests.returns(new Promise((resolve) => (answerNow = resolve)));
      const loading = loadContacts(fresh(), BASE, NOW);
      await clock.tickAsync(600);
      clock.jump(60_000);
      answerNow(new Response(documentOf(contact)));
      expect(await loading).to.deep.equal({ contacts: [contact], problems: [] });
    });

    it('leaves no timer behind', async () => {
      const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      await loadContacts(fresh(), BASE, NOW);
      expect(clock.countTimers()).to.equal(0);
    });
  });

  it('problems in the document name the address, the place and the attribute', async () => {
    answer(documentOf({ ...contact, number: '*#' }));
    const url = fresh();
    const { contacts, problems } = await loadContacts(url, BASE, NOW);
    expect(contacts).to.deep.equal([]);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({ code: 'bad-value', attribute: 'src', pointer: '/contacts/0/number' });
    expect(problems[0]!.message).to.match(/^src https:.*: \/contacts\/0\/number of "county-service" cannot be "\*#"/);
  });

  it('problems in a document with a long address are short', async () => {
    answer(documentOf({ ...contact, number: '*#' }));
    const { problems } = await loadContacts(`${fresh()}?${'a'.repeat(5000)}`, BASE, NOW);
    expect(problems[0]!.message).to.have.length.below(400);
  });

  describe('counts bytes, not letters', () => {
    const LIMIT = 262_144;
    const padded = (bytes: number) => {
      const text = documentOf({ ...contact, name: 'Tŷ' });
      return text + ' '.repeat(bytes - new TextEncoder().encode(text).length);
    };
    for (const [bytes, codes] of [
      [LIMIT, []],
      [LIMIT + 1, ['src-size']],
    ] as const)
      it(`${bytes} bytes`, async () => {
        answer(padded(bytes));
        expect((await loadContacts(fresh(), BASE, NOW)).problems.map(({ code }) => code)).to.deep.equal(codes);
      });
  });

  it('reads a letter whose bytes arrive in two parts', async () => {
    const bytes = new TextEncoder().encode(documentOf({ ...contact, name: 'Tŷ’r Cyfeillion' }));
    const middle = bytes.indexOf(0xc5) + 1; // The first byte of ŷ.
    answer(
      new ReadableStream({
        start(controller) {
          controller.enqueue(bytes.slice(0, middle));
          controller.enqueue(bytes.slice(middle));
          controller.close();
        },
      }),
    );
    expect((await loadContacts(fresh(), BASE, NOW)).contacts[0]!.name).to.equal('Tŷ’r Cyfeillion');
  });

  it('accepts a byte order mark', async () => {
    answer(`\ufeff${documentOf(contact)}`);
    expect((await loadContacts(fresh(), BASE, NOW)).problems).to.deep.equal([]);
  });
});
