/** What a narrow frame does for the test outside it: shows a state on a screen of its own, and measures. */
import { measure } from './measure.js';
import { show, stateOf, type Locale } from './states.js';

/** The state is named and not given: its steps have to know the classes of this window. */
async function measureState(tag: string, name: string, locale: Locale, sizes: readonly string[]) {
  const root = document.documentElement;
  root.style.fontSize = '';
  const el = await show(stateOf(tag, name), locale, 'light');
  return sizes.flatMap((size) => {
    root.style.fontSize = size;
    return measure(el).map((line) => `text at ${size}: ${line}`);
  });
}

declare global {
  interface Window {
    readonly measureState: typeof measureState;
  }
}

Object.assign(window, { measureState });
