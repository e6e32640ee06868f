// `npm run test:all`: `npm test`, with the long Node runs, in every browser and for visitors of
// every zone. `npm run test:all -- --after-test` leaves out what `npm test` has shown just before.

// First: it speaks before what the others import cannot be read, or found.
import './check-setup.mjs';
import { runSteps } from './run-steps.mjs';
import {
  componentStep,
  DEFAULT_ZONE,
  endToEndSteps,
  ENGINES,
  engineStep,
  frameworkSteps,
  hostSteps,
  longComponentStep,
  lookSteps,
  mutationStep,
  oldBrowserSteps,
  OTHER_ENGINES,
  nodeSteps,
  packageSteps,
  sizeStep,
  staticSteps,
  zoneStep,
  ZONES,
} from './steps.mjs';

// It imports packages: these are looked for before anything runs.
const { pickBrowser } = await import('./pick-browser.mjs');

const zone = process.env.TZ || DEFAULT_ZONE;
const otherZones = ZONES.filter((other) => other !== zone);
const afterTest = process.argv.includes('--after-test');

await pickBrowser();
await runSteps([
  ...(afterTest ? [] : staticSteps()),
  // Side by side stands what keeps one processor busy, or waits for something else: a browser for its pages, a host for its
  // database, a build for its packages.
  [...nodeSteps({ long: true }), sizeStep(), mutationStep()],
  ...(afterTest ? [] : [componentStep({ zone, coverage: true }), ...endToEndSteps({ zone })]),
  [longComponentStep({ zone }), ...frameworkSteps({ zone }), ...packageSteps({ zone })],
  hostSteps({ zone }),
  [...oldBrowserSteps({ zone }), ...lookSteps({ zone })],
  // The bundle is somewhere else in each engine.
  OTHER_ENGINES.map((browser) => componentStep({ browser, zone })),
  OTHER_ENGINES.map((browser, index) => componentStep({ browser, zone: otherZones[index + 1], bundle: true })),
  [componentStep({ zone: otherZones[0], bundle: true }), ...otherZones.slice(ENGINES.length).map((other) => zoneStep({ zone: other }))],
  // After `npm test`, Chromium is another one perhaps: the installed one, with windows.
  (afterTest ? ENGINES : OTHER_ENGINES).map((browser) => engineStep({ browser, zone })),
]);
