import './crisis-help-bar.js';
import { FailureReasonChecklist } from '../elements/failure-reason-checklist/failure-reason-checklist.js';
import { defineElement } from './define-element.js';

defineElement('failure-reason-checklist', FailureReasonChecklist);
