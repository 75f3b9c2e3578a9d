import './crisis-help-bar.js';
import { CenterContact } from '../elements/center-contact/center-contact.js';
import { defineElement } from './define-element.js';

defineElement('center-contact', CenterContact);
