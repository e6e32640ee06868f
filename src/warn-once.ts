import { attempt } from './attempt.js';

const warned = new Set<string>();

/** Says it in the console once a page, however many panels have it; quietly where the page has taken the console away. */
export const warnOnce = (what: unknown): void =>
  attempt(() => {
    const text = String(what);
    if (!warned.has(text)) console.warn(`<report-stalker-panel> ${text}`);
    warned.add(text);
  });
