import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import type { Form } from '../../../demo/snippets.js';
import { HOSTS, needProgram } from './install.js';

/** Turns each text into what the filter leaves of it. */
type Run = (texts: readonly string[], context: { readonly browser: Browser; readonly recipe: boolean }) => Promise<string[]>;

export interface Filter {
  /** As the table calls it. */
  readonly name: string;
  readonly run: Run;
  /** The folder in integrations/ that says how to let the element through. */
  readonly recipe?: string;
  /** An editor that leaves every `data-*` and class where it is, also with our recipe: that is for the filter behind it. */
  readonly keepsAll?: true;
  /** The form of which it leaves nothing without our recipe. */
  readonly nothingOf?: Form;
}

/** Computed, so that the type checker does not look for packages that only the tests install. */
const load = (path: string): Promise<Record<string, unknown>> => import(new URL(path, import.meta.url).href);

/** The recipe as a site would have it, word for word: a file among its own, beside its packages. */
const loadRecipe = (name: string): Promise<unknown> => {
  const copy = `node_modules/.recipes/${name}.mjs`;
  mkdirSync(`${HOSTS}/node_modules/.recipes`, { recursive: true });
  copyFileSync(`integrations/${name}/allow-panel.mjs`, `${HOSTS}/${copy}`);
  return load(`../${copy}`);
};

const onNode =
  (name: string, readRecipe: () => Promise<unknown> = async () => undefined): Run =>
  async (texts, { recipe }) => {
    const { [name]: filter } = (await load('../filters/on-node.mjs')) as Record<
      string,
      (text: string, recipe?: unknown) => string | Promise<string>
    >;
    const given = recipe ? await readRecipe() : undefined;
    return Promise.all(texts.map((text) => filter!(text, given)));
  };

/** Editors need a page. */
const inBrowser =
  (name: string): Run =>
  async (texts, { browser, recipe }) => {
    const { outputFiles } = await build({
      entryPoints: [`${HOSTS}/filters/browser/${name}.mjs`],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'host',
      // For the recipes, which stand outside the folder that has the packages.
      nodePaths: [resolve(HOSTS, 'node_modules')],
      logLevel: 'silent',
    });
    const page = await browser.newPage();
    try {
      await page.setContent('<!doctype html><html lang="en"><title>Editor</title><body></body></html>');
      await page.addScriptTag({ content: outputFiles[0]!.text });
      const results: string[] = [];
      for (const text of texts) results.push((await page.evaluate(`host.filter(${JSON.stringify(text)}, ${recipe})`)) as string);
      return results;
    } finally {
      await page.close();
    }
  };

const program =
  (command: string, file: string, packages: string, parts: string[], probe: string[]): Run =>
  async (texts, { recipe }) => {
    needProgram(command, probe, packages);
    const output = execFileSync(command, [`${HOSTS}/filters/${file}`, ...parts, ...(recipe ? ['recipe'] : [])], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
    });
    return JSON.parse(output) as string[];
  };

/** Debian has it among another program's libraries. */
const purifier = (setting: string): Run =>
  program(
    'php',
    'purifier.php',
    'php-cli icinga-php-thirdparty',
    [setting],
    ['-r', 'exit((int) !is_dir("/usr/share/icinga-php/vendor/vendor/ezyang/htmlpurifier"));'],
  );

export const FILTERS: readonly Filter[] = [
  { name: 'no filter', run: async (texts) => [...texts] },
  { name: 'DOMPurify 3', run: inBrowser('dompurify'), recipe: 'dompurify' },
  { name: 'sanitize-html 2', run: onNode('sanitizeHtml', () => loadRecipe('sanitize-html')), recipe: 'sanitize-html' },
  { name: 'rehype-sanitize 6', run: onNode('rehype', () => loadRecipe('rehype-sanitize')), recipe: 'rehype-sanitize' },
  {
    name: 'bleach 6',
    run: program('/usr/bin/python3', 'python.py', 'python3-bleach', ['bleach'], ['-c', 'import bleach']),
    recipe: 'bleach',
  },
  { name: 'nh3 0.2', run: program('/usr/bin/python3', 'python.py', 'python3-nh3', ['nh3'], ['-c', 'import nh3']), recipe: 'bleach' },
  {
    name: 'rails-html-sanitizer 1.6',
    run: program('ruby', 'rails.rb', 'ruby-rails-html-sanitizer', [], ['-e', 'require "rails-html-sanitizer"']),
    recipe: 'rails',
  },
  { name: 'HTML Purifier 4', run: purifier('default'), recipe: 'htmlpurifier' },
  { name: 'HTML Purifier 4 as Moodle sets it', run: purifier('moodle') },
  {
    name: 'Symfony HtmlSanitizer 6',
    run: program(
      'php',
      'symfony.php',
      'php-cli php-symfony-html-sanitizer',
      [],
      ['-r', 'exit((int) !is_dir("/usr/share/php/Symfony/Component/HtmlSanitizer"));'],
    ),
    recipe: 'symfony',
    nothingOf: 'element',
  },
  {
    name: 'Drupal Basic HTML',
    run: onNode('drupalBasicHtml', async () => readFileSync('integrations/drupal/allowed-html.txt', 'utf8')),
    recipe: 'drupal',
  },
  { name: 'CKEditor 5', run: inBrowser('ckeditor5'), recipe: 'ckeditor5' },
  { name: 'TinyMCE 8', run: inBrowser('tinymce'), recipe: 'tinymce', keepsAll: true },
  { name: 'Quill 2', run: inBrowser('quill') },
  { name: 'Tiptap 3', run: inBrowser('tiptap') },
  { name: 'Trix 2', run: inBrowser('trix') },
  { name: 'Lexical 0.52', run: inBrowser('lexical') },
  { name: 'marked 18', run: onNode('markdown') },
  { name: 'kramdown 2.5', run: program('ruby', 'kramdown.rb', 'ruby-kramdown', [], ['-e', 'require "kramdown"']) },
];
