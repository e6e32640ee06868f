// Most tests are about what the panel makes of facts, not about the facts: their sentences are those
// of the facts of November 2026. When a number, an hour or the release day changes, the code under
// test is served with the old ones in their place, so that such tests say the same as before. The
// facts themselves are held by test/contacts-of-record.ts.

import { readFileSync } from 'node:fs';

const CONTACTS = 'src/contacts/published-contacts.ts';
const RELEASE = 'src/release.ts';

const THEN = {
  'national-stalking-helpline': ['0808 802 0300', 'Mo-Fr 09:30-16:00; PH off'],
  paladin: [
    '020 3866 4107',
    'Mo-Fr 09:00-15:00, Th 15:00-17:00 unknown "closes slightly later on Thursdays"; PH 09:00-15:00 unknown "bank holiday"',
  ],
  'national-domestic-abuse-helpline': ['0808 2000 247', '24/7'],
  'live-fear-free': ['0808 80 10 800', '24/7'],
  'domestic-abuse-forced-marriage-helpline': ['0800 027 1234', '24/7'],
  'domestic-sexual-abuse-helpline': ['0808 802 1414', '24/7'],
};
const PUBLISHED_THEN = '2023-04-27';
const RELEASED_THEN = '2026,10,24';

const find = (text, pattern, what) => {
  const found = pattern.exec(text);
  if (!found) throw new Error(`${what} is not where it was: see test/support/facts-of-2026.mjs`);
  return found.slice(1);
};

/** What is published today, and what stood in its place then. */
const replacements = () => {
  const contacts = readFileSync(CONTACTS, 'utf8');
  const changes = Object.entries(THEN).flatMap(([id, then]) => {
    const [row] = find(contacts, new RegExp(`(\\{\\s*id: '${id}',[^{}]*)`), id);
    const now = find(row, /number: '([^']*)',[^]*?hours:\s*'([^']*)'/, `${id}: number and hours`);
    return [
      ...now.map((value, index) => [value, then[index]]),
      // A day of its own, of evidence that is younger than the source of record.
      ...[...row.matchAll(/checkedOn: '([^']*)'/g)].map(([, day]) => [day, PUBLISHED_THEN]),
    ];
  });
  changes.push([...find(contacts, /PUBLISHED_ON = '([^']*)'/, 'PUBLISHED_ON'), PUBLISHED_THEN]);
  const [day] = find(readFileSync(RELEASE, 'utf8'), /RELEASED_AT = (Date\.UTC\([^)]*\))/, 'RELEASED_AT');
  // The build writes it without spaces.
  for (const form of [day, day.replaceAll(' ', '')]) changes.push([form, `Date.UTC(${RELEASED_THEN})`]);
  return changes.filter(([now, then]) => now !== then);
};

const CHANGES = replacements();

/** The text of a source or of a built script with the facts of then. */
export const withFactsOf2026 = (text) => CHANGES.reduce((changed, [now, then]) => changed.replaceAll(now, then), text);

/** For the component tests: sources, or the built script. */
export const factsOf2026 = () => ({
  name: 'facts-of-2026',
  transform: ({ path, body }) =>
    [`/${CONTACTS}`, `/${RELEASE}`, '/dist/embed.js'].includes(path) ? { body: withFactsOf2026(body) } : undefined,
});
