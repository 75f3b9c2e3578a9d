import { action } from 'storybook/actions';
import { TAGS, declarationOf } from '../../.storybook/arg-types.js';
import type { Context } from './types.js';

/** Every event of the kit. */
const EVENTS = [...new Set(TAGS.flatMap((tag) => declarationOf(tag)?.events ?? []).map(({ name }) => name))];

const log = Object.fromEntries(EVENTS.map((name) => [name, action(name)]));

/** Writes every event of the kit, with its detail, into the Actions panel. */
function write(event: Event): void {
  if (event instanceof CustomEvent) log[event.type]?.(event.detail);
}

/** A decorator. Listeners are the same each time, so adding them again changes nothing. */
export function logEvents<T>(story: () => T, { canvasElement }: Pick<Context, 'canvasElement'>): T {
  for (const name of EVENTS) canvasElement.addEventListener(name, write);
  return story();
}
