import type { Plugin } from 'rollup';

export const leanZone: readonly Plugin[];
