// What visitors download, in bytes after brotli, each beside its goal: `npm run size`, after a build.
// Only the hours module is a gate: parser, evaluator, bank holidays and calendar, minified as a
// module. London time is counted with the zone data it reads, in the line below, and once more with
// the hours, because a borrower who brings their own date-fns-tz gets both.

import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

import configurations from '../rollup.config.mjs';

const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length } })
    .length;

const number = (bytes) => bytes.toLocaleString('en-GB').padStart(7);

const minify = terser({ ecma: 2022, module: true, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } });

/** The minified bundle of a module with the transforms of embed.js, and what is left of each file in it. */
async function bundle(input, external = []) {
  const { plugins } = configurations.find(({ output }) => output.file?.endsWith('embed.js'));
  const transforms = plugins.filter(({ name }) => name !== minify.name);
  const build = await rollup({ input, external, plugins: [...transforms, minify] });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  const [{ code, modules }] = output;
  return { code, modules };
}

function readBuilt(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const INDEX = 'src/hours/index.ts';
const hours = await bundle(INDEX, [/^date-fns-tz/, /london-time/]);
const hoursAndTime = await bundle(INDEX, [/^date-fns-tz/]);
const zone = await bundle('src/hours/london-time.ts');
const embed = readBuilt('dist/embed.js');

const rows = [
  ['hours: parser, evaluator, holidays', brotli(hours.code), 3072, true],
  ['  the same and London time', brotli(hoursAndTime.code)],
  ['zone: London time and date-fns-tz', brotli(zone.code), 1300],
  ['dist/embed.js, all of it', embed && brotli(embed), 13_000],
];

let failed = false;
for (const [what, bytes, goal, isGate] of rows) {
  if (bytes === undefined) {
    console.log(`${what.padEnd(36)} not built yet: npm run build`);
    continue;
  }
  if (!goal) {
    console.log(`${what.padEnd(36)}${number(bytes)} B`);
    continue;
  }
  const spare = goal - bytes;
  const verdict = spare >= 0 ? `${spare} to spare` : `${-spare} over${isGate ? '' : ', not a gate yet'}`;
  console.log(`${what.padEnd(36)}${number(bytes)} B   goal ${number(goal)}   ${verdict}`);
  if (isGate && spare < 0) failed = true;
}

console.log('\nBy file, not minified and compressed alone, so the sum is larger:');
for (const [id, { code }] of [...Object.entries({ ...hours.modules, ...zone.modules })]) {
  if (code) console.log(`  ${id.replace(/^.*\/(?=src\/|node_modules\/)/, '').padEnd(72)}${number(brotli(code))}`);
}

if (failed) {
  console.error('\nThe hours module has outgrown its goal: others borrow it because it is small. What can go?');
  process.exitCode = 1;
}
