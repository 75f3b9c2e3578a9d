import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { FigLeadEvent } from '../../src/events/events.js';
import { PLAN_BEGUN, REASONS } from '../../test/fixtures/visits.js';
import { commonStates, elementMeta, interaction, state, wordsThere, type Play } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { click, elementIn, expectGone, expectShown, expectWords, hears, type, until } from '../support/visitor.js';

/** A center that does not exist. */
const FACTS = {
  lead: 'offer',
  'sponsor-name': 'Cedar Hollow Recovery Center, Inc.',
  'sponsor-phone': '555-0142',
  'sponsor-license': 'CH-DEMO-0417, made up',
  'sponsor-paid-by': 'Cedar Hollow Recovery Center, Inc.',
  'sponsor-privacy-url': 'https://center.example/privacy',
  'sponsor-health-data-url': 'https://center.example/health-data',
};

const meta: Meta<Args> = { title: 'Elements/Center contact', ...elementMeta('center-contact', FACTS) };
export default meta;

/** An email, and yes to being contacted. */
async function fillIn(el: HTMLElement): Promise<void> {
  await click(el, 'radio', 'An email');
  await type(el, 'Your email address', 'jo@example.com');
  await click(el, 'checkbox', /^I agree that Cedar Hollow Recovery Center, Inc\. may contact me/);
}

/** Takes every request, as a page does that has its own way to the center. */
function takeLeads(page: HTMLElement) {
  page.addEventListener('fig-lead', (event: FigLeadEvent) => event.preventDefault(), { once: true });
  return hears(page);
}

/** The form is open, whatever the language. */
const ask: Play = async (context) => {
  await wordsThere(context);
  const root = elementIn(context.canvasElement).shadowRoot;
  root?.querySelector<HTMLElement>('#ask')?.click();
  await until(() => expect(root?.querySelector('[part=form] [part=consent]')).toBeTruthy());
};

const sendIt: Play = async (context) => {
  await ask(context);
  const el = elementIn(context.canvasElement);
  takeLeads(context.canvasElement);
  await fillIn(el);
  await click(el, 'button', 'Send my request');
  await expectShown(el, 'heading', 'Your request was sent');
};

const states = commonStates({
  halfDone: { play: ask },
  done: { play: sendIt },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const ErrorsThenSent = interaction(
  'What is missing is said at each field. Once all is there and agreed to, the page gets the request.',
  async (el, page) => {
    const heard = takeLeads(page);
    await click(el, 'button', 'Ask to be contacted');
    await click(el, 'button', 'Send my request');
    await expectShown(el, 'alert', 'Please look at this again');
    await expectWords(el, '[part=form]', 'Choose a way to be reached.');
    await heard.expectNone();
    await fillIn(el);
    await click(el, 'button', 'Send my request');
    await expectShown(el, 'heading', 'Your request was sent');
    await heard.expectHeard('fig-lead');
  },
);

export const Form = interaction(
  'The short form, with the summary that may be shared.',
  async (el) => {
    await click(el, 'button', 'Ask to be contacted');
    await expectShown(el, 'region', /^Share a summary/);
  },
  { parameters: { visit: [...REASONS, ...PLAN_BEGUN] } },
);

export const Failed = interaction(
  'Nobody took the request: what was written stays, and the office is named.',
  async (el) => {
    await click(el, 'button', 'Ask to be contacted');
    await fillIn(el);
    await click(el, 'button', 'Send my request');
    await expectWords(el, '#failed', 'We could not tell if it was sent');
  },
);

export const Withdrawn = interaction('The visitor takes it back, and the page hears of it.', async (el, page) => {
  const heard = takeLeads(page);
  await click(el, 'button', 'Ask to be contacted');
  await fillIn(el);
  await click(el, 'button', 'Send my request');
  await click(el, 'button', 'Cancel my permission');
  await expectWords(el, '#withdrawn', 'You canceled it');
  await heard.expectHeard('fig-lead-withdraw');
});

export const Declined = interaction('“Not now” is fine.', async (el) => {
  await click(el, 'button', 'Not now');
  await expectWords(el, '#declined', 'That is fine.');
});

export const FactsIncomplete = state(
  'A fact about the center is missing: nothing is offered, and fig-error says why.',
  {
    play: async ({ canvasElement }) => {
      const el = elementIn(canvasElement);
      await expectShown(el, 'button', 'Get help now');
      await expectGone(el, 'button', 'Ask to be contacted');
    },
    args: { 'sponsor-license': '' },
    parameters: { note: 'Below this line is the element. It offers nothing, as the license of the center is missing.' },
  },
);

export const HeldAfterDanger = interaction(
  'Once a safety screen was opened, nobody is asked to get in touch for the rest of the visit.',
  async (el) => {
    await click(el, 'button', 'Get help now');
    await click(el, 'button', 'Show me what to do');
    await click(el, 'button', 'No one is in danger now');
    await expectGone(el, 'button', 'Ask to be contacted');
  },
);

// As every element; see ../support/element-stories.ts.
export const SafetyScreen = states.SafetyScreen;
export const Loading = states.Loading;
export const ContentUnreachable = states.ContentUnreachable;
export const ContentInvalid = states.ContentInvalid;
export const StorageBlocked = states.StorageBlocked;
export const Spanish = states.Spanish;
export const RightToLeft = states.RightToLeft;
export const LongWords = states.LongWords;
export const Dark = states.Dark;
export const Narrow = states.Narrow;
export const Sidebar = states.Sidebar;
export const DarkHost = states.DarkHost;
export const HostResetsAll = states.HostResetsAll;
export const HostZeroes = states.HostZeroes;
export const SmallRoot = states.SmallRoot;
export const Twice = states.Twice;
export const ForcedColors = states.ForcedColors;
export const PrintPreview = states.PrintPreview;
