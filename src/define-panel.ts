import { ReportStalkerPanel, TAG } from './report-stalker-panel.js';

/**
 * The class of the element, perhaps another copy's. Panels are made with it: with the first polyfill of custom elements
 * (webcomponents.js 0), on many older sites, `createElement` makes a plain element. Looked up once: the polyfill of
 * scoped registries, which may come later, does not know classes that were defined before it.
 */
export let Panel: CustomElementConstructor;

/** Defines the element. A second copy of the script, or of the package, leaves the first one in place. */
export const definePanel = (): void => {
  if (!customElements.get(TAG)) customElements.define(TAG, ReportStalkerPanel);
  Panel = customElements.get(TAG)!;
};
