// What a page holds in memory, once everything that can go has gone.

import type { CDPSession, Page } from 'puppeteer-core';

export interface Heap {
  /** Bytes of the browser's own objects: nodes, styles, boxes. */
  readonly blink: number;
  /** Bytes of JavaScript. */
  readonly script: number;
}

const collect = async (client: CDPSession): Promise<void> => {
  // More than once: what finalisers release is collected the second time only.
  for (let turn = 0; turn < 3; turn++) await client.send('HeapProfiler.collectGarbage');
};

export const heapOf = async (page: Page): Promise<Heap> => {
  const client = await page.createCDPSession();
  await collect(client);
  const { usedSize, embedderHeapUsedSize } = (await client.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize: number;
  };
  await client.detach();
  return { blink: embedderHeapUsedSize, script: usedSize };
};

/** Kinds of entries in a heap snapshot that grow by what a program keeps, and not by what the engine learns about its code. */
const KEPT = ['object', 'closure', 'array', 'string', 'native', 'symbol'];

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[])[] } };
  readonly nodes: readonly number[];
}

/** How many things of each kind a heap snapshot holds. */
export const countInHeap = async (page: Page): Promise<ReadonlyMap<string, number>> => {
  const client = await page.createCDPSession();
  await collect(client);
  let text = '';
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (text += chunk));
  await client.send('HeapProfiler.takeHeapSnapshot');
  await client.detach();
  const { snapshot, nodes } = JSON.parse(text) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const type = fields.indexOf('type');
  const counts = new Map(KEPT.map((kind) => [kind, 0]));
  for (let at = type; at < nodes.length; at += fields.length) {
    const kind = types[type]![nodes[at]!]!;
    if (counts.has(kind)) counts.set(kind, counts.get(kind)! + 1);
  }
  for (const [kind, count] of counts) if (!count) throw new Error(`The snapshot holds nothing of the kind "${kind}".`);
  return counts;
};
