// Reads the colours of screenshots.

import { PNG } from 'pngjs';

/** How many pixels there are of each colour, as `#rrggbb`, the most frequent first. */
export type Colours = ReadonlyMap<string, number>;

const coloursOf = (counts: ReadonlyMap<number, number>): Colours => {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return new Map(sorted.map(([colour, count]) => [`#${colour.toString(16).padStart(6, '0')}`, count]));
};

export const coloursOfPng = (png: Uint8Array): Colours => {
  const { data } = PNG.sync.read(Buffer.from(png));
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUInt32BE(at) >>> 8;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return coloursOf(counts);
};

/** A part of a picture, in its pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of an area of an X window dump with 32 bits a pixel, as Xvfb writes it: blue, green, red, nothing. */
export const coloursOfXwd = (file: Buffer, { x, y, width, height }: Area): Colours => {
  const [headerSize, , , , , , , littleEndianIsZero] = Array.from({ length: 8 }, (_, index) => file.readUInt32BE(index * 4));
  const [bitsPerPixel, bytesPerLine, colourMapEntries] = [file.readUInt32BE(44), file.readUInt32BE(48), file.readUInt32BE(76)];
  if (bitsPerPixel !== 32 || littleEndianIsZero !== 0) throw new Error('a kind of window dump that is not read here');
  const start = headerSize! + colourMapEntries * 12;
  const counts = new Map<number, number>();
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++) {
      const colour = file.readUInt32LE(start + row * bytesPerLine + column * 4) & 0xffffff;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return coloursOf(counts);
};
