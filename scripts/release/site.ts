// Lays the built files out as they are published: once under their version, for good, and once
// under its first number, where every release takes the place of the one before.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const HOSTING = 'integrations/hosting';

/** What pages and tools load by address. */
const FOR_PAGES = ['embed.js', 'panel.html', 'oembed.json', 'contacts.schema.json', 'lang', 'THIRD-PARTY-LICENSES.txt'];

/**
 * Only under a version: a module and its chunks come from one build or not at all, which caches do
 * not promise where files are replaced; and `integrity` is for what does not change.
 */
const FOR_VERSION = ['define.js', 'index.js', 'hours.js', 'json-ld.js', 'chunks', 'integrity.json', 'sbom.cdx.json'];

const COMPRESSIBLE = /\.(html|js|json|txt)$/;

const copy = (names: readonly string[], from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const name of names) cpSync(join(from, name), join(to, name), { recursive: true });
};

/** The header names the operating system that compressed; 255 is none, so that digests are the same on all. */
const gzip = (content: Buffer): Buffer => {
  const form = gzipSync(content, { level: 9 });
  form[9] = 255;
  return form;
};

/** Beside each file its compressed forms, where they are smaller, for servers that send such files. */
const compress = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => COMPRESSIBLE.test(path))) {
    const file = join(folder, name);
    const content = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    const forms = { br: brotliCompressSync(content, { params }), gz: gzip(content) };
    for (const [extension, form] of Object.entries(forms)) if (form.length < content.length) writeFileSync(`${file}.${extension}`, form);
  }
};

/** @param target a new or empty folder */
export const layOutSite = ({ dist, version, target }: { dist: string; version: string; target: string }): void => {
  const major = version.replace(/\..*/, '');
  copy([...FOR_PAGES, ...FOR_VERSION], dist, join(target, version));
  copy(FOR_PAGES, dist, join(target, major));
  compress(target);
  cpSync(join(HOSTING, 'apache.htaccess'), join(target, '.htaccess'));
  const headers = readFileSync(join(HOSTING, '_headers'), 'utf8');
  writeFileSync(join(target, '_headers'), headers.replace('/MAJOR/', `/${major}/`).replace('/VERSION/', `/${version}/`));
};
