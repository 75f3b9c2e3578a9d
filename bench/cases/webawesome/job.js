import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js';
import '@awesome.me/webawesome/dist/components/radio/radio.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import { CARE, DANGER, ROLES, WORDS } from '../../job.mjs';
import { follow } from '../wizard-way.js';
import { make } from './checklist.js';

const section = (name) => document.querySelector(`.${name}`);

// The wizard.
const wizard = section('wizard');
const screen = make('div');
wizard.append(make('h2', WORDS.wizard), screen);
const given = [];
function ask() {
  const { question, outcome } = follow(Object.fromEntries(given));
  screen.replaceChildren();
  if (question) {
    const group = make('wa-radio-group', '', { label: question.ask, name: 'q' });
    group.append(...question.options.map(({ id, label }) => make('wa-radio', label, { value: id })));
    const next = make('wa-button', WORDS.next);
    next.onclick = () => {
      if (!group.value) return;
      given.push([question.id, group.value]);
      ask();
    };
    screen.append(group, next);
  } else if (outcome) {
    const steps = make('ol');
    steps.append(...outcome.steps.map((step) => make('li', step)));
    screen.append(make('h3', outcome.title), make('p', outcome.why), steps);
  } else screen.append(make('p', DANGER));
  if (!given.length) return;
  const back = make('wa-button', WORDS.back);
  back.onclick = () => {
    given.pop();
    ask();
  };
  screen.append(back);
}
ask();

// The planner.
const rows = make('div');
const add = make('wa-button', WORDS.add);
add.onclick = () => {
  const row = make('div', '', { className: 'row' });
  const who = make('wa-select', '', { label: WORDS.who });
  who.append(...ROLES.map(({ id, label }) => make('wa-option', label, { value: id })));
  const remove = make('wa-button', WORDS.remove);
  remove.onclick = () => row.remove();
  row.append(
    make('wa-input', '', { label: WORDS.trigger }),
    make('wa-textarea', '', { label: WORDS.response }),
    who,
    make('wa-input', '', { label: WORDS.date, type: 'date' }),
    remove,
  );
  rows.append(row);
};
section('planner').append(make('h2', WORDS.planner), rows, add);

// The card.
const picked = new Set();
const today = make('ul');
const list = make('ul');
for (const item of CARE) {
  const line = make('li');
  const box = make('wa-checkbox', `${item.title} (${item.minutes} ${WORDS.minutes})`);
  box.addEventListener('change', () => {
    if (box.checked) {
      picked.add(item);
      line.append(make('div', item.how, { className: 'insight' }));
    } else {
      picked.delete(item);
      line.querySelector('.insight').remove();
    }
    today.replaceChildren(...CARE.filter((one) => picked.has(one)).map(({ title }) => make('li', title)));
  });
  line.append(box);
  list.append(line);
}
section('care').append(make('h2', WORDS.care), list, make('h3', WORDS.today), today);
