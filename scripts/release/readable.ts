import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lets everybody read a file, or all in a folder: a web server does not run as whoever made the
 * release, and archives hold these rights, which would differ with the maker's `umask`.
 */
export const makeReadable = (path: string): void => {
  const isFolder = statSync(path).isDirectory();
  chmodSync(path, isFolder ? 0o755 : 0o644);
  if (isFolder) for (const name of readdirSync(path)) makeReadable(join(path, name));
};
