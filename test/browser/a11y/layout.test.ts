import { expect, waitUntil } from '@open-wc/testing';
import { TAGS } from '../elements.js';
import { LOCALES, STATES } from './states.js';

/** 1280 px at 400 % are 320 px, and 1024 px are 256 px high. */
const SCREEN = { width: 320, height: 256 };
/** Sizes of the root: the usual one, and twice as big. */
const TEXT = ['100%', '200%'];

describe('on a screen of 320 px, also with text of 200 %', () => {
  const frame = document.createElement('iframe');

  before(async function () {
    this.timeout(30_000);
    Object.assign(frame, { src: '/test/browser/a11y/frame.html' });
    for (const [side, size] of Object.entries(SCREEN)) frame.setAttribute(side, String(size));
    frame.style.border = '0';
    document.body.append(frame);
    await waitUntil(() => frame.contentWindow?.measureState, 'the frame does not load', { timeout: 25_000 });
  });
  after(() => frame.remove());

  for (const tag of TAGS) {
    for (const { name } of STATES.filter((one) => one.tag === tag)) {
      for (const locale of LOCALES) {
        it(`<${tag}> ${name} (${locale}): nothing sticks out, and all can be tapped`, async () => {
          const found = await frame.contentWindow?.measureState(tag, name, locale, TEXT);
          expect(found).to.deep.equal([]);
        });
      }
    }
  }
});
