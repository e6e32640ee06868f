// The pictures of record: read, replaced, compared with what the panel looks like now.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { encode, fewColours, rgba, type Picture } from './few-colours.js';
import type { Shot } from './studio.js';

const FOLDER = 'test/looks/pictures';
/** Not committed. */
const DIFFERENCES = 'reports/pictures';

const UPDATES = process.env['UPDATE'] === '1';

/** The same browser draws the same pixels; this leaves room for the rounding of a colour, and no more. */
const THRESHOLD = 0.005;

/** A red that nothing else has: what did not change becomes grey. */
const MARK = [255, 0, 0] as const;

export interface Difference {
  /** How wide and high the pictures are, where they are not equally so. */
  readonly sizes?: string;
  /** The column of each pixel that differs. */
  readonly marks: readonly number[];
  /** What it looks like, with those in red. */
  readonly marked: PNG;
}

export const difference = (before: Picture, now: Picture): Difference => {
  const canvas = { width: Math.max(before.width, now.width), height: Math.max(before.height, now.height) };
  const marked = new PNG(canvas);
  pixelmatch(rgba(before, canvas), rgba(now, canvas), marked.data, canvas.width, canvas.height, {
    threshold: THRESHOLD,
    includeAA: true,
    diffColor: [...MARK],
  });
  const marks: number[] = [];
  for (let at = 0; at < marked.data.length; at += 4)
    if (MARK.every((value, channel) => marked.data[at + channel] === value)) marks.push((at / 4) % canvas.width);
  const [was, is] = [before, now].map(({ width, height }) => `${width} by ${height}`);
  return { marks, marked, ...(was !== is && { sizes: `${was} pixels became ${is}` }) };
};

/** What is different from the picture of record, as lines to read, with the files to look at; nothing where all is as it was. */
export const compare = (name: string, { png, places }: Shot): string[] => {
  const path = `${FOLDER}/${name}.png`;
  const [actualPath, markedPath] = ['actual', 'difference'].map((kind) => `${DIFFERENCES}/${name}.${kind}.png`) as [string, string];
  const now = fewColours(png);
  mkdirSync(DIFFERENCES, { recursive: true });
  for (const old of [actualPath, markedPath]) rmSync(old, { force: true });
  if (UPDATES) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, encode(now));
  }
  if (!existsSync(path)) {
    writeFileSync(actualPath, encode(now));
    return [`there is no ${path}; it would be ${actualPath}`];
  }
  const { sizes, marks, marked } = difference(fewColours(readFileSync(path)), now);
  if (!sizes && marks.length === 0) return [];
  writeFileSync(actualPath, encode(now));
  writeFileSync(markedPath, PNG.sync.write(marked));
  return [
    ...(sizes ? [sizes] : []),
    ...places.flatMap(({ title, left, right }) => {
      const count = marks.filter((x) => x >= left && x < right).length;
      return count ? [`${title}: ${count} pixels`] : [];
    }),
    `compare ${path} with ${actualPath}; what differs is red in ${markedPath}`,
  ];
};

/** The pictures that there are; those that nobody takes any more go when the others are replaced. */
export const recordedNames = (taken: readonly string[]): string[] => {
  const names = readdirSync(FOLDER).map((file) => file.replace(/\.png$/, ''));
  const stale = UPDATES ? names.filter((name) => !taken.includes(name)) : [];
  for (const name of stale) rmSync(`${FOLDER}/${name}.png`);
  return names.filter((name) => !stale.includes(name));
};

/** Bytes of all pictures. */
export const recordedSize = (): number => readdirSync(FOLDER).reduce((sum, file) => sum + statSync(`${FOLDER}/${file}`).size, 0);
