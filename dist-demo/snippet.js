/** The snippet builder: fields on one side, the preview and the code on the other, the state in the page's address. */
import * as kit from '/kit/esm/snippet/snippet.js';
import { buildFields, fill, goTo, make, nameOf, showIssues } from './snippet-fields.js';
import { showPreview } from './snippet-preview.js';
import { defaults, fromHash, SETTINGS, toHash } from './snippet-state.js';

const { checkSnippet, createSnippet, crisisFallback, formLabels, LOCALES, SNIPPET_TARGETS, TOKENS } = kit;

const TARGETS = {
  html: 'HTML',
  'wordpress-block': 'WordPress: block',
  'wordpress-shortcode': 'WordPress: shortcode',
  'wordpress-div': 'WordPress: div',
  'wordpress-html': 'WordPress: Custom HTML',
  react: 'React',
  vue: 'Vue',
  'tag-manager': 'Tag Manager',
};
const NEEDED = { scriptUrl: '/kit/embed.js' };

const byId = (id) => document.getElementById(id);
const form = byId('builder');
const said = byId('said');
/** Words of the kit by language: crisis lines, and labels for a form. */
const words = new Map();
let state = fromHash(location.hash);
/** Whether the last entry of the history is what is being typed now. */
let isTyping = false;
/** What was set before the reset, while it can be undone. */
let before;

buildFields();
const tabs = SNIPPET_TARGETS.map(tab);
byId('targets').append(...tabs);
await show();

// ------------------------------------------------------------- changes

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
  if (target.dataset.token) byToken(target.dataset.token).value = target.value;
  if (target.name === 'preset') usePreset(target.value);
  change(read());
});
form.addEventListener('change', () => {
  isTyping = false;
});
byId('widths').addEventListener('input', ({ target }) => change({ ...state, width: target.value }));

byId('reset').addEventListener('click', () => {
  const old = state;
  isTyping = false;
  change({ ...defaults(), target: state.target, width: state.width });
  isTyping = false;
  before = old;
  byId('undo').hidden = false;
  say('All settings are reset.');
});
byId('undo').addEventListener('click', () => {
  const old = before;
  byId('reset').focus(); // the button that was pressed goes away
  change(old);
  isTyping = false;
  say('Your settings are back.');
});

// A link to this page may carry settings; "Back" goes to those before.
addEventListener('hashchange', () => {
  if (location.hash && !location.hash.includes('=')) return;
  state = fromHash(location.hash);
  isTyping = false;
  forgetReset();
  void show();
});
// The skip link would put its own name where the settings are.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});

function change(next) {
  state = next;
  forgetReset();
  said.textContent = '';
  const hash = toHash(state);
  const address = hash ? `#${hash}` : location.pathname + location.search;
  if (location.hash.replace(/^#/, '') !== hash) {
    history[isTyping ? 'replaceState' : 'pushState'](null, '', address);
    isTyping = true;
  }
  void show();
}

function forgetReset() {
  before = undefined;
  byId('undo').hidden = true;
}

/** The state as the fields have it. */
function read() {
  const values = Object.fromEntries(Object.keys(state.values).map((name) => [name, form.elements[name].value]));
  const elements = [...form.querySelectorAll('[name="element"]:checked')].map(({ value }) => value);
  return { ...state, elements, values, way: form.querySelector('[name="way"]:checked')?.value ?? 'none' };
}

const byToken = (name) => form.querySelector(`[data-field="tokens.${name}"]`);

function usePreset(name) {
  const tokens = kit.PRESETS?.[name]?.tokens ?? {};
  for (const token of Object.keys(TOKENS)) byToken(token).value = tokens[token.replace('--fig-', '')] ?? '';
}

// ------------------------------------------------------------- what is shown

/** Shows the state: in the fields, in the preview and as code. */
async function show() {
  fill(state);
  const wanted = state;
  const options = await optionsOf(state);
  if (wanted !== state) return; // another change came while words were loaded
  const issues = [...checkSnippet(options, state.target), ...unknownColors(options)];
  showIssues(issues);
  showLeftOut(issues);
  const usable = without(options, issues);
  showTabs();
  if (!usable.elements.length) {
    byId('parts').replaceChildren(make('p', {}, 'Choose at least one element, and its code is here.'));
    byId('warnings').replaceChildren();
    byId('preview').replaceChildren();
    return;
  }
  const { parts, warnings } = createSnippet(usable, state.target);
  showParts(parts);
  byId('warnings').replaceChildren(
    ...(warnings.length ? warnings : [{ id: 'none', text: 'Nothing special: paste it, and look at the page.' }]).map(
      ({ id, text }) => {
        const item = make('li', {}, text);
        item.dataset.warning = id;
        return item;
      },
    ),
  );
  byId('preview').className = state.width;
  showPreview(usable);
}

async function optionsOf({ elements, values, way }) {
  const pick = (names) => Object.fromEntries(names.map((name) => [name, values[name]]).filter(([, value]) => value));
  const attributes = pick(SETTINGS);
  const [language] = values.locale.toLowerCase().split('-');
  const { core, contact } = await wordsOf(LOCALES.includes(language) ? language : 'en');
  const own = values.words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    elements,
    scriptUrl: values['script-url'],
    attributes,
    tokens: pick(Object.keys(TOKENS)),
    lead: { way, form: values['lead-form'], name: values.name, labels: formLabels(contact) },
    fallback: [...own.map((line) => [line]), ...crisisFallback(core, values.region)],
    after: values.after,
  };
}

