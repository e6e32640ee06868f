import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { editModule } from './edit-module.mjs';

/** The releases that lean-lit.js was compared with. */
const COMPARED = { lit: '3.3.3', 'lit-html': '3.3.3', 'lit-element': '4.2.2', '@lit/reactive-element': '2.1.2' };

/** The packages whose code lean-lit.js holds a part of. */
export const derivedFrom = Object.keys(COMPARED);

const file = fileURLToPath(new URL('lean-lit.js', import.meta.url));

/** Puts lean-lit.js in the place of `lit`, as long as Lit is the release it was derived from. */
const inPlaceOfLit = {
  name: 'lean lit',
  buildStart() {
    for (const [name, compared] of Object.entries(COMPARED)) {
      const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      if (version !== compared)
        this.error(`${name} is ${version}: compare its changes since ${compared} with scripts/bundle/lean-lit.js, then note it in lean-lit.mjs`);
    }
  },
  resolveId: (source) => (source === 'lit' ? file : null),
};

export const leanLit = [
  inPlaceOfLit,
  // There each text that changes is a new node anyway, see setChild.
  editModule('src/report-stalker-panel.ts', [[/\bfreshText\(/g, '(']]),
];
