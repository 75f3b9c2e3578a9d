import { CARE, DANGER, OUTCOMES, QUESTIONS, ROLES, RULES, WORDS } from '../../job.mjs';
import { show } from './checklist.js';

const on = (name) => document.querySelector(`.${name}`);
const outcomeHtml = ({ title, why, steps }) =>
  `<h3>${title}</h3><p>${why}</p><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>`;

// The wizard: a page is shown when an answer leads to it.
const leadsTo = (target) =>
  QUESTIONS.flatMap(({ id, options }) =>
    options.filter(({ to }) => to === target).map((option) => `{${id}} = '${option.id}'`),
  ).join(' or ');
const wizard = show(on('wizard'), {
  title: WORDS.wizard,
  showCompletedPage: true,
  pagePrevText: WORDS.back,
  pageNextText: WORDS.next,
  completeText: WORDS.next,
  clearInvisibleValues: 'onHidden',
  completedHtml: outcomeHtml(OUTCOMES.find(({ id }) => id === 'again')),
  completedHtmlOnCondition: [
    { expression: `{${QUESTIONS[0].id}} = 'yes'`, html: `<p>${DANGER}</p>` },
    ...RULES.filter(({ when }) => when).map(({ outcome, when }) => ({
      expression: `{${when[0]}} = '${when[1]}'`,
      html: outcomeHtml(OUTCOMES.find(({ id }) => id === outcome)),
    })),
  ],
  pages: QUESTIONS.map(({ id, ask, options }, at) => ({
    name: id,
    ...(at ? { visibleIf: leadsTo(id) } : {}),
    elements: [
      {
        type: 'radiogroup',
        name: id,
        title: ask,
        isRequired: true,
        choices: options.map((option) => ({ value: option.id, text: option.label })),
      },
    ],
  })),
});

// The last screen has no way back of its own.
wizard.onComplete.add(() => {
  const back = Object.assign(document.createElement('button'), { textContent: WORDS.back });
  back.onclick = () => {
    back.remove();
    wizard.clear(true, true);
  };
  on('wizard').after(back);
});

show(on('planner'), {
  title: WORDS.planner,
  showNavigationButtons: 'none',
  elements: [
    {
      type: 'paneldynamic',
      name: 'rows',
      titleLocation: 'hidden',
      panelAddText: WORDS.add,
      panelRemoveText: WORDS.remove,
      templateElements: [
        { type: 'text', name: 'trigger', title: WORDS.trigger },
        { type: 'comment', name: 'response', title: WORDS.response },
        {
          type: 'dropdown',
          name: 'who',
          title: WORDS.who,
          choices: ROLES.map(({ id, label }) => ({ value: id, text: label })),
        },
        { type: 'text', inputType: 'date', name: 'date', title: WORDS.date },
      ],
    },
  ],
});

const card = show(on('care'), {
  title: WORDS.care,
  showNavigationButtons: 'none',
  elements: [
    {
      type: 'checkbox',
      name: 'items',
      titleLocation: 'hidden',
      choices: CARE.map(({ id, title, minutes }) => ({ value: id, text: `${title} (${minutes} ${WORDS.minutes})` })),
    },
    { type: 'html', name: 'how', html: '' },
    { type: 'html', name: 'today', html: `<h3>${WORDS.today}</h3>` },
  ],
});
card.onValueChanged.add((_survey, { value = [] }) => {
  const picked = CARE.filter(({ id }) => value.includes(id));
  card.getQuestionByName('how').html = picked.map(({ how }) => `<div class="insight">${how}</div>`).join('');
  card.getQuestionByName('today').html =
    `<h3>${WORDS.today}</h3><ul>${picked.map(({ title }) => `<li>${title}</li>`).join('')}</ul>`;
});
