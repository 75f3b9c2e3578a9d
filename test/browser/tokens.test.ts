import { expect } from '@open-wc/testing';
import { html, type LitElement } from 'lit';
import '../../src/define/contingency-planner.js';
import '../../src/define/failed-intervention-guide.js';
import '../../src/define/failure-reason-checklist.js';
import '../../src/define/family-self-care-card.js';
import { PRESETS } from '../../src/styles/presets.js';
import { allShown, click, mount, resetSession, settled } from './helpers.js';

type Tokens = Readonly<Record<string, string>>;

/** What no page should set, and some will. */
const SILLY: Readonly<Record<string, Tokens>> = {
  'no density': { density: '0' },
  'too much density': { density: '5' },
  'a density that is no number': { density: 'tight' },
  'no space': { space: '0' },
  'no space, with a unit': { space: '0px' },
  'too much space': { space: '300px' },
  'tiny text': { 'font-size': '1px', density: '0', space: '0em' },
  'huge text': { 'font-size': '300px' },
  'text of no size': { 'font-size': 'big' },
  'lines that touch': { 'line-height': '0' },
  'lines far apart': { 'line-height': '20' },
  'round corners': { radius: '999px' },
  'all at once': { 'font-size': '9rem', density: '9', space: '9em', radius: '9em', 'line-height': '9' },
};

const PRESET_TOKENS: Readonly<Record<string, Tokens>> = Object.fromEntries(
  Object.entries(PRESETS).map(([name, { tokens }]) => [`the preset ${name}`, tokens]),
);

const CASES = Object.entries({ 'the defaults': {}, ...PRESET_TOKENS, ...SILLY });

/** The elements of a narrow page, with those tokens. */
async function narrow(tokens: Tokens): Promise<readonly LitElement[]> {
  const page = await mount<LitElement>(html`<failed-intervention-guide region="US"></failed-intervention-guide>`);
  const frame = page.parentElement;
  if (!frame) throw new Error('no frame');
  frame.style.inlineSize = '320px';
  for (const [name, value] of Object.entries(tokens)) frame.style.setProperty(`--fig-${name}`, value);
  await settled();
  return [page];
}

const name = (el: Element) => `${el.localName}.${el.className} "${(el.textContent ?? '').trim().slice(0, 30)}"`;

/** Buttons and fields of less than 24 × 24 pixels (WCAG 2.5.8). A box or a dot counts with its label. */
const tooSmall = (el: Element) =>
  allShown(el, ':is(button, .button, select, textarea, summary, input):not(.unseen)')
    .map((target) => {
      const isMark = target.matches('[type=checkbox], [type=radio]');
      return isMark ? (target.closest('label') ?? target) : target;
    })
    .filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width < 23.99 || height < 23.99;
    })
    .map((target) => `${name(target)} ${target.getBoundingClientRect().height}`);

/** What reaches beyond the page. */
const tooWide = (el: Element) => {
  const { right } = el.getBoundingClientRect();
  return allShown(el, '*:not(.unseen)')
    .filter((part) => part.getBoundingClientRect().right > right + 1)
    .map(name);
};

const sizeOf = (el: Element | null | undefined) => parseFloat(el ? getComputedStyle(el).fontSize : '0');

beforeEach(resetSession);

describe('tokens of size', () => {
  for (const [what, tokens] of CASES) {
    it(`leave everything usable at 320 pixels: ${what}`, async () => {
      const [guide] = await narrow(tokens);
      if (!guide) throw new Error('no guide');
      expect(tooSmall(guide)).to.deep.equal([]);
      expect(tooWide(guide)).to.deep.equal([]);
      const text = guide.shadowRoot?.querySelector('.body');
      expect(sizeOf(text)).to.be.within(14, 32);

      // Help is as large as ever, and what a visitor sees of it leaves room for the page.
      const bar = allShown(guide, '.bar')[0];
      expect(sizeOf(bar)).to.be.within(16, 24);
      const urgent = allShown(guide, '.bar .urgent')[0];
      expect(urgent?.getBoundingClientRect().height).to.be.at.least(40);
      await click(guide, 'button', /More help|Get help|help/i);
      const panel = allShown(guide, '#panel')[0];
      expect(sizeOf(panel)).to.be.within(16, 24);
      expect(tooSmall(guide)).to.deep.equal([]);
      expect(tooWide(guide)).to.deep.equal([]);
    });
  }

  it('change what they name, within limits', async () => {
    const el = await mount<LitElement>(html`<failure-reason-checklist></failure-reason-checklist>`);
    const base = el.shadowRoot?.querySelector('.fig');
    const button = allShown(el, '.actions button, .body button')[0];
    const heading = allShown(el, 'fieldset')[1];
    const look = () => ({
      text: sizeOf(base),
      line: base ? parseFloat(getComputedStyle(base).lineHeight) : 0,
      height: button ? parseFloat(getComputedStyle(button).minHeight) : 0,
      gap: heading ? parseFloat(getComputedStyle(heading).marginTop) : 0,
      radius: button ? getComputedStyle(button).borderTopLeftRadius : '',
    });
    const before = look();
    const set = (tokens: Tokens) => {
      for (const [token, value] of Object.entries(tokens)) el.style.setProperty(`--fig-${token}`, value);
    };
    set({ 'font-size': '20px', 'line-height': '2', density: '1.5', space: '2em', radius: '2px' });
    const after = look();
    expect(before).to.include({ text: 16, radius: '9.6px' });
    expect(before.line).to.be.closeTo(24.8, 0.01);
    expect(after).to.include({ text: 20, line: 40, radius: '2px' });
    expect(after.height / before.height).to.be.closeTo((20 / 16) * 1.5, 0.01);
    expect(after.gap / before.gap).to.be.closeTo((20 / 16) * 2, 0.01);
    set({ density: '99', space: '99em' });
    expect(look().height / before.height).to.be.closeTo((20 / 16) * 1.6, 0.01);
    expect(look().gap).to.equal(after.gap);
  });

  for (const tag of ['contingency-planner', 'family-self-care-card'] as const) {
    it(`leave <${tag}> usable when it is dense`, async () => {
      const template =
        tag === 'contingency-planner'
          ? html`<contingency-planner></contingency-planner>`
          : html`<family-self-care-card></family-self-care-card>`;
      const el = await mount<LitElement>(template);
      if (el.parentElement) el.parentElement.style.inlineSize = '320px';
      for (const [token, value] of Object.entries({ density: '0', space: '0em', 'font-size': '1px' })) {
        el.style.setProperty(`--fig-${token}`, value);
      }
      for (const details of allShown<HTMLDetailsElement>(el, 'details')) details.open = true;
      await settled();
      expect(tooSmall(el)).to.deep.equal([]);
      expect(tooWide(el)).to.deep.equal([]);
    });
  }
});
