export function withFactsOf2026(text: string): string;
