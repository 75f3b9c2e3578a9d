/** The stories that every element has, made from one place. What is an element's own stands in its file. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { LitElement } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import { allByRole } from '../../test/fixtures/find.js';
import { attributes } from './attributes.js';
import { attributesFor } from './choices.js';
import { ANSWERS_503, NEVER_ANSWERS } from './page.js';
import type { Args, Context, StoryParameters } from './types.js';
import { click, elementIn, expectShown, hears, until } from './visitor.js';

const OVERDOSE = 'They may have overdosed: slow breathing, or blue or gray lips';

export type Story = StoryObj<Args> & { readonly parameters?: StoryParameters & Readonly<Record<string, unknown>> };
export type Play = NonNullable<StoryObj<Args>['play']>;

const DEFAULT_FALLBACK = 'Call 911 in an emergency. For support, call or text 988.';

/** What every page of an element says of itself. */
export function elementMeta(tag: string, args: Args = {}): Omit<Meta<Args>, 'title'> {
  const name = unsafeStatic(tag);
  return {
    component: tag,
    args,
    render: (_args, given) => {
      const context = given as unknown as Context;
      const { content } = context.loaded;
      const { fallback = DEFAULT_FALLBACK } = context.parameters;
      return html`<${name} ${attributes(attributesFor(context), { content })}><p>${fallback}</p></${name}>`;
    },
  };
}

export interface States {
  /** The visitor has begun, and is through. */
  readonly halfDone: Story;
  readonly done: Story;
}

/** The element's part of the story, with its words there. */
export const wordsThere: Play = async ({ canvasElement }) => {
  await until(() => {
    const shown = elementIn(canvasElement).shadowRoot?.querySelector(':is(.title, .bar)');
    if (!shown) throw new Error('No words came.');
  });
  await (elementIn(canvasElement) as LitElement).updateComplete;
};

/** To a safety screen, as a family goes there: help, what to do, what is the matter. The page hears nothing of it. */
async function toSafety(el: HTMLElement, page: HTMLElement): Promise<void> {
  const heard = hears(page);
  await click(el, 'button', 'Get help now');
  await click(el, 'button', 'Show me what to do');
  await click(el, 'button', OVERDOSE);
  await expectShown(el, 'link', 'Call 911');
  await heard.expectNone();
}

/** A story that is an element's own: what it shows, and what the visitor does in it as a test. */
export function interaction(
  text: string,
  steps: (el: HTMLElement, page: HTMLElement) => Promise<void>,
  { parameters, tags = [], ...rest }: Story = {},
): Story {
  return {
    ...rest,
    tags: [...tags, 'interaction'],
    parameters: { ...describe(text), ...parameters },
    play: async (context) => {
      await wordsThere(context);
      await steps(elementIn(context.canvasElement), context.canvasElement);
    },
  };
}

/** A story that is an element's own, and is only looked at. */
export const state = (text: string, { parameters, ...rest }: Story = {}): Story => ({
  play: wordsThere,
  ...rest,
  parameters: { ...describe(text), ...parameters },
});

const describe = (story: string) => ({ docs: { description: { story } } });

/** States that every element has. Each file exports them by name, so that Storybook finds them. */
export function commonStates({ halfDone, done }: States) {
  /** The same with what the visitor did half way. */
  const begun = (text: string, { parameters, ...rest }: Story = {}): Story =>
    state(text, {
      ...(halfDone.play && { play: halfDone.play }),
      ...rest,
      parameters: { ...halfDone.parameters, ...parameters },
    });
  return {
    FirstVisit: state('Nothing is picked and nothing is written.'),
    HalfDone: begun('The visitor has begun.'),
    Done: state('The visitor is through.', done),
    SafetyScreen: interaction('What to do in an emergency. The page hears nothing of it.', toSafety),
    Empty: state('The content has no entry but those that safety rests on.', { parameters: { words: 'empty' } }),
    Loading: state('The words never come: what stands inside the element is shown, and help is there all the same.', {
      args: { 'content-src': NEVER_ANSWERS },
      play: async ({ canvasElement }) => {
        await until(() => {
          const bar = elementIn(canvasElement);
          if (!allByRole(bar, 'button', 'Get help now').length) throw new Error('There is no help.');
        });
      },
    }),
    ContentUnreachable: state('The address of the content answers with an error: the built-in words are shown.', {
      args: { 'content-src': ANSWERS_503 },
    }),
    ContentInvalid: state('The content given is not a bundle: the built-in words are shown, and fig-error says why.', {
      parameters: { content: { schemaVersion: 1, locale: 'en' } },
    }),
    StorageBlocked: state('The browser keeps nothing. Everything works until the page is closed.', {
      args: { save: 'offer' },
      parameters: { trouble: 'storage-blocked' },
    }),
    Spanish: begun('In Spanish.', { args: { locale: 'es' } }),
    RightToLeft: begun('In letters that run from right to left.', { parameters: { words: 'rtl' } }),
    LongWords: begun('In words of about 30 letters, on a phone.', { tags: ['w320'], parameters: { words: 'long' } }),
    Dark: begun('In the dark theme.', { args: { theme: 'dark' } }),
    Narrow: begun('On a screen of 320 px.', { tags: ['w320'], globals: { viewport: { value: 'w320' } } }),
    Sidebar: begun('In a sidebar of 16 em, on a wide screen.', { parameters: { host: 'sidebar' } }),
    DarkHost: begun('On a dark page with type of its own.', {
      args: { theme: 'dark' },
      parameters: { host: 'dark-host' },
    }),
    HostResetsAll: begun('On a page that takes every style from everything in it.', {
      parameters: { host: 'reset-host' },
    }),
    HostZeroes: begun('On a page that sets margins, padding, lists and type of everything in it.', {
      parameters: { host: 'zero-host' },
    }),
    SmallRoot: begun('On a page whose root font has 62.5 %.', { parameters: { host: 'small-root' } }),
    Twice: begun('Two on one page: they share answers, and one help bar listens.', {
      // The same landmarks are there twice; a page with two of one element has to live with it.
      parameters: { host: 'twice', a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
    }),
    ForcedColors: begun('In forced colors, as with high contrast on Windows.', {
      tags: ['forced-colors'],
      parameters: { medium: 'forced-colors' },
    }),
    PrintPreview: begun('As the page is printed.', { tags: ['print'], parameters: { medium: 'print' } }),
  } satisfies Record<string, Story>;
}
