/** Pages on which a center offers the tool: what their tests share. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import '../../src/define/center-contact.js';
import type { CenterContact } from '../../src/elements/center-contact/center-contact.js';
import type { FigLeadEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
import { addRow, reachOutcomes, setNote, tickReason } from '../../src/session/transitions.js';
import { allByRole, byRole, click, focused, nameOf, ready, record, settled, type } from './helpers.js';

export const CENTER = 'Rivertown Recovery, LLC';
/** All that has to be known of a center, as properties of an element. */
export const SPONSOR = {
  sponsorName: CENTER,
  sponsorPhone: '(555) 010-0123',
  sponsorLicense: 'No. 123, State of Ohio',
  sponsorPaidBy: 'Rivertown Holdings',
  sponsorPrivacyUrl: 'https://rivertown.example/privacy',
  sponsorHealthDataUrl: 'https://rivertown.example/health-data',
} as const;

/** Names of the three boxes, in English. */
export const MAY_CONTACT = /^I agree that Rivertown Recovery, LLC may contact me/;
export const MAY_TEXT = /may send me text messages/;
export const MAY_SHARE = /^I also agree that Rivertown Recovery, LLC may receive the summary lines/;

/** Puts elements on the page, gives the contact element in them all facts but those changed, and waits for its words. */
export async function onPage(
  template: TemplateResult = html`<center-contact lead="offer" region="US"></center-contact>`,
  facts: Partial<Record<keyof typeof SPONSOR, string>> = SPONSOR,
): Promise<CenterContact> {
  const el = await place(template, facts);
  await ready(el);
  return el;
}

/** Elements get the facts before they are on the page, as they would by attributes. */
async function place(template: TemplateResult, facts: object): Promise<CenterContact> {
  const page = document.createElement('div');
  render(template, page);
  const el = page.querySelector('center-contact') as CenterContact;
  Object.assign(el, facts);
  await fixture(html`${page}`);
  return el;
}

/** The same where nothing may be shown: waits until the element has said that it is ready. */
export async function silentOnPage(
  template: TemplateResult,
  facts: Partial<Record<keyof typeof SPONSOR, string>> = SPONSOR,
): Promise<{ readonly el: CenterContact; readonly errors: readonly CustomEvent[] }> {
  const errors = record(window, 'fig-error');
  const heard = record(window, 'fig-ready');
  const el = await place(template, facts);
  await waitUntil(() => heard.length > 0, 'it is never ready', { timeout: 5000 });
  await settled();
  return { el, errors };
}

/** Opens the form, with its summary where there is one. */
export async function ask(el: CenterContact, { summary = false } = {}): Promise<void> {
  await click(el, 'button', /^(Ask to be contacted|Pedir que me contacten)$/);
  if (!summary) return;
  await waitUntil(() => allByRole(el, 'region', /^(Share a summary|¿Compartir un resumen)/).length, 'no summary', {
    timeout: 5000,
  });
  await settled();
}

/** Fills the form in for an email, and agrees to be contacted. */
export async function fillIn(el: CenterContact, email = 'jo@example.com'): Promise<void> {
  await click(el, 'radio', 'An email');
  await type(el, 'textbox', 'Your email address', email);
  await click(el, 'checkbox', MAY_CONTACT);
}

/** Fills the form in for a call, and agrees to be contacted. */
export async function fillInCall(el: CenterContact, phone = '(555) 010-0199'): Promise<void> {
  await click(el, 'radio', 'A phone call');
  await type(el, 'textbox', 'Your phone number', phone);
  for (const name of ['Is it safe to call you?', 'Is it safe to leave a voice message?']) {
    await click(byRole(el, 'group', name), 'radio', 'Yes');
  }
  await click(el, 'checkbox', MAY_CONTACT);
}

/** Takes every lead on the page as a host does; gives those it got. */
export function takeLeads(respond?: (event: FigLeadEvent) => void): FigLeadEvent[] {
  const leads: FigLeadEvent[] = [];
  const take = (event: FigLeadEvent) => {
    leads.push(event);
    if (respond) respond(event);
    else event.preventDefault();
  };
  window.addEventListener('fig-lead', take);
  cleanups.push(() => window.removeEventListener('fig-lead', take));
  return leads;
}
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

export const words = (el: Element): string => el.shadowRoot?.querySelector<HTMLElement>('.body')?.innerText ?? '';
export const focusName = (): string => nameOf(focused() as Element);
export const boxes = (el: Element): HTMLInputElement[] => allByRole<HTMLInputElement>(el, 'checkbox');
export const errorsShown = (el: Element): string[] =>
  [...(el.shadowRoot?.querySelectorAll('.error') ?? [])]
    .map((error) => error.textContent?.trim() ?? '')
    .filter(Boolean);

/** What the visitor picked and wrote before, in the page's session. */
export function picked(): void {
  for (const step of [
    tickReason('too_long', true),
    reachOutcomes(['us_first']),
    setNote('My SECRET note'),
    addRow('wins', { text: 'A SECRET win', on: '2026-11-25' }),
  ]) {
    pageSession().apply(step);
  }
}
/** The line of the summary that comes of it. */
export const REASON = 'What got in the way: We talked for too long';
