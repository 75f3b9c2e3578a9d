import { createContext } from '@lit/context';
import type { ContentOrigin } from '../../content/load.js';
import type { Sponsor } from '../../content/schema.js';
import type { Session } from '../../session/session.js';
import type { LeadHost } from './lead-host.js';
import type { GoTo } from './tool.js';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const EVENT_LEVELS = ['coarse', 'off', 'full'] as const;
export type EventLevel = (typeof EVENT_LEVELS)[number];
export const SAVE_MODES = ['off', 'offer'] as const;
export type SaveMode = (typeof SAVE_MODES)[number];
export const SESSION_SCOPES = ['shared', 'separate'] as const;
export type SessionScope = (typeof SESSION_SCOPES)[number];

/** What an element hands down to the elements inside it. */
export interface Surroundings {
  readonly session: Session;
  readonly origin: ContentOrigin;
  readonly region: string;
  readonly theme: Theme;
  readonly events: EventLevel;
  readonly leaveTarget: string;
  /** Facts about the center that attributes give. */
  readonly sponsor: Sponsor;
  /** The way to the center; absent outside an element that has one. */
  readonly lead?: LeadHost;
  /** Level for the title of an element inside. */
  readonly headingLevel: number;
  /** A help bar for all stands around; elements inside show none of their own. */
  readonly hasHelpBar: boolean;
  /** Puts everything but the help bar away while it is open, or brings it back. */
  readonly onHelpOpen: (open: boolean) => Promise<unknown>;
  /**
   * Opens a safety screen in the help bar, by the id of its entry; without one, the list of dangers. `whenBack` is
   * called when the visitor comes back from there.
   */
  readonly openSafety: (id?: string, whenBack?: () => void) => void;
  /** Tells the page that a file of the kit did not come; absent in older copies of the kit. */
  readonly tellMissing?: () => void;
  /** Goes to another part of the guide; absent outside one. */
  readonly goTo?: GoTo;
  /** The entry the learning library was last sent to, as a new object each time. */
  readonly learnEntry?: { readonly entry: string };
}

/** The same for every copy of the kit on a page, as elements of two copies may stand inside each other. */
export const surroundingsContext = createContext<Surroundings>(Symbol.for('failed-intervention-guide/surroundings/2'));
