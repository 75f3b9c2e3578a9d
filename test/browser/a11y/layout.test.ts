import { expect, waitUntil } from '@open-wc/testing';
import { LOCALES, STATES, TAGS } from './states.js';

/** 1280 px at 400 % are 320 px, and 1024 px are 256 px high. */
const SCREEN = { width: 320, height: 256 };

/** Text at its usual size, and twice as big: pages and browsers do it with the root, and `em` follows. */
const TEXT = { 'text at 100 %': '', 'text at 200 %': '200%' };

let frame: HTMLIFrameElement;

async function openFrame(): Promise<Window> {
  frame = document.createElement('iframe');
  Object.assign(frame, SCREEN, { src: '/test/browser/a11y/frame.html' });
  frame.style.border = '0';
  document.body.append(frame);
  await waitUntil(() => frame.contentWindow?.a11y, 'the frame does not load', { timeout: 15_000 });
  return frame.contentWindow as Window;
}

describe('on a screen of 320 px', () => {
  let screen: Window;

  before(async () => {
    screen = await openFrame();
  });
  after(() => frame.remove());

  for (const tag of TAGS) {
    for (const state of STATES.filter((one) => one.tag === tag)) {
      for (const locale of LOCALES) {
        it(`<${tag}> ${state.name} (${locale}) needs no scrolling sideways, and can be tapped`, async () => {
          const el = await screen.a11y.show(state, locale, 'light');
          const root = screen.document.documentElement;
          const found = [];
          for (const [name, size] of Object.entries(TEXT)) {
            root.style.fontSize = size;
            const { wide, small } = screen.a11y.measure(el);
            found.push(...[...wide, ...small].map((line) => `${name}: ${line}`));
          }
          root.style.fontSize = '';
          expect(found).to.deep.equal([]);
        });
      }
    }
  }
});
