/** How long any browser may take, in ms: a cold start, or thousands of panels in one command, on a machine that does much else. */
export const PATIENT = { timeout: 180_000, protocolTimeout: 600_000 };
