/** The center's own form, with the guide in it. */
import { showEntries } from './show-entries.js';

const form = document.querySelector('#intake');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  showEntries(form);
});
