/** Bytes after brotli, as `npm run size` has them. */
import { spawnSync } from 'node:child_process';
import type { Section } from './support/report.js';

export const size = (): Section => {
  const { stdout } = spawnSync(process.execPath, ['scripts/size.mjs'], { encoding: 'utf8' });
  const rows = [...stdout.matchAll(/^(\S.*?) {2,}([\d,]+ B) +gate +[\d,]+ +goal +([\d,]+) +(.*)$/gm)];
  if (!rows.length) throw new Error('scripts/size.mjs prints no line of the kind that is read here.');
  return {
    title: 'Size',
    how: 'Bytes after brotli. By module: size.md.',
    rows: rows.map(([, what, measured, goal, verdict]) => ({ what: what!, measured: measured!, goal: `at most ${goal} B`, verdict: verdict!.replace('over the goal', 'B over') })),
  };
};
