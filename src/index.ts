/**
 * The npm entry: element classes, events and types. Importing it registers nothing and changes nothing; register with
 * `failed-intervention-guide/define/<tag>`.
 */
export { CenterContact } from './elements/center-contact/center-contact.js';
export { ContingencyPlanner } from './elements/contingency-planner/contingency-planner.js';
export { CrisisHelpBar } from './elements/crisis-help-bar/crisis-help-bar.js';
export { FailedInterventionGuide } from './elements/failed-intervention-guide/failed-intervention-guide.js';
export { FailureReasonChecklist } from './elements/failure-reason-checklist/failure-reason-checklist.js';
export { FamilyLearningLibrary } from './elements/family-learning-library/family-learning-library.js';
export { FamilySelfCareCard } from './elements/family-self-care-card/family-self-care-card.js';
export { NextStepsWizard } from './elements/next-steps-wizard/next-steps-wizard.js';
export { ProgressCheckIn } from './elements/progress-check-in/progress-check-in.js';
export { defineElement } from './define/define-element.js';
export * from './events/events.js';
export type { Overlay } from './content/overlay.js';
export type { Bundle, PartId } from './content/schema.js';
export type { ContentTroubleCode } from './content/load.js';
export type { ConsentBox, ConsentRecord } from './handoff/consent.js';
export type { Lead } from './handoff/lead.js';
