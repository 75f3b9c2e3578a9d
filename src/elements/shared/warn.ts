const said = new Set<string>();

/** Tells a developer something once a page. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`failed-intervention-guide: ${message}`);
}

/** The value if it is one of those allowed, else the fallback, with a warning that names them. */
export function oneOf<T extends string>(
  element: string,
  attribute: string,
  value: string | null | undefined,
  allowed: readonly T[],
  fallback: T,
): T {
  if (!value) return fallback;
  const known = allowed.find((name) => name === value);
  if (known !== undefined) return known;
  warnOnce(`<${element} ${attribute}="${value}"> is not known; "${fallback}" is used. Allowed: ${allowed.join(', ')}.`);
  return fallback;
}
