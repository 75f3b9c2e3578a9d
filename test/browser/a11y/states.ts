/** Every element in the states that matter, each in any language and theme, brought there as a visitor would. */
import { fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Bundle, Words } from '../../../src/content/schema.js';
import { NOTES_KEY, NOTES_KIND, NOTES_VERSION } from '../../../src/session/notes.js';
import { pageSession, Session } from '../../../src/session/session.js';
import type { Transition } from '../../../src/session/transitions.js';
import {
  atResult,
  CARE_BEGUN,
  CARE_DONE,
  CUE_CARDS,
  LEARNED,
  LOOKED_BACK,
  PLAN_BEGUN,
  PLAN_MADE,
  PLAN_ROUND_TWO,
  REASONS,
  SHEETS,
  STEPS_BEGUN,
  WAYS,
  WEEKS,
  WHOLE_VISIT,
} from '../../fixtures/visits.js';
import '../elements.js';
import type { Tag } from '../elements.js';
import { allByRole, allShown, click, ready, resetSession, settled, type } from '../helpers.js';

export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];
export const THEMES = ['light', 'dark'] as const;

type Steps = (el: LitElement, words: Bundle) => unknown;

export interface State {
  readonly tag: Tag;
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the visitor did before. */
  readonly visit?: readonly Transition[];
  /** What earlier visits left on the device. */
  readonly saved?: readonly Transition[] | string;
  /** What the page has around the element: HTML of its own, with `<div id="here">` where the element goes. */
  readonly page?: string;
  /** The page's answer to a lead. */
  readonly onLead?: (event: Event & { respondWith(response: Promise<unknown>): void }) => void;
  /** The words never come, so there are none to wait for. */
  readonly isWordless?: boolean;
  /** What the visitor does. */
  readonly steps?: Steps;
}

// ---------------------------------------------------------------- words

const bundles = new Map<Locale, Promise<Bundle>>();

/** Every word of a language, once a page. */
export function wordsOf(locale: Locale): Promise<Bundle> {
  const known = bundles.get(locale);
  if (known) return known;
  const coming = fetch(`/dist/content/${locale}.json`).then((response) => response.json() as Promise<Bundle>);
  bundles.set(locale, coming);
  return coming;
}

const starts = (words: string) => new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** A name that begins with those words: what it is about follows, out of sight. */
export const begins = (words: string): RegExp => new RegExp(`${starts(words).source}(?!\\p{L})`, 'u');

// ---------------------------------------------------------------- mounting

const SPONSOR = {
  'sponsor-name': 'Rivertown Recovery, LLC',
  'sponsor-phone': '(555) 010-0123',
  'sponsor-license': 'No. 123, State of Ohio',
  'sponsor-paid-by': 'Rivertown Holdings',
  'sponsor-privacy-url': 'https://rivertown.example/privacy',
  'sponsor-health-data-url': 'https://rivertown.example/health-data',
};
const OFFER = { ...SPONSOR, lead: 'offer' };

/** The page's own form stands in the page's language, which here is English. */
const THEIR_FORM = `<form id="theirs" lang="en">
    <label>Name <input name="who" data-fig="contact.name" /></label>
    <label>Email <input name="mail" data-fig="contact.email" required /></label>
    <label>I agree <input type="checkbox" name="agree" required /></label>
    <button type="button">Send</button>
  </form><div id="here"></div>`;

const undo: (() => void)[] = [];

/** An address that is asked, and never answers. */
function neverAnswer(): void {
  const { fetch: real } = window;
  window.fetch = (input, init) => (input === NEVER_ANSWERS ? new Promise(() => undefined) : real(input, init));
  undo.push(() => (window.fetch = real));
}

