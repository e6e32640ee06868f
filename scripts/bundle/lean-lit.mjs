import { fileURLToPath } from 'node:url';

import { comparedWith } from './compared-with.mjs';
import { editModule } from './edit-module.mjs';

/** The releases that lean-lit.js was compared with. */
const COMPARED = { lit: '3.3.3', 'lit-html': '3.3.3', 'lit-element': '4.2.2', '@lit/reactive-element': '2.1.2' };

/** The packages whose code lean-lit.js holds a part of. */
export const derivedFrom = Object.keys(COMPARED);

const file = fileURLToPath(new URL('lean-lit.js', import.meta.url));

/** Puts lean-lit.js in the place of `lit`. */
const inPlaceOfLit = {
  name: 'lean lit',
  resolveId: (source) => (source === 'lit' ? file : null),
};

export const leanLit = [
  comparedWith(COMPARED, 'scripts/bundle/lean-lit.js', 'lean-lit.mjs'),
  inPlaceOfLit,
  // There each text that changes is a new node anyway, see setChild.
  editModule('src/panel-template.ts', [[/\bfreshText\(/g, '(']]),
];
