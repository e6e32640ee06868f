// For every process of a test run. With a browser, Puppeteer closes that when the process is told to end, and no more: what
// has taken too long would stay for ever, and the run with it. As the process exits, Puppeteer ends the browser by force.

import { Worker } from 'node:worker_threads';

process.once('SIGTERM', () => process.exit(143));

// A test file has a limit (ms): the runner's own is the file's in Node 20, and in Node 24 each test's. What belongs to a run ends
// with what has started it, which a closed terminal ends without a word to the groups of its own that its steps are. By a thread
// of its own, and by force in the end, since a file that loops, or waits for a program, hears nothing.
const { FILE_LIMIT, NODE_TEST_CONTEXT, OF_A_RUN } = process.env;
const limit = NODE_TEST_CONTEXT && FILE_LIMIT;
if (limit || OF_A_RUN) {
  const watch = `
    const end = () => {
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5_000);
      process.kill(process.pid, 'SIGTERM');
    };
    if (${Boolean(limit)}) setTimeout(() => {
      require('node:fs').writeSync(2, 'Not ended after ${limit / 1000} s\\n');
      end();
    }, ${limit});
    const alone = setInterval(() => {
      if (process.ppid === ${process.ppid}) return;
      clearInterval(alone);
      end();
    }, 1_000);`;
  new Worker(watch, { eval: true, execArgv: [] }).unref();
}
