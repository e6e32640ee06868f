/** The steps that make embed.js shorter must keep what it does, or refuse: whatever the sources come to hold. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
// @ts-expect-error -- a build script, in JavaScript
import { arrange } from '../../scripts/bundle/arrange.mjs';
// @ts-expect-error -- a build script, in JavaScript
import { comparedWith } from '../../scripts/bundle/compared-with.mjs';
// @ts-expect-error -- a build script, in JavaScript
import { editModule } from '../../scripts/bundle/edit-module.mjs';
// @ts-expect-error -- a build script, in JavaScript
import { leanLit } from '../../scripts/bundle/lean-lit.mjs';
import { leanZone } from '../../scripts/bundle/lean-zone.mjs';
// @ts-expect-error -- a build script, in JavaScript
import { prepareTemplates } from '../../scripts/bundle/prepare-templates.mjs';
// @ts-expect-error -- a build script, in JavaScript
import { letForConst, noPrivateKeys, shorten, sumsForTemplates } from '../../scripts/bundle/shorten.mjs';

const context = {
  parse: parseAst,
  error(message: string): never {
    throw new Error(message);
  },
};

interface Step {
  renderChunk(this: typeof context, code: string): { code: string; map: object } | null;
}

const after = (step: Step, code: string): string => step.renderChunk.call(context, code)?.code ?? code;

/** As rollup hands it over: the modules in a function of their own, in a `try`. The last statement is what it is worth. */
const bundled = (statements: string) =>
  `(function () {\n'use strict';\nlet worth;\ntry {\n(() => {\n${statements.replace(/return (?=[^;]*;$)/, 'worth = ')}\n})();\n} catch (error) { throw error; }\nreturn worth;\n})();`;

const valueOf = (code: string): unknown => new Function(`return ${code}`)();

describe('arranged declarations', () => {
  for (const [name, statements, value] of [
    [
      'a value, a function and a class, used before they stand',
      'const get = () => new A().one + two(); class A { one = 1 } function two() { return three; } const three = 3; return get();',
      4,
    ],
    [
      'a class whose superclass comes out of a pattern',
      'const { A } = { A: class { one = 1 } }; class B extends A {} return new B().one;',
      1,
    ],
    [
      'a class whose superclass is made',
      'const made = (Base) => class extends Base {}; class A {} class B extends made(A) {} return new B() instanceof A;',
      true,
    ],
    [
      'a class whose superclass comes out of an object',
      'const made = { sub: (Base) => class extends Base {} }; class A {} class B extends made.sub(A) {} return new B() instanceof A;',
      true,
    ],
    [
      'a class whose superclass is not evaluated anywhere',
      'const order = []; class A { static one = order.push(1) } class B extends A {} return B.one;',
      1,
    ],
    [
      'another name for a function, and a table of functions',
      'const one = () => 1; const same = one; const table = { one }; return same() + table.one();',
      2,
    ],
    ['a static block', "const order = []; class A { static { order.push('block'); } } return order.join();", 'block'],
    ['a static field', "const order = []; class A { static one = order.push('field'); } return order.join();", 'field'],
    ['a computed name', "const order = []; class A { [order.push('name')]() {} } return order.join();", 'name'],
    ['a template with a value', 'const list = [1]; const text = `${list}`; return text;', '1'],
    ['statements without semicolons', 'let seen = 0\nconst up = () => { seen += 1 }\nup()\nup()\nreturn seen;', 2],
    [
      'a default in a pattern',
      "const order = []; const note = (word) => order.push(word); note('first'); const [letter, next = note('second')] = 'a'; return order.join();",
      'first,second',
    ],
    [
      'what a default parameter needs',
      'function add(one, other = double(one)) { return one + other; } const double = (number) => number * 2; return add(1);',
      3,
    ],
    ['a `this` of its own', 'function one() { return this.two; } return one.call({ two: 2 });', 2],
    ['`arguments`', 'function count() { return arguments.length; } return count(1, 2);', 2],
    ['a function that `new` makes things with', 'function Thing() {} return typeof new Thing();', 'object'],
    ['a function that things are asked for', 'function Thing() {} return {} instanceof Thing;', false],
    ['a function with a prototype', 'function Thing() {} Thing.prototype.one = 1; return Object.keys(Thing.prototype).join();', 'one'],
    ['a function that a class extends', 'function Thing() {} class Other extends Thing {} return typeof new Other();', 'object'],
    ['a generator', 'function* count() { yield 1; yield 2; } return [...count()].join();', '1,2'],
    ['`var` before it has a value', 'const before = late; var late = 1; return before;', undefined],
    ['several in one statement', 'const one = 1, two = () => one + 1, three = two() + 1; return three;', 3],
  ] as const)
    it(name, () => assert.equal(valueOf(after(arrange, bundled(statements))), value));

  it('an async function stays one', async () => {
    assert.equal(await valueOf(after(arrange, bundled('async function one() { return await 1; } return one();'))), 1);
  });

  it('moves what nothing can tell', () => {
    const code = after(arrange, bundled('act(); class A {} function one() {} const two = 2;'));
    assert.deepEqual(code.match(/act|class|one|two/g), ['two', 'one', 'class', 'act']);
  });

  it('refuses code in another wrapping', () => assert.throws(() => after(arrange, '(function () { let one = 1; })();')));
});

