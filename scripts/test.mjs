// `npm test`: everything that a change must pass, on any machine with Node 20 and no browser.

// First: it speaks before what the others import cannot be read.
import './check-node.mjs';
import { pickBrowser } from './pick-browser.mjs';
import { runSteps } from './run-steps.mjs';
import {
  componentStep,
  DEFAULT_ZONE,
  endToEndSteps,
  nodeSteps,
  staticSteps,
} from './steps.mjs';

const zone = process.env.TZ || DEFAULT_ZONE;

await pickBrowser();
await runSteps([
  ...staticSteps(),
  ...nodeSteps(),
  componentStep({ zone, coverage: true }),
  ...endToEndSteps({ zone }),
]);
