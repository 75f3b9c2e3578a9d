import type { Meta } from '@storybook/web-components-vite';
import { userEvent } from 'storybook/test';
import { CUE_CARDS } from '../../test/fixtures/visits.js';
import { commonStates, elementMeta, interaction, state } from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { click, expectShown, expectWords, find } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Family learning library', ...elementMeta('family-learning-library') };
export default meta;

const states = commonStates({
  halfDone: { args: { entry: 'phrases' }, parameters: { visit: CUE_CARDS } },
  done: { args: { entry: 'topic:naloxone' } },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const Entry = state('Sent to one page by its attribute.', { args: { entry: 'topic:naloxone' } });
export const Treatments = state('The shelf of treatments.', { args: { entry: 'treatments' } });
export const Myths = state('The shelf of myths.', { args: { entry: 'myths' } });
export const Places = state('Places to turn to, in the region.', { args: { entry: 'places' } });
export const CueCards = state('Lines to say, kept on cue cards.', {
  args: { entry: 'phrases' },
  parameters: { visit: CUE_CARDS },
});

export const SearchAndRead = interaction('Something is searched for, found and read.', async (el) => {
  const field = await find<HTMLInputElement>(el, 'searchbox', 'Search');
  await userEvent.type(field, 'naloxone');
  await expectShown(el, 'heading', 'What we found');
  await click(el, 'button', /Naloxone: what it does/);
  await expectShown(el, 'heading', 'Naloxone: what it does and how to get it');
  await click(el, 'button', 'Back to what we found');
  await expectShown(el, 'heading', 'What we found');
});

export const NothingFound = interaction('No page has the words that were searched for.', async (el) => {
  await userEvent.type(await find(el, 'searchbox', 'Search'), 'zebra');
  await expectWords(el, '.body', 'No page has all of these words.');
});

export const Practice = interaction(
  'Practice: one line, and one way to say it.',
  async (el) => {
    await click(el, 'button', 'Practice');
    await click(el, 'button', 'Show one way to say it');
    await expectShown(el, 'button', 'Next');
  },
  { args: { entry: 'phrases' } },
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
