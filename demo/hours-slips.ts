/*
 * What hours say that people rarely mean. The panel shows it all the same, since rules are rules: the
 * checker warns of it, and none of it is suggested.
 */

import { dayOfDate, weekdayOf } from '../src/hours/calendar.js';
import type { Rule } from '../src/hours/opening-hours.js';

/** A slip, in words that follow the name of the contact. */
export interface HoursSlip {
  /** Stable, for tests. */
  readonly code: string;
  readonly what: string;
  readonly todo: string;
}

/** Weekdays as bits, from Sunday. */
const ANY_DAY = 0b111_1111;
/** Where the bank holidays of all three divisions are: those of a weekend are moved. */
const MONDAY_TO_FRIDAY = 0b011_1110;

const opens = ({ state }: Rule): boolean => state !== 'closed';

/** The weekdays of a rule; none where it is for bank holidays alone. */
export const weekdaysOf = ({ weekdays, holidays }: Pick<Rule, 'weekdays' | 'holidays'>): number => weekdays || (holidays ? 0 : ANY_DAY);

const hasSameDates = (one: Rule, other: Rule): boolean => JSON.stringify(one.dates) === JSON.stringify(other.dates);

const neverOpens = (rules: readonly Rule[]): boolean => !rules.some(opens);

/** More than four weeks. */
const isLong = ({ from, to }: Rule['dates'][number]): boolean =>
  to < 10_000 ? (dayOfDate(to + 2000_0000)! - dayOfDate(from + 2000_0000)! + 366) % 366 > 28 : dayOfDate(to)! - dayOfDate(from)! > 28;

/** Whether a rule closes on the days of an earlier one again, behind a rule that opens on them. */
const closesAgain = (again: Rule, closed: Rule, later: Rule): boolean =>
  !opens(again) &&
  JSON.stringify(again.spans) === JSON.stringify(closed.spans) &&
  (again.holidays || !closed.holidays) &&
  !(weekdaysOf(closed) & ~weekdaysOf(again)) &&
  (!again.dates.length || hasSameDates(again, closed) || hasSameDates(again, later));

/**
 * Whether a later rule opens on days of an earlier, closed one: on any of its dates or bank holidays, also in a season that
 * does not name these, or on all its weekdays.
 */
const opensAgain = (rules: readonly Rule[]): boolean =>
  rules.some((closed, index) => {
    const special = closed.dates.length ? weekdaysOf(closed) || MONDAY_TO_FRIDAY : closed.holidays ? MONDAY_TO_FRIDAY : 0;
    return (
      !opens(closed) &&
      rules.slice(index + 1).some((later, after, following) => {
        const days = weekdaysOf(later);
        const isUsual = !later.dates.length || (!closed.dates.length && closed.holidays && !later.holidays && later.dates.some(isLong));
        const isLast = !following.slice(after + 1).some((again) => closesAgain(again, closed, later));
        return (
          opens(later) &&
          isUsual &&
          isLast &&
          (special ? special & (days | (later.holidays ? MONDAY_TO_FRIDAY : 0)) : !(weekdaysOf(closed) & ~days))
        );
      })
    );
  });

/** Whether words for whole days, which hold at all times of these, stand behind the hours of the same days. */
const unsureAlways = (rules: readonly Rule[]): boolean =>
  rules.some((later, index) => {
    const hours = rules.slice(0, index).filter(({ state }) => state === 'open');
    const isWhole = later.spans.every(({ from, to }) => from === 0 && to === 1440);
    return (
      later.state === 'unknown' &&
      !later.dates.length &&
      isWhole &&
      hours.length > 0 &&
      hours.every((earlier) => weekdaysOf(later) && !(weekdaysOf(earlier) & ~weekdaysOf(later)))
    );
  });

/** Whether a later rule takes the place of hours on the same days that it does not touch. */
const replacesHours = (rules: readonly Rule[]): boolean =>
  rules.some(
    (later, index) =>
      !later.additional &&
      // Without days, what is unknown replaces nothing.
      (later.state === 'open' || (opens(later) && (later.dates.length > 0 || later.weekdays > 0 || later.holidays))) &&
      rules
        .slice(0, index)
        .some(
          (earlier) =>
            opens(earlier) &&
            hasSameDates(earlier, later) &&
            (weekdaysOf(earlier) & weekdaysOf(later) || (earlier.holidays && later.holidays)) &&
            earlier.spans.length > 0 &&
            later.spans.length > 0 &&
            earlier.spans.every((one) => later.spans.every((other) => one.to <= other.from || other.to <= one.from)),
        ),
  );

