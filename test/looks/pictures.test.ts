/*
 * What the panel looks like, as pictures that are there to be looked at: test/looks/pictures. They
 * show the built script, so build first.
 *
 *   npm run build && UPDATE=1 node --import=tsx --test test/looks/pictures.test.ts
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { compare, difference, recordedNames, recordedSize } from './support/baselines.js';
import { fewColours } from './support/few-colours.js';
import { sheets, type Sheet } from './support/sheets.js';
import { openStudio, type Studio } from './support/studio.js';

/** What every clone of the repository has to carry. */
const MOST_BYTES = 3_000_000;

const sheetOf = (wanted: string): Sheet => sheets.find(({ name }) => name === wanted)!;

let studio: Studio;

before(async () => {
  studio = await openStudio();
});

after(() => studio.close());

for (const sheet of sheets)
  test(sheet.name, async () => {
    assert.deepEqual(compare(sheet.name, await studio.take(sheet)), []);
  });

test('every picture is one of these, and together they are small', () => {
  assert.deepEqual(recordedNames(sheets.map(({ name }) => name)).sort(), sheets.map(({ name }) => name).sort());
  assert.ok(recordedSize() <= MOST_BYTES, `${recordedSize()} bytes`);
});

test('a colour a little off, a pixel of room and another word are found, and where', async () => {
  const sheet = sheetOf('en-sidebar');
  const titles = sheet.cells.map(({ title }) => title);
  const before = await studio.take(sheet);
  const differing = async (other: Sheet) => {
    const shot = await studio.take(other);
    const { marks } = difference(fewColours(before.png), fewColours(shot.png));
    return shot.places.flatMap((place) => (marks.some((x) => x >= place.left && x < place.right) ? [place.title] : []));
  };
  assert.deepEqual(await differing(sheet), []);
  assert.deepEqual(await differing({ ...sheet, rules: '[data-state="unknown"] { color: #6d3c04 }' }), [titles[0]]);
  assert.deepEqual(await differing({ ...sheet, rules: '.emergency { background-color: #9e121d }' }), titles);
  assert.deepEqual(await differing({ ...sheet, rules: '.foot { padding-inline-start: 13px }' }), titles);
  assert.deepEqual(await differing({ ...sheet, rules: '.police::after { content: "."; visibility: hidden }' }), titles);
  const [first, ...others] = sheet.cells;
  assert.deepEqual(
    await differing({ ...sheet, cells: [{ ...first!, attributes: { ...first!.attributes, heading: 'Report stalkers' } }, ...others] }),
    [titles[0]],
  );
});

test('a letter that the fonts from packages lack is refused', async () => {
  const sheet = sheetOf('en-sidebar');
  const [first] = sheet.cells;
  const cells = [{ ...first!, attributes: { ...first!.attributes, heading: 'Help 漢' } }];
  await assert.rejects(studio.take({ ...sheet, cells }), /fonts of the machine/);
});