/** Puts an element on the page in one of its states. */
export async function show(state: State, locale: Locale, theme: (typeof THEMES)[number]): Promise<LitElement> {
  for (const back of undo.splice(0)) back();
  fixtureCleanup();
  resetSession();
  document.documentElement.lang = locale; // as a page in that language says
  if (typeof state.saved === 'string') localStorage.setItem(NOTES_KEY, state.saved);
  else if (state.saved) localStorage.setItem(NOTES_KEY, notes(state.saved));
  for (const step of state.visit ?? []) pageSession().apply(step);
  if (state.onLead) {
    const { onLead } = state;
    const listen = (event: Event) => onLead(event as Parameters<typeof onLead>[0]);
    window.addEventListener('fig-lead', listen);
    undo.push(() => window.removeEventListener('fig-lead', listen));
  }
  if (state.isWordless) neverAnswer();
  const el = document.createElement(state.tag) as LitElement;
  for (const [name, value] of Object.entries({ locale, region: 'US', theme, ...state.attributes })) {
    el.setAttribute(name, value);
  }
  const page = document.createElement('main');
  page.innerHTML = state.page ?? '<div id="here"></div>';
  page.querySelector('#here')?.replaceWith(el);
  await fixture(html`${page}`);
  const words = await wordsOf(locale);
  if (state.isWordless) await shows(() => allByRole(el, 'button', words.core.words.help.getHelp).length > 0);
  else await ready(el);
  await state.steps?.(el, words);
  await settled();
  window.scrollTo(0, 0); // else the help bar, which stays at the top, may lie over something
  return el;
}

/** Notes as the kit saves them. */
function notes(visit: readonly Transition[]): string {
  const session = new Session();
  for (const step of visit) session.apply(step);
  const savedAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
  return JSON.stringify({ kind: NOTES_KIND, version: NOTES_VERSION, savedAt, days: 7, state: session.state });
}

/** Waits for something that comes by itself. */
export const shows = (fits: () => boolean): Promise<void> =>
  waitUntil(fits, 'it does not come', { timeout: 3000, interval: 10 });

/** Clicks what has a role and name as soon as it is there. */
async function tap(el: Element, role: string, name: string | RegExp): Promise<void> {
  await shows(() => allByRole(el, role, name).length > 0);
  await click(el, role, name);
}

/** Opens what can be opened. */
async function openAll(el: Element): Promise<void> {
  for (const details of allShown<HTMLDetailsElement>(el, 'details:not([open])')) details.open = true;
  await settled();
}

/** Runs steps one after the other. */
const then =
  (...all: readonly Steps[]): Steps =>
  async (el, words) => {
    for (const steps of all) await steps(el, words);
  };

const tapOn =
  (role: string, name: (words: Bundle) => string | RegExp): Steps =>
  (el, words) =>
    tap(el, role, name(words));

// ---------------------------------------------------------------- what visitors do

const help = (pick: (words: Words['help']) => string | RegExp) => tapOn('button', ({ core }) => pick(core.words.help));
const openHelp = help(({ getHelp }) => getHelp);
const chooseDanger = then(
  openHelp,
  help(({ situations }) => situations),
);
const danger = (id: string): Steps =>
  then(
    chooseDanger,
    tapOn('button', ({ core }) => core.safety.find((entry) => entry.id === id)?.choose ?? id),
  );

const option = (words: Bundle, question: string, id: string): string =>
  words.steps.questions
    .find((one) => one.id === question)
    ?.options.find((one) => one.id === id)
    ?.label.toString() ?? id;
const pickOption = (question: string, id: string) => tapOn('radio', (words) => option(words, question, id));
const next = tapOn('button', ({ steps }) => steps.words.next);
const passGate = then(pickOption('q_safe_now', 'no'), next);

const planTool = (pick: (words: Words['planner']) => string): Steps =>
  then(
    tapOn('button', ({ plan }) => begins(pick(plan.words))),
    (el) => shows(() => allShown(el, '.section ~ :is(p, fieldset)').length > 0),
    settled,
  );