/** Whether a later rule for a weekday takes the place of what is said of bank holidays, where one falls on it. */
const replacesHolidays = (rules: readonly Rule[]): boolean =>
  rules.some(
    (holiday, index) =>
      opens(holiday) &&
      holiday.holidays &&
      !holiday.dates.length &&
      rules
        .slice(index + 1)
        .some(
          (later, after) =>
            opens(later) &&
            !later.additional &&
            !later.dates.length &&
            later.weekdays & MONDAY_TO_FRIDAY &&
            !rules.slice(index + 1 + after).some(({ holidays, dates }) => holidays && !dates.length),
        ),
  );

/** The days after those of a rule. */
const morningsAfter = ({ weekdays }: Pick<Rule, 'weekdays'>): number =>
  weekdays ? ((weekdays << 1) | (weekdays >> 6)) & ANY_DAY : ANY_DAY;

/**
 * Whether a later rule ends a night of another at midnight: one that opens begins its days anew, one that is
 * closed is so from midnight on. On bank holidays and dates that is how the notation is read, and meant, and of a
 * day that is open from midnight on as well nothing is missing.
 */
const cutsNight = (rules: readonly Rule[]): boolean =>
  rules.some((night, index) =>
    night.spans.some(({ to }) =>
      rules.slice(index + 1).some((later) => {
        const goesOn = later.state === 'open' && later.spans.some((span) => span.from === 0 && span.to >= to - 1440);
        const cuts = opens(later) ? !later.additional && !goesOn : !later.spans.length || later.spans.some(({ from }) => from < to - 1440);
        return to > 1440 && cuts && !later.dates.length && later.weekdays & morningsAfter(night);
      }),
    ),
  );

/**
 * Whether a line that is open at night ends at midnight after a whole day: the night from Sunday to Monday belongs
 * neither to a weekend round the clock nor to the nights of the week.
 */
const stopsAtMidnight = (rules: readonly Rule[]): boolean => {
  const usual = rules.filter((rule) => opens(rule) && !rule.dates.length);
  const daysWith = (is: (span: Rule['spans'][number]) => boolean) =>
    usual.reduce((all, rule) => (rule.spans.some(is) ? all | weekdaysOf(rule) : all), 0);
  const nights = daysWith(({ to }) => to > 1440);
  const ended = daysWith(({ from, to }) => from === 0 && to === 1440) & ~nights;
  return nights > 0 && ended > 0 && (morningsAfter({ weekdays: ended }) & ~daysWith(({ from }) => from === 0)) > 0;
};

/** The weekdays on which dates end: any, where they come every year. */
const weekdaysOfDates = ({ dates }: Rule): number =>
  dates.reduce((all, { to }) => all | (to < 10_000 ? ANY_DAY : 1 << weekdayOf(dayOfDate(to)!)), 0);

/**
 * Whether a night is held back on bank holidays or dates, but for its hours after midnight: these belong to the day
 * before, and a closed day, or one with other hours, says nothing of them. Behind a whole day they are meant.
 */
const leavesMorning = (rules: readonly Rule[]): boolean =>
  rules.some(
    (night, index) =>
      opens(night) &&
      night.spans.some(({ to }) => to > 1440) &&
      rules.slice(index + 1).some((later) => {
        const days = later.weekdays || (later.holidays ? MONDAY_TO_FRIDAY : weekdaysOfDates(later));
        const replaces = opens(later) ? !later.additional : !later.spans.length;
        return (
          (later.holidays || later.dates.length > 0) &&
          replaces &&
          weekdaysOf(night) & days &&
          !later.spans.some(({ from, to }) => to > 1440 || to - from === 1440)
        );
      }),
  );

/** In minutes. Nights of a helpline are shorter: longer ones are slips. */
export const LONGEST_NIGHT = 16 * 60;

/** In minutes. */
export const NOON = 12 * 60;

/**
 * Whether an afternoon stands there by the 12-hour clock: `9:00-5:00` goes on through the night, `1:00-5:00` behind
 * `9:00-12:00` begins in it. Not where the end is written as past midnight, as in `08:00-26:00`.
 */
const lacksAfternoon = (rules: readonly Rule[], hours: string): boolean =>
  rules.some(
    (rule) =>
      opens(rule) &&
      rule.spans.some(({ from, to }, index) => {
        const before = rule.spans[index - 1]?.from ?? NOON;
        const isCountedOn = hours.includes(`${Math.floor(to / 60)}:${String(to % 60).padStart(2, '0')}`);
        // 12:30 is the same in both clocks, and behind other times it begins an afternoon, not a night; what begins from 13:00
        // on is written in that of 24 hours.
        const goesOn = from < NOON + 60 && to > 1440 && !isCountedOn && (index > 0 || to - from > LONGEST_NIGHT);
        return goesOn || (from > 0 && from < before && before < NOON);
      }),
  );

