// `npm run test:all`: `npm test`, with the long Node runs, in every browser and for visitors of
// every zone. `npm run test:all -- --after-test` leaves out what `npm test` has shown just before.

import { pickBrowser } from './pick-browser.mjs';
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

const zone = process.env.TZ || DEFAULT_ZONE;
const otherZones = ZONES.filter((other) => other !== zone);
const afterTest = process.argv.includes('--after-test');

await pickBrowser();
await runSteps([
  ...(afterTest ? [] : staticSteps()),
  sizeStep(),
  ...nodeSteps({ long: true }),
  mutationStep(),
  ...(afterTest ? [] : [componentStep({ zone, coverage: true }), ...endToEndSteps({ zone })]),
  longComponentStep({ zone }),
  ...frameworkSteps({ zone }),
  ...oldBrowserSteps({ zone }),
  ...packageSteps({ zone }),
  ...hostSteps({ zone }),
  ...lookSteps({ zone }),
  // Side by side, since a browser waits for its pages as well. The bundle is somewhere else in each engine.
  OTHER_ENGINES.map((browser) => componentStep({ browser, zone })),
  componentStep({ zone: otherZones[0], bundle: true }),
  OTHER_ENGINES.map((browser, index) => componentStep({ browser, zone: otherZones[index + 1], bundle: true })),
  otherZones.slice(ENGINES.length).map((other) => zoneStep({ zone: other })),
  // After `npm test`, Chromium is another one perhaps: the installed one, with windows.
  (afterTest ? ENGINES : OTHER_ENGINES).map((browser) => engineStep({ browser, zone })),
]);
