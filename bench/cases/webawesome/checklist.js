import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '../look.css';
import { GROUPS, reasons, WORDS } from '../../job.mjs';

export const make = (tag, text = '', properties = {}) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(text);
  return element;
};

function insight({ what, tryNext }) {
  const box = make('div', '', { className: 'insight' });
  for (const [title, text] of [
    [WORDS.means, what],
    [WORDS.tryNext, tryNext],
  ]) {
    const head = make('p');
    head.append(make('b', title));
    box.append(head, make('p', text));
  }
  return box;
}

for (const section of document.querySelectorAll('.checklist')) {
  const all = reasons(Number(section.dataset.reasons) || undefined);
  const parts = [make('h2', WORDS.checklist)];
  const status = make('p', `0 ${WORDS.count}`, { role: 'status' });
  const ticked = new Set();
  for (const group of GROUPS) {
    const fieldset = make('fieldset');
    const list = make('ul');
    fieldset.append(make('legend', group.label), list);
    for (const reason of all.filter((one) => one.group === group.id)) {
      const item = make('li');
      const box = make('wa-checkbox', reason.label);
      box.addEventListener('change', () => {
        if (box.checked) {
          ticked.add(reason.id);
          item.append(insight(reason));
        } else {
          ticked.delete(reason.id);
          item.querySelector('.insight').remove();
        }
        status.textContent = `${ticked.size} ${WORDS.count}`;
      });
      item.append(box);
      list.append(item);
    }
    parts.push(fieldset);
  }
  section.append(...parts, status);
}
