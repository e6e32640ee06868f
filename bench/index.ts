/**
 * Every number that has a goal, with its goal beside it. Build first.
 *
 *     npm run bench                     all of it
 *     npm run bench -- start-up memory  some of it
 *     npm run bench -- --write          all of it, and docs/performance.md
 *
 * What is compared is measured turn about, in one browser and run: ratios travel between machines,
 * milliseconds do not. Nothing here fails; what a machine cannot change is held by tests
 * (test/e2e/resources.test.ts, test/e2e/layout-shift.test.ts) and by `npm run size`.
 */
import type { Browser } from 'puppeteer-core';
import { launch } from '../test/e2e/support/launch.js';
import { exit } from './exit.js';
import { hours } from './hours.js';
import { layout } from './layout.js';
import { memory } from './memory.js';
import { quiet } from './quiet.js';
import { size } from './size.js';
import { startUp } from './start-up.js';
import { print, write, type Section } from './support/report.js';

const PARTS: Readonly<Record<string, (browser: Browser) => Section | Promise<Section>>> = {
  size,
  'start-up': startUp,
  memory,
  quiet,
  layout,
  exit,
  hours,
};

// Peers take the process's zone for the zone of the rules.
process.env['TZ'] = 'Europe/London';

const given = process.argv.slice(2);
const wanted = given.filter((word) => word in PARTS);
const parts = wanted.length ? wanted : Object.keys(PARTS);

const browser = await launch();
const sections: Section[] = [];
try {
  for (const part of parts) {
    const section = await PARTS[part]!(browser);
    print(section);
    sections.push(section);
  }
} finally {
  await browser.close();
}

if (given.includes('--write')) {
  if (wanted.length) throw new Error('docs/performance.md holds all parts: --write goes with none by name.');
  write('docs/performance.md', sections);
}
