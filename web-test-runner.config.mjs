// Component tests, from the TypeScript sources, in real browsers.
//
//   npx web-test-runner                                 all, in Chromium
//   npx web-test-runner --files test/options.test.ts    one file
//   BROWSER=firefox,webkit npx web-test-runner          other browsers
//   TZ=Africa/Cairo npx web-test-runner                 a visitor elsewhere
//
// COVERAGE=1 measures and enforces coverage, BUNDLE=1 tests dist/ instead of the sources, by the files that load it,
// BROWSER_SOURCE=npm ignores installed Chromes, LONG=1 lets property tests try many more cases,
// UPDATE=1 rewrites what the screen reader says (test/spoken), to be read before it is committed.

import { fileURLToPath } from 'node:url';

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';

import { bundleUnderTest, testsOfSources, timeOfTheTest } from './test/support/bundle-under-test.mjs';
import { chromiumLauncher } from './test/support/chromium-launcher.mjs';
import { emulationPlugin } from './test/support/emulation-plugin.mjs';
import { factsOf2026 } from './test/support/facts-of-2026.mjs';
import { firefoxLauncher } from './test/support/firefox-launcher.mjs';
import { freePort } from './test/support/free-port.mjs';
import { PATIENCE_MS } from './test/support/launch-browser.mjs';
import { recordingPlugin } from './test/support/recording-plugin.mjs';
import { runLengthPlugin } from './test/support/run-length-plugin.mjs';
import { sumReporter } from './test/support/sum-reporter.mjs';
import { webkitLauncher } from './test/support/webkit-launcher.mjs';

const LAUNCHERS = {
  chromium: chromiumLauncher,
  firefox: firefoxLauncher,
  webkit: webkitLauncher,
};

const wanted = (process.env.BROWSER || 'chromium').split(/[\s,]+/).filter(Boolean);
for (const name of wanted) {
  if (!(name in LAUNCHERS)) {
    throw new Error(`BROWSER=${name}: known are ${Object.keys(LAUNCHERS).join(', ')}`);
  }
}

const isBundle = process.env.BUNDLE === '1';

export default {
  files: [
    'test/**/*.test.ts',
    '!test/node/**',
    '!test/e2e/**',
    '!test/frameworks/**',
    '!test/hosts/**',
    '!test/package/**',
    '!test/looks/**',
    '!test/old-browsers/**',
    ...(isBundle ? testsOfSources().map((file) => `!${file}`) : []),
  ],
  browsers: await Promise.all(wanted.map((name) => LAUNCHERS[name]())),
  // By itself the runner takes the first free one from 8000 on, which another run beside it may take as well.
  port: await freePort(),
  // Two cores.
  concurrentBrowsers: 1,
  concurrency: 2,
  nodeResolve: true,
  plugins: [
    timeOfTheTest(),
    ...(isBundle ? [bundleUnderTest()] : []),
    esbuildPlugin({
      ts: true,
      // The browsers of the suite are younger than the oldest one we support.
      target: 'es2022',
      // For `useDefineForClassFields`: native class fields would shadow Lit's reactive properties.
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    // After it: what it reads is JavaScript.
    factsOf2026(),
    a11ySnapshotPlugin(),
    emulationPlugin(),
    recordingPlugin(),
    runLengthPlugin(),
  ],
  // The test framework reports errors, but no rejection of a promise that nobody handles: these are thrown as errors. Its report is
  // cloned, with what a failed test has compared. That cannot be done with an element or a function: the report would never arrive,
  // and the run end after minutes, without naming the test. The message says what was compared, so the values are left out.
  testRunnerHtml: (framework) => `<!doctype html>
    <script>
      addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
      const clone = structuredClone;
      globalThis.structuredClone = (value, options) => {
        try {
          return clone(value, options);
        } catch {
          return JSON.parse(JSON.stringify(value, (key, part) => (key === 'actual' || key === 'expected' ? undefined : part)));
        }
      };
    </script>
    <script type="module" src="${framework}"></script>`,
  reporters: [defaultReporter({ reportTestProgress: false }), sumReporter()],
  // Lit warns of its development mode once a page. The tests want that mode, for its checks.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // A run must end, whatever a page or a browser does.
  browserStartTimeout: PATIENCE_MS,
  testsStartTimeout: PATIENCE_MS,
  testsFinishTimeout: process.env.LONG === '1' ? 1_500_000 : 420_000,
  testFramework: {
    // For tests that hang; others take their time on a busy machine. An `.only` left behind would turn a green run into a lie.
    config: { timeout: '60000', forbidOnly: process.env.FORBID_ONLY === '1' },
  },
  // V8 coverage exists in Chromium alone: a run without it would report no file, and pass.
  coverage: process.env.COVERAGE === '1' && wanted.includes('chromium'),
  coverageConfig: {
    include: ['src/**/*.ts'],
    reportDir: 'coverage',
    reporters: ['lcovonly'],
    threshold: { statements: 95, branches: 90, functions: 90, lines: 95 },
  },
};
