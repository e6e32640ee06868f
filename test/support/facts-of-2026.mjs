// Most tests are about what the panel makes of facts, not about the facts: their sentences are those
// of the facts of November 2026. The code under test is served with these in the place of today's, and
// tests of functions hand them in, so that all of them say the same whatever changes. The facts of
// today are held by test/contacts-of-record.ts.

import { readFileSync } from 'node:fs';

import { parse } from 'acorn';

const CONTACTS = 'src/contacts/published-contacts.ts';
const RELEASE = 'src/release.ts';

const PUBLISHED_ON = '2023-04-27';
const SOURCE_TITLE = 'Interventions Alliance introduce new partnership for National Stalking Awareness Week';
const RELEASED_AT = 'Date.UTC(2026,10,24)';

/** The contacts as they were then. */
export const contactsOf2026 = [
  { id: 'emergency', number: '999', hours: '24/7' },
  { id: 'police', number: '101', hours: '24/7', links: [{ kind: 'website', href: 'https://www.police.uk/' }] },
  {
    id: 'national-stalking-helpline',
    number: '0808 802 0300',
    hours: 'Mo-Fr 09:30-16:00; PH off',
    holidays: 'england-and-wales',
    checkedOn: PUBLISHED_ON,
    links: [{ kind: 'website', href: 'https://www.suzylamplugh.org/' }],
  },
  {
    id: 'paladin',
    number: '020 3866 4107',
    hours: 'Mo-Fr 09:00-15:00, Th 15:00-17:00 unknown "closes slightly later on Thursdays"; PH 09:00-15:00 unknown "bank holiday"',
    holidays: 'england-and-wales',
    coverage: ['england', 'wales'],
    checkedOn: PUBLISHED_ON,
    links: [{ kind: 'website', href: 'https://www.paladinservice.co.uk/' }],
  },
  { id: 'national-domestic-abuse-helpline', number: '0808 2000 247', hours: '24/7', coverage: ['england'] },
  { id: 'live-fear-free', number: '0808 80 10 800', hours: '24/7', coverage: ['wales'] },
  { id: 'domestic-abuse-forced-marriage-helpline', number: '0800 027 1234', hours: '24/7', coverage: ['scotland'] },
  { id: 'domestic-sexual-abuse-helpline', number: '0808 802 1414', hours: '24/7', coverage: ['northern-ireland'] },
];

/** What a constant is today, as it is written in the sources. */
const today = (file, constant, value) => {
  const found = new RegExp(`${constant} =\\s*${value}`).exec(readFileSync(file, 'utf8'))?.groups.value;
  if (!found) throw new Error(`${file} has no ${constant}: see test/support/facts-of-2026.mjs`);
  return found;
};
const withoutSpaces = (text) => text.replace(/\s/g, '');
const publishedToday = today(CONTACTS, 'PUBLISHED_ON', `(['"])(?<value>.*)\\1;`);
const titleToday = today(CONTACTS, 'SOURCE_TITLE', `(['"])(?<value>.*)\\1;`);
const releasedToday = withoutSpaces(today(RELEASE, 'RELEASED_AT', '(?<value>Date\\.UTC\\(.*?\\))'));

/** A value as the minifier writes it: a script whose facts are those of then stays what it is, byte by byte. */
const written = (value, published) => {
  if (Array.isArray(value)) return `[${value.map((entry) => written(entry, published))}]`;
  if (typeof value === 'object') return `{${Object.entries(value).map(([name, entry]) => `${name}:${written(entry, published)}`)}}`;
  if (value === PUBLISHED_ON) return published;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
};

/** Whether an object that is written out has a property, of that value if one is told. */
const has = ({ properties }, name, value) =>
  properties.some((property) => property.key?.name === name && (value === undefined || property.value.value === value));
/** Several values: in a program whose facts have been replaced before, those of then are found as well as those of today. */
const isText = (node, ...values) => node?.type === 'Literal' && values.includes(node.value);

const isRow = (node, id) => node?.type === 'ObjectExpression' && has(node, 'id', id) && has(node, 'number');
const rowsOf = ({ type, elements }) => (type === 'ArrayExpression' ? elements.filter((entry) => isRow(entry)) : []);
/** Besides rows, names: the minifier puts the helplines into `publishedContacts` once none of them has the day PUBLISHED_ON. */
const isMerged = ({ elements }) => elements.some(({ type }) => type !== 'ObjectExpression');
/** The rows of a list are replaced as a whole: a line that has come, gone or moved since changes no test. */
const isList = (node) =>
  rowsOf(node).length > 0 && node.elements.every((entry) => isRow(entry) || /^(Identifier|SpreadElement)$/.test(entry.type));
