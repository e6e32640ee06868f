import { expect } from '@open-wc/testing';
import '../src/define.js';
import type { ProblemEvent, StatusEvent } from '../src/index.js';
import { examples } from './examples.js';
import { FakeTime } from './support/fake-time.js';
import { inLondon, mount, PanelHarness } from './support/panel-harness.js';

const NSH = 'national-stalking-helpline';
const WEDNESDAY_10 = '2026-11-25T10:00Z';
/** What a page hears when it is shown again. */
const WAKES = [
  [window, 'pageshow'],
  [window, 'focus'],
  [document, 'visibilitychange'],
  [document, 'resume'],
] as const;

describe('<report-stalker-panel>', () => {
  let time: FakeTime;
  let warnings: string[];
  const { warn, error } = console;

  beforeEach(() => {
    time = new FakeTime(WEDNESDAY_10);
    warnings = [];
    console.warn = (message: string) => void warnings.push(message);
    console.error = (message: string) => void warnings.push(message);
  });

  afterEach(() => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    time.restore();
    Object.assign(console, { warn, error });
  });

  it('says nothing of an exit that the host has left out', async () => {
    expect((await mount()).root.textContent).to.contain("'Exit this page' opens another website.");
    expect((await mount({ 'without-exit': '' })).root.textContent).to.not.contain('opens another website');
  });

  describe('before the first look at the clock', () => {
    it('shows the four contacts of record, 999 first', async () => {
      const panel = await mount();
      expect(panel.ids).to.deep.equal(['emergency', 'police', NSH, 'paladin']);
    });

    for (const [id, number, href] of [
      ['emergency', '999', 'tel:999'],
      ['police', '101', 'tel:101'],
      [NSH, '0808 802 0300', 'tel:08088020300'],
      ['paladin', '020 3866 4107', 'tel:02038664107'],
    ] as const)
      it(`${id}: ${number} dials ${href}`, async () => {
        const link = (await mount()).number(id);
        expect(link.textContent!.trim()).to.equal(number);
        expect(link.getAttribute('href')).to.equal(href);
        expect(link.hasAttribute('aria-label')).to.equal(false);
        // Whatever the `base` of the page says.
        expect(link.target).to.equal('_self');
      });

    it('shows published hours and no status', async () => {
      const panel = await mount();
      expect(panel.contact(NSH).textContent).to.contain('Monday to Friday, 9:30am to 4pm');
      expect(panel.text).to.contain('Opening hours published 27 April 2023. They may have changed.');
      expect(panel.ids.map((id) => panel.state(id))).to.deep.equal(['unknown', 'unknown', 'unknown', 'unknown']);
      expect(panel.sentence(NSH)).to.equal('');
    });

    for (const [width, lang, now] of [
      ['auto', 'en', '2026-11-25T10:00'],
      // In a sidebar, "may be open" takes the most lines.
      ['245px', 'cy', '2026-11-26T15:30'],
    ] as const)
      it(`keeps the room that statuses need, unseen: ${width}, ${lang}, ${now}`, async () => {
        const panel = await mount({ lang, now });
        panel.element.style.width = width;
        const before = panel.element.getBoundingClientRect().height;
        await time.paint();
        expect(panel.sentence(NSH)).not.to.equal('');
        expect(panel.element.getBoundingClientRect().height).to.equal(before);
        const rooms = [...panel.root.querySelectorAll('.room')];
        expect(rooms.map((room) => getComputedStyle(room, '::before').visibility)).to.deep.equal(rooms.map(() => 'hidden'));
      });
  });

  describe('at an instant', () => {
    for (const { name, now, says, attributes, contacts, allClosed } of examples)
      it(`${name}: ${now}`, async () => {
        const panel = await mount({ ...attributes, now });
        panel.element.contacts = contacts;
        await time.paint();
        const seen = Object.fromEntries(Object.keys(says).map((id) => [id, [panel.state(id), inLondon(panel.sentence(id))]]));
        expect(seen).to.deep.equal(says);
        expect(panel.text.includes('The helplines are usually closed now.')).to.equal(allClosed ?? false);
      });

    for (const [attributes, line] of [
      [{ region: 'wales' }, ' Live Fear Free helpline: Open 24 hours.'],
      [{ compact: '' }, ''],
    ] as [Record<string, string>, string][])
      it(`when every helpline is closed, names the police and the 24-hour line of the region: ${JSON.stringify(attributes)}`, async () => {
        const panel = await mount({ ...attributes, now: '2026-11-25T03:00' });
        await time.paint();
        expect(panel.root.querySelector('.instead')!.textContent!.trim()).to.equal(
          `The helplines are usually closed now. You can call the police at any time: 999 in immediate danger, 101 if it is not an emergency.${line}`,
        );
      });

    for (const [what, line, says] of [
      ['at night', { hours: 'Mo-Fr 09:00-17:00' }, ''],
      ['for training', { hours: '24/7', notices: [{ text: 'Training', from: '2026-11-25', to: '2026-11-25', closed: true }] }, ''],
      ['perhaps', { hours: '24/7 unknown "training"' }, ' Live Fear Free helpline: May be open. Try calling.'],
      ['from tomorrow on', { hours: '24/7', notices: [{ text: 'Training', from: '2026-11-26', to: '2026-11-26', closed: true }] }, ' Live Fear Free helpline: Open now.'],
    ] as const)
      it(`when every helpline is closed, does not say that the line of the region is open where a host has closed it ${what}`, async () => {
        const panel = await mount({ region: 'wales', now: '2026-11-25T03:00' });
        panel.element.contacts = { version: 1, contacts: [{ id: 'live-fear-free', number: '0808 80 10 800', checkedOn: '2026-11-01', ...line }] };
        await time.paint();
        expect(panel.root.querySelector('.instead')!.textContent!.trim()).to.equal(
          `The helplines are usually closed now. You can call the police at any time: 999 in immediate danger, 101 if it is not an emergency.${says}`,
        );
      });

    it('when every helpline is closed, and a host has closed 101, sends nobody there', async () => {
      const panel = await mount({ region: 'wales', now: '2026-11-25T03:00' });
      const notices = [{ text: '101 is out of order', from: '2026-11-25', to: '2026-11-25', closed: true }];
      panel.element.contacts = { version: 1, contacts: [{ id: 'police', number: '101', hours: '24/7', notices }] };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent!.trim()).to.equal('Live Fear Free helpline: Open 24 hours.');
    });

    it('when every helpline is closed, and so is the unit that a host has put in the place of 101, names 101', async () => {
      const panel = await mount({ now: '2026-11-25T03:00' });
      panel.element.contacts = { version: 1, contacts: [{ id: 'police', name: 'Stalking unit', number: '01632 960 123', hours: 'Mo-Fr 09:00-17:00', checkedOn: '2026-11-01' }] };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent!.trim()).to.equal(
        'The helplines are usually closed now. You can call the police at any time: 999 in immediate danger, 101 if it is not an emergency.',
      );
    });

    for (const [now, instead] of [
      ['2026-11-25T09:15', 'Paladin: Usually open now.'],
      ['2026-11-25T15:30', 'National Stalking Helpline: Usually open now.'],
      ['2026-11-26T16:30', 'Paladin: May be open. Try calling.'],
      ['2026-11-25T10:00', ''],
    ] as const)
      it(`beside a helpline that is closed, names what is open: ${now}, ${instead || 'none closed'}`, async () => {
        const panel = await mount({ now });
        const before = panel.element.getBoundingClientRect().height;
        await time.paint();
        expect(panel.root.querySelector('.instead')!.textContent!.trim()).to.equal(instead);
        expect(panel.element.getBoundingClientRect().height).to.equal(before);
      });

    it('beside a closed helpline, names a line of the host that is always open, two at the most', async () => {
      const panel = await mount({ now: '2026-11-25T03:00' });
      panel.element.contacts = {
        version: 1,
        contacts: ['one', 'two', 'three'].map((id) => ({ id, name: `Line ${id}`, number: '01632 960 123', hours: '24/7' })),
      };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent!.trim()).to.equal('Line one: Open 24 hours. Line two: Open 24 hours.');
    });

    it('beside a closed helpline, names none that may be open where another surely is', async () => {
      const panel = await mount({ now: '2026-11-26T16:30' });
      const line = { id: 'county', name: 'County', number: '01632 960 123', hours: 'Mo-Fr 09:00-20:00', checkedOn: '2026-11-01' };
      panel.element.contacts = { version: 1, contacts: [line] };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent!.trim()).to.equal('County: Open now.');
    });

    it('says so when it is a preview', async () => {
      expect((await mount({ now: '2026-12-25T10:00' })).text).to.contain('Preview');
      expect((await mount()).text).not.to.contain('Preview');
    });

    it('a preview is frozen', async () => {
      const panel = await mount({ now: '2026-12-24T15:59' });
      await time.paint();
      const before = panel.sentence(NSH);
      expect(time.timers).to.equal(0);
      await time.advanceTo('2026-12-31T10:00Z');
      expect(panel.sentence(NSH)).to.equal(before);
    });

    it('a preview with an offset is that instant', async () => {
      const panel = await mount({ now: '2026-07-01T16:59:59+02:00' });
      await time.paint();
      expect(inLondon(panel.sentence(NSH))).to.equal('Usually open now, closes at 4pm (in 1 minute)');
    });

    it('says "UK time" exactly when the visitor’s clock shows another', async () => {
      const panel = await mount();
      await time.paint();
      const differs = new Date('2026-11-25T16:00Z').getTimezoneOffset() !== 0;
      expect(panel.sentence(NSH).includes('4pm UK time')).to.equal(differs);
    });
  });

  describe('as time passes', () => {
    it('changes at the boundary, to the second', async () => {
      const panel = await mount();
      await time.paint();
      await time.advanceTo('2026-11-25T15:59:59.999Z');
      expect(panel.state(NSH)).to.equal('open');
      await time.advanceTo('2026-11-25T16:00Z');
      expect(panel.state(NSH)).to.equal('closed');
      expect(inLondon(panel.sentence(NSH))).to.equal('Usually closed now, opens tomorrow at 9:30am');
      await time.advanceTo('2026-11-26T09:30Z');
      expect(panel.state(NSH)).to.equal('open');
    });

    it('counts the last hour down', async () => {
      const panel = await mount();
      await time.paint();
      const said = async (now: string) => {
        await time.advanceTo(now);
        return inLondon(panel.sentence(NSH));
      };
      expect(await said('2026-11-25T14:59:59Z')).to.equal('Usually open now, closes at 4pm');
      expect(await said('2026-11-25T15:00Z')).to.equal('Usually open now, closes at 4pm (in 60 minutes)');
      expect(await said('2026-11-25T15:01Z')).to.equal('Usually open now, closes at 4pm (in 59 minutes)');
      expect(await said('2026-11-25T15:58:59Z')).to.equal('Usually open now, closes at 4pm (in 2 minutes)');
      expect(await said('2026-11-25T15:59Z')).to.equal('Usually open now, closes at 4pm (in 1 minute)');
    });

    it('one timer serves all panels, whichever changes first, and it does not poll', async () => {
      const panels = await Promise.all([NSH, 'paladin', 'police', NSH].map((show) => mount({ show })));
      await time.paint();
      expect(time.timers).to.equal(1);
      expect(await time.advanceTo('2026-11-25T11:59Z')).to.be.at.most(1);
      expect(time.timers).to.equal(1);
      await time.advanceTo('2026-11-25T14:30Z');
      expect(inLondon(panels[1]!.sentence('paladin'))).to.equal('Usually open now, closes at 3pm (in 30 minutes)');
      await time.advanceTo('2026-11-25T15:00Z');
      expect(panels[1]!.state('paladin')).to.equal('closed');
      await time.advanceTo('2026-11-25T16:00Z');
      expect([panels[0]!.state(NSH), panels[3]!.state(NSH)]).to.deep.equal(['closed', 'closed']);
      expect(time.timers).to.equal(1);
    });

    for (const [from, type] of WAKES)
      it(`catches up when the page is shown after sleep, on ${type}`, async () => {
        const panel = await mount();
        await time.paint();
        time.sleepUntil('2026-11-25T17:00Z');
        from.dispatchEvent(new Event(type));
        await panel.element.updateComplete;
        expect(panel.state(NSH)).to.equal('closed');
      });

    it('waits for one first look, however many panels there are', async () => {
      let waits = 0;
      const { afterPaint } = time;
      time.afterPaint = (callback) => {
        waits++;
        afterPaint.call(time, callback);
      };
      await Promise.all([mount(), mount(), mount()]);
      expect(waits).to.equal(1);
    });

    it('looks at the clock after half a second where no frame comes, and once, whichever comes first', async () => {
      let looks = 0;
      const { now } = time;
      time.now = () => (looks++, now.call(time));
      const inTime = () => time.advanceTo(now.call(time) + 500);
      const inFrame = () => time.paint();
      for (const [first, later] of [[inTime, inFrame], [inFrame, inTime]] as const) {
        const panel = await mount();
        await first();
        expect(panel.state(NSH)).to.equal('open');
        looks = 0;
        await later();
        expect(looks).to.equal(0);
        panel.element.remove();
      }
    });

    it('catches up also where it was moved before the first paint', async () => {
      const panel = await mount();
      panel.element.remove();
      document.body.append(panel.element);
      await time.paint();
      expect(panel.state(NSH)).to.equal('open');
      time.sleepUntil('2026-11-25T17:00Z');
      window.dispatchEvent(new Event('pageshow'));
      await panel.element.updateComplete;
      expect(panel.state(NSH)).to.equal('closed');
    });

    it('shows at once what holds when it is put back, hours later, and says nothing of it', async () => {
      const panel = await mount();
      await mount();
      await time.paint();
      panel.element.remove();
      time.sleepUntil('2026-11-25T17:00Z');
      document.body.append(panel.element);
      await panel.element.updateComplete;
      expect(panel.sentence(NSH)).to.contain('Usually closed now, opens tomorrow at 9:30am');
      await time.paint();
      expect(panel.spoken).to.equal('');
    });

    it('shows what holds now, not at the last look, where the page changes what is shown', async () => {
      const panel = await mount({ show: 'police' });
      await time.paint();
      // Nothing on screen can change: no timer.
      expect(time.timers).to.equal(0);
      const events: StatusEvent[] = [];
      panel.element.addEventListener('rsp-status', (event) => events.push(event));
      time.sleepUntil('2026-11-25T18:00Z');
      panel.element.removeAttribute('show');
      await panel.element.updateComplete;
      expect(inLondon(panel.sentence(NSH))).to.equal('Usually closed now, opens tomorrow at 9:30am');
      await time.advanceTo('2026-11-25T18:01Z');
      expect(events.map(({ contact, state }) => [contact, state])).to.deep.equal([[NSH, 'closed'], ['paladin', 'closed']]);
      expect(panel.spoken).to.equal('');
      // Contacts as well.
      time.sleepUntil('2026-11-26T11:05Z');
      panel.element.contacts = { version: 1, contacts: [{ id: 'desk', name: 'Desk', number: '01632 960 123', hours: 'Mo-Fr 09:00-11:00', checkedOn: '2026-11-01' }] };
      await panel.element.updateComplete;
      expect(panel.state('desk')).to.equal('closed');
    });

    it('no panel contradicts another, nor says the same again, where the page changes one after sleep', async () => {
      const [first, second] = await Promise.all([mount(), mount()]);
      await time.paint();
      time.sleepUntil('2026-11-25T17:00Z');
      first!.element.heading = 'Help';
      await first!.element.updateComplete;
      await second!.element.updateComplete;
      expect([first!.state(NSH), second!.state(NSH)]).to.deep.equal(['closed', 'closed']);
      window.dispatchEvent(new Event('pageshow'));
      await Promise.all([first, second].map((panel) => panel!.element.updateComplete));
      const lines = [first, second].map((panel) => panel!.spoken.split('Paladin:').length - 1);
      expect(lines[0]! + lines[1]!).to.equal(1);
    });

    it('is as quiet, and as late with the time, where another panel was there before', async () => {
      const first = await mount();
      await time.paint();
      first.element.remove();
      time.sleepUntil('2026-11-25T17:00Z');
      const panel = new PanelHarness(document.createElement('report-stalker-panel'));
      const events: string[] = [];
      panel.element.addEventListener('rsp-status', ({ state }) => events.push(state));
      document.body.append(panel.element);
      await panel.element.updateComplete;
      expect([panel.state(NSH), panel.sentence(NSH), events.length]).to.deep.equal(['unknown', '', 0]);
      await time.paint();
      expect(events).to.deep.equal(['always', 'always', 'closed', 'closed']);
      expect(panel.spoken).to.equal('');
    });

    it('notices by itself that a clock from before the release has been put right', async () => {
      time.restore();
      time = new FakeTime('2020-01-08T10:00Z');
      const panel = await mount();
      await time.paint();
      expect(time.timers).to.equal(1);
      await time.advanceTo('2020-01-08T12:00Z');
      expect(panel.state(NSH)).to.equal('unknown');
      time.sleepUntil('2026-11-25T12:00Z');
      await time.advanceTo('2026-11-25T12:00Z');
      expect(panel.state(NSH)).to.equal('open');
    });

    it('does not go on waiting for the right time when it has gone', async () => {
      time.restore();
      time = new FakeTime('2020-01-08T10:00Z');
      const panel = await mount();
      panel.element.remove();
      await time.paint();
      await time.advanceTo('2020-01-08T10:01Z');
      expect(time.timers).to.equal(0);
    });

    it('looks at no clock before the first paint, whatever the page hears', async () => {
      const panel = await mount();
      window.dispatchEvent(new Event('pageshow'));
      window.dispatchEvent(new Event('focus'));
      await panel.element.updateComplete;
      expect(panel.sentence(NSH)).to.equal('');
    });

    it('an update that changes nothing writes nothing', async () => {
      const panel = await mount();
      await time.paint();
      const observer = new MutationObserver(() => {});
      observer.observe(panel.root, { attributes: true, childList: true, characterData: true, subtree: true });
      observer.observe(panel.element, { attributes: true, childList: true, characterData: true, subtree: true });
      await time.advanceTo('2026-11-25T11:00Z');
      window.dispatchEvent(new Event('focus'));
      panel.element.requestUpdate();
      await panel.element.updateComplete;
      expect(observer.takeRecords()).to.have.length(0);
    });

    it('tells the host of each change of state, and the listener once', async () => {
      const events: StatusEvent[] = [];
      const listen = (event: StatusEvent) => void events.push(event);
      document.addEventListener('rsp-status', listen as EventListener);
      const [panel] = await Promise.all([mount(), mount()]);
      await time.paint();
      expect(panel!.spoken).to.equal('');
      events.length = 0;
      await time.advanceTo('2026-11-25T16:00Z');
      document.removeEventListener('rsp-status', listen as EventListener);
      // Paladin closed at 15:00.
      expect(events.map(({ contact, state, previous }) => [contact, state, previous])).to.deep.equal([
        ['paladin', 'closed', 'open'],
        ['paladin', 'closed', 'open'],
        [NSH, 'closed', 'open'],
        [NSH, 'closed', 'open'],
      ]);
      const spoken = [...document.querySelectorAll('report-stalker-panel')].map((element) => new PanelHarness(element).spoken);
      expect(spoken.filter(Boolean)).to.have.length(1);
      expect(spoken.join('')).to.contain('National Stalking Helpline: Usually closed now');
    });

    it('speaks of a change that the first panel of the page does not show', async () => {
      await mount({ show: 'police' });
      const second = await mount();
      await time.paint();
      await time.advanceTo('2026-11-25T15:00Z');
      expect(second.spoken).to.contain('Paladin: Usually closed now');
    });

    it('speaks from a panel that shows where the page hides the first one, for wide screens say', async () => {
      const fold = document.createElement('details');
      document.body.append(fold);
      const hidden = [await mount(), await mount(), await mount({}, fold)];
      hidden[0]!.element.hidden = true;
      hidden[1]!.element.style.visibility = 'hidden';
      const shown = await mount();
      await time.paint();
      await time.advanceTo('2026-11-25T15:00Z');
      expect(hidden.map(({ spoken }) => spoken)).to.deep.equal(['', '', '']);
      expect(shown.spoken).to.contain('Paladin: Usually closed now');
      fold.remove();
    });

    it('speaks on return of what changed while the page was in the background', async () => {
      const panel = await mount();
      await time.paint();
      const events: string[] = [];
      panel.element.addEventListener('rsp-status', ({ contact }) => events.push(contact));
      const show = (hidden: boolean) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      };
      try {
        show(true);
        await time.advanceTo('2026-11-25T15:00:30Z');
        expect(panel.state('paladin')).to.equal('closed');
        expect(events).to.deep.equal(['paladin']);
        expect(panel.spoken).to.equal('');
        show(false);
        await panel.element.updateComplete;
        await panel.element.updateComplete;
        expect(panel.spoken).to.contain('Paladin: Usually closed now');
        expect(events).to.deep.equal(['paladin']);
      } finally {
        Reflect.deleteProperty(document, 'hidden');
      }
    });

    it('what was said does not stay to be read when it is no longer so', async () => {
      const [first, second] = await Promise.all([mount({ show: NSH }), mount({ show: `${NSH} paladin` })]);
      await time.paint();
      await time.advanceTo('2026-11-25T15:30Z');
      expect(second!.spoken).to.contain('Paladin: Usually closed now, opens tomorrow');
      await time.advanceTo('2026-11-25T16:00Z');
      expect(first!.spoken).to.contain('National Stalking Helpline: Usually closed now, opens tomorrow');
      expect(second!.spoken).to.contain('Paladin: Usually closed now, opens tomorrow');
      await time.advanceTo('2026-11-26T00:00Z');
      expect(first!.sentence(NSH)).to.contain('opens today');
      expect([first!.spoken, second!.spoken]).to.deep.equal(['', '']);
    });

    it('does not believe a clock earlier than the release', async () => {
      time.restore();
      time = new FakeTime('2020-01-08T10:00Z');
      const panel = await mount();
      await time.paint();
      expect(panel.sentence(NSH)).to.equal('We cannot tell if this line is open. You can call to check.');
      expect(panel.state(NSH)).to.equal('unknown');
      expect(panel.sentence('emergency')).to.equal('Open 24 hours');
      expect(panel.contact(NSH).textContent).to.contain('Monday to Friday, 9:30am to 4pm');
    });

    it('goes without a clock where the page’s own throws', async () => {
      time.now = () => {
        throw new Error('the page’s own');
      };
      const panel = await mount();
      await time.paint();
      expect(panel.sentence(NSH)).to.equal('We cannot tell if this line is open. You can call to check.');
      expect(panel.sentence('emergency')).to.equal('Open 24 hours');
      expect(time.timers).to.equal(0);
    });
  });

  describe('in the page', () => {
    it('leaves no listener and no timer behind', async () => {
      const panels = await Promise.all([mount(), mount()]);
      await time.paint();
      panels.forEach(({ element }) => element.remove());
      expect(time.timers).to.equal(0);
      // Not even for what changes sooner than all that was shown.
      panels[0].element.contacts = { version: 1, contacts: [{ id: 'desk', name: 'Desk', number: '01632 960 123', hours: 'Mo-Fr 09:00-10:30' }] };
      await panels[0].element.updateComplete;
      expect(time.timers).to.equal(0);
      let looks = 0;
      time.now = () => (looks++, Date.parse('2026-11-25T17:00Z'));
      for (const [from, type] of WAKES) from.dispatchEvent(new Event(type));
      await panels[0].element.updateComplete;
      expect(looks).to.equal(0);
      expect(panels[0].state(NSH)).to.equal('open');
    });

    it('its events stay in the shadow tree that it stands in', async () => {
      const host = document.body.appendChild(document.createElement('div'));
      const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      const heard = new Set<string>();
      for (const type of ['rsp-status', 'rsp-problem', 'rsp-exit']) {
        inside.addEventListener(type, (event) => {
          event.preventDefault();
          heard.add(type);
        });
        host.addEventListener(type, () => heard.add(`${type} outside`));
      }
      const panel = await mount({ region: 'x', show: 'police' }, inside);
      await time.paint();
      panel.exit!.click();
      expect([...heard].sort()).to.deep.equal(['rsp-exit', 'rsp-problem', 'rsp-status']);
      host.remove();
    });

    it('works again after it was removed, moved and put back', async () => {
      const panel = await mount();
      await time.paint();
      panel.element.remove();
      await time.advanceTo('2026-11-25T17:00Z');
      const elsewhere = document.body.appendChild(document.createElement('div'));
      elsewhere.append(panel.element);
      await time.paint();
      expect(panel.state(NSH)).to.equal('closed');
      await time.advanceTo('2026-11-26T10:00Z');
      expect(panel.state(NSH)).to.equal('open');
      elsewhere.remove();
    });

    it('takes over properties set before it was defined as an element of the page', async () => {
      const element = document.createElement('report-stalker-panel');
      element.heading = 'Help';
      document.body.append(element);
      await element.updateComplete;
      expect(new PanelHarness(element).text).to.contain('Help');
    });

    it('an error inside leaves the fallback content on screen, and throws nothing', async () => {
      const element = document.createElement('report-stalker-panel');
      element.innerHTML = '<p>Call 999</p>';
      Object.defineProperty(element, 'heading', {
        get: () => {
          throw new Error('broken');
        },
      });
      document.body.append(element);
      await element.updateComplete;
      expect(element.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
      expect(warnings).to.have.length(1);
    });

    const [EMERGENCY, POLICE] = ['tel:999', 'tel:101'];
    for (const [fallback, ...numbers] of [
      ['', EMERGENCY, POLICE],
      ['\n  ', EMERGENCY, POLICE],
      ['<br>', EMERGENCY, POLICE],
      ['<p>Loading</p>', EMERGENCY, POLICE],
      ['<a href="tel:999">999</a>', EMERGENCY],
      ['<a href="tel:999">999</a> <a href="tel:101">101</a>', EMERGENCY, POLICE],
    ] as const)
      it(`an error inside leaves numbers on screen, each once, where the fallback content is ${JSON.stringify(fallback)}`, async () => {
        const element = document.createElement('report-stalker-panel');
        element.innerHTML = fallback;
        Object.defineProperty(element, 'heading', {
          get: () => {
            throw new Error('broken');
          },
        });
        document.body.append(element);
        await element.updateComplete;
        const links = [element.shadowRoot!, element].flatMap((place) => [...place.querySelectorAll('a')]);
        expect(links.map(({ href }) => href)).to.deep.equal(numbers);
        for (const link of links) expect(link.getBoundingClientRect().height).to.be.above(0);
      });

    it('a copy in a frame, which a print button makes, has numbers in sight', async () => {
      const { element } = await mount();
      const frame = element.parentNode!.appendChild(document.createElement('iframe'));
      const copy = frame.contentDocument!.body.appendChild(element.cloneNode(true) as typeof element);
      // Styles of another document are an error to Lit: then it is never updated.
      for (let microtask = 0; microtask < 20; microtask++) await null;
      expect(copy.shadowRoot!.querySelector('[href="tel:999"]')!.getBoundingClientRect().height).to.be.above(0);
      frame.remove();
    });

    it('a page that puts a part of itself in the place of all, and prints at once, has numbers on paper', async () => {
      const place = (await mount()).element.parentElement!;
      place.innerHTML = '<report-stalker-panel></report-stalker-panel>';
      dispatchEvent(new Event('beforeprint'));
      const panel = place.querySelector('report-stalker-panel')!;
      expect(panel.shadowRoot!.querySelector('[href="tel:999"]')!.getBoundingClientRect().height).to.be.above(0);
      await panel.updateComplete;
      expect(new PanelHarness(panel).ids).to.have.lengthOf(4);
    });
  });

  describe('given something it cannot use', () => {
    for (const [attributes, attribute, used] of [
      [{ region: 'yorkshire' }, 'region', 'the contacts for the whole UK'],
      [{ now: '2026-02-30T10:00' }, 'now', 'the present time'],
      [{ now: '2026-12-25' }, 'now', 'the present time'],
      [{ now: 'tomorrow' }, 'now', 'the present time'],
      [{ theme: 'pink' }, 'theme', 'auto'],
      [{ 'heading-level': '7' }, 'heading-level', '2'],
      [{ compact: 'false' }, 'compact', 'off'],
      [{ 'without-exit': 'false' }, 'without-exit', 'off'],
      [{ 'exit-href': 'javascript:alert(1)' }, 'exit-href', 'https://www.bbc.co.uk/weather'],
      [{ 'police-href': 'http://police.example' }, 'police-href', 'no link to a force'],
      [{ show: 'paladin nobody' }, 'show', 'the contacts that exist'],
    ] as [Record<string, string>, string, string][])
      it(`${JSON.stringify(attributes)} is reported once by each panel, once in the console, and the panel is safe`, async () => {
        const problems: ProblemEvent[] = [];
        const listen = (event: ProblemEvent) => void problems.push(event);
        document.addEventListener('rsp-problem', listen as EventListener);
        const [panel, other] = [await mount(attributes), await mount(attributes)];
        await time.paint();
        panel.element.requestUpdate();
        await panel.element.updateComplete;
        document.removeEventListener('rsp-problem', listen as EventListener);
        expect(problems.map((problem) => [problem.target, problem.attribute, problem.used])).to.deep.equal([
          [panel.element, attribute, used],
          [other.element, attribute, used],
        ]);
        expect(panel.element.problems.map(({ message }) => message)).to.deep.equal([problems[0]!.message]);
        expect(warnings).to.deep.equal([`<report-stalker-panel> ${problems[0]!.message}`]);
        expect(panel.ids[0]).to.equal('emergency');
        expect(panel.number('emergency').textContent!.trim()).to.equal('999');
      });

    it('[object Object] is nothing', async () => {
      const panel = await mount({ region: '[object Object]', heading: '[object Object]', compact: '[object Object]', 'without-exit': '[object Object]' });
      expect(panel.element.problems).to.deep.equal([]);
      expect([...panel.root.querySelectorAll('[data-exit]')]).to.have.lengthOf(1);
      expect(panel.text, 'what compact leaves out').to.contain('Using this page safely');
      expect(panel.text).to.contain('Report a stalker');
    });

    it('a problem that is mended is no longer listed', async () => {
      const panel = await mount({ region: 'yorkshire' });
      panel.element.region = 'england';
      await panel.element.updateComplete;
      expect(panel.element.problems).to.deep.equal([]);
      expect(panel.ids).to.include('national-domestic-abuse-helpline');
    });

    it('a panel inside a panel says so', async () => {
      const outer = await mount();
      const inner = await mount({}, outer.element);
      expect(inner.element.problems.map(({ code }) => code)).to.deep.equal(['nested']);
    });

    const holding = async (html: string, parent?: Element) => {
      const panel = await mount({}, parent);
      panel.element.innerHTML = html;
      panel.element.requestUpdate();
      await panel.element.updateComplete;
      return {
        isShown: panel.element.lastElementChild!.getBoundingClientRect().height > 0,
        problems: panel.element.problems.map(({ code }) => code),
      };
    };

    // Parts of a page do, whatever numbers are in them.
    const parts = ['main', 'nav', 'header', 'footer', 'form', 'article', 'aside', 'section'].map((part) => `<${part}><p>The rest</p><a href="tel:999">999</a></${part}>`);
    for (const html of [...parts, '<p>two</p><h2>More</h2><p>three</p>', '<div><h1>Title</h1><p>text</p></div>', '<p>rest</p><script></script><p>later</p>'])
      it(`${html}, swallowed by a self-closed tag, stays on screen`, async () => {
        expect(await holding(html)).to.deep.equal({ isShown: true, problems: ['swallowed-content'] });
      });

    for (const html of ['<p>Loading</p>', '<h2>Help</h2><p>Call <a href="tel:999">999</a></p>', '<p>Help</p><p><a href="https://host.example/1/panel.html">Help with stalking</a></p>'])
      it(`${html} is fallback content`, async () => {
        expect(await holding(html)).to.deep.equal({ isShown: false, problems: [] });
      });

    it('a copy of a panel, as editors paste it, is fallback content', async () => {
      const { root } = await mount();
      expect(await holding(root.querySelector('.frame')!.outerHTML)).to.deep.equal({ isShown: false, problems: [] });
    });

    it('what something follows is fallback content, and so is what a placeholder held', async () => {
      const box = document.body.appendChild(document.createElement('div'));
      const placed = holding('<p>one</p><p>two</p>', box);
      box.append(' follows');
      expect(await placed).to.deep.equal({ isShown: false, problems: [] });
      box.toggleAttribute('data-report-stalker-panel');
      box.replaceChildren();
      expect(await holding('<p>one</p><p>two</p>', box)).to.deep.equal({ isShown: false, problems: [] });
      box.remove();
    });
  });

  describe('where a translator of the page has put its own nodes in the place of ours', () => {
    /** As extensions do that look into shadow roots too. */
    const translate = (node: Node): void => {
      for (const child of [...node.childNodes])
        if (child instanceof Text && child.data.trim()) {
          const translated = document.createElement('font');
          translated.textContent = `[${child.data}]`;
          child.replaceWith(translated);
        } else translate(child);
    };

    it('statuses, numbers, names and languages change all the same', async () => {
      time.restore();
      time = new FakeTime('2026-11-25T15:30Z');
      const panel = await mount({ region: 'england' });
      await time.paint();
      translate(panel.root);
      expect(panel.sentence(NSH)).to.contain('[Usually open now');
      await time.advanceTo('2026-11-25T16:00Z');
      expect(inLondon(panel.sentence(NSH))).to.equal('Usually closed now, opens tomorrow at 9:30am');
      translate(panel.root);
      panel.element.region = 'scotland';
      await panel.element.updateComplete;
      const line = panel.contact('domestic-abuse-forced-marriage-helpline');
      expect(line.querySelector('a')!.textContent).to.equal('0800 027 1234');
      expect(line.querySelector('[role=heading]')!.textContent).to.contain("Scotland's Domestic Abuse");
      translate(panel.root);
      panel.element.lang = 'cy';
      await panel.element.updateComplete;
      expect(panel.text).to.match(/^Rhoi gwybod am stelciwr Gadael/);
      expect(panel.text).to.contain('. Ffoniwch 999. Sibrydwch');
    });

    it('numbers are none of its business: Firefox turns the direction of what it translates', async () => {
      const { element, root } = await mount({ region: 'wales' });
      const numbers = [...root.querySelectorAll<HTMLElement>('[part=number]')];
      expect(numbers.map(({ translate, dir }) => [translate, dir])).to.deep.equal(numbers.map(() => [false, 'ltr']));
      expect(numbers).to.have.length(5);
      element.remove();
    });
  });

  describe('in a hostile page', () => {
    it('is not shown where it is hidden, or a popover that is closed', async () => {
      const { element } = await mount();
      const display = () => getComputedStyle(element).display;
      expect(display()).to.equal('block');
      element.hidden = true;
      expect(display(), 'hidden').to.equal('none');
      element.setAttribute('hidden', 'until-found');
      expect(display(), 'hidden until found').to.equal('none');
      element.hidden = false;
      element.popover = 'auto';
      expect(display(), 'closed').to.equal('none');
      element.showPopover();
      expect(display(), 'open').to.equal('block');
      element.hidePopover();
      expect(display(), 'closed again').to.equal('none');
    });

    it('looks the same whatever text properties the page hands down', async () => {
      const place = document.body.appendChild(document.createElement('div'));
      place.style.width = '400px';
      const plain = await mount({}, place);
      const box = document.body.appendChild(document.createElement('div'));
      box.style.cssText =
        'font: italic small-caps 900 10px/3 serif; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; white-space: pre; text-indent: 5em; text-align: right; direction: rtl; visibility: hidden; color: red; user-select: none; writing-mode: vertical-rl; text-shadow: 0 0 9px';
      const inner = box.appendChild(document.createElement('div'));
      inner.style.cssText = 'writing-mode: horizontal-tb; width: 400px';
      const hostile = await mount({}, inner);
      await time.paint();
      const look = (panel: PanelHarness) =>
        [...panel.root.querySelectorAll('.name, .purpose, .status, .number, .details')].map((element) => {
          const { font, letterSpacing, wordSpacing, textTransform, visibility, color, textAlign, textIndent, direction } = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          const [across, down] = [Math.round(width), Math.round(height)];
          return { font, letterSpacing, wordSpacing, textTransform, visibility, color, textAlign, textIndent, direction, across, down };
        });
      expect(look(hostile)).to.deep.equal(look(plain));
      box.remove();
      place.remove();
    });
  });

  describe('attributes', () => {
    it('the last write wins, attribute or property', async () => {
      const { element } = await mount({ region: 'wales' });
      element.region = 'scotland';
      await element.updateComplete;
      const panel = new PanelHarness(element);
      expect(panel.ids).to.include('domestic-abuse-forced-marriage-helpline').and.not.include('paladin');
      element.setAttribute('region', 'wales');
      await element.updateComplete;
      expect(panel.ids).to.include('live-fear-free').and.include('paladin');
      element.removeAttribute('region');
      await element.updateComplete;
      expect(panel.ids).to.deep.equal(['emergency', 'police', NSH, 'paladin']);
    });

    it('show chooses and orders, and 999 stays first', async () => {
      const panel = await mount({ show: `paladin emergency police` });
      expect(panel.ids).to.deep.equal(['emergency', 'paladin', 'police']);
    });

    for (const levels of ['455566', '666666'])
      it(`heading and heading-level ${levels[0]}`, async () => {
        const panel = await mount({ heading: 'Get help', 'heading-level': levels[0]! });
        const headings = [...panel.root.querySelectorAll('[role="heading"]')];
        expect(headings[0]!.textContent).to.equal('Get help');
        expect(headings.map((heading) => heading.getAttribute('aria-level'))).to.deep.equal([...levels]);
      });

    it('the exit link is there, and can be left out', async () => {
      expect((await mount()).exit!.href).to.equal('https://www.bbc.co.uk/weather');
      expect((await mount({ 'exit-href': 'https://www.gov.uk/' })).exit!.href).to.equal('https://www.gov.uk/');
      expect((await mount({ 'without-exit': '' })).exit).to.equal(null);
    });

    it('none in a window that the page has moved the panel into, and one again after that', async () => {
      const { element, root } = await mount();
      const place = element.parentNode!;
      const frame = place.appendChild(document.createElement('iframe'));
      const hasExit = async () => {
        await element.updateComplete;
        return [root.querySelector('[data-exit]') !== null, root.textContent!.includes('opens another website')];
      };
      frame.contentDocument!.body.append(element);
      expect(await hasExit()).to.deep.equal([false, false]);
      place.append(element);
      expect(await hasExit()).to.deep.equal([true, true]);
      frame.remove();
    });

    it('no link tells where the visitor came from, nor asks in the clear', async () => {
      const panel = await mount({ region: 'england', 'police-href': 'https://police.example/report' });
      const links = [...panel.root.querySelectorAll<HTMLAnchorElement>('a:not([href^="tel:"])')];
      expect(links.length).to.be.above(3);
      for (const { rel, href } of links) expect(rel, href).to.contain('noreferrer').and.contain('noopener');
      for (const { protocol, href } of links) expect(protocol, href).to.equal('https:');
    });
  });
});
