import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Form } from '../../../demo/snippets.js';
import { serve, type Site, type TestServer } from '../../e2e/support/serve.js';
import { HOSTS, needProgram } from './install.js';
import type { Outcome } from './outcome.js';

/** What is written into the pages: one a form, and a front page that links to them. */
export interface Content {
  readonly pastes: Readonly<Record<Form, string>>;
  /** Where the releases are. */
  readonly base: string;
}

/** Files of a site by their paths. */
type Files = Readonly<Record<string, string>>;

export interface Generator {
  /** As the table calls it. */
  readonly name: string;
  /** Its folder in integrations/, where it takes more than pasting. */
  readonly recipe?: string;
  /** Debian's package, where it comes from there. */
  readonly debian?: readonly [command: string, packages: string];
  /** Applications of one page: an expression that is true once they run. */
  readonly alive?: string;
  /** A further page, and what it shows. */
  readonly also?: { readonly page: string; readonly shows: Outcome };
  readonly files: (content: Content) => Files;
  readonly command: readonly [program: string, ...parts: string[]];
  /** Where the built pages are. */
  readonly output: string;
}

const pages = ({ pastes }: Content, file: (form: string) => string, page: (title: string, text: string) => string): Files => ({
  ...Object.fromEntries(Object.entries(pastes).map(([form, text]) => [file(form), page(form, text)])),
  [file('index')]: page(
    'Front',
    Object.keys(pastes)
      .map((form) => `[to ${form}](${form}.md)`)
      .join('\n\n'),
  ),
});

const frontMatter = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n${text}\n\nAfter\n`;

const withoutTag = (text: string): string => text.replace(/<script[^>]*><\/script>\n?/, '');

/** Where the configuration loads the script, the snippet is pasted without its tag. */
const tagless = (content: Content): Content => ({
  ...content,
  pastes: Object.fromEntries(Object.entries(content.pastes).map(([form, text]) => [form, withoutTag(text)])) as Record<Form, string>,
});

export const GENERATORS: readonly Generator[] = [
  {
    name: 'Hugo 0.131, in our shortcode',
    recipe: 'hugo',
    debian: ['hugo', 'hugo'],
    also: { page: 'markdown', shows: 'link' },
    files: (content) => ({
      'hugo.toml': 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n',
      'layouts/_default/single.html':
        '<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>',
      'layouts/index.html': '<!doctype html><html lang="en"><head><title>Front</title></head><body></body></html>',
      'content/markdown.md': frontMatter('Markdown', `[Help with stalking](${content.base}1/panel.html)`),
      ...pages(
        content,
        (form) => `content/${form === 'index' ? '_index' : form}.md`,
        (title, text) =>
          frontMatter(title, title === 'Front' ? '' : `{{< report-stalker-panel >}}\n${text}\n{{< /report-stalker-panel >}}`),
      ),
    }),
    command: ['hugo', '--quiet'],
    output: 'public',
  },
  {
    name: 'Jekyll 4',
    debian: ['jekyll', 'jekyll'],
    files: (content) => ({
      '_config.yml': 'permalink: pretty\nexclude: [node_modules]\ndefaults: [{ scope: { path: "" }, values: { layout: page } }]\n',
      '_layouts/page.html': '<!doctype html><html lang="en"><head><title>{{ page.title }}</title></head><body>{{ content }}</body></html>',
      ...pages(content, (form) => `${form}.md`, frontMatter),
    }),
    command: ['jekyll', 'build', '--quiet'],
    output: '_site',
  },
  {
    name: 'Eleventy 3',
    recipe: 'eleventy',
    also: { page: 'shortcode', shows: 'panel' },
    files: (content) => ({
      'eleventy.config.mjs': `import { reportStalkerPanel } from './report-stalker-panel.mjs';
export default (eleventyConfig) => eleventyConfig.addPlugin(reportStalkerPanel, { base: '${content.base}' });`,
      'shortcode.md': frontMatter('Shortcode', '{% reportStalkerPanel "region=wales&heading-level=3" %}'),
      ...pages(content, (form) => `${form}.md`, frontMatter),
    }),
    command: [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    output: '_site',
  },
  {
    name: 'VitePress 1, script in the head',
    recipe: 'vitepress',
    alive: `document.querySelector('#app').__vue_app__`,
    files: (content) => ({
      '.vitepress/config.mjs': `import { defineConfig } from 'vitepress';
import { reportStalkerPanel } from '../report-stalker-panel.mjs';
export default defineConfig({ title: 'Host', ...reportStalkerPanel('${content.base}') });`,
      ...pages(tagless(content), (form) => `${form}.md`, frontMatter),
    }),
    command: [process.execPath, 'node_modules/vitepress/bin/vitepress.js', 'build'],
    output: '.vitepress/dist',
  },
  {
    name: 'Docusaurus 3, script in the head',
    recipe: 'docusaurus',
    alive: `document.documentElement.dataset.hasHydrated === 'true'`,
    files: (content) => ({
      'docusaurus.config.mjs': `import { reportStalkerPanel } from './report-stalker-panel.mjs';
export default {
  title: 'Host',
  url: 'https://host.example',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: undefined }, blog: false, pages: false, theme: {} }]],
  ...reportStalkerPanel('${content.base}'),
};`,
      ...pages(
        tagless(content),
        (form) => `docs/${form}.md`,
        (title, text) => frontMatter(title, text).replace('---\n', title === 'Front' ? '---\nslug: /\n' : '---\n'),
      ),
    }),
    command: [process.execPath, 'node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build', '--no-minify'],
    output: 'build',
  },
];

/** A built site, served. */
export interface BuiltSite {
  readonly server: TestServer;
  close(): Promise<void>;
}

/** Builds a site as its owner would: its own files, the recipe's as they are, and the packages beside them. */
export const buildSite = async ({ recipe, debian, files, command, output }: Generator, content: Content): Promise<BuiltSite> => {
  if (debian) needProgram('which', [debian[0]], debian[1]);
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const close = async () => rmSync(folder, { recursive: true, force: true });
  try {
    symlinkSync(resolve(HOSTS, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(files(content))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    if (recipe) cpSync(`integrations/${recipe}`, folder, { recursive: true, filter: (path) => !path.endsWith('README.md') });
    const [program, ...parts] = command;
    const { status, stdout, stderr } = spawnSync(program, parts, { cwd: folder, encoding: 'utf8', env: { ...process.env, CI: '1' } });
    assert.equal(status, 0, stdout + stderr);
    const built = join(folder, output);
    const site: Site = {};
    for (const path of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
      if (!/\.\w+$/.test(path)) continue;
      const url = `/${path}`;
      // As static hosts do: folders by their index, pages without their ending.
      for (const name of [url, url.replace(/(?<=\/)index\.html$/, ''), url.replace(/(\/index)?\.html$/, '')])
        if (name) site[name] ??= { file: join(built, path) };
    }
    const server = await serve(site);
    return {
      server,
      close: async () => {
        await server.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
