/** Stands for the script of a form library that shows a form page by page. */
import { checkRequired } from './required.js';
import { showEntries } from './show-entries.js';

const form = document.querySelector('#gform_7');
const pages = [...form.querySelectorAll('.gform_page')];
const progress = form.querySelector('.gf_progressbar_title');
let current = 0;

show(0);
form.addEventListener('click', ({ target }) => {
  if (target.matches('.gform_previous_button')) turnTo(current - 1);
  if (target.matches('.gform_next_button') && isWhole()) turnTo(current + 1);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // Enter in a field of an earlier page goes on to the next one.
  if (!isWhole()) return;
  if (current < pages.length - 1) {
    turnTo(current + 1);
    return;
  }
  showEntries(form);
  form.reset();
  show(0);
});

function isWhole() {
  const required = [...pages[current].querySelectorAll('[aria-required="true"]')];
  return checkRequired(required, { wrong: '.gfield', tip: 'gfield_validation_message' });
}

function show(index) {
  current = index;
  pages.forEach((page, place) => {
    page.style.display = place === index ? 'block' : 'none';
  });
  progress.querySelector('.gf_step_current_page').textContent = index + 1;
}

function turnTo(index) {
  show(index);
  progress.focus();
}
