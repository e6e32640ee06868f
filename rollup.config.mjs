import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

import { editModule } from './scripts/bundle/edit-module.mjs';
import { leanLit } from './scripts/bundle/lean-lit.mjs';
import { leanZone } from './scripts/bundle/lean-zone.mjs';
import { prepareTemplates } from './scripts/bundle/prepare-templates.mjs';
import { shorten } from './scripts/bundle/shorten.mjs';
import { bundledPackages } from './scripts/bundled-packages.mjs';

/** The newest syntax in the bundles; browsers without it show the fallback content (docs/browser-support.md). */
const target = 'es2022';
const TAG = 'report-stalker-panel';

const OWN_PROPERTY = /--(?!rsp-)[a-z]+/g;

/** Minifies the contents of css`…` templates; none has a substitution. */
const minifyStyles = {
  name: 'minify styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    const [, before, styles, after] = /^([\s\S]*css`)([^`$]*)(`[\s\S]*)$/.exec(code) ?? [];
    if (!styles) this.error('no css template without substitutions');
    // Custom properties that no theme sets. Each is set on the frame: none of a page's reaches the panel, however short its name.
    const own = [...new Set(styles.match(OWN_PROPERTY))];
    const [, frame] = /\.frame \{([^}]*)\}/.exec(styles);
    for (const name of own) if (!frame.includes(`${name}:`)) this.error(`${name} has no value on .frame: a page's own would be taken`);
    const renamed = styles.replace(OWN_PROPERTY, (name) => `--_r${(own.indexOf(name) + 10).toString(36)}`);
    const { code: small } = await transform(renamed, { loader: 'css', minify: true, target });
    // esbuild keeps spaces in the values of custom properties, where they may matter. Ours are colours and lengths, where they do not.
    const smallest = small.trim().replace(/"[^"]*"|[,:] | \/ /g, (found) => (found[0] === '"' ? found : found.trim()));
    return { code: before + smallest.replaceAll('\\', '\\\\') + after, map: null };
  },
};

/** The one build parameter: where the releases are published, with a slash at its end. */
const base = process.env.BASE_URL;
if (base && !(/^https?:$/.test(new URL(base).protocol) && base.endsWith('/')))
  throw new Error(`BASE_URL=${base}: expected an http(s) URL that ends with a slash`);
const publishedAt = base
  ? [editModule('src/release.ts', [[/(BASE_URL: string = )'[^']+'/, `$1${JSON.stringify(new URL(base).href)}`]])]
  : [];

const shared = [
  minifyStyles,
  ...publishedAt,
  ...leanZone,
  esbuild({ target, tsconfig: false, tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, target } } }),
];

const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** The builder pins, and the checker knows, the scripts of this very build, which are written before them. */
const knowingRelease = {
  name: 'this release',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('demo/releases.ts')) return null;
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const packs = Object.fromEntries(languages.map((language) => [language, integrityOf(`dist/lang/${language}.js`)]));
    const known = code.replace(
      /(RELEASES[^=]*= )\[\]/,
      `$1${JSON.stringify([{ version, integrity: integrityOf('dist/embed.js'), packs }])}`,
    );
    if (known === code) this.error('demo/releases.ts has changed: look at the plugin for it in rollup.config.mjs');
    return { code: known, map: null };
  },
};

/** For language packs: keeps the names of their words, by which the panel knows them. ASCII for pages in old encodings. */
const minifyScript = terser({ ecma: 2022, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false, ascii_only: true } });

/** Whatever an editor, a merge or a Mac has left beside them (.DS_Store) is none. */
const languages = readdirSync('src/lang').flatMap((name) => /^([^.]+)\.ts$/.exec(name)?.[1] ?? []);

/** A file's whole path as a string in code: it may have an apostrophe. */
const quoted = (file) => JSON.stringify(resolve(file));

/** Entry of a language pack: hands the words of `src/lang/xx.ts` over. */
const languageEntry = {
  name: 'language entry',
  resolveId: (id) => (id.startsWith('language:') ? id : null),
  load: (id) =>
    id.startsWith('language:')
      ? `import { languageMaker, offerLanguages } from ${quoted('src/controllers/offer-language.ts')}; import { englishContacts } from ${quoted('src/i18n/en-contacts.ts')}; import words from ${quoted(`src/lang/${id.slice(9)}.ts`)}; offerLanguages(languageMaker(words, englishContacts));`
      : null,
};

/**
 * What `report-stalker-panel/define` is in workers that render pages: they have no elements, and Lit's build for browsers,
 * which bundlers take for them, does not load there.
 */
const defineForWorkers = {
  name: 'define for workers',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'define-worker.js',
      source: '// Without elements there is nothing to register.\nexport {};\n',
    });
  },
};

/** One for both, so that the lists hold what is in either. */
const listPackages = bundledPackages();

export default [
  {
    input: 'src/embed/index.ts',
    output: {
      file: 'dist/embed.js',
      format: 'iife',
      // The guard comes before anything else, Lit included: a second copy only fires `rsp-copy`, which the first cancels.
      // Not cancelled: this is the first, or an ES module defined the element; it goes on, to serve the paste forms.
      // A page may have replaced `CustomEvent`, or have put something before `dispatchEvent` that returns nothing.
      // The program has a function of its own: the minifier moves nothing into or out of the statements of a `try`.
      intro: `
        try {
          if ((document.currentScript || document).dispatchEvent(new (Object.getPrototypeOf(MessageEvent))('rsp-copy', { bubbles: true, cancelable: true })) === false)
            return;
          (() => {`,
      // A policy that forbids Lit, say, or no custom elements: the fallback content stays, and the page hears of no error.
      outro: `})();
        } catch (error) {
          console.warn('<${TAG}>', error);
        }`,
    },
    plugins: [...leanLit, nodeResolve(), ...shared, prepareTemplates, ...shorten, listPackages],
  },
  {
    input: { index: 'src/index.ts', define: 'src/define.ts', hours: 'src/hours/index.ts', 'json-ld': 'src/json-ld.ts' },
    external: /^lit($|\/)/,
    output: { dir: 'dist', format: 'es', chunkFileNames: 'chunks/[name].js' },
    plugins: [nodeResolve({ resolveOnly: [/^date-fns/] }), ...shared, defineForWorkers, listPackages],
  },
  // Without imports or exports, each is a classic script and a module at once.
  ...languages.map((language) => ({
    input: `language:${language}`,
    output: { file: `dist/lang/${language}.js`, format: 'iife' },
    plugins: [languageEntry, esbuild({ target }), minifyScript],
  })),
  {
    input: 'src/embed/own-words.ts',
    output: { file: 'dist/lang/own.js', format: 'iife' },
    plugins: [esbuild({ target }), minifyScript],
  },
  {
    input: 'demo/states.ts',
    output: { file: 'dist/demo/states.js', format: 'es' },
    plugins: [esbuild({ target })],
  },
  // Classic scripts, which also run where a page is opened from a folder.
  ...['builder', 'checker'].map((name) => ({
    input: `demo/${name}.ts`,
    output: { file: `dist/demo/${name}.js`, format: 'iife' },
    plugins: [nodeResolve(), knowingRelease, ...shared],
  })),
];
