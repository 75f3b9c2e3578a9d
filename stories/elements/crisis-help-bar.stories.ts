import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { allByRole } from '../../test/fixtures/find.js';
import { commonStates, elementMeta, interaction, wordsThere, type Play } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { choose, click, elementIn, expectGone, expectShown, until } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Crisis help bar', ...elementMeta('crisis-help-bar') };
export default meta;

/** Opened, whatever the language. */
const open: Play = async (context) => {
  await wordsThere(context);
  const root = elementIn(context.canvasElement).shadowRoot;
  root?.querySelector<HTMLElement>('#toggle')?.click();
  await until(() => expect(root?.querySelector('#panel .title')).toBeTruthy());
};

const states = commonStates({
  halfDone: { play: open },
  done: {},
});
export const FirstVisit = states.FirstVisit;

export const Opened = interaction('Opened with one tap: the lines of the region.', async (el) => {
  await click(el, 'button', 'Get help now');
  await expectShown(el, 'heading', 'Talk to a person now');
  await expectShown(el, 'link', /988/);
  await click(el, 'button', 'Close help');
  await expectGone(el, 'heading', 'Talk to a person now');
  await click(el, 'button', 'Get help now');
  await expectShown(el, 'heading', 'Talk to a person now');
});

export const RegionNotKnown = interaction(
  'Where the visitor is, is not known: no number of any country is shown before they say so.',
  async (el) => {
    await click(el, 'button', 'Get help now');
    await expect(allByRole(el, 'link', /\d/)).toEqual([]);
    await choose(el, 'Where are you?', 'Canada');
    await expectShown(el, 'link', /988/);
  },
  { globals: { region: 'unknown' } },
);

export const Situations = interaction('The list of dangers, for whoever cannot call.', async (el) => {
  await click(el, 'button', 'Get help now');
  await click(el, 'button', 'Show me what to do');
  await expectShown(el, 'heading', 'What is happening?');
});

// As every element; see ../support/element-stories.ts.
export const SafetyScreen = states.SafetyScreen;
export const Loading = states.Loading;
export const ContentUnreachable = states.ContentUnreachable;
export const ContentInvalid = states.ContentInvalid;
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
