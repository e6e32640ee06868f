import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';

/** Where the hosts' own packages are. */
export const HOSTS = 'test/hosts';

/**
 * Puts the packages of this folder's lock file in place, once, however many test files ask at the same time. Without a
 * look at peers: npm 9, which comes with Debian 13, wants a second React for an optional one, and refuses the lock file.
 */
export const installPackages = (): void => {
  execFileSync(
    'flock',
    [
      'package-lock.json',
      'sh',
      '-c',
      'cmp -s package-lock.json node_modules/.installed || { npm ci --legacy-peer-deps --ignore-scripts --no-audit --no-fund && cp package-lock.json node_modules/.installed; }',
    ],
    { cwd: HOSTS, stdio: 'pipe' },
  );
};

/** A program that Debian has a package for: absent, it fails the test that needs it, and says what to do. */
export const needProgram = (command: string, parts: string[], packages: string): void => {
  const { status } = spawnSync(command, parts, { stdio: 'ignore' });
  assert.equal(status, 0, `${[command, ...parts].join(' ')} fails here: sudo apt-get install ${packages}`);
};
