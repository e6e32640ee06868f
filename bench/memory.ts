/** A hundred panels in one page: what they hold, and whether twice as many take twice as much. */
import type { Browser } from 'puppeteer-core';
import type { Heap } from '../test/e2e/support/heap.js';
import { heapOfStaticHtml, manyPanels, timeOfPanels } from '../test/e2e/support/many-panels.js';
import { median } from './support/median.js';
import { atMost, beside, type Section } from './support/report.js';

const ROUNDS = 5;
const PANELS = 100;

/** Heaps of pages with none, so many and twice as many panels, and of the static ones. */
type Heaps = Readonly<Record<'none' | 'some' | 'twice' | 'staticNone' | 'staticSome', Heap>>;

export const comparedHeaps = ({ none, some, twice, staticNone, staticSome }: Heaps) => ({
  blink: beside(some.blink - none.blink, staticSome.blink - staticNone.blink),
  script: (twice.script - some.script) / PANELS / 1024,
  blinkLinear: beside(twice.blink - some.blink, some.blink - none.blink),
});

type Round = Readonly<Record<'timers' | 'observers' | 'time', number>> & ReturnType<typeof comparedHeaps>;

export const memory = async (browser: Browser): Promise<Section> => {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const none = await manyPanels(browser, 0);
    const some = await manyPanels(browser, PANELS);
    const twice = await manyPanels(browser, 2 * PANELS);
    const staticNone = await heapOfStaticHtml(browser, some.rendered, 0);
    const staticSome = await heapOfStaticHtml(browser, some.rendered, PANELS);
    // Panels wait for the next change, and watch the language of the page: no timer, no observer is a count that went wrong.
    if (!(some.timers && some.observers)) throw new Error('No timer or no observer was counted.');
    rounds.push({
      timers: some.timers,
      observers: some.observers,
      ...comparedHeaps({ none: none.heap, some: some.heap, twice: twice.heap, staticNone, staticSome }),
      time: beside(await timeOfPanels(browser, 2 * PANELS), await timeOfPanels(browser, PANELS)),
    });
  }
  const of = (key: keyof Round) => median(rounds.map((round) => round[key]));
  return {
    title: 'A hundred panels in a page',
    how: `After their statuses have come and garbage has gone; medians of ${ROUNDS}. Static HTML: the same trees in declarative shadow roots that share one sheet. JavaScript: by the second hundred. The ratio of the Blink heaps is 0.9 or 1.1 for one and the same build, by the start of the browser.`,
    rows: [
      atMost('timers', of('timers'), 1, ''),
      atMost('observers for the panels', of('observers'), 1, ''),
      atMost('Blink heap, beside static HTML', of('blink'), 1.25),
      atMost('JavaScript heap a panel', of('script'), 25, 'KiB'),
      atMost('Blink heap of the second hundred, beside the first', of('blinkLinear'), 1.1),
      atMost('processor time until numbers are laid out, 200 panels beside 100', of('time'), 2.2),
    ],
  };
};
