import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';

it('the files of the project are not those of another checkout within it: a worktree, a second clone', (t) => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  t.after(() => rmSync(project, { recursive: true, force: true }));
  const files = {
    '.gitignore': 'dist\n',
    '.git/config': '',
    'src/a.ts': '',
    'dist/a.js': '',
    '.tool/worktrees/x/.git': 'gitdir: …',
    '.tool/worktrees/x/src/a.ts': '',
    'second/.git/config': '',
    'second/README.md': '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const script = `import { sourceFiles } from ${JSON.stringify(pathToFileURL(resolve('test/support/source-files.ts')))}; console.log(JSON.stringify(sourceFiles()));`;
  const said = execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.deepEqual(JSON.parse(said), ['.gitignore', 'src/a.ts']);
});
