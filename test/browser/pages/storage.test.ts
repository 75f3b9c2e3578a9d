import { expect } from '@open-wc/testing';
import { NOTES_KEY } from '../../../src/session/notes.js';
import { allByRole } from '../../fixtures/find.js';
import {
  closePages,
  codes,
  comes,
  expectHelp,
  expectQuiet,
  expectShown,
  expectWorks,
  openPage,
  press,
  REASON,
  waitFor,
} from './page.js';

const DAY_MS = 86_400_000;
const OTHER = 'We picked a hard place';
const notes = (change: object): string =>
  JSON.stringify({ kind: 'notes', version: 1, savedAt: new Date().toISOString(), days: 30, state: {}, ...change });

const isChecked = async (guide: Element, name = REASON) =>
  ((await comes(guide, 'checkbox', name)) as HTMLInputElement).checked;
async function openReasons(guide: Element): Promise<void> {
  await press(guide, 'button', /^\d*What got in the way/);
}
async function save(guide: Element): Promise<void> {
  await press(guide, 'summary', 'Keep this on your device?');
  await press(guide, 'button', 'Save on this device');
}

describe('pages: storage', () => {
  beforeEach(() => localStorage.removeItem(NOTES_KEY));
  afterEach(() => {
    closePages();
    localStorage.removeItem(NOTES_KEY);
  });

  for (const [how, words, code] of [
    ['throwing', /This browser does not let us save/, 'storage-blocked'],
    ['full', /There is no room left to save/, 'storage-full'],
  ] as const) {
    it(`${how}: works, the visitor is told when they save, and what is on the screen stays`, async () => {
      const page = await openPage(`storage.html?how=${how}`);
      // A page that can't be asked for what it stores says so at once.
      const guide = await expectWorks(page, { codes: how === 'throwing' ? [code] : [] });
      await openReasons(guide);
      await save(guide);
      await expectShown(guide, words);
      expect(await isChecked(guide)).to.be.true;
      expect(codes(page)).to.deep.equal([code]);
    });
  }

  for (const [name, text, words, code] of [
    ['cut off', '{"kind":"notes","version":1,"state":{"reas', /notes on this device that we cannot read/, 'unreadable'],
    ["another script's", '{"theme":"dark"}', /notes on this device that we cannot read/, 'unreadable'],
    ['no JSON', '\u0000\uffff[[', /notes on this device that we cannot read/, 'unreadable'],
    ['of a newer version', notes({ version: 99 }), /come from a newer version of this tool/, 'newer'],
  ] as const) {
    it(`corrupt, ${name}: works, the visitor is told, and it is left as it is`, async () => {
      localStorage.setItem(NOTES_KEY, text);
      const page = await openPage('storage.html');
      const guide = await page.element();
      await expectShown(guide, words);
      await expectWorks(page, { codes: [`storage-${code}`] });
      expect(localStorage.getItem(NOTES_KEY)).to.equal(text);
    });
  }

  it('old, past its last day: deleted, said, and works', async () => {
    localStorage.setItem(NOTES_KEY, notes({ savedAt: new Date(Date.now() - 31 * DAY_MS).toISOString() }));
    const page = await openPage('storage.html');
    await expectShown(await page.element(), /They are deleted now/);
    await expectWorks(page);
    expect(localStorage.getItem(NOTES_KEY)).to.equal(null);
  });

  it('old, of another shape: said when it is opened, and left as it is', async () => {
    const text = notes({ version: 0, state: { reasons: 'all of them' } });
    localStorage.setItem(NOTES_KEY, text);
    const page = await openPage('storage.html');
    const guide = await page.element();
    await press(guide, 'button', 'Open my notes');
    await expectShown(guide, /notes on this device that we cannot read/);
    await expectWorks(page, { codes: ['storage-unreadable'] });
    expect(localStorage.getItem(NOTES_KEY)).to.equal(text);
  });

  it('from another tab: what is changed there shows here, and what is deleted there stays on this screen', async () => {
    const [here, there] = await Promise.all([openPage('storage.html'), openPage('storage.html')]);
    const [mine, theirs] = await Promise.all([here.element(), there.element()]);
    await openReasons(mine);
    await press(mine, 'checkbox', REASON);
    await save(mine);
    await press(theirs, 'button', 'Open my notes');
    await openReasons(theirs);
    const box = (await comes(theirs, 'checkbox', REASON)) as HTMLInputElement;
    await waitFor(() => box.checked, 'the notes did not open');
    await press(theirs, 'checkbox', OTHER);
    await waitFor(() => (allByRole(mine, 'checkbox', OTHER)[0] as HTMLInputElement).checked, 'it did not show here');
    await press(theirs, 'button', 'Delete everything');
    await expectShown(mine, /deleted in another tab/);
    expect(await isChecked(mine)).to.be.true;
    await expectHelp(mine);
    for (const page of [here, there]) expectQuiet(page);
    expect(localStorage.getItem(NOTES_KEY)).to.equal(null);
  });
});
