/* Reads integrity values as browsers do: what is no hash of a kind that they know is passed over. */

/** Characters of a whole digest, by kind, without those that only fill it up. */
const LENGTHS: Readonly<Record<string, number>> = { sha256: 43, sha384: 64, sha512: 86 };

const kindOf = (hash: string): string => hash.slice(0, 6);

/** The hashes of an integrity value, each in one spelling, so that they can be compared. */
export const hashesOf = (integrity: string): readonly string[] =>
  integrity
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const [, bits, digest] = /^sha-?(256|384|512)-([\w+/-]+)={0,2}(?:\?.*)?$/.exec(part) ?? [];
      return digest ? [`sha${bits}-${digest.replaceAll('-', '+').replaceAll('_', '/')}`] : [];
    });

/** Those of the strongest kind: no others count. */
export const strongestOf = (hashes: readonly string[]): { readonly kind: string; readonly strongest: readonly string[] } => {
  const kind = hashes.map(kindOf).sort().at(-1) ?? '';
  return { kind, strongest: hashes.filter((hash) => kindOf(hash) === kind) };
};

/** Whether a hash is as long as its kind. One that is not fits no script. */
export const isWhole = (hash: string): boolean => hash.length === LENGTHS[kindOf(hash)]! + 'sha384-'.length;
