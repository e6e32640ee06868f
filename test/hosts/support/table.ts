import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

/** Rows by their first cell, each with its further cells. */
export type Rows = ReadonlyMap<string, readonly string[]>;

const asMarkdown = (head: readonly string[], rows: Rows): string =>
  [head, head.map(() => '---'), ...[...rows].map(([name, cells]) => [name, ...cells])]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/**
 * Compares a table with the one in a document, so that what the documentation says is what was
 * seen. With UPDATE_DOCS=1 it writes it instead.
 */
export const compareTable = (name: string, head: readonly string[], rows: Rows, document = 'docs/hosts.md'): void => {
  const text = readFileSync(document, 'utf8');
  const parts = new RegExp(`(<!-- table: ${name} -->\n)([^]*?)(\n<!-- end of table -->)`).exec(text);
  assert.ok(parts, `${document} has no place for the table "${name}"`);
  const table = asMarkdown(head, rows);
  if (process.env['UPDATE_DOCS'] === '1') {
    // As a function: the replacement text may hold dollar signs.
    writeFileSync(
      document,
      text.replace(parts[0], () => `${parts[1]}${table}${parts[3]}`),
    );
    return;
  }
  assert.equal(table, parts[2], `${document} is out of date: run this test with UPDATE_DOCS=1 and look at the difference`);
};
