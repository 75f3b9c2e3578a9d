/** Shows every event of the kit as this page hears it, and sets the element's attributes as the settings are changed. */
const EVENTS = ['fig-ready', 'fig-progress', 'fig-change', 'fig-export', 'fig-leave', 'fig-error'];
const MOST_ROWS = 200;
/** On this page's own origin and all the same blocked: its policy is `connect-src 'none'`. */
const BLOCKED_CONTENT = './bundle.json';

const controls = document.querySelector('#controls');
const stage = document.querySelector('#stage');
const code = document.querySelector('#stage-code code');
const rows = document.querySelector('#log-rows');
const count = document.querySelector('#log-count');
let heard = 0;

// ------------------------------------------------------------- the log

for (const name of EVENTS) document.addEventListener(name, hear);

document.querySelector('#log-clear').addEventListener('click', () => {
  heard = 0;
  rows.replaceChildren();
  count.textContent = 'No events yet';
});

function hear(event) {
  const { elements } = controls;
  if (event.type === 'fig-export' && elements['cancel-export'].checked) event.preventDefault();
  if (event.type === 'fig-leave' && elements['cancel-leave'].checked) event.preventDefault();
  heard += 1;
  rows.prepend(row(event));
  rows.children[MOST_ROWS]?.remove();
  count.textContent = heard === 1 ? '1 event' : `${heard} events`;
}

function row({ type, detail, defaultPrevented }) {
  const now = new Date();
  const time = textElement('time', now.toLocaleTimeString('en-US', { hour12: false }));
  time.dateTime = now.toISOString();
  const line = document.createElement('li');
  line.append(time, ' ', textElement('code', type));
  if (defaultPrevented) line.append(' ', textElement('span', 'canceled by this page', 'tag'));
  line.append(details(detail));
  return line;
}

function details(detail) {
  const list = document.createElement('dl');
  for (const [name, value] of Object.entries(detail)) {
    const words = typeof value === 'string' ? value : JSON.stringify(value);
    const pair = document.createElement('div');
    pair.append(textElement('dt', name), textElement('dd', words || '(empty)'));
    list.append(pair);
  }
  return list;
}

function textElement(tag, text, className = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

// ------------------------------------------------------------- the element

controls.addEventListener('submit', (event) => event.preventDefault());
controls.addEventListener('change', ({ target }) => {
  if (target.name === 'tag') showElement();
  else applySettings(stage.firstElementChild);
});
applySettings(stage.firstElementChild);

/** Puts a new element on the stage. What the visitor checked stays: it belongs to the page's session. */
function showElement() {
  const element = document.createElement(controls.elements.tag.value);
  applySettings(element);
  stage.replaceChildren(element);
}

function applySettings(element) {
  const { region, events, theme, 'blocked-content': blockedContent } = controls.elements;
  const attributes = {
    region: region.value,
    events: events.value,
    theme: theme.value,
    'content-src': blockedContent.checked ? BLOCKED_CONTENT : '',
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }
  const written = Object.entries(attributes).flatMap(([name, value]) => (value ? ` ${name}="${value}"` : []));
  code.textContent = `<${element.localName}${written.join('')}></${element.localName}>`;
}
