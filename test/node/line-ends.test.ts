import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { sourceFiles } from '../support/source-files.js';

it('every clone has the line ends that were committed, also where git is set to write those of Windows', () => {
  assert.match(readFileSync('.gitattributes', 'utf8'), /^\* text=auto eol=lf$/m);
  const texts = sourceFiles().filter((path) => !readFileSync(path).includes(0));
  assert.ok(texts.length > 300);
  assert.deepEqual(texts.filter((path) => readFileSync(path).includes('\r')), []);
});
