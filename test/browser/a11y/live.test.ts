import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Bundle } from '../../../src/content/schema.js';
import { allShown } from '../../fixtures/find.js';
import { allByRole, click, settled, type } from '../helpers.js';
import type { Tag } from '../elements.js';
import { begins, LOCALES, show, stateOf, wordsOf } from './states.js';

interface Step {
  readonly tag: Tag;
  readonly state: string;
  readonly act: (el: LitElement, words: Bundle) => unknown;
  /** How what is said begins. */
  readonly says: (words: Bundle) => string;
}

const beforePlace = (words: string | undefined) => (words ?? '').split('{')[0] ?? '';

const STEPS: Readonly<Record<string, Step>> = {
  'a reason is checked': {
    tag: 'failure-reason-checklist',
    state: 'first screen',
    act: (el, { reasons }) => click(el, 'checkbox', reasons.items[0]?.label ?? ''),
    says: () => '1',
  },
  'a reason is checked in the guide': {
    tag: 'failed-intervention-guide',
    state: 'reasons open',
    act: (el, { reasons }) => click(el, 'checkbox', reasons.items[0]?.label ?? ''),
    says: () => '1',
  },
  'all are unchecked': {
    tag: 'failure-reason-checklist',
    state: 'board and summary',
    act: (el, { reasons }) => click(el, 'button', reasons.words.clear),
    says: ({ reasons }) => reasons.words.cleared,
  },
  'the wizard goes on': {
    tag: 'next-steps-wizard',
    state: 'a question',
    act: (el, { steps }) => click(el, 'button', steps.words.skip),
    says: ({ steps }) => beforePlace(steps.words.progress),
  },
  'a row is removed': {
    tag: 'contingency-planner',
    state: 'a row in the plan',
    act: (el, { plan }) => click(el, 'button', begins(plan.rows.remove)),
    says: ({ plan }) => beforePlace(plan.rows.removed),
  },
  'a row is brought back': {
    tag: 'contingency-planner',
    state: 'a row removed, undo offered',
    act: (el, { plan }) => click(el, 'button', plan.rows.undo),
    says: ({ plan }) => beforePlace(plan.rows.restored),
  },
  'a small thing is picked': {
    tag: 'family-self-care-card',
    state: 'first screen',
    act: (el) => allShown(el, '[part=item] input')[0]?.click(),
    says: () => '1',
  },
  'they say how they are': {
    tag: 'family-self-care-card',
    state: 'first screen',
    act: (el, { care }) => click(el, 'radio', care.words.holding1),
    says: ({ care }) => care.words.holdingReply1,
  },
  'a look back is saved': {
    tag: 'progress-check-in',
    state: 'first screen',
    act: (el, { watch }) => click(el, 'button', watch.words.save),
    says: ({ watch }) => watch.rows.saved,
  },
  'nothing is found': {
    tag: 'family-learning-library',
    state: 'first screen',
    act: (el, { learn }) => type(el, 'searchbox', begins(learn.words.search), 'zzzz'),
    says: ({ learn }) => learn.words.foundNothing,
  },
  'a line is kept on a cue card': {
    tag: 'family-learning-library',
    state: 'a line to say',
    act: (el, { learn }) => click(el, 'checkbox', learn.words.cardAdd),
    says: () => '1',
  },
  'a line of the summary is taken out': {
    tag: 'center-contact',
    state: 'form, with a summary',
    act: (el, { contact }) => click(el, 'button', begins(contact.words.summaryRemove)),
    says: ({ contact }) => contact.words.summaryRemove,
  },
};

/** The element, and those inside it. */
const allIn = (el: LitElement): LitElement[] => [
  el,
  ...allShown(el, '*').filter((node): node is LitElement => 'updateComplete' in node),
];

/** Hears what status regions say from now on, as screen readers do: each change of their words. */
function listen(el: LitElement): { readonly said: () => readonly string[] } {
  const said: string[] = [];
  for (const region of allByRole(el, 'status')) {
    new MutationObserver(() => {
      const words = (region.textContent ?? '').replaceAll('\u00A0', '').trim();
      if (words) said.push(words);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
  return { said: () => said };
}

describe('what just happened', () => {
  for (const [name, { tag, state, act, says }] of Object.entries(STEPS)) {
    for (const locale of LOCALES) {
      it(`is said once when ${name} (${locale})`, async () => {
        const words = await wordsOf(locale);
        const el = await show(stateOf(tag, state), locale, 'light');
        const { said } = listen(el);
        await act(el, words);
        await settled();
        // Shown anew for other reasons, it says nothing again.
        for (const one of allIn(el)) one.requestUpdate();
        el.setAttribute('theme', 'dark');
        await settled();
        expect(said()).to.have.length(1);
        expect(said()[0]?.startsWith(says(words).trim()), `"${said()[0]}"`).to.equal(true);
      });
    }
  }

  it('is said again when it happens again', async () => {
    const { reasons } = await wordsOf('en');
    const el = await show(stateOf('failure-reason-checklist', 'first screen'), 'en', 'light');
    const { said } = listen(el);
    const [first, second] = reasons.items.map(({ label }) => label);
    await click(el, 'checkbox', first ?? '');
    await click(el, 'checkbox', first ?? '');
    await click(el, 'checkbox', second ?? '');
    await click(el, 'checkbox', second ?? '');
    expect(said()).to.deep.equal(['1 reason checked', '0 reasons checked', '1 reason checked', '0 reasons checked']);
  });

  it('is said by one region in each element, which is there before it speaks', async () => {
    for (const tag of ['failure-reason-checklist', 'contingency-planner', 'family-self-care-card'] as const) {
      const el = await show(stateOf(tag, 'first screen'), 'en', 'light');
      const own = [...(el.shadowRoot?.querySelectorAll('[role=status]') ?? [])];
      expect(own.map((region) => region.textContent?.trim())).to.deep.equal(['']);
    }
  });
});
