/** What a visitor does in a story, by role and name, and what the page hears of it. */
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole } from '../../test/fixtures/find.js';
import { TAGS } from '../../.storybook/arg-types.js';

/** The element of the story. */
export function elementIn(canvasElement: HTMLElement): HTMLElement {
  const el = canvasElement.querySelector<HTMLElement>(TAGS.join());
  if (!el) throw new Error('The story has no element of the kit.');
  return el;
}

/** What has that role and name, once it is there. */
export const find = <E extends HTMLElement = HTMLElement>(el: Element, role: string, name?: string | RegExp) =>
  waitFor(() => byRole<E>(el, role, name));

export const expectShown = async (el: Element, role: string, name: string | RegExp): Promise<void> => {
  await find(el, role, name);
};

export const expectGone = (el: Element, role: string, name: string | RegExp): Promise<void> =>
  waitFor(() => expect(allByRole(el, role, name).length).toBe(0));

export async function click(el: Element, role: string, name: string | RegExp): Promise<void> {
  await userEvent.click(await find(el, role, name));
}

export async function type(el: Element, name: string | RegExp, words: string): Promise<void> {
  const field = await find(el, 'textbox', name);
  await userEvent.clear(field);
  await userEvent.type(field, words);
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
    expectHeard: (name: string) => waitFor(() => expect(names()).toContain(name)),
  };
}

export async function choose(el: Element, name: string | RegExp, option: string): Promise<void> {
  await userEvent.selectOptions(await find<HTMLSelectElement>(el, 'combobox', name), option);
}
