import { after, before } from 'node:test';
import type { TestServer } from './serve.js';

/** A server for as long as a suite runs; for a `describe`, in which nothing is asked of it yet. */
export function suiteServer(start: () => Promise<TestServer>): Pick<TestServer, 'origin' | 'requests'> {
  let server: TestServer;

  before(async () => {
    server = await start();
  });

  after(() => server.close());

  return {
    get origin() {
      return server.origin;
    },
    get requests() {
      return server.requests;
    },
  };
}
