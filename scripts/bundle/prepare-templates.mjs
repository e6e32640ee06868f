/*
 * Turns html`…` into calls that lean-lit.js understands, so that no template is parsed twice:
 *
 *     html`<p class=${kind}>${text}</p>`   →   html("<p class$><!></p>", kind, text)
 *
 * White space that contains a line break is layout of the source: beside a tag or an expression it
 * goes, elsewhere it becomes one space, as in JSX. What else a visitor sees stays as it is.
 *
 * A template that does not fit (an expression in a part of an attribute's value, say) fails the build.
 */

const isTemplate = (node) => node?.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && node.tag.name === 'html';

/** Every html`…` below a node, inner ones included. */
const templatesIn = (node) => {
  if (!node || typeof node !== 'object') return [];
  const below = Object.values(node).flatMap(templatesIn);
  return isTemplate(node) ? [node, ...below] : below;
};

/** Where markup ends: in a text, or within a tag. */
const isInTag = (markup) => markup.lastIndexOf('<') > markup.lastIndexOf('>');

/**
 * The markup of a template's strings.
 *
 * @throws {Error} for a binding that lean-lit.js does not know
 */
export const prepare = (strings) => {
  let markup = '';
  strings.forEach((string, index) => {
    markup += string
      .replace(/\s*\n\s*(?=<|$)|(?<=>|^)\s*\n\s*/g, (space, at) => (isInTag(markup + string.slice(0, at)) ? ' ' : ''))
      .replace(/\s*\n\s*/g, ' ')
      .replace(/ (?=\/?>)/g, '')
      // Most values need no quotes.
      .replace(/ ([\w-]+)="([^"\s'=<>`/]+)"(?=[ >])/g, ' $1=$2');
    if (index === strings.length - 1) return;
    if (!isInTag(markup)) markup += '<!>';
    else if (/ @[a-z]+=$/.test(markup)) markup = markup.slice(0, -1);
    else if (/ [a-z-]+=$/.test(markup)) markup = `${markup.slice(0, -1)}$`;
    else throw new Error(`no binding of this kind: ${markup.slice(markup.lastIndexOf('<'))}`);
    if (isInTag(markup) && !/^[\s/>]/.test(strings[index + 1]))
      throw new Error(`an attribute's value must be one expression: ${markup.slice(markup.lastIndexOf('<'))}`);
  });
  return markup;
};

export const prepareTemplates = {
  name: 'prepare templates',
  transform(code, id) {
    if (!id.endsWith('.ts') || !code.includes('html`')) return null;
    const edits = templatesIn(this.parse(code)).flatMap(({ start, end, quasi: { quasis, expressions } }) => {
      let markup;
      try {
        markup = prepare(quasis.map(({ value }) => value.cooked));
      } catch (error) {
        this.error(`${id}: ${error.message}`);
      }
      const starts = [start, ...expressions.map((expression) => expression.end)];
      const ends = [...expressions.map((expression) => expression.start), end];
      return starts.map((from, index) => ({
        from,
        to: ends[index],
        text: (index === 0 ? `html(${JSON.stringify(markup)}` : '') + (index < expressions.length ? ',' : ')'),
      }));
    });
    for (const { from, to, text } of edits.sort((one, other) => other.from - one.from))
      code = code.slice(0, from) + text + code.slice(to);
    return { code, map: null };
  },
};
