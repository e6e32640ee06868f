/** Names that the minifier changes in embed.js: all of them ours alone, and none that hosts, data or packs know. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
// @ts-expect-error -- a build script, in JavaScript
import { PRIVATE } from '../../scripts/bundle/shorten.mjs';
import { packNames } from '../support/pack-names.js';

const privateNames = new Set<string>(PRIVATE);

const LEAN_LIT = 'scripts/bundle/lean-lit.js';
const packs = packNames.map((name) => `src/lang/${name}.ts`);
const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'));
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const program = ts.createProgram(['src/embed/index.ts', 'src/index.ts', LEAN_LIT, ...packs], { ...options, noEmit: true, allowJs: true });
const checker = program.getTypeChecker();
const files = program
  .getSourceFiles()
  .filter(({ fileName }) => /(^|\/)(src|scripts)\//.test(fileName) && !fileName.includes('node_modules'));

/** Whether a property is declared here. lean-lit.js stands in the place of Lit. */
const isOurs = ({ declarations = [] }: ts.Symbol): boolean =>
  declarations.every((declaration) => {
    const { fileName } = declaration.getSourceFile();
    return files.some((file) => file.fileName === fileName) || /node_modules\/(@lit|lit)/.test(fileName);
  });

/** The property that a name stands for, where the name is that of one. */
const propertyOf = (name: ts.Identifier): { symbol: ts.Symbol | undefined } | undefined => {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return { symbol: checker.getSymbolAtLocation(name) };
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === name)
    return { symbol: checker.getTypeAtLocation(parent.parent).getProperty(name.text) };
  // What a literal is for knows best whose its properties are.
  if (ts.isObjectLiteralElementLike(parent) && ts.isObjectLiteralExpression(parent.parent) && parent.name === name)
    return { symbol: checker.getContextualType(parent.parent)?.getProperty(name.text) ?? checker.getSymbolAtLocation(name) };
  if ((ts.isClassElement(parent) || ts.isTypeElement(parent)) && parent.name === name) return { symbol: checker.getSymbolAtLocation(name) };
  return undefined;
};

const uses: { name: string; where: string; symbol: ts.Symbol | undefined; file: string }[] = [];
for (const file of files) {
  const visit = (node: ts.Node): void => {
    const use = ts.isIdentifier(node) && privateNames.has(node.text) && propertyOf(node);
    if (use)
      uses.push({
        name: node.text,
        symbol: use.symbol,
        file: file.fileName,
        where: `${file.fileName}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`,
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** Every property of a type, and of what those are. */
const namesIn = (type: ts.Type, seen = new Set<ts.Type>()): readonly string[] => {
  if (seen.has(type)) return [];
  seen.add(type);
  const parts = type.isUnionOrIntersection() ? type.types : checker.getTypeArguments(type as ts.TypeReference);
  return [
    ...(parts ?? []).flatMap((part) => namesIn(part, seen)),
    ...checker
      .getPropertiesOfType(type)
      .filter((property) => isOurs(property) && property.declarations?.length)
      .flatMap((property) => [property.name, ...namesIn(checker.getTypeOfSymbol(property), seen)]),
  ];
};

/** The names in types that a module exports. */
const exported = (file: string, ...names: readonly string[]): readonly string[] => {
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);
  return names.flatMap((name) => {
    const symbol = symbols.find((one) => one.name === name);
    assert.ok(symbol, `${file} exports ${name}`);
    // What is the element's own, and not all that every element has.
    return symbol.flags & ts.SymbolFlags.Class && !name.endsWith('Event')
      ? [...symbol.members!.keys()].map(String)
      : namesIn(checker.getDeclaredTypeOfSymbol(symbol));
  });
};

/** Nothing that could have a `valueOf` of its own. */
const isPlain = (type: ts.Type): boolean =>
  type.isUnion()
    ? type.types.every(isPlain)
    : checker.isArrayType(type)
      ? checker.getTypeArguments(type as ts.TypeReference).every(isPlain)
      : (type.flags &
          (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Undefined | ts.TypeFlags.Null)) >
        0;

describe('values in templates, which become sums', () => {
  it('are texts and numbers', () => {
    const others: string[] = [];
    for (const file of files) {
      if (file.fileName.endsWith(LEAN_LIT)) continue;
      const visit = (node: ts.Node): void => {
        if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent))
          for (const { expression } of node.templateSpans)
            if (!isPlain(checker.getTypeAtLocation(expression))) others.push(`${expression.getText()}, ${file.fileName}`);
        ts.forEachChild(node, visit);
      };
      visit(file);
    }
    assert.deepEqual(others, []);
  });
});

describe('names that the minifier changes', () => {
  it('are each in use', () => {
    assert.deepEqual(
      [...privateNames].filter((name) => !uses.some((use) => use.name === name)),
      [],
    );
  });

  it('are nobody else’s: not the browser’s, and not those of values of any kind', () => {
    const foreign = uses.filter(({ symbol, file }) => (symbol ? !isOurs(symbol) : !file.endsWith(LEAN_LIT)));
    assert.deepEqual(
      foreign.map(({ name, where }) => `${name}, ${where}`),
      [],
    );
  });

  it('are those of properties that are always there', () => {
    // A controller of Lit's need not have what all of ours have.
    const absent = uses.filter(
      ({ name, symbol }) => symbol && symbol.flags & ts.SymbolFlags.Optional && !/^host(Dis)?[cC]onnected$/.test(name),
    );
    assert.deepEqual(
      absent.map(({ name, where }) => `${name}, ${where}`),
      [],
    );
  });

  it('are not known to hosts, data or packs', () => {
    const known = [
      ...exported('src/report-stalker-panel.ts', 'ReportStalkerPanel'),
      ...exported(LEAN_LIT, 'LitElement'),
      ...exported('src/i18n/messages.ts', 'MessagesPack'),
      ...exported('src/options.ts', 'Options'),
      ...exported('src/problems.ts', 'Problem'),
      ...exported('src/contacts/contact.ts', 'Contact'),
      ...exported('src/embed/frame.ts', 'HeightMessage'),
      ...exported('src/events.ts', 'StatusEvent', 'ProblemEvent', 'ExitEvent'),
      ...(readFileSync('src/contacts/contacts.schema.json', 'utf8').match(/[\w$]+(?=":)/g) ?? []),
    ];
    for (const name of [
      'problems',
      'requestUpdate',
      'heading',
      'withoutSpeaking',
      'everyDay',
      'policeHref',
      'pointer',
      'checkedOn',
      'notices',
      'from',
      'secret',
      'previous',
    ])
      assert.ok(known.includes(name), name);
    assert.deepEqual(
      known.filter((name) => privateNames.has(name)),
      [],
    );
  });
});
