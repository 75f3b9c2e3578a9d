// Every event of a whole walk, held against privacy.json: `npm run walk` prints them, `npm test` checks them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runChecks } from './checks.mjs';
import { openSite, still } from './page-helpers.mjs';

export const LEVELS = ['off', 'coarse', 'full'];

/** What in a value is not as a field of privacy.json says, with the way to it. */
export function valueProblems(value, field, shapes, at) {
  const wrong = (what) => [`${at} ${what}: ${JSON.stringify(value)}`];
  if (value === undefined) return field.optional ? [] : [`${at} is missing`];
  switch (field.type) {
    case 'one-of':
      return field.values.includes(value) ? [] : wrong('is none of those listed');
    case 'text':
      if (typeof value !== 'string') return wrong('is no text');
      return !field.pattern || new RegExp(field.pattern, 'u').test(value) ? [] : wrong('does not fit its pattern');
    case 'number':
      return Number.isFinite(value) ? [] : wrong('is no number');
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('is neither true nor false');
    case 'list':
      if (!Array.isArray(value)) return wrong('is no list');
      return value.flatMap((one, i) => valueProblems(one, field.of, shapes, `${at}[${i}]`));
    case 'object':
      return fieldProblems(value, shapes[field.shape], shapes, at);
    default:
      return [`${at} has a type that is not known: ${field.type}`];
  }
}

function fieldProblems(value, fields, shapes, at) {
  if (typeof value !== 'object' || value === null) return [`${at} is no object`];
  return [
    ...Object.keys(value).flatMap((name) => (Object.hasOwn(fields, name) ? [] : [`${at}.${name} is not listed`])),
    ...Object.entries(fields).flatMap(([name, field]) => valueProblems(value[name], field, shapes, `${at}.${name}`)),
  ];
}

/** What is wrong with one event, by privacy.json. */
export function eventProblems({ events }, { type, detail }, level) {
  const known = events.list[type];
  if (!known) return [`${type} is not listed`];
  const outOfLevel = known.levels.includes(level) ? [] : [`${type} fires with events="${level}"`];
  return [...outOfLevel, ...fieldProblems(detail, { ...events.every, ...known.fields }, events.shapes, type)];
}

/** A family goes through everything, asks for a call, takes it back, looks at dangers, and leaves. */
async function walk(page) {
  const press = (name) => page.getByRole('button', { name, exact: true }).first().click();
  const part = (name) =>
    page.getByRole('navigation', { name: 'Parts of this guide' }).getByRole('button', { name }).click();
  const pick = async (name) => {
    await page.getByRole('radio', { name, exact: true }).check();
    await press('Next');
  };
  await press('I want to understand what got in the way.');
  for (const name of ['We picked a hard place', 'They felt cornered or blamed']) {
    await page.getByRole('checkbox', { name }).check();
  }
  await part('What next');
  for (const name of ['No, not right now', 'They left or hung up', 'We talk, but trust is low']) await pick(name);
  for (const name of ['Yes, at least once', 'We agree, and we are rested', 'Yes, they drink every day']) {
    await pick(name);
  }
  await part('Plan for setbacks');
  await press('Write our own');
  await page.getByRole('textbox', { name: 'If this happens' }).fill('Sam calls at night');
  await page.getByRole('textbox', { name: 'We do this' }).fill('Sam can wait until morning');
  await part('How is it going?');
  await part('Look after yourself');
  await page.getByRole('radio', { name: 'Just getting by' }).check();
  await part('Learn more');
  await part('Your summary');
  await press('Copy as text');
  await press('Ask to be contacted');
  await page.getByRole('radio', { name: 'A phone call' }).check();
  await page.getByRole('textbox', { name: 'Your phone number' }).fill('555 010 7788');
  for (const group of ['Is it safe to call you?', 'Is it safe to leave a voice message?']) {
    await page.getByRole('group', { name: group }).getByRole('radio', { name: 'Yes' }).check();
  }
  for (const name of [/may contact me/, /the summary lines/]) await page.getByRole('checkbox', { name }).check();
  await press('Send my request');
  await page.getByRole('heading', { name: 'Your request was sent' }).waitFor();
  await press('Cancel my permission');
  await page.getByText('You canceled it').waitFor();
  await still(page);
  const before = await page.evaluate(() => globalThis.heard.length);
  await press('Get help now');
  await press('Show me what to do');
  await page.getByRole('button', { name: /overdosed/ }).click();
  await page.getByRole('heading', { name: /give naloxone/ }).waitFor();
  await press('Something else is happening');
  await press('No one is in danger now');
  const inDanger = (await page.evaluate(() => globalThis.heard)).slice(before);
  return inDanger;
}

export async function testEvents({ print = false } = {}) {
  const privacy = JSON.parse(readFileSync('privacy.json', 'utf8'));
  const { visit, close } = await openSite();
  const checks = LEVELS.map((level) => [
    `every event of a whole walk with events="${level}" is as privacy.json says, and none comes from a danger`,
    async () => {
      const { page, context } = await visit('lead-event.html', { permissions: ['clipboard-write'] });
      await page.evaluate(
        ({ names, on }) => {
          globalThis.heard = [];
          for (const name of names) {
            window.addEventListener(
              name,
              (event) => {
                globalThis.heard.push(JSON.parse(JSON.stringify({ type: event.type, detail: event.detail })));
                if (event.type === 'fig-leave') event.preventDefault(); // the walk stays
              },
              true,
            );
          }
          // Another guide takes the place of the first, so that "ready" is heard too.
          const guide = document.querySelector('failed-intervention-guide');
          const again = guide.cloneNode(true);
          again.setAttribute('events', on);
          again.setAttribute('leave-target', 'https://www.weather.gov/');
          guide.replaceWith(again);
        },
        { names: Object.keys(privacy.events.list), on: level },
      );
      await page.locator('failed-intervention-guide center-contact').waitFor({ state: 'attached' });
      const inDanger = await walk(page);
      // With no events there is no way to keep the page, so it is left for good.
      for (let presses = 0; presses < 3 && level !== 'off'; presses += 1) {
        await page.keyboard.press('Shift');
      }
      const heard = await page.evaluate(() => globalThis.heard);
      assert.deepEqual(inDanger, []);
      assert.deepEqual(
        heard.flatMap((event) => eventProblems(privacy, event, level)),
        [],
      );
      assert.doesNotMatch(JSON.stringify(heard), /Sam|cornered|drink|withdrawal|overdose|getting by/i);
      const types = new Set(heard.map(({ type }) => type));
      const expected = Object.keys(privacy.events.list).filter(
        (name) => name !== 'fig-error' && privacy.events.list[name].levels.includes(level),
      );
      assert.deepEqual([...types].sort(), expected.sort());
      if (print) {
        console.log(`\nevents="${level}"`);
        for (const { type, detail } of heard) console.log(`  ${type} ${JSON.stringify(detail)}`);
      }
      await context.close();
    },
  ]);
  try {
    return await runChecks(Object.fromEntries(checks));
  } finally {
    await close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = await testEvents({ print: true });
  process.exitCode = failed ? 1 : 0;
}
