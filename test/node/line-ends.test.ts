import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { sourceFiles } from '../support/source-files.js';

it('every clone has the line ends that were committed, also where git is set to write those of Windows', () => {
  // For every file, and nothing else for any.
  assert.match(readFileSync('.gitattributes', 'utf8'), /^(#.*\n)*\* text=auto eol=lf\n$/);
  const files = sourceFiles();
  assert.deepEqual(
    files.filter((path) => path.endsWith('.gitattributes')),
    ['.gitattributes'],
  );
  const texts = files.filter((path) => !readFileSync(path).includes(0));
  assert.ok(texts.length > 300);
  assert.deepEqual(
    texts.filter((path) => readFileSync(path).includes('\r')),
    [],
  );
});
