// The option table as the element itself sees it: the source, run.

import { build } from 'esbuild';

/** @returns {Promise<Record<string, { attribute: string, expected: string, fallback: unknown, boolean?: true }>>} */
export async function loadOptionTable() {
  const { outputFiles } = await build({
    entryPoints: ['src/options.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  return (await import(url)).optionTable;
}
