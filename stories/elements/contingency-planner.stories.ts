import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { ContingencyPlanner, PlanTool } from '../../src/elements/contingency-planner/contingency-planner.js';
import { PLAN_BEGUN, PLAN_MADE, PLAN_ROUND_TWO } from '../../test/fixtures/visits.js';
import { commonStates, elementMeta, interaction, type Story } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { click, expectShown, expectWords, hears, type, until } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Contingency planner', ...elementMeta('contingency-planner') };
export default meta;

/** One part of a plan that is made. */
const tool = (id: PlanTool, title: string): Story =>
  interaction(
    `The part “${title}” of a plan that is made.`,
    async (el) => {
      (el as ContingencyPlanner).show(id);
      await until(() => expect(el.shadowRoot?.querySelector('.rows .card, .ready, .choice')).toBeTruthy());
      await expectShown(el, 'heading', title);
    },
    { parameters: { visit: PLAN_MADE } },
  );

const states = commonStates({
  halfDone: { parameters: { visit: PLAN_BEGUN } },
  done: { parameters: { visit: PLAN_MADE } },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const AddChangeUndo = interaction('An idea is added, taken out, and brought back.', async (el, page) => {
  const heard = hears(page);
  await click(el, 'summary', 'All ideas');
  await click(el, 'button', /^Add .*They get up and walk out/);
  await heard.expectHeard('fig-progress');
  await click(el, 'button', /^Remove.*They get up and walk out/);
  await click(el, 'button', 'Undo');
  await expectShown(el, 'button', /^Remove.*They get up and walk out/);
});

export const FormWithErrors = interaction('A row that is not whole: each field says what is missing.', async (el) => {
  await click(el, 'button', 'Write our own');
  await click(el, 'button', 'Save');
  await expectWords(el, '[part=form]', 'Write what could happen.');
  await type(el, /^If this happens/, 'The phone is off');
  await type(el, /^We do this/, 'We write one message.');
  await click(el, 'button', 'Save');
});

export const GoalAboutThem = interaction(
  'A goal about what somebody else does: the form says so, and offers other words.',
  async (el) => {
    (el as ContingencyPlanner).show('goals');
    await click(el, 'button', 'Write a goal');
    await type(el, /^What I will do/, 'Make him stop drinking');
    await type(el, /^How I will know it is done/, 'He is sober');
    await click(el, 'button', 'Save');
    await expectShown(el, 'heading', 'This goal may be about what they do');
  },
);

export const SecondRound = interaction(
  'The plan in its second round, with what changed.',
  async (el) => {
    (el as ContingencyPlanner).show('rounds');
    await expectShown(el, 'heading', 'How the plan changes');
    await expectWords(el, '.body', 'Only Jo speaks.');
  },
  { parameters: { visit: PLAN_ROUND_TWO } },
);

export const Steps = tool('steps', 'Who does what');
export const Ready = tool('ready', 'Be ready');
export const Limits = tool('limits', 'Limits');
export const Goals = tool('goals', 'Goals');
export const People = tool('people', 'Who takes part');
export const Team = tool('team', 'Care team');

// As every element; see ../support/element-stories.ts.
export const SafetyScreen = states.SafetyScreen;
export const Empty = states.Empty;
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
