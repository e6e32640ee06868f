// What the sources say about the element: the analyzer reads the comments, and the option table
// says what it cannot see, since the element makes its properties from that table.

import { readFile } from 'node:fs/promises';

import { create, ts } from '@custom-elements-manifest/analyzer';

import { optionTable } from '../../src/options.ts';
import { propertyTypes } from './property-types.mjs';

const FILES = ['src/report-stalker-panel.ts', 'src/events.ts'];

/** What every element has is no news to a reader. */
const OF_EVERY_ELEMENT = /^((connected|disconnected|adopted|attributeChanged)Callback|setPointerCapture)$/;

/**
 * @typedef {object} Option
 * @property {string} property
 * @property {string} attribute
 * @property {{ text: string, values: string[] }} type of the checked value
 * @property {string} description
 * @property {string | number | boolean | undefined} fallback
 * @property {boolean} isBoolean
 *
 * @returns {Promise<{ tag: string, declaration: object, events: object[], options: Option[] }>} in the
 *   manifest's own terms: `declaration` is the class, `events` are the classes of its events
 */
export async function readElement() {
  const modules = await Promise.all(
    FILES.map(async (file) => ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.ES2022, true)),
  );
  const analysed = create({ modules, plugins: [], context: { dev: false } }).modules;
  const declarations = analysed.flatMap((module) => module.declarations);
  const declaration = declarations.find(({ name }) => name === 'ReportStalkerPanel');
  const tag = declarations.find(({ name }) => name === 'TAG').default.slice(1, -1);
  declaration.members = declaration.members.filter(isForHosts);
  // The analyzer guesses at events from the calls of `dispatchEvent`; the documented ones have words.
  declaration.events = declaration.events.filter(({ description }) => description);
  return {
    tag,
    declaration,
    events: declarations.filter(({ superclass }) => superclass?.name === 'NativeEvent'),
    options: readOptions(declaration.members),
  };
}

function readOptions(members) {
  const types = propertyTypes('src/options.ts', 'Options');
  return Object.entries(optionTable).map(([property, { attribute, expected, fallback, boolean }]) => ({
    property,
    attribute,
    type: types.get(property),
    // `lang` is the platform's own property, which the element does not declare.
    description: members.find(({ name }) => name === property)?.description ?? `${expected[0].toUpperCase()}${expected.slice(1)}.`,
    fallback,
    isBoolean: boolean === true,
  }));
}

function isForHosts({ name, privacy, static: isStatic }) {
  return !name.startsWith('#') && !isStatic && (privacy ?? 'public') === 'public' && !OF_EVERY_ELEMENT.test(name);
}
