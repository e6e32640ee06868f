// Reporter for Node's test runner: failures as they happen, a line per file, and the sum at the end.

import { relative, resolve } from 'node:path';
import { inspect } from 'node:util';

import { sumLine } from './sum-line.mjs';

// The runner loads no module of `--import`, at least in Node 20: here it ends with what has started it, as end-when-told.mjs says.
const { OF_A_RUN } = process.env;
const { ppid } = process;
if (OF_A_RUN) setInterval(() => process.ppid === ppid || process.exit(143), 1_000).unref();

/** Enough for the start of a comparison, characters. */
const REASON_LENGTH = 300;

export default async function* nodeReporter(events) {
  const files = new Map();
  let skipped = 0;
  const exiting = () => process.stdout.write([...conclusion(files, { ended: true })].join(''));
  process.once('exit', exiting);

  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (!/^test:(enqueue|dequeue|complete|pass|fail)$/.test(type)) continue;

    const path = data.file ? relative(process.cwd(), data.file) : '(no file)';
    const counts = files.get(path) ?? { passed: 0, failed: 0, pending: 0, running: [], milliseconds: 0 };
    files.set(path, counts);
    if (type === 'test:enqueue') counts.pending += 1;
    if (type === 'test:dequeue') counts.running.push(data.name);
    if (type === 'test:complete') {
      counts.pending -= 1;
      counts.running = counts.running.filter((name) => name !== data.name);
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.nesting === 0) counts.milliseconds += data.details.duration_ms;

    if (isTheFileItself(data) && type === 'test:pass') continue;
    if (data.skip !== undefined || data.todo !== undefined) {
      skipped += 1;
    } else if (type === 'test:fail') {
      // A parent that fails because of its children is no failure of its own.
      if (data.details.error.failureType === 'subtestsFailed') continue;
      counts.failed += 1;
      // Where a file as a whole fails, the test that it was at.
      const names = isTheFileItself(data) ? [path, ...counts.running] : [data.line ? `${path}:${data.line}` : path, data.name];
      yield describeFailure(names, data);
    } else if (data.details.type !== 'suite') {
      counts.passed += 1;
    }
  }

  process.off('exit', exiting);
  if (skipped > 0) yield `${skipped} skipped\n`;
  yield* conclusion(files);
}

/** @param {{ ended?: boolean }} options `ended`: from outside, before the last test */
function* conclusion(files, { ended = false } = {}) {
  const total = { passed: 0, failed: 0 };
  for (const [path, counts] of files) {
    const running = counts.running.filter((name) => resolve(name) !== resolve(path));
    if (ended && running.length > 0) {
      counts.failed += 1;
      yield `❌ ${[path, ...running].join(' > ')}: not finished\n`;
    } else if (ended && counts.passed + counts.failed === 0) {
      continue;
    } else if (counts.passed + counts.failed === 0) {
      counts.failed += 1;
      yield `❌ No tests in ${path}\n`;
    } else if (counts.failed === 0 && counts.pending > 0) {
      // A process that ends with 0, whatever ended it, is a pass to the runner.
      counts.failed += 1;
      yield `❌ ${path}: ended before its last test\n`;
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
    yield `${path}: ${counts.passed} passed, ${counts.failed} failed (${Math.round(counts.milliseconds / 1000)} s)\n`;
  }
  yield `\n${sumLine(total)}\n`;
  // The runner itself is content with files that hold no test.
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

// A file without tests is reported as if it were one test, named like the file.
function isTheFileItself({ name, file, nesting }) {
  return nesting === 0 && file !== undefined && resolve(name) === resolve(file);
}

// The reason in the marked line too: that is what scripts/run-steps.mjs says again at its end.
function describeFailure(names, { details }) {
  const error = details.error.cause ?? details.error;
  const text = error instanceof Error ? (error.stack ?? error.message) : inspect(error);
  const reason = (error instanceof Error ? error.message : text).replaceAll(/\s+/g, ' ').slice(0, REASON_LENGTH);
  const indented = text.replaceAll(/^/gm, '    ');
  // Of a file's process.
  const { exitCode, signal } = details.error;
  const ending = signal ? ` (${signal})` : exitCode ? ` (exit code ${exitCode})` : '';
  return `\n❌ ${names.join(' > ')}: ${reason}${ending}\n${indented}\n`;
}
