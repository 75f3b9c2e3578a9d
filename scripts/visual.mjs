// Pictures of chosen stories, at three widths, light and dark, held against those in test/visual/. Part of `npm test`;
// `npm run visual:update` takes them anew. A font of its own, a fixed day and no animation make them the same on every
// machine, but for how it smooths letters: pictures are halved and blurred before they are compared.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { share, tally } from './checks.mjs';
import { buildStorybook, openStorybook, untilEnd } from './test-stories.mjs';

const KEPT = 'test/visual';
const TROUBLE = 'coverage/visual';
/** Most bytes of all pictures together, so that a clone stays quick. */
const MOST_BYTES = 1_500_000;

const STORIES = [
  'elements-failed-intervention-guide--first-visit',
  'elements-failed-intervention-guide--summary',
  'elements-failure-reason-checklist--done',
  'elements-next-steps-wizard--first-visit',
  'elements-next-steps-wizard--done',
  'elements-contingency-planner--done',
  'elements-family-self-care-card--half-done',
  'elements-progress-check-in--done',
  'elements-family-learning-library--entry',
  'elements-crisis-help-bar--opened',
  'elements-crisis-help-bar--safety-screen',
  'elements-center-contact--form',
];
const SIZES = [
  { width: 320, height: 560 },
  { width: 768, height: 640 },
  { width: 1280, height: 720 },
];
const THEMES = ['light', 'dark'];
/** The day of test/fixtures/visits.ts, at noon. */
const NOON = new Date('2026-11-25T12:00:00');

const SHOTS = STORIES.flatMap((id) =>
  SIZES.flatMap((size) =>
    THEMES.map((theme) => ({ id, size, theme, name: `${id.replace('elements-', '')}-${size.width}-${theme}.png` })),
  ),
);

/** How far two colors may be apart (0 to 1), and how many of 10,000 pixels may be further. */
const TOLERANCE = { threshold: 0.12, pixelsIn10000: 5 };

const FACES = [400, 700]
  .map((weight) => {
    const file = `node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`;
    const url = `data:font/woff2;base64,${readFileSync(file, 'base64')}`;
    return `@font-face { font-family: Fixed; font-weight: ${weight === 400 ? '1 549' : '550 900'}; src: url(${url}); }`;
  })
  .join('\n');
const STYLE = `${FACES}
  body { font-family: Fixed !important; --fig-font: Fixed; --fig-font-heading: Fixed; }
  * { caret-color: transparent !important; animation: none !important; transition: none !important; }
  html { scrollbar-width: none; scroll-behavior: auto !important; }`;

