/** What is chosen, and how it stands in the page's address. */
import {
  ATTRIBUTES,
  ELEMENTS,
  LEAD_ATTRIBUTES,
  SNIPPET_LEAD_WAYS,
  SNIPPET_TARGETS,
  TOKENS,
} from '/kit/esm/snippet/snippet.js';

/** Attributes with a field of their own; the others follow from the way to the center. */
export const SETTINGS = Object.keys(ATTRIBUTES).filter((name) => !LEAD_ATTRIBUTES.includes(name));

/** What is chosen when the address says nothing. */
export function defaults() {
  const values = { region: 'US', 'lead-form': '#contact-form', name: 'guide-summary', after: 'h1' };
  for (const name of [...SETTINGS, ...Object.keys(TOKENS), 'words']) values[name] ??= '';
  return {
    elements: ['failed-intervention-guide'],
    values: { ...values, 'script-url': '/kit/embed.js' },
    way: 'none',
    target: 'html',
    width: 'desktop',
  };
}

/** The state as the part of an address after `#`: only what differs from the defaults. */
export function toHash({ elements, values, way, target, width }) {
  const usual = defaults();
  const entries = new URLSearchParams();
  if (elements.join() !== usual.elements.join()) {
    for (const tag of elements.length ? elements : ['']) entries.append('element', tag);
  }
  for (const [name, value] of Object.entries(values)) {
    if (value !== usual.values[name]) entries.append(name, value);
  }
  for (const [name, value] of Object.entries({ way, target, width })) {
    if (value !== usual[name]) entries.append(name, value);
  }
  return entries.toString();
}

/** The state an address stands for. What is unknown in it is left out. */
export function fromHash(hash) {
  const state = defaults();
  const entries = new URLSearchParams(hash.replace(/^#/, ''));
  if (entries.has('element')) {
    const wanted = entries.getAll('element');
    state.elements = Object.keys(ELEMENTS).filter((tag) => wanted.includes(tag));
  }
  for (const name of Object.keys(state.values)) {
    if (entries.has(name)) state.values[name] = entries.get(name);
  }
  const pick = (name, list) => {
    if (list.includes(entries.get(name))) state[name] = entries.get(name);
  };
  pick('way', SNIPPET_LEAD_WAYS);
  pick('target', SNIPPET_TARGETS);
  pick('width', ['desktop', 'phone']);
  return state;
}
