// `npm run pictures:wordpress`: takes the pictures of WordPress in docs/images anew, from the newest WordPress with the
// plugin. Look at what comes out, and commit it. Fonts are those of your machine.
import { chromium } from 'playwright-core';
import { buildFromSource } from '../build-wordpress.mjs';
import { CHROME_ARGS, findChrome } from '../chrome.mjs';
import { savePicture } from '../save-picture.mjs';
import { canvasFrame, canvasOf, logIn, newPost, openPost, searchInserter } from './editor-steps.mjs';
import { formStandIn } from './form-stand-in.mjs';
import { guideWorks, visitPage } from './site-steps.mjs';
import { startSite } from './site.mjs';

const { folder } = await buildFromSource();
const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });
const plugins = { 'failed-intervention-guide': folder, 'form-stand-in': formStandIn() };
const site = await startSite({ wordpress: 'newest', php: '8.3', plugins, say: console.log });
try {
  const { guide, guideId } = await site.run('wordpress/site/php/demo.php');
  await published('wordpress-page', guide, { width: 1280, height: 900 });
  await published('wordpress-page-phone', guide, { width: 320, height: 700 });
  const { page } = await logIn(browser, site, 'admin', {
    viewport: { width: 1280, height: 860 },
    colorScheme: 'light',
  });
  await editor(page, guideId);
  await inserter(page);
  await settings(page);
} finally {
  await browser.close();
  site.close();
}

/** The guide as visitors see it, from its heading on. */
async function published(name, url, viewport) {
  const { page, context } = await visitPage(browser, url, { viewport, colorScheme: 'light' });
  await guideWorks(page);
  await page.evaluate(() => {
    const guide = document.querySelector('failed-intervention-guide');
    globalThis.scrollTo(0, guide.getBoundingClientRect().top - 140);
  });
  await page.waitForTimeout(500);
  savePicture(name, await page.screenshot({ animations: 'disabled' }));
  await context.close();
}

/** Waits until the canvas has its styles: before that it is in the document, and gray to the eye. */
async function painted(page) {
  const frame = await canvasFrame(page);
  await frame.waitForLoadState('networkidle');
  const welcome = page.getByRole('dialog').getByRole('button', { name: 'Close' });
  if (await welcome.count()) await welcome.first().click();
  await page.waitForTimeout(3000); // it fades in, and the editor scrolls
}

async function editor(page, id) {
  await openPost(page, site, id);
  const canvas = await canvasOf(page);
  await canvas.locator('[data-type="failed-intervention-guide/guide"] .title').first().waitFor(); // the preview
  await page.evaluate(() => {
    const { select, dispatch } = globalThis.wp.data;
    const guide = select('core/block-editor')
      .getBlocks()
      .find(({ name }) => name === 'failed-intervention-guide/guide');
    dispatch('core/block-editor').selectBlock(guide.clientId);
  });
  await painted(page);
  savePicture('wordpress-editor', await page.screenshot({ animations: 'disabled' }));
}

async function inserter(page) {
  await newPost(page, site);
  await searchInserter(page, 'intervention');
  await painted(page);
  savePicture(
    'wordpress-inserter',
    await page.screenshot({ animations: 'disabled', clip: { x: 0, y: 0, width: 900, height: 860 } }),
  );
}

async function settings(page) {
  await page.goto(`${site.url}wp-admin/options-general.php?page=failed-intervention-guide`);
  await page.getByRole('heading', { name: 'Failed Intervention Guide', level: 1 }).waitFor();
  savePicture('wordpress-settings', await page.screenshot({ animations: 'disabled' }));
}
