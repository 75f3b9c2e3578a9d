/** Watches a page under attack, and says what is on it that should not be. */
import { executeServerCommand } from '@web/test-runner-commands';
import { isSafeHref } from '../../src/content/rich-text.js';
import { count, PWNED_HOST, tableFile, type Outcomes } from '../fixtures/attacks.js';
import { settled } from './helpers.js';

/** All the kit ever puts on a page. */
const TAGS = new Set(
  (
    'a button dd details dialog div dl dt em fieldset form h1 h2 h3 h4 h5 h6 input label legend li nav ol optgroup option p ' +
    'progress q section select slot span strong style summary textarea ul center-contact contingency-planner ' +
    'crisis-help-bar failure-reason-checklist family-learning-library family-self-care-card next-steps-wizard ' +
    'progress-check-in'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'accept aria-controls aria-current aria-describedby aria-expanded aria-hidden aria-invalid aria-label ' +
    'aria-labelledby aria-live aria-pressed autocomplete checked class data-focus data-private data-theme dir disabled exportparts ' +
    'for hidden href id inputmode lang max maxlength min name novalidate open part referrerpolicy rel required role ' +
    'rows selected slot tabindex target type value'
  ).split(' '),
);

/** Every node in an element and in those inside it, whatever the shadow root. */
function* nodesIn(root: ParentNode): Generator<Element> {
  for (const node of root.querySelectorAll('*')) {
    yield node;
    if (node.shadowRoot) yield* nodesIn(node.shadowRoot);
  }
}
const allIn = (el: Element) => [...(el.shadowRoot ? nodesIn(el.shadowRoot) : []), ...nodesIn(el)];

/** What is in an element that does not belong there: a node, an attribute or a link. */
export function strayIn(el: Element): string[] {
  const stray = new Set<string>();
  for (const node of allIn(el)) {
    if (!TAGS.has(node.localName)) stray.add(`<${node.localName}>`);
    for (const { name } of node.attributes) {
      if (!ATTRIBUTES.has(name)) stray.add(`${node.localName} ${name}`);
    }
    const href = node.getAttribute('href');
    if (href === null) continue;
    // Where "leave quickly" leads is for the page to say; it has to be a place on the web.
    const isLeave = node.getAttribute('aria-describedby') === 'leave-hint';
    const isFine = isLeave ? /^https?:$/.test(URL.parse(href, location.href)?.protocol ?? '') : isSafeHref(href);
    if (!isFine) stray.add(`link to ${href}`);
  }
  return [...stray];
}

/** Whether there is anything to read, and a number to call or the words for where none is known. */
export function lackIn(el: Element): string | undefined {
  const root = el.shadowRoot;
  if (!root?.querySelector('.title, .bar')) return `<${el.localName}> is blank`;
  const hasHelp = allIn(el).some((node) => /^tel:[+\d-]*\d/.test(node.getAttribute('href') ?? ''));
  return hasHelp ? undefined : `<${el.localName}> has no number to call`;
}

/** Opens what is closed and ticks what can be ticked, so that as much as possible is shown. */
export async function reveal(el: Element): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    for (const node of allIn(el)) {
      if (node instanceof HTMLDetailsElement) node.open = true;
      if (node.matches('input[type=checkbox]:not(:checked)')) (node as HTMLInputElement).click();
      if (node.matches('button[aria-expanded=false]:not([id=toggle])')) (node as HTMLButtonElement).click();
    }
    await settled();
  }
}

/** Hears of everything that runs, fails or is asked for until it is stopped. */
export class Watch {
  readonly #found: string[] = [];
  readonly #stop: (() => void)[] = [];
  readonly #observer: PerformanceObserver;

  constructor() {
    const { error } = console;
    const heard = (...words: unknown[]) => this.#found.push(`console.error: ${words.join(' ').slice(0, 200)}`);
    Object.assign(console, { error: heard });
    this.#stop.push(() => Object.assign(console, { error }));
    this.#listen(window, 'error', (event) => `error: ${(event as ErrorEvent).message}`);
    this.#listen(
      window,
      'unhandledrejection',
      (event) => `rejected: ${String((event as PromiseRejectionEvent).reason)}`,
    );
    this.#listen(document, 'securitypolicyviolation', () => 'a policy was violated');
    this.#observer = new PerformanceObserver((list) => this.#take(list.getEntries()));
    this.#observer.observe({ type: 'resource' });
  }

  #listen(target: EventTarget, type: string, words: (event: Event) => string): void {
    const listener = (event: Event) => this.#found.push(words(event));
    target.addEventListener(type, listener);
    this.#stop.push(() => target.removeEventListener(type, listener));
  }

  /** The kit's own files may be asked for, and nothing else. */
  #take(entries: readonly PerformanceEntry[]): void {
    for (const { name } of entries) {
      const { origin, pathname, host } = new URL(name);
      const isOwn = origin === location.origin && /^\/(?:src|node_modules|dist|test|__w)/.test(pathname);
      if (!isOwn || host === PWNED_HOST) this.#found.push(`request: ${name.slice(0, 200)}`);
    }
  }

  /** Stops, and gives all that happened. */
  async stop(): Promise<readonly string[]> {
    await settled();
    this.#take(this.#observer.takeRecords());
    this.#observer.disconnect();
    for (const stop of this.#stop) stop();
    const page = globalThis as { pwned?: unknown };
    if (page.pwned !== undefined) this.#found.push('a script ran');
    delete page.pwned;
    if (({} as { pwned?: unknown }).pwned !== undefined) this.#found.push('a prototype was changed');
    return this.#found;
  }
}

/** Counts for one way in, for the table that `npm run attacks` prints. */
export function tally(way: string) {
  const rows: Outcomes = {};
  return {
    add: (attackClass: string, refused: number, text: number) => count(rows, attackClass, refused, text),
    write: () =>
      executeServerCommand('write-file', {
        path: `../../coverage/attacks/${tableFile(way)}`,
        content: JSON.stringify({ way, rows }),
      }),
  };
}
