// `npm test`: everything that a change must pass, on any machine with Node 20 and no browser.

// First: it speaks before what the others import cannot be read, or found.
import './check-setup.mjs';
import { runSteps } from './run-steps.mjs';
import { componentStep, DEFAULT_ZONE, endToEndSteps, nodeSteps, staticSteps } from './steps.mjs';

// It imports packages: these are looked for before anything runs.
const { pickBrowser } = await import('./pick-browser.mjs');

const zone = process.env.TZ || DEFAULT_ZONE;

await pickBrowser();
await runSteps([...staticSteps(), ...nodeSteps(), componentStep({ zone, coverage: true }), ...endToEndSteps({ zone })]);
