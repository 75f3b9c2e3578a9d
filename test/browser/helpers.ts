import { expect, fixture, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { LitElement, TemplateResult } from 'lit';
import type { Bundle } from '../../src/content/schema.js';
import { NOTES_KEY } from '../../src/session/notes.js';
import { pageVisit } from '../../src/session/visit.js';
import { allByRole, byRole, nameOf, text } from '../fixtures/find.js';

export { allByRole, allShown, byRole, nameOf } from '../fixtures/find.js';

/** A copy of the whole built-in bundle, to change and give to an element. */
export async function wholeBundle(): Promise<Bundle> {
  return (await fetch('/dist/content/en.json')).json();
}

/** Forgets what earlier tests ticked, wrote and saved, and whether they opened a safety screen: a visitor never seen. */
export function resetSession(): void {
  pageVisit().notes?.deleteAll();
  localStorage.removeItem(NOTES_KEY);
  newVisit();
}

/** As after a reload: what is in memory is gone, what is saved stays. No element may be on the page. */
export function newVisit(): void {
  const kept = Object.getOwnPropertySymbols(globalThis).filter(({ description }) =>
    description?.startsWith('failed-intervention-guide/'),
  );
  for (const key of kept) Reflect.deleteProperty(globalThis, key);
}

/** Puts an element on the page and waits for its words. */
export async function mount<E extends LitElement>(template: TemplateResult): Promise<E> {
  const el = await fixture<E>(template);
  await ready(el);
  return el;
}

/** Waits until an element, and those inside it, show their words. */
export async function ready(el: LitElement): Promise<void> {
  await waitUntil(() => el.renderRoot.querySelector('.title, .bar') !== null, 'no words came', { timeout: 5000 });
  await el.updateComplete;
  await settled();
}

/** Waits for updates that wait for one another: session, elements, focus. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 4; i += 1) await new Promise((done) => setTimeout(done));
}

/** Clicks what has that role and name, and waits for what follows. */
export async function click(el: Element, role: string, name: string | RegExp): Promise<void> {
  byRole(el, role, name).click();
  await settled();
}

/** Types into a field, as the browser reports it. */
export async function type(el: Element, role: string, name: string | RegExp, value: string): Promise<void> {
  const field = byRole<HTMLInputElement>(el, role, name);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

/** Picks an option of a select by its words. */
export async function choose(el: Element, name: string | RegExp, option: string): Promise<void> {
  const field = byRole<HTMLSelectElement>(el, 'combobox', name);
  const found = [...field.options].find(({ label }) => label.trim() === option);
  if (!found) throw new Error(`"${nameOf(field)}" has no option "${option}".`);
  field.value = found.value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

/** What has the focus, inside whatever shadow roots. */
export function focused(): Element | null {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node;
}

/** What the element says to screen readers now. */
export const said = (el: Element): string => text(allByRole(el, 'status').at(-1)).replaceAll('\u00a0', '').trim();

/** Collects events until the test ends. */
export function record<E extends CustomEvent = CustomEvent>(target: EventTarget, ...types: string[]): E[] {
  const events: E[] = [];
  for (const name of types) target.addEventListener(name, (event) => events.push(event as E));
  return events;
}

export const ALL_EVENTS = [
  'fig-ready',
  'fig-progress',
  'fig-change',
  'fig-export',
  'fig-leave',
  'fig-lead',
  'fig-lead-withdraw',
  'fig-error',
] as const;

/** Axe finds nothing in the element's present state. */
export async function expectAccessible(el: Element): Promise<void> {
  await settled();
  await expect(el).to.be.accessible();
}

/** Puts a clipboard of the test's own in the place of the browser's; gives the way back. */
export function stubClipboard(writeText: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () => Reflect.deleteProperty(navigator, 'clipboard');
}

/** Texts that are copied from now on. */
export function catchCopies() {
  const texts: string[] = [];
  return { texts, restore: stubClipboard(async (text) => void texts.push(text)) };
}

/** Downloads that the page asks for from now on, as name and text; they don't reach the disk. */
export function catchDownloads() {
  const files: { readonly name: string; readonly text: Promise<string> }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    const url = `blob:caught-${blobs.size}`;
    blobs.set(url, blob);
    return url;
  };
  const { click: realClick } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function caught(this: HTMLAnchorElement) {
    files.push({ name: this.download, text: (blobs.get(this.href) ?? new Blob()).text() });
  };
  const restore = () => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = realClick;
  };
  return { files, restore };
}

/** Takes what waits until the browser is idle, also in one that never says so (WebKit); gives the way back. */
export function stubIdle(take: (run: IdleRequestCallback) => number): () => void {
  const before = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback');
  Object.defineProperty(window, 'requestIdleCallback', { configurable: true, value: take });
  return () => {
    if (before) Object.defineProperty(window, 'requestIdleCallback', before);
    else Reflect.deleteProperty(window, 'requestIdleCallback');
  };
}

/** Stands in for the browser's print dialog: sheets are printed into a list, and no dialog waits for an answer. */
export function catchPrints() {
  const sheets: { readonly title: string; readonly text: string; readonly tags: readonly string[] }[] = [];
  const watch = new MutationObserver(() => {
    const view = document.querySelector<HTMLIFrameElement>('body > iframe[title]')?.contentWindow;
    if (!view) return;
    view.print = () => {
      const { body, title } = view.document;
      const tags = Array.from(body.querySelectorAll('*'), ({ localName }) => localName);
      sheets.push({ title, text: body.textContent ?? '', tags });
      view.dispatchEvent(new Event('afterprint'));
    };
  });
  watch.observe(document.body, { childList: true });
  return { sheets, restore: () => watch.disconnect() };
}

/** What `read` finds while the page is laid out for paper. Only Chromium can do that for a test; elsewhere the styles are turned. */
export async function onPaper<T>(el: Element, read: () => T): Promise<T> {
  if (navigator.userAgent.includes('Chrome/')) {
    await emulateMedia({ media: 'print' });
    const found = read();
    await emulateMedia({ media: 'screen' });
    return found;
  }
  const sheets = new Set(rootsIn(el).flatMap((root) => [...root.adoptedStyleSheets, ...root.styleSheets]));
  const back = [...sheets].map(turnMedia);
  const found = read();
  for (const restore of back) restore();
  return found;
}

/** Makes the rules of a sheet for paper hold for all media, and those for the screen for none. */
function turnMedia(sheet: CSSStyleSheet): () => void {
  const before = [...sheet.cssRules].map(({ cssText }) => cssText);
  const replace = (index: number, rule: string) => {
    sheet.deleteRule(index);
    sheet.insertRule(rule, index);
  };
  const turned = before.map((rule) =>
    rule.replace(/^@media print/, '@media all').replace(/^@media screen/, '@media not all'),
  );
  const changed = turned.flatMap((rule, index) => (rule === before[index] ? [] : [index]));
  for (const index of changed) replace(index, turned[index] ?? '');
  return () => {
    for (const index of changed) replace(index, before[index] ?? '');
  };
}

/** The shadow roots of an element and of those inside it. */
const rootsIn = (el: Element): ShadowRoot[] =>
  el.shadowRoot ? [el.shadowRoot, ...[...el.shadowRoot.querySelectorAll('*')].flatMap(rootsIn)] : [];

/** Opens a file with the element's file button, and waits until it is read. */
export async function openFile(el: Element, content: string): Promise<void> {
  const input = el.shadowRoot?.querySelector('input[type=file]') as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], 'notes.json', { type: 'application/json' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await waitUntil(() => input.value === '', 'the file was not read', { timeout: 5000 });
  await settled();
}

/** What `console.warn` was called with while `act` ran. */
export async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => void heard.push(words.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return heard;
}
