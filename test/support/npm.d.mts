import type { ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';

export const NPM: readonly [string, ...string[]];
export function npm(args: readonly string[], options?: Partial<ExecFileSyncOptionsWithStringEncoding>): string;
