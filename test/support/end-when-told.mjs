// For every process of a test run. With a browser, Puppeteer closes that when the process is told to end, and no more: what
// has taken too long would stay for ever, and the run with it. As the process exits, Puppeteer ends the browser by force.

import { Worker } from 'node:worker_threads';

process.once('SIGTERM', () => process.exit(143));

// A test file has a limit (ms): the runner's own is the file's in Node 20, and in Node 24 each test's. By a thread of its own,
// and by force in the end, since a file that loops, or waits for a program, hears nothing.
const { FILE_LIMIT, NODE_TEST_CONTEXT } = process.env;
if (FILE_LIMIT && NODE_TEST_CONTEXT) {
  const watch = `setTimeout(() => {
    require('node:fs').writeSync(2, 'Not ended after ${FILE_LIMIT / 1000} s\\n');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5_000);
    process.kill(process.pid, 'SIGTERM');
  }, ${FILE_LIMIT})`;
  new Worker(watch, { eval: true, execArgv: [] }).unref();
}
