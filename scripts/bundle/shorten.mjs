/*
 * The last steps of embed.js: shorter words for the same program.
 */
import terser from '@rollup/plugin-terser';

import { arrange } from './arrange.mjs';
import { edit } from './edit-text.mjs';
import { nodesOf } from './nodes.mjs';

/**
 * Property names of our own that nobody outside the script sees or writes: the minifier may rename
 * them. What hosts, data, language packs, events or the browser name is never in this list, nor what
 * the element itself has: frameworks keep things of theirs on elements, under names as short. Nor
 * what an object may lack, which would be found in `Object.prototype` where a page has put it there.
 */
export const PRIVATE = `
  absentAt additional announce announcement answer ask changesAt chosen claim clicked committed converter coverText
  cycle dates expected fallback forget fromAttribute groups hasLooked hostConnected hostDisconnected ids inUrl
  isComplete language leave longest longestStatus look lookAgainAt lostClosures markup maxAge members merged needs
  onExit onPainted onProgress onWake openInstead options painted parts places pointerDown published readProperty
  reportStates rules shift showsContent spans turns unknownIds view whose
`.match(/\w+/g);

const isPrivate = new RegExp(`^(${PRIVATE.join('|')})$`);

/** A name in quotes may be a key, which the minifier would leave as it is: then the two no longer meet. */
export const noPrivateKeys = {
  name: 'no private keys',
  renderChunk(code) {
    for (const { type, value } of nodesOf(this.parse(code)))
      if (type === 'Literal' && typeof value === 'string' && isPrivate.test(value))
        this.error(`"${value}" is in the list of names in scripts/bundle/shorten.mjs: take it out, or out of the quotes`);
    return null;
  },
};

/** One keyword for all declarations: neighbours become one, and the text repeats itself more. */
export const letForConst = {
  name: 'let for const',
  renderChunk(code) {
    const declarations = nodesOf(this.parse(code)).filter(({ type, kind }) => type === 'VariableDeclaration' && kind === 'const');
    return edit(
      code,
      declarations.map(({ start }) => ({ start, end: start + 'const'.length, text: 'let' })),
    );
  },
};

/**
 * `${hour}:${minute}` as `hour + ":" + minute`: quotes and signs are everywhere. Values that have
 * `valueOf` could tell the difference; ours are texts and numbers.
 */
export const sumsForTemplates = {
  name: 'sums for templates',
  renderChunk(code) {
    const nodes = nodesOf(this.parse(code));
    const tagged = nodes.find(({ type }) => type === 'TaggedTemplateExpression');
    // One of Lit's under another name would reach lean-lit.js as it is.
    if (tagged) this.error(`no build step knows this template: ${code.slice(tagged.start, tagged.end)}`);
    const templates = nodes.filter(({ type, expressions }) => type === 'TemplateLiteral' && expressions.length);
    return edit(
      code,
      templates.flatMap(({ start, end, quasis, expressions }) => {
        // The parser makes nothing of half a character.
        if (quasis.some(({ value }) => value.cooked == null))
          this.error(`an escape that the parser does not read: ${code.slice(start, end)}`);
        const [first, ...others] = quasis.map(({ value }) => value.cooked);
        // One of the first two must be a text, or numbers would be added up.
        const opening = first || !others[0] ? `(${JSON.stringify(first)}+(` : '((';
        return [
          { start, end: expressions[0].start, text: opening },
          ...others.map((text, index) => {
            const next = expressions[index + 1];
            return {
              start: expressions[index].end,
              end: next?.start ?? end,
              text: `)${text && `+${JSON.stringify(text)}`}${next ? '+(' : ')'}`,
            };
          }),
        ];
      }),
    );
  },
};

export const minifierOptions = {
  ecma: 2022,
  // Comparisons that stay as they are written, all the same way round, compress better.
  compress: { passes: 4, unsafe_arrows: true, comparisons: false, lhs_constants: false },
  // `builtins`: whatever the browser calls `groups` or `rules`, we use no such property of its own.
  mangle: { properties: { regex: isPrivate, builtins: true } },
  // A page in an old encoding reads a script in its own: only ASCII survives that.
  format: { comments: false, ascii_only: true },
};

/**
 * Nearly every function runs within a second. Told so, Chromium compiles them all where it receives the
 * script, beside the page's own work, instead of one by one on the way to the numbers: that takes a third
 * of the time away. A comment to any other browser.
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';

export const shorten = [
  noPrivateKeys,
  letForConst,
  sumsForTemplates,
  arrange,
  terser({ ...minifierOptions, format: { ...minifierOptions.format, preamble: COMPILE_AT_ONCE } }),
];
