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
  ...(afterTest ? [] : [...staticSteps(), componentStep({ zone, coverage: true }), ...endToEndSteps({ zone })]),
  // The longest first: none is left alone at the end for long.
  [
    ...hostSteps({ zone }),
    // After `npm test`, Chromium is another one perhaps: the installed one, with windows.
    ...(afterTest ? ENGINES : OTHER_ENGINES).map((browser) => engineStep({ browser, zone })),
    ...OTHER_ENGINES.map((browser) => componentStep({ browser, zone })),
    longComponentStep({ zone }),
    // The bundle is somewhere else in each engine.
    ...OTHER_ENGINES.map((browser, index) => componentStep({ browser, zone: otherZones[index + 1], bundle: true })),
    ...frameworkSteps({ zone }),
    ...packageSteps({ zone }),
    componentStep({ zone: otherZones[0], bundle: true }),
    ...nodeSteps({ long: true, afterTest }),
    ...lookSteps({ zone }),
    ...otherZones.slice(ENGINES.length).map((other) => zoneStep({ zone: other })),
    sizeStep(),
    mutationStep(),
    ...oldBrowserSteps({ zone }),
  ],
]);
