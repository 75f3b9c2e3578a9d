import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { LEARNED, REASONS, SHEETS } from '../../test/fixtures/visits.js';
import { commonStates, elementMeta, interaction, state } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { choose, click, expectShown, find, hears } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Failure reason checklist', ...elementMeta('failure-reason-checklist') };
export default meta;

const states = commonStates({
  halfDone: { parameters: { visit: REASONS } },
  done: { parameters: { visit: LEARNED } },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const ReasonToBoard = interaction(
  'A reason is checked: what it can mean and what to try instead, and its card on the board.',
  async (el, page) => {
    const heard = hears(page);
    await click(el, 'checkbox', 'We talked for too long');
    await expectShown(el, 'heading', 'Keep, change, stop');
    const board = await find(el, 'combobox', /We talked for too long/);
    await expect(board).toBeVisible();
    await choose(el, /We talked for too long/, 'Stop');
    await heard.expectHeard('fig-progress');
    await click(el, 'button', 'Clear all');
    await expect((await find<HTMLInputElement>(el, 'checkbox', 'We talked for too long')).checked).toBe(false);
    await click(el, 'button', 'Undo');
    await expect((await find<HTMLInputElement>(el, 'checkbox', 'We talked for too long')).checked).toBe(true);
  },
);

export const SheetsSideBySide = interaction(
  'Each person wrote what they saw: the sheets stand side by side.',
  async (el) => {
    await click(el, 'button', 'Start looking back');
    await expectShown(el, 'heading', 'Side by side');
  },
  { parameters: { visit: SHEETS } },
);

export const PageIsTold = state('With events="full" the visitor is told that the page sees which answers they pick.', {
  args: { events: 'full' },
  parameters: { visit: REASONS },
});

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
