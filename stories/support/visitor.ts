/** What a visitor does in a story, by role and name, and what the page hears of it. */
import { expect, userEvent } from 'storybook/test';
import { allByRole, allShown, byRole, text } from '../../test/fixtures/find.js';
import { TAGS } from '../../.storybook/arg-types.js';

/** The element of the story. */
export function elementIn(canvasElement: HTMLElement): HTMLElement {
  const el = canvasElement.querySelector<HTMLElement>(TAGS.join());
  if (!el) throw new Error('The story has no element of the kit.');
  return el;
}

/** A slow machine that runs other things too gets there by then. */
const PATIENCE_MS = 10_000;

/** What `look` gives, once it does not throw. Its last error is the story's. */
export async function until<T>(look: () => T): Promise<Awaited<T>> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

/** What has that role and name, once it is there. */
export const find = <E extends HTMLElement = HTMLElement>(el: Element, role: string, name?: string | RegExp) =>
  until(() => byRole<E>(el, role, name));

/** Waits until those words are shown in what fits a selector. */
export const expectWords = (el: Element, selector: string, words: string): Promise<void> =>
  until(() => {
    const shown = allShown(el, selector).map(text).join(' ');
    if (!shown.includes(words)) throw new Error(`"${words}" is not shown, but "${shown.slice(0, 300)}".`);
  });

export const expectShown = async (el: Element, role: string, name: string | RegExp): Promise<void> => {
  await find(el, role, name);
};

export const expectGone = (el: Element, role: string, name: string | RegExp): Promise<void> =>
  until(() => expect(allByRole(el, role, name).length).toBe(0));

export async function click(el: Element, role: string, name: string | RegExp): Promise<void> {
  await userEvent.click(await find(el, role, name));
}

export async function type(el: Element, name: string | RegExp, words: string): Promise<void> {
  const field = await find<HTMLInputElement>(el, 'textbox', name);
  // `userEvent.clear` looks for the focus outside shadow roots.
  await userEvent.type(field, words, { initialSelectionStart: 0, initialSelectionEnd: field.value.length });
}

const EVENTS = ['ready', 'progress', 'change', 'export', 'leave', 'lead', 'lead-withdraw', 'error'];

/** Events of the kit that a page hears from now on. */
export function hears(page: HTMLElement) {
  const heard: CustomEvent[] = [];
  for (const name of EVENTS) page.addEventListener(`fig-${name}`, (event) => heard.push(event as CustomEvent));
  const names = () => heard.map(({ type }) => type);
  return {
    heard,
    expectNone: () => expect(names()).toEqual([]),
    expectHeard: (name: string) => until(() => expect(names()).toContain(name)),
  };
}

export async function choose(el: Element, name: string | RegExp, option: string): Promise<void> {
  const field = await find<HTMLSelectElement>(el, 'combobox', name);
  const found = [...field.options].find(({ label }) => label.trim() === option);
  if (!found) throw new Error(`There is no option "${option}".`);
  await userEvent.selectOptions(field, found);
}
