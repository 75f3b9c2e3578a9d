// The ways to help, as a family in danger would go them: every situation, in English and Spanish, with the keyboard
// alone, without a network, on a screen zoomed to 400 %. Part of `npm test`; `npm run safety` prints them all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runChecks } from './checks.mjs';
import { comesIntoView, focusedText, guideIsWhole, openSite, shown, still } from './page-helpers.mjs';
import { becomes } from './until.mjs';

/** 1280 by 1024 px at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** The pages, each with its language. */
const PAGES = { en: 'guide.html', es: 'guia.html' };

/**
 * One row for each situation, by the id of its entry: the lines that are right for it, as links, and the one that has
 * the focus on its screen. The numbers are checked against content/en/crisis-lines by a test of the content.
 */
export const SITUATIONS = {
  overdose: { first: 'tel:911', right: ['tel:911'] },
  cannot_wake: { first: 'tel:911', right: ['tel:911', 'tel:1-800-222-1222'] },
  suicide_them: { first: 'tel:988', right: ['tel:988', 'sms:988', 'tel:911'] },
  suicide_me: { first: 'tel:988', right: ['tel:988', 'sms:988', 'tel:911'] },
  violence: { first: 'tel:911', right: ['tel:911', 'tel:1-800-799-7233', 'tel:988'] },
  child_at_risk: { first: 'tel:911', right: ['tel:911', 'tel:1-800-422-4453'] },
  withdrawal_alcohol: { first: 'tel:911', right: ['tel:911'] },
  withdrawal_benzo: { first: 'tel:911', right: ['tel:911'] },
  opioid_break: { first: 'tel:911', right: ['tel:911'] },
  agitation: { first: 'tel:911', right: ['tel:911', 'tel:988'] },
  impaired_driving: { first: 'tel:911', right: ['tel:911'] },
  pregnancy: { first: 'tel:911', right: ['tel:911'] },
  under_18: { first: 'tel:1-800-422-4453', right: ['tel:1-800-422-4453', 'tel:988', 'tel:911'] },
  missing_person: { first: 'tel:911', right: ['tel:911'] },
  worn_out: { first: 'tel:988', right: ['tel:988', 'tel:1-800-662-4357'] },
};

/** Most taps from any screen to the link of a line that is right. */
const MOST_TAPS = 2;

const bundle = (locale) => JSON.parse(readFileSync(`dist/content/${locale}.json`, 'utf8'));

const isLineOf = ({ lines, regions }, line, kind) => {
  const { standIns = {} } = regions.find(({ code }) => code === 'US');
  const hasOwn = lines.some((one) => one.region === 'US' && one.kind === kind);
  return line.region === 'US' && line.kind === (hasOwn ? kind : standIns[kind]);
};

/** Everything a person can read or reach on the page now, inside whatever shadow roots. */
const seen = (page) =>
  page.evaluate(() => {
    const links = [];
    const walk = (root) => {
      for (const node of root.querySelectorAll('*')) {
        if (!node.checkVisibility({ visibilityProperty: true })) continue;
        if (node.localName === 'a' && /^(?:tel|sms):/.test(node.getAttribute('href') ?? '')) {
          links.push(node.getAttribute('href'));
        }
        if (node.shadowRoot) {
          walk(node.shadowRoot);
        }
      }
    };
    const guide = document.querySelector('failed-intervention-guide');
    walk(guide.shadowRoot);
    const shown = [...guide.shadowRoot.querySelectorAll('crisis-help-bar')].map(
      ({ shadowRoot }) => shadowRoot.querySelector('.panel')?.innerText ?? '',
    );
    return { links, panel: shown.join('\n') };
  });

const focusedHref = (page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node?.getAttribute('href') ?? '';
  });

