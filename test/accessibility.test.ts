import { expect } from '@open-wc/testing';
import { panelContrast } from '../demo/contrast.js';
import '../src/define.js';
import { registerMessages } from '../src/index.js';
import { examples, type Example } from './examples.js';
import { packs } from './packs.js';
import { looked, violations } from './support/axe.js';
import { DEFAULT_SIZE, emulate, resize } from './support/environment.js';
import { FakeTime } from './support/fake-time.js';
import { mount } from './support/panel-harness.js';
import { isLongRun } from './support/run-length.js';

/** One example of each state: in every width, and alone in the runs that are not long. */
const STATES = [
  'both open on a weekday, hours checked long ago',
  'a Thursday, may still be open',
  'Christmas night',
  'at night, with the 24-hour line of a nation',
];
const LOOKS = ['light', 'dark', 'govuk', 'nhs', 'charity', 'two-colours'];

describe('accessibility', () => {
  let time: FakeTime;

  beforeEach(() => {
    time = new FakeTime('2026-11-25T10:00Z');
  });

  afterEach(async () => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    time.restore();
    await emulate({});
  });

  describe('axe, in each state, language, look and width', () => {
    let states: readonly Pick<Example, 'name' | 'now' | 'attributes' | 'contacts'>[];
    let shown: typeof states;
    let widths: readonly number[];
    let presets: HTMLLinkElement;

    before(async () => {
      // Axe cannot tell the contrast of what the edge of the window cuts.
      await resize(1000, 800);
      for (const [lang, { words }] of Object.entries(packs)) registerMessages(lang, words);
      const long = await isLongRun();
      const compact = { name: 'compact', now: '2026-11-25T10:00', attributes: { compact: '', region: 'england' } };
      states = [...examples.filter(({ name }) => STATES.includes(name)), compact];
      shown = long ? [...examples, compact] : states;
      widths = long ? [245, 320, 375, 820] : [320];
      presets = document.head.appendChild(document.createElement('link'));
      presets.rel = 'stylesheet';
      presets.href = new URL('../demo/themes.css', import.meta.url).href;
      await new Promise((resolve) => (presets.onload = resolve));
    });

    after(async () => {
      await resize(DEFAULT_SIZE.width, DEFAULT_SIZE.height);
      presets.remove();
      const { panels, rules, checks } = looked;
      console.log(`axe: ${rules} rules on ${panels} panels, ${checks} checks passed`);
    });

    for (const look of LOOKS)
      for (const lang of look === 'light' ? ['en', 'cy', ...Object.keys(packs)] : ['en', 'cy'])
        it(`${look}, ${lang}`, async () => {
          const box = document.body.appendChild(document.createElement('div'));
          box.className = look;
          for (const width of widths)
            for (const { name, now, attributes, contacts } of width === 320 ? shown : states) {
              box.style.width = `${width}px`;
              const panel = await mount({ ...attributes, now, lang, theme: look === 'dark' ? 'dark' : 'light' }, box);
              panel.element.contacts = contacts;
              await time.paint();
              panel.root.querySelectorAll('details').forEach((fold) => (fold.open = true));
              // A theme paints the emergency contact with a gradient, which axe does not read.
              const found = await violations(panel.element, ['light', 'dark'].includes(look) ? undefined : '.emergency');
              expect(found, `${name}, ${width} px`).to.deep.equal([]);
              expect(panelContrast(panel.element).filter(({ ratio = 0, needed }) => ratio < needed)).to.deep.equal([]);
              panel.element.remove();
            }
          box.remove();
        }).timeout(300_000);
  });

  for (const attributes of [
    { region: 'england' },
    { lang: 'cy', region: 'wales' },
    { region: 'scotland', compact: '' },
    { show: 'police', 'without-exit': '' },
    { 'heading-level': '6' },
  ])
    it(JSON.stringify(attributes), async () => {
      const panel = await mount(attributes);
      await time.paint();
      expect(await violations(panel.element)).to.deep.equal([]);
    });

  it('before the first status', async () => {
    expect(await violations((await mount()).element)).to.deep.equal([]);
  });

  describe('what can be tapped', () => {
    it('numbers, folds and the exit are at least 44 px in both directions, links to websites 24 px', async () => {
      const panel = await mount();
      await time.paint();
      for (const link of panel.root.querySelectorAll('a[href^="tel:"], a[data-exit], summary')) {
        const { width, height } = link.getBoundingClientRect();
        expect(Math.min(width, height), link.textContent).to.be.at.least(44);
      }
      for (const link of panel.root.querySelectorAll('.links a')) {
        const { width, height } = link.getBoundingClientRect();
        expect(Math.min(width, height), link.textContent).to.be.at.least(24);
      }
    });

    it('numbers are 44 px where the page’s font is small: browsers write 13 px in a monospace one', async () => {
      const panel = await mount({ style: '--rsp-font-family: monospace' });
      await time.paint();
      for (const link of panel.root.querySelectorAll('a[href^="tel:"]'))
        expect(link.getBoundingClientRect().height, link.textContent).to.be.at.least(44);
    });

    it('the words of a number are its name, and its digits can be selected', async () => {
      const panel = await mount();
      const link = panel.number('paladin');
      getSelection()!.selectAllChildren(link);
      expect(getSelection()!.toString().trim()).to.equal('020 3866 4107');
      // Where the page forbids it, too.
      const { userSelect, webkitUserSelect } = getComputedStyle(panel.root.querySelector('.frame')!);
      expect(userSelect ?? webkitUserSelect).to.equal('text');
    });

    it('statuses cannot be selected, nor the exit: a copy in another page would say for good that a line is open', async () => {
      const panel = await mount();
      await time.paint();
      const selectable = (selector: string) =>
        [...panel.root.querySelectorAll(selector)].map((element) => {
          const { userSelect, webkitUserSelect } = getComputedStyle(element);
          return userSelect ?? webkitUserSelect;
        });
      expect(selectable('[data-state=open], [data-state=closed], [data-state=unknown]')).to.deep.equal(['none', 'none']);
      expect(selectable('.announcer, .exit, .instead')).to.deep.equal(['none', 'none', 'none']);
      expect(selectable('[data-state=always], .number').filter((value) => value === 'none')).to.deep.equal([]);
    });
  });

  describe('twice the text size', () => {
    for (const width of [320, 245])
      it(`clips no number at ${width} px`, async () => {
        const box = document.body.appendChild(document.createElement('div'));
        box.style.width = `${width}px`;
        const panel = await mount({}, box);
        await time.paint();
        panel.root.querySelector<HTMLElement>('.frame')!.style.fontSize = '32px';
        const frame = panel.root.querySelector('[part="panel"]')!;
        expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
        for (const id of panel.ids) {
          const link = panel.number(id);
          expect(link.scrollWidth, id).to.be.at.most(Math.ceil(link.getBoundingClientRect().width));
          expect(link.getBoundingClientRect().right).to.be.at.most(frame.getBoundingClientRect().right);
        }
        box.remove();
      });
  });

  it('the order in the document is name, status, number, hours', async () => {
    const panel = await mount();
    await time.paint();
    const { textContent } = panel.contact('national-stalking-helpline');
    const places = ['National Stalking Helpline', 'Usually open now', '0808 802 0300', 'Monday to Friday'].map((words) =>
      textContent.indexOf(words),
    );
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(places[0]).to.be.at.least(0);
  });

  it('each state has a shape of its own', async () => {
    const shapes = new Map<string, string>();
    for (const { now } of examples) {
      const panel = await mount({ now });
      await time.paint();
      for (const id of panel.ids) {
        const status = panel.contact(id).querySelector('[data-state]')!;
        shapes.set(panel.state(id), status.querySelector('path')!.getAttribute('d')!);
      }
    }
    expect([...shapes.keys()].sort()).to.deep.equal(['always', 'closed', 'open', 'unknown']);
    expect(new Set([shapes.get('open'), shapes.get('closed'), shapes.get('unknown')]).size).to.equal(3);
  });

  it('open and perhaps open have a colour of their own, too', async () => {
    const panel = await mount({ now: '2026-11-26T15:30' });
    await time.paint();
    const colour = (id: string, part = '[data-state]') => getComputedStyle(panel.contact(id).querySelector(part)!).color;
    const [always, open, unknown] = ['police', 'national-stalking-helpline', 'paladin'].map((id) => colour(id));
    expect(always).to.equal(open);
    expect(new Set([open, unknown, colour('paladin', '.name')]).size).to.equal(3);
  });

  it('what is told to a screen reader takes no room, and is there to be told', async () => {
    const { root } = await mount();
    const { overflow, clipPath, display, visibility, width, height } = getComputedStyle(root.querySelector('[aria-live="polite"]')!);
    expect([overflow, clipPath, display, visibility, width, height]).to.deep.equal([
      'hidden',
      'inset(50%)',
      'block',
      'visible',
      '1px',
      '1px',
    ]);
  });

  it('what is told to a screen reader is told whole, and has no role, else Orca passes over it where other text changes at the same time', async () => {
    const { root } = await mount();
    expect(root.querySelector('[aria-live="polite"]')!.getAttributeNames().sort()).to.deep.equal(['aria-atomic', 'aria-live', 'class']);
  });
});
