// Fonts from packages: those of the machine would give every machine its own pictures.

import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Site } from '../../e2e/support/serve.js';

/** Between them they have every letter and sign of the panel; the first gives the lines their height. */
const FAMILIES = {
  'noto-sans': 'Noto Sans',
  // What Urdu is mostly read in. It has Arabic's letters too, so it stands aside elsewhere.
  'noto-nastaliq-urdu': 'Noto Nastaliq Urdu',
  'noto-sans-arabic': 'Noto Sans Arabic',
  'noto-sans-bengali': 'Noto Sans Bengali',
  'noto-sans-gurmukhi': 'Noto Sans Gurmukhi',
  'noto-sans-symbols-2': 'Noto Sans Symbols 2',
};

/** Those that the styles of the panel ask for. */
const WEIGHTS = [400, 700];

const folderOf = (name: string) => `node_modules/@fontsource/${name}`;

const stylesOf = (name: string): string[] => {
  const present = readdirSync(folderOf(name));
  return WEIGHTS.map((weight) => `${weight}.css`).filter((file) => present.includes(file));
};

const filesOf = (name: string): string[] =>
  readdirSync(`${folderOf(name)}/files`)
    .filter((file) => file.endsWith('.woff2'))
    .map((file) => `files/${file}`);

/** The value of `font-family` for a language. */
export const familyFor = (lang?: string): string =>
  Object.values(FAMILIES)
    .filter((family) => lang === 'ur' || !family.includes('Nastaliq'))
    .map((family) => `'${family}'`)
    .join(', ');

/** Links for the head of a page. */
export const fontLinks: string = Object.keys(FAMILIES)
  .flatMap((name) => stylesOf(name).map((file) => `<link rel="stylesheet" href="/fonts/${name}/${file}">`))
  .join('\n');

/** What the links lead to. */
export const fontSite: Site = Object.fromEntries(
  Object.keys(FAMILIES).flatMap((name) =>
    [...stylesOf(name), ...filesOf(name)].map((file) => [`/fonts/${name}/${file}`, { file: `${folderOf(name)}/${file}` }]),
  ),
);

/**
 * A font configuration that knows no font but that of the browser from npm: without any, Chromium paints
 * no letter at all, not even in the page's own fonts.
 */
export const onlyFontOf = (browser: string): string => {
  const file = join(dirname(browser), 'only-its-own.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dirname(browser), 'fonts/fonts')}</dir>
  <cachedir>${join(dirname(browser), 'only-its-own-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
};
