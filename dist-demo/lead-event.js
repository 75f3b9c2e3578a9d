/** Takes what a visitor agreed to, as a center's script would that passes it on to its own server. */
const PASSING_ON_MS = 1200;

const fails = document.querySelector('#fails');
const status = document.querySelector('#taken-status');
const detail = document.querySelector('#taken-detail code');
const consent = document.querySelector('#taken-consent code');

document.addEventListener('fig-lead', (event) => {
  show(event.detail);
  status.textContent = 'Heard fig-lead. Passing it on…';
  event.respondWith(passOn());
});
document.addEventListener('fig-lead-withdraw', (event) => {
  show(event.detail);
  status.textContent = 'Heard fig-lead-withdraw. A real site would now delete what it was given.';
});

/** Stands for a request to the center's server, which these pages forbid themselves. */
async function passOn() {
  await new Promise((done) => setTimeout(done, PASSING_ON_MS));
  status.textContent = fails.checked ? 'It failed, as you asked for.' : 'Passed on. A real site would now have it.';
  if (fails.checked) throw new Error('Made to fail');
}

function show(given) {
  detail.textContent = inLines(given);
  consent.textContent = inLines(given.consent);
}

const inLines = (value) => JSON.stringify(value, null, 2);
