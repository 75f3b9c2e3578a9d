import { testRules } from './rules.js';

testRules('family-learning-library');
