import { expect } from '@open-wc/testing';
import '../src/define.js';
import { cy } from '../src/i18n/cy.js';
import { en } from '../src/i18n/en.js';
import { registerMessages } from '../src/index.js';
import { examples } from './examples.js';
import { packs } from './packs.js';
import { FakeTime } from './support/fake-time.js';
import { mount, type PanelHarness } from './support/panel-harness.js';

/** Isolates keep numbers in order, and are not to be seen. */
const visible = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

/** Where digits and Latin letters stand that follow each other in a text, and are not in order on their line. */
const outOfOrder = (node: Text, from: number, to: number): string[] => {
  const found: string[] = [];
  let before: DOMRect | undefined;
  for (let index = from; index < to; index++) {
    if (!/\w/.test(node.data[index]!)) continue;
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const box = [...range.getClientRects()].find(({ width }) => width > 0);
    if (!box) continue;
    if (before && Math.abs(box.top - before.top) < 4 && box.left < before.left) found.push(node.data.slice(from, index + 1));
    before = box;
  }
  return found;
};

describe('language packs', () => {
  let time: FakeTime;

  before(() => {
    for (const [lang, { words }] of Object.entries(packs)) registerMessages(lang, words);
  });

  beforeEach(() => {
    time = new FakeTime('2026-11-25T22:00Z');
  });

  afterEach(() => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    time.restore();
  });

  const mountPainted = async (attributes: Record<string, string>): Promise<PanelHarness> => {
    const panel = await mount(attributes);
    await time.paint();
    return panel;
  };

  for (const [lang, { words, says, statuses, minutes, shares = [] }] of Object.entries(packs))
    describe(lang, () => {
      const withoutZone = (sentence: string) => {
        // The visitor's clock may or may not show London's time: both forms are right.
        const [before = '', after = ''] = words.ukTime!('|').split('|');
        return [before, after].filter(Boolean).reduce((text, part) => text.replaceAll(part, ''), visible(sentence));
      };

      for (const [now, id, sentence] of statuses)
        it(`${now}, ${id}: ${sentence}`, async () => {
          expect(withoutZone((await mountPainted({ lang, now })).sentence(id))).to.equal(sentence);
        });

      for (const [count, said] of minutes)
        it(`${count}: ${said}`, () => {
          expect(words.inMinutes!(count)).to.equal(said);
        });

      it('says what its table says', async () => {
        const { text, root } = await mountPainted({ lang });
        for (const sentence of says) expect(visible(text).toLowerCase()).to.contain(sentence.toLowerCase());
        expect(root.querySelector<HTMLElement>('.frame')!.lang).to.equal(lang);
      });

      it('has a word for every status, and none that cannot be used', async () => {
        for (const { now, attributes } of examples) {
          const panel = await mountPainted({ ...attributes, lang, now });
          expect(panel.element.problems.filter(({ code }) => code !== 'old-hours')).to.deep.equal([]);
          for (const status of panel.root.querySelectorAll('[data-state]'))
            expect(status.querySelector('[lang]')?.textContent, now).to.equal(undefined);
          panel.element.remove();
        }
      });

      it('ends no sentence twice', async () => {
        const { text } = await mountPainted({ lang, region: 'wales' });
        expect(visible(text).match(/.{12}[.!?\u06d4\u0964]{2}/u)?.[0]).to.equal(undefined);
        // A danda behind a number looks like a 1 more.
        expect(visible(text).match(/.{0,12}\d\u0964/u)?.[0]).to.equal(undefined);
      });

      it('changes no number, state or order', async () => {
        const [panel, english] = [await mountPainted({ lang, region: 'wales' }), await mountPainted({ lang: 'en', region: 'wales' })];
        expect(panel.ids).to.deep.equal(english.ids);
        for (const id of panel.ids) {
          expect(panel.number(id).textContent).to.equal(english.number(id).textContent);
          expect(panel.number(id).href).to.equal(english.number(id).href);
          expect(panel.state(id)).to.equal(english.state(id));
        }
      });

      it('tells every word that is still English', async () => {
        const panel = await mountPainted({ lang });
        const walker = document.createTreeWalker(panel.root, NodeFilter.SHOW_TEXT);
        const english = /\b(the|call|if|you|open|closed|free|report|police)\b/gi;
        while (walker.nextNode()) {
          const { textContent, parentElement } = walker.currentNode;
          const found = textContent!.match(english)?.filter((word) => !shares.includes(word.toLowerCase())) ?? [];
          if (found.length && !/Interventions Alliance|^[\w.]+\.uk$/.test(textContent!.trim()))
            expect(
              parentElement!.closest('[lang]')!.getAttribute('lang'),
              `${textContent}: is "${found}" a word of this language too? Then add it to \`shares\``,
            ).to.equal('en');
        }
      });

      for (const width of [245, 375, 1280])
        it(`fits into ${width} px, with every number from left to right`, async () => {
          const box = document.body.appendChild(document.createElement('div'));
          box.style.width = `${width}px`;
          const panel = await mount({ lang }, box);
          await time.paint();
          panel.root.querySelectorAll('details').forEach((fold) => (fold.open = true));
          const frame = panel.root.querySelector('[part="panel"]')!;
          expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
          const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
          let seen = 0;
          while (walker.nextNode()) {
            const node = walker.currentNode as Text;
            for (const { 0: number, index } of node.data.matchAll(/\+?\w+([ .:]\w+)*/g)) {
              if (!/\d/.test(number)) continue;
              expect(outOfOrder(node, index, index + number.length)).to.deep.equal([]);
              seen++;
            }
          }
          expect(seen).to.be.at.least(10);
          box.remove();
        });
    });

  describe('Punjabi', () => {
    it('in Arabic letters is not served by Gurmukhi', async () => {
      for (const lang of ['pa-Arab', 'pa-Arab-PK'])
        expect((await mountPainted({ lang })).root.querySelector('#heading')!.textContent).to.equal('Report a stalker');
    });
  });

  describe('from right to left', () => {
    for (const lang of ['ar', 'ur'])
      it(`${lang} is laid out as a mirror image, wherever it stands`, async () => {
        document.documentElement.dir = 'ltr';
        const box = document.body.appendChild(document.createElement('div'));
        box.style.width = '600px';
        const [panel, english] = [await mount({ lang }, box), await mount({ lang: 'en' }, box)];
        await time.paint();
        const middle = (of: PanelHarness, selector: string) => {
          const { left, right } = of.root.querySelector(selector)!.getBoundingClientRect();
          const frame = of.root.querySelector<HTMLElement>('.frame')!.getBoundingClientRect();
          return (left + right) / 2 < (frame.left + frame.right) / 2 ? 'left' : 'right';
        };
        for (const selector of ['[data-contact="emergency"] .number', '[data-contact="police"] .number', '[data-exit]', '.status svg']) {
          expect(middle(panel, selector), selector).to.not.equal(middle(english, selector));
        }
        box.remove();
        document.documentElement.removeAttribute('dir');
      });

    for (const lang of ['pl', 'ro', 'pa', 'bn', 'en', 'cy'])
      it(`${lang} stays from left to right on such a page`, async () => {
        document.documentElement.dir = 'rtl';
        const panel = await mountPainted({ lang });
        expect(getComputedStyle(panel.root.querySelector('#heading')!).direction).to.equal('ltr');
        document.documentElement.removeAttribute('dir');
      });
  });

  // Sentences that no contact of record needs: what they are given must be in them.
  for (const [lang, words] of Object.entries({
    en,
    cy,
    ...Object.fromEntries(Object.entries(packs).map(([tag, pack]) => [tag, pack.words])),
  }))
    it(`${lang}: no part of a sentence is lost`, () => {
      const { pressShift, onDate, hours } = words;
      // Two is a word in some languages.
      expect(pressShift(2)).to.contain('Shift').and.not.to.equal(pressShift(1));
      expect(visible(onDate(2, 29, 12)))
        .to.contain('29')
        .and.to.contain(hours.months[11]!);
      expect(hours.and('AA', 'BB')).to.match(/AA.*BB/);
      for (const say of [hours.from, hours.orLater, hours.closedOnDays]) expect(say('AA')).to.contain('AA');
    });
});
