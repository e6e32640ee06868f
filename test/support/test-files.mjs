import { existsSync, readdirSync } from 'node:fs';
import { posix, sep } from 'node:path';

/** The test files in a folder, which need not exist, with slashes, in the order of their names. Node 20 takes files, not patterns. */
export function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .map((name) => posix.join(folder, name.replaceAll(sep, '/')))
    .sort();
}
