// For every process of a test run. When a process with a browser is told to end (SIGTERM), Puppeteer closes the browser, but the
// process runs on: a test that has taken too long would never end, nor would the run. So it exits, at which Puppeteer ends the
// browser by force.

import { Worker } from 'node:worker_threads';

process.once('SIGTERM', () => process.exit(143));

// A test file has a limit (ms). Not by the runner's `timeout`, which is for the file in Node 20, but for each test in Node 24.
// What belongs to a run (`OF_A_RUN`) ends with the process that has started it: each step of a run has a process group of its own,
// which hears nothing where a terminal is closed. Both are watched by a thread of its own, and kept by SIGKILL in the end: a file
// that loops, or waits for a program, runs no timer and hears no signal.
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
