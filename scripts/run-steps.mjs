// Runs steps one after the other, or, where an array says so, side by side. Ends with the sum of all of them.

import { sumLine } from '../test/support/sum-line.mjs';
import { runStep } from './run-step.mjs';

/** How many steps run side by side: most keep one processor busy, and small machines have two. More would slow each other's timers down. */
const AT_A_TIME = 2;

/** @param steps each a step, or an array of steps whose order does not matter: the next begins where one has ended */
export async function runSteps(steps) {
  const results = [];
  for (const together of steps) results.push(...(await runSideBySide([together].flat())));

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

async function runSideBySide(steps) {
  const results = [];
  const waiting = steps.entries();
  const takeUp = async () => {
    for (const [index, step] of waiting) results[index] = await runStep(step);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, takeUp));
  return results;
}
