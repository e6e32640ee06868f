// `BUNDLE=1`: the same tests run against what is published. Imports of a public door of the sources
// lead to its file in dist/; everything behind a door stays what it is.

import { posix } from 'node:path';

const DOORS = {
  '/src/index.ts': '/dist/index.js',
  '/src/define.ts': '/dist/define.js',
  '/src/hours/index.ts': '/dist/hours.js',
};

export function bundleUnderTest() {
  return {
    name: 'bundle-under-test',
    resolveImport({ source, context }) {
      if (!source.startsWith('.') || !context.path.startsWith('/test/')) return undefined;
      const target = posix.join(posix.dirname(context.path), source).replace(/\.js$/, '.ts');
      return DOORS[target];
    },
  };
}