const listsIn = (node) =>
  node && typeof node === 'object' ? [...(node.type && isList(node) ? [node] : []), ...Object.values(node).flatMap(listsIn)] : [];
/** In the order in which they stand; one that is merged is the first. */
const LISTS = ['helplines', 'regionalLines'];

/** Each fact: where in a program it stands (the built script has lost the constants' names), and what stood there then. */
const CONTACT_FACTS = [
  ...contactsOf2026.slice(0, 2).map((contact) => ({
    what: contact.id,
    isAt: (node) => isRow(node, contact.id),
    then: (published) => written(contact, published),
  })),
  ...[contactsOf2026.slice(2, 4), contactsOf2026.slice(4)].map((contacts, place) => ({
    what: LISTS[place],
    rows: (lists) => rowsOf(lists[place] ?? {}),
    then: (published) => `${contacts.map((contact) => written(contact, published))}`,
  })),
  { what: 'PUBLISHED_ON', isAt: (node) => isText(node, publishedToday, PUBLISHED_ON), then: () => `"${PUBLISHED_ON}"` },
  { what: 'SOURCE_TITLE', isAt: (node) => isText(node, titleToday, SOURCE_TITLE), then: () => `"${SOURCE_TITLE}"` },
];
const RELEASE_FACTS = [
  {
    what: 'RELEASED_AT',
    isAt: ({ type }, text) => type === 'CallExpression' && [releasedToday, RELEASED_AT].includes(withoutSpaces(text)),
    then: () => RELEASED_AT,
  },
];

/** A program with the facts of then. */
const withFacts = (facts, program) => {
  let published = `"${PUBLISHED_ON}"`;
  const tree = parse(program, { ecmaVersion: 'latest', sourceType: 'module' });
  const lists = listsIn(tree).sort((one, other) => isMerged(other) - isMerged(one));
  if (lists.length > LISTS.length)
    throw new Error(`more lists of contacts than ${LISTS.join(' and ')}. See test/support/facts-of-2026.mjs`);
  const placesOfLists = facts.flatMap((fact) => {
    const rows = fact.rows?.(lists) ?? [];
    return rows.length ? [{ ...fact, start: rows[0].start, end: rows.at(-1).end }] : [];
  });
  const isReplaced = (node) => placesOfLists.some(({ start, end }) => node.start >= start && node.end <= end);
  const placesIn = (node) => {
    if (!node || typeof node !== 'object') return [];
    const { type, start, end } = node;
    if (type && isReplaced(node)) return [];
    if (type === 'VariableDeclarator' && isText(node.init, publishedToday, PUBLISHED_ON)) published = node.id.name;
    const fact = type && facts.find(({ isAt }) => isAt?.(node, program.slice(start, end)));
    return fact ? [{ ...fact, start, end }] : Object.values(node).flatMap(placesIn);
  };
  const places = [...placesIn(tree), ...placesOfLists];
  const missing = facts.filter(({ what }) => !places.some((place) => place.what === what));
  if (missing.length)
    throw new Error(`not where they were: ${missing.map(({ what }) => what).join(', ')}. See test/support/facts-of-2026.mjs`);
  // From the end, so that the places before stay right; as many lines as there were, for coverage.
  return places
    .sort((one, other) => other.start - one.start)
    .reduce(
      (text, { start, end, then }) => text.slice(0, start) + then(published) + text.slice(start, end).replace(/.+/g, '') + text.slice(end),
      program,
    );
};

/** A built script that holds contacts and release day, with those of then. */
export const withFactsOf2026 = (script) => withFacts([...CONTACT_FACTS, ...RELEASE_FACTS], script);

/** A source, once it is JavaScript, with the facts of then; nothing where it holds none. */
const sourceOf2026 = (path, code) =>
  path.endsWith(`/${CONTACTS}`)
    ? withFacts(CONTACT_FACTS, code)
    : path.endsWith(`/${RELEASE}`)
      ? withFacts(RELEASE_FACTS, code)
      : undefined;

/** For the component tests: sources, or the built script. */
export const factsOf2026 = () => ({
  name: 'facts-of-2026',
  transform({ path, body }) {
    const changed = path === '/dist/embed.js' ? withFactsOf2026(body) : sourceOf2026(path, body);
    return changed === undefined ? undefined : { body: changed };
  },
});

/** For a build: the same sources, before they are minified, which names things by how often letters are used. */
export const buildWithFactsOf2026 = () => ({
  name: 'facts-of-2026',
  transform(code, id) {
    const changed = sourceOf2026(id.replaceAll('\\', '/'), code);
    return changed === undefined ? null : { code: changed, map: null };
  },
});
