import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { it } from 'node:test';

it('every clone has the line ends that were committed, also where git is set to write those of Windows', () => {
  const files = execFileSync('git', ['ls-files', '--eol'], { encoding: 'utf8' }).trim().split('\n');
  assert.ok(files.length > 300);
  assert.deepEqual(files.filter((file) => !/^i\/(lf|-text|none) .* attr\/text=auto eol=lf\s/.test(file)), []);
});
