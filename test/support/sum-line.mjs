// The line that every runner of this project ends with, and that the next one adds up.

export function sumLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** The counts in a line, or undefined if it is another line. */
export function parseSumLine(line) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line.trim()) ?? [];
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(failed) };
}
