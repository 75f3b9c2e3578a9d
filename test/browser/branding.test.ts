import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/failure-reason-checklist.js';
import type { FailureReasonChecklist } from '../../src/elements/failure-reason-checklist/failure-reason-checklist.js';
import { contrast, luminance } from '../../src/styles/contrast.js';
import { PALETTE } from '../../src/styles/palette.js';
import { PRESETS } from '../../src/styles/presets.js';
import { PAIRS } from '../../src/styles/token-docs.js';
import { BRAND_COLORS } from '../fixtures/brand-colors.js';
import { cssColors } from '../fixtures/css-colors.js';
import { byRole, click, mount, resetSession, settled } from './helpers.js';
import { painted, paintedCount } from './painted.js';

type Tokens = Readonly<Record<string, string | undefined>>;

const THEMES = ['light', 'dark'] as const;
const TOKENS_OF_COLOR = ['accent', 'surface', 'surface-dark'] as const;

const luminanceOf = (color: string) => {
  const [red, green, blue] = painted(color);
  return luminance([red, green, blue]);
};

/** An element with one mark for each color of the palette, to read the colors from. */
async function checklist() {
  const el = await mount<FailureReasonChecklist>(
    html`<failure-reason-checklist theme="light"></failure-reason-checklist>`,
  );
  const base = el.shadowRoot?.querySelector<HTMLElement>('.fig');
  if (!base) throw new Error('no base');
  const marks = Object.keys(PALETTE).map((name) => {
    const mark = document.createElement('i');
    mark.style.color = `var(--_${name})`;
    base.append(mark);
    return [name, getComputedStyle(mark)] as const; // alive: it follows what is set later
  });
  const colors = () => new Map(marks.map(([name, style]) => [name, style.color]));
  return { el, base, colors };
}

function give(el: HTMLElement, tokens: Tokens): void {
  for (const name of TOKENS_OF_COLOR) {
    const value = tokens[name];
    if (value === undefined) el.style.removeProperty(`--fig-${name}`);
    else el.style.setProperty(`--fig-${name}`, value);
  }
}

/** Pairs that are too close, and colors that one can see through. */
function faults(colors: ReadonlyMap<string, string>, what: string): string[] {
  const bad = PAIRS.flatMap(({ color, ground, least }) => {
    const ratio = contrast(luminanceOf(colors.get(color) ?? ''), luminanceOf(colors.get(ground) ?? ''));
    return ratio < least ? [`${what}: ${color} on ${ground} ${ratio.toFixed(2)}`] : [];
  });
  const thin = [...colors].filter(([, color]) => painted(color)[3] < 255).map(([name]) => `${what}: ${name} is thin`);
  return [...bad, ...thin];
}

/** Gives each set of tokens, in both themes, and collects the faults. */
async function faultsOf(sets: Iterable<Tokens>): Promise<string[]> {
  const { el, base, colors } = await checklist();
  const found: string[] = [];
  for (const tokens of sets) {
    give(el, tokens);
    for (const theme of THEMES) {
      base.dataset.theme = theme;
      found.push(...faults(colors(), `${theme} ${JSON.stringify(tokens)}`));
    }
  }
  return found;
}

beforeEach(resetSession);

describe('branding in this browser', () => {
  it('reads the colors that are given: another accent is another color', async () => {
    const { el, colors } = await checklist();
    const before = colors().get('accent');
    give(el, { accent: '#7a3b8f' });
    expect(painted(colors().get('accent') ?? '')).to.deep.equal([0x7a, 0x3b, 0x8f, 255]);
    expect(colors().get('accent')).not.to.equal(before);
  });

  it('leaves the default colors as they are', async () => {
    const { base, colors } = await checklist();
    const off = THEMES.flatMap((theme, i) => {
      base.dataset.theme = theme;
      const now = colors();
      return Object.entries(PALETTE).flatMap(([name, both]) =>
        painted(now.get(name) ?? '').join() === painted(both[i] ?? '').join() ? [] : [`${theme} ${name}`],
      );
    });
    expect(off).to.deep.equal([]);
  });

  it('meets AA with 1,300 accents of all kinds', async function () {
    this.timeout(90_000); // thousands of styles are worked out one by one
    const sets = [...cssColors(1300, 5)].map((accent) => ({ accent }));
    expect(await faultsOf(sets)).to.deep.equal([]);
    expect(paintedCount()).to.be.greaterThan(1500);
  });

  it('meets AA with 400 surfaces of all kinds, under as many accents', async function () {
    this.timeout(90_000);
    const accents = cssColors(400, 6);
    const sets = [...cssColors(400, 7)].map((surface) => ({
      surface,
      'surface-dark': surface,
      accent: accents.next().value as string,
    }));
    expect(await faultsOf(sets)).to.deep.equal([]);
  });

  it(`meets AA with the colors of ${BRAND_COLORS.length} brands`, async () => {
    expect(await faultsOf(BRAND_COLORS.map(([, accent]) => ({ accent })))).to.deep.equal([]);
  });

  it('meets AA with each preset', async () => {
    expect(await faultsOf(Object.values(PRESETS).map(({ tokens }) => tokens as Tokens))).to.deep.equal([]);
  });

  it('meets AA with colors that depend on others', async () => {
    const given = ['currentColor', 'color-mix(in oklab, yellow, white)', 'light-dark(white, black)', 'Canvas', 'none'];
    expect(
      await faultsOf(given.map((color) => ({ accent: color, surface: color, 'surface-dark': color }))),
    ).to.deep.equal([]);
  });

  it('takes the default for what is no color', async () => {
    const { el, colors } = await checklist();
    const usual = [...colors()].join();
    for (const wrong of ['primary', '12px', '', 'var(--not-there)', '#12', 'url(x.png)', 'inherit']) {
      give(el, { accent: wrong, surface: wrong, 'surface-dark': wrong });
      expect([...colors()].join(), wrong).to.equal(usual);
    }
  });

  // Not only the colors by themselves: what a visitor reads and clicks.
  it('keeps what is on the screen readable', async () => {
    const { el, base } = await checklist();
    await click(el, 'checkbox', 'We talked for too long');
    const checked = byRole<HTMLInputElement>(el, 'checkbox', 'We talked for too long').closest('.choice');
    const link = base.querySelector('summary');
    const button = base.querySelector('.quiet') ?? base.querySelector('button');
    if (!checked || !link || !button) throw new Error('nothing to look at');
    const low: string[] = [];
    const look = (what: string, one: string, other: string, least: number) => {
      const ratio = contrast(luminanceOf(one), luminanceOf(other));
      if (ratio < least) low.push(`${what} ${ratio.toFixed(2)}`);
    };
    for (const accent of [
      '#fffc00',
      '#000',
      '#fff',
      'oklch(0.9 0.4 150)',
      'color(display-p3 0 1 0)',
      ...cssColors(40, 8),
    ]) {
      give(el, { accent });
      for (const theme of THEMES) {
        el.theme = theme;
        await settled();
        const [card, words] = [getComputedStyle(checked), getComputedStyle(link)];
        const ground = getComputedStyle(base).backgroundColor;
        look(`${accent} ${theme} checked border`, card.borderTopColor, ground, 3);
        look(`${accent} ${theme} words of a checked card`, card.color, card.backgroundColor, 4.5);
        look(`${accent} ${theme} summary`, words.color, ground, 4.5);
      }
    }
    expect(low).to.deep.equal([]);
  });
});
