/**
 * A panel through a year: every boundary, both clock changes, every bank holiday, sleep of any
 * length, throttled timers, a clock that somebody sets. It is compared with a second reckoning of the
 * hours of record. Before a timer it never shows what is no longer so; where the clock jumps, which no
 * timer can know, it is right again from the next wake-up on.
 *
 * LONG=1 runs every timer of the year, in place of those around the special days.
 */
import { expect } from '@open-wc/testing';
import '../src/define.js';
import { bankHolidays } from './hours-support/bank-holidays-of-record.js';
import { Random } from './hours-support/random.js';
import { mount, type PanelHarness } from './support/panel-harness.js';
import { isLongRun } from './support/run-length.js';
import { SteppedTime } from './support/stepped-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NSH = 'national-stalking-helpline';

const START = Date.parse('2026-11-25T00:00Z');
const END = Date.parse('2027-12-31T00:00Z');

/** Where both helplines are answered, as published. */
const BANK_HOLIDAYS = bankHolidays
  .filter(([date, where]) => where.includes('england-and-wales') && Date.parse(date) >= START && Date.parse(date) < END)
  .map(([date]) => date);
const CLOCK_CHANGES = ['2027-03-28', '2027-10-31'];
/** Thursdays and a Friday, in winter and summer time. */
const ORDINARY = ['2026-11-26', '2027-04-01', '2027-07-02'];

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the hours of record say, reckoned without a line of the product. */
const expectedStates = (at: number): readonly [helpline: string, paladin: string] => {
  const { weekday, year, month, day, hour, minute } = Object.fromEntries(
    london.formatToParts(at).map(({ type, value }) => [type, value]),
  ) as Record<string, string>;
  const time = Number(hour) * 60 + Number(minute);
  const isWeekend = weekday === 'Sat' || weekday === 'Sun';
  const isHoliday = BANK_HOLIDAYS.includes(`${year}-${month}-${day}`);
  const helpline = !isWeekend && !isHoliday && time >= 570 && time < 960 ? 'open' : 'closed';
  if (time >= 540 && time < 900) return [helpline, isHoliday ? 'unknown' : isWeekend ? 'closed' : 'open'];
  return [helpline, weekday === 'Thu' && !isHoliday && time >= 900 && time < 1020 ? 'unknown' : 'closed'];
};

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
};

describe('a panel through a year', () => {
  let time: SteppedTime;
  let panel: PanelHarness;

  const begin = async (at: number): Promise<void> => {
    time = new SteppedTime(at);
    panel = await mount();
    await settled();
    time.paint();
    await settled();
    check('at first');
  };

  const check = (when: string, at = time.now()): void => {
    const shown = [panel.state(NSH), panel.state('paladin')];
    const said = new Date(at).toISOString();
    expect(shown, `${when}, ${said}`).to.deep.equal(expectedStates(at));
    expect([panel.state('emergency'), panel.state('police')], said).to.deep.equal(['always', 'always']);
    expect(time.timers, `timers, ${said}`).to.equal(1);
  };

  /** To the next timer, which runs so many milliseconds late. */
  const wake = async (late = 0): Promise<void> => {
    const { wait } = time;
    expect(wait, 'a timer is never far away').to.be.at.most(2 * HOUR);
    check('just before a timer', time.now() + wait - 1);
    time.pass(wait + late);
    time.run();
    await settled();
    check('after a timer');
  };

  /** The page is shown again. */
  const show = async (): Promise<void> => {
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    check('when the page is shown again');
  };

  afterEach(() => {
    panel.element.remove();
    time.restore();
  });

  it('is right before and after every timer, day by day', async function () {
    this.timeout(600_000);
    const special = [...ORDINARY, ...BANK_HOLIDAYS, ...CLOCK_CHANGES].sort().map((date) => Date.parse(`${date}T00:00Z`));
    const periods = (await isLongRun()) ? [[START, END] as const] : special.map((day) => [day - DAY / 4, day + 1.25 * DAY] as const);
    await begin(periods[0]![0]);
    let boundaries = 0;
    for (const [from, to] of periods) {
      if (time.now() < from) {
        time.jump(from - time.now());
        await show();
      }
      for (let before = expectedStates(time.now()).join(); time.now() < to;) {
        await wake();
        const after = expectedStates(time.now()).join();
        if (after !== before) boundaries++;
        before = after;
      }
    }
    expect(boundaries, 'boundaries seen').to.be.at.least(2 * periods.length);
  });

  for (const seed of [1, 2, 3])
    it(`is right from the next wake-up on, whatever the clock and the machine do (${seed})`, async function () {
      this.timeout(600_000);
      const random = new Random(seed);
      await begin(START);
      while (time.now() < END) {
        const what = random.integer(0, 9);
        // Timers that run on time, and those of a page in the background.
        if (what < 4) await wake();
        else if (what < 6) await wake(random.integer(0, MINUTE));
        else {
          // Sleep of minutes to two weeks, or a clock that is set; now and then back by a day.
          const back = what === 9 && time.now() - START > 2 * DAY;
          time.jump(back ? -DAY : what === 8 ? DAY : Math.round(2 * MINUTE * 10_000 ** random.next()));
          // Some machines tell the page that they woke, with some it takes the timer.
          if (random.chance(0.5)) await show();
          else {
            time.pass(time.wait);
            time.run();
            await settled();
            check('at the first timer after a jump');
          }
        }
      }
    });
});
