// `npm run screenshots`: takes the pictures in docs/images anew, from the demo pages and the built kit. Run
// `npm run build` first, look at what comes out, and commit it. Fonts are those of your machine.
import { PNG } from 'pngjs';
import { openSite } from './page-helpers.mjs';
import { savePicture as save } from './save-picture.mjs';

/** Looks that one site may have: tokens on the same element. */
const BRANDS = [
  { theme: 'light', tokens: { '--fig-accent': '#1f5fa8', '--fig-radius': '0.15em' } },
  { theme: 'light', tokens: { '--fig-accent': '#9c3d54', '--fig-font-heading': 'serif', '--fig-surface': '#fff8f3' } },
  { theme: 'dark', tokens: { '--fig-accent': '#e0a526', '--fig-surface-dark': '#1c1a2b' } },
];

const { visit, close } = await openSite();
try {
  await guide('guide', 'light');
  await guide('guide-dark', 'dark');
  await article();
  await brands();
  await contact();
  await events();
} finally {
  await close();
}

async function guide(name, colorScheme) {
  const { page, context } = await visit('guide.html', { colorScheme, viewport: { width: 960, height: 1000 } });
  const element = page.locator('failed-intervention-guide');
  await element.getByRole('heading', { name: 'Where are you right now?' }).waitFor();
  save(name, await top(page, element, 860));
  await context.close();
}

/** A widget between paragraphs, as on a phone. */
async function article() {
  const { page, context } = await visit('article.html', {
    colorScheme: 'light',
    viewport: { width: 390, height: 844 },
  });
  const box = page.getByLabel('They felt cornered or blamed');
  await box.check();
  const { y } = await page.locator('failure-reason-checklist').boundingBox();
  await page.evaluate((by) => globalThis.scrollBy(0, by), y - 190);
  await page.waitForTimeout(600); // this site scrolls smoothly
  save('article', await page.screenshot({ animations: 'disabled' }));
  await context.close();
}

async function brands() {
  const shots = [];
  for (const { theme, tokens } of BRANDS) {
    const { page, context } = await visit('guide.html', {
      colorScheme: 'light',
      viewport: { width: 420, height: 1000 },
    });
    const element = page.locator('failed-intervention-guide');
    await element.evaluate(
      (node, [theme, tokens]) => {
        node.theme = theme;
        for (const [name, value] of Object.entries(tokens)) node.style.setProperty(name, value);
      },
      [theme, tokens],
    );
    shots.push(await top(page, element, 640));
    await context.close();
  }
  save('brands', beside(shots, 12));
}

async function contact() {
  const { page, context } = await visit('guide.html', { colorScheme: 'light', viewport: { width: 760, height: 1400 } });
  const element = page.locator('failed-intervention-guide');
  await element.evaluate((node) => node.show('summary'));
  const way = element.locator('center-contact');
  await way.getByRole('button', { name: 'Ask to be contacted' }).click();
  save('contact', await top(page, way, 930, 24));
  await context.close();
}

async function events() {
  const { page, context } = await visit('events.html', {
    colorScheme: 'light',
    viewport: { width: 1000, height: 760 },
  });
  const element = page.locator('failed-intervention-guide');
  await element.getByRole('button', { name: 'What next' }).click();
  await element.getByRole('heading', { name: 'Is anyone in danger right now?' }).waitFor();
  save('events', await top(page, page.locator('.lab'), 640, 20));
  await context.close();
}

/** The upper part of an element. The window is tall, so that the help bar stays where it is at first. */
async function top(page, element, height, margin = 0) {
  await page.setViewportSize({ width: page.viewportSize().width, height: 4000 });
  const { x, y, width } = await element.boundingBox();
  const clip = { x: x - margin, y: y - margin, width: width + 2 * margin, height };
  return PNG.sync.read(await page.screenshot({ animations: 'disabled', clip }));
}

/** Pictures of the same height in a row. */
function beside(pictures, gap) {
  const [{ height }] = pictures;
  const width = pictures.reduce((sum, picture) => sum + picture.width + gap, -gap);
  const row = new PNG({ width, height });
  row.data.fill(255);
  let x = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, row, 0, 0, picture.width, height, x, 0);
    x += picture.width + gap;
  }
  return row;
}
