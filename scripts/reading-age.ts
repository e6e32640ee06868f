// How old one must be to read the English words: `npm run reading-age`. Flesch-Kincaid, whose grade
// and five years make an age. A number counts as a short word, for people know 999 by sight.
// Single texts say where to look; the gate is on all of them together (test/node/reading-age.test.ts),
// because some words are fixed by those who run the emergency services.

import { pathToFileURL } from 'node:url';

import { syllable } from 'syllable';

import { en } from '../src/i18n/en.js';
import { examples } from '../test/examples.js';

/** Names of organisations, which are what they are. */
const NAMES = ['name', 'organisation'];
/** Shorter ones are names and labels, of which a formula for sentences can say nothing. */
const WORDS = 6;

interface PlacedText {
  readonly place: string;
  readonly text: string;
}

/** Every English text that is at least a short sentence, statuses included, by its place. */
export function englishTexts(): PlacedText[] {
  const statuses = examples.flatMap(({ says }) => Object.values(says).map(([, sentence]) => sentence));
  return textsOf({ ...en, status: [...new Set(statuses)] });
}

function textsOf(texts: unknown, place = ''): PlacedText[] {
  if (typeof texts === 'string') return wordsOf(texts).length >= WORDS ? [{ place, text: texts }] : [];
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts)
    .filter(([key]) => !NAMES.includes(key))
    .flatMap(([key, value]) => textsOf(value, place ? `${place}.${key}` : key));
}

/** In years; text without a sentence has none. */
export function readingAge(text: string): number {
  const words = wordsOf(text);
  const sentences = text.split(/[.!?:](?:\s|$)/).filter((sentence) => wordsOf(sentence).length > 0);
  const syllables = words.reduce((sum, word) => sum + (/\d/.test(word) ? 1 : Math.max(1, syllable(word))), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return grade + 5;
}

/** Of all texts as one. */
export function overallReadingAge(texts: readonly PlacedText[]): number {
  return readingAge(texts.map(({ text }) => text.replace(/[^.!?]$/, '$&.')).join(' '));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\d][\p{L}\d'’.-]*/gu) ?? [];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const texts = englishTexts();
  for (const { place, text } of texts.sort((a, b) => readingAge(b.text) - readingAge(a.text))) {
    console.log(`${readingAge(text).toFixed(1).padStart(5)}  ${place}: ${text.length > 70 ? `${text.slice(0, 70)}…` : text}`);
  }
  console.log(`${overallReadingAge(texts).toFixed(1).padStart(5)}  all of it`);
}
