// Says what is wrong with the setup before anything runs into it: an old Node, packages that are absent or of another version, no
// folder for temporary files, a path that the tools cannot read. Write it so that old versions of Node can run it.

import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { dependencies, devDependencies, devEngines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { version } = devEngines.runtime;
// The npm that comes with an old Node reads no `devEngines`, and the errors of that Node (no `crypto`, an unknown file extension) name
// no version. In an older major version nothing works: it ends the run. In an older minor one it only warns.
const parts = (text) => text.match(/\d+/g).map(Number);
const [major, minor] = parts(version);
const [ownMajor, ownMinor] = parts(process.versions.node);

if (ownMajor < major) {
  console.error(`Node ${process.versions.node} is too old to build or test this: ${version} is needed.`);
  process.exit(1);
}
if (ownMajor === major && ownMinor < minor)
  console.warn(`Node ${process.versions.node} is older than ${version}: what fails now may be due to that.`);

// tsx takes what follows a question mark for a query, and what is below `node_modules` is taken for JavaScript.
const folder = fileURLToPath(new URL('..', import.meta.url));
if (/\?|[\\/]node_modules[\\/]/.test(folder)) {
  console.error(`Nothing can be built in ${folder}: below a folder node_modules, or with ? in the path. Clone elsewhere.`);
  process.exit(1);
}

const named = (names) => (names.length > 3 ? `${names.length} packages` : names.join(', '));

// `git pull` changes what the lock file wants, not what is there. npm notes what it has installed; other tools leave no such note.
const files = ['../package-lock.json', '../node_modules/.package-lock.json'].map((path) => new URL(path, import.meta.url));
if (files.every((file) => existsSync(file))) {
  const [wanted, installed] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')).packages);
  const others = Object.keys(installed).filter((path) => wanted[path] && wanted[path].version !== installed[path].version);
  if (others.length > 0) console.warn(`Not in the version of package-lock.json: ${named(others)}. \`npm ci\` installs that.`);
}

// By itself Node names one absent package, and the shell a command. In the folder of the project, or in one around it: a workspace
// may keep them there.
const folders = createRequire(import.meta.url).resolve.paths('a-package');
// The last one comes with Lit, but the build reads it: pnpm keeps it out of reach.
const absent = Object.keys({ ...dependencies, ...devDependencies, 'lit-html': '' }).filter(
  (name) => !folders.some((folder) => existsSync(join(folder, name, 'package.json'))),
);
if (absent.length > 0) {
  console.error(`Not installed: ${named(absent)}. Run \`npm ci\` first.`);
  process.exit(1);
}

// Browsers, tests and tsx write there. Without it browsers are said not to start, and tsx names a folder of its own, or waits for good.
// Only a warning: tsx makes the folder where it may.
try {
  accessSync(tmpdir(), constants.W_OK);
} catch (error) {
  console.warn(`No folder for temporary files (${error.code}: ${tmpdir()}). Set TMPDIR, on Windows TEMP, to one that can be written.`);
}
