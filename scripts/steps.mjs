// The steps that test runs are made of. Each is data for run-step.mjs.

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { findInstalledFirefox, findInstalledWebKit, INSTALL_HINTS } from '../test/support/find-browser.mjs';
import { IS_LINUX_X64 } from '../test/support/npm-chromium.mjs';
import { NPM } from '../test/support/npm.mjs';
import { testFiles } from '../test/support/test-files.mjs';

/**
 * Where visitors of the component tests live, unless TZ says otherwise: nobody's home, with summer
 * time the other way round and by half an hour.
 */
export const DEFAULT_ZONE = 'Australia/Lord_Howe';

/** Half hours, quarter hours, summer time elsewhere, the far side of the date line. */
export const ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia', 'Asia/Kathmandu'];

export const OTHER_ENGINES = ['firefox', 'webkit'];
export const ENGINES = ['chromium', ...OTHER_ENGINES];

/** Files side by side; by itself Node leaves one processor to others. */
const ON_ALL_PROCESSORS = [`--test-concurrency=${availableParallelism()}`];

export function staticSteps() {
  return [
    { name: 'Types', command: [...NPM, 'run', '--silent', 'types'], minutes: 10 },
    { name: 'Lint', command: [...NPM, 'run', '--silent', 'lint'], minutes: 10 },
    { name: 'Build', command: [...NPM, 'run', '--silent', 'build'], minutes: 10 },
  ];
}

/** The bytes that visitors download, against their gates. Needs the build. */
export function sizeStep() {
  return { name: 'Size', command: [...NPM, 'run', '--silent', 'size'], minutes: 10 };
}

/** That mutation testing can begin: its tables, found and run without a mutant. All of it takes too long for every day. */
export function mutationStep() {
  return { name: 'Mutation testing, without mutants', command: [...NPM, 'run', '--silent', 'mutation', '--', '--dryRunOnly'], minutes: 10 };
}

/**
 * Pure code, against its oracles, which take the process's zone for the zone of the rules.
 *
 * @param {{ long?: boolean, afterTest?: boolean }} options `long`: with many more cases. `afterTest`: only the files that have
 *   more cases then
 */
export function nodeSteps({ long = false, afterTest = false } = {}) {
  return nodeTests({
    name: long ? 'Node tests, long' : 'Node tests',
    folder: 'test/node',
    isWanted: (file) => !afterTest || readFileSync(file, 'utf8').includes('LONG'),
    env: { TZ: 'Europe/London', ...(long && { LONG: '1' }) },
    minutes: long ? 30 : 15,
    // Nothing here waits for anything but the processor.
    options: ON_ALL_PROCESSORS,
  });
}

/** Whole pages from servers on several origins, with the built files. */
export function endToEndSteps({ zone }) {
  return nodeTests({
    name: 'End-to-end tests',
    folder: 'test/e2e',
    env: { TZ: zone, BROWSER: 'chromium' },
    // An installed Chromium takes up to three times as long as npm's, whose pages have no windows.
    minutes: 30,
    // Most of it is waiting for pages.
    options: ON_ALL_PROCESSORS,
  });
}

/**
 * Whole pages in one engine: leaving, with real clicks, keys and history (each has its own idea of
 * when a page stops painting), and the paste forms, frames above all.
 */
export function engineStep({ browser, zone }) {
  const name = `Exit and paste forms, ${browser}`;
  const missing = missingBrowser(browser);
  if (missing) return { name, missing };
  return nodeStep({
    name,
    files: [...testFiles('test/e2e/exit'), 'test/e2e/forms-in-engines.test.ts'],
    env: { TZ: zone, BROWSER: browser },
    minutes: 20,
  });
}

/** @param {{ bundle?: boolean }} options `bundle`: against dist/embed.js in place of the sources */
export function componentStep({ browser = 'chromium', zone, coverage = false, bundle = false }) {
  const name = `Component tests, ${browser}, ${zone}${coverage ? ', coverage' : ''}${bundle ? ', dist/embed.js' : ''}`;
  const missing =
    missingBrowser(browser) ??
    (process.cwd().includes('#') ? 'Web Test Runner finds no file in a folder with # in its path: clone elsewhere.' : undefined);
  if (missing) return { name, missing };
  return {
    name,
    command: [process.execPath, '--import=./test/support/end-when-told.mjs', 'node_modules/@web/test-runner/dist/bin.js'],
    env: { BROWSER: browser, TZ: zone, COVERAGE: coverage ? '1' : '', BUNDLE: bundle ? '1' : '', FORBID_ONLY: '1' },
    counts: true,
    minutes: 20,
  };
}

