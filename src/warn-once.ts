import { attempt } from './attempt.js';

const warned = new Set<string>();

/** Warns in the console, once per page however many panels there are. Never throws, even where the page has taken the console away. */
export const warnOnce = (what: unknown): void =>
  attempt(() => {
    const text = String(what);
    if (!warned.has(text)) console.warn(`<report-stalker-panel> ${text}`);
    warned.add(text);
  });
