import { expect } from '@open-wc/testing';
import { allByRole, allShown } from '../../fixtures/find.js';
import { closePages, comes, expectQuiet, expectShown, openPage, press, REASON, shownText, type Page } from './page.js';

/** Shows on the screen what is meant for paper, in every root: no engine but Chromium can be told to. */
function asOnPaper({ view }: Page): void {
  const roots: (Document | ShadowRoot)[] = [view.document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const turn = ({ cssRules }: CSSStyleSheet | CSSGroupingRule): void => {
      for (const rule of cssRules) {
        const { media } = rule as CSSMediaRule;
        if (/^print\b/.test(media?.mediaText ?? '')) media.mediaText = 'all';
        else if (/^screen\b/.test(media?.mediaText ?? '')) media.mediaText = 'not all';
        if ('cssRules' in rule) turn(rule as CSSGroupingRule);
      }
    };
    [...root.styleSheets, ...root.adoptedStyleSheets].forEach(turn);
  }
}

/** How dark a color is, from 0 (black) to 255, by its first channel; the kit prints in gray. */
const channel = (color: string) => Number(/[\d.]+/.exec(color)?.[0]);

describe('pages: on paper', () => {
  afterEach(closePages);

  it('the whole list with what was picked and the number to call, in black, without what can only be pressed', async () => {
    const page = await openPage('plain.html', { width: 700 });
    const guide = await page.element();
    await press(guide, 'button', /^I want to understand/);
    await press(guide, 'checkbox', REASON);
    await expectShown(guide, /When people feel cornered/);
    page.view.dispatchEvent(new Event('beforeprint'));
    asOnPaper(page);
    const words = shownText(guide);
    for (const part of [/911/, /They felt cornered or blamed/, /When people feel cornered/, /What we learned/]) {
      expect(part.test(words), String(part)).to.be.true;
    }
    expect(allByRole(guide, 'button', /^(?:Print|Copy as text|Start looking back)$/).length).to.equal(0);
    for (const el of allShown(guide, 'p, h2, h3, h4, legend, label')) {
      expect(channel(page.view.getComputedStyle(el).color), el.textContent).to.be.below(120);
    }
    const { scrollWidth, clientWidth } = page.view.document.documentElement;
    expect(scrollWidth).to.be.at.most(clientWidth);
    page.view.dispatchEvent(new Event('afterprint'));
    await comes(guide, 'checkbox', REASON);
    expectQuiet(page);
  });
});
