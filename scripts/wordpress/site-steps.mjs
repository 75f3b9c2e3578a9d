// What the checks of a running WordPress share: posts that someone wrote, and a visit that collects what should not be.
import { collect } from '../page-helpers.mjs';

/** Saves a post as someone, the way the block editor does, and publishes it. Returns its id and address. */
export async function createPost(
  site,
  { content, author = 'author', type = 'post', meta = {}, title = 'A page for families' },
) {
  const post = await site.run('wordpress/site/php/create-post.php', { content, author, type, meta, title });
  if (post.error) throw new Error(post.error);
  return post;
}

/** Opens a page as a visitor. `block` says which requests do not arrive. */
export async function visitPage(
  browser,
  url,
  { block, javaScriptEnabled = true, viewport = { width: 1280, height: 900 }, ...options } = {},
) {
  const context = await browser.newContext({ viewport, javaScriptEnabled, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const { trouble, requests } = collect(page);
  if (block) await page.route(block, (route) => route.abort());
  await page.goto(url);
  await page.waitForLoadState('load');
  return { page, context, trouble, requests };
}

/** The guide is there, with help in sight. */
export async function guideWorks(page) {
  await page.getByRole('heading', { name: 'Where are you right now?' }).first().waitFor();
  await page.getByRole('link', { name: 'Call 911' }).first().waitFor();
}
