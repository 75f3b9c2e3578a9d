/** The page around a story: what the visitor did before, where the element stands, what goes wrong. */
import { html, nothing } from 'lit';
import { NOTES_KEY, NOTES_KIND, NOTES_VERSION } from '../../src/session/notes.js';
import { pageSession, Session } from '../../src/session/session.js';
import type { Transition } from '../../src/session/transitions.js';
import { pageVisit } from '../../src/session/visit.js';
import { simulate } from './media.js';
import type { Context } from './types.js';

/** Places for an element: a page of its own, or what other sites do to it. */
export type Host = 'narrow' | 'sidebar' | 'dark-host' | 'reset-host' | 'zero-host' | 'small-root' | 'twice';

/** Addresses of content in stories; nothing is asked for there. */
export const NEVER_ANSWERS = 'https://words.example/never-answers.json';
export const ANSWERS_503 = 'https://words.example/answers-503.json';

/** The story the page is set for. Storybook prepares anew for every change of a control. */
let prepared: string | undefined;

/** Sets the page for a story; what it returns puts all of it back. */
export async function prepare(context: Context): Promise<(() => void) | undefined> {
  const { id, canvasElement, parameters } = context;
  if (prepared === id) return undefined;
  prepared = id;
  canvasElement.replaceChildren(); // what is there belongs to the visitor of the story before
  forgetVisitor();
  const { visit = [], saved, host, medium, trouble } = parameters;
  for (const step of visit) pageSession().apply(step);
  if (saved) save(saved.visit, saved.daysAgo);
  if (host === 'small-root') document.documentElement.style.fontSize = '62.5%';
  const undo = [
    medium ? await simulate(medium) : undefined,
    trouble === 'storage-blocked' ? blockStorage() : undefined,
    parameters.content === undefined ? troubleAddresses() : undefined,
  ];
  return () => {
    prepared = undefined;
    document.documentElement.style.fontSize = '';
    for (const back of undo) back?.();
    localStorage.removeItem(NOTES_KEY);
  };
}

/** As after a reload, on a device on which nothing is saved. */
function forgetVisitor(): void {
  pageVisit().notes?.deleteAll();
  localStorage.removeItem(NOTES_KEY);
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description?.startsWith('failed-intervention-guide/')) Reflect.deleteProperty(globalThis, key);
  }
}

/** Notes of an earlier visit, as the kit saves them. */
function save(visit: readonly Transition[], daysAgo: number): void {
  const session = new Session();
  for (const step of visit) session.apply(step);
  const savedAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const envelope = { kind: NOTES_KIND, version: NOTES_VERSION, savedAt, days: 30, state: session.state };
  localStorage.setItem(NOTES_KEY, JSON.stringify(envelope));
}

/** As in a browser that blocks it: every use throws. */
function blockStorage(): () => void {
  const real = Object.getOwnPropertyDescriptor(window, 'localStorage');
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('The user has blocked storage.', 'SecurityError');
    },
  });
  return () => {
    if (real) Object.defineProperty(window, 'localStorage', real);
    else Reflect.deleteProperty(window, 'localStorage');
  };
}

/** Answers for the two addresses, so that no story asks a server. */
function troubleAddresses(): () => void {
  const { fetch: real } = window;
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url === NEVER_ANSWERS) return new Promise<Response>(() => undefined);
    if (url === ANSWERS_503) return Promise.resolve(new Response('', { status: 503 }));
    return real(input, init);
  };
  return () => {
    window.fetch = real;
  };
}

const MEDIA_NOTES = {
  'forced-colors':
    'Simulated: the kit’s rules for forced colors hold here with the colors of your system. Windows and Chromium’s rendering tools show the real thing.',
  print: 'Simulated: the kit’s rules for paper hold here. The print preview of the browser shows the real thing.',
};

/** A decorator: the ground in the color of the theme, and the place where the element stands. */
export function withSurroundings(story: () => unknown, context: Context) {
  const { args, globals, parameters } = context;
  const { host, medium, note = medium && MEDIA_NOTES[medium] } = parameters;
  const theme = args.theme || globals.theme;
  return html`<div class="ground" data-theme=${medium ? 'light' : theme} data-host=${host ?? nothing}>
    ${note ? html`<p class="note">${note}</p>` : nothing}
    <div class=${host ? `stands-${host}` : ''}>
      ${story()} ${host === 'twice' ? story() : nothing} ${host === 'sidebar' ? BESIDE : nothing}
    </div>
  </div>`;
}

const BESIDE = html`<div>
  <h2>An article</h2>
  <p>The element stands in a sidebar of 16 em. Its size, not that of the window, decides how it is laid out.</p>
</div>`;
