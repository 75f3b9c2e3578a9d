/**
 * The one script a page pastes. It registers every element the first time the page uses it, so that a page with one
 * widget downloads the code and words of one widget. Elements may be there before the script or come at any time
 * after it, and so may `<div class="next-steps-wizard" data-region="US">`, for editors that take out elements. What
 * stands inside another component's shadow root is out of its sight: import `define/<tag>` there.
 */
import './define/crisis-help-bar.js';
import { autoload } from './define/autoload.js';

if ('document' in globalThis) {
  // absent on a server
  autoload({
    'center-contact': () => import('./define/center-contact.js'),
    'contingency-planner': () => import('./define/contingency-planner.js'),
    'crisis-help-bar': () => Promise.resolve(), // above
    'failed-intervention-guide': () => import('./define/failed-intervention-guide.js'),
    'failure-reason-checklist': () => import('./define/failure-reason-checklist.js'),
    'family-learning-library': () => import('./define/family-learning-library.js'),
    'family-self-care-card': () => import('./define/family-self-care-card.js'),
    'next-steps-wizard': () => import('./define/next-steps-wizard.js'),
    'progress-check-in': () => import('./define/progress-check-in.js'),
  });
}
