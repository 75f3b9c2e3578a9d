/**
 * The settings page: shows the accent color as families will see it, with its contrast, while it is being chosen.
 * Without this script the page works as well. Numbers and rules are those of the kit itself.
 */
import { contrast, luminance } from '../kit/contrast.js';
import { PALETTE, PULL } from '../kit/palette.js';

/** What WCAG AA asks of text. */
const ENOUGH = 4.5;
const THEMES = ['light', 'dark'];

const field = document.getElementById('fig-accent');
const box = document.getElementById('fig-contrast');

function start(words) {
  const picker = make('input', { type: 'color', ariaLabel: words.picker });
  field.after(picker);

  const samples = THEMES.map((theme) => makeSample(words[theme], words));
  const said = make('p', { id: 'fig-contrast-said' });
  said.setAttribute('role', 'status');
  box.append(...samples.map(({ panel }) => panel), said);
  box.hidden = false;

  const show = () => {
    const color = readColor(field.value) ?? (field.value.trim() ? undefined : PALETTE.accent[0]);
    said.textContent = color ? '' : words.notColor;
    if (!color) {
      return;
    }
    picker.value = color;
    const isOwn = !field.value.trim();
    const shown = THEMES.map((theme, at) => pulled(color, at));
    if (shown.includes(undefined)) {
      said.textContent = words.tooOld;
      return;
    }
    samples.forEach((sample, at) => {
      const sentence = isOwn ? words.own : toHex(shown[at]) === color ? words.kept : words.pulled;
      showSample(sample, at, shown[at], sentence, words.low);
    });
  };
  field.addEventListener('input', show);
  picker.addEventListener('input', () => {
    field.value = picker.value;
    show();
  });
  show();
}

function make(name, properties = {}, children = []) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function makeSample(title, words) {
  const button = make('span', { className: 'fig-button', textContent: words.button });
  const link = make('span', { className: 'fig-link', textContent: words.link });
  const looks = make('p', { className: 'fig-looks' }, [button, link]);
  looks.setAttribute('aria-hidden', 'true');
  const note = make('p');
  const panel = make('div', { className: 'fig-sample' }, [make('h3', { textContent: title }), looks, note]);
  return { panel, button, link, note };
}

function showSample({ panel, button, link, note }, at, accent, sentence, low) {
  const surface = PALETTE.surface[at];
  const onAccent = PALETTE['on-accent'][at];
  Object.assign(panel.style, { background: surface, color: PALETTE.text[at] });
  Object.assign(button.style, { background: accent, color: onAccent });
  link.style.color = accent;
  const ratios = [ratio(accent, surface), ratio(accent, onAccent)];
  // Rounded down, so that nothing is said to be better than it is.
  const [linkRatio, buttonRatio] = ratios.map((one) => (Math.floor(one * 10) / 10).toFixed(1));
  note.textContent = (ratios.some((one) => one < ENOUGH) ? low : sentence)
    .replace('%1$s', toHex(accent))
    .replace('%2$s', linkRatio)
    .replace('%3$s', buttonRatio);
}

/** #rrggbb, of what someone wrote. */
function readColor(text) {
  const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim()) ?? [];
  if (!digits) {
    return undefined;
  }
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return `#${long.toLowerCase()}`;
}

/** The color that the kit makes of it, written as the kit writes it; nothing when the browser cannot. */
function pulled(color, at) {
  const [, which, lightness, chroma] = PULL.accent[at];
  const css = `oklch(from ${color} ${which}(l, ${lightness}) min(c, ${chroma}) h)`;
  return CSS.supports('color', css) ? css : undefined;
}

/** Red, green and blue of a color, as this screen shows it. */
function toRgb(css) {
  const context = make('canvas', { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const toHex = (css) =>
  `#${toRgb(css)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
const ratio = (one, other) => contrast(luminance(toRgb(one)), luminance(toRgb(other)));

if (field && box) {
  start(JSON.parse(box.dataset.words));
}
