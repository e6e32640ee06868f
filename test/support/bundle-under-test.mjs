// `BUNDLE=1`: the same tests run against what partners paste. The import that defines the element
// leads to dist/embed.js, as it was built; what tests import to compare with stays what it is.

import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { testFiles } from './test-files.mjs';

const DOORS = {
  '/src/index.ts': '/test/support/bundle-index.mjs',
  '/src/define.ts': '/dist/embed.js',
  '/src/hours/index.ts': '/dist/hours.js',
};

/** What reads the clock or waits. */
const WITH_TIME = [
  '/dist/embed.js',
  '/src/controllers/clock-controller.ts',
  '/src/controllers/after-paint.ts',
  '/src/controllers/after-press.ts',
];

/*
 * Names that stand before the code's own text, in its first line, so that its clock and timers are those of
 * a FakeTime while a test has one. A call without a delay is the task after a frame, which FakeTime paints.
 */
const TIME_OF_THE_TEST = `
const Date = class extends globalThis.Date {
  static now() { return globalThis.pageTime ? globalThis.pageTime.now() : super.now(); }
};
const setTimeout = (callback, delay) =>
  !globalThis.pageTime ? globalThis.setTimeout(callback, delay)
  : delay ? globalThis.pageTime.setTimeout(callback, delay) : callback();
const clearTimeout = (timer) => globalThis.pageTime ? globalThis.pageTime.clearTimeout(timer) : globalThis.clearTimeout(timer);
const requestAnimationFrame = (callback) =>
  globalThis.pageTime ? globalThis.pageTime.afterPaint(callback) : globalThis.requestAnimationFrame(callback);
`.replaceAll('\n', ' ');

/** Hands the time of a test to the code under test, be it sources or the built script. */
export const timeOfTheTest = () => ({
  name: 'time-of-the-test',
  transform: ({ path, body }) => (WITH_TIME.includes(path) ? { body: TIME_OF_THE_TEST + body } : undefined),
});

export function bundleUnderTest() {
  return {
    name: 'bundle-under-test',
    resolveImport({ source, context }) {
      return context.path.startsWith('/test/') ? DOORS[target(context.path, source)] : undefined;
    },
  };
}

/** Tests that load nothing of what was built, neither by themselves nor by what they share with others: they would only run twice. */
export function testsOfSources() {
  return testFiles('test').filter((file) => !loadsBundle(`/${file}`));
}

function loadsBundle(path, seen = new Set()) {
  if (path in DOORS) return true;
  if (seen.has(path) || !path.startsWith('/test/') || !existsSync(`.${path}`)) return false;
  seen.add(path);
  const imports = readFileSync(`.${path}`, 'utf8').matchAll(/\b(?:from |import |import\()'(\.[^']+)'/g);
  return [...imports].some(([, source]) => loadsBundle(target(path, source), seen));
}

const target = (path, source) => posix.join(posix.dirname(path), source).replace(/\.js$/, '.ts');
