import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { PartId } from '../../src/content/schema.js';
import type { FailedInterventionGuide } from '../../src/elements/failed-intervention-guide/failed-intervention-guide.js';
import { allShown } from '../../test/fixtures/find.js';
import { REASONS, WHOLE_VISIT } from '../../test/fixtures/visits.js';
import {
  commonStates,
  elementMeta,
  interaction,
  state,
  wordsThere,
  type Play,
  type Story,
} from '../support/element-stories.js';
import type { Args } from '../support/types.js';
import { click, elementIn, expectGone, expectShown, expectWords, hears, until } from '../support/visitor.js';

const meta: Meta<Args> = { title: 'Elements/Failed intervention guide', ...elementMeta('failed-intervention-guide') };
export default meta;

/** Waits for the words of the part that is open. They are in an element of their own, but for the summary. */
const partShown = (el: HTMLElement) =>
  until(() => {
    const own = el.shadowRoot?.querySelector('#title');
    if (!allShown(el, '.title').some((title) => title !== own)) throw new Error('The part is empty.');
  });

/** One part, opened by script, once its words are there. */
const openPart =
  (id: PartId): Play =>
  async (context) => {
    await wordsThere(context);
    const el = elementIn(context.canvasElement) as FailedInterventionGuide;
    el.show(id);
    await partShown(el);
  };

const part = (id: PartId): Story =>
  state(`The part “${id}”, opened by script.`, { play: openPart(id), parameters: { visit: WHOLE_VISIT } });

const states = commonStates({
  halfDone: { play: openPart('reasons'), parameters: { visit: REASONS } },
  done: { play: openPart('summary'), parameters: { visit: WHOLE_VISIT } },
});
export const FirstVisit = states.FirstVisit;
export const HalfDone = states.HalfDone;
export const Done = states.Done;

export const WayIn = interaction(
  'Opened by what fits the visitor most; then on to the next part.',
  async (el, page) => {
    const heard = hears(page);
    const [way] = allShown<HTMLButtonElement>(el, '[part=ways] button');
    if (!way) throw new Error('There is no way in.');
    await userEvent.click(way);
    await heard.expectHeard('fig-progress');
    await partShown(el);
    await click(el, 'button', 'Start');
    await expectGone(el, 'button', 'Start');
  },
);

export const Summary = interaction(
  'What the visitor picked and wrote in all parts, and who to talk to.',
  async (el) => {
    (el as FailedInterventionGuide).show('summary');
    await until(() => expect(allShown(el, '[part=summary] .sheet li').length).toBeGreaterThan(5));
  },
  { parameters: { visit: WHOLE_VISIT } },
);

export const SummaryEmpty = interaction('The summary before anything is picked.', async (el) => {
  (el as FailedInterventionGuide).show('summary');
  await expectWords(el, '[part=summary]', 'Nothing is here yet.');
});

export const SummaryWithCenter = interaction(
  'The same on the site of a center that offers to be in touch.',
  async (el) => {
    (el as FailedInterventionGuide).show('summary');
    await expectShown(el, 'button', 'Ask to be contacted');
  },
  {
    args: {
      lead: 'offer',
      'sponsor-name': 'Cedar Hollow Recovery Center, Inc.',
      'sponsor-phone': '555-0142',
      'sponsor-license': 'CH-DEMO-0417, made up',
      'sponsor-paid-by': 'Cedar Hollow Recovery Center, Inc.',
      'sponsor-privacy-url': 'https://center.example/privacy',
      'sponsor-health-data-url': 'https://center.example/health-data',
    },
    parameters: { visit: WHOLE_VISIT },
  },
);

export const PartReasons = part('reasons');
export const PartSteps = part('steps');
export const PartPlan = part('plan');
export const PartWatch = part('watch');
export const PartLearn = part('learn');
export const PartCare = part('care');

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
