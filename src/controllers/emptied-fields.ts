/*
 * Chromium takes a navigation by script, and a form that vanishes after any request of the page, for a form that was sent:
 * it would keep what was typed, offer it on other sites, and ask there whether to save an address. So fields are empty while
 * it looks at them, and full while the page does.
 */
import { attempt } from '../attempt.js';

/** What a visitor types into. Not files, which cannot be put back, nor what is ticked. */
const FIELDS = 'input:not([type=file],[type=checkbox],[type=radio],[type=hidden]),textarea';

/** Fills the fields again that were emptied last, but for those that the page has written into meanwhile. Never throws. */
export let refillFields = (): void => {};

/** Empties the fields of the page, also in shadow roots and in frames of its origin. Never throws. */
export const emptyFields = (): void => {
  // A set: a form of the page may have fields with the names that are read here, which lead back to where they are.
  const roots = new Set<ParentNode>([document]);
  const undo: (() => void)[] = [];
  refillFields();
  for (const root of roots)
    attempt(() => {
      for (const field of root.querySelectorAll<HTMLInputElement>(FIELDS)) {
        const { value } = field;
        // What is half typed, a date say, has none, and could not be put back.
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

/** Whether the way out begins at this moment: 1 until the browser has told of it, then 2. */
export let going = 0;

/** Ends that moment. */
export let settle = (): void => refillFields();

/** The browser has told of the way out: in the next task the page is as it was, and held. Chromium looks at its fields in this one. */
export const markBegun = (): void => {
  going = 2;
  setTimeout(settle);
};

/** Where a page wraps each listener in a function of its own, this one stays for good. */
const emptyLast = (): void => {
  if (!going) return;
  emptyFields();
  markBegun();
};

/**
 * Makes ready for a navigation. Many a page saves a draft when it is left: its listeners find the fields as they were. Ours
 * comes last, and Chromium looks right after it; other engines tell of the navigation only later.
 *
 * @param onEnd called when the navigation has begun
 */
export const goEmpty = (onEnd: () => void): void => {
  going = 1;
  attempt(() => addEventListener('beforeunload', emptyLast));
  settle = () => {
    going = 0;
    attempt(() => removeEventListener('beforeunload', emptyLast));
    refillFields();
    attempt(onEnd);
  };
};
