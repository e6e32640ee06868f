/*
 * Sorts what embed.js declares, so that like stands beside like and compresses better: first values,
 * then functions, then classes, then everything that does something when the script is evaluated, in
 * the order in which it stood.
 *
 * Nothing can tell the difference. What moves to the front only comes to be there: it calls nothing
 * and reads no name until somebody calls it, and whatever could do that comes after it.
 *
 * Functions take one form, the arrow, for the same reason. One with a `this` of its own keeps its
 * form, and so does one that anything here treats as a class.
 */
import { assemble } from './edit-text.mjs';
import { nodesOf } from './nodes.mjs';

/** The statements of all modules: those of the function in the `try` of rollup.config.mjs. */
const statementsOf = (program) =>
  program.body[0].expression.callee.body.body.find(({ type }) => type === 'TryStatement').block.body.at(-1).expression.callee.body.body;

/** What a statement declares, and perhaps a key of a pattern. */
const namesOf = ({ id, declarations = [{ id }] }) => declarations.flatMap((declaration) => nodesOf(declaration.id).map(({ name }) => name));

/** Names that stand where only a class can, or a function that is used like one. */
const classNamesIn = (program) =>
  new Set(
    nodesOf(program).map(
      ({ type, callee, superClass, operator, right, object, property }) =>
        (type === 'NewExpression' ? callee : operator === 'instanceof' ? right : property?.name === 'prototype' ? object : superClass)
          ?.name,
    ),
  );

/** Whether it can be evaluated anywhere. A pattern takes its value apart, which may run a default. */
const isValue = ({ id, init }) =>
  id.type === 'Identifier' && (!init || init.type === 'Literal' || (init.type === 'TemplateLiteral' && !init.expressions.length));

/** Whether evaluating a class runs nothing of ours. */
const isInert = ({ superClass, body }, declared) =>
  (!superClass || (superClass.type === 'Identifier' && !declared.has(superClass.name))) &&
  body.body.every((member) => !member.static && !member.computed && member.type !== 'StaticBlock');

/** The order of the declarations. */
const [VALUE, FUNCTION, CLASS, ANYTHING_ELSE] = [0, 1, 2, 3];

export const arrange = {
  name: 'arrange',
  renderChunk(code) {
    const program = this.parse(code);
    const statements = statementsOf(program);
    const classNames = classNamesIn(program);
    const declared = new Set(statements.flatMap(namesOf));

    /** Each declaration of a statement, with its place in the order. */
    const declarationsOf = (statement) => {
      const { type, kind, start, end, id, async, generator, body } = statement;
      // `var` has a value before its declaration.
      if (type === 'VariableDeclaration' && kind !== 'var')
        return statement.declarations.map((declaration) => ({
          rank: isValue(declaration) ? VALUE : declaration.init.type === 'ArrowFunctionExpression' ? FUNCTION : ANYTHING_ELSE,
          parts: ['let ', declaration, ';'],
        }));
      if (
        type === 'FunctionDeclaration' &&
        !generator &&
        !classNames.has(id.name) &&
        !/\b(this|arguments)\b/.test(code.slice(start, end))
      ) {
        const parameters = { start: code.indexOf('(', id.end), end: body.start };
        return [{ rank: FUNCTION, parts: ['let ', id, async ? '=async' : '=', parameters, '=>', body, ';'] }];
      }
      return [{ rank: type === 'ClassDeclaration' && isInert(statement, declared) ? CLASS : ANYTHING_ELSE, parts: [{ start, end }, ';'] }];
    };

    const sorted = statements.flatMap(declarationsOf).sort((one, other) => one.rank - other.rank);
    return assemble(code, [
      { start: 0, end: statements[0].start },
      ...sorted.flatMap(({ parts }) => parts),
      { start: statements.at(-1).end, end: code.length },
    ]);
  },
};
