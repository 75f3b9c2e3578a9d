import './crisis-help-bar.js';
import { ProgressCheckIn } from '../elements/progress-check-in/progress-check-in.js';
import { defineElement } from './define-element.js';

defineElement('progress-check-in', ProgressCheckIn);
