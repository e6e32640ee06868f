export function betweenMarks(document: string, mark: string, text: string): string;
