/* Reads a file that a visitor opens, in whatever encoding it was saved. */

export interface SavedFile {
  readonly text: string;
  /** `utf-8`, which the panel reads alone, or another one. */
  readonly encoding: string;
  /** In bytes. */
  readonly size: number;
}

/** What the mark at its beginning says, if there is one. */
const marked = ([first, second]: Uint8Array): string | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

/** Without a mark it is UTF-8 as long as it can be, else the encoding of old editors, in which nothing is wrong. */
const encodingOf = (bytes: Uint8Array): string => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return marked(bytes) ?? 'windows-1252';
  }
};

export const readSaved = (bytes: Uint8Array): SavedFile => {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, size: bytes.length };
};

/** A text that was pasted, as it would be saved. */
export const asPasted = (text: string): SavedFile => ({ text, encoding: 'utf-8', size: new TextEncoder().encode(text).length });
