/**
 * The published schema and the reader agree: what the schema rejects is a problem, and what reads
 * without a problem is valid. LONG=1 tries many more documents.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { emergency, publishedContacts } from '../../src/contacts/published-contacts.js';
import { anyDocument, anyJson } from '../contacts/arbitrary-contacts.js';
import { documentOf, read } from '../contacts/reading.js';

const numRuns = process.env.LONG === '1' ? 20_000 : 500;

const schema = JSON.parse(readFileSync(new URL('../../src/contacts/contacts.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
const isValid = ajv.compile(schema);

const contact = { id: 'county-service', name: 'County Stalking Service', number: '01632 960 123', hours: 'Mo-Fr 09:00-17:00' };

test('the schema is a valid schema of draft 2020-12', () => {
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.ok(ajv.validateSchema(schema));
});

test('the examples in the schema are valid and read without a problem', () => {
  for (const example of schema.examples) {
    assert.ok(isValid(example), JSON.stringify(isValid.errors));
    assert.deepEqual(read(example).problems, []);
  }
});

test('every example of a field makes a contact that is valid and reads without a problem', () => {
  let tried = 0;
  for (const [field, { examples = [] }] of Object.entries<{ examples?: unknown[] }>(schema.$defs.contact.properties))
    for (const example of examples) {
      const document = documentOf({ ...contact, holidays: 'scotland', [field]: example });
      assert.ok(isValid(document), `${field}: ${JSON.stringify(isValid.errors)}`);
      assert.deepEqual(read(document).problems, [], field);
      tried++;
    }
  assert.ok(tried > 10);
});

test('the built-in contacts, with a name, are valid and read unchanged', () => {
  const named = publishedContacts.filter(({ id }) => id !== emergency.id).map((entry) => ({ ...entry, name: 'Name' }));
  const { contacts, problems } = read(documentOf(...named));
  assert.deepEqual(problems, []);
  assert.deepEqual(contacts, named);
  assert.ok(isValid(documentOf(...named)));
});

test('ids that may go without a name are those of the built-in contacts', () => {
  const [{ if: known }] = schema.$defs.contact.allOf;
  assert.deepEqual(
    known.properties.id.enum,
    publishedContacts.map(({ id }) => id).filter((id) => id !== emergency.id),
    // The reader asks for no name where it knows the id.
    'src/contacts/contacts.schema.json, "allOf": a line that came is added to the list, in the order of the rows, once src/i18n has its name in English and Welsh, and not before; one that is gone is taken out; an id of a partner’s own never stands there',
  );
});

const rejected: readonly (readonly [name: string, document: unknown])[] = [
  ['a list in place of the document', [contact]],
  ['another version', { version: 2, contacts: [contact] }],
  ['no version', { contacts: [contact] }],
  ['a key nobody knows', documentOf({ ...contact, phone: '101' })],
  ['a key nobody knows at the top', { ...documentOf(contact), comment: 'mine' }],
  ['the id emergency', documentOf({ ...contact, id: 'emergency' })],
  ['no name', documentOf({ ...contact, name: undefined })],
  ['PH without holidays', documentOf({ ...contact, hours: 'Mo-Fr 09:00-17:00; PH off' })],
  ['a website by mail', documentOf({ ...contact, links: [{ kind: 'website', href: 'mailto:help@example.org' }] })],
  ['an http: link', documentOf({ ...contact, links: [{ kind: 'chat', href: 'http://example.org/' }] })],
  ['an empty text', documentOf({ ...contact, cost: ' ' })],
  ['a language written with an underscore', documentOf({ ...contact, name: { en_GB: 'Name' } })],
  ['a number with hyphens', documentOf({ ...contact, number: '01632-960-123' })],
  ['a 0 after +44', documentOf({ ...contact, number: '+44 01632 960 123' })],
  ['month 13', documentOf({ ...contact, checkedOn: '2026-13-01' })],
  ['51 contacts', documentOf(...Array.from({ length: 51 }, (_, index) => ({ ...contact, id: `c${index}` })))],
];
for (const [name, document] of rejected)
  test(`rejected by the schema and a problem: ${name}`, () => {
    assert.equal(isValid(document), false);
    assert.notEqual(read(document).problems.length, 0);
  });

test('PH in a comment needs no holidays', () => {
  const document = documentOf({ ...contact, hours: 'Mo-Fr 09:00-17:00 open "ask for PH"' });
  assert.ok(isValid(document), JSON.stringify(isValid.errors));
  assert.deepEqual(read(document).problems, []);
});

for (const [name, documents] of [
  ['documents with slips', anyDocument],
  ['any JSON', anyJson],
  ['any JSON as contacts', anyJson.map((json) => ({ version: 1, contacts: [json, json] }))],
] as const)
  test(`whatever the schema rejects is a problem, whatever reads clean is valid: ${name}`, () => {
    let [clean, bad] = [0, 0];
    fc.assert(
      fc.property(documents, (document) => {
        const { problems } = read(document);
        const valid = isValid(document);
        if (problems.length) bad++;
        else clean++;
        if (!problems.length) assert.ok(valid, JSON.stringify(isValid.errors));
        if (!valid) assert.notEqual(problems.length, 0);
      }),
      { numRuns },
    );
    // The property is empty where all documents are of one kind.
    if (name === 'documents with slips') assert.ok(clean > numRuns / 50 && bad > numRuns / 50, `${clean} clean, ${bad} bad`);
  });

test('what comes out of any document reads clean again, unchanged', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      // Replacements without words of their own may go without a name only because the messages have it.
      const { contacts } = read(document);
      const again = read(documentOf(...contacts));
      assert.deepEqual(again.problems, []);
      assert.deepEqual(again.contacts, contacts);
      assert.ok(isValid(documentOf(...contacts)), JSON.stringify(isValid.errors));
    }),
    { numRuns },
  );
});
