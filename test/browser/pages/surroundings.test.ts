import { expect } from '@open-wc/testing';
import { allByRole, allShown } from '../../fixtures/find.js';
import { answerDanger, closePages, comes, expectWorks, openPage, press, type Page } from './page.js';

/** What is wider than the page, and can then not be read without scrolling sideways. */
function expectFits({ view }: Page, screen: string): void {
  const { scrollWidth, clientWidth } = view.document.documentElement;
  expect(scrollWidth, screen).to.be.at.most(clientWidth + 1); // Firefox rounds parts of a pixel up
}
const sizeOf = (page: Page, el: Element) => parseFloat(page.view.getComputedStyle(el).fontSize);

/** Goes through the guide and looks at each screen. */
async function eachScreen(guide: Element, look: (screen: string) => void): Promise<void> {
  await press(guide, 'button', 'Start');
  look('welcome');
  await press(guide, 'button', 'Get help now');
  look('help');
  await press(guide, 'button', 'Close help');
  for (const part of ['What got in the way', 'Plan for setbacks', 'How is it going', 'Look after', 'Learn more']) {
    await press(guide, 'button', new RegExp(`^\\d*${part}`));
    await comes(guide, 'heading');
    look(part);
  }
  await press(guide, 'button', /^\d*What next/);
  await comes(guide, 'radio', 'No, not right now');
  look('What next');
  await answerDanger(guide);
  look('a question');
}

describe('pages: surroundings', () => {
  afterEach(closePages);

  for (const [path, name] of [
    ['reset.html', '* { all: unset !important }'],
    ['small-root.html', 'a root of 62.5 %'],
    ['large-text.html', 'text of 200 %'],
    ['rtl.html', 'right to left'],
    ['plain.html', 'nothing special'],
    ['filtered.html', 'what ad filters hide by name'],
  ] as const) {
    for (const width of [320, 1000]) {
      it(`${name}, ${width} px: works, is large enough to read, and nothing is wider than the page`, async () => {
        const page = await openPage(path, { width });
        const guide = await expectWorks(page);
        const root = sizeOf(page, page.view.document.documentElement);
        await eachScreen(guide, (screen) => {
          expectFits(page, screen);
          for (const words of allShown(guide, 'p, li, label, button')) {
            expect(sizeOf(page, words), words.textContent).to.be.at.least(Math.max(12, root * 0.8));
          }
          for (const link of allByRole(guide, 'link', 'Call 911')) {
            expect(link.getBoundingClientRect().height, screen).to.be.at.least(24);
          }
        });
      });
    }
  }

  it('right to left: the words keep their own direction', async () => {
    const page = await openPage('rtl.html');
    const guide = await page.element();
    const [heading] = allByRole(guide, 'heading');
    expect(page.view.getComputedStyle(heading as Element).direction).to.equal('ltr');
  });
});
