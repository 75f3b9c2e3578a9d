/** The center's own form. A real site would send it; this demo keeps nothing and says so. */
const form = document.querySelector('#contact-form');
const answer = document.querySelector('#contact-answer');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  form.reset();
  answer.textContent = answer.dataset.sent;
});
form.addEventListener('input', () => {
  answer.textContent = '';
});
