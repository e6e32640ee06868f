/*
 * Nothing is cut off, whatever the room and the text size: half of "999" is another number.
 * LONG=1 tries every example instead of one a state.
 */
import { expect } from '@open-wc/testing';
import '../src/define.js';
import { registerMessages } from '../src/index.js';
import { examples } from './examples.js';
import { packs } from './packs.js';
import { FakeTime } from './support/fake-time.js';
import { mount, type PanelHarness } from './support/panel-harness.js';
import { isLongRun } from './support/run-length.js';

const STATES = ['a Thursday, may still be open', 'at night, with the 24-hour line of a nation', 'Christmas night'];

/** As someone sets them who needs them. */
const MODES: Readonly<Record<string, string>> = {
  'as it comes': '',
  'text twice as large': '.frame { font-size: 32px !important }',
  // https://www.w3.org/TR/WCAG22/#text-spacing
  'text spacing of WCAG 1.4.12':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  'text spacing, twice as large':
    '.frame { font-size: 32px !important } * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
};

/** As long as a host's own words, addresses and numbers come. */
const OWN = {
  attributes: { heading: 'Rindfleischetikettierungsgesetz', 'police-name': 'Rindfleischetikettierungsgesetz', now: '2026-11-25T10:00' },
  contacts: {
    version: 1,
    contacts: [
      {
        id: 'national-stalking-helpline',
        name: 'National Stalking Helpline',
        number: '0808 802 0300',
        hours: 'Mo-Fr 09:30-16:00',
        checkedOn: '2026-11-01',
        source: 'https://helpline.example/hours',
        links: [
          { kind: 'website', href: 'https://www.suzylamplugh.org' },
          { kind: 'chat', href: 'https://helpline.example/chat' },
          { kind: 'email', href: 'mailto:advice@helpline.example' },
        ],
      },
      {
        id: 'county',
        name: 'County Stalking Advocates',
        number: '+44 1632 960 001',
        hours: 'Mo-Fr 09:30-16:00',
        checkedOn: '2026-11-01',
        links: [{ kind: 'website', href: 'https://www.county-stalking-advocates-helpline.example' }],
        notices: [
          { text: 'Please write to help@county-stalking-advocates-helpline.example', from: '2026-11-20', to: '2026-12-05', closed: true },
        ],
      },
    ],
  },
};

interface Piece {
  readonly text: string;
  readonly element: Element;
  readonly rects: readonly DOMRect[];
  /** Without the spaces: one at the end of a line hangs over its edge, unseen. */
  readonly words: readonly DOMRect[];
}

/** One for all: a document keeps each up to date with every change, until it is collected. */
const range = document.createRange();
const rectsOf = (node: Text, start: number, text: string): DOMRect[] => {
  range.setStart(node, start);
  range.setEnd(node, start + text.length);
  return [...range.getClientRects()];
};

/** Texts as they are laid out, word groups of a number apart. */
const piecesOf = (root: ShadowRoot): Piece[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement!;
    if (!node.data.trim() || element.closest('[aria-live="polite"]')) continue;
    for (const { 0: text, index } of node.data.matchAll(element.closest('[part="number"]') ? /\S+/g : /\S[^]*\S|\S/g)) {
      const words = [...text.matchAll(/[^\s\u2066\u2069]+/g)].flatMap((word) => rectsOf(node, index + word.index, word[0]));
      pieces.push({ text, element, rects: rectsOf(node, index, text), words });
    }
  }
  return pieces;
};

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** The letters, without the room that a line keeps above and below them. */
const letters = ({ left, top, width, height }: DOMRect): DOMRect => new DOMRect(left, top + height * 0.2, width, height * 0.6);

/** What a piece covers: its letters, or the whole of a box with a ground of its own, which hides what lies beneath it. */
const covered = ({ element, rects }: Piece): readonly DOMRect[] => {
  const box = element.closest('.emergency .number, .exit, .preview');
  return box ? [box.getBoundingClientRect()] : rects.map(letters);
};

/** Without the room of a font, a Nastaliq say, that is taller than the line: nothing is seen there, and nothing may clip. */
const onLine = ({ left, top, width, height }: DOMRect, element: Element): DOMRect => {
  const excess = Math.max(0, height - parseFloat(getComputedStyle(element).lineHeight)) || 0;
  return new DOMRect(left, top + excess / 2, width, height - excess);
};

