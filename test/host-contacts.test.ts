import { expect } from '@open-wc/testing';
import '../src/define.js';
import type { ProblemEvent } from '../src/index.js';
import { FakeTime } from './support/fake-time.js';
import { inLondon, mount, type PanelHarness } from './support/panel-harness.js';

const COUNTY = {
  id: 'county-advocates',
  name: { en: 'County stalking advocates', cy: 'Eiriolwyr y sir' },
  number: '01632 960 123',
  cost: 'Normal call cost.',
  hours: 'Mo-Fr 09:00-12:00,13:00-17:00; PH off',
  holidays: 'england-and-wales',
  checkedOn: '2026-11-01',
  links: [{ kind: 'chat', href: 'https://county.example/chat' }],
  notices: [{ text: 'Closed for Christmas', from: '2026-12-24', to: '2027-01-03', closed: true }],
};
const data = (...contacts: object[]) => ({ version: 1, contacts });

describe('the host’s own contacts', () => {
  let time: FakeTime;
  const { warn } = console;
  const { fetch } = window;

  const give = async (contacts: unknown, attributes: Record<string, string> = {}): Promise<PanelHarness> => {
    const panel = await mount(attributes);
    panel.element.contacts = contacts;
    await panel.element.updateComplete;
    await time.paint();
    return panel;
  };

  beforeEach(() => {
    time = new FakeTime('2026-11-25T10:00Z');
    console.warn = () => {};
  });

  afterEach(() => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    time.restore();
    console.warn = warn;
    window.fetch = fetch;
  });

  it('a new one joins the helplines, with fresh words', async () => {
    const panel = await give(data(COUNTY));
    expect(panel.ids).to.deep.equal(['emergency', 'police', 'national-stalking-helpline', 'paladin', COUNTY.id]);
    expect(inLondon(panel.sentence(COUNTY.id))).to.equal('Open now, closes at midday');
    expect(panel.number(COUNTY.id).getAttribute('href')).to.equal('tel:01632960123');
    expect(panel.contact(COUNTY.id).textContent).to.contain('Checked on 1 November 2026').and.contain('Web chat');
    expect(panel.element.problems).to.deep.equal([]);
    // Nobody checked those of record on the day of the article.
    for (const id of ['national-stalking-helpline', 'paladin'])
      expect(panel.contact(id).textContent)
        .to.contain('Opening hours published 27 April 2023. They may have changed.')
        .and.not.contain('Checked');
  });

  it('is read anew where the page has changed the object, taken it off and put it back, in one task', async () => {
    const contacts = data({ ...COUNTY });
    const panel = await give(contacts);
    Object.assign(contacts.contacts[0]!, { number: '01632 960 999' });
    panel.element.contacts = undefined;
    panel.element.contacts = contacts;
    await panel.element.updateComplete;
    expect(panel.number(COUNTY.id).getAttribute('href')).to.equal('tel:01632960999');
  });

  it('its cost is a sentence before the date of its check', async () => {
    const panel = await give(data({ ...COUNTY, cost: 'Free from mobiles' }));
    expect(panel.contact(COUNTY.id).textContent).to.contain(' Free from mobiles. Checked on 1 November 2026');
  });

  it('remarks in its hours stand with the hours, in the language of the panel where they are those of the built-in ones', async () => {
    const hours = 'Mo-We 09:00-17:00 open "texts only"; Th 09:00-17:00 open "closes slightly later on Thursdays"';
    for (const [lang, expected] of [
      ['en', 'Monday to Wednesday, 9am to 5pm (texts only). Thursday, 9am to 5pm (closes slightly later on Thursdays).'],
      ['cy', 'Dydd Llun i ddydd Mercher, 9am i 5pm (texts only). Dydd Iau, 9am i 5pm (yn cau ychydig yn hwyrach ar ddydd Iau).'],
    ] as const)
      expect((await give(data({ ...COUNTY, hours }), { lang })).contact(COUNTY.id).textContent).to.contain(expected);
  });

  it('a website is named by its host, and one that was left unfinished takes nothing away', async () => {
    for (const [href, name] of [
      ['https://www.county.example/help', 'county.example'],
      ['https://county.www.example/', 'county.www.example'],
      ['https://www.', ''],
      ['https://www./help.example', ''],
    ] as const) {
      const panel = await give(data({ ...COUNTY, links: [{ kind: 'website', href }] }));
      expect(panel.contact(COUNTY.id).querySelector('.links a')!.textContent).to.equal(name);
    }
  });

  it('a closing notice beats the hours', async () => {
    const panel = await give(data(COUNTY), { now: '2026-12-24T10:00' });
    expect(panel.state(COUNTY.id)).to.equal('closed');
    expect(panel.sentence(COUNTY.id)).to.equal('Closed: Closed for Christmas');
  });

  for (const [from, to, attributes, count] of [
    ['2026-11-25', '2026-11-25', {}, 1],
    ['2026-11-25', '2026-11-25', { compact: '' }, 1],
    ['2026-11-24', '2026-11-25', {}, 1],
    ['2026-11-25', '2026-11-26', {}, 1],
    ['2026-11-26', '2026-11-27', {}, 0],
    ['2026-11-23', '2026-11-24', {}, 0],
  ] as [string, string, Record<string, string>, number][])
    it(`a notice from ${from} to ${to} is told ${count ? 'once' : 'not at all'} on the 25th, ${JSON.stringify(attributes)}`, async () => {
      for (const closed of count ? [false, true] : [false]) {
        const panel = await give(data({ ...COUNTY, notices: [{ text: 'Moving office', from, to, closed }] }), attributes);
        expect(panel.contact(COUNTY.id).textContent.split('Moving office')).to.have.length(count + 1);
      }
    });

  it('the days of a closure stand with the hours until they are over, so that no paper and no copy says that the line is open', async () => {
    const closures = (from: string, to: string) => [{ text: 'Moving office', from, to, closed: true }];
    const panel = await give(
      data(
        { ...COUNTY, notices: closures('2026-11-26', '2027-01-05') },
        { ...COUNTY, id: 'always', hours: '24/7', notices: closures('2026-11-24', '2026-11-25') },
      ),
    );
    const hours = (id: string) => panel.contact(id).querySelector('.details')!.textContent;
    expect(hours(COUNTY.id)).to.contain('Closed 26 November 2026 to 5 January 2027.').and.not.contain('Moving');
    expect(hours('always')).to.contain('Open 24 hours. Closed 24 to 25 November 2026.');
    await time.advanceTo('2026-11-26T00:00Z');
    expect(hours(COUNTY.id)).to.contain('Closed 26 November 2026 to 5 January 2027.');
    expect(hours('always')).to.contain('Open 24 hours.').and.not.contain('Closed');
  });

  for (const [when, now] of [
    ['before the first look at the clock', '2026-11-25T10:00Z'],
    ['where the clock is from before the release', '2020-01-01T10:00Z'],
  ] as const)
    it(`the days of a closure stand with the hours also ${when}`, async () => {
      time.restore();
      time = new FakeTime(now);
      const panel = await mount();
      panel.element.contacts = data({ ...COUNTY, hours: '24/7' });
      await panel.element.updateComplete;
      const hours = () => panel.contact(COUNTY.id).querySelector('.details')!.textContent;
      expect(panel.sentence(COUNTY.id)).to.equal('');
      expect(hours()).to.contain('Open 24 hours. Closed 24 December 2026 to 3 January 2027.');
      await time.paint();
      expect(hours()).to.contain('Open 24 hours. Closed 24 December 2026 to 3 January 2027.');
    });

  it('a notice of other days with the words of a closure does not speak for it', async () => {
    const closure = { ...COUNTY, checkedOn: '2023-04-27', hours: 'Mo-Fr 09:00-17:00; Nov 25 off "Training"' };
    const notice = (from: string, to: string) => [{ text: 'Training', from, to, closed: true }];
    for (const notices of [[], notice('2026-11-23', '2026-11-24'), notice('2026-11-26', '2026-11-26')]) {
      const panel = await give(data({ ...closure, notices }));
      expect(panel.sentence(COUNTY.id)).to.match(/^Usually closed now: Training, opens /);
    }
    expect((await give(data({ ...closure, notices: notice('2026-11-25', '2026-11-25') }))).sentence(COUNTY.id)).to.equal(
      'Closed: Training',
    );
  });

  it('of two closures the later one is told', async () => {
    const panel = await give(
      data({
        ...COUNTY,
        notices: [
          { text: 'Moving office', from: '2026-11-24', to: '2026-11-27', closed: true },
          { text: 'Training', from: '2026-11-25', to: '2026-11-25', closed: true },
        ],
      }),
    );
    expect(panel.sentence(COUNTY.id)).to.equal('Closed: Training');
    await time.advanceTo('2026-11-26T00:00Z');
    expect(panel.sentence(COUNTY.id)).to.equal('Closed: Moving office');
  });

  it('a notice that closes nothing closes nothing, with the words of the hours either', async () => {
    const notices = [{ text: 'Drop in', from: '2026-11-25', to: '2026-11-27', closed: false }];
    const panel = await give(
      data(
        { ...COUNTY, hours: 'Mo-Fr 09:00-12:00 open "Drop in"', notices },
        { ...COUNTY, id: 'far', hours: 'Mo-Fr 09:00-10:00; We off "Drop in"', notices },
      ),
    );
    expect(inLondon(panel.sentence(COUNTY.id))).to.equal('Open now, closes at midday (Drop in)');
    expect(inLondon(panel.sentence('far'))).to.equal('Closed: Drop in, opens tomorrow at 9am');
    for (const id of [COUNTY.id, 'far']) expect(panel.contact(id).textContent).to.not.contain('27 November');
  });

  it('a line whose remark changes, but that never closes, is open', async () => {
    const panel = await give(
      data({ ...COUNTY, hours: 'Mo-Fr 00:00-24:00 open "ring once", Sa-Su 00:00-24:00 open "ring twice"', notices: [] }),
    );
    expect(panel.sentence(COUNTY.id)).to.equal('Open now (ring once)');
  });

  it('a notice goes at midnight, also where nothing else will change', async () => {
    const notices = [{ text: 'Moving office', from: '2026-11-25', to: '2026-11-25' }];
    const panel = await give(data({ ...COUNTY, hours: '2026 Nov 20 10:00-12:00', notices }), { show: COUNTY.id });
    expect(panel.contact(COUNTY.id).textContent).to.contain('Moving office');
    await time.advanceTo('2026-11-26T00:00Z');
    expect(panel.contact(COUNTY.id).textContent).to.not.contain('Moving office');
  });

  it('every number is there, with whatever notices, where the clock is from before the release', async () => {
    time.restore();
    time = new FakeTime('2020-01-01T10:00Z');
    const panel = await give(data({ ...COUNTY, hours: '24/7', notices: [] }, { ...COUNTY, id: 'other' }));
    expect(panel.ids).to.deep.equal(['emergency', 'police', 'national-stalking-helpline', 'paladin', COUNTY.id, 'other']);
    expect([panel.state(COUNTY.id), panel.state('other')]).to.deep.equal(['always', 'unknown']);
  });

  it('its words are marked where they are in another language than the panel', async () => {
    const notices = [{ ...COUNTY.notices[0], text: { en: 'Moving office' } }];
    const panel = await give(data({ ...COUNTY, notices }), { now: '2026-12-24T10:00', lang: 'cy' });
    expect(panel.sentence(COUNTY.id)).to.equal('Ar gau: Moving office');
    const [marked] = panel.contact(COUNTY.id).querySelectorAll('[part="status"] [lang]');
    expect([marked!.getAttribute('lang'), marked!.textContent]).to.deep.equal(['en', 'Moving office']);
    panel.element.lang = 'en';
    await panel.element.updateComplete;
    expect(panel.sentence(COUNTY.id)).to.equal('Closed: Moving office');
    expect(panel.contact(COUNTY.id).querySelector('[part="status"] [lang]')).to.equal(null);
  });

  for (const [hours, said] of [
    // The midnight at which a day ends is that day's.
    ['24/7; 2026 Dec 25 off', 'Open now, closes at midnight Thursday 24 December'],
    ['2026 Nov 20-27', 'Open now, closes at midnight Friday'],
    ['24/7; 2026 Nov 26 off', 'Open now, closes at midnight'],
    ['24/7; 2026 Nov 25 off', 'Closed, opens today at midnight'],
    ['2026 Nov 27', 'Closed, opens tomorrow at midnight'],
    ['Sa,Su unknown', 'Closed, may open Friday at midnight'],
    ['2026 Dec 25', 'Closed, opens Thursday 24 December at midnight'],
    ['2026 Dec 2 10:00-12:00', 'Closed, opens Wednesday 2 December at 10am'],
    ['2027 Nov 24 10:00-11:00', 'Closed, opens Wednesday 24 November at 10am'],
    ['2027 Nov 25 10:00-11:00', 'Closed, opens Thursday 25 November 2027 at 10am'],
    ['24/7 open "by text"', 'Open 24 hours'],
    ['Mo-Fr 09:00-17:00 open "by text"', 'Open now, closes at 5pm (by text)'],
    ['Mo-Fr 09:00-12:00 open "by text", Mo-Fr 12:00-13:00 unknown', 'Open now until at least midday (by text)'],
    ['24/7; PH unknown "bank holiday"', 'Open now until at least midnight Thursday 24 December'],
    ['Mo-We 00:00-24:00, Th 00:00-10:30+', 'Open now until at least 10:30am tomorrow'],
    ['Mo-We 00:00-24:00, Th 00:00-10:00+', 'Open now until at least 10am'],
    ['Mo-Fr 09:00-17:00; Mo-Fr 10:00-14:00 off "lunch"', 'Closed: lunch, opens today at 2pm'],
    ['Mo-Fr 09:00-17:00; Nov 24-Dec 1 off "Moving house."', 'Closed: Moving house, opens Wednesday 2 December at 9am'],
    [
      'Mo-Fr 09:00-17:00; 2026 Nov 25 off "training", 2026 Nov 26 unknown "strike"',
      'Closed: training, may open today at midnight (strike)',
    ],
    ['closed "for good"', 'Closed: for good'],
    ['closed "Back soon..."', 'Closed: Back soon...'],
    ['Mo-Fr 09:00-17:00 unknown "Ask the porter."', 'May be open: Ask the porter. Try calling.'],
    ['Mo-Fr 09:00-17:00 unknown "Ask first!"', 'May be open: Ask first! Try calling.'],
    // A property of every object.
    ['Mo-Fr 09:00-17:00 unknown "constructor"', 'May be open: constructor. Try calling.'],
  ] as const)
    it(`${hours}: ${said}`, async () => {
      const panel = await give(data({ ...COUNTY, hours, notices: [] }));
      expect(inLondon(panel.sentence(COUNTY.id))).to.equal(said);
    });

  for (const [hours, ...notices] of [
    ['Mo-Fr 09:00-17:00; Nov 25 off "leave a message and we will call you back"'],
    ['Mo-Fr 09:00-17:00; Nov 25 OFF "leave a message and we will call you back"'],
    ['Mo-Fr 09:00-17:00 open "ring twice"; Nov 25 closed "leave a message and we will call you back"'],
    ['Mo-Fr 09:00-11:00 open "ask for the officer on duty and wait"'],
    ['Mo-Fr 09:00-17:00 unknown "ask for the officer on duty and wait"'],
    // Open until then.
    ['24/7', { text: 'Training', from: '2026-11-28', to: '2026-11-29', closed: true }],
  ] as const)
    it(`room is kept for ${hours}${notices.length ? ', but for a notice' : ''}`, async () => {
      for (const lang of ['cy', 'en']) {
        const panel = await give(data({ ...COUNTY, checkedOn: '2023-04-27', hours, notices }), { lang });
        const { room } = panel.contact(COUNTY.id).querySelector<HTMLElement>('[part="status"]')!.dataset;
        expect(room!.length).to.be.at.least(panel.sentence(COUNTY.id).length);
      }
    });

  it('an old closure says "usually" and its reason', async () => {
    const old = { ...COUNTY, checkedOn: '2023-04-27', notices: [] };
    const panel = await give(
      data(
        { ...old, hours: 'Mo-Fr 09:00-17:00; Mo-Fr 10:00-14:00 off "lunch"' },
        { ...old, id: 'other', hours: 'Mo-Fr 09:00-17:00; PH off "leave a message"' },
      ),
      { now: '2026-12-28T11:00' },
    );
    expect(inLondon(panel.sentence(COUNTY.id))).to.equal('Usually closed now: lunch, opens today at 2pm');
    expect(inLondon(panel.sentence('other'))).to.equal('Closed for the bank holiday: leave a message, opens tomorrow at 9am');
    panel.element.contacts = data({ ...old, hours: 'Mo-Fr 09:00-17:00; PH off "bank holiday"' });
    await panel.element.updateComplete;
    expect(inLondon(panel.sentence(COUNTY.id))).to.equal('Closed for the bank holiday, opens tomorrow at 9am');
    panel.element.contacts = data({ ...old, hours: 'Mo-Fr 09:00-17:00; Mo-Fr 10:00-14:00 off "lunch"' });
    panel.element.lang = 'cy';
    await panel.element.updateComplete;
    expect(panel.sentence(COUNTY.id).replaceAll(' amser y DU', '')).to.equal('Fel arfer ar gau nawr: lunch, yn agor heddiw am 2pm');
  });

  it('what was published together is told only of those that still are as they were', async () => {
    const credit = (panel: PanelHarness) =>
      [...panel.root.querySelectorAll('details p')]
        .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
        .find((text) => text.includes('come from'));
    const PUBLISHED = /^The numbers and hours come from .* 27 April 2023\.$/;
    expect(credit(await mount())).to.match(PUBLISHED);
    const corrected = { id: 'paladin', number: '020 3866 4107', hours: 'Mo-Fr 09:00-16:00', checkedOn: '2026-11-20' };
    expect(credit(await give(data(corrected)))).to.match(/^National Stalking Helpline\. The numbers/);
    expect(credit(await give(data(COUNTY)))).to.match(/^National Stalking Helpline, Paladin\. The numbers/);
    // That of a nation is not among what was published there.
    expect(credit(await mount({ region: 'wales' }))).to.match(/^National Stalking Helpline, Paladin\. The numbers/);
    expect(credit(await give(data(corrected, { ...corrected, id: 'national-stalking-helpline' })))).to.equal(undefined);
    // A host that has corrected a copy may have left its date.
    const copied = { ...corrected, checkedOn: '2023-04-27', source: 'https://county.example/' };
    expect(credit(await give(data(copied)))).to.match(/^National Stalking Helpline\. The numbers/);
    const panel = await give(data(copied, { ...copied, id: 'national-stalking-helpline' }));
    expect(credit(panel)).to.equal(undefined);
    expect(panel.text).to.not.contain('published');
    expect(panel.contact('paladin').textContent).to.contain('Checked on 27 April 2023.').and.contain('Source');
  });

  it('what the host has checked, the panel does not call published', async () => {
    const checked = ['national-stalking-helpline', 'paladin'].map((id) => ({
      id,
      number: COUNTY.number,
      hours: 'Mo-Fr 09:00-16:00',
      checkedOn: '2026-11-20',
    }));
    for (const panel of [await give(data(...checked)), await give(data(COUNTY), { show: COUNTY.id })]) {
      expect(panel.text).to.not.contain('published');
      for (const id of panel.ids.filter((id) => id !== 'emergency' && id !== 'police'))
        expect(panel.contact(id).textContent).to.contain('Checked on ');
    }
    expect((await mount()).text).to.contain('Opening hours published 27 April 2023.');
  });

  it('a helpline of record can be corrected', async () => {
    const panel = await give(
      data({
        id: 'paladin',
        number: '020 3866 4107',
        hours: 'Mo-Fr 09:00-16:00; PH off',
        holidays: 'england-and-wales',
        checkedOn: '2026-11-20',
      }),
    );
    expect(inLondon(panel.sentence('paladin'))).to.equal('Open now, closes at 4pm');
    expect(panel.contact('paladin').textContent).to.contain('National Stalking Advocacy Service');
  });

  for (const region of ['', 'england', 'scotland', 'northern-ireland'])
    it(`the police by the host’s own name beside the host’s own number, region ${region || 'unset'}`, async () => {
      const police = { id: 'police', name: 'Control room', number: '01632 960 111', hours: '24/7' };
      const panel = await give(data(police), { region });
      const name = () => panel.contact('police').querySelector('.name')!.textContent.trim();
      expect(name()).to.equal('Control room');
      panel.element.policeName = 'Fife Division';
      await panel.element.updateComplete;
      expect(name()).to.equal('Fife Division');
    });

  for (const [lang, words] of [
    ['en', 'Advocates'],
    ['cy', 'Eiriolwyr'],
    ['cy-GB', 'Eiriolwyr'],
    ['fr', 'Advocates'],
  ] as const)
    it(`texts by language and nation are said in the panel’s language, ${lang}`, async () => {
      for (const name of [
        { 'cy-GB': 'Eiriolwyr', 'en-GB': 'Advocates' },
        { 'en-GB': 'Advocates', 'cy-GB': 'Eiriolwyr' },
        { gd: 'x', cy: 'Eiriolwyr', en: 'Advocates' },
      ]) {
        const panel = await give(data({ ...COUNTY, name }), { lang });
        expect(panel.contact(COUNTY.id).querySelector('.name')!.textContent.trim()).to.equal(words);
        expect(panel.contact(COUNTY.id).querySelector('.name [lang]')).to.equal(null);
      }
    });

  it('texts in one script are not said in a language that has another', async () => {
    const panel = await give(data({ ...COUNTY, name: { 'cy-Arab': 'x', en: 'Advocates' } }), { lang: 'cy' });
    expect(panel.contact(COUNTY.id).querySelector('.name')!.textContent.trim()).to.equal('Advocates');
  });

  it('a line of the host that never closes is not said to have old hours, nor hours at all, for a notice that closes nothing', async () => {
    const line = {
      id: 'police',
      number: '101',
      hours: '24/7',
      notices: [{ text: 'You can report online', from: '2026-11-01', to: '2026-12-31' }],
    };
    const panel = await give(data(line));
    expect(panel.element.problems).to.deep.equal([]);
    expect(panel.sentence('police')).to.equal('Open 24 hours');
    expect(panel.contact('police').textContent)
      .to.contain('You can report online')
      .and.not.match(/24 hours[^]*24 hours/);
  });

  it('emergency cannot be replaced', async () => {
    const panel = await give(data({ ...COUNTY, id: 'emergency', number: '0900 123456' }));
    expect(panel.number('emergency').textContent.trim()).to.equal('999');
    expect(panel.element.problems).to.have.length(1);
  });

  for (const bad of [null, 'x', 42, [], {}, { version: 2, contacts: [] }, data({ id: 'x' }), data(null as unknown as object)])
    it(`${JSON.stringify(bad)} leaves the built-in contacts`, async () => {
      const panel = await give(bad);
      expect(panel.ids).to.deep.equal(['emergency', 'police', 'national-stalking-helpline', 'paladin']);
      expect(panel.element.problems.length > 0).to.equal(bad !== null);
    });

  it('old hours of the host’s own say "usually", and tell the webmaster', async () => {
    const panel = await give(data({ ...COUNTY, checkedOn: '2025-11-24' }));
    expect(inLondon(panel.sentence(COUNTY.id))).to.equal('Usually open now, closes at midday');
    expect(panel.element.problems.map(({ code, attribute }) => [code, attribute])).to.deep.equal([['old-hours', 'contacts']]);
    expect(panel.element.problems[0]!.message).to.contain(
      `"${COUNTY.id}" count as old: no checkedOn in the last twelve months. Check them`,
    );
    expect((await give(data({ ...COUNTY, hours: '2026 Nov 20 10:00-12:00', checkedOn: '2025-11-24' }))).sentence(COUNTY.id)).to.equal(
      'Usually closed now',
    );
  });

  it('the event of a problem says where in the data it is', async () => {
    const heard: ProblemEvent[] = [];
    const listen = (event: ProblemEvent) => void heard.push(event);
    document.addEventListener('rsp-problem', listen);
    await give(data({ ...COUNTY, number: '1' }));
    document.removeEventListener('rsp-problem', listen);
    expect(heard.map(({ attribute, pointer }) => [attribute, pointer])).to.deep.equal([['contacts', '/contacts/0/number']]);
  });

  it('twelve months are still fresh', async () => {
    const panel = await give(data({ ...COUNTY, checkedOn: '2025-11-25' }));
    expect(inLondon(panel.sentence(COUNTY.id))).to.equal('Open now, closes at midday');
  });

  describe('from src', () => {
    const answer = (json: unknown) => {
      const requests: [string, RequestInit][] = [];
      window.fetch = async (url, init) => {
        requests.push([String(url), init!]);
        return new Response(JSON.stringify(json));
      };
      return requests;
    };
    const arrived = async (panel: PanelHarness) => {
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
      await panel.element.updateComplete;
    };

    it('are fetched once for all panels, without credentials or referrer', async () => {
      const requests = answer(data(COUNTY));
      const src = 'https://county.example/shared.json';
      const panels = [await mount({ src }), await mount({ src })];
      await Promise.all(panels.map(arrived));
      for (const panel of panels) expect(panel.ids).to.include(COUNTY.id);
      expect(requests.map(([url, { credentials, referrerPolicy }]) => [url, credentials, referrerPolicy])).to.deep.equal([
        [src, 'omit', 'no-referrer'],
      ]);
    });

    it('go with src, and are not shown where another has overtaken them', async () => {
      const answers = new Map<string, (response: Response) => void>();
      window.fetch = ((url: string) => new Promise((resolve) => answers.set(url, resolve))) as typeof window.fetch;
      const [first, second] = ['first', 'second'].map((id) => `https://county.example/${id}.json`) as [string, string];
      const panel = await mount({ src: first });
      panel.element.src = second;
      await panel.element.updateComplete;
      const own = async (url?: string) => {
        if (url) answers.get(url)!(new Response(JSON.stringify(data({ ...COUNTY, id: url === first ? 'first' : 'second' }))));
        await arrived(panel);
        return panel.ids.slice(4);
      };
      expect(await own(second)).to.deep.equal(['second']);
      expect(await own(first)).to.deep.equal(['second']);
      panel.element.removeAttribute('src');
      expect(await own()).to.deep.equal([]);
    });

    it('the property beats src, whichever comes first', async () => {
      answer(data(COUNTY));
      const panel = await give(data({ ...COUNTY, name: 'From the property' }), { src: 'https://county.example/beaten.json' });
      await arrived(panel);
      expect(panel.contact(COUNTY.id).textContent).to.contain('From the property');
    });

    it('stay where the page changes its address, which names no other document', async () => {
      const requests = answer(data(COUNTY));
      const address = location.href;
      const panel = await mount({ src: 'step.json' });
      await arrived(panel);
      await time.paint();
      try {
        history.pushState({}, '', 'another/step');
        window.dispatchEvent(new Event('focus'));
        await arrived(panel);
        expect(requests.map(([url]) => url)).to.deep.equal([new URL('step.json', address).href]);
        expect(panel.ids).to.include(COUNTY.id);
        time.sleepUntil('2026-11-27T10:00Z');
        window.dispatchEvent(new Event('focus'));
        await arrived(panel);
        expect(requests.map(([url]) => url)).to.deep.equal([requests[0]![0], requests[0]![0]]);
      } finally {
        history.replaceState({}, '', address);
      }
    });

    it('are asked for again when the page is shown a day later, though the request went out before a time was known', async () => {
      const requests = answer(data(COUNTY));
      const panel = await mount({ src: 'https://county.example/late.json' });
      await arrived(panel);
      await time.paint();
      time.sleepUntil('2026-11-26T11:00Z');
      window.dispatchEvent(new Event('focus'));
      await arrived(panel);
      expect(requests).to.have.length(2);
    });

    it('are asked for again when the network is back, on a page that stayed in front', async () => {
      window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      const panel = await mount({ src: 'https://county.example/tunnel.json' });
      await arrived(panel);
      await time.paint();
      const requests = answer(data(COUNTY));
      await time.advanceTo('2026-11-25T10:10:00Z');
      expect(panel.ids).to.not.include(COUNTY.id);
      window.dispatchEvent(new Event('online'));
      await arrived(panel);
      expect(requests).to.have.length(1);
      expect(panel.ids).to.include(COUNTY.id);
    });

    describe('while a press is under way, as far as the page can tell', () => {
      /** As after a press with another button than the first, which makes no click. */
      const press = (isDown: boolean) =>
        Object.defineProperty(performance, 'eventCounts', {
          configurable: true,
          value: new Map([
            ['pointerdown', 1],
            ['pointerup', 1],
            ['click', isDown ? 0 : 1],
            ['pointercancel', 0],
          ]),
        });

      /** As long as a press is given. */
      const wait = async (panel: PanelHarness) => {
        await time.advanceTo(time.now() + 500);
        await panel.element.updateComplete;
      };

      // What is left is the browser's own.
      afterEach(() => void Reflect.deleteProperty(performance, 'eventCounts'));

      it('stand in a panel from the first if they are known, so that it never says that a closed line is open', async () => {
        answer(data({ ...COUNTY, id: 'paladin', hours: 'Mo-Su off' }));
        const src = 'https://county.example/known.json';
        await arrived(await mount({ src }));
        await time.paint();
        press(true);
        const panel = await mount({ src });
        const heard: string[] = [];
        panel.element.addEventListener('rsp-status', ({ contact, state }) => contact === 'paladin' && heard.push(state));
        await time.paint();
        expect(panel.state('paladin')).to.equal('closed');
        await wait(panel);
        expect(heard).to.deep.equal(['closed']);
        expect(panel.spoken).to.equal('');
      });

      it('those of the last answer stay, also where the one before it had to wait', async () => {
        let fail!: (error: Error) => void;
        window.fetch = () => new Promise((_, reject) => (fail = reject));
        const panel = await mount({ src: 'https://county.example/order.json' });
        await time.paint();
        time.sleepUntil('2026-11-25T10:00:06Z');
        press(true);
        fail(new TypeError('Failed to fetch'));
        await arrived(panel);
        press(false);
        answer(data(COUNTY));
        window.dispatchEvent(new Event('online'));
        await arrived(panel);
        await wait(panel);
        expect(panel.ids).to.include(COUNTY.id);
      });
    });

    it('are not asked for by a page that goes out of sight, as one does that is left', async () => {
      const requests = answer(data(COUNTY));
      const panel = await mount({ src: 'https://county.example/leaving.json' });
      await arrived(panel);
      await time.paint();
      time.sleepUntil('2026-11-27T10:00Z');
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      try {
        document.dispatchEvent(new Event('visibilitychange'));
        await arrived(panel);
        expect(requests).to.have.length(1);
      } finally {
        Reflect.deleteProperty(document, 'hidden');
      }
    });

    it('show may name what is still on its way', async () => {
      answer(data(COUNTY));
      const panel = await mount({ src: 'https://county.example/show.json', show: `${COUNTY.id} nobody` });
      expect(panel.element.problems).to.deep.equal([]);
      await arrived(panel);
      expect(panel.ids).to.deep.equal(['emergency', COUNTY.id]);
      expect(panel.element.problems.map(({ code, attribute, message }) => [code, attribute, message])).to.deep.equal([
        ['unknown-id', 'show', 'show: no contact has the id "nobody". It is left out.'],
      ]);
    });

    for (const [name, fetchStub, code] of [
      ['the network is down', () => Promise.reject(new TypeError('Failed to fetch')), 'src-network'],
      ['the server says 404', () => Promise.resolve(new Response('', { status: 404 })), 'src-status'],
      ['it is no JSON', () => Promise.resolve(new Response('<html>')), 'src-json'],
    ] as const)
      it(`the built-in panel stays when ${name}`, async () => {
        window.fetch = fetchStub;
        const panel = await mount({ src: `https://county.example/${code}.json` });
        await arrived(panel);
        expect(panel.ids).to.deep.equal(['emergency', 'police', 'national-stalking-helpline', 'paladin']);
        expect(panel.element.problems.map((problem) => problem.code)).to.deep.equal([code]);
      });

    it('an address that is no https URL is not asked', async () => {
      const requests = answer(data(COUNTY));
      const panel = await mount({ src: 'javascript:alert(1)' });
      await arrived(panel);
      expect(requests).to.deep.equal([]);
      expect(panel.element.problems.map((problem) => problem.code)).to.deep.equal(['src-address']);
    });
  });
});
