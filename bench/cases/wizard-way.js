// The way through the questions, for builds that have no wizard of their own.
import { OUTCOMES, QUESTIONS, RULES } from '../job.mjs';

/** What follows the answers: a question, `danger`, or an outcome. */
export function follow(answers) {
  let id = QUESTIONS[0].id;
  for (;;) {
    const question = QUESTIONS.find((one) => one.id === id);
    if (!question) break;
    const picked = question.options.find((option) => option.id === answers[id]);
    if (!picked) return { question };
    id = picked.to;
  }
  if (id === 'danger') return { danger: true };
  const { outcome } = RULES.find(({ when }) => !when || answers[when[0]] === when[1]);
  return { outcome: OUTCOMES.find((one) => one.id === outcome) };
}