/**
 * Whether days or dates stand without times: the line is open round the clock then, as in `Mo; We; Fr 09:00-17:00` or
 * `Mo-Fr 09:00-17:00; Dec 25-26`.
 */
const isAllDay = (rules: readonly Rule[]): boolean =>
  rules.some(
    ({ state, spans, dates, weekdays, holidays }) => state === 'open' && !spans.length && (dates.length > 0 || weekdays > 0 || holidays),
  );

/**
 * Whether a rule behind a comma is shorter than one that holds on its days anyway: `Mo-Fr 09:00-17:00, Fr 09:00-16:30` is open
 * until 17:00.
 */
const addsNothing = (rules: readonly Rule[]): boolean =>
  rules.some(
    (later, index) =>
      later.additional &&
      later.state === 'open' &&
      !later.comment &&
      later.spans.length > 0 &&
      rules.slice(0, index).some(
        (earlier) =>
          earlier.state === 'open' &&
          !earlier.dates.length &&
          ((later.dates.length
            ? weekdaysOf(earlier) & weekdaysOf(later)
            : !(weekdaysOf(later) & ~weekdaysOf(earlier)) && weekdaysOf(later)) ||
            // The same times on bank holidays say that nothing changes on them.
            (later.holidays && weekdaysOf(earlier) & MONDAY_TO_FRIDAY && JSON.stringify(earlier.spans) !== JSON.stringify(later.spans))) &&
          later.spans.every((one) => earlier.spans.some((other) => other.from <= one.from && one.to <= other.to)),
      ) &&
      // On days that have been closed it opens.
      rules.slice(0, index).every(opens),
  );

const WEEKEND = 0b100_0001;

/** Whether dates without weekdays open a line at a weekend that is closed then in every other week. */
const opensAtWeekend = (rules: readonly Rule[]): boolean => {
  const usual = rules.filter((rule) => opens(rule) && !rule.dates.length).reduce((all, rule) => all | weekdaysOf(rule), 0);
  const daysOf = ({ from, to }: Rule['dates'][number]): number => {
    if (to < 10_000) return ANY_DAY;
    // A day that somebody has named, weekend or not.
    if (from === to) return 0;
    let days = 0;
    for (let day = dayOfDate(from)!, last = Math.min(dayOfDate(to)!, day + 6); day <= last; day++) days |= 1 << weekdayOf(day);
    return days;
  };
  return (
    usual > 0 &&
    rules.some(
      ({ state, spans, dates, weekdays, holidays }) =>
        state === 'open' &&
        spans.length > 0 &&
        !weekdays &&
        !holidays &&
        dates.reduce((all, range) => all | daysOf(range), 0) & WEEKEND & ~usual,
    )
  );
};

/**
 * Whether a comment says that the line is closed, and no word before it does. Asked of the text: of the rules, `unknown` may
 * be written or not.
 */
const saysClosed = (hours: string): boolean =>
  [...hours.matchAll(/(\w*)\s*"([^"]*)"/g)].some(
    ([, word, comment]) => !/^(open|unknown|closed|off)$/i.test(word!) && /^\W*(closed|shut|ar gau)\b|\bclosures?\b/i.test(comment!),
  );

/**
 * Whether all that opens the line is a comment without a state before it, which makes it unknown. Without times, as in
 * `Mo "by appointment"`, it can mean nothing else.
 */
