import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/**
 * A text that may change, in a node of its own each time. Lit writes a new text into the node that
 * stands where it once made one. Where a page's translator has put its own there, the old words,
 * "Open now" say, or another helpline's number, would stay for good.
 *
 * embed.js is built without: lean-lit.js does it for every text.
 */
export const freshText = (text: string | undefined): unknown => keyed(text, html`${text}`);
