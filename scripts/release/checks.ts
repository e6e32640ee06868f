// What must be so before a release, as sentences for whoever makes it.

import { isReleaseFolder } from '../../demo/page-tools.js';
import type { Contact } from '../../src/contacts/contact.js';

/** A device with a clock before the release is not believed: the younger the release, the more is caught. */
const OLDEST_DAYS = 7;
const DAY_MS = 86_400_000;

/** The version at the top of the changelog. */
export const firstHeading = (changelog: string): string | undefined => /^## (.+)$/m.exec(changelog)?.[1]!.trim();

/** Whether its top part says anything. */
export const saysWhatChanged = (changelog: string): boolean => /\S/.test(changelog.split(/^## .*$/m)[1] ?? '');

/** The release day in src/release.ts, in epoch milliseconds. */
const releaseDay = (source: string): number => {
  const [, year, month, day] = /RELEASED_AT = Date\.UTC\((\d+), (\d+), (\d+)\);/.exec(source) ?? [];
  return Date.UTC(Number(year), Number(month), Number(day));
};

/** A day as the sources write it. */
export const dateCode = (at: number): string => {
  const date = new Date(at);
  return `Date.UTC(${date.getUTCFullYear()}, ${date.getUTCMonth()}, ${date.getUTCDate()})`;
};

/**
 * Notices of record that are over: the page without script prints their closed days for good, and no
 * panel needs them. Asked before a release, and not by the tests: those would fail one morning by themselves.
 */
export const noticesOver = (contacts: readonly Contact[], now: number): string[] =>
  contacts.flatMap(({ id, notices = [] }) =>
    notices
      .filter(({ to }) => to < new Date(now).toISOString().slice(0, 10))
      .map(
        ({ from, to }) =>
          `The notice of ${id} from ${from} to ${to} is over: take it out of src/contacts/published-contacts.ts and its days out of test/contacts-of-record.ts, and commit.`,
      ),
  );

export interface ReleaseFacts {
  /** Of package.json. */
  readonly version: string;
  readonly lockedVersion: string;
  readonly changelog: string;
  /** The text of src/release.ts. */
  readonly source: string;
  /** What `git status --porcelain` prints. */
  readonly changes: string;
  /** The commit that the tag of this version names; empty when there is none. */
  readonly taggedCommit: string;
  /** The commit that is checked out. */
  readonly commit: string;
  /** `BASE_URL`. */
  readonly base: string | undefined;
  /** In epoch milliseconds. */
  readonly now: number;
}

/** Snippets, pages and packages are made of this address as it is written. */
const baseProblems = (base: string | undefined): string[] => {
  if (!base) return ['BASE_URL is not set: the https address of the folder that holds the versions, with a slash at its end.'];
  if (!/^https:\/\/.+\/$/.test(base) || !URL.canParse(base)) return [`BASE_URL=${base} is not an https address with a slash at its end.`];
  const { href, username, password, search, hash, pathname } = new URL(base);
  // Chromium loads nothing from it, and every page that pastes the script would publish it.
  if (username || password) return ['BASE_URL has a user name or a password: leave it out.'];
  if (search || hash) return [`BASE_URL=${base} has a query or a fragment: leave it out.`];
  if (href !== base) return [`BASE_URL=${base} is not as browsers write it: write ${href}.`];
  return isReleaseFolder(pathname)
    ? [`BASE_URL=${base} is the folder of a version: for the one that holds it, set ${new URL('..', href).href}.`]
    : [];
};

/** @returns empty when the release can be made */
export const releaseProblems = (facts: ReleaseFacts): string[] => {
  const { version, lockedVersion, changelog, source, changes, taggedCommit, commit, base, now } = facts;
  const problems: string[] = [];
  if (changes) problems.push(`There are changes that are not committed:\n${changes}`);
  if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`package.json says ${version}, which is not a version of three numbers.`);
  if (lockedVersion !== version) problems.push(`package-lock.json says ${lockedVersion}, package.json ${version}: run npm install.`);
  const heading = firstHeading(changelog);
  if (heading !== version) problems.push(`CHANGELOG.md begins with ${heading}, package.json says ${version}.`);
  const day = releaseDay(source);
  // A release that exists may be built again at any time, by whoever hosts it.
  const isTagged = taggedCommit === commit;
  if (!(day <= now && (isTagged || now - day < OLDEST_DAYS * DAY_MS)))
    problems.push(`src/release.ts names a day that is not one of the last ${OLDEST_DAYS}: write RELEASED_AT = ${dateCode(now)}.`);
  if (taggedCommit && !isTagged) problems.push(`v${version} is another commit: what is published never changes. Take the next version.`);
  return [...problems, ...baseProblems(base)];
};
