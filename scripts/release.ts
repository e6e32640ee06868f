// `BASE_URL=https://… npm run release`: a release, complete in release/, from a clean build of what is
// committed. It publishes nothing: the steps that do are printed for a person to take.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { NPM } from '../test/support/npm.mjs';
import { releaseProblems } from './release/checks.js';
import { makeReadable } from './release/readable.js';
import { layOutSite } from './release/site.js';

const TARGET = 'release';
const SUMS = 'SHA256SUMS';

const run = (command: string, ...parts: string[]): string => execFileSync(command, parts, { encoding: 'utf8' }).trimEnd();
/** Shows complaints only. */
const watch = (command: string, ...parts: string[]): void => void execFileSync(command, parts, { stdio: ['ignore', 'ignore', 'inherit'] });
const read = (file: string): string => readFileSync(file, 'utf8');

const { version, name, repository } = JSON.parse(read('package.json')) as { version: string; name: string; repository?: unknown };
const base = process.env['BASE_URL'];
const taggedCommit = run('git', 'tag', '--list', `v${version}`) && run('git', 'rev-list', '-n', '1', `v${version}`);
const problems = releaseProblems({
  version,
  lockedVersion: JSON.parse(read('package-lock.json')).version,
  changelog: read('CHANGELOG.md'),
  source: read('src/release.ts'),
  changes: run('git', 'status', '--porcelain'),
  taggedCommit,
  commit: run('git', 'rev-parse', 'HEAD'),
  base,
  now: Date.now(),
});
if (problems.length) {
  console.error(`No release:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  process.exit(1);
}

console.log(`Building ${name} ${version} for ${base}`);
watch(...NPM, 'run', 'build');
for (const path of ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'dist', 'docs', 'types']) makeReadable(path);
rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET);
layOutSite({ dist: 'dist', version, target: join(TARGET, 'site') });
cpSync('integrations/hosting/nginx.conf', join(TARGET, 'nginx.conf'));
// What was built, not another build; `npm publish` takes the file as it is.
watch(...NPM, 'pack', '--ignore-scripts', '--pack-destination', TARGET);
watch(process.execPath, '--import', 'tsx', 'scripts/wordpress-zip.ts');

const files = readdirSync(TARGET, { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(join(TARGET, path)).isFile())
  // As `sha256sum` reads them, on every system.
  .map((path) => path.replaceAll(sep, '/'))
  .sort();
const sums = files.map(
  (path) =>
    `${createHash('sha256')
      .update(readFileSync(join(TARGET, path)))
      .digest('hex')}  ${path}\n`,
);
writeFileSync(join(TARGET, SUMS), sums.join(''));
makeReadable(TARGET);

const [major] = version.split('.');
console.log(`
${TARGET}/ holds ${files.length} files; ${TARGET}/${SUMS} has their digests. What is left to do (docs/releasing.md):

1. Push it:           ${taggedCommit ? '' : `git tag v${version} && `}git push origin HEAD v${version}
2. Host it:           copy ${TARGET}/site/${version}, then ${TARGET}/site/${major}; delete no older version
3. See it:            ${base}${major}/panel.html, and a page that uses it, in a new private window:
                      any other may go on showing the numbers of before
4. Publish it on npm: npm publish ./${TARGET}/${name}-${version}.tgz --provenance --access public
                      (from continuous integration, which is what provenance attests)${
                        repository
                          ? ''
                          : `
                      Before: package.json has no "repository", without which npm refuses provenance.`
                      }
5. For WordPress:     offer ${TARGET}/${name}-wordpress.zip
6. The builder:       where you serve it, replace demo/ and dist/ there: it writes the numbers and the version of its build
7. Tell the others:   whom no release reaches, and what they do, is in docs/changing-a-number.md
`);
