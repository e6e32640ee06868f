/** Bytes after brotli, as `npm run size` has them. */
import { spawnSync } from 'node:child_process';
import type { Section } from './support/report.js';

export const size = (): Section => {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/size.mjs'], { encoding: 'utf8' });
  const rows = [...stdout.matchAll(/^(\S.*?) {2,}([\d,]+ B) +gate +[\d,]+ +goal +([\d,]+) +(.*)$/gm)];
  if (!rows.length || rows.length !== stdout.match(/ gate /g)?.length)
    throw new Error(`scripts/size.mjs does not print all lines as they are read here. ${stderr}`);
  return {
    title: 'Size',
    how: 'Bytes after brotli. By module: size.md.',
    rows: rows.map(([, what, measured, goal, verdict]) => ({
      what: what!,
      measured: measured!,
      goal: `at most ${goal} B`,
      verdict: verdict!.replace('over the goal', 'B over'),
    })),
  };
};
