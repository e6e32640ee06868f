// `npm run test:all`: `npm test`, with the long Node runs, in every browser and for visitors of
// every zone.

import { pickBrowser } from './pick-browser.mjs';
import { runSteps } from './run-steps.mjs';
import {
  componentStep,
  DEFAULT_ZONE,
  endToEndSteps,
  otherEngineStep,
  frameworkSteps,
  hostSteps,
  longComponentStep,
  lookSteps,
  mutationStep,
  oldBrowserSteps,
  nodeSteps,
  packageSteps,
  sizeStep,
  staticSteps,
  zoneStep,
  ZONES,
} from './steps.mjs';

const zone = process.env.TZ || DEFAULT_ZONE;

await pickBrowser();
await runSteps([
  ...staticSteps(),
  sizeStep(),
  ...nodeSteps({ long: true }),
  mutationStep(),
  componentStep({ zone, coverage: true }),
  longComponentStep({ zone }),
  ...endToEndSteps({ zone }),
  ...frameworkSteps({ zone }),
  ...oldBrowserSteps({ zone }),
  ...packageSteps({ zone }),
  ...hostSteps({ zone }),
  ...lookSteps({ zone }),
  ...ZONES.filter((other) => other !== zone).map((other) => zoneStep({ zone: other })),
  componentStep({ browser: 'firefox', zone }),
  componentStep({ browser: 'webkit', zone }),
  ...['chromium', 'firefox', 'webkit'].map((browser) => componentStep({ browser, zone, bundle: true })),
  otherEngineStep({ browser: 'firefox', zone }),
  otherEngineStep({ browser: 'webkit', zone }),
]);
