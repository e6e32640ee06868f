/**
 * Whether an element is in something that somebody is editing, including a part that the editor has locked: what we do
 * to the page there would be saved with it.
 */
export const isEdited = (element: Element): boolean => !!element.closest(':read-write');
