/** Instants as a reader checks them: UTC is written out, London's offset is visible. */
export const utc = (text: string): number => Date.parse(text);

export const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().replace('.000Z', 'Z');
