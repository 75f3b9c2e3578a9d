/** Where a snippet is going to be pasted. */
export const SNIPPET_TARGETS = [
  'html',
  'wordpress-block',
  'wordpress-shortcode',
  'wordpress-div',
  'wordpress-html',
  'react',
  'vue',
  'tag-manager',
] as const;
export type SnippetTarget = (typeof SNIPPET_TARGETS)[number];

/**
 * How a request for the center gets there: not at all, into a form elsewhere on the page, into a form inside the
 * element, to a script, or along with a form around the element. docs/leads.md says how each works.
 */
export const SNIPPET_LEAD_WAYS = ['none', 'form', 'slot', 'event', 'inside'] as const;
export type SnippetLeadWay = (typeof SNIPPET_LEAD_WAYS)[number];

/** Attributes that follow from the way, and are not chosen on their own. */
export const LEAD_ATTRIBUTES: readonly string[] = ['lead', 'lead-form', 'name'];

export interface SnippetLead {
  readonly way: SnippetLeadWay;
  /** Selector of the form on the page, such as `#contact-form`; only with `way: 'form'`. */
  readonly form?: string | undefined;
  /** Name of the agreed summary in the form around; only with `way: 'inside'`. Default: `guide-summary`. */
  readonly name?: string | undefined;
  /** Words of the form in the snippet, which is one to start from. Default: in English. */
  readonly labels?: SnippetLabels | undefined;
}
export interface SnippetLabels {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly send?: string;
}

/** A link in the fallback words: `tel:`, `sms:`, `mailto:` or `https://`. */
export interface FallbackLink {
  readonly text: string;
  readonly href: string;
}
/** One paragraph of the fallback words. */
export type FallbackLine = readonly (string | FallbackLink)[];

/**
 * For each element and language, what its first use downloads, as paths from the folder of `embed.js`. The build writes
 * it to `preload.json` beside `embed.js`.
 */
export type PreloadFiles = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * For each file of the kit, by its path from the folder of `embed.js`, its hash as the attribute `integrity` takes it.
 * The build writes it to `integrity.json` beside `embed.js`.
 */
export type IntegrityHashes = Readonly<Record<string, string>>;

/** What a snippet should hold. Nothing in it is sent or stored anywhere. */
export interface SnippetOptions {
  /** Tags of the kit, in the order they should stand on the page. */
  readonly elements: readonly string[];
  /**
   * Address of `embed.js` on the site: `https://…`, or a path such as `/kit/embed.js`. Not used where a package or the
   * WordPress plugin brings it.
   */
  readonly scriptUrl?: string | undefined;
  /** Attribute names (kebab-case) with their values, for every element that takes them. An empty value is left out. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Custom properties (`--fig-…`) with their values. An empty value is left out. */
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  /** How a request for the center gets there. Default: no way. */
  readonly lead?: SnippetLead | undefined;
  /**
   * Words between the tags, for visitors without the script. Text: one paragraph a line. See {@link crisisFallback} for
   * the crisis lines of a region.
   */
  readonly fallback?: string | readonly FallbackLine[] | undefined;
  /**
   * Lines that let the browser ask for all that the first element needs at once, in place of one file after another.
   * They name the files of one version of the kit. Only for `html`. Default: none.
   */
  readonly preload?: PreloadFiles | undefined;
  /**
   * Hashes, so that the browser runs these very files and no others. They belong to one version of the kit, at an
   * address that never changes. For targets with a `<script>` tag; `html` has an import map too. Default: none.
   */
  readonly integrity?: IntegrityHashes | undefined;
  /** Selector of what the elements come after; only for `tag-manager`. Default: `h1`. */
  readonly after?: string | undefined;
}

/** One thing to copy. */
export interface SnippetPart {
  /** What it is, and where it goes. */
  readonly title: string;
  readonly language: SnippetLanguage;
  readonly code: string;
}
export type SnippetLanguage = 'html' | 'css' | 'js' | 'jsx' | 'sh' | 'text' | 'tsx' | 'vue';

/** Something to know before the snippet is pasted. */
export interface SnippetWarning {
  /** Stable; for tests and for links to docs. */
  readonly id: string;
  /** What will happen, and what to do. */
  readonly text: string;
}

export interface Snippet {
  readonly parts: readonly SnippetPart[];
  readonly warnings: readonly SnippetWarning[];
}
