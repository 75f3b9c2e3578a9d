/** Turns rules for a medium on without the medium: Storybook can't force colors, and a page is no paper. */
import {
  CenterContact,
  ContingencyPlanner,
  CrisisHelpBar,
  FailedInterventionGuide,
  FailureReasonChecklist,
  FamilyLearningLibrary,
  FamilySelfCareCard,
  NextStepsWizard,
  ProgressCheckIn,
} from '../../src/index.js';

const ELEMENTS = [
  CenterContact,
  ContingencyPlanner,
  CrisisHelpBar,
  FailedInterventionGuide,
  FailureReasonChecklist,
  FamilyLearningLibrary,
  FamilySelfCareCard,
  NextStepsWizard,
  ProgressCheckIn,
];

const QUERIES = { 'forced-colors': '(forced-colors: active)', print: 'print' };

/** Every rule for one medium in the styles of the kit. Elements share their style sheets, so there are few. */
function rulesFor(query: string): CSSMediaRule[] {
  const sheets = new Set(
    ELEMENTS.flatMap((element) => element.elementStyles).map((style) =>
      style instanceof CSSStyleSheet ? style : style.styleSheet,
    ),
  );
  const inside = (rules: CSSRuleList): CSSMediaRule[] =>
    [...rules].flatMap((rule) => {
      if (!(rule instanceof CSSMediaRule)) return [];
      return rule.media.mediaText === query ? [rule] : inside(rule.cssRules);
    });
  return [...sheets].flatMap((sheet) => (sheet ? inside(sheet.cssRules) : []));
}

/** Makes the kit's rules for a medium hold; what it returns puts them back. */
export async function simulate(medium: keyof typeof QUERIES): Promise<() => void> {
  await import('../../src/define/failed-intervention-guide.js'); // its styles are there once it is defined
  for (const element of ELEMENTS) void element.observedAttributes; // as for the rest
  const rules = rulesFor(QUERIES[medium]);
  if (!rules.length) throw new Error(`The kit has no rule for ${medium}.`);
  for (const rule of rules) rule.media.mediaText = 'all';
  return () => {
    for (const rule of rules) rule.media.mediaText = QUERIES[medium];
  };
}
