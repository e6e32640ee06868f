/** Links in the documentation that lead to files and headings of this repository. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { it } from 'node:test';
import { sourceFiles } from '../support/source-files.js';

const pages = sourceFiles().filter((path) => path.endsWith('.md'));

/** As the usual renderers name headings. */
const anchorsOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

for (const page of pages)
  it(`${page} leads somewhere`, () => {
    const text = readFileSync(page, 'utf8').replace(/```[^]*?```/g, '');
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      const [path, anchor] = target!.split('#');
      const file = path ? normalize(join(dirname(page), path)) : page;
      assert.ok(existsSync(file), target);
      if (anchor) assert.ok(anchorsOf(file).includes(anchor), target);
    }
  });

it('finds the pages', () => assert.ok(pages.includes('README.md') && pages.includes('docs/hosting.md')));
