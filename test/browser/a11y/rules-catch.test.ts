import { expect } from '@open-wc/testing';
import { findings } from './rules.js';
import { show, stateOf } from './states.js';

/** A fault, and what has to be said of it. */
const FAULTS: Readonly<Record<string, { readonly html: string; readonly found: readonly RegExp[] }>> = {
  'a button without a name': {
    html: '<button></button>',
    found: [/^axe button-name/, /^ibm VIOLATION \w+/, /^no name: /],
  },
  'a field without a label': {
    html: '<input type="text" />',
    found: [/^axe label/, /^ibm VIOLATION input_label_exists/, /^no name: /],
  },
  'faint words': {
    html: '<p style="color: oklch(0.8 0 0); background: oklch(0.9 0 0)">faint</p>',
    found: [/^axe color-contrast/, /^ibm VIOLATION text_contrast_sufficient/],
  },
  'small targets side by side': {
    html: '<button style="all: unset; font-size: 8px">a</button><button style="all: unset; font-size: 8px">b</button>',
    found: [/^axe target-size/],
  },
  'an id that is not there': {
    html: '<p role="group" aria-labelledby="nowhere">words</p>',
    found: [/^ibm VIOLATION aria_id_unique/],
  },
  'an English name in Spanish': { html: '<button>Copy as text</button>', found: [/^English name: Copy as text/] },
};

describe('the checks of accessibility themselves', () => {
  for (const [name, { html, found }] of Object.entries(FAULTS)) {
    it(`find ${name}`, async () => {
      const el = await show(stateOf('crisis-help-bar', 'first screen'), 'es', 'light');
      el.shadowRoot?.querySelector('.body')?.insertAdjacentHTML('beforeend', html);
      const { light, dark, names } = await findings(el, 'es');
      const all = [...light, ...dark, ...names];
      for (const fault of found) {
        expect(
          all.some((line) => fault.test(line)),
          `${fault} in\n${all.join('\n')}`,
        ).to.equal(true);
      }
    });
  }
});
