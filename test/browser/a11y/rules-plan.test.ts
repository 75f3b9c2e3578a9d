import { testRules } from './rules.js';

testRules('contingency-planner');
