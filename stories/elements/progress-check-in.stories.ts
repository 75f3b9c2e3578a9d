import type { Meta } from '@storybook/web-components-vite';
import { LOOKED_BACK, PLAN_MADE, WEEKS } from '../../test/fixtures/visits.js';
import { commonStates, elementMeta, interaction, state } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { click, expectShown, find, hears } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Progress check-in', ...elementMeta('progress-check-in') };
export default meta;

const states = commonStates({
  halfDone: { parameters: { visit: [...PLAN_MADE, ...WEEKS] } },
  done: { parameters: { visit: LOOKED_BACK } },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const AnswerAndSave = interaction(
  'A first look back, saved.',
  async (el, page) => {
    const heard = hears(page);
    await click(el, 'checkbox', 'We had no time');
    await heard.expectHeard('fig-progress');
    await click(el, 'button', 'Save this check-in');
    await expectShown(el, 'heading', /^Check-in on /);
  },
  { parameters: { visit: PLAN_MADE } },
);

export const AfterWeeks = state('Back after some weeks: what was planned, and the earlier check-ins.', {
  parameters: { visit: [...PLAN_MADE, ...WEEKS] },
});

export const NotSafeAtHome = interaction(
  'They do not feel safe at home: what helps is offered. The answer is not kept, and the page hears nothing.',
  async (el, page) => {
    const heard = hears(page);
    await click(await find(el, 'group', /^Do you feel safe at home/), 'radio', 'No');
    await expectShown(el, 'button', /See what helps now/);
    await heard.expectNone();
  },
);

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
