import type { TimeSource } from './fake-time.js';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/**
 * A device whose clock on the wall can jump while its timers run on, as they do: a timer counts the
 * time that the machine was awake, whatever the clock says.
 */
export class SteppedTime implements TimeSource {
  /** Milliseconds that the machine was awake. */
  #awake = 0;
  #wall: number;
  #id = 1e9;
  readonly #timers = new Map<number, Timer>();
  readonly #painted: (() => void)[] = [];

  constructor(now: number) {
    this.#wall = now;
    globalThis.pageTime = this;
  }

  now(): number {
    return this.#wall + this.#awake;
  }

  setTimeout(callback: () => void, delay: number): number {
    this.#timers.set(++this.#id, { due: this.#awake + delay, callback });
    return this.#id;
  }

  clearTimeout(id: unknown): void {
    this.#timers.delete(id as number);
  }

  afterPaint(callback: () => void): void {
    this.#painted.push(callback);
  }

  paint(): void {
    for (const callback of this.#painted.splice(0)) callback();
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Waking milliseconds until the next timer; `Infinity` without one. */
  get wait(): number {
    return Math.min(...[...this.#timers.values()].map(({ due }) => due)) - this.#awake;
  }

  /** Awake for so long; no timer runs, as where the browser throttles them. */
  pass(milliseconds: number): void {
    this.#awake += milliseconds;
  }

  /** The clock on the wall jumps: the machine slept, or somebody set it. */
  jump(milliseconds: number): void {
    this.#wall += milliseconds;
  }

  /** Runs the timers that are due. */
  run(): void {
    for (const [id, { due, callback }] of [...this.#timers]) if (due <= this.#awake && this.#timers.delete(id)) callback();
  }

  restore(): void {
    this.paint();
    globalThis.pageTime = undefined;
  }
}
