// Runs steps one after the other (they would only slow each other's timers down on two cores), or, where
// an array says so, side by side. Ends with the sum of all of them.

import { sumLine } from '../test/support/sum-line.mjs';
import { runStep } from './run-step.mjs';

export async function runSteps(steps) {
  const results = [];
  for (const together of steps) results.push(...(await Promise.all([together].flat().map(runStep))));

  const sum = { passed: 0, failed: 0 };
  for (const { passed, failed } of results) {
    sum.passed += passed;
    sum.failed += failed;
  }
  console.log('\n=== Summary');
  for (const { name, failures, seconds, ...counts } of results) {
    console.log(`${counts.failed > 0 ? '❌' : '✅'} ${name}: ${sumLine(counts)} (${seconds} s)`);
    // Once more, since a log of this length is often kept by its end alone.
    for (const failure of failures) console.log(`   ${failure}`);
  }
  console.log(`\n${sumLine(sum)}`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}
