// What visitors download, in bytes after brotli, each beside its gate and its goal: `npm run size`,
// after a build. With `--write`, the report by module in docs/size.md is written as well.
//
// Gates are exact: what is over one fails. What is far under one fails too: it was not weighed whole, or
// the gate is lowered. One goes up only for what a visitor needs, with the reason in the commit. They are
// for code and words: embed.js is built with the facts of 2026, so that a line with longer hours need not
// wait for a smaller script. The hours module is measured as a borrower would bundle it, without London
// time (a borrower who brings their own date-fns-tz gets both); London time with the zone code of
// date-fns-tz that it calls, shortened as in embed.js.

import { readFileSync, writeFileSync } from 'node:fs';

import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

import configurations from '../rollup.config.mjs';
import { buildWithFactsOf2026, withFactsOf2026 } from '../test/support/facts-of-2026.mjs';
import { betweenMarks } from './between-marks.mjs';
import { letForConst, minifierOptions } from './bundle/shorten.mjs';
import { attributed, brotli, holdGates, linesOf, number, shares } from './size/report.mjs';

/** Bytes that embed.js may have: what it has, until someone finds more to take out. */
const EMBED_GATE = 26_292;
const EMBED_GOAL = 13_000;
const HOURS_GATE = 3064;
const ZONE_GATE = 555;

const embedConfiguration = configurations.find(({ output }) => output.file?.endsWith('embed.js'));
/** The transforms of embed.js, up to those that look at the script as a whole. */
const transforms = embedConfiguration.plugins.filter(({ transform, resolveId }) => transform || resolveId);

/** The minified bundle of one module. */
async function bundle(input, external, minify) {
  const build = await rollup({ input, external, plugins: [...transforms, ...minify] });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return output[0].code;
}

/** embed.js again, with the module that each of its characters comes from. */
async function attributedEmbed(...plugins) {
  const build = await rollup({ ...embedConfiguration, plugins: [...embedConfiguration.plugins, ...plugins] });
  const { output } = await build.generate({ ...embedConfiguration.output, sourcemap: true, sourcemapExcludeSources: true });
  await build.close();
  return attributed(output[0]);
}

/** What the goal leaves no choice about: the words of both languages and of the contacts, the styles, opening hours, London time, Lit. */
const GIVEN = /src\/i18n\/(en|cy|en-contacts)\.ts|published-contacts|styles\.ts|src\/hours|date-fns-tz|lean-lit/;

const bytesOfGiven = ({ code, owners }) => brotli([...code].filter((_, index) => GIVEN.test(owners[index])).join(''));

const plainMinifier = terser({ ecma: 2022, module: true, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } });
const asInEmbed = [letForConst, terser({ ...minifierOptions, module: true })];

const weighed = await attributedEmbed(buildWithFactsOf2026());
const embed = brotli(weighed.code);
const published = readFileSync('dist/embed.js', 'utf8');
// Whatever else is weighed, visitors wait for this one.
if (published !== weighed.code && published !== (await attributedEmbed()).code)
  throw new Error('dist/embed.js is not what the sources and rollup.config.mjs make: build first, with the same BASE_URL.');
if (withFactsOf2026(weighed.code) !== weighed.code) throw new Error('What is weighed has other facts than those of 2026.');

const rows = [
  ['dist/embed.js, all of it', embed, EMBED_GATE, EMBED_GOAL],
  [
    'hours: parser, evaluator, holidays',
    brotli(await bundle('src/hours/index.ts', [/^date-fns-tz/, /london-time/], [plainMinifier])),
    HOURS_GATE,
    3072,
  ],
  ['zone: London time and date-fns-tz', brotli(await bundle('src/hours/london-time.ts', [], asInEmbed)), ZONE_GATE, 1300],
];

const lines = linesOf(rows);
lines.push(`words, styles, opening hours, London time and Lit alone: ${number(bytesOfGiven(weighed))} B of embed.js`);
console.log(lines.join('\n'));
if (published !== weighed.code) console.log(`dist/embed.js with today's facts: ${number(brotli(published))} B`);

const modules = shares(weighed);
const table = modules.map(({ name, characters, bytes }) => `| ${name} | ${number(characters)} | ${number(bytes)} |`);
console.log(`\nBy module of embed.js: characters after minifying, and bytes less without it:\n${table.join('\n')}`);

if (process.argv.includes('--write')) {
  const file = 'docs/size.md';
  const generated = [
    '```',
    ...lines,
    '```',
    '',
    '| module | characters, minified | bytes less without it |',
    '|---|--:|--:|',
    ...table,
  ].join('\n');
  writeFileSync(file, betweenMarks(readFileSync(file, 'utf8'), 'table', generated));
}

holdGates(rows);
