/** What never ran must not count as passed: the reporters that every sum of tests comes from. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, mock } from 'node:test';
// @ts-expect-error -- a script, in JavaScript
import { sumReporter } from '../support/sum-reporter.mjs';

describe('the sum of Node tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (code: string, limit = '') => {
    const file = join(folder, 'some.test.mjs');
    writeFileSync(file, `import { describe, it } from 'node:test';\nimport { setTimeout as wait } from 'node:timers/promises';\n${code}`);
    // Else the runner takes itself for the test file of another one.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, FILE_LIMIT: limit };
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--import=./test/support/end-when-told.mjs', '--test', '--test-reporter=./test/support/node-reporter.mjs', file],
      { encoding: 'utf8', env },
    );
    return { stdout, sum: [stdout.trimEnd().split('\n').at(-1), status] };
  };

  for (const [what, code, sum, status] of [
    ['that pass', "it('a', () => {}); describe('b', () => { it('c', () => {}); });", '2 passed, 0 failed', 0],
    [
      'of which one fails',
      "it('a', () => {}); describe('b', () => { it('c', () => { throw new Error('c'); }); });",
      '1 passed, 1 failed',
      1,
    ],
    ['in a file without any', '', '0 passed, 1 failed', 1],
    ['in a group without any', "describe('a', () => {});", '0 passed, 1 failed', 1],
    ['in a file that throws', "throw new Error('file'); it('a', () => {});", '0 passed, 1 failed', 1],
    ['in a process that ends by itself before the first', "process.exit(0); it('a', () => {});", '0 passed, 1 failed', 1],
    [
      'in a process that ends by itself before the last',
      "it('a', () => wait(50)); it('b', async () => { await wait(50); process.exit(0); }); it('c', () => {});",
      '1 passed, 1 failed',
      1,
    ],
    ['that are skipped, every one', "it('a', { skip: true }, () => {});", '0 passed, 1 failed', 1],
  ] as const)
    it(what, () => assert.deepEqual(run(code).sum, [sum, status]));

  it('of which one never ends, and its process only when it must: by its name, and the run goes on', () => {
    // As Puppeteer does, which then closes its browser and no more.
    const listens = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);";
    const { stdout, sum } = run(`${listens} it('a', () => {}); describe('b', () => { it('c', () => new Promise(() => {})); });`, '2000');
    assert.deepEqual(sum, ['1 passed, 1 failed', 1]);
    assert.match(stdout, /^❌ .*some\.test\.mjs > b > c: .*\(exit code 143\)$/m);
  });

  it('of which one hears no signal: the run ends all the same', () => {
    const ended = JSON.stringify(join(folder, 'ended'));
    const loop = `for (const start = Date.now(); Date.now() - start < 30_000; ); writeFileSync(${ended}, '');`;
    const { sum } = run(`import { writeFileSync } from 'node:fs'; it('a', () => { ${loop} });`, '2000');
    assert.deepEqual([sum, existsSync(join(folder, 'ended'))], [['0 passed, 1 failed', 1], false]);
  });

  it('that are ended from outside, with what they were at', () => {
    const endsIt = "setTimeout(() => process.kill(process.ppid, 'SIGTERM'), 500); await wait(3000);";
    const { stdout, sum } = run(`it('a', () => {}); describe('b', () => { it('c', async () => { ${endsIt} }); });`);
    assert.deepEqual(sum, ['1 passed, 1 failed', 1]);
    assert.match(stdout, /^❌ .*some\.test\.mjs > b > c: not finished/m);
  });
});

describe('the sum of component tests', () => {
  const passes = { name: 'passes', passed: true, skipped: false };
  const fails = { name: 'fails', passed: false, skipped: false };
  const skipped = { name: 'skipped', passed: true, skipped: true };
  /** What the runner knows of a file when it is through with it. */
  const session = (tests: object[] | undefined, more: object = {}) => ({
    testFile: 'some.test.ts',
    browser: { name: 'Chromium' },
    status: 'FINISHED',
    passed: true,
    errors: [],
    testResults: tests && { name: '', tests: [], suites: [{ name: 'group', tests, suites: [] }] },
    ...more,
  });
  const sumOf = (sessions: object[], testCoverage?: object) => {
    // What it does when the process ends is this process's no more.
    const once = mock.method(process, 'once', () => process);
    try {
      const reporter = sumReporter();
      reporter.start({ browsers: [] });
      reporter.stop();
      return [reporter.getTestProgress({ sessions, testCoverage }).at(-1), once.mock.callCount()];
    } finally {
      once.mock.restore();
    }
  };

  it('that are ended from outside, with what they were at', () => {
    const reporter = sumReporter();
    const sessions = [
      session([passes]),
      session(undefined, { status: 'STARTED', passed: undefined }),
      session(undefined, { status: 'SCHEDULED' }),
    ];
    reporter.start({ browsers: [], sessions: { all: () => sessions } });
    const [exiting] = process.listeners('exit');
    reporter.stop();
    const write = mock.method(process.stdout, 'write', () => true);
    const once = mock.method(process, 'once', () => process);
    exiting!(143);
    once.mock.restore();
    write.mock.restore();
    assert.equal(write.mock.calls[0]!.arguments[0], '\n❌ some.test.ts (Chromium): not finished\n1 passed, 1 failed\n');
  });

  for (const [what, sessions, sum, failures] of [
    ['that pass', [session([passes]), session([passes, passes])], '3 passed, 0 failed', 0],
    ['of which one fails', [session([passes, fails], { passed: false })], '1 passed, 1 failed', 1],
    ['of no file', [], '0 passed, 0 failed', 1],
    ['in a file without any', [session([]), session([passes])], '1 passed, 1 failed', 1],
    ['in a file that throws', [session(undefined, { passed: false, errors: [new Error('file')] })], '0 passed, 1 failed', 1],
    ['in a file that throws after them', [session([passes], { passed: false, errors: [new Error('late')] })], '1 passed, 1 failed', 1],
    [
      'in a file that throws after one that fails',
      [session([fails], { passed: false, errors: [new Error('late')] })],
      '0 passed, 2 failed',
      1,
    ],
    ['of which nothing is known: the browser died', [session(undefined), session([passes])], '1 passed, 1 failed', 1],
    ['that fail for no reason given', [session([passes], { passed: false })], '1 passed, 1 failed', 1],
    ['that are skipped, every one', [session([skipped])], '0 passed, 0 failed', 1],
  ] as const)
    it(what, () => assert.deepEqual(sumOf([...sessions]), [sum, failures]));

  it('has one failure more where too little of the code was run', () => {
    const part = { pct: 90 };
    const summary = { lines: part, statements: part, branches: part, functions: part };
    assert.deepEqual(sumOf([session([passes])], { summary, passed: false }), ['1 passed, 1 failed', 1]);
    assert.deepEqual(sumOf([session([passes])], { summary, passed: true }), ['1 passed, 0 failed', 0]);
  });
});
