/**
 * The environment for a script whose error output is compared: without settings of Node's, which speaks of them there too
 * (a debugger; two wishes about colours).
 */
export const plainEnvironment = { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: undefined };
