/** From the script to the numbers, beside the least that could be done and beside what pages already load. */
import type { Browser } from 'puppeteer-core';
import { watchFirstPaint, zoneCalls, type FirstPaint } from '../test/e2e/support/first-paint.js';
import { giscus, govukExit, handWritten, openingHours, panel, relativeTimes, type Candidate } from './support/candidates.js';
import { firstIntl, staticLayout } from './support/limits.js';
import { median } from './support/median.js';
import { renderedPanel } from './support/rendered-panel.js';
import { atMost, beside, compared, type Row, type Section } from './support/report.js';
import { scriptTime, timeToLayout, timeToStaticLayout } from './support/visit.js';

const ROUNDS = 21;
/** Visits a round: by the clock, fonts and other processes included, one layout takes 18 to 69 ms at 1×. */
const LAYOUTS = 4;
const THROTTLING = [1, 4];

type Measure = 'counted' | 'script' | 'laidOut';

export const startUp = async (browser: Browser): Promise<Section> => {
  const rendered = await renderedPanel(browser);
  const [ours, limit, relative] = [panel(), await handWritten(rendered), await relativeTimes()];
  const peers = [await openingHours(), await govukExit(), await giscus()];
  const rows: Row[] = [];
  const later: Row[] = [];
  const unthrottled = new Map<string, number>();
  /** Refuses what takes no longer where the processor is said to be slower. */
  const slowed = (what: string, value: number): number => {
    const before = unthrottled.get(what);
    if (before === undefined) unthrottled.set(what, value);
    else if (value < 1.5 * before) throw new Error(`Not slowed down: ${what}, ${value} ms after ${before} ms`);
    return value;
  };

  for (const throttling of THROTTLING) {
    const times = new Map<string, number[]>();
    const note = (key: string, value: number) => times.set(key, [...(times.get(key) ?? []), value]);
    for (let round = 0; round < ROUNDS; round++) {
      for (const candidate of [ours, limit, relative, ...peers]) {
        const { counted, script } = await scriptTime(browser, candidate, throttling);
        note(`counted ${candidate.name}`, counted);
        note(`script ${candidate.name}`, script);
      }
      for (let visit = 0; visit < LAYOUTS; visit++) {
        for (const candidate of [ours, limit]) note(`laidOut ${candidate.name}`, await timeToLayout(browser, candidate, throttling));
        note('laidOut static HTML', await timeToStaticLayout(browser, rendered, throttling));
      }
    }
    const of = (measure: Measure, { name }: Pick<Candidate, 'name'>) => median(times.get(`${measure} ${name}`)!);
    // All are visited in one way; what is shorter may end before the processor is held up.
    for (const measure of ['counted', 'script'] as const) slowed(measure, of(measure, ours));
    const ratio = (measure: Measure, other: Pick<Candidate, 'name'>) => beside(of(measure, ours), of(measure, other));
    const at = `, ${throttling}× throttled`;
    rows.push(
      atMost(`script CPU as ScriptDuration counts it, beside a ${limit.name}${at}`, ratio('counted', limit), 1),
      atMost(`script CPU as ScriptDuration counts it, beside ${relative.name}${at}`, ratio('counted', relative), 0.3),
      atMost(`script start to laid out, beside a ${limit.name}${at}`, ratio('laidOut', limit), 1.4),
      compared(`script start to laid out, beside static HTML${at}`, ratio('laidOut', { name: 'static HTML' })),
      atMost(`script CPU with its microtasks, beside a ${limit.name}${at}`, ratio('script', limit), 1),
      atMost(`script CPU with its microtasks, beside ${relative.name}${at}`, ratio('script', relative), 0.3),
      ...peers.map((peer) => compared(`script CPU with its microtasks, beside ${peer.name}${at}`, ratio('script', peer))),
    );
    const seen: FirstPaint[] = [];
    const layouts: number[] = [];
    const intlAlone: number[] = [];
    for (let round = 0; round < 5; round++) {
      seen.push(await watchFirstPaint(browser, throttling));
      layouts.push(await staticLayout(browser, throttling, rendered));
      intlAlone.push(await firstIntl(browser, throttling));
    }
    const tasks = ([0, 1, 2] as const).map((index) => slowed(`task ${index}`, median(seen.map((one) => one.tasks[index]))));
    const [layout, intl] = [slowed('static layout', median(layouts)), slowed('first use of Intl', median(intlAlone))];
    later.push(
      atMost(`longest task up to the numbers${at}`, tasks[0]!, 50, 'ms'),
      atMost(`laying them out and painting them, longest task${at}`, tasks[1]!, 50, 'ms'),
      compared(`the same, beside laying out static HTML${at}`, beside(tasks[1]!, layout)),
      atMost(`longest task after them${at}`, tasks[2]!, 50, 'ms'),
      atMost(`the same, beside a page’s first use of Intl${at}`, beside(tasks[2]!, intl), 1),
      atMost(
        `uses of Intl before the numbers are painted${at}`,
        Math.max(...seen.map((one) => one.intl.filter((after) => after <= 0).length)),
        0,
        '',
      ),
    );
  }
  const { atFirstPaint, withStatuses } = await zoneCalls(browser);
  // Else none at the first paint would prove nothing.
  if (!withStatuses) throw new Error('No call of date-fns-tz was noticed.');
  return {
    title: 'From the script to the numbers',
    how: `Medians of ${ROUNDS} rounds, a fresh renderer each time, turn about; ${LAYOUTS} times as many for what is laid out, by the clock. Script CPU is processor time of the main thread. ScriptDuration is what Chromium’s \`Performance.getMetrics\` counts; it leaves out microtasks, in which a Lit element renders, so the same is measured by the trace with them. Tasks are milliseconds of processor time of one machine, the longest of a page; a page’s first use of Intl, alone, takes as long as it does because of the browser’s own data.`,
    rows: [...rows, ...later, atMost('calls of date-fns-tz before the first paint', atFirstPaint, 0, '')],
  };
};
