// The custom elements manifest, with the paths of the published files instead of the sources'.

const LIBRARY = 'dist/index.js';
const REGISTRATION = 'dist/define.js';

/** @param {Awaited<ReturnType<import('./read-element.mjs').readElement>>} element */
export function customElementsManifest({ tag, declaration, events, options }) {
  const panel = {
    ...declaration,
    customElement: true,
    tagName: tag,
    superclass: { name: 'LitElement', package: 'lit' },
    members: declaration.members.map((member) => withOption(member, options)),
    attributes: options.map(attributeOf),
  };
  const classes = [panel, ...events.map((event) => ({ ...event, superclass: { name: 'Event' } }))];
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: LIBRARY,
        declarations: classes,
        exports: classes.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: LIBRARY } })),
      },
      {
        kind: 'javascript-module',
        path: REGISTRATION,
        declarations: [],
        exports: [{ kind: 'custom-element-definition', name: tag, declaration: { name: panel.name, module: LIBRARY } }],
      },
    ],
  };
}

function withOption(member, options) {
  const option = options.find(({ property }) => property === member.name);
  if (!option) return member;
  const { attribute, type, fallback } = option;
  return { ...member, attribute, type: { text: type.text }, ...defaultOf(fallback) };
}

function attributeOf({ attribute, property, type, description, fallback }) {
  return { name: attribute, fieldName: property, description, type: { text: writtenType(type) }, ...defaultOf(fallback) };
}

/** A list is written as its words. */
function writtenType({ text, values }) {
  return values.length > 0 || ['string', 'number', 'boolean'].includes(text) ? text : 'string';
}

function defaultOf(fallback) {
  if (fallback === undefined) return {};
  return { default: typeof fallback === 'string' ? `'${fallback}'` : String(fallback) };
}
