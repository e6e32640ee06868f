import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import sinon from 'sinon';
import '../src/define.js';
import { languageMaker, offerLanguages } from '../src/controllers/offer-language.js';
import type { LanguageMaker } from '../src/controllers/language-controller.js';
import { messagesFor } from '../src/i18n/index.js';
import { registerMessages, type MessagesPack, type ProblemEvent } from '../src/index.js';
import { registerMessages as registerFromPackage } from '../src/register-messages.js';
import { anyValue } from './support/arbitrary-values.js';
import { FakeTime } from './support/fake-time.js';
import { mount, type PanelHarness } from './support/panel-harness.js';
import { isLongRun } from './support/run-length.js';

const NSH = 'national-stalking-helpline';

/** A language of our own making, complete enough for the sentences below. */
const WORDS: MessagesPack = {
  heading: 'Stalkur melden',
  exit: 'Weg hier',
  contacts: { emergency: { name: 'Nood', purpose: 'Ring 999' } },
  open: 'Oop nu',
  usuallyOpen: 'Meestal oop nu',
  ukTime: (time) => `${time} UK-tyd`,
  closesAt: (time) => `sluit om ${time}`,
  hours: { time: (minute) => `${minute / 60}u` },
};

describe('further languages', () => {
  let time: FakeTime;
  let tag: string;
  let tags = 0;

  beforeEach(() => {
    time = new FakeTime('2026-11-25T10:00Z');
    // What is registered stays: every test has a language of its own.
    tag = `qaa-x-${++tags}`;
  });

  afterEach(() => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    document.documentElement.lang = 'en';
    time.restore();
  });

  const mountPainted = async (attributes: Record<string, string> = { lang: tag }): Promise<PanelHarness> => {
    const panel = await mount(attributes);
    await time.paint();
    return panel;
  };
  const updated = async (panel: PanelHarness): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await panel.element.updateComplete;
  };
  const heading = (panel: PanelHarness) => panel.root.querySelector<HTMLElement>('#heading')!;
  const frame = (panel: PanelHarness) => panel.root.querySelector<HTMLElement>('.frame')!;

  describe('registering', () => {
    it('before a panel is there', async () => {
      registerMessages(tag, WORDS);
      const panel = await mountPainted();
      expect(heading(panel).textContent).to.equal('Stalkur melden');
      expect(frame(panel).lang).to.equal(tag);
      expect(panel.sentence(NSH)).to.match(/^Meestal oop nu, sluit om 16u/);
    });

    it('afterwards changes every panel at once', async () => {
      const [one, other] = [await mountPainted(), await mountPainted()];
      expect(heading(one).textContent).to.equal('Report a stalker');
      registerMessages(tag, WORDS);
      await one.element.updateComplete;
      for (const panel of [one, other]) expect(heading(panel).textContent).to.equal('Stalkur melden');
    });

    it('twice: the last words hold, whole', async () => {
      registerMessages(tag, WORDS);
      const panel = await mountPainted();
      registerMessages(tag, { heading: 'Iets anders' });
      await panel.element.updateComplete;
      expect(heading(panel).textContent).to.equal('Iets anders');
      expect(panel.exit!.textContent).to.equal('Exit this page');
    });

    it('stays when the last panel goes and another comes, also after a pack', async () => {
      offerLanguages(languageMaker({ [tag]: WORDS }));
      registerMessages(tag, { heading: 'Iets anders' });
      const { element } = await mountPainted();
      element.remove();
      expect(heading(await mountPainted()).textContent).to.equal('Iets anders');
    });

    it('gives way to a pack that comes later', async () => {
      registerMessages(tag, { heading: 'Iets anders' });
      offerLanguages(languageMaker({ [tag]: WORDS }));
      expect(heading(await mountPainted()).textContent).to.equal('Stalkur melden');
    });

    it('reaches panels also where an element of the page has the name of what it calls', async () => {
      const panel = await mountPainted();
      const form = Object.assign(document.createElement('form'), { name: 'addEventListener' });
      document.body.append(form);
      try {
        registerMessages(tag, WORDS);
      } finally {
        form.remove();
      }
      await panel.element.updateComplete;
      expect(heading(panel).textContent).to.equal('Stalkur melden');
    });

    for (const name of ['addEventListener', 'dispatchEvent', 'removeEventListener'])
      it(`never throws, on a page with a form named ${name} either`, () => {
        const form = document.body.appendChild(Object.assign(document.createElement('form'), { name }));
        try {
          registerFromPackage(tag, WORDS);
          registerFromPackage(tag, WORDS);
        } finally {
          form.remove();
        }
      });

    it('reaches the panel of another copy, one of each tag', async () => {
      const heard: string[] = [];
      const hear = (event: Event) => (event as CustomEvent<LanguageMaker>).detail(messagesFor).forEach(({ lang }) => heard.push(lang));
      registerFromPackage(tag, { heading: 'Iets' });
      document.addEventListener('rsp-language', hear);
      registerFromPackage(tag, WORDS);
      document.dispatchEvent(new CustomEvent('rsp-language-wanted'));
      document.removeEventListener('rsp-language', hear);
      expect(heard.filter((lang) => lang === tag)).to.have.length(2);
    });

    it("in capitals, a host's own words stay in the language", async () => {
      const number = { id: 'county', number: '01632 960 001', hours: '24/7' };
      registerMessages(tag.toUpperCase(), WORDS);
      const panel = await mountPainted({ lang: tag.toUpperCase() });
      panel.element.contacts = { version: 1, contacts: [{ ...number, name: { en: 'County', qaa: 'Sir' } }] };
      await panel.element.updateComplete;
      expect(panel.contact('county').textContent).to.contain('Sir');
    });

    it('of a nation’s own: words of the host in it are said before those in its language', async () => {
      registerMessages('qad-IE', WORDS);
      const panel = await mountPainted({ lang: 'qad-IE' });
      for (const name of [
        { qad: 'County', 'qad-IE': 'Shire' },
        { 'qad-IE': 'Shire', qad: 'County' },
      ]) {
        panel.element.contacts = { version: 1, contacts: [{ id: 'x', name, number: '01632 960 001', hours: '24/7' }] };
        await panel.element.updateComplete;
        expect(panel.contact('x').querySelector('.name')!.textContent.trim()).to.equal('Shire');
      }
    });

    it('serves what is more special, and the letters of the tag may be small or large', async () => {
      registerMessages('qab', WORDS);
      for (const lang of ['qab', 'QAB', 'qab-PL', 'qab-x-private', ' qab '])
        expect(heading(await mountPainted({ lang })).textContent, lang).to.equal('Stalkur melden');
      expect(heading(await mountPainted({ lang: 'qabc' })).textContent).to.equal('Report a stalker');
    });

    it('a language in one script does not serve another', async () => {
      registerMessages('qac', WORDS);
      expect(heading(await mountPainted({ lang: 'qac-Arab' })).textContent).to.equal('Report a stalker');
      expect(heading(await mountPainted({ lang: 'qac-Arab-PK' })).textContent).to.equal('Report a stalker');
      registerMessages('qac-Arab', { ...WORDS, heading: 'Arab' });
      expect(heading(await mountPainted({ lang: 'qac-Arab-PK' })).textContent).to.equal('Arab');
    });

    it('Welsh can be mended, and what is left out stays Welsh', async () => {
      registerMessages('cy', { heading: 'Pennawd gwell' });
      const panel = await mountPainted({ lang: 'cy-GB' });
      expect(heading(panel).textContent).to.equal('Pennawd gwell');
      expect(panel.exit!.textContent).to.equal('Gadael y dudalen hon');
      expect(panel.root.querySelector('span[lang]')).to.equal(null);
      registerMessages('cy', {});
      await panel.element.updateComplete;
      expect(heading(panel).textContent).to.equal('Rhoi gwybod am stelciwr');
    });
  });

  describe('a pack that is a script of its own', () => {
    it('may come first', async () => {
      offerLanguages(languageMaker({ [tag]: WORDS }));
      expect(heading(await mountPainted()).textContent).to.equal('Stalkur melden');
    });

    it('or last', async () => {
      const panel = await mountPainted();
      offerLanguages(languageMaker({ [tag]: WORDS }));
      await panel.element.updateComplete;
      expect(heading(panel).textContent).to.equal('Stalkur melden');
    });

    it('speaks in the first words on screen', async () => {
      offerLanguages(languageMaker({ [tag]: WORDS }));
      const panel = await mount({ lang: tag });
      expect(heading(panel).textContent).to.equal('Stalkur melden');
    });

    it('may be without words on contacts', async () => {
      offerLanguages(languageMaker({ [tag]: { heading: 'Stalkur melden' } }, messagesFor().contacts));
      const panel = await mountPainted();
      expect(heading(panel).textContent).to.equal('Stalkur melden');
      expect(panel.element.problems).to.deep.equal([]);
    });

    it('is asked for once, however many panels there are', async () => {
      let asked = 0;
      const count = () => asked++;
      document.addEventListener('rsp-language-wanted', count);
      for (let panels = 0; panels < 3; panels++) await mount({});
      document.removeEventListener('rsp-language-wanted', count);
      expect(asked).to.equal(1);
    });

    it('nobody watches the page once the last panel has gone, and the next one does again', async () => {
      const end = sinon.spy(MutationObserver.prototype, 'disconnect');
      (await mountPainted({})).element.remove();
      end.restore();
      expect(end.callCount).to.equal(1);
      const panel = await mountPainted({});
      document.documentElement.lang = 'cy';
      await updated(panel);
      expect(heading(panel).textContent).to.equal('Rhoi gwybod am stelciwr');
    });

    it('nobody listens once the last panel has gone', async () => {
      const panel = await mountPainted();
      panel.element.remove();
      const detail = sinon.stub().returns([]);
      document.dispatchEvent(new CustomEvent('rsp-language', { detail }));
      expect(detail.callCount).to.equal(0);
    });

    for (const pack of [
      undefined,
      null,
      'text',
      7,
      [],
      [null],
      { '': {} },
      { __proto__: null },
      JSON.parse('{"__proto__": {"heading": "x"}}'),
    ])
      it(`does no harm with ${JSON.stringify(pack)}`, async () => {
        const panel = await mountPainted();
        offerLanguages(languageMaker(pack));
        await panel.element.updateComplete;
        expect(heading(panel).textContent).to.equal('Report a stalker');
        expect(({} as { heading?: string }).heading).to.equal(undefined);
      });

    it('does no harm when it objects to being read', async () => {
      const panel = await mountPainted();
      offerLanguages(
        languageMaker(
          new Proxy(
            {},
            {
              ownKeys: () => {
                throw new Error('no');
              },
            },
          ),
        ),
      );
      await panel.element.updateComplete;
      expect(heading(panel).textContent).to.equal('Report a stalker');
    });

    it('does no harm when it is none', async () => {
      const panel = await mountPainted();
      for (const detail of [
        undefined,
        {},
        () => undefined,
        () => {
          throw new Error('no');
        },
      ])
        document.dispatchEvent(new CustomEvent('rsp-language', { detail }));
      await panel.element.updateComplete;
      expect(heading(panel).textContent).to.equal('Report a stalker');
    });

    it('tells the console when it throws', async () => {
      await mountPainted();
      const warn = sinon.stub(console, 'warn');
      offerLanguages(() => {
        throw new Error(`nothing in ${tag}`);
      });
      warn.restore();
      expect(warn.args.map(String)).to.deep.equal([`<report-stalker-panel> Error: nothing in ${tag}`]);
    });
  });

  describe('what a language lacks', () => {
    it('is English, and says so', async () => {
      registerMessages(tag, WORDS);
      const panel = await mountPainted();
      const english = panel.exit!;
      expect(english.textContent).to.equal('Weg hier');
      const support = panel.root.querySelector('.intro span')!;
      expect(support.textContent).to.equal('Advice and support');
      expect(support.getAttribute('lang')).to.equal('en');
      expect(support.getAttribute('dir')).to.equal('ltr');
      // Its own words carry no mark.
      expect(heading(panel).querySelector('[lang]')).to.equal(null);
    });

    it('no sentence is in two languages', async () => {
      registerMessages(tag, { ...WORDS, closesAt: undefined! });
      const panel = await mountPainted();
      expect(panel.sentence(NSH)).to.match(/^Usually open now, closes at 4pm/);
      const spans = panel.contact(NSH).querySelectorAll('[data-state] span[lang="en"]');
      expect(spans.length).to.equal(1);
      expect(spans[0]!.textContent).to.equal(panel.sentence(NSH));
    });

    it('a sentence needs no word but its own: what is open while a line is closed', async () => {
      registerMessages(tag, WORDS);
      const panel = await mountPainted({ lang: tag, now: '2026-11-25T15:30' });
      expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal('National Stalking Helpline: Meestal oop nu.');
      expect([...panel.root.querySelectorAll('.instead [lang]')].map(({ textContent }) => textContent)).to.deep.equal([
        'National Stalking Helpline',
      ]);
    });

    it('every word of a panel without any is marked', async () => {
      registerMessages(tag, {});
      const panel = await mountPainted({ lang: tag, region: 'wales', now: '2026-11-25T03:00' });
      const walker = document.createTreeWalker(panel.root, NodeFilter.SHOW_TEXT);
      const unmarked: string[] = [];
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode;
        // Numbers and web addresses are in no language.
        if (
          /\p{L}/u.test(textContent!) &&
          !/^[\w.-]+\.\w+$/.test(textContent!.trim()) &&
          parentElement!.closest('[lang]')!.getAttribute('lang') !== 'en'
        )
          unmarked.push(textContent!.trim());
      }
      expect(unmarked).to.deep.equal([]);
    });

    it('a sentence ends as in English where the pack has no hours at all', async () => {
      registerMessages(tag, { heading: WORDS.heading!, contacts: { paladin: { cost: 'Gratis' } } });
      const details = (await mountPainted()).contact('paladin').querySelector('.details')!;
      expect(details.textContent).to.contain('Gratis.');
      expect([...details.querySelectorAll('[lang]')].map(({ textContent }) => textContent)).to.not.include('Gratis.');
    });

    it('a sentence ends with the sign of its language, even where the language has no other word on hours', async () => {
      registerMessages(tag, { contacts: { paladin: { cost: 'बिना शुल्क' } }, hours: { stop: '।' } });
      const details = (await mountPainted()).contact('paladin').querySelector('.details')!;
      expect(details.textContent).to.contain('बिना शुल्क।');
    });

    it('no note is in two languages', async () => {
      registerMessages(tag, {
        ...WORDS,
        withoutSpeaking: { relay: { heading: 'Kop' }, text: { text: 'Woorde' } },
      });
      expect((await mountPainted()).text)
        .to.not.contain('Kop')
        .and.not.contain('Woorde');
    });

    it('is no problem', async () => {
      registerMessages(tag, { heading: 'Nur dies' });
      expect((await mountPainted()).element.problems).to.deep.equal([]);
    });

    it('what a screen reader hears of a change is marked too', async () => {
      registerMessages(tag, { ...WORDS, usuallyClosed: undefined! });
      const panel = await mountPainted();
      await time.advanceTo('2026-11-25T16:00:01Z');
      const spoken = panel.root.querySelector('[aria-live="polite"]')!;
      expect(spoken.textContent).to.match(/National Stalking Helpline: Usually closed now/);
      expect([...spoken.querySelectorAll('[lang]')].map(({ textContent }) => textContent.slice(0, 14))).to.include('Usually closed');
    });

    it('texts of the host that are in English alone are marked', async () => {
      registerMessages(tag, WORDS);
      const panel = await mountPainted();
      panel.element.contacts = {
        version: 1,
        contacts: [{ id: 'x', name: { en: 'County' }, purpose: { [tag.slice(0, 3)]: 'Eigen' }, number: '01632 960 001', hours: '24/7' }],
      };
      await panel.element.updateComplete;
      expect(panel.contact('x').querySelector('.name [lang]')!.getAttribute('lang')).to.equal('en');
      expect(panel.contact('x').querySelector('.details')!.textContent).to.contain('Eigen');
    });
  });

  describe('words that cannot be used', () => {
    const rows: readonly (readonly [string, unknown, string])[] = [
      ['a number for a text', { heading: 7 }, 'heading'],
      ['an empty text', { heading: ' ' }, 'heading'],
      ['a text for a function', { closesAt: 'closes' }, 'closesAt'],
      ['a function for a text', { heading: () => 'x' }, 'heading'],
      ['a text for an object', { contacts: 'x' }, 'contacts'],
      ['null', { contacts: null }, 'contacts'],
      ['too few weekdays', { hours: { weekdays: ['Mo'] } }, 'hours.weekdays'],
      ['a number in the name of a day', { hours: { weekdays: ['1', '2', '3', '4', '5', '6', '7'] } }, 'hours.weekdays'],
      ['weekdays that are no texts', { hours: { weekdays: [1, 2, 3, 4, 5, 6, 7] } }, 'hours.weekdays'],
      ['another number', { contacts: { emergency: { purpose: 'Call 112' } } }, 'contacts.emergency.purpose'],
      ['a number in other digits', { contacts: { emergency: { purpose: 'اتصل على ٩٩٩' } } }, 'contacts.emergency.purpose'],
      ['a number in raised digits', { contacts: { emergency: { purpose: 'Call ⁹⁹⁸' } } }, 'contacts.emergency.purpose'],
      ['a number in circled digits', { contacts: { emergency: { purpose: 'Call ⑨⑨⑧' } } }, 'contacts.emergency.purpose'],
      ['letters that turn others around', { heading: 'a\u202eb' }, 'heading'],
      ['letters that embed others', { heading: 'a\u202ab' }, 'heading'],
      ['letters that nobody sees', { heading: '\u200f\u200b' }, 'heading'],
      [
        'a getter that throws',
        {
          get heading() {
            throw new Error('no');
          },
        },
        'heading',
      ],
      [
        'a function that throws',
        {
          exit: 'Weg',
          pressShift: () => '',
          loading: 'x',
          usuallyOpen: 'x',
          ukTime: String,
          closesAt: () => {
            throw new Error('no');
          },
          hours: { time: String },
        },
        'closesAt',
      ],
      [
        'a function that answers with no text',
        { usuallyOpen: 'x', ukTime: String, closesAt: () => 7, hours: { time: String } },
        'closesAt',
      ],
      [
        'a function that answers with letters that nobody sees',
        { usuallyOpen: 'x', ukTime: String, closesAt: () => '\u200f', hours: { time: String } },
        'closesAt',
      ],
      [
        'a function that turns letters around',
        { usuallyOpen: 'x', ukTime: String, closesAt: (time: string) => `\u202e${time}`, hours: { time: String } },
        'closesAt',
      ],
      [
        'a function that answers with a number of its own',
        { usuallyOpen: 'x', ukTime: String, closesAt: () => '0900 123', hours: { time: String } },
        'closesAt',
      ],
      [
        'a function that answers with a short number of its own',
        { usuallyOpen: 'x', ukTime: String, closesAt: () => '112', hours: { time: String } },
        'closesAt',
      ],
      [
        'a function that answers with a promise',
        { usuallyOpen: 'x', ukTime: String, closesAt: async () => 'x', hours: { time: String } },
        'closesAt',
      ],
    ];
    for (const [name, words, where] of rows)
      it(`${name}: English, and one problem`, async () => {
        registerMessages(tag, words as MessagesPack);
        const panel = await mountPainted();
        expect(heading(panel).textContent).to.equal('Report a stalker');
        expect(panel.text).to.contain('Usually open now, closes at 4pm');
        expect(panel.text).to.contain('call 999');
        expect(panel.element.problems.map(({ code }) => code)).to.deep.equal(['bad-messages']);
        expect(panel.element.problems[0]!.message).to.contain(` ${where}.`);
        expect(panel.element.problems[0]!.used).to.equal('en');
      });

    for (const words of [undefined, null, 'text', 7, () => 'x'])
      it(`all of it: ${String(words)}`, async () => {
        registerMessages(tag, words as unknown as MessagesPack);
        const panel = await mountPainted();
        expect(panel.element.problems.map(({ code }) => code)).to.deep.equal(['bad-messages']);
        expect(heading(panel).textContent).to.equal('Report a stalker');
      });

    it('are the problem of the panels that would say them', async () => {
      registerMessages(tag, { heading: 7 } as unknown as MessagesPack);
      expect((await mountPainted({ lang: 'en' })).element.problems).to.deep.equal([]);
    });

    it('are reported once', async () => {
      const heard: ProblemEvent[] = [];
      const listen = (event: ProblemEvent) => heard.push(event);
      document.addEventListener('rsp-problem', listen);
      registerMessages(tag, { heading: 7 } as unknown as MessagesPack);
      const panel = await mountPainted();
      panel.element.requestUpdate();
      await panel.element.updateComplete;
      document.removeEventListener('rsp-problem', listen);
      expect(heard.map(({ code }) => code)).to.deep.equal(['bad-messages']);
    });

    it('the console tells of what is no tag, once', () => {
      const warn = sinon.stub(console, 'warn');
      for (const lang of ['pl_PL', 'pl_PL']) registerFromPackage(lang, WORDS);
      document.dispatchEvent(new CustomEvent('rsp-language-wanted'));
      warn.restore();
      expect(warn.args.map(String)).to.have.length(1);
      expect(String(warn.args[0])).to.contain('The messages for "pl_PL" are not used: that is no BCP 47 language tag.');
    });

    for (const lang of ['', 'x', 'plpl', 'pl-abcdefghi', 'pl_PL', '__proto__', 'a b', 'constructor!', null, 7, {}, Symbol('pl')])
      it(`are not taken in for ${String(lang)}`, () => {
        const taken: (readonly string[])[] = [];
        const hear = (event: Event) =>
          taken.push((event as CustomEvent<LanguageMaker>).detail(messagesFor).map((language) => language.lang));
        document.addEventListener('rsp-language', hear);
        registerFromPackage(lang as string, WORDS);
        document.removeEventListener('rsp-language', hear);
        expect(taken).to.deep.equal([[]]);
        expect(({} as { heading?: string }).heading).to.equal(undefined);
      });

    it('say nothing by what they have inherited', async () => {
      registerMessages(tag, Object.create({ heading: 'x' }) as MessagesPack);
      expect(heading(await mountPainted()).textContent).to.equal('Report a stalker');
    });

    it('leave the host’s own words on screen', async () => {
      registerMessages(tag, { ...WORDS, contacts: 'x' } as unknown as MessagesPack);
      const panel = await mountPainted();
      panel.element.contacts = { version: 1, contacts: [{ id: 'county', name: 'County', number: '01632 960 001', hours: '24/7' }] };
      await panel.element.updateComplete;
      expect(panel.contact('county').querySelector('.name')!.textContent.trim()).to.equal('County');
    });

    it('prototypes are left alone', async () => {
      registerMessages('constructor', WORDS);
      registerMessages(
        tag,
        JSON.parse('{"__proto__": {"heading": "x"}, "contacts": {"__proto__": {"name": "y"}, "constructor": {"name": "z"}}}'),
      );
      const panel = await mountPainted();
      expect(heading(panel).textContent).to.equal('Report a stalker');
      expect(({} as { heading?: string }).heading).to.equal(undefined);
      panel.element.contacts = { version: 1, contacts: [{ id: 'constructor', name: 'Con', number: '01632 960 001', hours: '24/7' }] };
      await panel.element.updateComplete;
      expect(panel.contact('constructor').textContent).to.contain('Con');
    });

    it('whatever they are, the panel shows its numbers and throws nothing', async function () {
      this.timeout(300_000);
      const word = fc.oneof(
        anyValue,
        fc.string(),
        fc.func(fc.constantFrom<unknown>('', 'text', 7, undefined, null, {}, '\u202e')),
        fc.constant(() => {
          throw new Error('no');
        }),
      );
      const names = [
        'heading',
        'exit',
        'contacts',
        'hours',
        'open',
        'usuallyOpen',
        'closed',
        'usuallyClosed',
        'closesAt',
        'opensAt',
        'inMinutes',
        'pressShift',
        'withoutSpeaking',
        'safetyNotes',
        'comments',
        'linkKinds',
        'policeNames',
        'onWeekday',
        'date',
        'today',
        'dir',
        '__proto__',
      ];
      const nested = fc.dictionary(
        fc.constantFrom('weekdays', 'months', 'time', 'range', 'and', 'stop', 'emergency', 'mobile', 'exit', 'website'),
        word,
      );
      const words = fc.oneof(anyValue, fc.dictionary(fc.constantFrom(...names), fc.oneof(word, nested)));
      await fc.assert(
        fc.asyncProperty(words, async (given) => {
          registerMessages(tag, given as MessagesPack);
          const panel = await mountPainted();
          const numbers = panel.ids.map((id) => panel.number(id).href);
          const shown = frame(panel) !== null;
          panel.element.remove();
          expect(numbers).to.deep.equal(['tel:999', 'tel:101', 'tel:08088020300', 'tel:02038664107']);
          expect(shown).to.equal(true);
        }),
        { numRuns: (await isLongRun()) ? 3000 : 300 },
      );
    });
  });

  describe('the language of the panel', () => {
    it('is that of the nearest ancestor, live, across shadow roots, and not that of a slot', async () => {
      registerMessages(tag, WORDS);
      const outer = document.body.appendChild(document.createElement('div'));
      const root = outer.attachShadow({ mode: 'closed' });
      const slotParent = root.appendChild(document.createElement('div'));
      slotParent.lang = 'cy';
      slotParent.append(document.createElement('slot'));
      const slotted = await mount({}, outer);
      const inside = await mount({}, root);
      expect(heading(slotted).textContent).to.equal('Report a stalker');
      outer.lang = tag;
      await updated(inside);
      expect(heading(slotted).textContent).to.equal('Stalkur melden');
      expect(heading(inside).textContent).to.equal('Stalkur melden');
      inside.element.lang = 'cy';
      await updated(inside);
      expect(heading(inside).textContent).to.equal('Rhoi gwybod am stelciwr');
      inside.element.removeAttribute('lang');
      await updated(inside);
      expect(heading(inside).textContent).to.equal('Stalkur melden');
      outer.remove();
    });

    for (const depth of [1, 3])
      it(`is that of the host which it stands in, live, ${depth} deep`, async () => {
        const host = document.body.appendChild(document.createElement('div'));
        let root = host.attachShadow({ mode: 'open' });
        for (let level = 1; level < depth; level++) root = root.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
        registerMessages(tag, WORDS);
        const panel = await mount({}, root);
        host.lang = tag;
        await updated(panel);
        expect(heading(panel).textContent).to.equal('Stalkur melden');
        host.remove();
      });

    it('is not known below an empty lang: then it is English', async () => {
      document.documentElement.lang = 'cy';
      const panel = await mount({ lang: '' });
      expect(heading(panel).textContent).to.equal('Report a stalker');
      expect(frame(panel).lang).to.equal('en');
      expect(panel.element.problems).to.deep.equal([]);
    });

    it('is not known below an empty lang in a shadow root either, whatever that of its host', async () => {
      const host = document.body.appendChild(document.createElement('div'));
      host.lang = 'cy';
      const untold = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      untold.lang = '';
      expect(heading(await mount({}, untold)).textContent).to.equal('Report a stalker');
      host.remove();
    });

    it('is all that is watched: a page that changes other attributes costs no update', async () => {
      const panel = await mountPainted({});
      const update = sinon.spy(panel.element, 'requestUpdate');
      document.body.toggleAttribute('data-scrolled');
      document.body.toggleAttribute('data-scrolled');
      await updated(panel);
      expect(update.callCount).to.equal(0);
      // The same page, and one change that counts: it is being watched.
      document.documentElement.lang = 'cy';
      await updated(panel);
      expect(update.callCount).to.equal(1);
    });

    it('goes with the panel when it moves', async () => {
      const welsh = document.body.appendChild(document.createElement('div'));
      welsh.lang = 'cy';
      const panel = await mount();
      welsh.append(panel.element);
      await updated(panel);
      expect(heading(panel).textContent).to.equal('Rhoi gwybod am stelciwr');
      welsh.remove();
    });
  });

  describe('from right to left', () => {
    const RIGHT_TO_LEFT: MessagesPack = {
      ...WORDS,
      dir: 'rtl',
      helplinesClosed: 'الخطوط 999 مغلقة',
      withoutSpeaking: { relay: { heading: 'مثال', text: 'هاتف 18001 101' } },
    };

    it('is the direction of the panel, whatever the page’s is', async () => {
      registerMessages(tag, RIGHT_TO_LEFT);
      const panel = await mountPainted();
      expect(frame(panel).dir).to.equal('rtl');
      expect(getComputedStyle(heading(panel)).direction).to.equal('rtl');
      document.documentElement.dir = 'rtl';
      const english = await mountPainted({ lang: 'en' });
      document.documentElement.removeAttribute('dir');
      expect(getComputedStyle(heading(english)).direction).to.equal('ltr');
    });

    it('is not that of words which say that they run from left to right', async () => {
      registerMessages(tag, { ...WORDS, dir: 'ltr' });
      expect(frame(await mountPainted()).dir).to.equal('ltr');
    });

    it('a number in words of the host keeps its order', async () => {
      registerMessages(tag, RIGHT_TO_LEFT);
      const panel = await mountPainted();
      panel.element.contacts = {
        version: 1,
        contacts: [{ id: 'x', name: 'X', number: '01632 960 001', hours: '24/7', cost: 'Or call +44 1632 960 002' }],
      };
      await panel.element.updateComplete;
      expect(panel.contact('x').textContent).to.contain('\u2066+44 1632 960 002\u2069');
    });

    it('the sign of a fold points to where its words begin, and is not read out', async () => {
      registerMessages(tag, RIGHT_TO_LEFT);
      for (const [lang, closed] of [
        ['en', '▸'],
        [tag, '◂'],
      ] as const) {
        const { root } = await mountPainted({ lang });
        const sign = () => getComputedStyle(root.querySelector('summary')!, '::before').content;
        expect(sign()).to.equal(`"${closed}" / ""`);
        root.querySelector('details')!.open = true;
        expect(sign()).to.equal('"▾" / ""');
      }
    });

    it('English in it runs from left to right', async () => {
      registerMessages(tag, RIGHT_TO_LEFT);
      const panel = await mountPainted();
      expect(getComputedStyle(panel.root.querySelector('.intro span')!).direction).to.equal('ltr');
      for (const place of panel.root.querySelectorAll('li, li p')) expect(getComputedStyle(place).textAlign).to.equal('start');
    });

    it('words of the host in a language that it tells are marked as that', async () => {
      registerMessages(tag, RIGHT_TO_LEFT);
      const panel = await mountPainted();
      panel.element.contacts = {
        version: 1,
        contacts: [{ id: 'x', name: { en: 'County Advocates' }, number: '01632 960 001', hours: '24/7' }],
      };
      await panel.element.updateComplete;
      const name = [...panel.contact('x').querySelectorAll('span')].find(({ textContent }) => textContent.includes('County'))!;
      expect(name.lang).to.equal('en');
      expect(name.dir).to.equal('ltr');
    });

    it('words that a host’s own number leaves out take no room', async () => {
      registerMessages(tag, RIGHT_TO_LEFT);
      const panel = await mountPainted({ lang: tag, compact: '' });
      panel.element.contacts = { version: 1, contacts: [{ id: 'police', name: 'Police', number: '01632 960 001', hours: '24/7' }] };
      await panel.element.updateComplete;
      const contact = panel.contact('police');
      expect(contact.textContent).to.contain('01632 960 001');
      expect([...contact.querySelectorAll('p:not(.status),span')].filter(({ textContent }) => !textContent.trim())).to.deep.equal([]);
    });

    it('words of the host in an untold language find their own direction', async () => {
      registerMessages(tag, RIGHT_TO_LEFT);
      const panel = await mountPainted({ lang: tag, heading: 'Help here.' });
      const span = heading(panel).querySelector('span')!;
      expect(span.dir).to.equal('auto');
      expect(span.hasAttribute('lang')).to.equal(false);
      expect(getComputedStyle(span).direction).to.equal('ltr');
    });
  });
});
