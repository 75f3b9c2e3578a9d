// The way to the center inside WordPress: the forms of a plugin in our block and our shortcode.
import assert from 'node:assert/strict';
import { ask, CENTER, checkReasons, fillShortForm, formValues, openOffer, PHONE, SUMMARY } from '../lead-steps.mjs';
import { createPost, visitPage } from './site-steps.mjs';

const FIELDS =
  'contact.name: your-name; contact.phone: your-tel; channel: fig-channel; safe.message: fig-message; summary: fig-summary; consent.record: fig-consent';

const block = (shortcode) =>
  [
    `<!-- wp:failed-intervention-guide/guide ${JSON.stringify({ region: 'US', leadFields: FIELDS })} -->`,
    '<!-- wp:paragraph -->\n<p>In danger now? <a href="tel:911">Call 911</a>.</p>\n<!-- /wp:paragraph -->',
    `<!-- wp:failed-intervention-guide/lead-form -->\n<!-- wp:shortcode -->\n${shortcode}\n<!-- /wp:shortcode -->\n<!-- /wp:failed-intervention-guide/lead-form -->`,
    '<!-- /wp:failed-intervention-guide/guide -->',
  ].join('\n');
const shortcode = (form) =>
  `<!-- wp:shortcode -->\n[failed_intervention_guide region="US" lead_fields="${FIELDS}"][failed_intervention_lead_form]${form}[/failed_intervention_lead_form][/failed_intervention_guide]\n<!-- /wp:shortcode -->`;

/** Checks by name. The site has the facts about the center in its settings, and the stand-in for a form plugin. */
export function formChecks({ site, browser }) {
  const contactForm = (content, author) => async () => {
    const { link } = await createPost(site, { content, author });
    const { page, trouble, context } = await visitPage(browser, link);
    const form = page.getByRole('form', { name: 'Contact form' });
    const hidden = async () => {
      const values = await formValues(page, '.wpcf7-form');
      return Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith('fig-')));
    };
    const nothing = { 'fig-channel': '', 'fig-message': '', 'fig-summary': '', 'fig-consent': '' };
    await checkReasons(page);
    await openOffer(page);
    await ask(page);
    await fillShortForm(page);
    assert.deepEqual(await hidden(), nothing, 'nothing is filled in before the visitor agrees');
    await page.getByRole('button', { name: 'Fill in their form' }).click();
    await form.waitFor();
    const filled = await hidden();
    assert.equal(filled['fig-summary'], SUMMARY);
    assert.equal(JSON.parse(filled['fig-consent']).center, CENTER);
    assert.equal((await formValues(page, '.wpcf7-form'))['your-tel'], PHONE);
    const send = form.getByRole('button', { name: 'Send' });
    assert.ok(await send.isDisabled(), 'the button waits for the box of the form itself');
    await form.getByRole('checkbox', { name: 'I have read the privacy page.' }).check();
    await send.click();
    await form.getByText('One or more fields have an error.').waitFor();
    assert.deepEqual(await hidden(), filled, 'what was agreed to is there for the next try');
    await form.getByRole('textbox', { name: 'Your name' }).fill('Ana');
    await send.click();
    await page.getByText('Thank you. This is a demo: nothing was sent.').waitFor();
    assert.deepEqual(await hidden(), nothing, 'nothing is left once it was sent');
    assert.deepEqual(trouble, []);
    await context.close();
  };
  const plainForm = (content, author) => async () => {
    const { link } = await createPost(site, { content, author });
    const { page, trouble, context } = await visitPage(browser, link);
    await checkReasons(page);
    await openOffer(page);
    await ask(page);
    await fillShortForm(page, { name: 'Ana' });
    await page.getByRole('button', { name: 'Fill in their form' }).click();
    await page.getByRole('heading', { name: 'Their form is filled in' }).waitFor();
    const { 'fig-consent': record, ...rest } = await formValues(page, '#plain-form');
    assert.deepEqual(rest, {
      'your-name': 'Ana',
      'your-tel': PHONE,
      'fig-channel': 'call',
      'fig-message': 'no',
      'fig-summary': SUMMARY,
    });
    assert.equal(JSON.parse(record).center, CENTER);
    assert.deepEqual(trouble, []);
    await context.close();
  };
  return {
    'Contact Form 7 markup in the block of an author: filled once agreed, kept when something is wrong, empty once sent':
      contactForm(block('[contact-form-7 id="12"]'), 'author'),
    'Contact Form 7 markup in a shortcode of an author: the same': contactForm(
      shortcode('[contact-form-7 id="12"]'),
      'author',
    ),
    'a plain form in the block of an author is filled in once the visitor agrees': plainForm(
      block('[plain_form]'),
      'author',
    ),
    'a plain form in a shortcode of an editor is filled in once the visitor agrees': plainForm(
      shortcode('[plain_form]'),
      'editor',
    ),
  };
}
