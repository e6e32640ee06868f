/** What the build makes of the element's templates; a template that it cannot prepare must not get through. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// @ts-expect-error -- a build script, in JavaScript
import { prepare } from '../../scripts/bundle/prepare-templates.mjs';

describe('prepared templates', () => {
  for (const [name, strings, markup] of [
    ['children and attributes', ['<p class=', '>', '</p>'], '<p class$><!></p>'],
    ['listeners', ['<a href=', ' @click=', '>', '</a>'], '<a href$ @click><!></a>'],
    ['line breaks beside tags and expressions', ['<ul>\n    ', '\n  <li>one</li>\n</ul>\n'], '<ul><!><li>one</li></ul>'],
    ['line breaks within tags', ['<a\n    class="exit"\n    href=', '\n    rel="a b"\n    >', '</a\n  >'], '<a class=exit href$ rel="a b"><!></a>'],
    ['line breaks within text', ['<p>one\n  two ', '</p>'], '<p>one two <!></p>'],
    ['spaces that show', ['<strong>', '.</strong> '], '<strong><!>.</strong> '],
    ['a self-closing tag', ['<path d=', ' />'], '<path d$/>'],
    ['a value that ends in a slash', ['<a href="/"></a>'], '<a href="/"></a>'],
  ] as const)
    it(name, () => assert.equal(prepare(strings), markup));

  for (const [name, strings] of [
    ['a part of a value', ['<p class="frame ', '"></p>']],
    ['what follows a value', ['<p class=', 'frame></p>']],
    ['a property', ['<input .value=', '>']],
    ['a boolean attribute', ['<input ?disabled=', '>']],
    ['an element', ['<p ', '></p>']],
  ] as const)
    it(`refuses ${name}`, () => assert.throws(() => prepare(strings), /binding of this kind|must be one expression/));
});
