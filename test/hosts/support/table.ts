import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

const DOCUMENT = 'docs/hosts.md';

/** Rows by their first cell, each with its further cells. */
export type Rows = ReadonlyMap<string, readonly string[]>;

const asMarkdown = (head: readonly string[], rows: Rows): string =>
  [head, head.map(() => '---'), ...[...rows].map(([name, cells]) => [name, ...cells])].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * Compares a table with the one in docs/hosts.md, so that what the documentation says is what was
 * seen. With UPDATE_DOCS=1 it writes it instead.
 */
export const compareTable = (name: string, head: readonly string[], rows: Rows): void => {
  const text = readFileSync(DOCUMENT, 'utf8');
  const parts = new RegExp(`(<!-- table: ${name} -->\n)([^]*?)(\n<!-- end of table -->)`).exec(text);
  assert.ok(parts, `${DOCUMENT} has no place for the table "${name}"`);
  const table = asMarkdown(head, rows);
  if (process.env['UPDATE_DOCS'] === '1') {
    // As a function: the replacement text may hold dollar signs.
    writeFileSync(DOCUMENT, text.replace(parts[0], () => `${parts[1]}${table}${parts[3]}`));
    return;
  }
  assert.equal(table, parts[2], `${DOCUMENT} is out of date: run this test with UPDATE_DOCS=1 and look at the difference`);
};