/** What is wrong with the layout, as lines to read. */
const faults = ({ root, element }: PanelHarness): string[] => {
  const found: string[] = [];
  const panel = root.querySelector('.panel')!.getBoundingClientRect();
  const pieces = piecesOf(root);
  for (const { text, element, words } of pieces) {
    const { localName } = element;
    if (!words.length) found.push(`${localName} "${text}" is not laid out`);
    for (const { left, right, top, bottom } of words.map((word) => onLine(word, element)))
      if (left < panel.left - 0.5 || right > panel.right + 0.5 || top < panel.top - 0.5 || bottom > panel.bottom + 0.5)
        found.push(
          `${localName} "${text}" leaves the panel: ${[left, right, top, bottom].map(Math.round)} of ${[panel.left, panel.right].map(Math.round)}`,
        );
  }
  for (const { text, element: part, rects } of pieces)
    if (part.closest('[part="number"]') && rects.length > 1) found.push(`"${text}" is broken`);
  // Measured before they are compared: each is compared with all others.
  const placed = pieces.map((piece) => ({ ...piece, areas: covered(piece) }));
  placed.forEach((one, index) => {
    for (const other of placed.slice(index + 1))
      if (one.element !== other.element && one.areas.some((a) => other.areas.some((b) => overlap(a, b))))
        found.push(`"${one.text}" lies on "${other.text}"`);
  });
  for (const part of root.querySelectorAll<HTMLElement>('.panel, .panel *')) {
    const { overflowX, overflowY } = getComputedStyle(part);
    if (overflowX !== 'visible' || overflowY !== 'visible') if (part instanceof HTMLElement) found.push(`${part.className} can clip`);
  }
  if (element.scrollWidth > element.clientWidth + 1) found.push(`the panel is ${element.scrollWidth} wide in ${element.clientWidth}`);
  return found;
};

