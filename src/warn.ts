import { attempt } from './attempt.js';

const warned = new Set<string>();

/** Says it in the console once a page, however many panels have it; quietly where the page has taken the console away. */
export const warnOnce = (message: string): void => {
  const text = `<report-stalker-panel> ${message}`;
  if (!warned.has(text)) attempt(() => console.warn(text));
  warned.add(text);
};
