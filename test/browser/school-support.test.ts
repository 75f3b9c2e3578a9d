import { expect, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Bundle } from '../../src/content/schema.js';
import './elements.js';
import {
  allByRole,
  byRole,
  click,
  expectAccessible,
  mount,
  nameOf,
  record,
  resetSession,
  settled,
  type,
} from './helpers.js';

const bundleOf = async (locale: string): Promise<Bundle> =>
  (await fetch(`/dist/examples/school-support/${locale}.json`)).json();

let content: Bundle;
before(async () => {
  content = await bundleOf('en');
});

const FIELD = /intervention|treatment|drugs?\b|alcohol|opioid|naloxone|overdose|loved one/i;
/** All words in the element and in elements inside it, hidden ones too. */
function words(el: Element): string {
  const root = el.shadowRoot;
  if (!root) return '';
  return [root.textContent ?? '', ...[...root.querySelectorAll('*')].map(words)].join(' ').replaceAll(/\s+/g, ' ');
}

/** Other words in the same element: those of schools are there, and none of another field. */
async function expectSchoolWords(el: Element, ...found: readonly string[]): Promise<void> {
  for (const text of found) expect(words(el)).to.contain(text);
  expect(FIELD.exec(words(el))?.[0]).to.equal(undefined);
  await expectAccessible(el);
}

/** Picks an answer and goes on. */
async function answer(el: Element, option: string): Promise<void> {
  await click(el, 'radio', option);
  await click(el, 'button', 'Next');
}

