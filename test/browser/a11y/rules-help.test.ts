import { testRules } from './rules.js';

testRules('crisis-help-bar', 'center-contact');
