/**
 * The table tests that concern one mutant, without a browser, in one fast process: ends with 1 at
 * the first failure. Without a mutant it runs them all. stryker.config.json bundles this file, once
 * a run, with chai's `expect` in place of @open-wc/testing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { runTests } from './mocha.js';

const readContacts = [
  () => import('../contacts/read-contacts/contacts.test.js'),
  () => import('../contacts/read-contacts/details.test.js'),
  () => import('../contacts/read-contacts/hostile-objects.test.js'),
  () => import('../contacts/read-contacts/messages.test.js'),
  () => import('../contacts/merge-contacts.test.js'),
];
const readOptions = [() => import('../options.test.js'), () => import('../panel-url.test.js')];

/** By mutated file or folder. Tests that try values at random are not here: a score must not be luck. */
const suites: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  'src/hours': [
    () => import('../hours/bank-holidays.test.js'),
    () => import('../hours/closures.test.js'),
    () => import('../hours/hours-in-words.test.js'),
    () => import('../hours/london-time.test.js'),
    () => import('../hours/parse.test.js'),
    () => import('../hours/status.test.js'),
  ],
  'src/options.ts': readOptions,
  'src/embed/panel-url.ts': [() => import('../panel-url.test.js')],
  'src/contact-status.ts': [() => import('../contacts/contact-status.test.js')],
  'src/contacts/contact-source.ts': [() => import('../contacts/contact-source.test.js')],
  'src/contacts/host-contacts.ts': [() => import('../contacts/contact-source.test.js')],
  'src/contacts/contact.ts': [() => import('../contacts/published-contacts.test.js')],
  'src/contacts/published-contacts.ts': [
    () => import('../contacts/published-contacts.test.js'),
    () => import('../node/contacts-of-record.test.js'),
  ],
  'src/contacts/read-contacts.ts': readContacts,
  'src/attempt.ts': readContacts,
  'src/quote.ts': [...readContacts, ...readOptions],
};

/** What Stryker puts round each mutant, which has a number of its own. */
const MARK = 'stryMutAct_9fa48(';

/** Only the sources can tell where a mutant is. */
const isIn = (mutant: string, place: string): boolean =>
  sourcesAt(place).some((file) => readFileSync(file, 'utf8').includes(`${MARK}"${mutant}")`));

const sourcesAt = (place: string): readonly string[] =>
  place.endsWith('.ts') ? [place] : readdirSync(place).map((name) => `${place}/${name}`);

/** Mutated files that no table is for: there every mutant would survive, unnoticed among all. */
const forgotten = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      !Object.keys(suites).some((place) => sourcesAt(place).includes(file)) &&
      readFileSync(file, 'utf8').includes(MARK),
  );
if (forgotten.length) throw new Error(`No table in test/mutation/run.ts for ${forgotten.join(', ')}`);

const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
for (const [place, suite] of Object.entries(suites))
  if (mutant === undefined || isIn(mutant, place)) for (const load of suite) await load();
await runTests().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