const tools = (pick: (words: Words['tools']) => string | RegExp) => tapOn('button', (words) => pick(words.tools.words));

const stage = (part: string): Steps =>
  then(
    tapOn('button', ({ guide }) => starts(guide.stages.find((one) => one.part === part)?.title ?? part)),
    (el) => shows(() => allShown(el, ':is(.title, .eyebrow)').length > 1), // its own, and that of the part
    settled,
  );

const contact = (pick: (words: Words['contact']) => string | RegExp, role = 'button') =>
  tapOn(role, (words) => pick(words.contact.words));
const askCenter = contact(({ ask }) => ask);
const byEmail: Steps = then(
  askCenter,
  contact(({ email }) => email, 'radio'),
  (el, words) => type(el, 'textbox', words.contact.words.emailField, 'jo@example.com'),
  (el) => click(el, 'checkbox', /Rivertown/),
);
const submit: Steps = async (el) => {
  allShown(el, '[type=submit]')[0]?.click();
  await settled();
};

/** A row is written down, and not one field of it is filled in. */
const emptyForm = (open: (words: Bundle) => string): Steps => then(tapOn('button', open), submit);

const removeFirst: Steps = (el, words) => tap(el, 'button', begins(words.plan.rows.remove));
const editFirst: Steps = (el, words) => tap(el, 'button', begins(words.plan.rows.edit));

// ---------------------------------------------------------------- the table

const states = (tag: Tag, table: Readonly<Record<string, Omit<State, 'tag' | 'name'>>>): readonly State[] =>
  Object.entries(table).map(([name, state]) => ({ tag, name, ...state }));

const NEVER_ANSWERS = '/never-answers.json';
const NOT_THERE = '/not-there.json';

