/**
 * The table tests of test/hours without a browser, in one fast process, for mutation testing: ends
 * with 1 at the first failure. `expect` comes from chai alone, as in @open-wc/testing.
 */
import { readdirSync } from 'node:fs';
import { register } from 'node:module';

const hook = `export const resolve = (name, context, next) =>
  next(name === '@open-wc/testing' ? '@esm-bundle/chai/esm/chai.js' : name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const globals = globalThis as unknown as Record<string, unknown>;
globals.describe = (_title: string, body: () => void) => body();
globals.it = (title: string, body: () => void) => {
  try {
    body();
  } catch (error) {
    console.error(`${title}: ${String(error)}`);
    process.exit(1);
  }
};

const folder = new URL('../hours/', import.meta.url);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.ts'))) {
  await import(new URL(file, folder).href);
}
