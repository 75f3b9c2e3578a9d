/**
 * The one script a page pastes. It registers every element the first time the page uses it, so that a page with one
 * widget downloads the code and words of one widget. Elements may be there before the script or come at any time
 * after it, and so may `<div class="next-steps-wizard" data-region="US">`, for editors that take out elements. What
 * stands inside another component's shadow root is out of its sight: import `define/<tag>` there.
 */
import './define/crisis-help-bar.js';
import type { BundlePart } from './content/schema.js';
import { autoload, type Definition } from './define/autoload.js';
import { wordsAhead } from './elements/shared/words-ahead.js';

/** The code of an element, with its words and what it shares with others asked for at the same time. */
function withWords(part: BundlePart, define: Definition): Definition {
  let instead: Element | undefined;
  return async (element) => {
    const words = wordsAhead(element, part);
    // Without this, the browser would find out only once the code of the element is there.
    import('./elements/shared/common.js').catch(() => undefined);
    try {
      await Promise.all([define(element), words]);
      instead?.remove();
    } catch (error) {
      if (!instead?.isConnected) instead = helpIn(element);
      throw error;
    }
  };
}

/** Where an element would be whose code did not come, help is there all the same. */
function helpIn(element: Element): Element {
  const bar = document.createElement('crisis-help-bar');
  const prefix = element.localName === 'div' ? 'data-' : '';
  for (const name of ['locale', 'region', 'content-src', 'leave-target']) {
    bar.setAttribute(name, element.getAttribute(prefix + name) ?? '');
  }
  element.prepend(bar);
  return bar;
}

if ('document' in globalThis) {
  // absent on a server
  autoload({
    'center-contact': () => import('./define/center-contact.js'),
    'contingency-planner': withWords('plan', () => import('./define/contingency-planner.js')),
    'crisis-help-bar': () => Promise.resolve(), // above
    'failed-intervention-guide': withWords('guide', () => import('./define/failed-intervention-guide.js')),
    'failure-reason-checklist': withWords('reasons', () => import('./define/failure-reason-checklist.js')),
    'family-learning-library': withWords('learn', () => import('./define/family-learning-library.js')),
    'family-self-care-card': withWords('care', () => import('./define/family-self-care-card.js')),
    'next-steps-wizard': withWords('steps', () => import('./define/next-steps-wizard.js')),
    'progress-check-in': withWords('watch', () => import('./define/progress-check-in.js')),
  });
}
