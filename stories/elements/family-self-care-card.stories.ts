import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { NOTES_KEY } from '../../src/session/notes.js';
import { CARE_BEGUN, CARE_DONE } from '../../test/fixtures/visits.js';
import { commonStates, elementMeta, interaction, state } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { click, expectShown, find, hears, until } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Family self-care card', ...elementMeta('family-self-care-card') };
export default meta;

const states = commonStates({
  halfDone: { parameters: { visit: CARE_BEGUN } },
  done: { parameters: { visit: CARE_DONE } },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const PickSmallThings = interaction(
  'How they are, a feeling, and a small thing for today.',
  async (el, page) => {
    const heard = hears(page);
    await click(el, 'radio', 'Just getting by');
    await click(el, 'radio', 'Guilt');
    await expectShown(el, 'heading', 'I feel like this is my fault.');
    await heard.expectNone(); // how they feel is theirs
    await click(el, 'checkbox', /^Walk for ten minutes/);
    await heard.expectHeard('fig-progress');
    await click(el, 'checkbox', /^Done today Walk/);
    await expect((await find<HTMLInputElement>(el, 'checkbox', /^Done today Walk/)).checked).toBe(true);
  },
);

export const NotOkay = interaction('They are not okay: a person to talk to is one tap away.', async (el, page) => {
  const heard = hears(page);
  await click(el, 'radio', 'Not okay');
  await click(el, 'button', /talk to a person/i);
  await expectShown(el, 'link', /988/);
  await heard.expectNone();
});

export const SavingOffered = interaction(
  'The page offers to save on the device; nothing is saved before the visitor says so.',
  async (el) => {
    await click(el, 'summary', 'Keep this on your device?');
    await expectShown(el, 'button', 'Save on this device');
    await expect(localStorage.getItem(NOTES_KEY)).toBeNull();
  },
  { args: { save: 'offer' }, parameters: { visit: CARE_DONE } },
);

export const Saved = interaction(
  'The visitor saved: until when, and a way to delete everything.',
  async (el) => {
    await click(el, 'summary', 'Keep this on your device?');
    await click(el, 'radio', '7 days');
    await click(el, 'button', 'Save on this device');
    await until(() => expect(localStorage.getItem(NOTES_KEY)).toContain('"days":7'));
    await expectShown(el, 'button', 'Delete everything');
  },
  { args: { save: 'offer' }, parameters: { visit: CARE_DONE } },
);

export const NotesFound = interaction(
  'Notes of an earlier visit are on the device. They stay closed until the visitor opens them.',
  async (el) => {
    await click(el, 'button', 'Open my notes');
    await until(async () => expect((await find<HTMLInputElement>(el, 'checkbox', /^Walk for ten/)).checked).toBe(true));
  },
  { args: { save: 'offer' }, parameters: { saved: { visit: CARE_DONE, daysAgo: 3 } } },
);

export const NotesFoundClosed = state('The same before the visitor opens them.', {
  args: { save: 'offer' },
  parameters: { saved: { visit: CARE_DONE, daysAgo: 3 } },
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
