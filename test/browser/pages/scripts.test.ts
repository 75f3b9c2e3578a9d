import { expect } from '@open-wc/testing';
import { allByRole } from '../../fixtures/find.js';
import {
  answerDanger,
  closePages,
  comes,
  expectHelp,
  expectQuiet,
  expectShown,
  expectWorks,
  GUIDE,
  openPage,
  press,
  REASON,
  waitFor,
  type Page,
} from './page.js';

const KIT = 'kit/embed.js';
const OTHER = 'kit-as/other/embed.js';
const withKits = (...kits: readonly string[]) =>
  `kit.html?${kits.map((kit) => `kit=${encodeURIComponent(kit)}`).join('&')}`;
const ready = ({ view }: Page) => view.heard.events.filter(({ type }) => type === 'fig-ready').length;

describe('pages: the script', () => {
  afterEach(closePages);

  for (const [name, ...kits] of [
    ['twice at one address', KIT, KIT],
    ['twice at two addresses', KIT, `${KIT}?again`],
    ['and that of another version after it', KIT, OTHER],
    ['and that of another version before it', OTHER, KIT],
  ] as const) {
    it(`${name}: works, and speaks once`, async () => {
      const page = await openPage(withKits(...kits));
      await expectWorks(page);
      expect(ready(page)).to.equal(1);
      expect(page.view.heard.warnings).to.deep.equal([]);
    });
  }

  it('of two versions, with widgets that come from either: each works, and there is one help bar in each', async () => {
    const page = await openPage(withKits(KIT, OTHER));
    await page.element();
    const { body } = page.view.document;
    for (const tag of ['failure-reason-checklist', 'next-steps-wizard', 'contingency-planner']) {
      const widget = page.view.document.createElement(tag);
      widget.setAttribute('region', 'US');
      body.append(widget);
      await expectHelp(await page.element(tag));
      expect(allByRole(widget, 'link', 'Call 911').length, tag).to.equal(1);
    }
    const list = await page.element('failure-reason-checklist');
    await press(list, 'checkbox', REASON);
    await expectShown(list, /When people feel cornered/);
    expectQuiet(page);
  });
});

describe('pages: the element', () => {
  afterEach(closePages);

  it('in the page before the script, made before it, and made after it: each works', async () => {
    const page = await openPage('order.html');
    const [list, wizard, card] = await Promise.all(
      ['failure-reason-checklist', 'next-steps-wizard', 'family-self-care-card'].map((tag) => page.element(tag)),
    );
    for (const el of [list, wizard, card]) await expectHelp(el as Element);
    await answerDanger(wizard as Element);
    await comes(wizard as Element, 'heading', 'How did the meeting end?');
    await expectWorks(page);
    await comes(list as Element, 'checkbox', REASON);
    expect(await comes(list as Element, 'checkbox', REASON)).to.have.property('checked', true);
  });

  it('moved around while it loads: works, and speaks once', async () => {
    const page = await openPage('moving.html');
    await waitFor(() => (page.view as unknown as { isStill?: boolean }).isStill, 'it still moves');
    await expectWorks(page);
    expect(ready(page)).to.equal(1);
  });
});

describe('pages: other scripts', () => {
  afterEach(closePages);

  for (const [like, codes] of [
    ['prototype', []],
    ['mootools', []],
    // What checks content does not work where every object has more members; the built-in words do.
    ['extensions', ['content-unreachable']],
  ] as const) {
    it(`${like}: works, with content from an address too`, async () => {
      const page = await openPage(`libraries.html?like=${like}`);
      await expectWorks(page);
      const own = page.view.document.createElement('failure-reason-checklist');
      own.setAttribute('region', 'US');
      own.setAttribute('content-src', '/pages/fault/fine');
      page.view.document.body.append(own);
      await comes(own, 'checkbox', REASON);
      await expectHelp(own);
      expectQuiet(page, { codes });
    });

    it(`${like}: every part of the guide opens, and the search finds`, async () => {
      const page = await openPage(`libraries.html?like=${like}`);
      const guide = await page.element(GUIDE);
      for (const [part, first] of [
        ['Plan for setbacks', 'button'],
        ['How is it going', 'button'],
        ['Look after yourself', 'radio'],
        ['Your summary', 'link'],
        ['Learn more', 'searchbox'],
      ] as const) {
        await press(guide, 'button', new RegExp(`^\\d*${part}`));
        await comes(guide, first);
      }
      const box = allByRole<HTMLInputElement>(guide, 'searchbox')[0] as HTMLInputElement;
      box.value = 'naloxone';
      box.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
      await comes(guide, 'button', /naloxone/i);
      expectQuiet(page);
    });
  }

  it('a loader of AMD modules: the kit is not taken for a module of it', async () => {
    const page = await openPage('amd.html');
    await expectWorks(page);
    expect((page.view as unknown as { defined: unknown[] }).defined.length).to.equal(0);
  });

  it('that keep the browser busy: works, and no click is lost', async () => {
    await expectWorks(await openPage('busy.html'));
  });
});
