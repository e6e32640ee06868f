// Writes what editors, catalogues and type checkers read about the element into dist/. Everything in
// it comes from the option table and the comments of the sources; run it after rollup and tsc.

import { copyFile, writeFile } from 'node:fs/promises';

import { attributeTypes } from './manifest/attribute-types.mjs';
import { customElementsManifest } from './manifest/custom-elements.mjs';
import { readElement } from './manifest/read-element.mjs';
import { vscodeData } from './manifest/vscode-data.mjs';

const element = await readElement();
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

await writeFile('dist/custom-elements.json', json(customElementsManifest(element)));
await writeFile('dist/vscode.html-custom-data.json', json(vscodeData(element)));
await writeFile('dist/types/attributes.d.ts', attributeTypes(element));
await copyFile('src/contacts/contacts.schema.json', 'dist/contacts.schema.json');
