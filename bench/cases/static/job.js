import './checklist.js';
import { DANGER, WORDS } from '../../job.mjs';
import { follow } from '../wizard-way.js';

const make = (tag, text = '', attributes = {}) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(text);
  return element;
};

// The wizard.
const form = document.querySelector('.wizard form');
const given = [];
const answers = () => Object.fromEntries(given);
function ask() {
  const { question, outcome } = follow(answers());
  form.replaceChildren();
  if (question) {
    const fieldset = make('fieldset');
    fieldset.append(make('legend', question.ask));
    for (const { id, label } of question.options) {
      const line = make('label');
      line.append(make('input', '', { type: 'radio', name: 'q', required: true, value: id }), ` ${label}`);
      fieldset.append(line);
    }
    form.append(fieldset, make('button', WORDS.next));
  } else if (outcome) {
    const steps = make('ol');
    for (const step of outcome.steps) steps.append(make('li', step));
    form.append(make('h3', outcome.title), make('p', outcome.why), steps);
  } else form.append(make('p', DANGER));
  if (given.length) {
    const back = make('button', WORDS.back, { type: 'button' });
    back.onclick = () => {
      given.pop();
      ask();
    };
    form.append(back);
  }
}
form.onsubmit = (event) => {
  event.preventDefault();
  const { question } = follow(answers());
  given.push([question.id, form.elements.q.value]);
  ask();
};

// The planner.
const planner = document.querySelector('.planner');
planner.onclick = ({ target }) => {
  if (target.matches('.remove')) target.closest('.row').remove();
  if (!target.matches('.add')) return;
  planner.querySelector('.rows').append(planner.querySelector('template').content.cloneNode(true));
};

// The card.
const card = document.querySelector('.care');
const pick = () => {
  const picked = [...card.querySelectorAll('input')].filter((box) => {
    box.closest('li').querySelector('.insight').hidden = !box.checked;
    return box.checked;
  });
  const titles = picked.map((box) => make('li', box.nextElementSibling.textContent));
  card.querySelector('.today').replaceChildren(...titles);
};
card.onchange = pick;
pick();
