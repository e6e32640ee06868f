/** A value as it may stand in a message: short, one line, everything visible. */
export const quote = (value: unknown): string =>
  typeof value === 'string'
    ? JSON.stringify(value.replace(/(.{80}).+/s, '$1…')).replace(/(?! )[\p{C}\s]/gu, encodeURIComponent)
    : Object(value) === value
      ? typeof value
      : String(value);
