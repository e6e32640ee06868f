/*
 * Lit, reduced to what one element with fixed templates uses. embed.js alone is built with it, in
 * place of the module `lit`; the package's modules import Lit itself, and the browser tests run
 * against both (`BUNDLE=1`), so that the element cannot come to need what is not here.
 *
 * What is here does what Lit 3.3 does, in Lit's order, but for a text that changes, see ChildPart,
 * for styles in another document, see adopt, and for what a page sets on an element that becomes one
 * of ours later, see connectedCallback (lean-lit.mjs refuses to build beside another release
 * until someone has compared). Left out:
 * directives; bindings to properties, boolean attributes and elements, or to a part of an
 * attribute's value; SVG templates; nodes and iterables other than arrays as values; reflected
 * properties, decorators, initializers and the other hooks of controllers; hydration, polyfills, and
 * the lists of versions that Lit leaves on `window`.
 *
 * Derived from lit-html, lit-element and @lit/reactive-element, Copyright Google LLC,
 * SPDX-License-Identifier: BSD-3-Clause.
 */

export const nothing = undefined;

/** prepare-templates.mjs leaves no use of it, only the import. */
export const css = undefined;

/** A template as prepare-templates.mjs writes it: markup, and where in it values go. */
export const html = (markup, places, ...values) => ({ markup, places, values });

/** Made where it is needed: where a page forbids it, the element still shows its fallback content. */
let policy;

class Template {
  constructor({ markup, places }) {
    policy ??= globalThis.trustedTypes?.createPolicy('report-stalker-panel', { createHTML: (text) => text });
    const template = document.createElement('template');
    template.innerHTML = policy ? policy.createHTML(markup) : markup;
    this.content = template.content;
    /** By number of node, an attribute's name, or none for a child. */
    this.places = [...places.matchAll(/(\d+)(\S*)/g)];
  }
}

/** By markup. There are no more than are written in the element. */
const templates = {};

class TemplateInstance {
  constructor(template) {
    this.template = template;
    this.fragment = document.importNode(template.content, true);
    const walker = document.createTreeWalker(this.fragment, 129 /* elements and comments */);
    let reached = -1;
    let node;
    this.parts = template.places.map(([, number, name]) => {
      for (; reached < number; reached++) node = walker.nextNode();
      return name ? new AttributePart(node, name) : new ChildPart(node, node.nextSibling);
    });
  }

  update(values) {
    this.parts.forEach((part, index) => part.set(values[index]));
  }
}

class AttributePart {
  constructor(element, name) {
    this.element = element;
    this.name = name;
  }

  set(value) {
    if (value === this.value) return;
    if (this.name[0] === '@') {
      if (!this.value) this.element.addEventListener(this.name.slice(1), this);
    } else if (value === nothing) this.element.removeAttribute(this.name);
    else this.element.setAttribute(this.name, value);
    this.value = value;
  }

  handleEvent(event) {
    this.value(event);
  }
}

/** What stands between two nodes: a text, the instance of a template, a list of parts, or nothing. */
class ChildPart {
  /** Its own, whatever the page has put on all objects. */
  committed = nothing;

  constructor(start, end) {
    this.start = start;
    this.end = end;
  }

  set(value) {
    const { committed } = this;
    if (Array.isArray(value)) {
      if (!Array.isArray(committed)) this.commit([]);
      const parts = this.committed;
      value.forEach((item, index) => {
        // Where one item ends, the next one starts.
        if (!parts[index]) {
          const start = parts[index - 1]?.end ?? this.start;
          const end = document.createComment('');
          start.after(end);
          parts[index] = new ChildPart(start, end);
        }
        parts[index].set(item);
      });
      const [surplus] = parts.splice(value.length);
      if (surplus) this.clear(surplus.start);
    } else if (value && typeof value === 'object') {
      const template = (templates[value.markup] ??= new Template(value));
      if (committed?.template === template) committed.update(value.values);
      else {
        const instance = new TemplateInstance(template);
        instance.update(value.values);
        this.commit(instance, instance.fragment);
      }
    }
    // Lit writes into the text node that it made. Where something has put another node in its place,
    // as translators of pages do, the old words, "Open now" say, would stay for good.
    else if ((value ??= '') !== (committed ?? '')) this.commit(value, value);
  }

  /** @param node a node, or a text */
  commit(value, node = '') {
    this.clear(this.start);
    if (node !== '') this.start.after(node);
    this.committed = value;
  }

  /** Takes away what stands between a node and the end. */
  clear(start) {
    while (start.nextSibling !== this.end) start.nextSibling.remove();
  }
}

/** @param {string} text which prepare-templates.mjs makes of css`…` */
const adopt = (root, text) => {
  if (root.adoptedStyleSheets && root.ownerDocument === document) {
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } else {
    // Browsers before 2023, and another document: a sheet stays with the one that it was made in.
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
};
let sheet;

/** Properties by attribute. */
const observed = new Map();

export class LitElement extends HTMLElement {
  static get observedAttributes() {
    for (const name of Object.keys(this.properties)) {
      const { attribute, converter } = this.properties[name];
      if (attribute) observed.set(attribute, [name, converter]);
      Object.defineProperty(this.prototype, name, {
        get() {
          return this.#values.get(name);
        },
        set(value) {
          const before = this.#values.get(name);
          if (Object.is(value, before)) return;
          this.#values.set(name, value);
          if (!this.#changed.has(name)) this.#changed.set(name, before);
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
  #changed = new Map();
  /** Values that the page set on the element before it became one of ours. */
  #early = [];
  #connect;
  #updated = new Promise((resolve) => (this.#connect = resolve));
  #pending = false;
  #content;

  constructor() {
    super();
    for (const name of Object.keys(this))
      if (Object.hasOwn(this.constructor.properties, name)) {
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
    const [name, converter] = observed.get(attribute) ?? [];
    if (name) this[name] = converter.fromAttribute(value);
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
      this.#content = new ChildPart(this.renderRoot.appendChild(document.createComment('')), null);
    }
    const changed = this.#changed;
    const settle = () => {
      this.#changed = new Map();
      this.#pending = false;
    };
    try {
      this.willUpdate(changed);
      const result = this.render();
      settle();
      this.#content.set(result);
    } catch (error) {
      settle();
      throw error;
    }
    this.updated(changed);
  }
}
