/**
 * Whether an element stands in what somebody is editing, a part that the editor has locked included: what we do to the
 * page there would be saved with it.
 */
export const isEdited = (element: Element): boolean => !!element.closest(':read-write');
