import { expect } from '@open-wc/testing';
import { contrastRatio, panelContrast, unseenNumbers, type PartContrast } from '../demo/contrast.js';
import '../src/define.js';
import { FakeTime } from './support/fake-time.js';
import { mount, type PanelHarness } from './support/panel-harness.js';

describe('contrastRatio', () => {
  // The first three are examples of WCAG; the others were counted by hand from its formula.
  for (const [foreground, background, ratio] of [
    ['#000', '#fff', 21],
    ['#fff', '#fff', 1],
    ['#777', '#fff', 4.47],
    ['rgb(119, 119, 119)', 'white', 4.47],
    ['#fff', '#777', 4.47],
    ['#f00', '#fff', 3.99],
    ['rgba(0, 0, 0, 0.5)', 'rgb(255 255 255)', 3.97],
    ['color(srgb 1 0 0)', 'hsl(0 0% 100%)', 3.99],
    ['transparent', '#000', 1],
    ['#000', 'transparent', 21],
    ['#333', '#fff', 12.63],
    ['#0a0a0a', '#000', 1.06],
  ] as const)
    it(`${foreground} on ${background}: ${ratio}`, () => {
      expect(contrastRatio(foreground, background)).to.equal(ratio);
    });

  for (const colour of ['', 'potato', 'currentcolor', 'var(--x)', 'var(--x, #000)', 'Canvas', 'light-dark(#000, #fff)', '12px'])
    it(`refuses "${colour}"`, () => {
      expect(() => contrastRatio(colour, '#fff')).to.throw(RangeError);
      expect(() => contrastRatio('#fff', colour)).to.throw(RangeError);
    });
});

