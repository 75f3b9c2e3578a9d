import { expect } from '@open-wc/testing';
import {
  closePages,
  comes,
  expectHelp,
  expectQuiet,
  expectSame,
  expectShown,
  openPage,
  press,
  shownText,
  type Page,
} from './page.js';

type Translating = Page & { readonly view: { readonly translate: (how: string) => void } };

/** What can be read, without the marks of the translator. */
const read = (el: Element) => shownText(el).replaceAll(/[»«]/g, '');
const named = (name: string) => new RegExp(`^»?${name}«?$`);
const starts = (name: string) => new RegExp(`^[»«\\d]*${name}`);

/** What a visitor does: role and name of what they press, in turn. */
const STEPS: readonly (readonly [role: string, name: RegExp])[] = [
  ['button', starts('I want to understand what got in the way')],
  ['checkbox', named('They felt cornered or blamed')],
  ['checkbox', named('We picked a hard place')],
  ['checkbox', named('They felt cornered or blamed')],
  ['button', named('Clear all')],
  ['button', named('Undo')],
  ['button', starts('What next')],
  ['radio', named('No, not right now')],
  ['button', named('Next')],
  ['radio', named('They said no')],
  ['button', named('Next')],
  ['button', named('Get help now')],
  ['button', named('Close help')],
];

const KINDS: readonly (readonly [how: string, name: string])[] = [
  ['wrap', 'texts are replaced by <font>, as in Chrome'],
  ['move', 'texts are moved into <font>'],
  ['rebuild', 'texts are made one and comments dropped, as in Firefox'],
  ['split', 'texts are split'],
  ['rename', 'texts get other words, as in Safari'],
];

describe('pages: machine translation', () => {
  afterEach(closePages);

  for (const [how, name] of KINDS) {
    it(`${name}: what is done next shows, no words are lost and none stay behind`, async () => {
      const [here, plain] = await Promise.all([
        openPage('translated.html') as Promise<Translating>,
        openPage('plain.html'),
      ]);
      const [guide, untouched] = await Promise.all([here.element(), plain.element()]);
      for (const [role, words] of STEPS) {
        here.view.translate(how);
        expect(shownText(guide)).to.match(how === 'split' ? /./ : /»/);
        for (const el of [untouched, guide]) await press(el, role, words);
        await expectSame(guide, untouched, read);
      }
      expectQuiet(here);
    });
  }

  it('whoever uses the keyboard stays where they are', async () => {
    const page = (await openPage('translated.html')) as Translating;
    const guide = await page.element();
    await press(guide, 'button', starts('I want to understand what got in the way'));
    const box = await comes(guide, 'checkbox', named('They felt cornered or blamed'));
    page.view.translate('rebuild');
    box.focus();
    box.click();
    await expectShown(guide, /When people feel cornered/);
    expect((box.getRootNode() as ShadowRoot).activeElement === box).to.be.true;
    await expectHelp(guide);
    expectQuiet(page);
  });
});