describe('reflow', () => {
  let time: FakeTime;
  let box: HTMLElement;
  let chosen: typeof examples;

  before(async () => {
    const long = await isLongRun();
    chosen = examples.filter(({ name }) => long || STATES.includes(name));
    for (const [lang, { words }] of Object.entries(packs)) registerMessages(lang, words);
  });

  beforeEach(() => {
    time = new FakeTime('2026-11-25T10:00Z');
    box = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => {
    box.remove();
    time.restore();
  });

  for (const [mode, rules] of Object.entries(MODES))
    // Two from right to left, one of them in tall lines, and the longest words there are.
    for (const lang of ['en', 'cy', 'ar', 'ur', 'pl'])
      for (const width of [245, 280, 320, 375, 820, 1280])
        it(`${mode}, ${lang}, ${width} px`, async () => {
          box.style.width = `${width}px`;
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          const wanted = [
            ...chosen.map(({ now, attributes, contacts }) => ({ attributes: { ...attributes, now }, contacts })),
            { attributes: { compact: '', region: 'england' }, contacts: undefined },
            OWN,
          ];
          for (const { attributes, contacts } of wanted) {
            const panel = await mount({ ...attributes, lang }, box);
            panel.element.contacts = contacts;
            panel.root.adoptedStyleSheets.push(sheet);
            await time.paint();
            panel.root.querySelectorAll('details').forEach((fold) => (fold.open = true));
            expect(faults(panel), JSON.stringify(attributes)).to.deep.equal([]);
            panel.element.remove();
          }
        }).timeout(60_000);

  // Between its groups it may break, in a cell of two columns as well.
  for (const [mode, width] of [
    ...[280, 353, 655, 687, 743].map((narrow) => ['text spacing of WCAG 1.4.12', narrow] as const),
    ['text spacing, twice as large', 560],
  ] as const)
    it(`${mode}, a long number for the police, ${width} px`, async () => {
      box.style.width = `${width}px`;
      const panel = await mount({ now: '2026-12-25T10:00' }, box);
      panel.element.contacts = {
        version: 1,
        contacts: [
          {
            id: 'police',
            name: 'States of Jersey Police',
            number: '+44 1534 612612',
            hours: 'Mo-Fr 09:30-16:00; PH off',
            holidays: 'england-and-wales',
            checkedOn: '2026-11-01',
          },
        ],
      };
      await time.paint();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(MODES[mode]!);
      panel.root.adoptedStyleSheets.push(sheet);
      panel.root.querySelectorAll('details').forEach((fold) => (fold.open = true));
      expect(faults(panel)).to.deep.equal([]);
    });

  // As under a least size of text, which Chromium and Firefox keep out of every length but those of letters.
  const mountLarge = async (width: number, attributes: Record<string, string>) => {
    box.style.width = `${width}px`;
    const panel = await mount(attributes, box);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.frame { font-size-adjust: 0.8 }');
    panel.root.adoptedStyleSheets.push(sheet);
    await time.paint();
    panel.root.querySelectorAll('details').forEach((fold) => (fold.open = true));
    expect(faults(panel)).to.deep.equal([]);
    return panel;
  };

  for (const lang of ['en', 'cy'])
    for (const width of [245, 280, 290, 320, 375])
      it(`letters half as large again as their em, ${lang}, ${width} px: 999 keeps within its button`, async () => {
        const panel = await mountLarge(width, { now: '2026-11-25T10:00', lang });
        const button = panel.number('emergency');
        const { left, right } = button.getBoundingClientRect();
        const digits = piecesOf(panel.root)
          .filter(({ element }) => button.contains(element))
          .flatMap(({ rects }) => rects);
        expect(digits).to.have.lengthOf(1);
        for (const rect of digits) expect(left <= rect.left && rect.right <= right, `${rect.width} in ${right - left}`).to.equal(true);
      });

  for (const width of [346, 375, 470, 642, 700, 895])
    it(`letters half as large again as their em, ${width} px: no word is broken`, async () => {
      const panel = await mountLarge(width, { now: '2026-11-26T15:30', region: 'england' });
      // After a hyphen, a word may go on in the next line.
      const broken = piecesOf(panel.root).filter(({ text, words }) => words.length > text.split(/[\s\u2066\u2069]+|(?<=-)/).length);
      expect(broken.map(({ text }) => text)).to.deep.equal([]);
    });

  for (const [what, attributes, id] of [
    ['101 of a compact panel', { compact: '' }, 'police'],
    ["a region's own line", { region: 'england' }, 'national-domestic-abuse-helpline'],
  ] as const)
    it(`${what} has nothing after its number, which stands level with the status`, async () => {
      box.style.width = '375px';
      const panel = await mount({ ...attributes, now: '2026-11-25T10:00' }, box);
      await time.paint();
      const middle = (part: Element) => {
        const { top, bottom } = part.getBoundingClientRect();
        return (top + bottom) / 2;
      };
      expect(middle(panel.number(id))).to.be.closeTo(middle(panel.contact(id).querySelector('[part="status"]')!), 1);
    });

  for (const [show, width, rounded] of [
    ['emergency', 375, ['end', 'start']],
    ['emergency', 820, ['end', 'start']],
    ['emergency police', 375, []],
    ['emergency police', 820, ['start']],
    ['emergency police national-domestic-abuse-helpline', 820, []],
    ['emergency paladin', 375, []],
    ['emergency paladin', 820, []],
  ] as const)
    it(`the ground of 999 keeps within the corners of the panel: compact, ${show}, ${width} px`, async () => {
      box.style.width = `${width}px`;
      const panel = await mount({ compact: '', show }, box);
      const style = getComputedStyle(panel.contact('emergency'));
      const found = ['end', 'start'].filter((side) => style.getPropertyValue(`border-end-${side}-radius`) !== '0px');
      expect(found).to.deep.equal(rounded);
    });

  it('finds a number that is cut off, broken or covered', async () => {
    box.style.width = '320px';
    const panel = await mount({}, box);
    const sheet = new CSSStyleSheet();
    panel.root.adoptedStyleSheets.push(sheet);
    for (const [rule, fault] of [
      ['.number { margin-inline-start: 300px }', /"\d+" leaves the panel/],
      ['.number { inline-size: 1em !important; word-break: break-all; white-space: normal; display: block }', /"0808" is broken/],
      ['.name { margin-block-end: -3em }', /lies on/],
      ['.contact, li { overflow: hidden }', /can clip/],
      ['.number { display: none !important }', /is not laid out/],
    ] as const) {
      sheet.replaceSync(rule);
      expect(faults(panel).join('\n'), rule).to.match(fault);
    }
  });
});