async function wordsOf(locale) {
  if (!words.has(locale)) {
    const load = async (part) => (await import(`/kit/content/${locale}/${part}.js`)).default[part];
    words.set(
      locale,
      Promise.all([load('core'), load('contact')]).then(([core, contact]) => ({ core, contact })),
    );
  }
  return words.get(locale);
}

/** The kit knows what a color looks like, and the browser which names there are. */
function unknownColors({ tokens }) {
  return Object.entries(tokens)
    .filter(([name, value]) => TOKENS[name].kind === 'color' && !CSS.supports('color', value))
    .filter(([, value]) => /^[\w#(),.%/\s-]+$/.test(value))
    .map(([name, value]) => ({
      field: `tokens.${name}`,
      text: `This browser knows no color "${value}". Check how it is spelled.`,
    }));
}

/** The options without what can not be used. */
function without(options, issues) {
  const has = (field) => issues.some((issue) => issue.field === field);
  const usable = (prefix, entries) =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !has(`${prefix}.${name}`)));
  const isLeadWrong = ['lead.way', 'lead.form', 'lead.name'].some(has);
  return {
    ...options,
    scriptUrl: has('scriptUrl') ? NEEDED.scriptUrl : options.scriptUrl,
    attributes: usable('attributes', options.attributes),
    tokens: usable('tokens', options.tokens),
    lead: isLeadWrong ? { ...options.lead, way: 'none' } : options.lead,
    after: has('after') ? '' : options.after,
    fallback: has('fallback') ? [] : options.fallback,
  };
}

function showLeftOut(issues) {
  const fields = [...new Set(issues.map(({ field }) => field))];
  const box = byId('left-out');
  box.hidden = !fields.length;
  box.querySelector('p').textContent = 'The code leaves these out, as they can not be used yet:';
  box.querySelector('ul').replaceChildren(
    ...fields.map((field) => {
      const button = make('button', { type: 'button' }, nameOf(field));
      button.addEventListener('click', () => goTo(field));
      return make('li', {}, button);
    }),
  );
}

function tab(target) {
  const button = make('button', { type: 'button', id: `tab-${target}`, role: 'tab' }, TARGETS[target] ?? target);
  button.setAttribute('aria-controls', 'panel');
  button.addEventListener('click', () => open(target));
  button.addEventListener('keydown', (event) => {
    const at = SNIPPET_TARGETS.indexOf(target);
    const last = SNIPPET_TARGETS.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    open(SNIPPET_TARGETS[to]);
    tabs[to].focus();
  });
  return button;
}

function open(target) {
  isTyping = false;
  change({ ...state, target });
  isTyping = false;
}

function showTabs() {
  for (const [index, button] of tabs.entries()) {
    const isOpen = SNIPPET_TARGETS[index] === state.target;
    button.setAttribute('aria-selected', String(isOpen));
    button.tabIndex = isOpen ? 0 : -1;
  }
  byId('panel').setAttribute('aria-labelledby', `tab-${state.target}`);
}

/** Shows the parts. One that was there keeps its place, so that it does not jump while somebody types. */
function showParts(parts) {
  const box = byId('parts');
  const isSame = parts.length === box.children.length;
  if (!isSame || box.querySelector('p')) box.replaceChildren(...parts.map(part));
  for (const [index, { title, code }] of parts.entries()) {
    const one = box.children[index];
    one.querySelector('h3').textContent = title;
    one.querySelector('.button').ariaLabel = `Copy: ${title}`;
    const pre = one.querySelector('pre');
    pre.ariaLabel = `Code: ${title}`;
    if (pre.textContent !== code) pre.firstElementChild.textContent = code;
  }
}

function part() {
  const copy = make('button', { type: 'button', className: 'button primary' }, 'Copy');
  const pre = make('pre', { tabIndex: 0, role: 'region' }, make('code'));
  const head = make('div', { className: 'part-head' }, make('h3'), copy);
  const box = make('div', { className: 'part' }, head, pre);
  copy.addEventListener('click', () => void copyCode(pre, box.querySelector('h3').textContent));
  return box;
}

async function copyCode(pre, title) {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    say(`Copied: ${title}`);
  } catch {
    getSelection().selectAllChildren(pre);
    say('This browser does not let the page copy. The code is selected: copy it yourself.');
  }
}

/** Says something once, also when it is the same as before. */
function say(text) {
  said.textContent = '';
  requestAnimationFrame(() => {
    said.textContent = text;
  });
}
