import { expect } from '@open-wc/testing';
import { allByRole } from '../../fixtures/find.js';
import {
  closePages,
  comes,
  expectHelp,
  expectMainJob,
  expectShown,
  openPage,
  press,
  shownText,
  type Page,
} from './page.js';

const GUIDE = 'failed-intervention-guide';
const LIST = 'failure-reason-checklist';
const without = (names: string) =>
  openPage(`refused.html?kit=${encodeURIComponent(`kit-as/without:${names}/embed.js`)}`);
const late = (name: string) =>
  openPage(`refused.html?kit=${encodeURIComponent(`kit-as/late:${name}+${crypto.randomUUID()}/embed.js`)}`);

/**
 * Firefox keeps a file that did not come from being asked for again: https://bugzilla.mozilla.org/show_bug.cgi?id=2055211
 * Chromium does so after an answer such as 403, and not on a line that drops: https://issues.chromium.org/issues/534781954
 */
const isFirefoxBefore155 = Number(/Firefox\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 155) < 155;

const find = ({ view }: Page, tag: string) => view.document.querySelector(tag) as HTMLElement;
function expectNoErrors({ view }: Page): void {
  expect(view.heard.errors).to.deep.equal([]);
}

describe('pages: refused by a filter, or lost on the way', () => {
  afterEach(closePages);

  it('the code of an element: help stands where it would be, and the words of the page stay', async () => {
    const page = await without(GUIDE);
    const guide = find(page, GUIDE);
    await expectHelp(await comesBar(guide));
    expect(shownText(guide)).to.match(/Words of the page/);
    const list = await page.element(LIST);
    await expectHelp(list);
    await comes(list, 'checkbox');
    expectNoErrors(page);
  });

  it('the code of a part of the guide: it is said where the part would be, with help, and the others work', async () => {
    const page = await without(LIST);
    const guide = await page.element();
    await press(guide, 'button', /^\d*What got in the way/);
    await expectShown(guide, /could not be loaded/);
    await expectHelp(guide);
    await press(guide, 'button', /^\d*What next/);
    await comes(guide, 'radio', 'No, not right now');
    await expectHelp(await comesBar(find(page, LIST)));
    expectNoErrors(page);
  });

  for (const name of ['words-en-reasons', 'words-en-guide', 'words-en-steps', 'rows', 'common', 'export', 'answers']) {
    it(`${name}: help is there, and nothing throws`, async () => {
      const page = await without(name);
      await comesHelp(find(page, GUIDE));
      await comesHelp(find(page, LIST));
      expectNoErrors(page);
    });
  }

  it('the words of the help bar: the words of the page stay', async () => {
    const page = await without('words-en-core');
    await new Promise((done) => setTimeout(done, 1000));
    const guide = find(page, GUIDE);
    const link = guide.querySelector('a');
    expect(link?.checkVisibility()).to.be.true;
    expect(link?.getBoundingClientRect().height).to.be.above(0);
    expectNoErrors(page);
  });

  it('what checks content from an address: the built-in words are shown', async () => {
    const page = await without('check-bundle,given');
    const list = await page.element(LIST);
    list.setAttribute('content-src', '/pages/fault/fine');
    await comes(list, 'checkbox');
    await expectHelp(list);
    expectNoErrors(page);
  });

  for (const name of ['words-en-core', 'words-en-guide', GUIDE]) {
    it(`${name}, and then it comes: ${isFirefoxBefore155 ? 'Firefox does not ask again' : 'works, without a reload'}`, async () => {
      const page = await late(name);
      const guide = find(page, GUIDE);
      if (isFirefoxBefore155) {
        await new Promise((done) => setTimeout(done, 4000));
        expect(allByRole(guide, 'heading').length).to.equal(0);
        expect(shownText(guide).includes('911') || guide.textContent.includes('911')).to.be.true;
      } else {
        await page.element();
        await expectHelp(guide);
        await expectMainJob(guide);
        expect(guide.querySelectorAll('crisis-help-bar').length).to.equal(0);
      }
      expectNoErrors(page);
    });
  }
});

async function comesBar(el: Element): Promise<Element> {
  await comesHelp(el);
  return el.querySelector('crisis-help-bar') as Element;
}
const comesHelp = (el: Element) => comes(el, 'link', 'Call 911');
