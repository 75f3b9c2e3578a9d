import { testRules } from './rules.js';

testRules('family-self-care-card', 'progress-check-in');
