/**
 * A host without usable zone data gets an error, never a wrong status. Each case spoils `Intl` in a
 * process of its own, after date-fns-tz has been loaded, as in a browser that has most of it. The
 * built module holds less of the library, and asks for the hour alone. Build first.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CASES: readonly (readonly [what: string, spoil: string])[] = [
  ['no Intl', 'delete globalThis.Intl'],
  ['Intl without DateTimeFormat', 'delete Intl.DateTimeFormat'],
  ['a DateTimeFormat that throws', 'Intl.DateTimeFormat = class { constructor() { throw new RangeError("C") } }'],
  [
    'a DateTimeFormat that throws when used',
    'const { prototype } = Intl.DateTimeFormat; const refuse = () => { throw new TypeError("no data") }; prototype.formatToParts = refuse; Object.defineProperty(prototype, "format", { get: refuse })',
  ],
  [
    'one that ignores the zone: UTC always',
    'const D = Intl.DateTimeFormat; Intl.DateTimeFormat = function (l, o) { return new D(l, { ...o, timeZone: "UTC" }) }',
  ],
  [
    'one that ignores the zone: New York',
    'const D = Intl.DateTimeFormat; Intl.DateTimeFormat = function (l, o) { return new D(l, { ...o, timeZone: "America/New_York" }) }',
  ],
  [
    'one that ignores the zone: Lagos, BST all year',
    'const D = Intl.DateTimeFormat; Intl.DateTimeFormat = function (l, o) { return new D(l, { ...o, timeZone: "Africa/Lagos" }) }',
  ],
  [
    'no numbers',
    'const { prototype } = Intl.DateTimeFormat; prototype.formatToParts = () => []; Object.defineProperty(prototype, "format", { value: () => "" })',
  ],
  [
    'one that knows no clock of 24 hours',
    'const D = Intl.DateTimeFormat; Intl.DateTimeFormat = function (l, { hourCycle, ...o }) { return new D(l, { ...o, hour12: true }) }',
  ],
];

for (const [what, spoil] of CASES)
  for (const module of ['src/hours/index.ts', 'dist/hours.js'])
    test(`${what}: ${module}`, async () => {
      const script = `
        const { parseOpeningHours, statusAt } = await import('./${module}');
        const hours = parseOpeningHours('Mo-Fr 09:30-16:00');
        ${spoil};
        const answers = [Date.UTC(2026, 10, 24, 10), Date.UTC(2026, 6, 14, 10), Date.UTC(2026, 10, 24, 10)].map((at) => {
          try { return JSON.stringify(statusAt(hours, at)); } catch (error) { return error.message; }
        });
        console.log(JSON.stringify(answers));`;
      const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
      const message = 'No usable time-zone data for Europe/London';
      assert.deepEqual(JSON.parse(stdout), [message, message, message]);
    });
