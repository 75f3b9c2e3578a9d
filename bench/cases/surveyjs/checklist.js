import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import { GROUPS, reasons, WORDS } from '../../job.mjs';

/** Shows a survey. No buttons of its own unless there are pages. */
export function show(element, json) {
  const survey = new Model({ showQuestionNumbers: 'off', showCompletedPage: false, ...json });
  renderSurvey(survey, element);
  return survey;
}

for (const element of document.querySelectorAll('.checklist')) {
  const all = reasons(Number(element.dataset.reasons) || undefined);
  const survey = show(element, {
    title: WORDS.checklist,
    showNavigationButtons: 'none',
    elements: [
      ...GROUPS.flatMap(({ id, label }) => [
        {
          type: 'checkbox',
          name: id,
          title: label,
          choices: all.filter(({ group }) => group === id).map((reason) => ({ value: reason.id, text: reason.label })),
        },
        { type: 'html', name: `${id}_insight`, html: '' },
      ]),
      { type: 'html', name: 'count', html: `0 ${WORDS.count}` },
    ],
  });
  // One text for each group. A text for each reason, with a condition of its own, is slower still.
  survey.onValueChanged.add((_survey, { name, value = [] }) => {
    survey.getQuestionByName(`${name}_insight`).html = all
      .filter(({ id, group }) => group === name && value.includes(id))
      .map(
        ({ what, tryNext }) =>
          `<div class="insight"><p><b>${WORDS.means}</b></p><p>${what}</p><p><b>${WORDS.tryNext}</b></p><p>${tryNext}</p></div>`,
      )
      .join('');
    const count = GROUPS.reduce((sum, { id }) => sum + (survey.getValue(id)?.length ?? 0), 0);
    survey.getQuestionByName('count').html = `${count} ${WORDS.count}`;
  });
}
