/** The run in CI: ended before its time, and begun from elsewhere. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { it } from 'node:test';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  it(`.ci/run that is ended by ${signal} ends what it has started, and says its sum`, { timeout: 60_000 }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'npm'), '#!/bin/sh\n[ "$1" = ci ] || { echo begun; exec sleep 50; }\n', { mode: 0o755 });
    const run = spawn('.ci/run', {
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    run.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (!run.killed && said.includes('begun')) run.kill(signal);
    });
    // Its output closes once nothing that it has started is left.
    assert.deepEqual(await once(run, 'close'), [1, null]);
    assert.match(said, /❌ The run was ended from outside\n\n1 passed, 1 failed\n$/);
  });

it('.ci/run runs in its own project where a link leads to it, not in that of the link', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
  t.after(() => rmSync(folder, { recursive: true }));
  // It ends the run there.
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\npwd -P\nkill "$PPID"\n', { mode: 0o755 });
  symlinkSync(resolve('.ci/run'), join(folder, 'run'));
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
  const { stdout } = spawnSync(join(folder, 'run'), { env, encoding: 'utf8' });
  assert.equal(stdout.split('\n')[1], realpathSync('.'));
});
