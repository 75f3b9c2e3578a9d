// `npm run screenshots`: takes the pictures in docs/images anew, from the demo pages and the built kit. Run
// `npm run build` first, look at what comes out, and commit it. Fonts are those of your machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { openSite } from './page-helpers.mjs';

const OUT = 'docs/images';
const COLORS = 256;

/** Looks that one site may have: tokens on the same element. */
const BRANDS = [
  { theme: 'light', tokens: { '--fig-accent': '#1f5fa8', '--fig-radius': '0.15em' } },
  { theme: 'light', tokens: { '--fig-accent': '#9c3d54', '--fig-font-heading': 'serif', '--fig-surface': '#fff8f3' } },
  { theme: 'dark', tokens: { '--fig-accent': '#e0a526', '--fig-surface-dark': '#1c1a2b' } },
];

const { visit, close } = await openSite();
mkdirSync(OUT, { recursive: true });
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

/** Writes a picture with at most 256 colors: a screen of text needs no more, and is a fraction of the size. */
function save(name, given) {
  const { width, height, data } = Buffer.isBuffer(given) ? PNG.sync.read(given) : given;
  const counts = new Map();
  const at = (index) => (data[index] << 16) | (data[index + 1] << 8) | data[index + 2];
  for (let index = 0; index < data.length; index += 4) counts.set(at(index), (counts.get(at(index)) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, COLORS)
    .map(([color]) => color);
  const nearest = new Map(palette.map((color, index) => [color, index]));
  const indexOf = (color) => {
    if (!nearest.has(color)) {
      const distance = (other) =>
        ((color >> 16) - (other >> 16)) ** 2 +
        (((color >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
        ((color & 255) - (other & 255)) ** 2;
      const best = palette.reduce(
        (found, other, index) => (distance(other) < distance(palette[found]) ? index : found),
        0,
      );
      nearest.set(color, best);
    }
    return nearest.get(color);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + x + 1] = indexOf(at((y * width + x) * 4));
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 3], 8); // eight bits that point into the palette
  const file = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  writeFileSync(`${OUT}/${name}.png`, file);
  console.log(`${OUT}/${name}.png  ${width} × ${height}  ${Math.round(file.length / 1024)} KB`);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