const onlyComments = (hours: string, rules: readonly Rule[]): boolean =>
  !rules.some(({ state }) => state === 'open') &&
  (/24\/7/.test(hours) || rules.some((rule) => opens(rule) && rule.spans.length > 0)) &&
  !/\bunknown\b|^[^"]*$/i.test(hours);

/** Whether a line of office hours, Monday to Friday, says nothing of bank holidays: it is open on them then. */
const forgetsHolidays = (rules: readonly Rule[]): boolean => {
  const weekly = rules.filter(({ state, dates }) => state === 'open' && (!dates.length || dates.some(isLong)));
  return weekly.length > 0 && weekly.every(({ weekdays }) => weekdays && !(weekdays & WEEKEND)) && !rules.some(({ holidays }) => holidays);
};

/** Whether a line that closes on bank holidays opens on one of the days that keep their name at a weekend, while its bank holiday moves. */
const opensOnMovedHoliday = (rules: readonly Rule[]): boolean => {
  const names = ({ dates }: Rule, date: number) =>
    dates.some((range) => {
      // A whole year or more.
      if (range.to - range.from >= 10_000) return true;
      const [from, to] = [range.from % 10_000, range.to % 10_000];
      return from <= to ? from <= date && date <= to : from <= date || date <= to;
    });
  return (
    rules.some((rule) => !opens(rule) && rule.holidays && !rule.dates.length) &&
    [1225, 1226, 101].some((date) =>
      rules.some((usual) => {
        const days =
          usual.state === 'open' && (!usual.dates.length || (usual.dates.some(isLong) && names(usual, date)))
            ? weekdaysOf(usual) & WEEKEND
            : 0;
        const closes = (rule: Rule) => !opens(rule) && !rule.spans.length && !(days & ~weekdaysOf(rule));
        return days && !rules.some((rule) => names(rule, date) && (!rule.dates.some(isLong) || closes(rule)));
      }),
    )
  );
};

const SLIPS: readonly (readonly [isSlip: (rules: readonly Rule[], hours: string) => boolean, slip: HoursSlip])[] = [
  [
    neverOpens,
    {
      code: 'never-opens',
      what: 'never open the line',
      todo: 'Write when it is open. Where it is closed for some days only, keep the hours, and write a notice with "closed": true.',
    },
  ],
  [
    lacksAfternoon,
    {
      code: 'twelve-hours',
      what: 'have the line open through the night: 5:00 is five in the morning',
      todo: 'Where an afternoon is meant, write it in the 24-hour clock, as in “Mo-Fr 09:00-17:00” or “Mo-Fr 09:00-12:00,13:00-17:00”. Where it is open until after midnight, count the hours on, as in “Mo-Su 08:00-26:00”.',
    },
  ],
  [
    isAllDay,
    {
      code: 'all-day',
      what: 'name days or dates without times: the line is open on them day and night',
      todo: 'Write the times behind the days, with commas between days, as in “Mo,We,Fr 09:00-17:00”. Where the line is closed on them, write off behind them; where it is open day and night, 00:00-24:00.',
    },
  ],
  [
    addsNothing,
    {
      code: 'adds-nothing',
      what: 'have a rule behind a comma that is shorter than another for the same days: the longer one holds too, and the line is open as long as that says',
      todo: 'Put a semicolon in the place of the comma, and behind it all times of those days, as in “Mo-Fr 09:00-17:00; Fr 09:00-16:30”. Of nights, keep the comma and leave the day of the shorter one out of the rule of the others, as in “Mo-Th 20:00-02:00, Fr 20:00-24:00”, and bank holidays for a rule behind a semicolon, as in “Mo-Sa 20:00-02:00, Su 20:00-01:00; PH 20:00-01:00”.',
    },
  ],
  [
    opensAtWeekend,
    {
      code: 'weekend-dates',
      what: 'open the line on dates that can be a Saturday or a Sunday, on which it is closed otherwise',
      todo: 'Write the weekdays behind the dates, as in “Dec 24,31 Mo-Fr 09:00-12:00”, or Mo-Su where it does open at the weekend.',
    },
  ],
  [
    unsureAlways,
    {
      code: 'unsure-always',
      what: 'have a comment or the word unknown in a rule of its own behind the hours: it holds at all their times, and the panel never says more than “May be open”',
      todo: 'Put that rule first, and commas behind it and between the hours, as in “unknown "leave a message", Mo-Th 09:00-17:00, Fr 09:00-16:30; PH off”. Words about the hours themselves stand behind these, as in “Mo-Fr 09:00-17:00 open "in English"”.',
    },
  ],
  [
    opensAgain,
    {
      code: 'closes-nothing',
      what: 'close the line on days on which a later rule opens it again',
      todo: 'Put the rule that closes the line at the end, as in “Mo-Fr 09:00-17:00; PH off”. Where a season opens it on bank holidays as well, name them there, as in “Mo-Fr 09:00-17:00; PH off; Jul 1-Aug 31 Mo-Fr,PH 10:00-16:00”.',
    },
  ],
  [
    cutsNight,
    {
      code: 'night-cut',
      what: 'go on after midnight, into a day for which a later rule says something else: it ends the night before at midnight',
      todo: 'If the line stays open after midnight, replace the semicolon with a comma and leave out closed days (days without hours are closed). Where a night is shorter than the others, leave its day out of their rule, as in “Mo-Th 20:00-02:00, Fr 20:00-24:00”, and bank holidays for a rule behind a semicolon, as in “Mo-Sa 20:00-02:00, Su 20:00-01:00; PH 20:00-01:00”. Then check on a test page, with the option now, what the panel says.',
    },
  ],
  [
    stopsAtMidnight,
    {
      code: 'night-missing',
      what: 'have whole days and, on others, nights that go on until the morning: after the last whole day the line closes at midnight',
      todo: 'Where it stays open until the morning, write the nights for that day too, as in “Mo-Su 17:00-09:00, Sa-Su 00:00-24:00”.',
    },
  ],
  [
    leavesMorning,
    {
      code: 'morning-left',
      what: 'have nights, and close or change them on bank holidays or dates, but only until midnight: from midnight on the line is open again',
      todo: 'In place of that rule, close by its own times all that does not take place, as in “Mo-Fr 20:00-02:00; PH 20:00-02:00 off” and “Mo-Fr 09:00-17:00, Fr 20:00-02:00; PH 09:00-17:00,20:00-02:00 off”, or “PH 23:00-02:00 off” where the line closes earlier.',
    },
  ],
  [
    replacesHolidays,
    {
      code: 'holidays-replaced',
      what: 'have hours for bank holidays, and later others for a weekday: these hold on bank holidays that fall on it',
      todo: 'Put the bank holidays into a rule of their own at the end, as in “Mo-Th 09:00-17:00; Fr 09:00-16:30; PH 09:00-17:00”.',
    },
  ],
  [
    replacesHours,
    {
      code: 'hours-replaced',
      what: 'have two rules for the same days, at other times: behind a semicolon, the second takes the place of the first on those days',
      todo: 'Where the line is open at both times, put a comma in the place of the semicolon, as in “Mo-Fr 09:00-12:00,13:00-17:00” or “Mo-Fr 09:00-17:00, We 18:00-20:00”. Where the second alone holds, leave its days out of the first, as in “Mo-We,Fr 09:00-12:00; Th 13:00-17:00”.',
    },
  ],
];

/** The first slip in the hours of a contact, as text and as rules. */
export const slipIn = (hours: string, rules: readonly Rule[]): HoursSlip | undefined => SLIPS.find(([isSlip]) => isSlip(rules, hours))?.[1];

/** What hours leave out: they may be suggested without it. */
const FURTHER_SLIPS: readonly (readonly [isSlip: (hours: string, rules: readonly Rule[]) => boolean, slip: HoursSlip])[] = [
  [
    saysClosed,
    {
      code: 'comment-closed',
      what: 'say only in a comment that the line is closed: the panel says “May be open”',
      todo: 'Write off before the comment, as in “Dec 27-31 off "Christmas closure"”, or unknown where it may be open.',
    },
  ],
  [
    onlyComments,
    {
      code: 'comment-unsure',
      what: 'have a comment wherever they open the line, and no word before it: the panel never says more than “May be open”',
      todo: 'Write open before the comment where the line is open then, as in “Mo-Fr 09:00-17:00 open "in English"”, or unknown where it may be. Times to which the comment does not belong are a rule of their own, with its days, as in “Mo-Fr 09:00-17:00, Mo-Fr 17:00-20:00 "leave a message"”.',
    },
  ],
  [
    (_, rules) => forgetsHolidays(rules),
    {
      code: 'no-holidays',
      what: 'say nothing of bank holidays: the panel says that the line is open on those that fall on its days',
      todo: 'Write “; PH off” at the end (of a night, by its times: “; PH 20:00-02:00 off”), or the hours on bank holidays, and whose they are, as in "holidays": "england-and-wales". Where they change nothing, write “Mo-Fr,PH”.',
    },
  ],
  [
    (_, rules) => opensOnMovedHoliday(rules),
    {
      code: 'holiday-moved',
      what: 'close the line on bank holidays, and open it at the weekend: on a Saturday or Sunday, Christmas Day, Boxing Day and New Year’s Day are none (a weekday after them is), and the panel says that the line is open',
      todo: 'Where it is closed on them, write “; Dec 25-26,Jan 1 off” at the end (of a night, by its times: “; Dec 25-26,Jan 1 20:00-02:00 off”), else their hours, as in “; Dec 25-26,Jan 1 Sa,Su 10:00-16:00”.',
    },
  ],
];

/** What the hours of a contact, as text and as rules, leave out. */
export const furtherSlipsIn = (hours: string, rules: readonly Rule[]): readonly HoursSlip[] =>
  FURTHER_SLIPS.filter(([isSlip]) => isSlip(hours, rules)).map(([, slip]) => slip);
