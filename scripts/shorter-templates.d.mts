export function withShorterTemplates(code: string, name: string): string;
