/**
 * The model of opening hours: what `parseOpeningHours` returns and everything else reads.
 * It mirrors the notation (OpenStreetMap `opening_hours`, see parse.ts), not its evaluation.
 */

/** Whose bank holidays `PH` stands for. */
export const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Division = (typeof DIVISIONS)[number];

export type State = 'open' | 'closed' | 'unknown';

/** What holds at an instant, and until when. */
export interface Status {
  readonly state: State;
  /** The words between quotes in the rule that decides, as they were written. */
  readonly comment?: string;
  /** Epoch ms of the next instant at which state or comment differ; absent: never. */
  readonly until?: number;
}

export interface HoursOptions {
  /** Needed, and only needed, by hours that mention `PH`. */
  readonly holidays?: Division | undefined;
}

/**
 * Both ends included. `yyyymmdd` when the notation gives the year, `mmdd` (below 10000) when it
 * holds every year; then `from` may be greater than `to`: the range runs across the new year.
 */
export interface DateRange {
  readonly from: number;
  readonly to: number;
}

/**
 * A time span of the day that it starts on, in minutes after midnight by the clock on the wall;
 * `to` is excluded and passes 1440 when the span runs into the next day (26:00 is 1560).
 */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** An open end (`15:00+`): nobody knows the closing time, so the state is unknown. */
  readonly openEnd?: true;
}

export interface Rule {
  /**
   * True after `,`: the rule adds to earlier ones. False (first, or after `;`): it replaces them on
   * the days that it matches, with the exceptions in status.ts.
   */
  readonly additional: boolean;
  /** No entry: every date. */
  readonly dates: readonly DateRange[];
  /** Set of weekdays, bit 0 is Sunday; 0 when the rule names none. */
  readonly weekdays: number;
  /** On bank holidays as well as on the weekdays (`Mo-Fr,PH`; `PH` alone names no weekdays). */
  readonly holidays: boolean;
  /** No entry: the whole day. */
  readonly spans: readonly Span[];
  readonly state: State;
  readonly comment?: string;
  /**
   * What starts on a matching day does not take place, its part after midnight included. The
   * notation has no word for it; closures need it.
   */
  readonly cancels?: true;
}

/** Parsed opening hours: plain frozen data. Parse once, evaluate often. */
export interface OpeningHours {
  readonly rules: readonly Rule[];
}

/** Thrown by `parseOpeningHours` for whatever is outside the documented notation. */
export class OpeningHoursSyntaxError extends Error {
  override readonly name = 'OpeningHoursSyntaxError';
  /** Index into the text (UTF-16 units, from 0) of the first thing that does not fit. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
