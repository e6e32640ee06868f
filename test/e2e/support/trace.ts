// The browser's own trace of what it does.

import type { CDPSession } from 'puppeteer-core';

/** Times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of the processor, in this thread. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

export const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/**
 * Traces what a page does from now on.
 *
 * @returns ends the trace, and gives what it holds, in order
 */
export const startTrace = async (client: CDPSession, includedCategories: string[]): Promise<() => Promise<readonly TraceEvent[]>> => {
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  return async () => {
    const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
    await client.send('Tracing.end');
    await complete;
    return events.sort((one, other) => one.ts - other.ts);
  };
};