describe('words of another field: school support', () => {
  let errors: CustomEvent[];
  beforeEach(() => {
    resetSession();
    errors = record(window, 'fig-error');
  });
  afterEach(() => {
    expect(errors.map(({ detail }) => detail as unknown)).to.deep.equal([]);
  });

  it('the guide meets parents and school staff, and opens each of its parts', async () => {
    const el = await mount<LitElement>(
      html`<failed-intervention-guide region="US" .content=${content}></failed-intervention-guide>`,
    );
    await expectSchoolWords(el, 'After a school support plan that did not work', 'parents and for school staff');
    expect(allByRole(el, 'region', 'What to do when')).to.have.lengthOf(1);
    const map = el.shadowRoot?.querySelector('nav') as HTMLElement;
    for (const { part, title } of content.guide.stages) {
      [...map.querySelectorAll('button')].find((button) => nameOf(button).includes(title))?.click();
      const isThere = () =>
        part === 'summary'
          ? allByRole(el, 'heading', content.guide.words.summaryTitle).length > 0
          : allByRole(el, 'heading', content[part].words.title).length > 0;
      await waitUntil(isThere, `no ${part}`, { timeout: 5000 });
      await settled();
      await expectSchoolWords(el);
    }
  });

  it('the checklist says what each reason can mean, and makes a board', async () => {
    const el = await mount<LitElement>(
      html`<failure-reason-checklist region="US" .content=${content}></failure-reason-checklist>`,
    );
    expect(allByRole(el, 'group').map(nameOf)).to.include.members(['The plan itself', 'What was around it']);
    await click(el, 'checkbox', 'Our child was not asked');
    await click(el, 'checkbox', 'There were some good days');
    await expectSchoolWords(el, 'The adults made the plan.', 'Hear your child first', 'do more of it');
  });

  it('the wizard asks about danger, then leads to a next step', async () => {
    const el = await mount<LitElement>(html`<next-steps-wizard region="US" .content=${content}></next-steps-wizard>`);
    expect(words(el)).to.contain('a child is being hurt');
    await answer(el, 'No, not right now');
    await answer(el, 'Learning');
    await answer(el, 'Our child did not want it');
    await answer(el, 'It often ends in tears or shouting');
    await answer(el, 'Good enough');
    await answer(el, 'I have some strength for a next step');
    expect(allByRole(el, 'heading', 'Hear your child first')).to.have.lengthOf(1);
    await expectSchoolWords(el, 'The school counselor', 'A talk side by side', 'You said your child did not want it');
  });

  it('the wizard keeps talk about school back where it is not safe', async () => {
    const el = await mount<LitElement>(html`<next-steps-wizard region="US" .content=${content}></next-steps-wizard>`);
    await answer(el, 'No, not right now');
    await answer(el, 'Behavior');
    await answer(el, 'Our child did not want it');
    await answer(el, 'It is not safe');
    await answer(el, 'Good enough');
    await answer(el, 'I am worn out');
    expect(allByRole(el, 'heading', 'Keep everyone safe first')).to.have.lengthOf(1);
    expect(allByRole(el, 'heading', 'Hear your child first')).to.have.lengthOf(0);
    await expectSchoolWords(el, 'You said talk about school is not safe at home', 'wait with it');
  });

  it('danger opens what to do, with the lines of the region', async () => {
    const el = await mount<LitElement>(html`<next-steps-wizard region="US" .content=${content}></next-steps-wizard>`);
    await answer(el, 'I am not sure');
    await click(el, 'button', 'A child is being hurt, or is not safe');
    expect(byRole(el, 'alert').textContent).to.contain('Get the child to a safe adult');
    const links = allByRole<HTMLAnchorElement>(el, 'link').map(({ href }) => href);
    expect(links).to.include.members(['tel:911', 'tel:1-800-422-4453']);
    expect(FIELD.exec(words(el))?.[0]).to.equal(undefined);
  });

  it('the planner plans for setbacks at school, and has agreements where it had limits', async () => {
    const el = await mount<LitElement>(
      html`<contingency-planner region="US" .content=${content}></contingency-planner>`,
    );
    await expectSchoolWords(el, 'Plan B: a talk or a meeting goes badly', 'A meeting at school gets tense');
    await click(el, 'button', /^Agreements/);
    await waitUntil(() => words(el).includes('No agreements yet.'), 'no agreements', { timeout: 5000 });
    await settled();
    await expectSchoolWords(el, 'An agreement is about what you do yourself.', 'I will not ask about grades');
  });

  it('the planner offers a kinder goal where a goal is about what the child does', async () => {
    const el = await mount<LitElement>(
      html`<contingency-planner region="US" .content=${content}></contingency-planner>`,
    );
    await click(el, 'button', /^Goals/);
    await waitUntil(() => allByRole(el, 'button', 'Write a goal').length, 'no goals', { timeout: 5000 });
    await click(el, 'button', 'Write a goal');
    await type(el, 'textbox', 'What I will do', 'Get my child to do homework every day');
    await type(el, 'textbox', 'How I will know it is done', 'Homework is done');
    await click(el, 'button', 'Save');
    await expectSchoolWords(el, 'This goal may be about what your child does', 'ask the school for one date');
  });

  it('the self-care card has words for the parent and for the child', async () => {
    const el = await mount<LitElement>(
      html`<family-self-care-card region="US" .content=${content}></family-self-care-card>`,
    );
    await click(el, 'radio', /^Shame/);
    await expectSchoolWords(
      el,
      'For your child',
      'It was the plan that did not fit',
      'One evening with no school talk',
    );
  });

  it('the check-in asks about the week', async () => {
    const el = await mount<LitElement>(html`<progress-check-in region="US" .content=${content}></progress-check-in>`);
    await click(el, 'checkbox', 'Our child had a hard week');
    await expectSchoolWords(el, 'What got in the way this week?', 'One hard week does not undo what went well.');
  });

  it('the library has kinds of support, and who can help', async () => {
    const el = await mount<LitElement>(
      html`<family-learning-library region="US" .content=${content}></family-learning-library>`,
    );
    await expectSchoolWords(el, 'What an evaluation is', 'Getting support at school');
    await click(el, 'button', 'Kinds of support');
    await expectSchoolWords(el, 'Tutoring', 'Help with learning');
    await click(el, 'button', 'Who can help');
    await click(el, 'button', /^Parent center/);
    await expectSchoolWords(el, 'Explains rights');
    await click(el, 'button', 'Back to: Who can help');
    await click(el, 'button', 'Places to turn to');
    expect(allByRole(el, 'link', /^Center for Parent Information and Resources/)).to.have.lengthOf(1);
  });

  it('the help bar shows what to do when a child is in danger', async () => {
    const el = await mount<LitElement>(html`<crisis-help-bar region="US" .content=${content}></crisis-help-bar>`);
    await click(el, 'button', 'Get help now');
    await click(el, 'button', 'Show me what to do');
    await click(el, 'button', 'A child ran off, and we cannot find them');
    await expectSchoolWords(el, 'Look first where there is water or traffic.');
  });

  it('speaks Spanish too', async () => {
    const spanish = await bundleOf('es');
    const el = await mount<LitElement>(
      html`<failed-intervention-guide region="US" .content=${spanish}></failed-intervention-guide>`,
    );
    expect(words(el)).to.contain('Después de un plan de apoyo escolar que no funcionó');
    expect(words(el)).not.to.match(/intervención|tratamiento|droga|alcohol|ser querido/i);
    await expectAccessible(el);
  });
});
