/*
 * Turns html`…` into calls that lean-lit.js understands, so that no template is parsed twice:
 *
 *     html`<p class=${kind}>${text}</p>`   →   html("<p><!></p>", "0class 1", kind, text)
 *
 * After the markup stands where the values go: the number of an element or comment, in document order,
 * and the name of an attribute or `@` and that of an event; none for a child, which a comment marks.
 *
 * White space that contains a line break is layout of the source: beside a tag or an expression it
 * goes, elsewhere it becomes one space, as in JSX. What else a visitor sees stays as it is.
 *
 * css`…`, which has no values, becomes a string.
 *
 * A template that does not fit (an expression in a part of an attribute's value, say) fails the build.
 */

const isTemplate = (node) => node?.type === 'TaggedTemplateExpression' && /^(html|css)$/.test(node.tag.name);

/** Every html`…` and css`…` below a node, inner ones included. */
const templatesIn = (node) => {
  if (!node || typeof node !== 'object') return [];
  const below = Object.values(node).flatMap(templatesIn);
  return isTemplate(node) ? [node, ...below] : below;
};

/** Where markup ends: in a text, or within a tag. */
const isInTag = (markup) => markup.lastIndexOf('<') > markup.lastIndexOf('>');

/** How many elements and comments markup opens. */
const nodesIn = (markup) => markup.match(/<[a-z!]/gi)?.length ?? 0;

/**
 * The markup of a template's strings, and the places of its values.
 *
 * @throws {Error} for a binding that lean-lit.js does not know
 */
export const prepare = (strings) => {
  let markup = '';
  const places = [];
  strings.forEach((string, index) => {
    markup += string
      .replace(/\s*\n\s*(?=<|$)|(?<=>|^)\s*\n\s*/g, (space, at) => (isInTag(markup + string.slice(0, at)) ? ' ' : ''))
      .replace(/\s*\n\s*/g, ' ')
      .replace(/ (?=\/?>)/g, '')
      // Most values need no quotes.
      .replace(/ ([\w-]+)="([^"\s'=<>`/]+)"(?=[ >])/g, ' $1=$2');
    if (index === strings.length - 1) return;
    let name = '';
    if (!isInTag(markup)) markup += '<!>';
    else {
      [, name] = / (@[a-z]+|[a-z-]+)=$/.exec(markup) ?? [];
      if (!name) throw new Error(`no binding of this kind: ${markup.slice(markup.lastIndexOf('<'))}`);
      markup = markup.slice(0, -name.length - 2);
    }
    places.push(`${nodesIn(markup) - 1}${name}`);
    if (isInTag(markup) && !/^[\s/>]/.test(strings[index + 1]))
      throw new Error(`an attribute's value must be one expression: ${markup.slice(markup.lastIndexOf('<'))}`);
  });
  return { markup, places: places.join(' ') };
};

export const prepareTemplates = {
  name: 'prepare templates',
  transform(code, id) {
    if (!id.endsWith('.ts') || !/\b(html|css)`/.test(code)) return null;
    const edits = templatesIn(this.parse(code)).flatMap(({ start, end, tag, quasi: { quasis, expressions } }) => {
      if (tag.name === 'css') return [{ from: start, to: end, text: JSON.stringify(quasis[0].value.cooked) }];
      let prepared;
      try {
        prepared = prepare(quasis.map(({ value }) => value.cooked));
      } catch (error) {
        this.error(`${id}: ${error.message}`);
      }
      const starts = [start, ...expressions.map((expression) => expression.end)];
      const ends = [...expressions.map((expression) => expression.start), end];
      return starts.map((from, index) => ({
        from,
        to: ends[index],
        text: (index === 0 ? `html(${JSON.stringify(prepared.markup)},${JSON.stringify(prepared.places)}` : '') + (index < expressions.length ? ',' : ')'),
      }));
    });
    for (const { from, to, text } of edits.sort((one, other) => other.from - one.from))
      code = code.slice(0, from) + text + code.slice(to);
    return { code, map: null };
  },
};
