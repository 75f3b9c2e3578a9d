// The steps of a visitor who asks a center to be in touch, by the names they read. For pages in English with the guide.
/** The center of the demo pages. */
export const CENTER = 'Cedar Hollow Recovery Center, Inc.';
/** Its six facts, by attribute. */
export const CENTER_FACTS = {
  'sponsor-name': CENTER,
  'sponsor-phone': '555-0142',
  'sponsor-license': 'CH-DEMO-0417 (made up)',
  'sponsor-paid-by': CENTER,
  'sponsor-privacy-url': 'https://cedar-hollow.example/privacy',
  'sponsor-health-data-url': 'https://cedar-hollow.example/health-data',
};
export const REASON = 'We picked a hard place';
/** They tell of danger and of substances, so neither the page nor the center hears of them. */
export const PRIVATE_REASONS = ['They felt cornered or blamed', 'They were drinking, using, or in withdrawal'];
export const SUMMARY = `What got in the way: ${REASON}`;
export const PHONE = '555 010 7788';

export async function checkReasons(page) {
  await page.getByRole('button', { name: 'I want to understand what got in the way' }).click();
  for (const name of [REASON, ...PRIVATE_REASONS]) await page.getByRole('checkbox', { name }).check();
}

export const part = (page, name) =>
  page.getByRole('navigation', { name: 'Parts of this guide' }).getByRole('button', { name }).click();

export const openSummary = (page) => part(page, 'Your summary');

export async function openOffer(page) {
  await openSummary(page);
  await page.getByRole('heading', { name: `Ask ${CENTER} to contact you` }).waitFor();
}

export const ask = (page) => page.getByRole('button', { name: 'Ask to be contacted' }).click();

export const agreeTo = (page, words) =>
  page.getByRole('group', { name: 'What you say yes to' }).getByRole('checkbox', { name: words }).check();

/** The short form of the kit, for a phone call. */
export async function fillShortForm(page, { name, time, topic, summary = true } = {}) {
  const form = page.getByRole('form', { name: 'How can they reach you?' });
  const choose = (group, option) =>
    form.getByRole('group', { name: group }).getByRole('radio', { name: option }).check();
  await choose('How do you want to be reached?', 'A phone call');
  await form.getByRole('textbox', { name: 'Your phone number' }).fill(PHONE);
  await choose('Is it safe to call you?', 'Yes');
  await choose('Is it safe to leave a voice message?', 'No');
  if (name) await form.getByRole('textbox', { name: 'First name' }).fill(name);
  if (time) await choose('When is it safe and easy for you to talk or get a message?', time);
  if (topic) await choose('What would you like to talk about?', topic);
  await agreeTo(page, 'may contact me');
  if (summary) await agreeTo(page, 'the summary lines');
}

/** The fields of a form, by name. */
export const formValues = (page, selector) =>
  page.evaluate((form) => Object.fromEntries(new FormData(document.querySelector(form))), selector);
