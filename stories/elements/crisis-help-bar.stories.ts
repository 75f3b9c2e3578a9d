import type { Meta } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { allByRole } from '../../test/fixtures/find.js';
import { commonStates, elementMeta, wordsThere, type Play, type Story } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { choose, click, elementIn, expectShown } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Crisis help bar', ...elementMeta('crisis-help-bar') };
export default meta;

const open: Play = async (context) => {
  await wordsThere(context);
  const el = elementIn(context.canvasElement);
  el.shadowRoot?.querySelector<HTMLElement>('#toggle')?.click();
  await waitFor(() => expect(el.shadowRoot?.querySelector('#panel .title')).toBeTruthy());
};

const states = commonStates({ halfDone: { play: open }, done: {} });
export const FirstVisit = states.FirstVisit;

/** Opened with one tap: the lines of the region. */
export const Opened: Story = {
  play: async (context) => {
    await wordsThere(context);
    const el = elementIn(context.canvasElement);
    await click(el, 'button', 'Get help now');
    await expectShown(el, 'heading', 'Talk to a person now');
    await expectShown(el, 'link', /988/);
    await click(el, 'button', 'Close help');
    await waitFor(() => expect(allByRole(el, 'heading')).toEqual([]));
    await click(el, 'button', 'Get help now');
    await expectShown(el, 'heading', 'Talk to a person now');
  },
};

/** Where the visitor is, is not known: no number of any country is shown before they say so. */
export const RegionNotKnown: Story = {
  globals: { region: 'unknown' },
  play: async (context) => {
    await wordsThere(context);
    const el = elementIn(context.canvasElement);
    await click(el, 'button', 'Get help now');
    await expect(allByRole(el, 'link', /\d/)).toEqual([]);
    await choose(el, 'Where are you?', 'Canada');
    await expectShown(el, 'link', /988/);
  },
};

/** The list of dangers, for whoever cannot call. */
export const Situations: Story = {
  play: async (context) => {
    await wordsThere(context);
    const el = elementIn(context.canvasElement);
    await click(el, 'button', 'Get help now');
    await click(el, 'button', 'Show me what to do');
    await expectShown(el, 'heading', 'What is happening?');
  },
};

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
