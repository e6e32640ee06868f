// Writes dist/integrity.json: for each file that pages load with `integrity`, the value of that
// attribute. Run it last: a file that changes afterwards would be blocked by every page that pins it.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const files = [
  'embed.js',
  ...readdirSync('dist/lang')
    .sort()
    .map((name) => `lang/${name}`),
];

const integrity = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`dist/${file}`))
    .digest('base64')}`;

writeFileSync('dist/integrity.json', `${JSON.stringify(Object.fromEntries(files.map((file) => [file, integrity(file)])), null, 2)}\n`);
