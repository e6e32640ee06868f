// `npm run wordpress`: the WordPress plugin as the zip that WordPress installs. Build first.

import { mkdirSync, writeFileSync } from 'node:fs';

import { BASE_URL } from '../src/release.js';
import { wordPressZip } from './wordpress-plugin.js';

const ZIP = 'release/report-stalker-panel-wordpress.zip';

const bytes = wordPressZip({ dist: 'dist', base: process.env['BASE_URL'] || BASE_URL });
mkdirSync('release', { recursive: true });
writeFileSync(ZIP, bytes);
console.log(`${ZIP}: ${bytes.length} bytes`);
