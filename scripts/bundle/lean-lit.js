/*
 * Lit, reduced to what one element with fixed templates uses. embed.js alone is built with it, in
 * place of the module `lit`; the package's modules import Lit itself, and the browser tests run
 * against both (`BUNDLE=1`), so that the element cannot come to need what is not here.
 *
 * What is here does what Lit 3.3 does, in Lit's order, but for a text that changes, see setChild,
 * for styles in another document, see adopt, and for what a page sets on an element that becomes one
 * of ours later, see connectedCallback (lean-lit.mjs refuses to build beside another release
 * until someone has compared). Left out:
 * directives; listeners that change or are taken away again; bindings to properties, boolean attributes and
 * elements, or to a part of an attribute's value; SVG templates; nodes and iterables other than arrays
 * as values; reflected properties, decorators, initializers and the other hooks of controllers;
 * hydration, polyfills, and the lists of versions that Lit leaves on `window`.
 *
 * Derived from lit-html, lit-element and @lit/reactive-element, Copyright Google LLC,
 * SPDX-License-Identifier: BSD-3-Clause.
 */

import { hasOwn } from '../../src/own-properties.js';

export const nothing = undefined;

/** prepare-templates.mjs leaves no use of it, only the import. */
export const css = undefined;

/** A template as prepare-templates.mjs writes it: markup, and where in it values go. */
export const html = (markup, places, ...values) => {
  contents[markup] ??= '';
  return { markup, places, values };
};

/** Made when it is first needed: on a page that forbids it, the element is defined all the same, and shows its fallback content. */
let policy;

/** By markup: what the browser makes of it, once it has been asked. There is no more than is written in the element. */
const contents = {};

/** Reads all markup of which nothing has been made: one call for each would take several times as long. */
const readMarkup = () => {
  policy ??= globalThis.trustedTypes?.createPolicy('report-stalker-panel', { createHTML: (text) => text });
  const unread = Object.keys(contents).filter((markup) => !contents[markup]);
  const text = unread.map((markup) => `<template>${markup}</template>`).join('');
  const all = document.createElement('template');
  all.innerHTML = policy?.createHTML(text) ?? text;
  unread.forEach((markup, index) => (contents[markup] = all.content.childNodes[index].content));
};

/**
 * Where a value goes: an attribute or listener of a node, or, without a name, what stands between two nodes. Objects, and
 * functions beside them: a hundred panels have ten thousand of these, and each closure would be one more object.
 */
const partAt = (start, end, name) => ({ start, end, name, committed: nothing });

/** The parts of a copy of a template's content. */
const partsOf = (fragment, places) => {
  const walker = document.createTreeWalker(fragment, 129 /* elements and comments */);
  let node;
  // A place (see prepare-templates.mjs): how many nodes further, and an attribute's name, or none for a child.
  return places.map((place) => {
    for (let steps = place[0]; steps > 0; steps--) node = walker.nextNode();
    return partAt(node, node.nextSibling, place.slice(1));
  });
};

const update = ({ parts }, values) => parts.forEach((part, index) => (part.name ? setAttribute : setChild)(part, values[index]));

const setAttribute = (part, value) => {
  const { start, name, committed } = part;
  if (value === committed) return;
  if (name[0] === '@') {
    start.addEventListener(name.slice(1), value);
  } else if (value === nothing) start.removeAttribute(name);
  else start.setAttribute(name, value);
  part.committed = value;
};

/** What stands between two nodes: a text, the instance of a template, a list of parts, or nothing. */
const setChild = (part, value) => {
  const { start, end, committed } = part;
  if (Array.isArray(value)) {
    if (!Array.isArray(committed)) commit(part, []);
    const parts = part.committed;
    // Where one item ends, the next one starts.
    let last = start;
    value.forEach((item, index) => {
      if (!parts[index]) {
        const mark = document.createComment('');
        last.after(mark);
        parts[index] = partAt(last, mark);
      }
      setChild(parts[index], item);
      last = parts[index].end;
    });
    if (parts.splice(value.length)[0]) clear(last, end);
  } else if (value && typeof value === 'object') {
    if (committed?.markup === value.markup) update(committed, value.values);
    else {
      const { markup, places, values } = value;
      if (!contents[markup]) readMarkup();
      const fragment = document.importNode(contents[markup], true);
      const instance = { markup, parts: partsOf(fragment, places) };
      update(instance, values);
      commit(part, instance, fragment);
    }
  }
  // Lit writes into the text node that it made. Where something has put another node in its place,
  // as translators of pages do, the old words, "Open now" say, would stay for good.
  else if ((value ??= '') !== (committed ?? '')) commit(part, value, value);
};

