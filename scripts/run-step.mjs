// Runs one step of a test run as a process of its own, shows what it prints, and counts its results.

import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

import { parseSumLine, sumLine } from '../test/support/sum-line.mjs';

const HEARTBEAT_MS = 30_000;
/** Time to close browsers before a step that has to end is ended; Windows gives none. */
const GRACE_MS = 10_000;
// Runners that redraw their last line do so through a pipe as well.
const CURSOR_CONTROL = /\u001B\[\d*[A-GJK]/g;

/**
 * A step is `{ name, command, env?, minutes }`; `counts: true` says that its last line is a sum of
 * tests, else the step as a whole counts as one. `{ name, missing }` is a step that can't run here.
 *
 * @returns {Promise<{ name: string, passed: number, failed: number, failures: string[], seconds: number }>} `failures`: the
 *   lines that name a failed test, as the reporters of this project mark them
 */
export async function runStep(step) {
  console.log(`\n=== ${step.name}`);
  const start = Date.now();
  const result = step.missing ? cannotRun(step) : await run(step);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`--- ${step.name}: ${sumLine(result)} (${seconds} s)`);
  return { name: step.name, ...result, seconds };
}

function cannotRun({ missing }) {
  console.log(missing);
  return { passed: 0, failed: 1, failures: [`❌ ${missing}`] };
}

async function run({ name, command: [file, ...args], env, minutes, counts }) {
  const child = spawn(file, args, {
    env: { ...process.env, OF_A_RUN: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that whatever it starts can be ended with it.
    detached: process.platform !== 'win32',
  });
  const failures = [];
  let sum;
  const show = (line) => {
    const text = line.replaceAll(CURSOR_CONTROL, '');
    // Sums of single steps are shown with their names, so that the last line of all stands alone.
    const found = counts ? parseSumLine(text) : undefined;
    if (found === undefined) console.log(text);
    else sum = found;
    if (text.startsWith('❌ ')) failures.push(text);
    watch.seen();
  };
  const watch = watchOver(child, { name, minutes, show });
  createInterface(child.stdout).on('line', show);
  createInterface(child.stderr).on('line', show);

  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      show(String(error));
      resolve(1);
    });
    child.once('close', resolve);
    // What it has started outside its group may hold its output open for good.
    child.once('exit', (exitCode) => setTimeout(resolve, GRACE_MS, exitCode).unref());
  });
  watch.end();
  child.stdout.destroy();
  child.stderr.destroy();
  // Processes that it has left behind would take the processor from the steps to come. Not on Windows, where its process id may
  // be another's by now.
  if (process.platform !== 'win32') signal(child, 'SIGKILL');

  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures };
  const { passed, failed } = sum ?? { passed: 0, failed: 0 };
  // A step that fails must say so in the sum, also when it fell over before it could count, found
  // nothing to run, or was ended.
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: failed + (unexplained ? 1 : 0), failures };
}

/** Shows that a silent step is alive, ends one that takes too long, and passes Ctrl-C on to it. */
function watchOver(child, { name, minutes, show }) {
  const start = Date.now();
  let last = start;

  const heartbeat = setInterval(() => {
    if (Date.now() - last < HEARTBEAT_MS) return;
    last = Date.now();
    console.log(`... still running, ${Math.round((last - start) / 1000)} s`);
  }, 1_000);

  let kill;
  const stop = () => {
    signal(child, 'SIGTERM');
    kill ??= setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
  };
  const limit = setTimeout(() => {
    show(`❌ ${name}: not finished after ${minutes} minutes: ended.`);
    stop();
  }, minutes * 60_000);

  const interrupted = () => {
    console.log(`❌ ${name}: the run was ended after ${Math.round((Date.now() - start) / 1000)} s of it.`);
    signal(child, 'SIGTERM');
    // Once the steps that run side by side with it have passed the signal on as well.
    setImmediate(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);

  return {
    seen() {
      last = Date.now();
    },
    end() {
      clearInterval(heartbeat);
      clearTimeout(limit);
      clearTimeout(kill);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
    },
  };
}

function signal(child, name) {
  try {
    // Windows has neither process groups nor signals: `taskkill` ends it by force, with all that it has started.
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', `${child.pid}`, '/t', '/f']);
    else process.kill(-child.pid, name);
  } catch {
    // It has ended.
  }
}
