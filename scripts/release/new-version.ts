// Around `npm version`. Before: refuses where the changelog does not say what changed, and where a
// notice of record is over. After: writes the release day and the version's heading, so that the
// commit and the tag that npm makes hold everything that says which version this is.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { dateCode, firstHeading, noticesOver, saysWhatChanged } from './checks.js';

const CHANGELOG = 'CHANGELOG.md';
const UNRELEASED = 'Unreleased';
const RELEASE = 'src/release.ts';

const change = (file: string, from: RegExp, to: string): void => {
  const text = readFileSync(file, 'utf8');
  if (!from.test(text)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
};

if (process.env['npm_lifecycle_event'] === 'preversion') {
  const changelog = readFileSync(CHANGELOG, 'utf8');
  const heading = firstHeading(changelog);
  if (heading !== UNRELEASED || !saysWhatChanged(changelog)) {
    const found = heading === UNRELEASED ? 'with nothing under it' : `and not with "## ${UNRELEASED}"`;
    console.error(`${CHANGELOG} begins with "## ${heading}" ${found}: say under "## ${UNRELEASED}" what changed, and commit it.`);
    process.exit(1);
  }
  const over = noticesOver(publishedContacts, Date.now());
  if (over.length) {
    console.error(over.join('\n'));
    process.exit(1);
  }
} else {
  change(RELEASE, /(RELEASED_AT = )Date\.UTC\([^)]*\)/, `$1${dateCode(Date.now())}`);
  change(CHANGELOG, /^## Unreleased$/m, `## ${process.env['npm_package_version']}`);
  execFileSync('git', ['add', RELEASE, CHANGELOG]);
}
