// What `npm run size` says of bundles that are built, and whether they may be as they are.

import { SourceMap } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes as servers send files that do not change: brotli at its best. */
export const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length } }).length;

export const number = (bytes) => bytes.toLocaleString('en-GB');

/** Nobody saves as much without noticing: then something of the bundle is no longer weighed. */
const isTooSmall = (bytes, gate) => bytes < 0.99 * gate;

const verdict = (bytes, gate, goal) => {
  if (bytes > gate) return `${number(bytes - gate)} OVER THE GATE`;
  if (isTooSmall(bytes, gate)) return `${number(gate - bytes)} UNDER THE GATE`;
  return bytes > goal ? `${number(bytes - goal)} over the goal` : 'reached';
};

/** A line for each bundle: what it is, its bytes, its gate and its goal. */
export const linesOf = (rows) =>
  rows.map(
    ([what, bytes, gate, goal]) =>
      `${what.padEnd(36)}${number(bytes).padStart(7)} B   gate ${number(gate).padStart(7)}   goal ${number(goal).padStart(7)}   ${verdict(bytes, gate, goal)}`,
  );

/** Says what to do about bundles that are not at their gates, and makes the process fail. */
export const holdGates = (rows) => {
  const isAny = (holds) => rows.some(([, bytes, gate]) => holds(bytes, gate));
  const isTooLarge = (bytes, gate) => bytes > gate;
  if (isAny(isTooLarge))
    console.error(
      '\nA gate is passed: people on slow phones would wait longer for the numbers. Is what you add needed by a visitor' +
        '\n(what webmasters need belongs to demo/ or a module of its own)? Can words or code that exist be used again?' +
        '\nThe table above shows where the bytes are, docs/size.md how they were saved. Only then raise the gate, and say why in the commit.' +
        '\nA proclaimed bank holiday is reason enough: raise the gates in scripts/size.mjs by what is over.',
    );
  if (isAny(isTooSmall))
    console.error(
      '\nA bundle is more than a hundredth smaller than its gate. If you have made it smaller, lower the gate in scripts/size.mjs' +
        '\nto what it has, or as much may come back unnoticed. If not, something of it is no longer weighed.',
    );
  if (!rows.length || isAny(isTooLarge) || isAny(isTooSmall)) process.exitCode = 1;
};

/** A script as it is published, with the module that each of its characters comes from, by its source map. */
export const attributed = ({ code: mapped, map }) => {
  // The map's own comment is no part of it.
  const [code] = mapped.split('//# sourceMappingURL');
  const lookup = new SourceMap(map);
  const owners = code.split('\n').flatMap((line, row) => [...`${line}\n`].map((_, column) => lookup.findEntry(row, column).originalSource));
  return { code, owners };
};

/** By module: its characters, and how many bytes less the rest has without them. */
export const shares = ({ code, owners }) => {
  const all = brotli(code);
  return [...new Set(owners)]
    .map((owner) => {
      const rest = [...code].filter((_, index) => owners[index] !== owner).join('');
      const name = owner?.replace(/^.*?(?=(src|scripts|node_modules)\/)/, '') ?? '(around the modules)';
      return { name, characters: code.length - rest.length, bytes: all - brotli(rest) };
    })
    .sort((one, other) => other.bytes - one.bytes);
};
