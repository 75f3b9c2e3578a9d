/** Opens the center's form when it is asked for, and when the guide is about to fill it in. */
import { showEntries } from './show-entries.js';

const dialog = document.querySelector('#form-dialog');
const form = document.querySelector('#call-form');

// Not modal: the visitor can go back and forth between what they agreed to in the guide and what stands in the form.
document.querySelector('#open-form').addEventListener('click', () => dialog.show());
document.querySelector('#close-form').addEventListener('click', () => dialog.close());
dialog.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') dialog.close();
});

document.addEventListener('fig-lead', () => dialog.show());
document.addEventListener('fig-lead-withdraw', () => dialog.close());

form.addEventListener('submit', (event) => {
  event.preventDefault();
  dialog.close();
  showEntries(form);
  form.reset();
});
