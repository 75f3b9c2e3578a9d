/**
 * Gives elements of the kit as HTML: with a declarative shadow root, made from the same templates that the browser uses,
 * and with the words as plain HTML for feeds, search engines and old browsers. For Node, at build time or on a server.
 */
import { LitElementRenderer, render, type RenderInfo } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { createHash } from 'node:crypto';
import { LitElement, type CSSResult, type PropertyValues } from 'lit';
import { fixToday } from '../content/format.js';
import { loadContent, type Content } from '../content/load.js';
import type { Overlay } from '../content/overlay.js';
import type { Bundle, BundlePart, Sponsor } from '../content/schema.js';
import { DEFERRED, PRERENDERED, type Frame } from '../elements/shared/frame.js';
import { GuideElement } from '../elements/shared/guide-element.js';
import { factsOf, fingerprint } from '../elements/shared/take-over.js';
import { Session } from '../session/session.js';
import { Visit } from '../session/visit.js';
import { baseStyles } from '../styles/base.styles.js';
import { shorterCss } from '../styles/shorter-css.js';
import { renderFallback, renderHelp } from './fallback.js';
import { waitingStyles } from './waiting.styles.js';

import '../define/center-contact.js';
import '../define/contingency-planner.js';
import '../define/failed-intervention-guide.js';
import '../define/failure-reason-checklist.js';
import '../define/family-learning-library.js';
import '../define/family-self-care-card.js';
import '../define/next-steps-wizard.js';
import '../define/progress-check-in.js';

/** Tags that can be given as HTML. */
export const PRERENDER_TAGS = [
  'center-contact',
  'contingency-planner',
  'crisis-help-bar',
  'failed-intervention-guide',
  'failure-reason-checklist',
  'family-learning-library',
  'family-self-care-card',
  'next-steps-wizard',
  'progress-check-in',
] as const;
export type PrerenderTag = (typeof PRERENDER_TAGS)[number];

/** What to give as HTML, and how. */
export interface PrerenderOptions {
  /** The element, such as `failure-reason-checklist`. */
  readonly tag: PrerenderTag;
  /** Language of the words. Default: `en`. */
  readonly locale?: string;
  /** Whose crisis lines to show, such as `US`. Default: none, and "call your local emergency number". */
  readonly region?: string;
  /** Other attributes of the element; `true` stands for one without a value, `false` for none. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** A compiled bundle or an overlay. The page has to give the element the same one. Default: the built-in words. */
  readonly content?: Bundle | Overlay;
  /**
   * Where the page has the style sheets of `css`, as the start of their addresses: `/assets/fig-`. Without it they stand
   * in the HTML, which a policy without `'unsafe-inline'` or the `hashes` blocks.
   */
  readonly stylesAt?: string;
  /** Whether the element is the first of the kit on its page, which says how to leave quickly. Default: `true`. */
  readonly first?: boolean;
  /** Words for feeds, search engines and browsers without a script: all, only title and help, or none. Default: `full`. */
  readonly fallback?: 'full' | 'help' | 'none';
  /** Day as of which to say that a number was not checked lately, as `2026-11-25`. Default: none is said to be old. */
  readonly today?: string;
}

/** One element as HTML. */
export interface Prerendered {
  /** The element with all it holds. The same for the same options, to the byte. */
  readonly html: string;
  /** The style sheets it needs, by name; for files at `stylesAt`, with `.css` after the name. */
  readonly css: Readonly<Record<string, string>>;
  /** For the head of the page, with `stylesAt`: loads the style sheets ahead, so that nothing is shown without them. */
  readonly head: string;
  /** For the `style-src` of a policy, without `stylesAt`. */
  readonly hashes: readonly string[];
}

/** A day before every review is due. */
const BEFORE_ALL_REVIEWS = '2000-01-01';

/** Elements as they are on a server: the parts of the class that this file may use. */
interface Inner {
  loaded: Content | undefined;
  frame: Frame | undefined;
  readonly parts: readonly BundlePart[];
  readonly level: number;
  readonly sponsor: Sponsor;
  willUpdate(changed: PropertyValues): void;
}

/** What elements are given while one is made; making one never waits, so there is only one at a time. */
interface Making {
  readonly content: Content;
  readonly frame: Frame;
  readonly region: string;
  readonly stylesAt: string | undefined;
  readonly css: Record<string, string>;
  readonly hasFallback: boolean;
}
let making: Making | undefined;

class Renderer extends LitElementRenderer {
  /** Lit asks for the class; all of the kit are made here. */
  static override matchesClass(ctor: typeof HTMLElement): boolean {
    return ctor.prototype instanceof GuideElement;
  }

  override connectedCallback(): void {
    const element = this.element as unknown as Inner & LitElement;
    element.loaded = making?.content;
    element.frame = making?.frame;
    Object.defineProperty(element, 'enableUpdating', { value: () => undefined }); // nothing follows later
    LitElement.prototype.connectedCallback.call(element); // only Lit's own: what comes after is for browsers
    if (this.tagName !== 'center-contact') element.willUpdate(new Map()); // it asks who it is for, and shows nothing
  }

  override renderShadow(info: RenderInfo) {
    if (!making || this.tagName === 'center-contact') return undefined;
    const body = super.renderShadow(info)?.at(-1) ?? '';
    const made = waiting(collectResultSync([body]));
    return [this.#styles(making), made, this.#around(making)];
  }

  #styles({ css, stylesAt }: Making): string {
    const names = Object.entries(stylesOf(this.element)).map(([name, text]) => {
      css[name] = text;
      return name;
    });
    return names
      .map((name) =>
        stylesAt === undefined
          ? `<style>${css[name]}</style>`
          : `<link rel="stylesheet" href="${escape(`${stylesAt}${name}.css`)}">`,
      )
      .join('');
  }

