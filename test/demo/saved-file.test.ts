import { expect } from '@open-wc/testing';
import { readSaved } from '../../demo/saved-file.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from([...text], (character) => character.charCodeAt(0));
const utf16 = (text: string, isBig = false) =>
  Uint8Array.from(
    [...text]
      .flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])
      .map((byte, index, bytes) => (isBig ? bytes[index ^ 1]! : byte)),
  );

describe('a saved file', () => {
  for (const [name, bytes, encoding, text] of [
    ['UTF-8', utf8('Café'), 'utf-8', 'Café'],
    ['UTF-8 with its mark', utf8('\ufeffCafé'), 'utf-8', 'Café'],
    ['ASCII', utf8('Cafe'), 'utf-8', 'Cafe'],
    ['nothing', utf8(''), 'utf-8', ''],
    ['windows-1252', latin('\x93Caf\xe9\x94'), 'windows-1252', '“Café”'],
    ['UTF-16, little end first', utf16('\ufeffCafé'), 'utf-16le', 'Café'],
    ['UTF-16, big end first', utf16('\ufeffCafé', true), 'utf-16be', 'Café'],
  ] as const)
    it(`is read: ${name}`, () => expect(readSaved(bytes)).to.deep.equal({ text, encoding, size: bytes.length }));
});
