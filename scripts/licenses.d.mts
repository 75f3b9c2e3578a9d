export function packagesIn(moduleIds: readonly string[]): string[];
export function notices(names: readonly string[], root?: string): string;
