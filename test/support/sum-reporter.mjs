// Ends a component test run with one line that a script can add up: `N passed, N failed`.
// The runner's own reporter, which stands beside it in the configuration, explains the failures.

import { relative } from 'node:path';

import { sumLine } from './sum-line.mjs';

export function sumReporter() {
  let browsers = [];
  let finished = false;
  let runs;
  // Not by the console, which is the runner's.
  const exiting = () => process.stdout.write(`${['', ...soFar([...runs.all()])].join('\n')}\n`);

  return {
    start(args) {
      ({ browsers, sessions: runs } = args);
      // Before the runner, which stops its reporters then.
      process.prependListener('exit', exiting);
    },

    // Called every ten seconds, and once more as the very last thing a run prints.
    getTestProgress({ sessions, testCoverage }) {
      if (!finished) return browsers.map((browser) => progress(browser, sessions));
      const { lines, sum } = conclusion(sessions, testCoverage);
      if (sum.failed > 0 || sum.passed === 0) failTheProcess();
      // The runner puts control sequences before the first of these lines.
      return ['', ...lines, sumLine(sum)];
    },

    stop() {
      finished = true;
      process.off('exit', exiting);
    },
  };
}

/** Of a run that is ended from outside: what it was at has failed, what it had not begun does not count. */
function soFar(sessions) {
  const begun = sessions.filter(({ status }) => status !== 'SCHEDULED');
  const { lines, sum } = conclusion(
    begun.map((session) =>
      session.status === 'FINISHED' ? session : { ...session, errors: [...session.errors, { message: 'not finished' }] },
    ),
  );
  return [...lines, sumLine(sum)];
}

function progress(browser, sessions) {
  const mine = sessions.filter((session) => session.browser === browser);
  const done = mine.filter((session) => session.status === 'FINISHED');
  const { passed, failed } = total(done.map(countSession));
  return `${browser.name}: ${done.length} of ${mine.length} files, ${passed} tests passed, ${failed} failed so far`;
}

function conclusion(sessions, coverage) {
  const lines = [];
  const sum = total(sessions.map(countSession));
  for (const session of sessions) lines.push(...failures(session));
  for (const session of sessions.filter(isEmpty)) {
    lines.push(`❌ No tests in ${relative(process.cwd(), session.testFile)} (${session.browser.name})`);
  }
  if (sum.skipped > 0) lines.push(`${sum.skipped} skipped`);
  if (coverage) {
    const { statements, branches, functions, lines: covered } = coverage.summary;
    lines.push(
      `Coverage: ${covered.pct} % of lines, ${statements.pct} % of statements, ` +
        `${branches.pct} % of branches, ${functions.pct} % of functions`,
    );
    if (!coverage.passed) {
      lines.push('Coverage is below its threshold (web-test-runner.config.mjs)');
      sum.failed += 1;
    }
  }
  return { lines, sum };
}

function countSession(session) {
  const counts = session.testResults ? countSuite(session.testResults) : { passed: 0, failed: 0, skipped: 0 };
  // The file did not load, threw outside its tests, or has none: that is one failure, not silence.
  const failedAsAFile = session.errors.length > 0 || !session.testResults || isEmpty(session);
  const unexplained = !session.passed && counts.failed === 0;
  if (failedAsAFile || unexplained) counts.failed += 1;
  return counts;
}

// One line each, marked as the Node reporter marks them: what scripts/run-steps.mjs says again at its end.
function failures(session) {
  const place = `❌ ${relative(process.cwd(), session.testFile)} (${session.browser.name})`;
  const ofFile = session.errors.map((error) => `${place}: ${firstLine(error)}`);
  const ofTests = session.testResults ? failedTests(session.testResults) : [];
  return [...ofFile, ...ofTests.map(({ path, error }) => `${place} > ${path}: ${firstLine(error)}`)];
}

function failedTests({ name, tests, suites }) {
  const failed = tests.filter((test) => !test.passed && !test.skipped);
  return [...failed.map((test) => ({ path: test.name, error: test.error })), ...suites.flatMap(failedTests)].map(({ path, error }) => ({
    path: name ? `${name} > ${path}` : path,
    error,
  }));
}

function firstLine(error) {
  return error?.message?.split('\n', 1)[0] ?? 'no reason given';
}

function isEmpty({ errors, testResults }) {
  if (errors.length > 0 || !testResults) return false;
  const { passed, failed, skipped } = countSuite(testResults);
  return passed + failed + skipped === 0;
}

function countSuite({ tests, suites }) {
  const own = {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: tests.filter((test) => !test.passed && !test.skipped).length,
    skipped: tests.filter((test) => test.skipped).length,
  };
  return total([own, ...suites.map(countSuite)]);
}

function total(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    for (const key of Object.keys(sum)) sum[key] += count[key];
  }
  return sum;
}

// The runner exits with 0 when nothing failed, even if nothing ran; it decides on its own, so the
// correction comes at the last moment.
function failTheProcess() {
  process.once('exit', () => {
    process.exitCode = 1;
  });
}
