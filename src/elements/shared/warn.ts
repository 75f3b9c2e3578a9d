const said = new Set<string>();

/** Tells a developer something once a page. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`failed-intervention-guide: ${message}`);
}
