/**
 * How long any browser may take, in ms: a cold start, or thousands of panels in one command, on a machine that does much else.
 * Shorter than what scripts/steps.mjs gives a file: the test at which a browser has stopped answering fails, not all of them.
 */
export const PATIENT = { timeout: 180_000, protocolTimeout: 180_000 };
