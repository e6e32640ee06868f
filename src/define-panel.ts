import { ReportStalkerPanel, TAG } from './report-stalker-panel.js';

/**
 * The class of the element, perhaps another copy's. What is to be a panel is made by it: the first polyfill of custom elements
 * (webcomponents.js 0), on many older sites, makes a plain element of what `createElement` gives. Asked for once: the polyfill
 * of scoped registries knows of no class that was there before.
 */
export let Panel: CustomElementConstructor;

/** Defines the element. A second copy of the script, or of the package, leaves the first one in place. */
export const definePanel = (): void => {
  if (!customElements.get(TAG)) customElements.define(TAG, ReportStalkerPanel);
  Panel = customElements.get(TAG)!;
};
