// What visitors download, in bytes after brotli, each beside its gate and its goal: `npm run size`,
// after a build. With `--write`, the report by module in docs/size.md is written as well.
//
// Gates are exact: what is over one fails. One goes up only for what a visitor needs, with the reason
// in the commit. They are for code and words: embed.js is built with the facts of 2026, so that a line
// with longer hours need not wait for a smaller script. The hours module is measured as a borrower
// would bundle it, without London time (a borrower who brings their own date-fns-tz gets both); London
// time with the zone code of date-fns-tz that it calls, shortened as in embed.js.

import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

import configurations from '../rollup.config.mjs';
import { buildWithFactsOf2026 } from '../test/support/facts-of-2026.mjs';
import { letForConst, minifierOptions } from './bundle/shorten.mjs';

/** Bytes that embed.js may have: what it has, until someone finds more to take out. */
const EMBED_GATE = 25_711;
const EMBED_GOAL = 13_000;
const HOURS_GATE = 3070;
const ZONE_GATE = 602;

const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length } })
    .length;

const number = (bytes) => bytes.toLocaleString('en-GB');

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

/** embed.js again, with the facts of 2026 and the module that each of its characters comes from. */
async function attributedEmbed() {
  const build = await rollup({ ...embedConfiguration, plugins: [...embedConfiguration.plugins, buildWithFactsOf2026()] });
  const { output } = await build.generate({ ...embedConfiguration.output, sourcemap: true, sourcemapExcludeSources: true });
  await build.close();
  const [{ code, map }] = output;
  const lookup = new SourceMap(map);
  const owners = code.split('\n').flatMap((line, row) => [...`${line}\n`].map((_, column) => lookup.findEntry(row, column).originalSource));
  // The map's own comment is no part of what is published.
  const end = code.indexOf('//# sourceMappingURL');
  return end < 0 ? { code, owners } : { code: code.slice(0, end), owners: owners.slice(0, end) };
}

/** By module: its characters, and how many bytes less the rest has without them. */
function shares({ code, owners }) {
  const all = brotli(code);
  return [...new Set(owners)]
    .map((owner) => {
      const rest = [...code].filter((_, index) => owners[index] !== owner).join('');
      const name = owner?.replace(/^.*?(?=(src|scripts|node_modules)\/)/, '') ?? '(around the modules)';
      return { name, characters: code.length - rest.length, bytes: all - brotli(rest) };
    })
    .sort((one, other) => other.bytes - one.bytes);
}

/** What the goal leaves no choice about: the words of both languages and of the contacts, the styles, opening hours, London time, Lit. */
const GIVEN = /src\/i18n\/(en|cy|en-contacts)\.ts|published-contacts|styles\.ts|src\/hours|date-fns-tz|lean-lit/;

const bytesOfGiven = ({ code, owners }) => brotli([...code].filter((_, index) => GIVEN.test(owners[index])).join(''));

const plainMinifier = terser({ ecma: 2022, module: true, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } });
const asInEmbed = [letForConst, terser({ ...minifierOptions, module: true })];

const attributed = await attributedEmbed();
const embed = brotli(attributed.code);
const today = brotli(readFileSync('dist/embed.js', 'utf8'));
const rows = [
  ['dist/embed.js, all of it', embed, EMBED_GATE, EMBED_GOAL],
  ['hours: parser, evaluator, holidays', brotli(await bundle('src/hours/index.ts', [/^date-fns-tz/, /london-time/], [plainMinifier])), HOURS_GATE, 3072],
  ['zone: London time and date-fns-tz', brotli(await bundle('src/hours/london-time.ts', [], asInEmbed)), ZONE_GATE, 1300],
];

const lines = rows.map(([what, bytes, gate, goal]) => {
  const verdict = bytes > gate ? `${number(bytes - gate)} OVER THE GATE` : bytes > goal ? `${number(bytes - goal)} over the goal` : 'reached';
  return `${what.padEnd(36)}${number(bytes).padStart(7)} B   gate ${number(gate).padStart(7)}   goal ${number(goal).padStart(7)}   ${verdict}`;
});
lines.push(`words, styles, opening hours, London time and Lit alone: ${number(bytesOfGiven(attributed))} B of embed.js`);
console.log(lines.join('\n'));
if (today !== embed) console.log(`dist/embed.js with today's facts: ${number(today)} B`);

const modules = shares(attributed);
const table = modules.map(({ name, characters, bytes }) => `| ${name} | ${number(characters)} | ${number(bytes)} |`);
console.log(`\nBy module of embed.js: characters after minifying, and bytes less without it:\n${table.join('\n')}`);

if (process.argv.includes('--write')) {
  const file = 'docs/size.md';
  const [before, , after] = readFileSync(file, 'utf8').split(/<!-- (?:table|end) -->/);
  const generated = ['```', ...lines, '```', '', '| module | characters, minified | bytes less without it |', '|---|--:|--:|', ...table].join('\n');
  writeFileSync(file, `${before}<!-- table -->\n${generated}\n<!-- end -->${after}`);
}

if (rows.some(([, bytes, gate]) => bytes > gate)) {
  console.error(
    '\nA gate is passed: people on slow phones would wait longer for the numbers. Is what you add needed by a visitor' +
      '\n(what webmasters need belongs to demo/ or a module of its own)? Can words or code that exist be used again?' +
      '\nThe table above shows where the bytes are, docs/size.md how they were saved. Only then raise the gate, and say why in the commit.' +
      '\nA proclaimed bank holiday is reason enough: raise the gates in scripts/size.mjs by what is over.',
  );
  process.exitCode = 1;
}
