import { CrisisHelpBar } from '../elements/crisis-help-bar/crisis-help-bar.js';
import { defineElement } from './define-element.js';

defineElement('crisis-help-bar', CrisisHelpBar);
