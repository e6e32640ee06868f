import { expect } from '@open-wc/testing';
import { contrastRatio, panelContrast, unseenNumbers } from '../demo/contrast.js';
import '../src/define.js';
import { examples } from './examples.js';
import { emulate } from './support/environment.js';
import { FakeTime } from './support/fake-time.js';
import { mount } from './support/panel-harness.js';

const PROPERTIES = ['text', 'muted', 'background', 'border', 'danger', 'on-danger', 'open', 'maybe', 'button', 'on-button'];
/** One example of each state. */
const STATES = ['both open on a weekday, hours fresh', 'a Thursday, may still be open', 'a Saturday, hours fresh', 'Christmas Day'];

/** Neither Firefox nor WebKit can be told which media to be. */
const canEmulate = await emulate({});

describe('themes', () => {
  let time: FakeTime;
  let box: HTMLElement;
  let page: HTMLStyleElement;

  before(async () => {
    const presets = document.head.appendChild(document.createElement('link'));
    presets.rel = 'stylesheet';
    presets.href = new URL('../demo/themes.css', import.meta.url).href;
    await new Promise((resolve) => (presets.onload = resolve));
  });

  beforeEach(() => {
    time = new FakeTime('2026-11-25T10:00Z');
    box = document.body.appendChild(document.createElement('div'));
    page = document.head.appendChild(document.createElement('style'));
  });

  afterEach(async () => {
    box.remove();
    page.remove();
    time.restore();
    await emulate({});
  });

  const show = async (attributes: Record<string, string> = {}) => {
    const panel = await mount(attributes, box);
    await time.paint();
    return panel;
  };

  for (const preset of ['plain', 'govuk', 'nhs', 'charity', 'two-colours'])
    for (const scheme of ['light', 'dark'] as const)
      it(`${preset}, ${scheme}: 7 to 1 for numbers, statuses and all that is urgent, 4.5 for the rest`, async () => {
        // Those two are made for light pages, and say so with theme="light".
        const theme: string = ['govuk', 'nhs'].includes(preset) ? 'light' : scheme;
        box.className = preset;
        for (const { now } of examples.filter(({ name }) => STATES.includes(name))) {
          const panel = await show({ now, theme, region: 'wales' });
          const poor = panelContrast(panel.element).filter(({ ratio = 0, needed }) => ratio < needed);
          expect(poor, now).to.deep.equal([]);
          panel.element.remove();
        }
      });

  describe('a value that is no colour', () => {
    for (const value of ['potato', 'rgb(', '12px', 'var(--absent)', 'linear-gradient(#fff, #000)', 'transparent'])
      for (const property of PROPERTIES.filter((name) => value !== 'transparent' || !/text|muted|on-|open|maybe/.test(name)))
        it(`--rsp-color-${property}: ${value} leaves every text readable`, async () => {
          page.textContent = `report-stalker-panel { --rsp-color-${property}: ${value} }`;
          for (const theme of ['light', 'dark']) {
            const panel = await show({ theme });
            expect(panelContrast(panel.element).filter(({ ratio = 0, needed }) => ratio < needed)).to.deep.equal([]);
          }
        });
  });

  it('theme says whether the panel is light or dark; without one, it follows the page', async () => {
    const ground = async (attributes?: Record<string, string>) =>
      getComputedStyle((await show(attributes)).root.querySelector('.frame')!).backgroundColor;
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(19, 26, 39)'];
    for (const [scheme, auto] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      box.style.colorScheme = scheme;
      expect([await ground({ theme: 'light' }), await ground({ theme: 'dark' }), await ground()]).to.deep.equal([light, dark, auto]);
    }
  });

  for (const value of ['transparent', 'rgb(255 240 200 / 60%)'])
    it(`nothing shows through the exit that stays in reach, on a ground of ${value}`, async () => {
      page.textContent = `report-stalker-panel { --rsp-color-background: ${value} }`;
      const panel = await show({ theme: 'light' });
      const style = (part: string) => getComputedStyle(panel.root.querySelector(part)!);
      expect(style('.lid').position).to.equal('sticky');
      expect(style('.ground').backgroundColor).to.equal('rgb(255, 255, 255)');
      expect(style('.top').backgroundColor).to.equal(style('.panel').backgroundColor);
      const [lid, ground] = ['.lid', '.ground'].map((part) => panel.root.querySelector(part)!.getBoundingClientRect());
      expect(ground).to.deep.equal(lid);
    });

  for (const [name, theme] of Object.entries({
    'all white': 'white',
    'all transparent': 'transparent',
    'all red': '#9c121d',
    'all black': 'black',
  }))
    it(`999 can be read in a theme that is ${name}, and the measurement finds the rest`, async () => {
      page.textContent = `report-stalker-panel { ${PROPERTIES.map((property) => `--rsp-color-${property}: ${theme}`).join('; ')} }`;
      const panel = await show({ theme: 'light' });
      const rows = panelContrast(panel.element);
      expect(rows.find(({ part, contact }) => part === 'number' && contact === 'emergency')!.ratio).to.be.at.least(7);
      expect(rows.filter(({ ratio = 0, needed }) => ratio < needed).length).to.be.above(10);
      expect(unseenNumbers(panel.element)).to.deep.equal(panel.ids.filter((id) => id !== 'emergency'));
    });

  it('radius, spacing and font reach the panel', async () => {
    page.textContent = 'report-stalker-panel { --rsp-radius: 3px; --rsp-spacing: 30px; --rsp-font-family: monospace }';
    const panel = await show();
    const frame = getComputedStyle(panel.root.querySelector('.panel')!);
    const contact = getComputedStyle(panel.contact('police'));
    expect([frame.borderTopLeftRadius, frame.fontFamily, contact.paddingLeft, contact.paddingTop]).to.deep.equal([
      '3px',
      'monospace',
      '30px',
      '18px',
    ]);
  });

  describe('where the ring of the focus lies', () => {
    for (const theme of ['light', 'dark'])
      it(`it can be seen, ${theme}`, async () => {
        const panel = await show({ theme });
        const ground = (element: Element): string => {
          const { backgroundColor } = getComputedStyle(element);
          return /, 0\)$/.test(backgroundColor) ? ground(element.parentElement!) : backgroundColor;
        };
        for (const target of panel.root.querySelectorAll<HTMLElement>('a, summary')) {
          // A page in a window that is not the active one, as WebKit's here, has no focus to show.
          if (!document.hasFocus()) return;
          if (target.closest('details:not([open])') && target.localName === 'a') continue;
          target.focus({ focusVisible: true });
          const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(target);
          expect([outlineStyle, outlineWidth], target.textContent).to.deep.equal(['solid', '3px']);
          // The ring lies outside its target, on the ground of what is around it.
          expect(contrastRatio(outlineColor, ground(target.parentElement!)), target.textContent).to.be.at.least(4.5);
        }
      });
  });

  if (canEmulate) {
    it('paper gets black text, whatever the theme', async () => {
      page.textContent = 'report-stalker-panel { --rsp-color-text: #fff; --rsp-color-background: #000; --rsp-color-on-danger: #fff }';
      const panel = await show();
      await emulate({ media: 'print' });
      for (const element of panel.root.querySelectorAll('.panel *'))
        expect(getComputedStyle(element).color, element.outerHTML.slice(0, 60)).to.equal('rgb(0, 0, 0)');
    });

    it('paper gets a white ground, for those who print grounds too: that of the page may be dark', async () => {
      const panel = await show({ theme: 'dark' });
      await emulate({ media: 'print' });
      for (const element of panel.root.querySelectorAll('.frame, .frame *'))
        expect(getComputedStyle(element).backgroundColor, element.outerHTML.slice(0, 60)).to.equal('rgb(255, 255, 255)');
    });

    it('paper tells no status that is over when somebody reads it, and still tells what is always open', async () => {
      const panel = await show();
      const shown = () =>
        [...panel.root.querySelectorAll('.status, .instead')]
          .filter((element) => element.checkVisibility())
          .map(({ textContent }) => textContent.trim());
      const onScreen = shown();
      await emulate({ media: 'print' });
      expect(shown()).to.deep.equal(onScreen.filter((text) => text === 'Open 24 hours'));
      expect(shown()).to.have.length(2);
      expect(panel.contact('paladin').querySelector('.details')!.checkVisibility()).to.equal(true);
    });

    it('where colours are forced, the emergency contact has an edge', async () => {
      const panel = await show();
      await emulate({ forcedColors: 'active' });
      expect(getComputedStyle(panel.contact('emergency')).borderTopWidth).to.equal('3px');
    });

    it('whoever asks for more contrast gets no muted text', async () => {
      const panel = await show({ theme: 'light' });
      const muted = () => getComputedStyle(panel.contact('paladin').querySelector('.details')!).color;
      const before = muted();
      await emulate({ contrast: 'more' });
      expect(muted()).to.equal(getComputedStyle(panel.root.querySelector('.panel')!).color);
      expect(muted()).not.to.equal(before);
    });
  }
});
