import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
// No module, but a script that leaves a global.
import 'axe-core';
import '../src/define.js';
import { examples } from './examples.js';
import { emulate } from './support/environment.js';
import { FakeTime } from './support/fake-time.js';
import { mount } from './support/panel-harness.js';

declare const axe: typeof Axe;

const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, as lines to read; rules about whole pages do not apply to a panel alone. */
const violations = async (element: Element): Promise<string[]> => {
  const { violations: found, incomplete } = await axe.run(element, {
    runOnly: RULES,
    rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const unsure = incomplete.filter(({ id }) => id === 'color-contrast');
  return [...found, ...unsure].flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
};

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

  for (const theme of ['light', 'dark'])
    for (const { name, now, attributes, contacts } of examples)
      it(`${name}, ${theme}`, async () => {
        const panel = await mount({ ...attributes, now, theme });
        panel.element.contacts = contacts;
        await time.paint();
        panel.root.querySelectorAll('details').forEach((fold) => (fold.open = true));
        expect(await violations(panel.element)).to.deep.equal([]);
      });

  for (const attributes of [{ region: 'england' }, { lang: 'cy', region: 'wales' }, { region: 'scotland', compact: '' }, { show: 'police', 'without-exit': '' }, { 'heading-level': '6' }])
    it(JSON.stringify(attributes), async () => {
      const panel = await mount(attributes as Record<string, string>);
      await time.paint();
      expect(await violations(panel.element)).to.deep.equal([]);
    });

  it('before the first status', async () => {
    expect(await violations((await mount()).element)).to.deep.equal([]);
  });

  describe('what can be tapped', () => {
    it('every number and the exit are at least 44 px in both directions', async () => {
      const panel = await mount();
      await time.paint();
      for (const link of panel.root.querySelectorAll('a[href^="tel:"], a[data-exit], summary')) {
        const { width, height } = link.getBoundingClientRect();
        expect(Math.min(width, height), link.textContent!).to.be.at.least(44);
      }
    });

    it('the words of a number are its name, and its digits can be selected', async () => {
      const panel = await mount();
      const link = panel.number('paladin');
      getSelection()!.selectAllChildren(link);
      expect(getSelection()!.toString().trim()).to.equal('020 3866 4107');
    });
  });

  describe('twice the text size', () => {
    for (const width of [320, 245])
      it(`clips no number at ${width} px`, async () => {
        const box = document.body.appendChild(document.createElement('div'));
        box.style.width = `${width}px`;
        const panel = await mount({}, box);
        await time.paint();
        panel.root.querySelector<HTMLElement>('section')!.style.fontSize = '32px';
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
      textContent!.indexOf(words),
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
});
