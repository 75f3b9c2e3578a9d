// Plain HTML: all words stand in the page.
import { CARE, GROUPS, QUESTIONS, reasons, ROLES, WORDS } from '../../job.mjs';

const safe = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const WIDGETS = {
  checklist: (count) =>
    `<section class=checklist><h2>${WORDS.checklist}</h2>${GROUPS.map(
      (group) =>
        `<fieldset><legend>${safe(group.label)}</legend><ul>${reasons(count)
          .filter((reason) => reason.group === group.id)
          .map(
            (reason) =>
              `<li><label><input type=checkbox name=reason value=${reason.id}> ${safe(reason.label)}</label><div class=insight hidden><p><b>${WORDS.means}</b><p>${safe(reason.what)}<p><b>${WORDS.tryNext}</b><p>${safe(reason.tryNext)}</div>`,
          )
          .join('')}</ul></fieldset>`,
    ).join('')}<p role=status><span class=count>0</span> ${WORDS.count}</section>`,
  wizard: () =>
    `<section class=wizard><h2>${WORDS.wizard}</h2><form><fieldset><legend>${safe(QUESTIONS[0].ask)}</legend>${QUESTIONS[0].options
      .map(({ id, label }) => `<label><input type=radio name=q required value=${id}> ${safe(label)}</label>`)
      .join('')}</fieldset><button>${WORDS.next}</button></form></section>`,
  planner: () =>
    `<section class=planner><h2>${WORDS.planner}</h2><div class=rows></div><template><div class=row><label>${WORDS.trigger}<br><input></label><label>${WORDS.response}<br><textarea></textarea></label><label>${WORDS.who}<br><select>${ROLES.map(
      ({ label }) => `<option>${safe(label)}`,
    ).join(
      '',
    )}</select></label><label>${WORDS.date}<br><input type=date></label><button type=button class=remove>${WORDS.remove}</button></div></template><button type=button class=add>${WORDS.add}</button></section>`,
  care: () =>
    `<section class=care><h2>${WORDS.care}</h2><ul>${CARE.map(
      ({ id, title, minutes, how }) =>
        `<li><label><input type=checkbox name=care value=${id}> <span>${safe(title)}</span> (${minutes} ${WORDS.minutes})</label><div class=insight hidden>${safe(how)}</div>`,
    ).join('')}</ul><h3>${WORDS.today}</h3><ul class=today></ul></section>`,
};

export const staticBody = ({ widgets, reasons: count }) => widgets.map((name) => WIDGETS[name](count)).join('');
