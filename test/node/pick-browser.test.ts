import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
// @ts-expect-error -- a script, in JavaScript
import { useItsLibraries } from '../support/npm-chromium.mjs';

const CODE = `import { pickBrowser } from './scripts/pick-browser.mjs'; await pickBrowser(); console.log('taken: ' + process.env.BROWSER_SOURCE);`;

describe('an installed browser that does not start', () => {
  // Where packages have their programs: many machines let none run in their temp folder.
  const folder = mkdtempSync(resolve('node_modules/.stub-'));
  const stub = join(folder, 'chromium');
  writeFileSync(stub, '#!/bin/sh\necho "This command requires the chromium snap" >&2\nexit 1\n', { mode: 0o755 });
  after(() => rmSync(folder, { recursive: true }));

  const pick = (env: Record<string, string>) => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', CODE], {
      encoding: 'utf8',
      env: { ...process.env, BROWSER_SOURCE: '', CHROME_PATH: '', ...env },
    });
    return stdout.trim().split('\n');
  };

  // Windows starts no shell script, and looks for browsers in its own folders.
  if (process.platform !== 'win32')
    it('gives way to the one that npm brings, and is named', () => {
      const lines = pick({ PATH: `${folder}:/bin` });
      assert.ok(lines[0]!.startsWith(`${stub} does not start`), lines[0]);
      assert.equal(lines.at(-1), 'taken: npm');
    });

  it('says what to do, where it is the one from npm', () => {
    const before = process.env['LD_LIBRARY_PATH'];
    const foreign = join(folder, 'foreign');
    // What the browser is to a system with another C library.
    writeFileSync(foreign, '#!/no/such/loader\n', { mode: 0o755 });
    try {
      assert.throws(() => useItsLibraries(folder, foreign), /does not start: spawn.*Install Chrome or Chromium, or set CHROME_PATH\.$/);
      if (process.platform !== 'win32') assert.throws(() => useItsLibraries(folder, stub), /does not start: This command requires/);
    } finally {
      if (before === undefined) delete process.env['LD_LIBRARY_PATH'];
      else process.env['LD_LIBRARY_PATH'] = before;
    }
  });

  it('stays where it was asked for: then it is the test that fails', () => assert.deepEqual(pick({ CHROME_PATH: stub }), ['taken:']));
});
