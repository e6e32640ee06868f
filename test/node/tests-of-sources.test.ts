/** What a component test run against the bundle leaves out: nothing that would have loaded it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
// @ts-expect-error -- a script, in JavaScript
import { testsOfSources } from '../support/bundle-under-test.mjs';

describe('tests that a run with the bundle leaves out', () => {
  const left: readonly string[] = testsOfSources();

  for (const [file, how, isLeft] of [
    ['test/panel/states.test.ts', 'defines the panel by what it shares with others', false],
    ['test/packs.test.ts', 'defines the panel itself', false],
    ['test/demo/check-page/colours.test.ts', 'defines the panel for the checker', false],
    ['test/demo/check-page/findings.test.ts', 'has words about panels alone', true],
    ['test/hours/status.test.ts', 'looks behind the door', true],
  ] as const)
    it(`${file} ${how}: ${isLeft ? 'left out' : 'runs'}`, () => {
      assert.ok(existsSync(file));
      assert.equal(left.includes(file), isLeft);
    });
});
