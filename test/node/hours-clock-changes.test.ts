/**
 * London time is the same in every host zone: each of these runs in a process of that zone, with
 * DST gaps at other dates, half and three-quarter hours, and the far side of the date line.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../hours-support/clock-changes.ts', import.meta.url));

for (const zone of ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia', 'Asia/Kathmandu']) {
  for (const BUNDLE of ['', '1']) {
    test(`every quarter-hour of 2026 and 2027, as seen from ${zone}${BUNDLE && ', bundled'}`, async () => {
      const { stdout } = await run(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, TZ: zone, BUNDLE },
      });
      assert.equal(Number(stdout), 2 * 365 * 96 + 28 + 6 * 288 * 2);
    });
  }
}
