/*
 * The last steps of embed.js: shorter words for the same program.
 */
import terser from '@rollup/plugin-terser';

import { arrange } from './arrange.mjs';

/**
 * Property names of our own that nobody outside the script sees or writes: the minifier may rename
 * them. What hosts, data, language packs, events or the browser name is never in this list. Names that
 * objects of the browser have as well, such as `fallback`, it leaves alone.
 */
const PRIVATE = `
  additional addController chosen cancels changesAt comment coverText
  cycle dates dayNumber expected fallbackText forHoliday hostConnected
  hostDisconnected inUrl longestStatus lookAgainAt markup onExit onLook
  onProgress onWake openEnd painted parts places spans template turns
  unknownIds unsaid until usually whose
`.match(/\w+/g);

const isPrivate = new RegExp(`^(${PRIVATE.join('|')})$`);

const declarations = (node) => {
  if (!node || typeof node !== 'object') return [];
  const below = Object.values(node).flatMap(declarations);
  return node.type === 'VariableDeclaration' && node.kind === 'const' ? [node.start, ...below] : below;
};

/** One keyword for all declarations: neighbours become one, and the text repeats itself more. */
export const letForConst = {
  name: 'let for const',
  renderChunk(code) {
    for (const start of declarations(this.parse(code)).sort((one, other) => other - one))
      code = `${code.slice(0, start)}let${code.slice(start + 'const'.length)}`;
    return { code, map: null };
  },
};

export const minifierOptions = {
  ecma: 2022,
  compress: { passes: 3, unsafe_arrows: true },
  mangle: { properties: { regex: isPrivate } },
  // A page in an old encoding reads a script in its own: only ASCII survives that.
  format: { comments: false, ascii_only: true },
};

/**
 * Nearly every function runs within a second. Told so, Chromium compiles them all where it receives the
 * script, beside the page's own work, instead of one by one on the way to the numbers: that takes a third
 * of the time away. A comment to any other browser.
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';

export const shorten = [letForConst, arrange, terser({ ...minifierOptions, format: { ...minifierOptions.format, preamble: COMPILE_AT_ONCE } })];
