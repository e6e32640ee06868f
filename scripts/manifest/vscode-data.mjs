// Custom data for the HTML editor of VS Code and its relatives: completion and hovers in plain HTML.

/** @param {Awaited<ReturnType<import('./read-element.mjs').readElement>>} element */
export function vscodeData({ tag, declaration, options }) {
  return {
    version: 1.1,
    tags: [
      {
        name: tag,
        description: markdown(declaration.description),
        attributes: options.map(({ attribute, description, type, isBoolean }) => ({
          name: attribute,
          description: markdown(description),
          // `v` stands for an attribute without a value.
          ...(isBoolean && { valueSet: 'v' }),
          ...(type.values.length > 0 && { values: type.values.map((name) => ({ name })) }),
        })),
      },
    ],
  };
}

function markdown(value) {
  return { kind: 'markdown', value };
}
