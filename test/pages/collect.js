// First in every page: what a visitor or the page's owner should never meet, and what the kit tells the page.
const heard = { errors: [], warnings: [], policy: [], events: [] };
window.heard = heard;
addEventListener('error', ({ message }) => {
  if (message) heard.errors.push(message);
});
addEventListener('unhandledrejection', ({ reason }) => heard.errors.push(`unhandled: ${reason}`));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  heard.policy.push(`${violatedDirective} ${blockedURI}`);
});
for (const [level, list] of [
  ['error', heard.errors],
  ['warn', heard.warnings],
]) {
  const real = console[level];
  console[level] = (...words) => {
    list.push(words.join(' '));
    real.apply(console, words);
  };
}
for (const type of ['fig-ready', 'fig-error', 'fig-progress', 'fig-change', 'fig-lead', 'fig-export', 'fig-leave']) {
  addEventListener(type, ({ detail }) => heard.events.push({ type, code: detail.code }));
}
