// The types of an interface's properties as a reader wants them: aliases resolved, unions spelt out.

import ts from 'typescript';

/**
 * @param {string} file
 * @param {string} name of the interface
 * @returns {Map<string, { text: string, values: string[] }>} by property; `values` are the texts of a
 *   union that has nothing but texts
 */
export function propertyTypes(file, name) {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, '.');
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const declaration = program
    .getSourceFile(file)
    .statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
  const type = checker.getTypeAtLocation(declaration);
  return new Map(type.getProperties().map((property) => [property.name, describe(checker.getTypeOfSymbol(property), checker)]));
}

function describe(type, checker) {
  // "Or nothing" is said by the property being optional.
  const wanted = checker.getNonNullableType(type);
  const isBoolean = (wanted.flags & ts.TypeFlags.Boolean) !== 0;
  const members = wanted.isUnion() && !isBoolean ? wanted.types : [wanted];
  const texts = members.map((member) => checker.typeToString(member, undefined, ts.TypeFormatFlags.NoTruncation));
  return {
    text: texts.join(' | ').replaceAll('"', "'"),
    values: members.every((member) => member.isStringLiteral()) ? members.map(({ value }) => value) : [],
  };
}
