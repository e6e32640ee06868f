/**
 * Speed of the opening-hours module beside its peers, in one process and run, on random instants
 * of 2020 to 2035; the best of several passes. The module is measured bundled and minified, with
 * date-fns-tz unedited (the build cuts that down: scripts/bundle/lean-zone.mjs).
 */
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import OpeningHoursJs from 'opening_hours';
import { Temporal } from 'temporal-polyfill';
import type * as Hours from '../src/hours/index.js';
import type * as LondonTime from '../src/hours/london-time.js';
import { atLeast, beside, compared, type Section } from './support/report.js';

const HOURS = 'Mo-Fr 09:30-16:00; PH off';
const DAY = 86_400_000;
const PLACE = { lat: '51.5', lon: '-0.1', address: { country_code: 'gb', state: 'England' } };

const { outputFiles } = await build({
  stdin: {
    contents: `export * from './index.js'; export * from './london-time.js';`,
    resolveDir: fileURLToPath(new URL('../src/hours', import.meta.url)),
    loader: 'ts',
  },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
});
const shipped = (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as typeof Hours &
  typeof LondonTime;
const { isBankHoliday, parseOpeningHours, statusAt, londonOffset } = shipped;

const instants = Array.from({ length: 20_000 }, () => Date.UTC(2020, 0) + Math.floor(Math.random() * 16 * 365.25 * DAY));

/** Work to measure: on how many of the instants in a pass, and what. */
type Work = readonly [count: number, work: (at: number) => unknown];

/** Microseconds a call of each, turn about, so that whatever slows the machine slows all: the best of 15 passes. */
function measure<Name extends string>(works: Readonly<Record<Name, Work>>): Record<Name, number> {
  const best = {} as Record<Name, number>;
  for (let pass = 0; pass < 15; pass++) {
    for (const [name, [count, work]] of Object.entries(works) as [Name, Work][]) {
      const some = instants.slice(0, count);
      const start = performance.now();
      for (const at of some) work(at);
      best[name] = Math.min(best[name] ?? Infinity, ((performance.now() - start) / count) * 1000);
    }
  }
  return best;
}

/** Weekday, 09:30 to 16:00, the day of the next change: what any evaluator of these hours does. */
function arithmetic(weekday: number, minute: number): number {
  const isWeekday = weekday > 0 && weekday < 6;
  if (isWeekday && minute < 570) return 570 - minute;
  if (isWeekday && minute < 960) return 960 - minute;
  return (weekday === 5 ? 3 : weekday === 6 ? 2 : 1) * 1440 + 570 - minute;
}

const closedDays = new Set<string>();
for (let day = Date.UTC(2020, 0); day < Date.UTC(2037, 0); day += DAY) {
  const date = new Date(day).toISOString().slice(0, 10);
  if (isBankHoliday(date, 'england-and-wales')) closedDays.add(date);
}

/** The hours written as code, with the offset and the bank holidays known: the lower bound. */
function withOffset(at: number): number {
  const local = new Date(at + londonOffset(at));
  for (;;) {
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes() + local.getUTCSeconds() / 60;
    const isOpenDay = local.getUTCDay() % 6 !== 0 && !closedDays.has(local.toISOString().slice(0, 10));
    if (isOpenDay && minute < 960) {
      const then = Math.floor(local.getTime() / DAY) * DAY + (minute < 570 ? 570 : 960) * 60_000;
      return then - londonOffset(then);
    }
    local.setUTCHours(24, 0, 0, 0);
  }
}

/** The same without holidays: what is left is weekday and minute. Nobody can be faster and right. */
function bare(at: number): number {
  const local = new Date(at + londonOffset(at));
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes() + local.getUTCSeconds() / 60;
  const then = local.getTime() + arithmetic(local.getUTCDay(), minute) * 60_000;
  return then - londonOffset(then);
}

function withTemporal(at: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London');
  const minutes = arithmetic(local.dayOfWeek % 7, local.hour * 60 + local.minute);
  return local.toPlainDateTime().add({ minutes }).toZonedDateTime('Europe/London').epochMilliseconds;
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
function withIntl(at: number): number {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(parts.weekday ?? '');
  return at + arithmetic(weekday, Number(parts.hour) * 60 + Number(parts.minute)) * 60_000;
}

/** Refuses whoever does not find the next change, to the minute: nothing is faster than a wrong answer. Peers know fewer bank holidays. */
const needRight = (finders: Readonly<Record<string, (at: number) => unknown>>, share: number): void => {
  const some = instants.slice(0, 500);
  for (const [name, find] of Object.entries(finders)) {
    const right = some.filter((at) => Math.abs(Number(find(at)) - withOffset(at)) <= 60_000).length;
    if (right < share * some.length) throw new Error(`${name} finds ${right} of ${some.length} changes.`);
  }
};

/** How many times as long as ours each takes. */
export const hours = (): Section => {
  const schedule = parseOpeningHours(HOURS);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- typed for a full Nominatim answer
  const newPeer = () => new OpeningHoursJs(HOURS, PLACE as any);
  const peer = newPeer();
  const division = { holidays: 'england-and-wales' } as const;
  needRight({ ours: (at) => statusAt(schedule, at, division).until }, 1);
  needRight({ peer: (at) => peer.getNextChange(new Date(at)), temporal: withTemporal, intl: withIntl, bare }, 0.8);
  const taken = measure({
    ours: [20_000, (at) => statusAt(schedule, at, division)],
    peer: [500, (at) => [peer.getState(new Date(at)), peer.getNextChange(new Date(at))]],
    temporal: [2000, withTemporal],
    intl: [2000, withIntl],
    holidays: [20_000, withOffset],
    bare: [20_000, bare],
    parsing: [5000, () => parseOpeningHours(HOURS)],
    peerParsing: [100, newPeer],
  });
  return {
    title: 'Opening hours',
    how: `\`${HOURS}\`, state and next change, on random instants of 2020 to 2035: how many times as long as ours each takes.`,
    rows: [
      atLeast('opening_hours', beside(taken.peer, taken.ours), 50),
      compared('temporal-polyfill arithmetic, no holidays', beside(taken.temporal, taken.ours)),
      compared('hand-written Intl parts, no holidays', beside(taken.intl, taken.ours)),
      atLeast('arithmetic, offset and bank holidays known', beside(taken.holidays, taken.ours), 0.5),
      compared('arithmetic, offset known, no holidays (another task)', beside(taken.bare, taken.ours)),
      atLeast('opening_hours, parsing', beside(taken.peerParsing, taken.parsing), 20),
    ],
  };
};
