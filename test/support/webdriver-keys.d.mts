export function webDriverKeys(names: readonly string[]): string[];
