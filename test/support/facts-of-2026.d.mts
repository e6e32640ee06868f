import type { Contact } from '../../src/contacts/contact.js';

export const contactsOf2026: readonly Contact[];
export function withFactsOf2026(script: string): string;
