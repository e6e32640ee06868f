/** What a panel shows, before the first look at the clock and at an instant. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { examples } from '../examples.js';
import { inLondon, mount } from '../support/panel-harness.js';
import { stillPage, time } from '../support/still-page.js';

const NSH = 'national-stalking-helpline';
const CLOSED =
  'The helplines are usually closed now. You can call the police at any time: 999 in immediate danger, 101 if it is not an emergency.';

describe('what the panel shows', () => {
  stillPage('2026-11-25T10:00Z');

  it('says hours and sentences to their end beside an `at` of texts that counts nothing from there (core-js 2)', async () => {
    const said = async () => (await mount()).root.textContent;
    const alone = await said();
    const { at } = String.prototype;
    Object.assign(String.prototype, { at: String.prototype.charAt });
    try {
      expect(await said()).to.equal(alone);
    } finally {
      Object.assign(String.prototype, { at });
    }
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
        expect(link.textContent.trim()).to.equal(number);
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
      [{ show: NSH }, ''],
    ] as [Record<string, string>, string][])
      it(`when every helpline is closed, names the police and the 24-hour line of the region: ${JSON.stringify(attributes)}`, async () => {
        const panel = await mount({ ...attributes, now: '2026-11-25T03:00' });
        await time.paint();
        expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal(CLOSED + line);
      });

    for (const [what, line, says] of [
      ['at night', { hours: 'Mo-Fr 09:00-17:00' }, ''],
      ['for training', { hours: '24/7', notices: [{ text: 'Training', from: '2026-11-25', to: '2026-11-25', closed: true }] }, ''],
      ['perhaps', { hours: '24/7 unknown "training"' }, ' Live Fear Free helpline: May be open. Try calling.'],
      [
        'from tomorrow on',
        { hours: '24/7', notices: [{ text: 'Training', from: '2026-11-26', to: '2026-11-26', closed: true }] },
        ' Live Fear Free helpline: Open now.',
      ],
    ] as const)
      it(`when every helpline is closed, does not say that the line of the region is open where a host has closed it ${what}`, async () => {
        const panel = await mount({ region: 'wales', now: '2026-11-25T03:00' });
        panel.element.contacts = {
          version: 1,
          contacts: [{ id: 'live-fear-free', number: '0808 80 10 800', checkedOn: '2026-11-01', ...line }],
        };
        await time.paint();
        expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal(CLOSED + says);
      });

    it('when every helpline is closed, and a host has closed 101, sends nobody there', async () => {
      const panel = await mount({ region: 'wales', now: '2026-11-25T03:00' });
      const notices = [{ text: '101 is out of order', from: '2026-11-25', to: '2026-11-25', closed: true }];
      panel.element.contacts = { version: 1, contacts: [{ id: 'police', number: '101', hours: '24/7', notices }] };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal('Live Fear Free helpline: Open 24 hours.');
    });

    it('when every helpline is closed, and so is the unit that a host has put in the place of 101, names 101', async () => {
      const panel = await mount({ now: '2026-11-25T03:00' });
      panel.element.contacts = {
        version: 1,
        contacts: [{ id: 'police', name: 'Stalking unit', number: '01632 960 123', hours: 'Mo-Fr 09:00-17:00', checkedOn: '2026-11-01' }],
      };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal(CLOSED);
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
        expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal(instead);
        expect(panel.element.getBoundingClientRect().height).to.equal(before);
      });

    for (const [now, instead] of [
      ['2026-12-25T10:00', 'Live Fear Free helpline: Open 24 hours. Paladin: May be open. Try calling.'],
      ['2026-11-25T15:30', 'National Stalking Helpline: Usually open now.'],
    ] as const)
      it(`beside a helpline that is closed, names the 24-hour line of the region where no other surely is open: ${now}`, async () => {
        const panel = await mount({ now, region: 'wales' });
        const before = panel.element.getBoundingClientRect().height;
        await time.paint();
        expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal(instead);
        expect(panel.element.getBoundingClientRect().height).to.equal(before);
      });

    for (const [what, lines, instead] of [
      [
        'the line of the region has hours',
        [{ id: 'live-fear-free', number: '0808 80 10 800', hours: 'Mo-Su 18:00-23:00' }],
        ['', 'National Stalking Helpline: Usually open now.', CLOSED, `${CLOSED} Live Fear Free helpline: Usually open now.`],
      ],
      [
        'the line of the region may be open',
        [{ id: 'live-fear-free', number: '0808 80 10 800', hours: 'Mo-Su unknown' }],
        [
          '',
          'National Stalking Helpline: Usually open now.',
          ...Array<string>(2).fill(`${CLOSED} Live Fear Free helpline: May be open. Try calling.`),
        ],
      ],
      [
        'two others may be open',
        ['National Stalking Helpline', 'Northern Advocacy Service'].map((name, index) => ({
          id: ['national-stalking-helpline', 'north'][index],
          name,
          number: '01632 960 123',
          hours: 'Mo-Su unknown',
        })),
        ['', ...Array<string>(3).fill('Live Fear Free helpline: Open 24 hours. National Stalking Helpline: May be open. Try calling.')],
      ],
    ] as const)
      for (const lang of ['en', 'cy'])
        it(`keeps the room for what it names beside closed helplines where ${what}, ${lang}`, async () => {
          const heights = new Set<number>();
          for (const [index, now] of ['2026-11-25T10:00', '2026-11-25T15:30', '2026-11-25T17:00', '2026-11-25T19:00'].entries()) {
            const panel = await mount({ region: 'wales', now, lang });
            panel.element.style.width = '245px';
            panel.element.contacts = { version: 1, contacts: lines };
            await time.paint();
            if (lang === 'en') expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal(instead[index]);
            heights.add(panel.element.getBoundingClientRect().height);
          }
          expect([...heights]).to.have.length(1);
        });

    it('beside a closed helpline, names a line of the host that is always open, two at the most', async () => {
      const panel = await mount({ now: '2026-11-25T03:00' });
      panel.element.contacts = {
        version: 1,
        contacts: ['one', 'two', 'three'].map((id) => ({ id, name: `Line ${id}`, number: '01632 960 123', hours: '24/7' })),
      };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal('Line one: Open 24 hours. Line two: Open 24 hours.');
    });

    it('beside a closed helpline, names none that may be open where another surely is', async () => {
      const panel = await mount({ now: '2026-11-26T16:30' });
      const line = { id: 'county', name: 'County', number: '01632 960 123', hours: 'Mo-Fr 09:00-20:00', checkedOn: '2026-11-01' };
      panel.element.contacts = { version: 1, contacts: [line] };
      await time.paint();
      expect(panel.root.querySelector('.instead')!.textContent.trim()).to.equal('County: Open now.');
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
});
