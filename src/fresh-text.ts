import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/**
 * A text that may change, rendered as a new node each time. Lit would reuse its text node. Where a page
 * translator has replaced that node, Lit's change would not show: the old words, "Open now" say, or
 * another helpline's number, would stay for good.
 *
 * The build of embed.js leaves this out: lean-lit.js makes a new node for every text that changes.
 */
export const freshText = (text: string | undefined): unknown => keyed(text, html`${text}`);