/** Presses Tab until what has the focus reads so, then Enter: one tap. */
async function tap(page, words, { back = false } = {}) {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await focusedText(page)).startsWith(words)) {
      await page.keyboard.press('Enter');
      await shown(page);
      return;
    }
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`"${words}" can't be reached with Tab; the focus is on "${await focusedText(page)}"`);
}

/** Everything the page hears from the kit, and what it could tell of the visitor. */
const watch = (page) =>
  page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ['ready', 'progress', 'change', 'export', 'leave', 'lead', 'lead-withdraw', 'error']) {
      window.addEventListener(`fig-${name}`, ({ type }) => globalThis.heard.push(type), true);
    }
    globalThis.before = [location.href, document.title, history.length].join();
  });
const tellTale = (page) =>
  page.evaluate(() => ({
    heard: globalThis.heard,
    moved: [location.href, document.title, history.length].join() !== globalThis.before,
    stored: localStorage.length + sessionStorage.length + document.cookie.length,
  }));

/** One situation in one language. */
async function walk({ visit }, locale, id) {
  const { core, contact, guide } = bundle(locale);
  const { help } = core.words;
  const { first, right } = SITUATIONS[id];
  const entry = core.safety.find((one) => one.id === id);
  const { page, context, trouble } = await visit(PAGES[locale], { viewport: ZOOMED });
  await guideIsWhole(page, locale);
  await context.setOffline(true);
  await watch(page);
  await page.evaluate(() =>
    document.querySelector('failed-intervention-guide').shadowRoot.querySelector('#title').focus(),
  );
  await page.keyboard.press('Shift+Tab'); // into the help bar, which stands before the title

  // From any screen, as a family would go: help, what to do, this situation. Each is a tap, and so is the line itself.
  const way = [help.getHelp, help.situations, entry.choose];
  const isThere = async () => {
    const { links } = await seen(page);
    return right.every((link) => links.includes(link));
  };
  let taps = 1;
  while (!(await isThere())) {
    const words = way.shift();
    assert.ok(words, `not all of ${right.join(' ')} are on the way`);
    await tap(page, words, { back: words === help.getHelp });
    taps += 1;
  }
  assert.ok(taps <= MOST_TAPS, `${taps} taps`);
  if (way[0] === help.getHelp) await tap(page, way.shift(), { back: true });

  // What to do: the situation's screen, with the focus on the line to call.
  await tap(page, help.situations);
  await becomes(() => focusedHref(page), 'tel:911', 'the focus');
  await tap(page, entry.choose);
  await becomes(() => focusedHref(page), first, 'the focus');
  await still(page);
  await comesIntoView(page, 'the line to call');
  const { panel, links: own } = await seen(page);
  // The lines of this situation and no others, beside the emergency number of the bar.
  const expected = entry.lines.flatMap((kind) => core.lines.filter((line) => isLineOf(core, line, kind)));
  const hrefs = expected.flatMap(({ how }) =>
    how.flatMap(({ mode, value }) => (mode === 'chat' ? [] : [`${mode === 'text' ? 'sms' : 'tel'}:${value}`])),
  );
  assert.deepEqual(new Set(own), new Set(['tel:911', ...hrefs]));
  for (const link of right) assert.ok(own.includes(link), `${link} is not on the screen`);
  assert.ok(panel.includes(entry.title), 'the title is not shown');
  assert.ok(!/Cedar Hollow|555-0142/.test(panel), 'the center is named');
  assert.ok(entry.do.length <= 6);
  const isAlert = await page.locator('crisis-help-bar [role=alert]').first().innerText();
  assert.equal(isAlert.trim(), entry.title);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `wider than the screen by ${overflow} px`);

  // The way back is soft, and leads to nobody who sells.
  await tap(page, help.safeNow);
  await becomes(() => focusedText(page), help.softTitle, 'the focus');
  await tap(page, help.softCare);
  await page.locator('family-self-care-card').first().waitFor();
  await shown(page);
  const kept = await tellTale(page);
  assert.deepEqual(kept.heard, []);
  assert.equal(kept.moved, false, 'address, title or history tell of it');
  assert.equal(kept.stored, 0, 'something is stored');

  // For the rest of the visit nobody is asked to get in touch with a center.
  await page.evaluate(() => document.querySelector('failed-intervention-guide').show('summary'));
  await page.getByText(guide.words.summaryEmpty).waitFor();
  await shown(page);
  const asked = contact.words.ask;
  assert.equal(await page.getByRole('button', { name: asked }).count(), 0, 'the center is offered');
  assert.deepEqual(
    trouble.filter((words) => !words.includes('ERR_INTERNET_DISCONNECTED')),
    [],
  );
  await context.close();
}

