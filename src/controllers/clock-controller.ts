import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RELEASED_AT } from '../release.js';
import { afterPaint } from './after-paint.js';

/** The one place where the time of day and timers come from; tests put their own in. */
export interface TimeSource {
  now(): number;
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Calls back in a task of its own after the browser has painted. */
  afterPaint(callback: () => void): void;
}

const deviceTime: TimeSource = {
  now: () => Date.now(),
  setTimeout: (callback, delay) => setTimeout(callback, delay),
  clearTimeout: (timer) => clearTimeout(timer as number),
  afterPaint,
};

/**
 * No timer is longer, in milliseconds: a delay of more than 24.8 days overflows, and a timer does
 * not count the time a machine sleeps. Waking from sleep mostly announces itself by an event too.
 */
const LONGEST_WAIT = 2 * 3_600_000;

/** All panels of a page share one clock, and it has at most one timer. */
class PageClock {
  #source = deviceTime;
  readonly #members = new Map<ClockController, number | undefined>();
  readonly #said = new Set<string>();
  #timer: unknown;
  #firstLookDue = false;
  #armingDue = false;
  #listeners: AbortController | undefined;

  use(source: TimeSource): void {
    this.#disarm();
    this.#firstLookDue = false;
    this.#source = source;
  }

  add(member: ClockController): void {
    this.#members.set(member, undefined);
    if (this.#firstLookDue) return;
    this.#firstLookDue = true;
    this.#source.afterPaint(() => {
      this.#firstLookDue = false;
      this.#listen();
      this.#look();
    });
  }

  remove(member: ClockController): void {
    this.#members.delete(member);
    if (this.#members.size) return;
    this.#disarm();
    this.#listeners?.abort();
    this.#listeners = undefined;
  }

  /** The lines that no panel has said since the last look: a change is spoken once, however many show it. */
  unsaid(lines: readonly string[]): readonly string[] {
    const left = lines.filter((line) => !this.#said.has(line));
    left.forEach((line) => this.#said.add(line));
    return left;
  }

  lookAgainAt(member: ClockController, instant: number | undefined): void {
    if (!this.#members.has(member)) return;
    this.#members.set(member, instant);
    if (this.#armingDue) return;
    this.#armingDue = true;
    queueMicrotask(() => {
      this.#armingDue = false;
      this.#arm();
    });
  }

  /** The time may have jumped when the page is shown, focused or thawed again. */
  #listen(): void {
    if (this.#listeners || !this.#members.size) return;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    // Not before the first look: `pageshow` may come before the first paint.
    const wake = () => {
      if (document.hidden || this.#firstLookDue) return;
      this.#look();
      for (const member of [...this.#members.keys()]) member.wake();
    };
    for (const type of ['visibilitychange', 'resume']) document.addEventListener(type, wake, { signal });
    for (const type of ['pageshow', 'focus']) window.addEventListener(type, wake, { signal });
  }

  #look(): void {
    const now = this.#source.now();
    this.#said.clear();
    for (const member of [...this.#members.keys()]) member.look(now >= RELEASED_AT ? now : NaN);
  }

  #arm(): void {
    this.#disarm();
    const due = [...this.#members.values()].filter((instant) => instant !== undefined);
    if (!due.length) return;
    const wait = Math.min(Math.min(...due) - this.#source.now(), LONGEST_WAIT);
    this.#timer = this.#source.setTimeout(() => this.#look(), Math.max(wait, 1));
  }

  #disarm(): void {
    if (this.#timer !== undefined) this.#source.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

const pageClock = new PageClock();

/** Puts another source of time in, for tests. */
export const useTimeSource = (source: TimeSource = deviceTime): void => pageClock.use(source);

/** What a panel asks of the clock. */
export interface ClockControllerOptions {
  /** Told the time after the first paint, at each instant asked for, and when the page wakes. */
  readonly onLook: (now: number) => void;
  /** Told that the page is shown again. */
  readonly onWake?: () => void;
}

/** Gives its host the time of day when something on screen may change, and never in between. */
export class ClockController implements ReactiveController {
  readonly #options: ClockControllerOptions;
  /** Epoch milliseconds at the last look; `NaN` where the device's clock is not to be believed. */
  value: number | undefined;

  constructor(host: ReactiveControllerHost, options: ClockControllerOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    pageClock.add(this);
  }

  hostDisconnected(): void {
    pageClock.remove(this);
  }

  /** What of these lines this panel may speak: no other panel of the page has. */
  unsaid(lines: readonly string[]): readonly string[] {
    return pageClock.unsaid(lines);
  }

  /** Asks for a look at an instant, in epoch milliseconds; `undefined`: nothing will change. */
  lookAgainAt(instant: number | undefined): void {
    pageClock.lookAgainAt(this, instant);
  }

  wake(): void {
    this.#options.onWake?.();
  }

  look(now: number): void {
    this.value = now;
    this.#options.onLook(now);
  }
}
