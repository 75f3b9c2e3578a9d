import './crisis-help-bar.js';
import { FamilySelfCareCard } from '../elements/family-self-care-card/family-self-care-card.js';
import { defineElement } from './define-element.js';

defineElement('family-self-care-card', FamilySelfCareCard);
