/*
 * Chromium takes a navigation by script, and a form that vanishes after any request of the page, for a form that was sent:
 * it would keep what was typed, offer it on other sites, and ask there whether to save an address. So fields are emptied
 * while Chromium looks at them, and filled while the page does.
 */
import { attempt } from '../attempt.js';

/** What a visitor types into. Not files, which cannot be put back, nor what is ticked. */
const FIELDS = 'input:not([type=file],[type=checkbox],[type=radio],[type=hidden]),textarea';

/** Refills the fields that were emptied last, except those that the page has written into since. Never throws. */
export let refillFields = (): void => {};

/** Empties the fields of the page, also in shadow roots and in frames of its origin. Never throws. */
export const emptyFields = (): void => {
  // A set, which visits each root once: a form of the page may have fields with the names read here, which lead back to it.
  const roots = new Set<ParentNode>([document]);
  const undo: (() => void)[] = [];
  refillFields();
  for (const root of roots)
    attempt(() => {
      for (const field of root.querySelectorAll<HTMLInputElement>(FIELDS)) {
        const { value } = field;
        // What is half typed, a date say, has no value, and could not be put back.
        if (!value || attempt(() => (field.value = '')) === undefined) continue;
        const emptied = field.value;
        undo.push(() => field.value === emptied && (field.value = value));
      }
      for (const { shadowRoot, contentDocument } of root.querySelectorAll<HTMLIFrameElement>('*')) {
        const inner = shadowRoot ?? contentDocument;
        if (inner) roots.add(inner);
      }
    });
  refillFields = () => undo.splice(0).forEach(attempt);
};
