// The WordPress plugin as files: those of integrations/wordpress, and what the build makes for it.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { strToU8, zipSync } from 'fflate';

import { fallback } from '../demo/snippets.js';
import { NATIONS } from '../src/contacts/contact.js';
import { optionNames, optionTable, type Option } from '../src/options.js';
import { RELEASED_AT } from '../src/release.js';

const SLUG = 'report-stalker-panel';
const SOURCES = 'integrations/wordpress';
/** Languages that are built into the script. */
const LANGUAGES = ['en', 'cy'];
const REGIONS = ['', ...NATIONS];

export interface PluginParts {
  /** Folder with the built `embed.js` and `panel.html`. */
  readonly dist: string;
  /** Where the releases are published, with a slash at its end: a link to the panel's page there becomes a panel. */
  readonly base: string;
}

/** Content by path within the plugin's folder, in a fixed order. */
export const wordPressPlugin = ({ dist, base }: PluginParts): Record<string, string> => {
  const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const script = read(dist, 'embed.js');
  const sources = readdirSync(SOURCES).sort();
  return {
    ...Object.fromEntries(sources.map((name) => [name, read(SOURCES, name).replaceAll('{{version}}', version)])),
    'data.php': phpFile({
      version,
      base,
      integrity: `sha384-${createHash('sha384').update(script).digest('base64')}`,
      attributes: attributesWhere(() => true),
      in_url: attributesWhere(({ inUrl }) => inUrl),
      fallback: Object.fromEntries(LANGUAGES.map((lang) => [lang, fallbackIn(lang)])),
    }),
    'embed.js': script,
    LICENSE: read('LICENSE'),
    // WordPress's editor would ask the embeddable form that the page names, on another server, before it asks the plugin.
    'panel.html': read(dist, 'panel.html').replace(/<link rel="alternate" type="application\/json\+oembed"[^>]*>\n?/, ''),
    'THIRD-PARTY-LICENSES.txt': read(dist, 'THIRD-PARTY-LICENSES.txt'),
  };
};

/** The plugin as WordPress installs it. The same files give the same bytes, wherever and whenever. */
export const wordPressZip = (parts: PluginParts): Uint8Array => {
  const released = new Date(RELEASED_AT);
  // A zip file holds local time without a zone: the same local time, wherever it is made, gives the same bytes.
  const mtime = new Date(released.getUTCFullYear(), released.getUTCMonth(), released.getUTCDate(), 12);
  const files = Object.entries(wordPressPlugin(parts)).map(([path, content]) => [`${SLUG}/${path}`, strToU8(content)]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime });
};

const attributesWhere = (isSo: (option: Option) => boolean): string[] =>
  optionNames
    .map((name) => optionTable[name])
    .filter(isSo)
    .map(({ attribute }) => attribute);

/** The numbers by region, and the words of the link that follows them. */
const fallbackIn = (lang: string) => {
  const numbers: Record<string, string> = {};
  let link = '';
  for (const region of REGIONS) {
    const html = fallback({ base: 'https://host.example/', attributes: { lang, ...(region && { region }) } });
    const [, lines, words] = /^(.*)<p><a href="[^"]*panel\.html[^"]*">([^<&]*)<\/a><\/p>$/s.exec(html) ?? [];
    if (!lines?.includes('tel:999') || !words) throw new Error(`Not numbers with a link at their end: ${html}`);
    numbers[region] = lines.replace(/\s*\n\s*/g, '');
    link = words;
  }
  return { link, numbers };
};

type Php = string | readonly string[] | { readonly [name: string]: Php };

const phpFile = (data: Php): string =>
  `<?php\n// Made by the build from the panel's own sources.\ndefined( 'ABSPATH' ) || exit;\n\nreturn ${php(data)};\n`;

const php = (value: Php): string => {
  if (typeof value === 'string') return `'${value.replace(/['\\]/g, '\\$&')}'`;
  const rows = Array.isArray(value) ? value.map(php) : Object.entries(value).map(([name, row]) => `${php(name)} => ${php(row)}`);
  return `array( ${rows.join(', ')} )`;
};