/** @param node a node, or a text */
const commit = (part, value, node = '') => {
  clear(part.start, part.end);
  if (node !== '') part.start.after(node);
  part.committed = value;
};

const clear = (start, end) => {
  while (start.nextSibling !== end) start.nextSibling.remove();
};

/** @param {string} text which prepare-templates.mjs makes of css`…` */
const adopt = (root, text) => {
  if (root.adoptedStyleSheets && root.ownerDocument === document) {
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } else {
    // Browsers before 2023, and another document: a sheet stays with the one that it was made in.
    const style = document.createElement('style');
    style.textContent = text;
    root.prepend(style);
  }
};
let sheet;

/** By attribute: hands its value to the property. */
const observed = new Map();

export class LitElement extends HTMLElement {
  static get observedAttributes() {
    for (const [name, { attribute, converter }] of Object.entries(this.properties)) {
      if (attribute) observed.set(attribute, (element, value) => (element[name] = converter.fromAttribute(value)));
      Object.defineProperty(this.prototype, name, {
        get() {
          return this.#values.get(name);
        },
        set(value) {
          if (value === this.#values.get(name)) return;
          this.#values.set(name, value);
          this.#changed.add(name);
          this.requestUpdate();
        },
        configurable: true,
        enumerable: true,
      });
    }
    return [...observed.keys()];
  }

  #controllers = new Set();
  #values = new Map();
  /** Names; Lit has the values before as well. */
  #changed = new Set();
  /** Values that the page set on the element before it became one of ours. */
  #early = [];
  #connect;
  #updated = new Promise((resolve) => (this.#connect = resolve));
  #pending = false;
  #content;

  constructor() {
    super();
    // Asked for each: `Object.keys` of Prototype.js before 1.7 names what is inherited, too.
    for (const name of Object.keys(this))
      if (hasOwn(this, name) && hasOwn(this.constructor.properties, name)) {
        this.#early.push([name, this[name]]);
        delete this[name];
      }
    this.requestUpdate();
  }

  get updateComplete() {
    return this.#updated;
  }

  addController(controller) {
    this.#controllers.add(controller);
  }

  connectedCallback() {
    this.renderRoot ??= this.attachShadow({ mode: 'open' });
    // Lit waits for the first update, and writes over what the page has set in between.
    for (const [name, value] of this.#early.splice(0)) this[name] = value;
    this.#connect();
    for (const controller of this.#controllers) controller.hostConnected();
  }

  disconnectedCallback() {
    for (const controller of this.#controllers) controller.hostDisconnected();
  }

  /** Into another document, and back. */
  adoptedCallback() {
    if (this.#content) adopt(this.renderRoot, this.constructor.styles);
  }

  attributeChangedCallback(attribute, _, value) {
    observed.get(attribute)?.(this, value);
  }

  requestUpdate() {
    if (!this.#pending) this.#updated = this.#enqueue();
  }

  async #enqueue() {
    this.#pending = true;
    await this.#updated;
    this.performUpdate();
    return !this.#pending;
  }

  performUpdate() {
    if (!this.#content) {
      // Here and not in `connectedCallback`: an element that is put in its place and taken out again needs no styles.
      adopt(this.renderRoot, this.constructor.styles);
      this.#content = partAt(this.renderRoot.appendChild(document.createComment('')), null);
    }
    // No `finally` for what is emptied below: the element updates no more once an update has thrown.
    this.willUpdate(this.#changed);
    const result = this.render();
    this.#changed.clear();
    this.#pending = false;
    setChild(this.#content, result);
    this.updated();
  }
}
