// Writes block.json for each element of the kit and for the form in it, from the facts of the kit. Titles and words for
// authors stand here; what is not known here still becomes a block, with the kit's own words.

const NAMESPACE = 'failed-intervention-guide';
const EDITOR_HANDLE = 'failed-intervention-guide-editor';

const COMMON_KEYWORDS = ['intervention', 'addiction', 'family', 'recovery'];

/** What an author reads in the inserter. WordPress translates it: every new word needs one in languages/. */
const WORDS = {
  guide: {
    title: 'Failed Intervention Guide',
    description:
      'The whole guide for a family after an intervention did not lead to treatment: what happened, next steps, a plan for setbacks, and care for themselves. Help lines stay in sight.',
    keywords: ['failed intervention', 'intervention guide', 'crisis', 'treatment', 'guía'],
    icon: 'sos',
    variations: [
      {
        name: 'spanish',
        title: 'Guide in Spanish',
        description: 'The whole guide, with Spanish words whatever language the page is in.',
        keywords: ['failed intervention guide', 'intervención', 'español', 'guía', 'familia'],
        attributes: { locale: 'es' },
        scope: ['inserter'],
        isActive: ['locale'],
      },
    ],
  },
  'center-contact': {
    title: 'Contact the Center',
    description:
      'Lets a visitor ask your center to be in touch, with clear consent. Asks nothing until the facts about your center are complete.',
    keywords: ['lead', 'contact form', 'request', 'call back'],
    icon: 'phone',
  },
  'contingency-planner': {
    title: 'Plan for Setbacks',
    description: 'A family writes a plan A to D: if this happens, we do this, and this person does it.',
    keywords: ['plan', 'contingency', 'relapse'],
    icon: 'list-view',
    isSaved: true,
  },
  'crisis-help-bar': {
    title: 'Crisis Help Bar',
    description: 'Help lines of the region in one tap, and a button to leave the page quickly.',
    keywords: ['crisis', 'hotline', '988', 'emergency'],
    icon: 'warning',
  },
  'failure-reason-checklist': {
    title: 'What Got in the Way',
    description: 'A checklist of reasons why an intervention did not work, with what to try for each.',
    keywords: ['checklist', 'reasons', 'failed intervention'],
    icon: 'yes-alt',
  },
  'family-learning-library': {
    title: 'Family Learning Library',
    description: 'Short pages with sources: treatments, myths, what to say instead, and who can help.',
    keywords: ['library', 'articles', 'treatment', 'myths'],
    icon: 'book-alt',
  },
  'family-self-care-card': {
    title: 'Self-Care for Families',
    description: 'A card for the visitor: how they are, and small things to do for themselves today.',
    keywords: ['self-care', 'feelings', 'support'],
    icon: 'heart',
    isSaved: true,
  },
  'next-steps-wizard': {
    title: 'Next Steps',
    description: 'A few plain questions that lead to one or two next steps, with reasons and sources.',
    keywords: ['wizard', 'questions', 'what now'],
    icon: 'randomize',
  },
  'progress-check-in': {
    title: 'Progress Check-in',
    description: 'For families who come back each week or month: what was done, and what to adjust.',
    keywords: ['progress', 'weekly', 'check-in'],
    icon: 'calendar-alt',
    isSaved: true,
  },
};

const FORM_WORDS = {
  title: 'Request Form of the Center',
  description: 'Your own form, inside the guide. The guide fills it in once a visitor agreed to be contacted.',
  keywords: ['form', 'lead', 'contact form 7', 'shortcode'],
  icon: 'email',
};

const savedVariation = (title) => ({
  name: 'saving',
  title: `${title}, with saving`,
  description: 'Visitors are offered to save what they write on their own device.',
  attributes: { save: 'offer' },
  scope: ['inserter'],
  isActive: ['save'],
});

const shared = (slug, { title, description, keywords, icon }) => ({
  $schema: 'https://schemas.wp.org/trunk/block.json',
  apiVersion: 3,
  name: `${NAMESPACE}/${slug}`,
  title,
  category: NAMESPACE,
  icon,
  description,
  keywords,
  textdomain: NAMESPACE,
});

const assets = { editorScript: EDITOR_HANDLE, editorStyle: EDITOR_HANDLE };

function elementBlock(element, attributes) {
  const slug = element.block;
  const words = WORDS[slug] ?? { title: element.title, description: element.about, keywords: [], icon: 'sos' };
  const keywords = [...new Set([...words.keywords, ...COMMON_KEYWORDS])];
  const variations = words.variations ?? (words.isSaved ? [savedVariation(words.title)] : []);
  return {
    ...shared(slug, { ...words, keywords }),
    attributes: {
      ...Object.fromEntries(element.attributes.map((name) => [attributes[name].prop, { type: 'string' }])),
      anchor: { type: 'string' }, // else WordPress looks for it in saved HTML, which there is none of
    },
    supports: { html: false, anchor: true, align: ['wide', 'full'] },
    ...(variations.length && { variations }),
    example: { viewportWidth: 800, attributes: { region: 'US' } },
    ...assets,
  };
}

function formBlock(elements) {
  const parents = Object.values(elements).filter(({ slots }) => slots.includes('lead-form'));
  return {
    ...shared('lead-form', FORM_WORDS),
    parent: parents.map(({ block }) => `${NAMESPACE}/${block}`),
    attributes: {},
    supports: { html: false, reusable: false, multiple: true },
    ...assets,
  };
}

/** Paths in the plugin, with what to write there. Takes the facts that php-data.mjs gives. */
export function blockFiles({ elements, attributes, version }) {
  const blocks = [...Object.values(elements).map((element) => elementBlock(element, attributes)), formBlock(elements)];
  return Object.fromEntries(
    blocks.map((block) => {
      const { $schema, apiVersion, name, ...rest } = block;
      const json = { $schema, apiVersion, name, version, ...rest };
      return [`blocks/${name.split('/')[1]}/block.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
