/**
 * Listens to all that a tag manager can hook into, and lists what it gets. Then looks in that for what must not be there:
 * words and ids of the guide's own content, and what was typed.
 */
const EVENTS = ['ready', 'progress', 'change', 'export', 'leave', 'lead', 'lead-withdraw', 'error'];
const ACTIONS = ['click', 'dblclick', 'auxclick', 'pointerdown', 'input', 'change', 'submit', 'copy'];
const FOCUS = ['focusin', 'focusout', 'toggle', 'scroll'];
const MOST_ROWS = 300;
/** Shorter texts, such as "Yes", say nothing, and stand on every page. */
const SHORTEST_TEXT = 9;
const SHORTEST_TYPED = 3;

const controls = document.querySelector('#controls');
const rows = document.querySelector('#seen-rows');
const seenCount = document.querySelector('#seen-count');
const sensitiveCount = document.querySelector('#sensitive');
const guide = document.querySelector('failed-intervention-guide');
/** What a visitor typed in the guide. A tag manager does not get to it; it is read here to look for it elsewhere. */
const typed = new Set();
const counts = { seen: 0, sensitive: 0 };

// ------------------------------------------------------------- listening

for (const name of EVENTS) window.addEventListener(`fig-${name}`, hearKit, true);
for (const name of [...ACTIONS, ...FOCUS]) window.addEventListener(name, hearAction, true);

function hearKit({ type, detail }) {
  see(type, JSON.stringify(detail));
}

/** The element and its words, as `{{Click Element}}` and `{{Click Text}}` of a tag manager give them. */
function hearAction(event) {
  const { type, target } = event;
  if (!(target instanceof Element) || !guide.contains(target)) return;
  const [inner] = event.composedPath();
  if (type === 'input' && typeof inner.value === 'string' && inner.type !== 'radio' && inner.type !== 'checkbox') {
    typed.add(inner.value);
  }
  const { id, className, href, value } = target;
  const facts = {
    target: target.localName,
    id,
    class: className,
    href,
    value,
    text: target.innerText || target.textContent,
  };
  see(type, JSON.stringify(facts));
}

new MutationObserver((changes) => {
  for (const { target, attributeName } of changes) {
    const what = attributeName ? `${attributeName}="${target.getAttribute(attributeName)}"` : target.textContent;
    see('page changed', `${target.nodeName.toLowerCase()}: ${what}`);
  }
}).observe(guide, { attributes: true, childList: true, characterData: true, subtree: true });

new MutationObserver(() => see('title', document.title)).observe(document.querySelector('title'), {
  childList: true,
  characterData: true,
  subtree: true,
});

for (const name of ['pushState', 'replaceState']) {
  const real = history[name].bind(history);
  history[name] = (...given) => {
    see(`history.${name}`, JSON.stringify(given));
    real(...given);
  };
}
for (const name of ['hashchange', 'popstate']) window.addEventListener(name, () => see(name, location.href), true);

// Read through the prototype, as an assignment to `localStorage.setItem` itself would store an item of that name.
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  see('storage', `${key} = ${value}`);
  setItem.call(this, key, value);
};

window.dataLayer = [];
window.dataLayer.push = (...given) => {
  see('dataLayer.push', JSON.stringify(given));
  return Array.prototype.push.apply(window.dataLayer, given);
};

// ------------------------------------------------------------- what counts as sensitive

const { texts, ids, privateIds } = contentOf((await import('/kit/content/en.js')).default);

/** All texts of the entries and questions, all their ids, and those ids that no page may hear, at any event level. */
function contentOf(bundle) {
  const found = { texts: new Set(), ids: new Set(), privateIds: new Set() };
  const { core, ...parts } = bundle;
  for (const part of Object.values(parts)) if (part && typeof part === 'object') collect({ ...part, words: {} }, false);
  collect({ safety: core.safety }, true);
  return { ...found, ids: anyOf(found.ids), privateIds: anyOf(found.privateIds) };

  function collect(node, isPrivate) {
    if (typeof node === 'string') {
      if (node.trim().length >= SHORTEST_TEXT && node.includes(' ')) found.texts.add(node.trim());
      return;
    }
    if (!node || typeof node !== 'object') return;
    const isHidden = isPrivate || node.private === true || (Array.isArray(node.safety) && node.safety.length > 0);
    if (typeof node.id === 'string' && node.id.includes('_')) {
      found.ids.add(node.id);
      if (isHidden) found.privateIds.add(node.id);
    }
    for (const value of Object.values(node)) collect(value, isHidden);
  }
}

function anyOf(names) {
  return new RegExp(`\\b(?:${[...names].join('|')})\\b`, 'g');
}

/** What stands there and must not. */
function sensitiveIn(text) {
  const { events } = controls.elements;
  const forbidden = events.value === 'full' ? privateIds : ids;
  const words = text.replaceAll('\\n', ' ');
  return [
    ...[...texts].filter((one) => words.includes(one)),
    ...(words.match(forbidden) ?? []),
    ...[...typed].filter((one) => one.trim().length >= SHORTEST_TYPED && words.includes(one.trim())),
  ];
}

// ------------------------------------------------------------- the list

function see(what, text) {
  const found = sensitiveIn(text);
  counts.seen += 1;
  counts.sensitive += found.length;
  const line = document.createElement('li');
  line.append(element('code', what), element('p', text));
  for (const one of found) line.append(element('span', `Sensitive: ${one}`, 'tag'));
  rows.prepend(line);
  rows.children[MOST_ROWS]?.remove();
  showCounts();
}

function showCounts() {
  seenCount.textContent = counts.seen === 1 ? '1 thing' : `${counts.seen} things`;
  const words = `Sensitive things seen: ${counts.sensitive}`;
  if (sensitiveCount.textContent !== words) sensitiveCount.textContent = words;
  sensitiveCount.classList.toggle('found', counts.sensitive > 0);
}

document.querySelector('#seen-clear').addEventListener('click', () => {
  Object.assign(counts, { seen: 0, sensitive: 0 });
  rows.replaceChildren();
  showCounts();
});

function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

controls.addEventListener('submit', (event) => event.preventDefault());
controls.addEventListener('change', () => guide.setAttribute('events', controls.elements.events.value));
