/** What `npm run size` says and does about bundles of any size; `npm run test:all` weighs those of today. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { rollup } from 'rollup';
import { betweenMarks } from '../../scripts/between-marks.mjs';
// @ts-expect-error -- a script, in JavaScript
import { attributed, brotli, linesOf, shares } from '../../scripts/size/report.mjs';
import { plainEnvironment } from '../support/plain-environment.js';

const GATE = 1200;

/** How a process ends that holds bundles of so many bytes to the gate. */
const hold = (...sizes: number[]) => {
  const rows = JSON.stringify(sizes.map((bytes) => ['a bundle', bytes, GATE, 1300]));
  const code = `import { holdGates } from './scripts/size/report.mjs'; holdGates(${rows});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', env: plainEnvironment });
  return { status, stderr };
};

describe('a bundle, beside its gate', () => {
  it('at it, or a little smaller, passes', () => assert.deepEqual(hold(GATE, GATE - 12), { status: 0, stderr: '' }));

  for (const [what, bytes, problem] of [
    ['one byte over it', GATE + 1, /A gate is passed/],
    ['more than a hundredth under it, where something may not have been weighed', GATE - 13, /more than a hundredth smaller than its gate/],
  ] as const)
    it(`${what}, fails, whichever it is`, () => {
      for (const sizes of [
        [bytes, GATE],
        [GATE, bytes],
      ]) {
        const { status, stderr } = hold(...sizes);
        assert.equal(status, 1);
        assert.match(stderr, problem);
      }
    });

  it('fails where there is none', () => assert.equal(hold().status, 1));

  for (const [bytes, gate, goal, words] of [
    [3070, 3070, 3072, '3,070 B   gate   3,070   goal   3,072   reached'],
    [3072, 3072, 3072, '3,072 B   gate   3,072   goal   3,072   reached'],
    [3073, 3073, 3072, '3,073 B   gate   3,073   goal   3,072   1 over the goal'],
    [3072, 3070, 3080, '3,072 B   gate   3,070   goal   3,080   2 OVER THE GATE'],
    [3040, 3070, 3072, '3,040 B   gate   3,070   goal   3,072   reached'],
    [3039, 3070, 3072, '3,039 B   gate   3,070   goal   3,072   31 UNDER THE GATE'],
  ] as const)
    it(`says ${words}`, () => assert.equal(linesOf([['hours', bytes, gate, goal]])[0].replace(/^hours +/, ''), words));
});

it('bytes are those of brotli at its best', () => {
  const script = readFileSync('dist/embed.js', 'utf8');
  // Which is what it does untold.
  assert.equal(brotli(script), brotliCompressSync(script).length);
});

it('each character belongs to the module that it comes from, and no other', async () => {
  const modules: Record<string, string> = {
    'src/one.js': `import './other.js';\nconsole.log('from one');\nconsole.log('and again');`,
    'src/other.js': `console.log('from the other');`,
  };
  const build = await rollup({
    input: 'src/one.js',
    plugins: [{ name: 'modules', resolveId: (id) => id.replace('./', 'src/'), load: (id) => modules[id] }],
  });
  const { output } = await build.generate({ format: 'es', sourcemap: true });
  const { code, owners } = attributed(output[0]) as { code: string; owners: string[] };
  const textOf = (name: string) => [...code].filter((_, index) => owners[index] === name).join('');
  // With the line ends after them.
  assert.equal(textOf('src/one.js'), `console.log('from one');\nconsole.log('and again');\n`);
  assert.equal(textOf('src/other.js'), `console.log('from the other');\n\n`);

  const found = shares({ code, owners }) as { name: string; characters: number; bytes: number }[];
  const without = (name: string) => brotli(code) - brotli([...code].filter((_, index) => owners[index] !== name).join(''));
  assert.deepEqual(
    found.map(({ name, characters, bytes }) => [name, characters, bytes]),
    ['src/one.js', 'src/other.js']
      .map((name) => [name, textOf(name).length, without(name)])
      .sort(([, , one], [, , other]) => Number(other) - Number(one)),
  );
});

describe('a text between the marks of a document', () => {
  const document = 'Before $&\n<!-- table -->\nold\nlines\n<!-- end -->\nAfter\n';

  it('leaves all around it as it was', () =>
    assert.equal(betweenMarks(document, 'table', "new $' text"), "Before $&\n<!-- table -->\nnew $' text\n<!-- end -->\nAfter\n"));

  for (const [what, changed] of [
    ['the first mark is lost', document.replace('<!-- table -->\n', '')],
    ['the last mark is lost', document.replace('\n<!-- end -->', '')],
    ['they have changed places', 'Before\n<!-- end -->\nold\n<!-- table -->\nAfter'],
    ['the first is there twice', `${document}<!-- table -->\n`],
    ['the last is there twice', `${document}\n<!-- end -->`],
  ] as const)
    it(`is refused where ${what}`, () => assert.throws(() => betweenMarks(changed, 'table', 'new'), /expected <!-- table --> once/));

  for (const [file, mark] of [
    ['docs/size.md', 'table'],
    ['docs/performance.md', 'tables'],
  ] as const)
    it(`has its place in ${file}`, () => assert.ok(betweenMarks(readFileSync(file, 'utf8'), mark, 'new').includes('\nnew\n')));
});
