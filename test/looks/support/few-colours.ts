// Pictures with a dozen colours: an eighth of the size, and what a panel is painted with stays as it is.
// Only the soft edges of letters lose some of their steps.

import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Colours are numbers, `0xrrggbb`; each pixel is the index of one. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly number[];
  readonly pixels: Uint8Array;
}

/** More than a theme has. */
const MOST = 12;
/** Colours that are closer than this, in every channel, to a more frequent one are steps of a soft edge. */
const STEP = 16;

/** The same picture in its own most frequent colours. */
export const fewColours = (png: Uint8Array): Picture => {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  const seen = new Uint32Array(width * height);
  for (let pixel = 0; pixel < seen.length; pixel++)
    seen[pixel] = (data[pixel * 4]! << 16) | (data[pixel * 4 + 1]! << 8) | data[pixel * 4 + 2]!;
  const counts = new Map<number, number>();
  // By how far they go on: a thin border does, and the steps of a soft edge, though there are more of them, mostly do not.
  forEachRun(seen, (colour, from, to) => counts.set(colour, (counts.get(colour) ?? 0) + to - from - 1));
  // Equally frequent ones in an order of their own, so that the same pixels always give the same file.
  const ranked = [...counts].sort(([one, ones], [other, others]) => others - ones || one - other).map(([colour]) => colour);
  const colours: number[] = [];
  for (const colour of ranked) if (colours.length < MOST && colours.every((other) => !isStep(colour, other))) colours.push(colour);
  const indexes = new Map(ranked.map((colour) => [colour, nearest(colour, colours)]));
  const pixels = new Uint8Array(seen.length);
  forEachRun(seen, (colour, from, to) => pixels.fill(indexes.get(colour)!, from, to));
  return { width, height, colours, pixels };
};

/** Pixels of one colour in a row are looked up once: a picture has ten million. */
const forEachRun = (colours: Uint32Array, tell: (colour: number, from: number, to: number) => void): void => {
  for (let from = 0, to = 0; from < colours.length; from = to) {
    const colour = colours[from]!;
    while (to < colours.length && colours[to] === colour) to++;
    tell(colour, from, to);
  }
};

const isStep = (colour: number, other: number): boolean => {
  const others = channels(other);
  return channels(colour).every((value, channel) => Math.abs(value - others[channel]!) < STEP);
};

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff] as const;

const nearest = (colour: number, colours: readonly number[]): number => {
  const [red, green, blue] = channels(colour);
  const distances = colours.map((other) => {
    const [r, g, b] = channels(other);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
};

/** Red, green, blue and opacity of each pixel, on white where the canvas is larger than the picture. */
export const rgba = ({ width, height, colours, pixels }: Picture, canvas: { width: number; height: number }): Uint8Array => {
  const data = Buffer.alloc(canvas.width * canvas.height * 4, 0xff);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colours[pixels[y * width + x]!]!;
      const at = (y * canvas.width + x) * 4;
      data[at] = colour >> 16;
      data[at + 1] = colour >> 8;
      data[at + 2] = colour;
    }
  return data;
};

/**
 * As a PNG with four bits a pixel. Lines are not filtered: panels side by side repeat each other, and that compresses. How
 * short the blocks are best depends on the picture.
 */
export const encode = ({ width, height, colours, pixels }: Picture): Buffer => {
  const line = 1 + Math.ceil(width / 2);
  const lines = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * line + 1 + (x >> 1)]! |= pixels[y * width + x]! << (x % 2 ? 0 : 4);
  const [smallest] = [5, 6, 7, 8, 9]
    .map((memLevel) => deflateSync(lines, { level: 9, memLevel }))
    .sort((one, other) => one.length - other.length);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, INDEXED], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap(channels))),
    chunk('IDAT', smallest!),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** https://www.w3.org/TR/png-3/ */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED = 3;

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

const crc32 = (data: Buffer): number => {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};
