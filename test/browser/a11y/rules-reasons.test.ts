import { testRules } from './rules.js';

testRules('failure-reason-checklist', 'next-steps-wizard');
