import './crisis-help-bar.js';
import { FailedInterventionGuide } from '../elements/failed-intervention-guide/failed-intervention-guide.js';
import { defineElement } from './define-element.js';

defineElement('failed-intervention-guide', FailedInterventionGuide);
