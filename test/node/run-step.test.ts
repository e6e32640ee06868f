/** A step that fails must fail the run, whatever it says of itself. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { setTimeout } from 'node:timers/promises';
// @ts-expect-error -- a script, in JavaScript
import { runStep } from '../../scripts/run-step.mjs';

const step = (code: string, more: object = {}) => ({
  name: 'step',
  command: [process.execPath, '-e', code],
  counts: true,
  minutes: 1,
  ...more,
});

const rows: readonly (readonly [what: string, code: string, more: object, passed: number, failed: number])[] = [
  ['that says what failed', "console.log('3 passed, 2 failed'); process.exitCode = 1", {}, 3, 2],
  ['that fails and says it passed', "console.log('5 passed, 0 failed'); process.exitCode = 1", {}, 5, 1],
  ['that says nothing', '', {}, 0, 1],
  ['that found nothing to run', "console.log('0 passed, 0 failed')", {}, 0, 1],
  ['that passes', "console.log('2 passed, 0 failed')", {}, 2, 0],
  ['that counts as one, and fails', 'process.exitCode = 1', { counts: false }, 0, 1],
  ['that counts as one, and passes', '', { counts: false }, 1, 0],
  ['that cannot run here', '', { missing: 'no browser' }, 0, 1],
  ['that never ends', 'setInterval(() => {}, 1e3)', { minutes: 0.01 }, 0, 1],
];

describe('a step of a run', () => {
  // Its sums are none of this run's.
  before(() => void mock.method(console, 'log', () => {}));
  after(() => mock.restoreAll());

  for (const [what, code, more, passed, failed] of rows)
    it(`${what}: ${passed} passed, ${failed} failed`, async () => {
      const sum = await runStep(step(code, more));
      assert.deepEqual([sum.passed, sum.failed], [passed, failed]);
    });

  const program = (steps: unknown) => [
    '--input-type=module',
    '-e',
    `import { runSteps } from './scripts/run-steps.mjs'; await runSteps(${JSON.stringify(steps)})`,
  ];
  const runs = (...codes: string[]) => {
    const run = spawnSync(process.execPath, program(codes.map((code) => step(code, { counts: /passed/.test(code) }))), {
      encoding: 'utf8',
    });
    return { ...run, lines: run.stdout.trimEnd().split('\n') };
  };
  const fails = 'process.exitCode = 1';

  it('that fails makes the run fail, and so does a run of nothing', () =>
    assert.deepEqual(
      [runs(''), runs('', fails), runs(fails, ''), runs()].map(({ status }) => status),
      [0, 1, 1, 1],
    ));

  it('adds to the sum that the run ends with, and what failed in it is named before', () => {
    const { lines } = runs("console.log('❌ a > b: c\\n3 passed, 2 failed')", "console.log('4 passed, 1 failed')", '', fails);
    assert.equal(lines.at(-1), '8 passed, 4 failed');
    assert.ok(lines.slice(lines.indexOf('=== Summary')).includes('   ❌ a > b: c'));
  });

  it('of an array begins as soon as one of the two before it has ended', { timeout: 60_000 }, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'steps-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const sign = JSON.stringify(join(folder, 'sign'));
    const waits = `setInterval(() => fs.existsSync(${sign}) && process.exit(), 50)`;
    const steps = [waits, '', `fs.writeFileSync(${sign}, '')`].map((code) => step(code, { counts: false }));
    const { stdout } = spawnSync(process.execPath, program([steps]), { encoding: 'utf8', timeout: 50_000 });
    assert.equal(stdout.match(/^(===|---) step/gm)?.join(), '=== step,=== step,--- step,=== step,--- step,--- step');
    assert.match(stdout, /\n3 passed, 0 failed\n$/);
  });

  it('that never ends fails by its name, also where what it has left behind holds its output open', { timeout: 60_000 }, () => {
    const leaves =
      "child_process.spawn(process.execPath, ['-e', 'setTimeout(() => {}, 4e4)'], { detached: true, stdio: 'inherit' }).unref(); ";
    const { stdout } = spawnSync(process.execPath, program([step(`${leaves}setInterval(() => {}, 1e3)`, { minutes: 0.05 })]), {
      encoding: 'utf8',
      timeout: 50_000,
    });
    assert.match(stdout, /=== Summary\n.*\n   ❌ step: not finished/);
  });

  it('takes with it, as it ends, what it has left behind', { timeout: 60_000 }, async (t) => {
    const server = createServer((socket) => socket.unref()).listen(0, '127.0.0.1');
    t.after(() => server.unref());
    await once(server, 'listening');
    const stays = `net.connect(${(server.address() as AddressInfo).port}, '127.0.0.1', () => console.log('stays'))`;
    const leaves = `child_process.spawn(process.execPath, ['-e', ${JSON.stringify(stays)}], { stdio: ['ignore', 'pipe', 'ignore'] }).stdout.once('data', () => process.exit())`;
    const left = once(server, 'connection').then(([socket]) => once((socket as Socket).resume(), 'close'));
    spawnSync(process.execPath, program([step(leaves, { counts: false })]));
    await left;
  });

  it('ends with a run that has ended without a word to it, also where a test file hears no signal', { timeout: 60_000 }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'steps-'));
    const file = join(folder, 'some.test.mjs');
    t.after(() => rmSync(folder, { recursive: true }));
    const server = createServer().listen(0, '127.0.0.1');
    t.after(() => server.close());
    await once(server, 'listening');
    writeFileSync(
      file,
      `import net from 'node:net'; net.connect(${(server.address() as AddressInfo).port}, '127.0.0.1', () => { for (;;); });`,
    );
    const command = [
      process.execPath,
      '--import=./test/support/end-when-told.mjs',
      '--test',
      '--test-reporter=./test/support/node-reporter.mjs',
      file,
    ];
    // Else the runner takes itself for the test file of another one.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const run = spawn(process.execPath, program([step('', { command })]), { stdio: 'ignore', env });
    const [socket] = (await once(server, 'connection')) as [Socket];
    run.kill('SIGKILL');
    await once(socket.resume(), 'close');
  });

  it('of a run that is ended from outside says so, and is ended with it, as is what runs beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steps-'));
    const waits = (name: string) => {
      const file = JSON.stringify(join(folder, name));
      return {
        ...step(
          `process.on('SIGTERM', () => { fs.writeFileSync(${file}, ''); process.exit(); }); console.log('waits'); setInterval(() => {}, 1e3)`,
        ),
        name,
      };
    };
    const run = spawn(process.execPath, program([[waits('one'), waits('two')]]), { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    run.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (!run.killed && said.match(/^waits$/gm)?.length === 2) run.kill();
    });
    assert.deepEqual(await once(run, 'close'), [130, null]);
    for (const name of ['one', 'two']) assert.match(said, new RegExp(`^❌ ${name}: the run was ended`, 'm'));
    for (const limit = Date.now() + 20_000; readdirSync(folder).length < 2 && Date.now() < limit;) await setTimeout(20);
    assert.deepEqual(readdirSync(folder).sort(), ['one', 'two']);
    rmSync(folder, { recursive: true });
  });
});
