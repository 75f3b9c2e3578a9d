import './crisis-help-bar.js';
import { ContingencyPlanner } from '../elements/contingency-planner/contingency-planner.js';
import { defineElement } from './define-element.js';

defineElement('contingency-planner', ContingencyPlanner);
