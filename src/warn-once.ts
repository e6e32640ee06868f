import type { Problem } from './problems.js';

const warned = new Set<string>();

/** Says a problem in the console once a page, however many panels have it. */
export const warnOnce = (source: string, { message }: Pick<Problem, 'message'>): void => {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`<${source}> ${message}`);
};
