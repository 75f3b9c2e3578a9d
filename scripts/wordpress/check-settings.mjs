// The settings page: what it takes, what it refuses, and who may use it.
import assert from 'node:assert/strict';
import { CENTER_FACTS } from '../lead-steps.mjs';
import { axe } from '../page-helpers.mjs';
import { logIn } from './editor-steps.mjs';
import { createPost, visitPage } from './site-steps.mjs';

const PAGE = 'wp-admin/options-general.php?page=failed-intervention-guide';
const HOSTILE = [
  '"><img src=x onerror="window.figHit=1">',
  "' onfocus='window.figHit=1' autofocus='",
  'javascript:window.figHit=1',
  '</script><script>window.figHit=1</script>',
  'https://user:secret@evil.example/"onload=window.figHit=1',
];

/** Checks by name. They leave the settings with the facts about a center and region US. */
export function settingsChecks({ site, browser }) {
  const option = () => site.run('wordpress/site/php/get-option.php');
  const open = async (user) => {
    const visit = await logIn(browser, site, user);
    await visit.page.goto(`${site.url}${PAGE}`);
    return visit;
  };
  const texts = (page) => page.locator('.fig-settings form input[type="text"]');
  /** Saves, and waits for the page that says so; the address is the same as after the last time. */
  const save = (page) =>
    Promise.all([
      page.waitForNavigation({ url: /settings-updated/ }),
      page.getByRole('button', { name: 'Save Changes' }).click(),
    ]);

  return {
    'site health says that no region is set, and what that means for families': async () => {
      const { page, context } = await logIn(browser, site, 'admin');
      await page.goto(`${site.url}wp-admin/site-health.php`);
      await page.getByRole('button', { name: 'The guide has no region' }).click();
      await page.getByText('Families see no crisis lines').waitFor({ state: 'visible' });
      await context.close();
    },
    'hostile words in every field: nothing runs, what is saved is clean, and each field says what was wrong':
      async () => {
        const { page, context } = await open('admin');
        const count = await texts(page).count();
        assert.ok(count >= 9, `${count} fields`);
        for (let round = 0; round < 3; round += 1) {
          // Each field gets others each time; the PHP tests put every one into every field.
          for (let index = 0; index < count; index += 1) {
            await texts(page)
              .nth(index)
              .fill(HOSTILE[(index + 2 * round) % HOSTILE.length]);
          }
          await save(page);
          assert.equal(await page.evaluate(() => globalThis.figHit), undefined, `round ${round}`);
          const saved = await option();
          for (const [name, value] of Object.entries(saved.attributes ?? {})) {
            if (/url|target/.test(name)) assert.match(value, /^https:\/\/[^"<>@\s]+$/, name);
            if (name === 'content-src') assert.doesNotMatch(value, /^\s*(javascript|data|vbscript):/i);
          }
          assert.ok(['', undefined].includes(saved.accent), `accent ${saved.accent}`);
          assert.ok((await page.locator('.fig-error').count()) > 0);
        }
        await context.close();

        const { link } = await createPost(site, {
          content: '<!-- wp:shortcode -->\n[failed_intervention_guide]\n<!-- /wp:shortcode -->',
        });
        const visitor = await visitPage(browser, link);
        await visitor.page.getByRole('heading', { name: 'Where are you right now?' }).waitFor();
        assert.equal(await visitor.page.evaluate(() => globalThis.figHit), undefined);
        await visitor.context.close();
      },
    'only those who may manage the site can open it or save': async () => {
      for (const user of ['editor', 'author', 'contributor']) {
        const { page, context } = await open(user);
        await page.getByText('not allowed to access this page').waitFor();
        await context.close();
      }
    },
    'a form without the right nonce is refused': async () => {
      const before = await option();
      const { page, context } = await open('admin');
      await page.locator('.fig-settings input[name="_wpnonce"]').evaluate((field) => {
        field.value = 'wrong';
      });
      await page.getByLabel('Legal name').fill('Somebody else');
      await page.getByRole('button', { name: 'Save Changes' }).click();
      await page.getByText(/expired|Are you sure/).waitFor();
      assert.deepEqual(await option(), before);
      await context.close();
    },
    'the color: seen at once as families will see it, with its contrast, in light and dark': async () => {
      const { page, context } = await open('admin');
      const said = page.locator('#fig-contrast');
      await page.getByLabel('Accent color').fill('#ffee88');
      await said.getByText('Your color would be hard to read').first().waitFor();
      for (const ratio of (await said.innerText()).matchAll(/(?:link|button) ([\d.]+) to 1/g)) {
        assert.ok(Number(ratio[1]) >= 4.5, ratio[0]);
      }
      await page.getByLabel('Accent color').fill('#12');
      await said.getByText('That is not a color yet.').first().waitFor();
      await context.close();
    },
    'facts about the center, region and color are saved, and a page uses them': async () => {
      const { page, context } = await open('admin');
      for (const field of await texts(page).all()) await field.fill('');
      const labels = {
        'sponsor-name': 'Legal name',
        'sponsor-phone': 'Office phone',
        'sponsor-license': 'License',
        'sponsor-paid-by': 'Paid for by',
        'sponsor-privacy-url': 'Privacy policy',
        'sponsor-health-data-url': 'Health data policy',
      };
      for (const [name, label] of Object.entries(labels)) {
        await page.getByLabel(label, { exact: true }).fill(CENTER_FACTS[name]);
      }
      await page.getByLabel('Region').selectOption('US');
      await page.getByLabel('Accent color').fill('#7a3b8f');
      await save(page);
      await page.getByText('Settings saved.').waitFor();
      assert.equal(await page.locator('.fig-error').count(), 0);
      assert.deepEqual(
        (await axe(page)).filter((finding) => finding.includes('fig-')),
        [],
      );
      const saved = await option();
      assert.deepEqual(saved.attributes, { ...CENTER_FACTS, region: 'US' });
      assert.equal(saved.accent, '#7a3b8f');
      await context.close();

      const { link } = await createPost(site, { content: '<!-- wp:failed-intervention-guide/guide /-->' });
      const visitor = await visitPage(browser, link);
      await visitor.page.getByRole('link', { name: 'Call 911' }).first().waitFor();
      const accent = await visitor.page
        .locator('failed-intervention-guide')
        .evaluate((element) => getComputedStyle(element).getPropertyValue('--fig-accent'));
      assert.equal(accent.trim(), 'rgb(122, 59, 143)');
      await visitor.page.getByText(CENTER_FACTS['sponsor-name']).first().waitFor();
      assert.deepEqual(visitor.trouble, []);
      await visitor.context.close();
    },
  };
}
