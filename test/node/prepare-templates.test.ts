/** What the build makes of the element's templates; a template that it cannot prepare must not get through. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// @ts-expect-error -- a build script, in JavaScript
import { prepare } from '../../scripts/bundle/prepare-templates.mjs';

describe('prepared templates', () => {
  for (const [name, strings, markup, places] of [
    ['children and attributes', ['<p class=', '>', '</p>'], '<p><!></p>', ['1class', '1']],
    ['listeners', ['<a href=', ' @click=', '>', '</a>'], '<a><!></a>', ['1href', '0@click', '1']],
    ['line breaks beside tags and expressions', ['<ul>\n    ', '\n  <li>one</li>\n</ul>\n'], '<ul><!><li>one</li></ul>', ['2']],
    ['line breaks between text and expressions', ['<p>one\n  ', '\n  two</p>'], '<p>one<!>two</p>', ['2']],
    [
      'line breaks within tags',
      ['<a\n    class="exit"\n    href=', '\n    rel="a b"\n    >', '</a\n  >'],
      '<a class=exit rel="a b"><!></a>',
      ['1href', '1'],
    ],
    ['line breaks within text', ['<p>one\n  two ', '</p>'], '<p>one two <!></p>', ['2']],
    ['spaces that show', ['<strong>', '.</strong> '], '<strong><!>.</strong> ', ['2']],
    [
      'places by how far they are',
      ['<ul><li>', '</li><li lang=', '><b>', '</b></li></ul>'],
      '<ul><li><!></li><li><b><!></b></li></ul>',
      ['3', '1lang', '2'],
    ],
    ['a self-closing tag', ['<path d=', ' />'], '<path/>', ['1d']],
    ['quotes in a text', ['<p title="one">say lang="en" here</p>'], '<p title=one>say lang="en" here</p>', []],
    ['quotes behind the value of a tag that is not closed yet', ['<p class=', ' title="one">x</p>'], '<p title=one>x</p>', ['1class']],
    ['a value in quotes that something follows at once', ['<a title="one"/>'], '<a title="one"/>', []],
    ['a value nine places on', ['<p>', `${'<br>'.repeat(8)}`, '</p>'], `<p><!>${'<br>'.repeat(8)}<!></p>`, ['2', '9']],
    ['a value before the end of a self-closing tag', ['<path d=', '/>'], '<path/>', ['1d']],
    ['a value that ends in a slash', ['<a href="/"></a>'], '<a href="/"></a>', []],
  ] as const)
    it(name, () => assert.deepEqual(prepare(strings), { markup, places }));

  for (const [name, strings] of [
    ['a part of a value', ['<p class="frame ', '"></p>']],
    ['what follows a value', ['<p class=', 'frame></p>']],
    ['a property', ['<input .value=', '>']],
    ['a boolean attribute', ['<input ?disabled=', '>']],
    ['an element', ['<p ', '></p>']],
    ['a sign of a tag in a value', ['<p title="a > b" class=', '></p>']],
    ['the beginning of a tag in a value', ['<p title="a <b">', '</p>']],
    ['a sign of a tag in a text', ['<p>a > b ', '</p>']],
    ['a comment', ['<p><!-- ', ' --></p>']],
    ['an element that holds no elements', ['<textarea>', '</textarea>']],
    ['a value too far from the one before', ['<p>', '<br><br><br><br><br><br><br><br><br>', '</p>']],
    ['elements to which the parser adds others', ['<table><tr><td>', '</td></tr></table>']],
    ...'iframe math noscript plaintext script select style table tbody td template textarea tfoot th thead title tr xmp'
      .split(' ')
      .map((element) => [`<${element}>`, [`<${element}>`, `</${element}>`]] as const),
  ] as const)
    it(`refuses ${name}`, () =>
      assert.throws(() => prepare(strings), /binding of this kind|must be one expression|where the nodes|too far/));
});
