/** What a narrow frame offers the test outside it: states, shown on a screen of its own. */
import { show } from './states.js';
import { measure } from './measure.js';

declare global {
  interface Window {
    readonly a11y: { readonly show: typeof show; readonly measure: typeof measure };
  }
}

Object.assign(window, { a11y: { show, measure } });
