/** The browser's own `Event`, also where a page has put something else in its place. The build puts it in. */
export const RealEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
