/**
 * Two builds of the same sources, in different places, times and languages, give the same bytes: who
 * doubts what is published can build it and compare.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { after, it } from 'node:test';
import { BASE_URL as placeholder } from '../../src/release.js';
import { npm } from '../support/npm.mjs';
import { sourceFiles } from '../support/source-files.js';

const folder = mkdtempSync(join(tmpdir(), 'builds-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const sources = sourceFiles();

/** Where the builds are to be published. */
const BASE_URL = 'https://panel.example/stalking/';

/** Builds a copy, and gives the digest of each built file. */
const build = (
  place: string,
  { written, env, reverse, left = [] }: { written: Date; env: Record<string, string>; reverse: boolean; left?: readonly string[] },
): Record<string, string> => {
  const copy = join(folder, place);
  // Folders list their files in the order they were made.
  for (const path of reverse ? [...sources].reverse() : sources) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(path, join(copy, path));
    utimesSync(join(copy, path), written, written);
  }
  for (const path of left) writeFileSync(join(copy, path), '');
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  npm(['run', 'build'], { cwd: copy, env: { ...process.env, BASE_URL, ...env } });
  const files = readdirSync(join(copy, 'dist'), { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(
        (path) =>
          [path.slice(copy.length + 1).replaceAll(sep, '/'), createHash('sha256').update(readFileSync(path)).digest('hex')] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

it('the same sources give the same bytes', () => {
  const first = build('one', { written: new Date('2026-11-24T10:00Z'), env: { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' }, reverse: false });
  const second = build('a/second place/two', {
    written: new Date('2031-01-02T03:04Z'),
    env: { TZ: 'Pacific/Apia', LANG: 'C', LC_ALL: 'C', NODE_ENV: 'production' },
    reverse: true,
    // What a Mac, an editor and a merge leave behind, all of which Git may be set to ignore.
    left: ['src/.DS_Store', 'src/lang/.DS_Store', 'src/lang/.pl.ts.swp', 'src/lang/pl.ts.orig', 'src/lang/pl.ts~'],
  });
  assert.ok('dist/embed.js' in first && 'dist/sbom.cdx.json' in first);
  assert.deepEqual(second, first);
  // Both are for the address that they were given, and no other.
  for (const file of ['embed.js', 'panel.html', 'oembed.json', 'demo/builder.js', 'demo/checker.js']) {
    const text = readFileSync(join(folder, 'one/dist', file), 'utf8');
    assert.ok(text.includes(BASE_URL) && !text.includes(placeholder), file);
  }
});
