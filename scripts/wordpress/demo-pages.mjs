// What the demo's WordPress holds: pages of a made-up treatment center, one for each way to put the kit into a post.

const paragraph = (words) => `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->`;
const heading = (words) => `<!-- wp:heading -->\n<h2 class="wp-block-heading">${words}</h2>\n<!-- /wp:heading -->`;
const shortcode = (code) => `<!-- wp:shortcode -->\n${code}\n<!-- /wp:shortcode -->`;
const html = (code) => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`;
const HELP = 'In danger now? <a href="tel:911">Call 911</a>.';

/** Six made-up facts about the center, without which the guide offers no way to it. */
const FACTS = {
  sponsorName: 'Cedar Hollow Recovery Center, Inc.',
  sponsorPhone: '555-0142',
  sponsorLicense: 'CH-DEMO-0417 (made up)',
  sponsorPaidBy: 'Cedar Hollow Recovery Center, Inc.',
  sponsorPrivacyUrl: 'https://cedar-hollow.example/privacy',
  sponsorHealthDataUrl: 'https://cedar-hollow.example/health-data',
};

const block = (attributes, inside) =>
  `<!-- wp:failed-intervention-guide/guide ${JSON.stringify(attributes)} -->\n${inside}\n<!-- /wp:failed-intervention-guide/guide -->`;

export const DEMO_PAGES = [
  {
    type: 'page',
    front: true,
    title: 'When a loved one says no to treatment',
    content: [
      paragraph('You asked. They said no. Here is what can help in the days after, for them and for you.'),
      heading('A guide for your family'),
      paragraph('Go step by step, and stop when you like. What you check and write stays in this browser tab.'),
      block({ region: 'US', headingLevel: '3', ...FACTS }, paragraph(`The guide opens here in a moment. ${HELP}`)),
      heading('About us'),
      paragraph('This is a demo. Cedar Hollow Recovery Center is made up, and so are its facts.'),
    ].join('\n\n'),
  },
  {
    type: 'post',
    title: 'Look back, then choose one small step',
    content: [
      paragraph('Two parts of the guide, each put here with a shortcode.'),
      shortcode('[failure_reason_checklist region="US" heading_level="2"]'),
      shortcode('[next_steps_wizard region="US" heading_level="2"]'),
    ].join('\n\n'),
  },
  {
    type: 'post',
    title: 'Care for yourself',
    content: [
      paragraph('The self-care card, put here as a plain div. That also works where an author may not post HTML.'),
      html(
        `<div class="family-self-care-card" data-region="US" data-heading-level="2">The card opens here in a moment. ${HELP}</div>`,
      ),
    ].join('\n\n'),
  },
];