describe('panelContrast', () => {
  let time: FakeTime;
  let panel: PanelHarness;
  let page: HTMLStyleElement;

  beforeEach(async () => {
    time = new FakeTime('2026-11-25T10:00Z');
    page = document.head.appendChild(document.createElement('style'));
    panel = await mount({ region: 'wales' });
    await time.paint();
  });

  afterEach(() => {
    panel.element.remove();
    page.remove();
    time.restore();
  });

  const of = (part: string, contact?: string, scheme?: 'light' | 'dark'): PartContrast =>
    panelContrast(panel.element, scheme).find((row) => row.part === part && row.contact === contact)!;

  const words = (text: string | null): string => text!.replace(/\s+/g, ' ').trim();

  for (const scheme of ['light', 'dark'] as const)
    it(`finds every text of a ${scheme} panel readable`, () => {
      const rows = panelContrast(panel.element, scheme);
      expect(rows.filter(({ ratio = 0, needed }) => ratio < needed)).to.deep.equal([]);
      for (const id of panel.ids) {
        expect(
          rows.filter(({ contact, part }) => contact === id && part === 'number'),
          id,
        ).to.have.length(1);
        expect(
          rows.filter(({ contact, part }) => contact === id && part === 'status'),
          id,
        ).to.have.length(1);
      }
      expect(new Set(rows.map(({ part }) => part))).to.deep.equal(new Set(['heading', 'exit', 'text', 'status', 'number']));
    });

  it('measures every text there is, folded ones too, and nothing else', () => {
    const measured = panelContrast(panel.element).map(({ text }) => text);
    const walker = document.createTreeWalker(panel.root.querySelector('.panel')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = words(walker.currentNode.nodeValue);
      if (text)
        expect(
          measured.some((candidate) => candidate.includes(text)),
          text,
        ).to.equal(true);
    }
    expect(measured.every((text) => words(panel.root.querySelector('.panel')!.textContent).includes(text))).to.equal(true);
  });

  it('leaves the panel as it was', () => {
    const frame = panel.root.querySelector<HTMLElement>('.frame')!;
    const before = frame.outerHTML;
    panelContrast(panel.element, 'dark');
    expect(frame.style.colorScheme).to.equal('');
    expect(frame.outerHTML.replace(' style=""', '')).to.equal(before);
    expect(document.documentElement.lastElementChild!.localName).to.equal('body');
  });

  it('measures another ground for a dark panel', () => {
    const rows = (['light', 'dark'] as const).map((scheme) => panelContrast(panel.element, scheme));
    expect(rows[0]).to.have.length(rows[1]!.length);
    expect(of('status', 'paladin', 'light').ratio).not.to.equal(of('status', 'paladin', 'dark').ratio);
  });

  it('counts what the page does to a part', () => {
    page.textContent = 'report-stalker-panel::part(number) { color: rgb(119 119 119); background: #fff }';
    expect(of('number', 'paladin')).to.include({ ratio: 4.47, needed: 7, text: '020 3866 4107' });
  });

  it('counts the opacity of whatever the panel stands in', () => {
    page.textContent =
      'html { background: #fff } report-stalker-panel { opacity: 0.5 } report-stalker-panel::part(number) { color: #000; background: #fff }';
    expect(of('number', 'paladin', 'light').ratio).to.equal(3.97);
  });

  it('asks 7 to 1 of numbers, statuses, the exit and all that is urgent, 4.5 of the rest', () => {
    const rows = panelContrast(panel.element);
    expect(new Set(rows.filter(({ needed }) => needed === 4.5).map(({ part }) => part))).to.deep.equal(new Set(['heading', 'text']));
    expect(
      new Set(rows.filter(({ contact, part }) => contact !== 'emergency' && /heading|text/.test(part)).map(({ needed }) => needed)),
    ).to.deep.equal(new Set([4.5]));
    const urgent = rows.filter(({ contact }) => contact === 'emergency');
    expect(urgent.map(({ part }) => part)).to.include('text');
    expect(new Set(urgent.map(({ needed }) => needed))).to.deep.equal(new Set([7]));
  });

  it('looks through translucent grounds to the page', () => {
    page.textContent = 'body { background: #000 } report-stalker-panel { color-scheme: light }';
    for (const element of [panel.root.querySelector<HTMLElement>('.frame')!, panel.root.querySelector<HTMLElement>('.panel')!])
      element.style.background = 'none';
    expect(of('text', 'paladin').ratio).to.be.below(2);
  });

  it('reads a gradient of one colour, and cannot tell with a picture', () => {
    const rule = (image: string) =>
      `report-stalker-panel::part(number) { color: #fff; background: ${image} #fff } report-stalker-panel::part(status) { background: ${image} }`;
    page.textContent = rule('linear-gradient(rgb(119, 119, 119) 0 0)');
    expect(of('number', 'paladin').ratio).to.equal(4.47);
    page.textContent = rule('linear-gradient(#000, #fff)');
    expect(of('number', 'paladin').ratio).to.equal(undefined);
    expect(of('status', 'paladin').ratio).to.equal(undefined);
  });

  it('does not mind a picture that the panel covers', () => {
    page.textContent = 'body { background: linear-gradient(red, blue) }';
    expect(panelContrast(panel.element).every(({ ratio, needed }) => ratio! >= needed)).to.equal(true);
  });

  it('cannot tell where a picture shows through the panel', () => {
    const picture = 'body { background: linear-gradient(red, blue) }';
    page.textContent = `${picture} report-stalker-panel { opacity: 0.5 }`;
    expect(of('text', 'paladin').ratio).to.equal(undefined);
    page.textContent = picture;
    for (const element of [panel.root.querySelector<HTMLElement>('.frame')!, panel.root.querySelector<HTMLElement>('.panel')!])
      element.style.background = 'rgb(255 255 255 / 50%)';
    expect(of('text', 'paladin').ratio).to.equal(undefined);
  });

  it('is empty for a panel that has not been rendered', () => {
    expect(panelContrast(document.createElement('report-stalker-panel'))).to.deep.equal([]);
    expect(panelContrast(document.createElement('div'))).to.deep.equal([]);
  });

  describe('unseenNumbers', () => {
    it('is empty for a panel as it comes', () => {
      expect(unseenNumbers(panel.element)).to.deep.equal([]);
    });

    for (const rule of [
      'display: none',
      'visibility: hidden',
      'opacity: 0',
      'font-size: 1px',
      'text-indent: -9999px',
      'color: transparent',
      'color: #fff; background: #fff',
      '-webkit-text-fill-color: transparent',
      'display: inline-block; transform: scaleY(0.1)',
      'color: #fff; background: #ddd',
    ])
      it(`names each number under ${rule}`, () => {
        page.textContent = `report-stalker-panel::part(number) { ${rule} }`;
        expect(unseenNumbers(panel.element)).to.deep.equal(panel.ids);
      });

    for (const rule of [
      'number) { color: #fff; background: #aaa',
      'number) { background: linear-gradient(#000, #fff)',
      'status) { color: #fff; background: #fff',
    ])
      it(`names none under ::part(${rule}`, () => {
        page.textContent = `report-stalker-panel::part(${rule} }`;
        expect(unseenNumbers(panel.element)).to.deep.equal([]);
      });

    it('names them where the panel itself is hidden', () => {
      page.textContent = 'report-stalker-panel { display: none }';
      expect(unseenNumbers(panel.element)).to.deep.equal(panel.ids);
    });
  });
});
