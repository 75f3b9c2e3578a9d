import type { Session } from '../../session/session.js';
import type { Visit } from '../../session/visit.js';

/**
 * What holds while an element shows what a server made of it ahead: nobody has done anything yet. The browser shows the
 * same for a moment, so that it finds each node where it should be; then comes what the visitor did.
 */
export interface Frame {
  readonly session: Session;
  readonly visit: Visit;
  /** Whether the element says how to leave quickly: the first one of a page does. */
  isFirst: boolean;
}

/** Names what a server leaves on an element: a fingerprint, and whether it is the first on the page. */
export const PRERENDERED = 'data-prerendered';
/** On an element inside a prerendered one, until that one is taken over. */
export const DEFERRED = 'defer-hydration';
