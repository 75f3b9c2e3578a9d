/** The elements as they would stand on the page, and what becomes of the accent. */
import { elementNodes, formNode } from '/kit/esm/snippet/snippet.js';
import { contrast as contrastOf, luminance } from '/kit/esm/styles/contrast.js';
import { make } from './snippet-fields.js';

const preview = document.getElementById('preview');
const contrast = document.getElementById('contrast');
let shown = '';

preview.addEventListener('submit', (event) => event.preventDefault());
preview.addEventListener('fig-lead', (event) => event.respondWith(Promise.resolve()));
// The page would be left, and with it what is being set up.
preview.addEventListener('fig-leave', (event) => {
  event.preventDefault();
  shown = '';
  showPreview(last);
});
let last;

/** Shows the elements. What stands there is changed in place, so that it keeps what was opened in it. */
export function showPreview(options) {
  last = options;
  const { elements, lead, tokens, attributes } = options;
  const usesForm = lead.way === 'form';
  // A form of the page stands below the elements, as it would elsewhere on the page.
  const given = usesForm ? { ...options, lead: { ...lead, form: '#preview-form' } } : options;
  const nodes = [...elementNodes(given), ...(usesForm ? [formNode(given, { id: 'preview-form' })] : [])];
  preview.lang = attributes.locale || 'en';
  const parts = JSON.stringify([elements, lead, nodes.map(({ children }) => children)]);
  if (parts !== shown) preview.replaceChildren(...nodes.map(build));
  shown = parts;
  for (const node of nodes.flatMap((one) => [one, ...one.children])) {
    if (elements.includes(node.tag)) apply(preview.querySelector(node.tag), node.attributes, tokens);
  }
  measure(preview.querySelector(elements.join()));
}

function build(node) {
  if (typeof node === 'string') return node;
  const element = document.createElement(node.tag);
  for (const [name, value] of node.attributes) element.setAttribute(name, value);
  element.append(...node.children.map(build));
  return element;
}

function apply(element, attributes, tokens) {
  const wanted = new Map([...attributes, ['session', 'separate']]);
  for (const name of element.getAttributeNames()) {
    if (!wanted.has(name) && name !== 'style') element.removeAttribute(name);
  }
  for (const [name, value] of wanted) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  for (const name of [...element.style]) if (!tokens[name]) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
}

// ------------------------------------------------------------- contrast

/** Measures the accent as the kit shows it, in both themes. */
async function measure(element) {
  await customElements.whenDefined(element.localName);
  await element.updateComplete;
  const inside = element.shadowRoot?.querySelector('.fig');
  if (!inside || !element.isConnected) return;
  const styles = getComputedStyle(inside);
  const [accent, onAccent, surface] = ['--_accent', '--_on-accent', '--_surface'].map((name) =>
    styles.getPropertyValue(name).trim(),
  );
  contrast.hidden = !accent;
  if (!accent) return;
  const rows = ['light', 'dark'].map((theme) => swatch(theme, { accent, onAccent, surface }));
  contrast.querySelector('ul').replaceChildren(...rows.map(({ row }) => row));
  for (const { say } of rows) say(); // colors are known once the swatches stand on the page
}

function swatch(theme, { accent, onAccent, surface }) {
  const text = make('span', {}, 'Words');
  const filled = make('span', { className: 'filled' }, 'Button');
  const sample = make('span', { className: `swatch ${theme}` }, text, filled);
  sample.style.setProperty('background-color', surface);
  text.style.setProperty('color', accent);
  filled.style.setProperty('background-color', accent);
  filled.style.setProperty('color', onAccent);
  const words = make('span', {});
  const say = () => {
    const color = (element, name) => rgb(getComputedStyle(element)[name]);
    const onSurface = ratio(color(text, 'color'), color(sample, 'backgroundColor'));
    const onButton = ratio(color(filled, 'color'), color(filled, 'backgroundColor'));
    words.textContent = ` In ${theme}: words ${onSurface} : 1, button ${onButton} : 1`;
  };
  return { row: make('li', {}, sample, words), say };
}

/** Red, green and blue of any color, as a screen shows it. */
function rgb(color) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** Rounded down, so that 4.49 does not read as 4.5. */
const ratio = (one, other) => (Math.floor(contrastOf(luminance(one), luminance(other)) * 10) / 10).toFixed(1);
