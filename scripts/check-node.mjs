// Names the Node that is needed where this one is older than the oldest that `devEngines` has: the npm that comes with it reads
// no `devEngines`, and the errors of an old Node (no `crypto`, an unknown file extension) name no version. In an older major
// version nothing works: it ends the run there. In an older minor one it only warns. Write it so that old versions can run it.

import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).devEngines.runtime;
const parts = (text) => text.match(/\d+/g).map(Number);
const [major, minor] = parts(version);
const [ownMajor, ownMinor] = parts(process.versions.node);

if (ownMajor < major) {
  console.error(`Node ${process.versions.node} is too old to build or test this: ${version} is needed.`);
  process.exit(1);
}
if (ownMajor === major && ownMinor < minor) console.warn(`Node ${process.versions.node} is older than ${version}: what fails now may be due to that.`);
