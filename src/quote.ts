import { attempt } from './attempt.js';

/** A value as it may stand in a message: short, one line, everything visible. */
export const quote = (value: unknown): string => {
  if (typeof value === 'string')
    return JSON.stringify(value.slice(0, 81).replace(/(.{80})./s, '$1…')).replace(/(?! )[\p{C}\s]/gu, encodeURIComponent);
  if (Object(value) !== value) return String(value);
  // A revoked proxy throws.
  return attempt(() => Array.isArray(value)) ? 'a list' : typeof value;
};
