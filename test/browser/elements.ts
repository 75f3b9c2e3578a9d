/** Every element of the kit, registered, for tests that go through all of them. */
import '../../src/define/center-contact.js';
import '../../src/define/contingency-planner.js';
import '../../src/define/crisis-help-bar.js';
import '../../src/define/failed-intervention-guide.js';
import '../../src/define/failure-reason-checklist.js';
import '../../src/define/family-learning-library.js';
import '../../src/define/family-self-care-card.js';
import '../../src/define/next-steps-wizard.js';
import '../../src/define/progress-check-in.js';

/** Those that show something by themselves; the way to a center needs the facts about it first. */
export const SHOWN_TAGS = [
  'failed-intervention-guide',
  'failure-reason-checklist',
  'next-steps-wizard',
  'contingency-planner',
  'family-self-care-card',
  'progress-check-in',
  'family-learning-library',
  'crisis-help-bar',
] as const;

export const TAGS = [...SHOWN_TAGS, 'center-contact'] as const;
export type Tag = (typeof TAGS)[number];