/** Opens a story for its picture. */
async function pose({ page, open }, { id, size, theme }) {
  await page.clock.setFixedTime(NOON);
  await open(`iframe.html?id=${id}&viewMode=story&globals=theme:${theme}`, { size }, untilEnd);
  await page.addStyleTag({ content: STYLE });
  await page.evaluate(async () => {
    await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 16px Fixed`)));
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    node?.blur();
    document.documentElement.scrollTop = 0;
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

/** Steps between the 16 values of a color in a picture: small files, and less than eyes or the comparison tell apart. */
const STEP = 17;

/** A picture of what is in the window, at half its size: each pixel is the mean of four. */
async function shoot({ page }) {
  const whole = PNG.sync.read(await page.screenshot({ caret: 'hide', animations: 'disabled' }));
  const half = new PNG({ width: whole.width >> 1, height: whole.height >> 1 });
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        const at = (dx, dy) => whole.data[((2 * y + dy) * whole.width + 2 * x + dx) * 4 + channel];
        const mean = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
        half.data[(y * half.width + x) * 4 + channel] = Math.round(mean / STEP) * STEP;
      }
    }
  }
  return half;
}

/** Each pixel becomes the mean of the nine around it: how letters are smoothed goes, where they stand stays. */
function blurred({ width, height, data }) {
  const out = new Uint8ClampedArray(data.length);
  const clamp = (value, most) => Math.max(0, Math.min(most, value));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let dy = -1; dy <= 1; dy += 1) {
          for (let dx = -1; dx <= 1; dx += 1) {
            sum += data[(clamp(y + dy, height - 1) * width + clamp(x + dx, width - 1)) * 4 + channel];
          }
        }
        out[(y * width + x) * 4 + channel] = sum / 9;
      }
    }
  }
  return out;
}

/** How many of 10,000 pixels differ, and a picture of them. */
function compare(expected, actual) {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height) return { differ: 10_000, diff: actual };
  const diff = new PNG({ width, height });
  const options = { threshold: TOLERANCE.threshold, includeAA: true };
  const pixels = pixelmatch(blurred(expected), blurred(actual), diff.data, width, height, options);
  return { differ: (pixels / (width * height)) * 10_000, diff };
}
const isSame = ({ differ }) => differ <= TOLERANCE.pixelsIn10000;

const encode = (picture) => PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });

/** Takes all pictures anew. */
export async function updateVisual() {
  const problem = buildStorybook();
  if (problem) throw new Error(problem);
  for (const name of readdirSync(KEPT)) if (name.endsWith('.png')) rmSync(join(KEPT, name));
  const { viewers, close } = await openStorybook(2);
  try {
    await share(viewers, SHOTS, async (viewer, shot) => {
      await pose(viewer, shot);
      writeFileSync(join(KEPT, shot.name), encode(await shoot(viewer)));
    });
  } finally {
    await close();
  }
  console.log(`${SHOTS.length} pictures, ${bytesKept()} bytes. Look at them before you commit them.`);
}

const bytesKept = () => readdirSync(KEPT).reduce((sum, name) => sum + statSync(join(KEPT, name)).size, 0);

function check(name, actual) {
  const file = join(KEPT, name);
  assert.ok(existsSync(file), `there is no ${file}; run "npm run visual:update", look at it, and commit it`);
  const expected = PNG.sync.read(readFileSync(file));
  const result = compare(expected, actual);
  if (isSame(result)) return;
  mkdirSync(TROUBLE, { recursive: true });
  for (const [kind, picture] of Object.entries({ expected, actual, diff: result.diff })) {
    writeFileSync(join(TROUBLE, name.replace('.png', `.${kind}.png`)), encode(picture));
  }
  throw new Error(
    `${result.differ.toFixed(1)} of 10,000 pixels differ. Look at ${TROUBLE}/${name.replace('.png', '.*.png')}. ` +
      'If it should look so, run "npm run visual:update" and commit the pictures.',
  );
}

/** Changes that a page would see; the comparison has to as well. */
const CHANGES = {
  'another accent': '.fig { --_accent: #7a2e8e !important; --_accent-fill: #7a2e8e !important; }',
  'a button that moved by 4 px': '.primary { transform: translateX(4px); }',
  'a button that is gone': '.primary { visibility: hidden; }',
  'padding twice as wide': '.choice { padding: 1.2em 1.5em !important; }',
  'square corners': '.fig { --_radius: 0 !important; }',
  'a size of letters 5 % up': '.fig { font-size: 16.8px !important; }',
};
/** What only smooths letters in another way, as another machine does. */
const RENDERINGS = {
  'letters a third of a pixel further': 'translate: 0.33px 0.33px;',
  'heavier letters': '-webkit-text-stroke: 0.12px currentcolor;',
  'letters with colored edges': 'text-shadow: -0.33px 0 rgb(255 0 0 / 30%), 0.33px 0 rgb(0 90 255 / 30%);',
  'letters with soft edges': 'text-shadow: 0 0 0.35px color-mix(in srgb, currentcolor 45%, transparent);',
};

/** The same page drawn in another way. Were it drawn alike, the trial would show nothing. */
function otherRendering(expected, actual) {
  assert.notDeepEqual(expected.data, actual.data, 'both are drawn alike');
  return compare(expected, actual);
}

/** Puts a rule into every shadow root, and takes a picture. */
async function shootWith(viewer, rule) {
  await viewer.page.evaluate(async (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const put = (root) => {
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        if (!shadowRoot) continue;
        shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets.filter((one) => !one.isTrial), sheet];
        put(shadowRoot);
      }
    };
    sheet.isTrial = true;
    put(document);
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  }, rule);
  return shoot(viewer);
}

/** The comparison itself: what it has to see, and what it must not. */
const TRIAL = { id: 'elements-next-steps-wizard--first-visit', size: SIZES[1], theme: 'light' };
function trials(viewer, figures) {
  let as;
  const against = async (rule, by = compare) => {
    if (!as) {
      await pose(viewer, TRIAL);
      as = await shootWith(viewer, '');
    }
    return by(as, await shootWith(viewer, rule));
  };
  return Object.fromEntries([
    ...Object.entries(CHANGES).map(([name, rule]) => [
      `sees ${name}`,
      async () => {
        const result = await against(rule);
        figures.push([name, result.differ]);
        assert.ok(!isSame(result), `only ${result.differ.toFixed(1)} of 10,000 pixels differ`);
      },
    ]),
    ...Object.entries(RENDERINGS).map(([name, rule]) => [
      `does not mind ${name}`,
      async () => {
        const result = await against(`.fig { ${rule} }`, otherRendering);
        figures.push([name, result.differ]);
        assert.ok(isSame(result), `${result.differ.toFixed(1)} of 10,000 pixels differ`);
      },
    ]),
  ]);
}

export async function testVisual() {
  const problem = buildStorybook();
  if (problem) return { passed: 0, failed: 1, problem };
  rmSync(TROUBLE, { recursive: true, force: true });
  const { viewers, close } = await openStorybook(2);
  const { total, run } = tally();
  const figures = [];
  try {
    await run(trials(viewers[0], figures));
    await run({
      'keeps the pictures small, and none that nobody compares': () => {
        assert.ok(bytesKept() < MOST_BYTES, `${bytesKept()} bytes`);
        const names = readdirSync(KEPT).filter((name) => name.endsWith('.png'));
        assert.deepEqual(names.sort(), SHOTS.map(({ name }) => name).sort());
      },
    });
    await share(viewers, SHOTS, (viewer, shot) =>
      run({
        [shot.name]: async () => {
          await pose(viewer, shot);
          check(shot.name, await shoot(viewer));
        },
      }),
    );
    console.log(`  of 10,000 pixels differ (${TOLERANCE.pixelsIn10000} may):`);
    for (const [name, differ] of figures) console.log(`  ${differ.toFixed(1).padStart(8)}  ${name}`);
    console.log(`  ${SHOTS.length} pictures, ${bytesKept()} bytes`);
    return total;
  } finally {
    await close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--update')) await updateVisual();
  else {
    const { passed, failed } = await testVisual();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed ? 1 : 0;
  }
}
