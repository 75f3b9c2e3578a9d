import './crisis-help-bar.js';
import { FamilyLearningLibrary } from '../elements/family-learning-library/family-learning-library.js';
import { defineElement } from './define-element.js';

defineElement('family-learning-library', FamilyLearningLibrary);