/** The question about danger: whoever says yes, or is not sure, has the emergency number under the finger. */
async function gate({ visit }, locale, option) {
  const { core, steps } = bundle(locale);
  const { page, context } = await visit(PAGES[locale], { viewport: ZOOMED });
  await guideIsWhole(page, locale);
  await context.setOffline(true);
  await page.evaluate(() => document.querySelector('failed-intervention-guide').show('steps'));
  await page.locator('next-steps-wizard form').waitFor();
  await watch(page);
  const asked = steps.questions.find(({ kind }) => kind === 'gate');
  const { label } = asked.options.find(({ id }) => id === option);
  for (let presses = 0; presses < 40 && !(await focusedText(page)).includes(asked.options[0].label); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 4 && (await focusedText(page)) !== label; presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(await focusedText(page), label);
  await page.keyboard.press('Enter'); // one tap to pick, one to go on
  await becomes(() => focusedHref(page), 'tel:911', 'the focus');
  await shown(page);
  const { panel } = await seen(page);
  for (const { choose } of core.safety.filter((one) => one.choose)) assert.ok(panel.includes(choose), choose);
  const { heard, stored } = await tellTale(page);
  assert.deepEqual(heard, []);
  assert.equal(stored, 0);
  await context.close();
}

/** "Not okay", in the part about the visitor themselves: help for them is one tap away, and its line is first. */
async function notOkay({ visit }, locale) {
  const { care } = bundle(locale);
  const { page, context } = await visit(PAGES[locale], { viewport: ZOOMED });
  await guideIsWhole(page, locale);
  await context.setOffline(true);
  await page.evaluate(() => document.querySelector('failed-intervention-guide').show('care'));
  await page.getByRole('radio', { name: care.words.holding1 }).focus();
  await watch(page);
  await page.keyboard.press('Space');
  await tap(page, care.words.holdingHelp);
  await becomes(() => focusedHref(page), 'tel:988', 'the focus');
  assert.deepEqual((await tellTale(page)).heard, []);
  await context.close();
}

/** Where help is not in danger yet, the center can be reached: else the check above could not fail. */
async function offered({ visit }, locale) {
  const { contact } = bundle(locale);
  const { page, context } = await visit(PAGES[locale]);
  await page.locator('failed-intervention-guide center-contact').waitFor({ state: 'attached' });
  await page.evaluate(() => document.querySelector('failed-intervention-guide').show('summary'));
  await page.getByRole('button', { name: contact.words.ask }).waitFor();
  await context.close();
}

export async function testSafety() {
  const site = await openSite();
  const checks = Object.keys(PAGES).flatMap((locale) => [
    [`${locale}: without danger the center can be asked`, () => offered(site, locale)],
    [`${locale}: yes to the question about danger`, () => gate(site, locale, 'yes')],
    [`${locale}: not sure, to the question about danger`, () => gate(site, locale, 'unsure')],
    [`${locale}: not okay`, () => notOkay(site, locale)],
    ...Object.keys(SITUATIONS).map((id) => [`${locale}: ${id}`, () => walk(site, locale, id)]),
  ]);
  try {
    return await runChecks(Object.fromEntries(checks));
  } finally {
    await site.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await testSafety();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
