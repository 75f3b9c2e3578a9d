import { testRules } from './rules.js';

testRules(
  'next-steps-wizard',
  'family-self-care-card',
  'progress-check-in',
  'family-learning-library',
  'center-contact',
);
