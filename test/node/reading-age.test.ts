import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishTexts, overallReadingAge, readingAge } from '../../scripts/reading-age.js';

/** People read worse when they are afraid. */
const OLDEST = 11;

test(`the English words can be read at the age of ${OLDEST}`, () => {
  const texts = englishTexts();
  assert.ok(texts.length > 30, String(texts.length));
  const age = overallReadingAge(texts);
  assert.ok(age <= OLDEST, `${age.toFixed(1)} years: npm run reading-age lists every text`);
});

test('a harder text has a higher age', () => {
  // By hand: 6 words and 6 syllables in one sentence; 10 and 10 in two.
  assert.equal(readingAge('The cat sat on the mat.').toFixed(2), '3.55');
  assert.equal(readingAge('The cat sat down. The dog ran out of it.').toFixed(2), '3.16');
  assert.ok(readingAge('Call 999. Whisper if you can.') < readingAge('Call 999 and, if you can, whisper to them.'));
});