export const STATES: readonly State[] = [
  ...states('failed-intervention-guide', {
    'first screen': {},
    'first screen of a page that hears answers, with a center': { attributes: { events: 'full', ...SPONSOR } },
    'days of the timeline open': { steps: openAll },
    'words unreachable': { attributes: { 'content-src': NOT_THERE } },
    'reasons open': { steps: stage('reasons') },
    'wizard open': { steps: stage('steps') },
    'plan open': { visit: PLAN_MADE, steps: stage('plan') },
    'check-in open': { visit: PLAN_MADE, steps: stage('watch') },
    'self-care open': { visit: CARE_BEGUN, steps: stage('care') },
    'library open': { steps: stage('learn') },
    'empty summary': { steps: stage('summary') },
    'summary of a whole visit': {
      visit: WHOLE_VISIT,
      steps: then(stage('summary'), (el) => shows(() => allShown(el, '.sheet').length > 0)),
    },
    'summary with a center': {
      attributes: OFFER,
      steps: then(stage('summary'), (el, words) =>
        shows(() => allByRole(el, 'button', words.contact.words.ask).length > 0),
      ),
    },
    'help open': { steps: openHelp },
    'danger screen': { steps: danger('overdose') },
    'saving offered': { attributes: { save: 'offer' }, visit: REASONS, steps: (el) => openSaving(el) },
    saved: {
      attributes: { save: 'offer' },
      visit: REASONS,
      steps: then(
        (el) => openSaving(el),
        tapOn('button', ({ saving }) => saving.words.save),
      ),
    },
    'notes found': { attributes: { save: 'offer' }, saved: WHOLE_VISIT, visit: REASONS, steps: (el) => notesSaid(el) },
    'notes that can not be read': { attributes: { save: 'offer' }, saved: '{', steps: (el) => notesSaid(el) },
    'everything deleted': {
      attributes: { save: 'offer' },
      visit: REASONS,
      steps: then(
        (el) => openSaving(el),
        tapOn('button', ({ saving }) => saving.words.delete),
      ),
    },
  }),
  ...states('failure-reason-checklist', {
    'first screen': {},
    'reasons checked, sources open': { visit: REASONS, steps: openAll },
    'all unchecked, undo offered': {
      visit: REASONS,
      steps: tapOn('button', ({ reasons }) => reasons.words.clear),
    },
    'board and summary': { visit: LEARNED },
    'looking back, nothing written': {
      visit: LEARNED,
      steps: tapOn('button', ({ reasons }) => reasons.words.debriefOpen),
    },
    'sheets side by side': {
      visit: SHEETS,
      steps: tapOn('button', ({ reasons }) => reasons.words.debriefOpen),
    },
    'form of a sheet, with errors': {
      steps: then(
        tapOn('button', ({ reasons }) => reasons.words.debriefOpen),
        emptyForm(({ debrief }) => debrief.words.sheetOpen),
      ),
    },
    'sheet removed, undo offered': {
      visit: SHEETS,
      steps: then(
        tapOn('button', ({ reasons }) => reasons.words.debriefOpen),
        removeFirst,
      ),
    },
  }),
  ...states('next-steps-wizard', {
    'first screen': {},
    'no answer given': { steps: next },
    'a question': { visit: STEPS_BEGUN, steps: passGate },
    'danger at the gate': { steps: then(pickOption('q_safe_now', 'yes'), next) },
    'two next steps with a safety card, all open': {
      visit: atResult({ q_how_ended: 'left', q_open_door: 'yes', q_substance_daily: 'alcohol' }),
      steps: then(passGate, openAll),
    },
    'a way to ask chosen': {
      visit: atResult(WAYS.ask_small?.answers ?? {}),
      steps: then(passGate, async (el) => {
        await shows(() => allShown(el, '[part=formats] input').length > 0);
        allShown(el, '[part=formats] input')[0]?.click();
      }),
    },
    'contact is not safe': { visit: atResult({ q_contact_now: 'unsafe' }), steps: passGate },
  }),
  ...states('contingency-planner', {
    'first screen': {},
    'ideas from reasons, library open': { visit: REASONS, steps: openAll },
    'form, with errors': { steps: emptyForm(({ plan }) => plan.words.ownRow) },
    'a row in the plan': { visit: PLAN_BEGUN },
    'a row changed': { visit: PLAN_BEGUN, steps: editFirst },
    'a row removed, undo offered': { visit: PLAN_BEGUN, steps: removeFirst },
    'contact is not safe': { visit: [...atResult({ q_contact_now: 'unsafe' }), ...PLAN_BEGUN] },
    steps: {
      visit: PLAN_MADE,
      steps: then(
        planTool(({ toolSteps }) => toolSteps),
        openAll,
      ),
    },
    'form of a step, with errors': {
      steps: then(
        planTool(({ toolSteps }) => toolSteps),
        emptyForm(({ tools }) => tools.words.stepsOwn),
      ),
    },
    'lists to have ready': { visit: PLAN_MADE, steps: planTool(({ toolReady }) => toolReady) },
    limits: {
      visit: PLAN_MADE,
      steps: then(
        planTool(({ toolLimits }) => toolLimits),
        openAll,
      ),
    },
    'form of a limit, with errors': {
      steps: then(
        planTool(({ toolLimits }) => toolLimits),
        emptyForm(({ tools }) => tools.words.limitsOwn),
      ),
    },
    goals: {
      visit: PLAN_MADE,
      steps: then(
        planTool(({ toolGoals }) => toolGoals),
        openAll,
      ),
    },
    'a goal for somebody else': {
      steps: then(
        planTool(({ toolGoals }) => toolGoals),
        tools(({ goalsOwn }) => goalsOwn),
        async (el, words) => {
          const { goal, measure, guardPeople, guardUseWords } = words.tools.words;
          await type(el, 'textbox', goal, `${guardPeople.at(-1)} ${guardUseWords[0]}`);
          await type(el, 'textbox', measure, 'x');
          await submit(el, words);
        },
      ),
    },
    people: { visit: PLAN_MADE, steps: planTool(({ toolPeople }) => toolPeople) },
    'form of a person, with errors': {
      steps: then(
        planTool(({ toolPeople }) => toolPeople),
        emptyForm(({ tools }) => tools.words.peopleOwn),
      ),
    },
    'care team': {
      visit: PLAN_MADE,
      steps: then(
        planTool(({ toolTeam }) => toolTeam),
        openAll,
      ),
    },
    rounds: {
      visit: PLAN_ROUND_TWO,
      steps: then(
        planTool(({ toolRounds }) => toolRounds),
        openAll,
      ),
    },
  }),
  ...states('family-self-care-card', {
    'first screen': {},
    'not okay': { steps: tapOn('radio', ({ care }) => care.words.holding1) },
    'a feeling and things picked, all open': { visit: CARE_BEGUN, steps: openAll },
    'only short things': { steps: tapOn('checkbox', ({ care }) => care.words.shortOnly) },
    'one thing done, a small win': { visit: CARE_DONE },
    'form of a small win, with errors': { steps: emptyForm(({ care }) => care.words.winsOpen) },
    'a small win removed, undo offered': { visit: CARE_DONE, steps: removeFirst },
  }),
  ...states('progress-check-in', {
    'first screen': {},
    'with a plan and weeks before, all open': { visit: [...PLAN_MADE, ...WEEKS], steps: openAll },
    'what got in the way': {
      steps: async (el, words) => {
        for (const { label } of words.watch.barriers.slice(0, 3)) await click(el, 'checkbox', label);
        await openAll(el);
      },
    },
    'not safe, not okay': {
      steps: then(
        (el, words) => click(groupOf(el, words.watch.words.safe), 'radio', words.watch.words.no),
        tapOn('radio', ({ watch }) => watch.words.me1),
      ),
    },
    saved: {
      visit: PLAN_MADE,
      steps: then(
        (el, words) => click(el, 'checkbox', words.watch.barriers[0]?.label ?? ''),
        tapOn('button', ({ watch }) => watch.words.save),
      ),
    },
    'saved and changed': {
      steps: then(
        tapOn('button', ({ watch }) => watch.words.save),
        editFirst,
      ),
    },
    'saved and removed, undo offered': {
      visit: LOOKED_BACK,
      steps: then(
        tapOn('button', ({ watch }) => watch.words.save),
        removeFirst,
      ),
    },
  }),
  ...states('family-learning-library', {
    'first screen': {},
    'shelf of treatments': { attributes: { entry: 'treatments' } },
    'shelf of myths': { attributes: { entry: 'myths' } },
    'what to say instead, with cue cards': { attributes: { entry: 'phrases' }, visit: CUE_CARDS },
    'words to say held back': {
      attributes: { entry: 'phrases' },
      visit: atResult({ q_contact_now: 'unsafe' }),
    },
    'who can help': { attributes: { entry: 'roles' } },
    places: { attributes: { entry: 'places' } },
    found: { steps: (el, { learn }) => type(el, 'searchbox', begins(learn.words.search), 'naloxon') },
    'nothing found': { steps: (el, { learn }) => type(el, 'searchbox', begins(learn.words.search), 'zzzz') },
    'a topic, sources open': { attributes: { entry: 'topic:overdose_signs' }, steps: openAll },
    'a treatment, sources open': { attributes: { entry: 'treatment:methadone' }, steps: openAll },
    'a myth': { attributes: { entry: 'myth:one_chance_only' } },
    'a line to say': { attributes: { entry: 'phrase:ps_help' } },
    'who can help, one of them': { attributes: { entry: 'care_role:counselor' } },
    practice: {
      attributes: { entry: 'phrases' },
      steps: tapOn('button', ({ learn }) => learn.words.practice),
    },
    'practice, one way shown': {
      attributes: { entry: 'phrases' },
      steps: then(
        tapOn('button', ({ learn }) => learn.words.practice),
        tapOn('button', ({ learn }) => learn.words.practiceShow),
      ),
    },
  }),
  ...states('crisis-help-bar', {
    'first screen': {},
    'no region': { attributes: { region: '' } },
    'panel open': { steps: openHelp },
    'panel open, no region': { attributes: { region: '' }, steps: openHelp },
    'list of dangers': { steps: chooseDanger },
    'danger screen: overdose': { steps: then(danger('overdose'), openAll) },
    'danger screen: suicide': { steps: then(danger('suicide_me'), openAll) },
    'danger screen: violence': { steps: then(danger('violence'), openAll) },
    'danger screen: no region': { attributes: { region: '' }, steps: danger('overdose') },
    'danger is over': {
      steps: then(
        danger('overdose'),
        help(({ safeNow }) => safeNow),
      ),
    },
    'leaving quickly': {
      steps: then(
        (el) => void Object.assign(el, { navigate: () => undefined }), // the page under test has to stay
        tapOn('button', ({ core }) => core.words.help.leave),
      ),
    },
    'words do not come': { attributes: { 'content-src': NEVER_ANSWERS }, isWordless: true },
  }),
  ...states('center-contact', {
    offered: { attributes: OFFER },
    declined: { attributes: OFFER, steps: contact(({ notNow }) => notNow) },
    'form, with a summary': { attributes: OFFER, visit: WHOLE_VISIT, steps: askCenter },
    'form, a line of the summary removed': {
      attributes: OFFER,
      visit: WHOLE_VISIT,
      steps: then(
        askCenter,
        contact(({ summaryRemove }) => begins(summaryRemove)),
      ),
    },
    'form, with errors': { attributes: OFFER, steps: then(askCenter, submit) },
    'form for a call, with errors': {
      attributes: OFFER,
      steps: then(
        askCenter,
        contact(({ call }) => call, 'radio'),
        submit,
      ),
    },
    'contact is not safe': {
      attributes: OFFER,
      visit: atResult({ q_contact_now: 'unsafe' }),
      steps: then(askCenter, submit),
    },
    'on its way': {
      attributes: OFFER,
      onLead: (event) => {
        event.preventDefault();
        event.respondWith(new Promise(() => undefined));
      },
      steps: then(byEmail, submit),
    },
    'not taken': { attributes: OFFER, steps: then(byEmail, submit) },
    sent: { attributes: OFFER, onLead: (event) => event.preventDefault(), steps: then(byEmail, submit) },
    withdrawn: {
      attributes: OFFER,
      onLead: (event) => event.preventDefault(),
      steps: then(
        byEmail,
        submit,
        contact(({ withdraw }) => withdraw),
      ),
    },
    'the form of the page filled in': {
      attributes: { ...SPONSOR, 'lead-form': '#theirs' },
      page: THEIR_FORM,
      steps: then(byEmail, submit),
    },
    'added to the form around': {
      attributes: { ...SPONSOR, name: 'guide' },
      page: `<form lang="en"><div id="here"></div><button type="button">Send</button></form>`,
      steps: then(askCenter, (el) => click(el, 'checkbox', /Rivertown/), submit),
    },
  }),
];

function groupOf(el: Element, name: string): Element {
  const [group] = allByRole(el, 'group', name);
  if (!group) throw new Error(`There is no group "${name}".`);
  return group;
}

async function openSaving(el: Element): Promise<void> {
  await shows(() => allShown(el, 'details.saving').length > 0);
  for (const details of allShown<HTMLDetailsElement>(el, 'details.saving')) details.open = true;
  await settled();
}

const notesSaid = (el: Element) => shows(() => allShown(el, '#notes').length > 0);

/** One of them, by its name. */
export function stateOf(tag: string, name: string): State {
  const found = STATES.find((one) => one.tag === tag && one.name === name);
  if (!found) throw new Error(`There is no state "${name}" of <${tag}>.`);
  return found;
}
