// Shows, in the console of a page, what the kit tells the page, stores, and fetches. For a test page only: it prints
// what a visitor enters in the contact form. Load it before everything else, or paste it into the console.
(() => {
  const EVENTS = [
    'fig-ready',
    'fig-progress',
    'fig-change',
    'fig-export',
    'fig-leave',
    'fig-lead',
    'fig-lead-withdraw',
    'fig-error',
  ];
  const seen = [];

  /** Keeps and prints one thing that happened. */
  function note(kind, what, more = '') {
    seen.push({ kind, what, more });
    console.info(`[privacy-watch] ${kind}: ${what}`, more);
  }

  // What the page hears. In the capture phase, so that nobody can keep an event away.
  for (const name of EVENTS) window.addEventListener(name, (event) => note('event', name, event.detail), true);

  /** Calls `told` before every call of a method. The method works as before. */
  function watch(owner, method, told) {
    const original = owner?.[method];
    if (typeof original !== 'function') return;
    owner[method] = function (...given) {
      told.call(this, ...given);
      return original.apply(this, given);
    };
  }

  // What is stored.
  const storeOf = (store) => (store === window.sessionStorage ? 'sessionStorage' : 'localStorage');
  for (const method of ['getItem', 'setItem', 'removeItem', 'clear']) {
    watch(window.Storage.prototype, method, function (key = '', value = '') {
      note('storage', `${storeOf(this)}.${method}(${key})`, value);
    });
  }
  const { get, set } = Object.getOwnPropertyDescriptor(window.Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => get.call(document),
    set: (value) => {
      note('cookie', value);
      set.call(document, value);
    },
  });
  watch(window.IDBFactory?.prototype, 'open', (name) => note('storage', `indexedDB.open(${name})`));

  // What is sent or fetched, by whomever. The list below has files of the page as well.
  watch(window, 'fetch', (what) => note('network', `fetch(${what?.url ?? what})`));
  watch(window.XMLHttpRequest.prototype, 'open', (method, url) => note('network', `XMLHttpRequest ${method} ${url}`));
  watch(window.Navigator.prototype, 'sendBeacon', (url) => note('network', `sendBeacon(${url})`));
  watch(window.WebSocket.prototype, 'send', () => note('network', 'WebSocket.send'));
  new window.PerformanceObserver((list) => {
    for (const { initiatorType, name } of list.getEntries()) note('file', name, initiatorType);
  }).observe({ type: 'resource', buffered: true });

  // What gets into the address, the history, or another window.
  for (const method of ['pushState', 'replaceState']) {
    watch(window.History.prototype, method, (_state, _title, url) => note('address', `${method}(${url})`));
  }
  window.addEventListener('hashchange', () => note('address', window.location.hash));
  watch(window, 'postMessage', () => note('message', 'postMessage'));

  /** Everything so far; by kind, if one is given: `privacyWatch.seen('event')`. */
  window.privacyWatch = { seen: (kind) => seen.filter((one) => !kind || one.kind === kind) };
})();
