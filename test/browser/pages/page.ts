/** Opens the pages of test/pages in a frame, and uses the kit there as a visitor would. */
import { expect, waitUntil } from '@open-wc/testing';
import { allByRole, byRole, text } from '../../fixtures/find.js';
import { settled } from '../helpers.js';

interface Heard {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly policy: readonly string[];
  readonly events: readonly { readonly type: string; readonly code?: string }[];
}
type View = Window & typeof globalThis & { readonly heard: Heard };

/** A page in a frame. */
export interface Page {
  readonly frame: HTMLIFrameElement;
  readonly view: View;
  /** The element with that tag, once it shows its words. */
  readonly element: (tag?: string) => Promise<HTMLElement>;
}

const TIMEOUT_MS = 15_000;
export const GUIDE = 'failed-intervention-guide';
const frames = new Set<HTMLIFrameElement>();

/** Opens a page of test/pages, and waits until its own files are there. */
export async function openPage(path: string, { width = 800, sandbox = '' } = {}): Promise<Page> {
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.width = String(width);
  frame.height = '900';
  frame.src = `/pages/${path}`;
  frames.add(frame);
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow as View;
  const element = async (tag = GUIDE) => {
    const find = () => [...view.document.querySelectorAll<HTMLElement>(tag)].find(hasWords);
    await waitUntil(find, `no words came into <${tag}>`, { timeout: TIMEOUT_MS });
    return find() as HTMLElement;
  };
  return { frame, view, element };
}

/** Takes the pages of a test away. */
export function closePages(): void {
  for (const frame of frames) frame.remove();
  frames.clear();
}

const hasWords = (el: Element): boolean => allByRole(el, 'heading').length > 0;

export const waitFor = (found: () => unknown, message: string) =>
  waitUntil(() => Boolean(found()), message, { timeout: TIMEOUT_MS });

/** Waits until there is something with that role and name. */
export async function comes(el: Element, role: string, name?: string | RegExp): Promise<HTMLElement> {
  await waitUntil(() => allByRole(el, role, name).length, `no ${role} "${String(name)}" came`, { timeout: TIMEOUT_MS });
  return byRole(el, role, name);
}

export async function press(el: Element, role: string, name: string | RegExp): Promise<void> {
  (await comes(el, role, name)).click();
  await settled();
}

/** Codes of the `fig-error` events that the page has heard. */
export const codes = ({ view }: Page) =>
  view.heard.events.filter(({ type }) => type === 'fig-error').map(({ code }) => code);

/** Crisis help is one tap away: the number at once, all lines after a tap, and the way back. */
export async function expectHelp(el: Element): Promise<void> {
  expect((await comes(el, 'link', 'Call 911')).getAttribute('href')).to.equal('tel:911');
  await press(el, 'button', 'Get help now');
  const hrefs = allByRole(el, 'link').map((link) => link.getAttribute('href') ?? '');
  expect(hrefs).to.include.members(['tel:911', 'tel:988', 'sms:988']);
  for (const href of hrefs) expect(href).to.match(/^(?:(?:tel|sms):[+\d-]+|https:\/\/\S+)$/);
  await press(el, 'button', 'Close help');
}

export const REASON = 'They felt cornered or blamed';
const INSIGHT = /When people feel cornered/;

/** Checks a reason, reads what it can mean, and gets to the second question on next steps. */
export async function expectMainJob(guide: Element): Promise<void> {
  await press(guide, 'button', /^I want to understand what got in the way/);
  await press(guide, 'checkbox', REASON);
  await expectShown(guide, INSIGHT);
  await press(guide, 'button', /^3?What next/);
  await answerDanger(guide);
  await comes(guide, 'heading', 'How did the meeting end?');
  expect(allByRole(guide, 'link', 'Call 911').length).to.be.above(0);
}

/** Says that nobody is in danger. */
export async function answerDanger(el: Element): Promise<void> {
  await press(el, 'radio', 'No, not right now');
  await press(el, 'button', 'Next');
}

/** Waits until words can be read. */
export async function expectShown(el: Element, words: RegExp): Promise<void> {
  await waitUntil(() => words.test(shownText(el)), `"${String(words)}" can't be read`, { timeout: TIMEOUT_MS });
}

/** Waits until two elements say the same, and names the first difference. `read` gives the words to compare. */
export async function expectSame(el: Element, wanted: Element, read = shownText): Promise<void> {
  const isSame = () => read(el) === read(wanted);
  await waitUntil(isSame, '', { timeout: 5000 }).catch(() => undefined);
  if (isSame()) return;
  const [shown, words] = [read(el), read(wanted)];
  let at = 0;
  while (at < words.length && shown[at] === words[at]) at += 1;
  const from = Math.max(0, at - 20);
  expect(shown.slice(from, from + 80)).to.equal(words.slice(from, from + 80));
}

/** The words of an element and those inside it that can be seen. */
export function shownText(el: Element): string {
  const nodes: string[] = [];
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) nodes.push((node as Text).data);
    else if (!('checkVisibility' in node) || (node as Element).checkVisibility({ visibilityProperty: true })) {
      for (const child of ((node as Element).shadowRoot ?? node).childNodes) read(child);
    }
  };
  read(el.shadowRoot ?? el);
  return nodes.join('').replaceAll(/\s+/g, ' ').trim();
}

/** Nothing went wrong that a visitor or the page's owner would notice, and nobody else was asked for anything. */
export function expectQuiet(page: Page, { codes: expected = [], elsewhere = [] }: Trouble = {}): void {
  const { heard, performance, location } = page.view;
  expect(heard.errors, 'errors').to.deep.equal([]);
  expect(heard.policy, 'policy violations').to.deep.equal([]);
  expect(codes(page), 'fig-error').to.deep.equal(expected);
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = [`${location.origin}/pages/`, ...elsewhere];
  expect(asked.filter((url) => !own.some((start) => url.startsWith(start)))).to.deep.equal([]);
}
interface Trouble {
  /** Codes of `fig-error` that the page has to hear, in order. */
  readonly codes?: readonly string[];
  /** Addresses outside the page that it asked for itself. */
  readonly elsewhere?: readonly string[];
}

/** All that every page has in common. */
export async function expectWorks(page: Page, trouble?: Trouble): Promise<Element> {
  const guide = await page.element();
  expect(text(allByRole(guide, 'heading')[0])).to.not.equal('');
  await expectHelp(guide);
  await expectMainJob(guide);
  expectQuiet(page, trouble);
  return guide;
}
