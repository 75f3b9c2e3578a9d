/** Lists what a form would send. For these demo pages, where nothing is sent. */
export function showEntries(form) {
  const answer = document.querySelector('#sent-answer');
  const pairs = [...new FormData(form)].map(([name, value]) => {
    const pair = document.createElement('div');
    const [term, text] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    text.textContent = value || '(empty)';
    pair.append(term, text);
    return pair;
  });
  document.querySelector('#sent-entries').replaceChildren(...pairs);
  answer.textContent = 'Thank you. This is a demo: nothing was sent. A real site would get these fields:';
  answer.focus();
}
