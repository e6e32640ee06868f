/** The selector that a script tag's `data-target` means: an id may begin with a digit, which a selector has to escape. */
export const asSelector = (target: string): string => target.replace(/^#(\d)/, '#\\3$1 ');
