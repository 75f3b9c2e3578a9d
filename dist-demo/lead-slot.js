/** Stands for the script of Contact Form 7, as far as a page can tell: its checks, its events, and its reset. */
import { checkRequired } from './required.js';
import { showEntries } from './show-entries.js';

const box = document.querySelector('.wpcf7');
const form = box.querySelector('form');
const acceptance = form.querySelector('.wpcf7-acceptance input');
const submit = form.querySelector('.wpcf7-submit');
const output = form.querySelector('.wpcf7-response-output');
const spoken = box.querySelector('.screen-reader-response [role="status"]');

box.classList.replace('no-js', 'js');
acceptance.addEventListener('change', acceptanceChanged);
acceptanceChanged();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const required = [...form.querySelectorAll('[aria-required="true"]')];
  const isWhole = checkRequired(required, { wrong: '.wpcf7-form-control-wrap', tip: 'wpcf7-not-valid-tip' });
  if (!isWhole) {
    setStatus('invalid', 'One or more fields have an error. Please check and try again.');
    return;
  }
  showEntries(form);
  setStatus('sent', 'Thank you for your message. This is a demo: nothing was sent.');
  tell('wpcf7mailsent', 'mail_sent');
  tell('wpcf7submit', 'mail_sent');
  form.reset();
});
form.addEventListener('reset', () => setTimeout(acceptanceChanged));

/** Without the box checked, the form can't be sent. */
function acceptanceChanged() {
  submit.disabled = !acceptance.checked;
}

function setStatus(status, words) {
  form.dataset.status = status;
  output.textContent = words;
  spoken.textContent = words;
}

function tell(name, status) {
  const inputs = [...new FormData(form)].map(([field, value]) => ({ name: field, value }));
  const detail = { contactFormId: 12, unitTag: box.id, status, inputs };
  form.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}