  /** What stands around the words until the script comes: help that opens without one, and all there is to read. */
  #around({ content, region, hasFallback }: Making): string {
    if (this.tagName !== 'crisis-help-bar') return hasFallback ? '<noscript><slot></slot></noscript>' : '';
    const { help } = content.core.words;
    const close = `<button type="button" popovertarget="lines" popovertargetaction="hide">${escape(help.closePanel)}</button>`;
    return `<div id="lines" class="fig" popover aria-label="${escape(help.linesTitle)}">${plain(renderHelp({ content, region }), { classes: true })}${close}</div>`;
  }
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Buttons wait for the script, and say so; the one that opens help works without. Words hold no raw "<". */
const waiting = (html: string): string =>
  html
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/ (checked|disabled|selected|open|hidden)="(true|false)"/g, (_whole, name: string, on: string) =>
      on === 'true' ? ` ${name}` : '',
    ) // Lit writes properties as they are, and `checked="false"` is checked
    .replace(/(<button[^>]* id="toggle"[^>]*) aria-expanded="false"/, '$1 popovertarget="lines"')
    .replaceAll(/<button(?![^>]*\s(?:disabled|popovertarget)\b)(?=[\s>])/g, '<button disabled data-wait');

/** A template as HTML with nothing in it that only the kit needs. Words hold no raw "<" and no raw quote. */
const plain = (template: unknown, { classes = false } = {}): string =>
  collectResultSync(render(template, { elementRenderers: [] }))
    .replaceAll(/<!--[^]*?-->|<\?[^>]*>/g, '')
    .replaceAll(classes ? / tabindex="[^"]*"/g : / (?:tabindex|class)="[^"]*"/g, '')
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/> (?=<\/?(?:h\d|p|ul|ol|li|details|summary)\b)/g, '>')
    .trim();

/** The style sheets of an element, by name: what all share, and its own. */
function stylesOf(element: LitElement): Record<string, string> {
  const { elementStyles } = element.constructor as typeof LitElement;
  const own = elementStyles.filter((style) => style !== baseStyles) as CSSResult[];
  return {
    base: shorterCss(`${baseStyles.cssText}${waitingStyles.cssText}`),
    [element.localName]: shorterCss(own.map(({ cssText }) => cssText).join('')),
  };
}

/** Gives one element as HTML. Rejects when the tag or an attribute's name is none, or the content is not valid. */
export async function prerender(options: PrerenderOptions): Promise<Prerendered> {
  const { tag, locale = 'en', region = '', stylesAt, first = true, fallback = 'full' } = options;
  if (!PRERENDER_TAGS.includes(tag)) throw new Error(`There is no element "${tag}". Use ${PRERENDER_TAGS.join(', ')}.`);
  const attributes = attributesOf({ locale, ...(region && { region }), ...options.attributes });
  const origin = options.content
    ? ({ kind: 'given', bundle: options.content, locale } as const)
    : ({ kind: 'built-in', locale } as const);
  const day = options.today ?? BEFORE_ALL_REVIEWS;

  // The words it begins with are known only to the element.
  const parts = (new (customElements.get(tag) as CustomElementConstructor)() as unknown as Inner).parts;
  const { content, trouble } = await loadContent(origin, parts);
  if (trouble) throw new Error([trouble.message, ...trouble.issues].join('\n'));

  const css: Record<string, string> = {};
  const frame: Frame = { session: new Session(), visit: new Visit(), isFirst: first };
  fixToday(day);
  making = { content, frame, region, stylesAt, css, hasFallback: fallback === 'full' };
  try {
    const renderer = new Renderer(tag);
    for (const [name, value] of attributes) renderer.setAttribute(name, value);
    const info: RenderInfo = {
      elementRenderers: [Renderer],
      customElementInstanceStack: [renderer],
      customElementHostStack: [renderer],
      eventTargetStack: [renderer.element],
      slotStack: [],
      deferHydration: false,
    };
    renderer.connectedCallback();
    const element = renderer.element as unknown as Inner;
    const shadow = renderer.renderShadow(info);
    const root = shadow ? `<template shadowrootmode="open">${collectResultSync(shadow)}</template>` : '';
    const { level, sponsor } = element;
    const words = { content, region, level, sponsor };
    const light =
      fallback === 'none'
        ? ''
        : plain(fallback === 'help' ? renderFallback('crisis-help-bar', words) : renderFallback(tag, words));
    const mark = `${fingerprint(factsOf(renderer.element))}${first ? ' first' : ''}`;
    const open = [...attributes, ...(root ? [[PRERENDERED, mark] as const] : [])].map(
      ([name, value]) => ` ${name}="${escape(value)}"`,
    );
    const inner = light && `<div lang="${escape(content.locale)}" dir="${content.dir}">${light}</div>`;
    return {
      html: `<${tag}${open.join('')}>${root}${inner}</${tag}>`,
      css,
      head:
        stylesAt === undefined
          ? ''
          : Object.keys(css)
              .map((name) => `<link rel="preload" as="style" href="${escape(`${stylesAt}${name}.css`)}">`)
              .join(''),
      hashes: Object.values(css).map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
    };
  } finally {
    making = undefined;
    fixToday(undefined);
  }
}

/** Attributes as text, in the order given. */
function attributesOf(
  given: Readonly<Record<string, string | number | boolean>>,
): readonly (readonly [string, string])[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name.startsWith('on') || [DEFERRED, PRERENDERED].includes(name)) {
      throw new Error(`"${name}" is not an attribute that can be given here.`);
    }
    return value === false ? [] : [[name, value === true ? '' : String(value)] as const];
  });
}
