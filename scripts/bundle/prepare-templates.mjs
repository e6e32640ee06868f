/*
 * Turns html`…` into calls that lean-lit.js understands, so that no template is parsed twice:
 *
 *     html`<p class=${kind}>${text}</p>`   →   html("<p><!></p>", ["1class", "1"], kind, text)
 *
 * The second argument says where each value goes, one text for each: a digit (how many elements and comments on from the
 * place before, in document order), then an attribute's name, or `@` and an event's name, or nothing
 * for a child, whose place the comment `<!>` marks.
 *
 * White space that contains a line break is layout of the source: beside a tag or an expression it
 * goes, elsewhere it becomes one space, as in JSX. What else a visitor sees stays as it is.
 *
 * css`…`, which has no values, becomes a string.
 *
 * A template that does not fit (an expression in a part of an attribute's value, say) fails the build.
 */
import { edit } from './edit-text.mjs';
import { nodesOf } from './nodes.mjs';

const isTemplate = ({ type, tag }) => type === 'TaggedTemplateExpression' && /^(html|css)$/.test(tag.name);

/** Whether markup ends within a tag, not in a text. */
const isInTag = (markup) => markup.lastIndexOf('<') > markup.lastIndexOf('>');

/** All that prepared markup may consist of, so that what looks like a tag is one: tags, comments and text. */
const MARKUP = /^(<[a-z]\w*( [\w-]+(="[^"<>]*"|=[^\s"'=<>`]+)?)*\/?>|<\/[a-z]\w*>|<!>|[^<>])*$/i;

/** Elements whose content, or the place they stand in, the parser reads by other rules: nodes would not be where they are counted. */
const ODD = /<(iframe|math|no\w+|plaintext|script|select|style|t(able|body|d|emplate|extarea|foot|h|head|itle|r)|xmp)\b/i;

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
  /** How many nodes there are up to the last place. */
  let reached = 0;
  strings.forEach((string, index) => {
    markup += string
      .replace(/\s*\n\s*(?=<|$)|(?<=>|^)\s*\n\s*/g, (space, at) => (isInTag(markup + string.slice(0, at)) ? ' ' : ''))
      .replace(/\s*\n\s*/g, ' ')
      .replace(/ (?=\/?>)/g, '')
      // Most values need no quotes.
      .replace(/( [\w-]+=)"([^"\s'=<>`/]+)"(?=[ >])/g, (quoted, name, value, at, text) =>
        isInTag(markup + text.slice(0, at)) ? name + value : quoted,
      );
    if (index === strings.length - 1) return;
    let name = '';
    if (!isInTag(markup)) markup += '<!>';
    else {
      [, name] = / (@[a-z]+|[a-z-]+)=$/.exec(markup) ?? [];
      if (!name) throw new Error(`no binding of this kind: ${markup.slice(markup.lastIndexOf('<'))}`);
      markup = markup.slice(0, -name.length - 2);
    }
    const steps = nodesIn(markup) - reached;
    reached += steps;
    if (steps > 9) throw new Error(`too far from one value to the next: ${markup}`);
    places.push(`${steps}${name}`);
    if (isInTag(markup) && !/^[\s/>]/.test(strings[index + 1]))
      throw new Error(`an attribute's value must be one expression: ${markup.slice(markup.lastIndexOf('<'))}`);
  });
  if (!MARKUP.test(markup) || ODD.test(markup)) throw new Error(`nobody knows where the nodes of this are: ${markup}`);
  return { markup, places };
};

export const prepareTemplates = {
  name: 'prepare templates',
  transform(code, id) {
    if (!id.endsWith('.ts') || !/\b(html|css)`/.test(code)) return null;
    const edits = nodesOf(this.parse(code))
      .filter(isTemplate)
      .flatMap(({ start, end, tag, quasi: { quasis, expressions } }) => {
        if (tag.name === 'css') {
          const [{ value }] = quasis;
          if (expressions.length || value.cooked == null) this.error(`${id}: styles must be one text, and its escapes those of JavaScript`);
          return [{ start, end, text: JSON.stringify(value.cooked) }];
        }
        let prepared;
        try {
          prepared = prepare(quasis.map(({ value }) => value.cooked));
        } catch (error) {
          this.error(`${id}: ${error.message}`);
        }
        const { markup, places } = prepared;
        const starts = [start, ...expressions.map((expression) => expression.end)];
        const ends = [...expressions.map((expression) => expression.start), end];
        return starts.map((from, index) => ({
          start: from,
          end: ends[index],
          text: (index === 0 ? `html(${JSON.stringify(markup)},${JSON.stringify(places)}` : '') + (index < expressions.length ? ',' : ')'),
        }));
      });
    return edit(code, edits);
  },
};
