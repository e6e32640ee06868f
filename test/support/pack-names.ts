import { readdirSync } from 'node:fs';

/** The languages that have a pack, in the order of their names; an editor, a merge or a Mac may have left other files beside them. */
export const packNames: readonly string[] = readdirSync('src/lang')
  .filter((name) => /^[^.]+\.ts$/.test(name))
  .map((name) => name.replace('.ts', ''))
  .toSorted();
