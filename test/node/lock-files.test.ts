import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const FOLDERS = ['.', 'test/frameworks', 'test/hosts', 'test/old-browsers', 'test/package'];

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>>; readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** `latest`, `next`: what a registry says on the day. */
const TAG = /^[a-z][\w-]*$/i;

describe('npm ci gives the same packages on every day', () => {
  for (const folder of FOLDERS)
    it(`no package in ${join(folder, 'package-lock.json')} asks for a tag, unless it is overridden`, () => {
      const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const { packages } = read('package-lock.json') as LockFile;
      const { overrides = {} } = read('package.json') as { overrides?: Readonly<Record<string, string>> };
      const tags = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
        Object.entries({ ...dependencies, ...optionalDependencies })
          .filter(([name, wanted]) => TAG.test(wanted) && !(name in overrides))
          .map(([name, wanted]) => `${path || folder} → ${name}@${wanted}`),
      );
      assert.deepEqual(tags, []);
    });
});
