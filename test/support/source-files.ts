/**
 * The files of the project: what a clone holds, with changes that are not committed yet. Not asked of Git: a copy of the files
 * may have no repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const IGNORED = ['.git', ...readFileSync('.gitignore', 'utf8').trim().split('\n')];

const isIgnored = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return IGNORED.some(
    (pattern) => pattern === name || pattern === `/${path}` || (pattern.startsWith('*') && name.endsWith(pattern.slice(1))),
  );
};

/** Another checkout within this one: a worktree (where tools for code put theirs), a second clone. */
const isCheckout = (folder: string): boolean => existsSync(`${folder}/.git`);

/** Paths with slashes, relative to the project, in the order of their names. */
export const sourceFiles = (folder = ''): readonly string[] =>
  readdirSync(folder || '.', { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder + entry.name;
      if (isIgnored(path)) return [];
      if (!entry.isDirectory()) return [path];
      return isCheckout(path) ? [] : sourceFiles(`${path}/`);
    });
