/** How a panel follows the time, and what a screen reader hears of it. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StatusEvent } from '../../src/index.js';
import { inLondon, mount, PanelHarness } from '../support/panel-harness.js';
import { beginAt, stillPage, time, WAKES } from '../support/still-page.js';

const NSH = 'national-stalking-helpline';

const setHidden = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('the panel as time passes', () => {
  stillPage('2026-11-25T10:00Z');

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

  it('is right beside Date.js, whose `now` gives a date, and whose `parse` one as well, or null', async () => {
    const { parse } = Date;
    const now = time.now();
    Object.assign(time, { now: () => new Date(now) });
    Date.parse = () => null as never;
    try {
      const [panel, preview] = await Promise.all([mount(), mount({ now: '2026-11-25T18:00+01:00' })]);
      await time.paint();
      expect(inLondon(panel.sentence(NSH))).to.equal('Usually open now, closes at 4pm');
      expect(inLondon(preview.sentence(NSH))).to.equal('Usually closed now, opens tomorrow at 9:30am');
      expect(preview.element.problems).to.deep.equal([]);
    } finally {
      Date.parse = parse;
    }
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

  it('looks at the clock after two seconds where no frame comes, and once, whichever comes first', async () => {
    let looks = 0;
    const { now } = time;
    time.now = () => (looks++, now.call(time));
    const inTime = async () => {
      await time.advanceTo(now.call(time) + 1999);
      expect(looks).to.equal(0);
      await time.advanceTo(now.call(time) + 1);
    };
    const inFrame = () => time.paint();
    for (const [first, later] of [
      [inTime, inFrame],
      [inFrame, inTime],
    ] as const) {
      const panel = await mount();
      looks = 0;
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

  it('catches up also where an element of the page has the name of what it calls', async () => {
    const panel = await mount();
    const form = Object.assign(document.createElement('form'), { name: 'addEventListener' });
    document.body.append(form);
    await time.paint();
    form.remove();
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

  it('tells the host then what each state was when it was taken out', async () => {
    const panel = await mount();
    await time.paint();
    const changes: unknown[] = [];
    panel.element.addEventListener('rsp-status', ({ contact, state, previous }) => changes.push([contact, state, previous]));
    panel.element.remove();
    time.sleepUntil('2026-11-25T15:30Z');
    document.body.append(panel.element);
    await panel.element.updateComplete;
    expect(changes).to.deep.equal([['paladin', 'closed', 'open']]);
  });

  it('says nothing of it either where an update was due when it was taken out', async () => {
    const panel = await mount();
    await time.paint();
    panel.element.heading = 'Help';
    panel.element.remove();
    await panel.element.updateComplete;
    time.sleepUntil('2026-11-25T17:00Z');
    document.body.append(panel.element);
    await panel.element.updateComplete;
    await time.paint();
    expect(panel.state(NSH)).to.equal('closed');
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
    expect(events.map(({ contact, state }) => [contact, state])).to.deep.equal([
      [NSH, 'closed'],
      ['paladin', 'closed'],
    ]);
    expect(panel.spoken).to.equal('');
    // Contacts as well.
    time.sleepUntil('2026-11-26T11:05Z');
    panel.element.contacts = {
      version: 1,
      contacts: [{ id: 'desk', name: 'Desk', number: '01632 960 123', hours: 'Mo-Fr 09:00-11:00', checkedOn: '2026-11-01' }],
    };
    await panel.element.updateComplete;
    expect(panel.state('desk')).to.equal('closed');
  });

  it('no panel contradicts another, nor says the same again, where the page changes one after sleep', async () => {
    const [first, second] = await Promise.all([mount(), mount()]);
    await time.paint();
    time.sleepUntil('2026-11-25T17:00Z');
    first.element.heading = 'Help';
    await first.element.updateComplete;
    await second.element.updateComplete;
    expect([first.state(NSH), second.state(NSH)]).to.deep.equal(['closed', 'closed']);
    window.dispatchEvent(new Event('pageshow'));
    await Promise.all([first, second].map((panel) => panel.element.updateComplete));
    const lines = [first, second].map((panel) => panel.spoken.split('Paladin:').length - 1);
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
    beginAt('2020-01-08T10:00Z');
    const panel = await mount();
    await time.paint();
    expect(time.timers).to.equal(1);
    await time.advanceTo('2020-01-08T12:00Z');
    expect(panel.state(NSH)).to.equal('unknown');
    // However often the visitor comes back before that.
    for (let times = 0; times < 3; times++) window.dispatchEvent(new Event('focus'));
    expect(time.timers).to.equal(1);
    time.sleepUntil('2026-11-25T12:00Z');
    await time.advanceTo('2026-11-25T12:00Z');
    expect(panel.state(NSH)).to.equal('open');
  });

  it('does not go on waiting for the right time when it has gone', async () => {
    beginAt('2020-01-08T10:00Z');
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
    expect(panel.spoken).to.equal('');
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
    try {
      setHidden(true);
      await time.advanceTo('2026-11-25T15:00:30Z');
      expect(panel.state('paladin')).to.equal('closed');
      expect(events).to.deep.equal(['paladin']);
      expect(panel.spoken).to.equal('');
      setHidden(false);
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
    expect(second.spoken).to.contain('Paladin: Usually closed now, opens tomorrow');
    await time.advanceTo('2026-11-25T16:00Z');
    expect(first.spoken).to.contain('National Stalking Helpline: Usually closed now, opens tomorrow');
    expect(second.spoken).to.contain('Paladin: Usually closed now, opens tomorrow');
    await time.advanceTo('2026-11-26T00:00Z');
    expect(first.sentence(NSH)).to.contain('opens today');
    expect([first.spoken, second.spoken]).to.deep.equal(['', '']);
  });

  it('what was said of two lines at once does not stay either when one of them is no longer so', async () => {
    const panel = await mount();
    await time.paint();
    try {
      await time.advanceTo('2026-11-26T18:00Z');
      setHidden(true);
      await time.advanceTo('2026-11-27T10:00Z');
      setHidden(false);
      await panel.element.updateComplete;
      await panel.element.updateComplete;
      // A line each: read in one breath, "closes at 4pm" would run into the next name.
      expect(panel.spoken).to.match(/^National Stalking Helpline: Usually open now.*\nPaladin: Usually open now.*\n$/);
      // The last hour of one of them.
      await time.advanceTo('2026-11-27T14:30Z');
      await panel.element.updateComplete;
      expect(panel.spoken).to.equal('');
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('does not believe a clock earlier than the release', async () => {
    beginAt('2020-01-08T10:00Z');
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
