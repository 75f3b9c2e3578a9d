import './crisis-help-bar.js';
import { NextStepsWizard } from '../elements/next-steps-wizard/next-steps-wizard.js';
import { defineElement } from './define-element.js';

defineElement('next-steps-wizard', NextStepsWizard);
