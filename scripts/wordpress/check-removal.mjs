// Switched off, deleted, and on a network: what stays in the posts, and what goes from the database.
import assert from 'node:assert/strict';
import { createPost, guideWorks, visitPage } from './site-steps.mjs';

const WORDS = 'Words of our own.';
const LINE = 'In danger now? <a href="tel:911">Call 911</a>.';
const BLOCK = `<!-- wp:failed-intervention-guide/guide {"region":"US","sponsorName":"Cedar Hollow"} -->\n<!-- wp:paragraph -->\n<p>${WORDS} ${LINE}</p>\n<!-- /wp:paragraph -->\n<!-- /wp:failed-intervention-guide/guide -->`;
const DIV = `<!-- wp:html -->\n<div class="failed-intervention-guide" data-region="US">${WORDS} ${LINE}</div>\n<!-- /wp:html -->`;
const SHORTCODE = '<!-- wp:shortcode -->\n[failed_intervention_guide region="US"]\n<!-- /wp:shortcode -->';

/** Checks by name; after them the plugin is gone from the site. */
export function removalChecks({ site, browser }) {
  const plugin = (action) => site.run('wordpress/site/php/plugin.php', { action });
  const posts = {};
  const readable = async (url) => {
    const { page, context, trouble, requests } = await visitPage(browser, url);
    assert.ok(await page.getByText(WORDS).isVisible());
    assert.ok(await page.getByRole('link', { name: 'Call 911' }).isVisible());
    assert.equal(await page.getByText('sponsor').count(), 0, 'no setting can be read');
    assert.deepEqual(
      requests.filter((one) => one.includes('/kit/')),
      [],
    );
    assert.deepEqual(trouble, []);
    await context.close();
  };

  return {
    'switched off: the words in a block and in a div stay, a shortcode shows itself, and no code of ours comes along':
      async () => {
        posts.block = await createPost(site, {
          content: BLOCK,
          meta: { _failed_intervention_guide: { save: 'offer' } },
        });
        posts.div = await createPost(site, { content: DIV });
        posts.shortcode = await createPost(site, { content: SHORTCODE });
        const before = await visitPage(browser, posts.block.link);
        await guideWorks(before.page);
        await before.context.close();
        await plugin('deactivate');
        await readable(posts.block.link);
        await readable(posts.div.link);
        const { page, context } = await visitPage(browser, posts.shortcode.link);
        await page.getByText('[failed_intervention_guide region=').waitFor();
        await context.close();
      },
    'switched on again: the block works as before, with its settings': async () => {
      await plugin('activate');
      const { page, context } = await visitPage(browser, posts.block.link);
      await guideWorks(page);
      assert.equal(await page.locator('failed-intervention-guide').getAttribute('save'), 'offer');
      await context.close();
    },
    'deleted: its settings and those of posts are gone from the database, the posts stay as they were': async () => {
      const before = await plugin('look');
      assert.ok(before.options > 0 && before.metas > 0, 'there was something to delete');
      const after = await plugin('delete');
      assert.deepEqual(after, { options: 0, metas: 0, files: false });
      await readable(posts.block.link);
      await readable(posts.div.link);
    },
  };
}

/** Checks by name, on a network with the plugin active on the first of its sites. */
export function networkChecks({ site }) {
  const run = (action) => site.run('wordpress/site/php/network.php', { action });
  return {
    'network: active for all sites at once, each site with its own settings': async () => {
      const { active, first, second } = await run('activate');
      assert.ok(active);
      assert.deepEqual([first, second], ['US', 'CA']);
    },
    'network: deleted, nothing is left on any of its sites': async () => {
      const { before, left } = await run('delete');
      assert.equal(before, 2);
      assert.equal(left, 0);
    },
  };
}
