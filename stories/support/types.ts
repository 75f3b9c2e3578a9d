import type { Transition } from '../../src/session/transitions.js';
import type { Host } from './page.js';

/** What a page writes on an element: attributes, and tokens by their name. */
export type Args = Readonly<Record<string, string | undefined>>;

/** What a story says beside its arguments. */
export interface StoryParameters {
  /** What the visitor has done so far. */
  readonly visit?: readonly Transition[];
  /** Notes that stand on the device when the visitor comes, and how old they are. */
  readonly saved?: { readonly visit: readonly Transition[]; readonly daysAgo: number };
  /** Where the element stands on its page. */
  readonly host?: Host;
  /** Words, where they are not those of the toolbar. */
  readonly words?: 'rtl' | 'long' | 'empty';
  /** Bundles to give to the element, by language, in place of the built-in words. */
  readonly bundles?: Readonly<Record<string, unknown>>;
  /** A bundle to give to the element. */
  readonly content?: unknown;
  /** Rules for that medium hold as if it were there. */
  readonly medium?: 'forced-colors' | 'print';
  /** What goes wrong around the element. */
  readonly trouble?: 'never-answers' | 'answers-503' | 'storage-blocked';
  /** Said above the element. */
  readonly note?: string;
  /** What the element shows until its words are there. */
  readonly fallback?: string;
}

/** What the helpers need of Storybook's own context. */
export interface Context {
  readonly id: string;
  readonly component?: unknown;
  readonly canvasElement: HTMLElement;
  readonly args: Args;
  readonly parameters: StoryParameters;
  /** What the toolbar is set to: `theme`, `locale`, `region`. */
  readonly globals: Readonly<Record<string, string | undefined>>;
  readonly loaded: { readonly content?: unknown };
}
