import { testRules } from './rules.js';

testRules('failed-intervention-guide');
