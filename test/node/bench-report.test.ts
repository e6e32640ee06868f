/** What the bench says of what it measured. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparedHeaps } from '../../bench/memory.js';
import { median } from '../../bench/support/median.js';
import { atLeast, atMost, beside, compared } from '../../bench/support/report.js';

describe('a row of the bench', () => {
  for (const [row, measured, verdict] of [
    [atMost('a', 1.25, 1.25), '1.25 ×', 'reached'],
    [atMost('a', 1.5, 1.25), '1.50 ×', '0.25 × over'],
    [atLeast('a', 50, 50), '50 ×', 'reached'],
    [atLeast('a', 12.34, 20), '12.3 ×', '7.66 × short'],
    [atMost('a', 903.4, 900, 'px'), '903 px', '3.40 px over'],
    [compared('a', 2.5), '2.50 ×', undefined],
  ] as const)
    it(`${measured}: ${verdict ?? 'no goal'}`, () => assert.deepEqual([row.measured, row.verdict], [measured, verdict]));

  it('is none where nothing was measured', () => {
    for (const nothing of [-Infinity, NaN, -1])
      for (const row of [() => atMost('a', nothing, 1), () => atLeast('a', nothing, 1), () => compared('a', nothing)])
        assert.throws(row, /Nothing was measured: a/);
  });

  it('says how many times as much the first takes as the second', () => assert.equal(beside(3, 2), 1.5));

  it('compares with nothing that takes nothing', () => {
    for (const [one, other] of [
      [0, 1],
      [1, 0],
      [-1, -1],
      [NaN, 1],
    ] as const)
      assert.throws(() => beside(one, other), /Nothing was measured/);
  });

  it('has what a hundred panels hold beside static HTML, and the second hundred beside the first', () => {
    const heap = (blink: number, kibibytes: number) => ({ blink, script: kibibytes * 1024 });
    const heaps = {
      none: heap(1000, 1000),
      some: heap(4000, 4000),
      twice: heap(9000, 6000),
      staticNone: heap(500, 0),
      staticSome: heap(2500, 0),
    };
    assert.deepEqual(comparedHeaps(heaps), { blink: 1.5, script: 20, blinkLinear: 5 / 3 });
  });

  it('has the one in the middle, in whatever order they came', () => assert.equal(median([10, 9, 100]), 10));
});
