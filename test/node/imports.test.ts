import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, it } from 'node:test';

/** From the pure core to the doors. A file may import from its own layer and those before it. */
const LAYERS: readonly RegExp[] = [
  /^(attempt|events|invisible|native-url|own-properties|problems|quote|release)\.ts/,
  /^hours\//,
  /^contacts\//,
  /^i18n\//,
  /^(contact-status|options)\.ts/,
  /^(contact-view|json-ld|open-instead|panel-view)\.ts/,
  /^(focus|fresh-text|is-edited|is-shown|swallowed-content|warn-once)\.ts/,
  /^controllers\//,
  /^(panel-template|presses|register-messages|report-stalker-panel(\.styles)?)\.ts/,
  /^index\.ts/,
  /^define(-panel)?\.ts/,
  /^(embed|lang)\//,
];
/** Below the first that may touch the page. */
const isPure = (file: string): boolean => layerOf(file) < 6;
const layerOf = (file: string): number => LAYERS.findIndex((layer) => layer.test(file));

const names = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll(sep, '/'));
const files = names.map((name) => {
  const text = readFileSync(join('src', name), 'utf8');
  const imports = [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, specifier]) => specifier!);
  return { name, text, imports };
});

describe('the direction of imports', () => {
  for (const { name, imports } of files)
    it(`src/${name} imports only from its own layer and those before it`, () => {
      assert.notEqual(layerOf(name), -1, 'in no layer');
      for (const specifier of imports.filter((candidate) => candidate.startsWith('.'))) {
        const target = posix.join(posix.dirname(name), specifier).replace(/\.js$/, '.ts');
        assert.ok(layerOf(target) <= layerOf(name), `${name} imports ${target}`);
      }
    });

  it('lit stays out of the pure core', () => {
    const pure = files.filter(({ name }) => isPure(name));
    assert.deepEqual(
      pure.filter(({ imports }) => imports.some((specifier) => /^lit/.test(specifier))).map(({ name }) => name),
      [],
    );
  });

  it('one file of the pure core asks the network and sets a timer, and none touches the page', () => {
    const pure = files.filter(({ name }) => isPure(name));
    const using = (pattern: RegExp) =>
      pure.filter(({ text }) => pattern.test(text.replace(/\/\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g, ''))).map(({ name }) => name);
    assert.deepEqual(using(/\b(setTimeout|setInterval|fetch|requestAnimationFrame)\(/), ['contacts/contact-source.ts']);
    assert.deepEqual(using(/\b(document|window|navigator|localStorage|location)\b[.[]/), []);
  });

  it('one file knows the zone', () => {
    const knowing = files.filter(({ imports }) => imports.some((specifier) => specifier.startsWith('date-fns-tz')));
    assert.deepEqual(
      knowing.map(({ name }) => name),
      ['hours/london-time.ts'],
    );
  });

  it('one file reads the clock', () => {
    const reading = files.filter(({ text }) => /Date\.now\b|new Date\(\)/.test(text));
    assert.deepEqual(
      reading.map(({ name }) => name),
      ['controllers/clock-controller.ts'],
    );
  });

  it('only the doors act when imported', () => {
    const acting = files.filter(({ text }) => /^(if \(.+\) )?((customElements|document|window)\b|definePanel\()/m.test(text));
    assert.deepEqual(acting.map(({ name }) => name).sort(), ['define.ts', 'embed/index.ts', 'embed/own-words.ts']);
    const defining = files.filter(({ text }) => /customElements\.define/.test(text));
    assert.deepEqual(
      defining.map(({ name }) => name),
      ['define-panel.ts'],
    );
  });
});
