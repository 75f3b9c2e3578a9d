import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { allShown, text } from '../../test/fixtures/find.js';
import { atResult, STEPS_BEGUN, WAYS } from '../../test/fixtures/visits.js';
import {
  commonStates,
  elementMeta,
  interaction,
  wordsThere,
  type Play,
  type Story,
} from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { click, elementIn, expectShown, find, hears, until } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Next steps wizard', ...elementMeta('next-steps-wizard') };
export default meta;

/** Passes the question about danger, which is asked each time. */
const passGate: Play = async (context) => {
  await wordsThere(context);
  const root = elementIn(context.canvasElement).shadowRoot;
  root?.querySelector<HTMLElement>('input[value=no]')?.click();
  root?.querySelector<HTMLElement>('.question .primary')?.click();
  await until(() => expect(root?.querySelector('#progress, #result')).toBeTruthy());
};

/** One next step, with the answers that bring it. */
function outcome(id: keyof typeof WAYS, title: string): Story {
  const { answers = {}, reason } = WAYS[id] ?? {};
  return interaction(
    title,
    async (el) => {
      await click(el, 'radio', 'No, not right now');
      await click(el, 'button', 'Next');
      const steps = await until(() => {
        const found = allShown(el, '[part=outcome] h4').map(text);
        if (!found.length) throw new Error('There is no next step.');
        return found;
      });
      await expect(steps[0]).toBe(title);
    },
    { parameters: { visit: atResult(answers, reason) } },
  );
}

/** Brings two next steps, others beside them, and a safety card. */
const MANY_ANSWERS = { q_how_ended: 'left', q_open_door: 'yes', q_substance_daily: 'alcohol' };

const states = commonStates({
  halfDone: { play: passGate, parameters: { visit: STEPS_BEGUN } },
  done: { play: passGate, parameters: { visit: atResult(MANY_ANSWERS) } },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const GateToResultAndBack = interaction(
  'From the question about danger to a next step; then an answer is changed.',
  async (el, page) => {
    const heard = hears(page);
    await click(el, 'button', 'Next');
    await expectShown(el, 'alert', 'Choose an answer, so we can go on.');
    await click(el, 'radio', 'No, not right now');
    await click(el, 'button', 'Next');
    await click(el, 'radio', 'They left or hung up');
    await click(el, 'button', 'Next');
    await expectShown(el, 'heading', 'How is contact with your loved one right now?');
    await click(el, 'button', 'Back');
    await expect((await find<HTMLInputElement>(el, 'radio', 'They left or hung up')).checked).toBe(true);
    await click(el, 'button', 'Next');
    for (let question = 0; question < 4; question += 1) await click(el, 'button', 'I would rather not say');
    await expectShown(el, 'heading', /next steps? for you$/);
    await heard.expectHeard('fig-progress');
    await click(el, 'button', /^Change How did the meeting end/);
    await expectShown(el, 'heading', 'How did the meeting end?');
  },
);

export const DangerAtTheGate = interaction(
  'Someone may be in danger: the list of dangers takes over. The answer is not kept, and the page hears nothing.',
  async (el, page) => {
    const heard = hears(page);
    await click(el, 'radio', 'I am not sure');
    await click(el, 'button', 'Next');
    await expectShown(el, 'heading', 'What is happening?');
    await heard.expectNone();
  },
);

export const ContactIsNotSafe = outcome('hold_contact', 'Wait on contact until it is safe');
export const OutcomePauseAndRest = outcome('pause_and_rest', 'Take a pause and get some rest');
export const OutcomeReconnectFirst = outcome('reconnect_first', 'Rebuild trust before you ask again');
export const OutcomeGetTrainedHelp = outcome('get_trained_help', 'Learn skills with a trained guide');
export const OutcomeAskSmall = outcome('ask_small', 'Ask for one small thing');
export const OutcomeBeReadyForYes = outcome('be_ready_for_yes', 'Get ready for a yes');
export const OutcomePlanAgainWithSpecialist = outcome(
  'plan_again_with_specialist',
  'Plan again with a trained specialist',
);
export const OutcomePlanAgainSmaller = outcome('plan_again_smaller', 'Try again, smaller and simpler');
export const OutcomeOtherTreatment = outcome('other_treatment', 'Look for a different kind of treatment');
export const OutcomeMedicalFirst = outcome('medical_first', 'Talk with a doctor or nurse first');
export const OutcomeLimitsAndSafety = outcome('limits_and_safety', 'Plan for your safety, then your limits');
export const OutcomeUsFirst = outcome('us_first', 'Take care of the family first');
export const OutcomeKeepWatch = outcome('keep_watch', 'Watch, write it down, and learn more');

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
