// Bytes and requests of a build, and whether it really does the job. No times, so that it can fail a build of ours.
import assert from 'node:assert/strict';
import { CARE, OUTCOMES, QUESTIONS, REASONS, WAYS, WORDS } from './job.mjs';
import { open, serveCase } from './measure.mjs';
import { brotli } from './server.mjs';

/** Files the page has fetched: how many, and their bodies in brotli bytes. */
async function fetched(page) {
  const entries = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
  );
  const files = entries.filter(({ encodedBodySize }) => encodedBodySize);
  return {
    bytes: files.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0),
    requests: files.length,
    files: files.map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]),
  };
}

/** Fetches until nothing more comes, then lets everything come that was to be fetched ahead. */
export async function countPage(browser, one, site, name, { drive } = {}) {
  const { page, context, trouble } = await open(browser, one, site.url(name), { tick: true, holdIdle: true });
  await page.waitForLoadState('networkidle');
  const html = brotli(await (await fetch(site.url(name))).text()).length;
  const firstTick = await fetched(page);
  await page.evaluate(() => globalThis.bench.release());
  await page.waitForTimeout(200);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  const idle = await fetched(page);
  let all;
  if (drive) {
    if (one.isPrerendered) {
      // The plain words say the same as the element, and would be found first.
      await page.evaluate(() =>
        document.querySelectorAll('[data-prerendered] > div').forEach((words) => words.remove()),
      );
    }
    await drive(page, one);
    await page.waitForLoadState('networkidle');
    all = await fetched(page);
  }
  assert.deepEqual(trouble, [], `${one.title}: errors on the page`);
  await context.close();
  return { html, firstTick, idle, ...(all ? { all } : {}) };
}

/** Both pages that bytes are counted on. */
export async function countCase(browser, one) {
  const site = await serveCase(one, ['checklist', 'job']);
  try {
    return {
      checklist: await countPage(browser, one, site, 'checklist'),
      job: await countPage(browser, one, site, 'job', { drive: driveJob }),
    };
  } finally {
    await site.close();
  }
}

/** Does the whole job once, as a visitor would, and fails where a build does not do it. */
export async function driveJob(page, { title, words = {} }) {
  const say = (what) => `${title}: ${what}`;
  const { isKit, isOwn } = words;
  const name = (text) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));

  // The list: every reason is there; one says what it means.
  if (!isOwn) {
    for (const { label } of REASONS) {
      assert.equal(await page.getByRole('checkbox', { name: label, exact: true }).count(), 1, say(label));
    }
    const { label, what, tryNext } = REASONS[5];
    await page.getByText(label, { exact: true }).first().click();
    await page.getByText(what).first().waitFor();
    await page.getByText(tryNext).first().waitFor();
    // The first one was ticked when it appeared.
    assert.ok(await page.getByText(REASONS[0].what).first().isVisible(), say('the first tick'));
    assert.ok((await page.getByText(/^\s*2\s+(?:reasons )?checked/).count()) > 0, say('the count'));
  } else assert.ok((await page.getByRole('checkbox').count()) > 26, say('the reasons'));

  // The questions: each way ends where it should. Only ours has other questions in its own words.
  for (const { answers, outcome } of isOwn ? [] : WAYS) {
    const { title: wanted, why, steps } = OUTCOMES.find(({ id }) => id === outcome);
    let question = QUESTIONS[0];
    for (const [at, id] of answers.entries()) {
      const picked = question.options.find((option) => option.id === id);
      // The kit's question about danger has words of its own.
      const option = isKit && !at ? /^No/ : picked.label;
      const radio = page.getByRole('radio', { name: option, exact: typeof option === 'string' }).first();
      await radio.waitFor();
      await radio.check({ force: true });
      await page.getByRole('button', { name: WORDS.next, exact: true }).first().click();
      question = QUESTIONS.find((one) => one.id === picked.to);
    }
    for (const text of [wanted, why, ...steps]) await page.getByText(text, { exact: true }).first().waitFor();
    await restart(page, isKit, answers.length);
  }

  // The plan: two rows can be added, one taken out.
  for (const row of [1, 2]) {
    if (isKit) await addKitRow(page, `It happens ${row}`);
    else {
      await page.getByRole('button', { name: WORDS.add, exact: true }).last().click();
      await page
        .getByLabel(WORDS.trigger)
        .nth(row - 1)
        .waitFor();
      await page
        .getByLabel(WORDS.trigger)
        .nth(row - 1)
        .fill(`It happens ${row}`);
      await page
        .getByLabel(WORDS.response)
        .nth(row - 1)
        .fill('We do it');
    }
  }
  const rows = () => page.getByRole('button', { name: isKit ? /^(?:Remove|Delete|Take out)/ : WORDS.remove });
  const before = await rows().count();
  assert.ok(before >= 2, say('rows of the plan'));
  await rows().first().click();
  for (let tries = 0; tries < 40 && (await rows().count()) === before; tries += 1) await page.waitForTimeout(50);
  assert.equal(await rows().count(), before - 1, say('a row taken out'));

  // The card: a small thing, what to do, and the list for today.
  if (isOwn) return;
  const { title: small, how } = CARE[4];
  await page.getByText(name(small)).first().click();
  await page.getByText(how).first().waitFor();
  await page.waitForTimeout(100);
  assert.ok((await page.getByText(name(small)).count()) >= 2, say('the list for today'));
}

async function restart(page, isKit, steps) {
  if (isKit) {
    await page.getByRole('button', { name: 'Start again' }).click();
    return;
  }
  for (let step = 0; step < steps; step += 1) {
    const back = page.getByRole('button', { name: WORDS.back, exact: true });
    if (!(await back.count())) break;
    await back.first().click();
  }
}

async function addKitRow(page, trigger) {
  const planner = page.locator('contingency-planner');
  await planner.getByRole('button', { name: 'Write our own' }).click();
  const form = planner.locator('form');
  await form.getByLabel('If this happens').fill(trigger);
  await form.getByLabel('We do this').fill('We do it');
  await form.getByLabel('How we know it helps').fill('It is quiet.');
  await form.locator('[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}