describe('sums for templates', () => {
  for (const [name, expression] of [
    ['numbers side by side', '`${1}${2}`'],
    ['numbers, then text', '`${1}${2}a`'],
    ['text in front, between, behind', '`a${1}b${2}c`'],
    ['one value', '`${1}`'],
    ['conditions and sums inside', '`${1 + 2}:${true ? 1 : 2}${0 || 3}`'],
    ['brackets and commas', '`${(1)}${(1, 2)}${(3) + 4}${((5) ? (6) : 7)}`'],
    ['comments', '`${/* } */ 1 /* ` */}b`'],
    ['templates in templates', '`a${`b${`c${1}`}`}${[`d${2}`, 3].map((item) => `${item}!`)}`'],
    ['escapes', '`\\u2028\\`\\${}\\n"\\\\${1}\\u00e9`'],
    ['a regular expression with a backtick', '`${"a`b".replace(/`/g, "$")}-`'],
    ['a date', '`${new Date(0)}`'],
    ['nothing', '`${undefined}${null}`'],
    ['as a part of a sum', '1 + `${2}${3}` + 4 * `${5}`.length'],
    ['a part of a call', '`${"abc"}d`.length'],
  ] as const)
    it(name, () => {
      const sum = after(sumsForTemplates, `(${expression})`);
      assert.equal(valueOf(sum), valueOf(`(${expression})`));
    });

  it('refuses a template that Lit would have to read', () =>
    assert.throws(() => after(sumsForTemplates, 'h`<p>${1}</p>`'), /knows this template/));
  it('refuses what the parser does not read', () => assert.throws(() => after(sumsForTemplates, '`\\ud800${1}`'), /an escape/));
});

describe('packages of which embed.js holds a part', () => {
  for (const [file, steps] of Object.entries({ 'lean-lit.mjs': leanLit, 'lean-zone.mjs': leanZone }))
    it(`are the releases that ${file} was compared with`, () => {
      const [first] = steps as readonly { buildStart?(this: typeof context): void }[];
      assert.ok(first?.buildStart, 'asked before anything is built');
      first.buildStart.call(context);
    });

  it('are refused in another release', () =>
    assert.throws(
      () => comparedWith({ 'date-fns-tz': '3.1.0' }, 'these edits', 'this file').buildStart.call(context),
      /^Error: date-fns-tz is [\d.]+: compare its changes since 3\.1\.0 with these edits, then note it in this file$/,
    ));
});

describe('edits of a module', () => {
  const { transform } = editModule('lib/a.js', [
    [/one/g, 'two'],
    [/three/, 'four'],
  ]);
  const edited = (code: string, id: string) => (transform.call(context, code, id) as { code: string } | null)?.code;

  it('are made in that one alone', () => {
    for (const id of ['node_modules/lib/a.js', 'C:\\node_modules\\lib\\a.js']) assert.equal(edited('one one three', id), 'two two four');
    assert.equal(edited('one three', 'node_modules/lib/b.js'), undefined);
  });

  it('are refused where one no longer fits', () =>
    assert.throws(() => edited('one', 'node_modules/lib/a.js'), /lib\/a\.js has changed.*three/));

  it('are refused where the file is not where it was, and in no other case', () => {
    const start = (file: string) => editModule(file, []).buildStart.call(context);
    assert.throws(() => start('lib/a.js'), /^Error: lib\/a\.js is not there/);
    for (const file of ['src/release.ts', 'date-fns-tz/package.json']) assert.doesNotThrow(() => start(file), file);
  });
});

describe('other steps', () => {
  it('leave alone what they have nothing to do with', () => {
    for (const step of [letForConst, sumsForTemplates]) assert.equal(after(step, 'let one = `1`;'), 'let one = `1`;');
  });

  it('puts let for const wherever one may stand', () => {
    const code =
      'let all = []; for (const [one] of [[1], [2]]) { const two = one * 2; all.push(() => two); } for (const key in { a: 1 }) all.push(() => key); return all.map((get) => get()).join();';
    const short = after(letForConst, bundled(code));
    assert.doesNotMatch(short, /const/);
    assert.equal(valueOf(short), '2,4,a');
  });

  it('refuses a name that the minifier changes as a key in quotes', () => {
    assert.ok(shorten.includes(noPrivateKeys), 'a step of the build');
    assert.throws(() => after(noPrivateKeys, "Object.hasOwn(rule, 'spans')"), /"spans" is in the list/);
    assert.doesNotThrow(() => after(noPrivateKeys, "document.createElement('template'); say('no spans'); say('spans of time')"));
  });

  it('refuses styles that are not one text', () => {
    for (const styles of ['css`a{color:${1}}`', 'css`a::before{content:"\\2014"}`'])
      assert.throws(() => prepareTemplates.transform.call(context, styles, 'a.styles.ts'), /one text/);
  });

  it('prepares no templates but ours', () =>
    assert.equal(prepareTemplates.transform.call(context, 'html`<p .x=${1}></p>`', 'node_modules/a/index.js'), null));

  it('prepares templates in templates, and leads back to where things were', () => {
    const code =
      'const view = (items) =>\n  html`<ul>\n    ${items.map((item) => html`<li>${(item)}</li>`)}\n  </ul>`;\nconst last = /`/;\n';
    const prepared = prepareTemplates.transform.call(context, code, 'view.ts');
    assert.equal(
      prepared.code,
      'const view = (items) =>\n  html("<ul><!></ul>",["2"],items.map((item) => html("<li><!></li>",["2"],item)));\nconst last = /`/;\n',
    );
    const lines: string[] = prepared.code.split('\n');
    const placeOf = (line: number, words: string) =>
      prepared.map.mappings[line].find(([column]: number[]) => column === lines[line]!.indexOf(words))?.slice(2);
    assert.deepEqual(
      [placeOf(0, 'const'), placeOf(1, 'items'), placeOf(2, 'const'), placeOf(2, 'last')],
      [
        [0, 0],
        [2, 6],
        [4, 0],
        [4, 6],
      ],
    );
  });
});
