// Declarations of the attributes, which the framework types in types/ are made of.

/** @param {Awaited<ReturnType<import('./read-element.mjs').readElement>>} element */
export function attributeTypes({ tag, options }) {
  const rows = options
    // Every element has it.
    .filter(({ attribute }) => attribute !== 'lang')
    .map(({ attribute, property, type, description }) => ({ attribute, property, type: givenType(type), description }));
  return [
    declare(`Attributes of \`<${tag}>\`, by the names that HTML has for them.`, 'PanelAttributes', rows, 'attribute'),
    declare(`Properties of \`<${tag}>\` that have an attribute.`, 'PanelProperties', rows, 'property'),
  ].join('\n');
}

function declare(comment, name, rows, key) {
  const fields = rows.map((row) => `  /** ${row.description} */\n  ${quoted(row[key])}?: ${row.type} | null | undefined;`);
  return `/** ${comment} */\nexport interface ${name} {\n${fields.join('\n')}\n}\n`;
}

function quoted(name) {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}

/** Numbers may be written as text, and a list as its words. Frameworks take `null` for "not there". */
function givenType({ text }) {
  if (text === 'number') return 'number | `${number}`';
  return text.endsWith('[]') ? `string | ${text}` : text;
}
