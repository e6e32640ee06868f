import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { npm } from '../support/npm.mjs';

const FOLDERS = ['.', 'test/frameworks', 'test/hosts', 'test/old-browsers', 'test/package'];

interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

/** `latest`, `next`: what a registry says on the day. */
const TAG = /^[a-z][\w-]*$/i;

describe('npm ci gives the same packages on every day, with every npm', () => {
  for (const folder of FOLDERS) {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

    // npm asks the registry anew where its lock file does not say what a tag stood for.
    it(`no package in ${join(folder, 'package-lock.json')} asks for a tag, unless the file says where that was found`, () => {
      const { packages } = read('package-lock.json') as LockFile;
      const tags = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
        Object.entries({ ...dependencies, ...optionalDependencies })
          .filter(
            ([name, wanted]) =>
              TAG.test(wanted) && !packages[`node_modules/${name}`]?.resolved?.startsWith(`https://registry.npmjs.org/${name}/`),
          )
          .map(([name, wanted]) => `${path || folder} → ${name}@${wanted}: add its "resolved"`),
      );
      assert.deepEqual(tags, []);
    });

    // npm 9, which comes with Debian 13, reads no lock file where an override meets a tag.
    it(`${join(folder, 'package.json')} overrides nothing`, () =>
      assert.equal((read('package.json') as { overrides?: unknown }).overrides, undefined));
  }
});

// Rollup and esbuild are an optional package for each kind of machine; without it nothing builds, and the message blames the lock file.
it('npm ci leaves out no package, whatever the settings of who runs it', () => {
  const omitted = npm(['config', 'get', 'omit'], { env: { ...process.env, NODE_ENV: 'production', npm_config_omit: 'optional' } });
  assert.equal(omitted.trim(), '');
});

it('npm install keeps the addresses in the lock file, whatever the settings of who runs it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const settings = join(folder, '.npmrc');
  writeFileSync(settings, 'omit-lockfile-registry-resolved=true\n');
  const leavesOut = npm(['config', 'get', 'omit-lockfile-registry-resolved'], {
    env: { ...process.env, npm_config_omit_lockfile_registry_resolved: undefined, npm_config_userconfig: settings },
  });
  rmSync(folder, { recursive: true });
  assert.equal(leavesOut.trim(), 'false');
});