/** What a visitor's zone could change: the hours and the sentences. How the panel looks does not depend on it. */
export function zoneStep({ zone }) {
  const step = componentStep({ zone });
  return {
    ...step,
    command: [
      ...step.command,
      '--files',
      'test/hours/*.test.ts',
      'test/panel/*.test.ts',
      ...['host-contacts', 'welsh', 'languages', 'packs'].map((name) => `test/${name}.test.ts`),
    ],
  };
}

/** Property tests in the browser, with twice as many cases, and every state in every look. */
export function longComponentStep({ zone }) {
  const step = componentStep({ zone });
  return {
    ...step,
    name: 'Configurations and looks, long',
    command: [...step.command, '--files', ...['configuration', 'accessibility', 'reflow'].map((name) => `test/${name}.test.ts`)],
    env: { ...step.env, LONG: '1' },
    minutes: 30,
  };
}

/** Small applications with frameworks, which bring their own packages. */
export function frameworkSteps({ zone }) {
  return nodeTests({ name: 'Frameworks', folder: 'test/frameworks', env: { TZ: zone }, minutes: 20 });
}

/** The oldest browser that shows the live panel, which brings itself. */
export function oldBrowserSteps({ zone }) {
  const name = 'Oldest browser';
  if (!IS_LINUX_X64) return [{ name, missing: 'Chromium 92 from npm runs on 64-bit x86 Linux only.' }];
  return nodeTests({ name, folder: 'test/old-browsers', env: { TZ: zone }, minutes: 15 });
}

/** What is published: used by build tools, which bring their own packages, and built again. */
export function packageSteps({ zone }) {
  return nodeTests({ name: 'Package', folder: 'test/package', env: { TZ: zone }, minutes: 25 });
}

/**
 * Sites that the panel is pasted into: what writes the pages, and what stands between them and the visitor. Each step takes
 * several minutes. They open their pages in npm's Chromium, since an installed one needs twice the processor's time for that
 * (WordPress' tests: 208 s and 90 s), and what a host makes of a paste form is the same in both.
 */
export function hostSteps({ zone }) {
  const files = testFiles('test/hosts');
  const isSite = (file) => /(generators|mediawiki|wordpress)\.test\.ts$/.test(file);
  const env = { TZ: zone, ...(IS_LINUX_X64 && !process.env.CHROME_PATH && { BROWSER_SOURCE: 'npm' }) };
  const options = { env, minutes: 40 };
  return [
    nodeStep({ name: 'Real hosts: content management systems, generators', files: files.filter(isSite), ...options }),
    nodeStep({ name: 'Real hosts: filters, libraries, servers', files: files.filter((file) => !isSite(file)), ...options }),
  ];
}

/** Pictures of every state, the browsers' accessibility trees, and Lighthouse. */
export function lookSteps({ zone }) {
  return nodeTests({ name: 'Looks', folder: 'test/looks', env: { TZ: zone }, minutes: 25 });
}

function nodeTests({ name, folder, isWanted = () => true, env, minutes, options }) {
  const files = testFiles(folder).filter(isWanted);
  return files.length === 0 ? [] : [nodeStep({ name, files, env, minutes, options })];
}

function nodeStep({ name, files, env, minutes, options = [] }) {
  const runner = [
    process.execPath,
    '--import=tsx',
    '--import=./test/support/end-when-told.mjs',
    '--test',
    '--test-reporter=./test/support/node-reporter.mjs',
    ...options,
  ];
  // A file that hangs fails by its name, and the others go on.
  const limit = String((minutes * 60_000) / 2);
  return { name, command: [...runner, ...files], env: { ...env, FILE_LIMIT: limit }, counts: true, minutes };
}

// A browser that is not there is a failure with an instruction: a skipped one looks like a pass.
function missingBrowser(browser) {
  try {
    if (browser === 'firefox' && findInstalledFirefox() === undefined) {
      return `Firefox is not installed: ${INSTALL_HINTS.firefox}`;
    }
    if (browser === 'webkit') {
      const { missing } = findInstalledWebKit();
      if (missing.length > 0) return `Missing ${missing.join(', ')}: ${INSTALL_HINTS.webkit}`;
    }
    return undefined;
  } catch (error) {
    // A variable that names a file that is not there.
    return error.message;
  }
}
