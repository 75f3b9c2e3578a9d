/**
 * Takes over what a server made ahead. Only pages that hold such markup download this.
 */
import { hydrate } from '@lit-labs/ssr-client';
import type { LitElement } from 'lit';
import type { Content } from '../../content/load.js';
import type { Bundle, BundlePart, Sponsor } from '../../content/schema.js';
import { DEFERRED, PRERENDERED, type Frame } from './frame.js';

/** 53 bits of a text, in 11 signs; for telling versions apart, not against anybody. */
export function fingerprint(facts: unknown): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const text = JSON.stringify(facts);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** An element of the kit, with the parts of it that this file uses. */
type Inner = LitElement & {
  readonly localName: string;
  frame: Frame | undefined;
  readonly loaded: Content | undefined;
  readonly parts: readonly BundlePart[];
  readonly around: unknown;
  readonly level: number;
  readonly themeInUse: string;
  readonly regionCode: string;
  readonly safeLeaveTarget: string;
  readonly eventLevel: string;
  readonly sponsor: Sponsor;
  render(): unknown;
};

/** All that what is shown depends on while nobody has done anything. */
export function factsOf(given: LitElement): unknown {
  const element = given as Inner;
  const settings = [...(element.constructor as typeof LitElement).elementProperties]
    .filter(([, { attribute, state }]) => attribute !== false && !state)
    .map(([name]) => [
      name,
      (element as unknown as Record<PropertyKey, string | number | null | undefined>)[name] ?? '',
    ]);
  const { level, themeInUse, regionCode, safeLeaveTarget, eventLevel, sponsor, around, parts } = element;
  const loaded: (Content & Partial<Bundle>) | undefined = element.loaded;
  const words = loaded && [loaded.locale, loaded.dir, loaded.core, ...parts.map((part) => loaded[part])];
  const settled = [level, themeInUse, regionCode, safeLeaveTarget, eventLevel, sponsor, Boolean(around)];
  return [element.localName, settings, settled, words];
}

/**
 * Makes the markup in the element's root its own, or removes it when it is of other words, settings or another version
 * of the kit. `frame` is blank. Call what it returns once the element has shown itself: it does what the visitor did
 * before.
 */
export function takeOver(given: LitElement, frame: Frame): () => void {
  const element = given as Inner;
  const root = element.renderRoot as ShadowRoot;
  const [mark, first] = (element.getAttribute(PRERENDERED) ?? '').split(' ');
  const done = fieldsOf(root).flatMap(whatWasDone);
  const isHelpOpen = hasOpenHelp(root);
  const inside = [...root.querySelectorAll<LitElement>(`[${DEFERRED}]`)];
  let isOwn = false;
  frame.isFirst = Boolean(first);
  element.frame = frame;
  try {
    // Inside another element, that one has looked already.
    if (!mark || mark === fingerprint(factsOf(element))) {
      hydrate(element.render(), root, element.renderOptions);
      isOwn = true;
    }
  } catch {
    // Made by another version of the kit; it is made anew.
  } finally {
    element.frame = undefined;
  }
  if (isOwn) {
    makeUsable(root);
    for (const waiting of inside) waiting.connectedCallback();
  } else {
    root.replaceChildren();
    delete (root as { _$litPart$?: unknown })._$litPart$;
  }
  return () => {
    const now = isOwn ? [] : fieldsOf(root);
    for (const { field, name, redo } of done) {
      const same = isOwn ? field : now.find((other) => nameOf(other) === name);
      if (same) redo(same);
    }
    if (isHelpOpen) showHelp(element, root);
  };
}

/** What stands around the markup for the time without a script goes, and buttons can be used. */
function makeUsable(root: ShadowRoot): void {
  for (const node of [...root.children]) if (node.matches('link, style, noscript, [popover]')) node.remove();
  for (const button of root.querySelectorAll('[data-wait]')) {
    button.removeAttribute('data-wait');
    button.removeAttribute('disabled');
  }
  const toggle = root.querySelector('[popovertarget]');
  toggle?.removeAttribute('popovertarget');
  toggle?.setAttribute('aria-expanded', 'false');
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
interface Done {
  readonly field: Field;
  readonly name: string;
  /** Does it again, as the visitor did. */
  readonly redo: (field: Field) => void;
}

const fieldsOf = (root: ShadowRoot): Field[] => [...root.querySelectorAll<Field>('input, select, textarea')];

/** Tells fields apart in markup of any version: by what they stand for, else by their words. */
function nameOf(field: Field): string {
  const value = field instanceof HTMLInputElement && /checkbox|radio/.test(field.type) ? field.value : '';
  const words = field.labels?.[0]?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
  return value && value !== 'on' ? `=${value}` : words || field.id;
}

function whatWasDone(field: Field): Done[] {
  const redo = (type: string, key: 'checked' | 'value', value: boolean | string) => ({
    field,
    name: nameOf(field),
    redo: (same: Field) => {
      (same as unknown as Record<string, unknown>)[key] = value;
      same.dispatchEvent(new Event(type, { bubbles: true }));
    },
  });
  if (field instanceof HTMLSelectElement) {
    const { value, options } = field;
    const first = [...options].find(({ defaultSelected }) => defaultSelected) ?? options[0];
    return value === first?.value ? [] : [redo('change', 'value', value)];
  }
  if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type)) {
    const { checked, defaultChecked, type } = field;
    // A radio that lost its check to another one has nothing to say.
    return checked === defaultChecked || (type === 'radio' && !checked) ? [] : [redo('change', 'checked', checked)];
  }
  return field.value === field.defaultValue ? [] : [redo('input', 'value', field.value)];
}

/** Help that was opened without a script, here or in the bar inside. */
function hasOpenHelp(root: ShadowRoot): boolean {
  try {
    if (root.querySelector(':popover-open')) return true;
  } catch {
    return false; // a browser without popovers shows the lines all the time
  }
  const bar = root.querySelector(`crisis-help-bar[${DEFERRED}]`)?.shadowRoot;
  return Boolean(bar && hasOpenHelp(bar));
}

function showHelp(host: HTMLElement, root: ShadowRoot): void {
  const bar = (host.localName === 'crisis-help-bar' ? host : root.querySelector('crisis-help-bar')) as {
    show?: () => void;
  } | null;
  bar?.show?.();
}
