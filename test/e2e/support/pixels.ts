// Reads the colours of screenshots, without a library.

import { inflateSync } from 'node:zlib';

/** How many pixels there are of each colour, as `#rrggbb`, the most frequent first. */
export type Colours = ReadonlyMap<string, number>;

const coloursOf = (counts: ReadonlyMap<number, number>): Colours => {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return new Map(sorted.map(([colour, count]) => [`#${colour.toString(16).padStart(6, '0')}`, count]));
};

/** Bytes a pixel, by the colour type of the header: RGB, RGBA. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Of a PNG as browsers write it: 8 bits a channel, not interlaced. */
export const coloursOfPng = (png: Uint8Array): Colours => {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = CHANNELS[file[25]!];
  if (file[24] !== 8 || channels === undefined || file[28] !== 0) throw new Error('a kind of PNG that is not read here');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const data = inflateSync(Buffer.concat(parts));

  const counts = new Map<number, number>();
  const line = width * channels;
  let above = new Uint8Array(line);
  for (let y = 0; y < height; y++) {
    const start = y * (line + 1);
    const row = data.subarray(start + 1, start + 1 + line);
    unfilter(data[start]!, row, above, channels);
    for (let x = 0; x < line; x += channels) {
      const colour = (row[x]! << 16) | (row[x + 1]! << 8) | row[x + 2]!;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    above = row;
  }
  return coloursOf(counts);
};

/** https://www.w3.org/TR/png-3/#9Filters */
const unfilter = (filter: number, row: Uint8Array, above: Uint8Array, channels: number): void => {
  for (let x = 0; x < row.length; x++) {
    const left = x < channels ? 0 : row[x - channels]!;
    const up = above[x]!;
    const corner = x < channels ? 0 : above[x - channels]!;
    const predicted = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    row[x] = row[x]! + predicted;
  }
};

const paeth = (left: number, up: number, corner: number): number => {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [number, number, number];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
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
