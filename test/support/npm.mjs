import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/**
 * The command of npm, without arguments. On Windows `npm` is a script, which a shell alone could start, and a shell would take
 * paths with spaces apart.
 */
export const NPM =
  process.platform === 'win32' ? [process.execPath, join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')] : ['npm'];

/** Runs npm to its end; gives what it printed, and throws where it fails. */
export const npm = (args, options) => execFileSync(NPM[0], [...NPM.slice(1), ...args], { encoding: 'utf8', stdio: 'pipe', ...options });
