/** What takes the place of the device's clock and timers. */
export interface TimeSource {
  now(): number;
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Calls back in a task of its own after the browser has painted. */
  afterPaint(callback: () => void): void;
}

declare global {
  /** Where the code under test takes the time from: see bundle-under-test.mjs. */
  var pageTime: TimeSource | undefined;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A clock that moves only when told to, and counts the timers it is asked for. */
export class FakeTime implements TimeSource {
  #now: number;
  /** Far from the browser's own, which a late call must not clear. */
  #id = 1e9;
  readonly #timers = new Map<number, Timer>();
  readonly #afterPaint: (() => void)[] = [];

  /** @param now epoch milliseconds, or anything `Date.parse` reads with an offset */
  constructor(now: number | string) {
    this.#now = typeof now === 'string' ? Date.parse(now) : now;
    globalThis.pageTime = this;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, delay: number): number {
    this.#timers.set(++this.#id, { due: this.#now + delay, callback });
    return this.#id;
  }

  clearTimeout(id: unknown): void {
    this.#timers.delete(id as number);
  }

  afterPaint(callback: () => void): void {
    this.#afterPaint.push(callback);
  }

  /** The first frame has been painted. */
  async paint(): Promise<void> {
    await settled();
    for (const callback of this.#afterPaint.splice(0)) callback();
    await settled();
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Milliseconds until the next timer. */
  get wait(): number {
    return Math.min(...[...this.#timers.values()].map(({ due }) => due)) - this.#now;
  }

  /** Moves on and runs every timer that falls due, in order; returns how many did. */
  async advanceTo(now: number | string): Promise<number> {
    const end = typeof now === 'string' ? Date.parse(now) : now;
    let ran = 0;
    for (;;) {
      const [next] = [...this.#timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      const [id, { due, callback }] = next;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, due);
      callback();
      ran++;
      await settled();
    }
    this.#now = end;
    return ran;
  }

  /** The machine slept: the clock has moved, no timer has run. */
  sleepUntil(now: number | string): void {
    this.#now = typeof now === 'string' ? Date.parse(now) : now;
  }

  restore(): void {
    // The clock does not hear of the change: it would wait for this paint for ever.
    for (const callback of this.#afterPaint.splice(0)) callback();
    globalThis.pageTime = undefined;
  }
}

/** Updates of the panel run in microtasks. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};
