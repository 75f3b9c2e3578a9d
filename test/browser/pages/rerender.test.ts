import { expect } from '@open-wc/testing';
import { allByRole } from '../../fixtures/find.js';
import { settled } from '../helpers.js';
import {
  closePages,
  comes,
  expectHelp,
  expectQuiet,
  expectShown,
  expectWorks,
  openPage,
  press,
  REASON,
  type Page,
} from './page.js';

const LIST = 'failure-reason-checklist';

/** How libraries put markup from a server in the place of what is there. */
const WAYS: readonly (readonly [name: string, again: (page: Document, server: string) => void])[] = [
  ['innerHTML of the parent (htmx)', (page, server) => (main(page).innerHTML = server)],
  ['outerHTML of the parent (htmx)', (page, server) => (main(page).outerHTML = `<main>${server}</main>`)],
  [
    'the whole body, taken from another document (Turbo)',
    (page, server) => {
      const next = parser(page).parseFromString(`<main>${server}</main>`, 'text/html');
      page.documentElement.replaceChild(page.adoptNode(next.body), page.body);
    },
  ],
  [
    'a copy of the body from a cache (Turbo, back)',
    (page) => page.documentElement.replaceChild(page.body.cloneNode(true), page.body),
  ],
  [
    'what differs (morphing)',
    (page, server) => {
      const next = parser(page).parseFromString(`<main>${server}</main>`, 'text/html');
      morph(main(page), next.querySelector('main') as Element);
    },
  ],
];
const parser = (page: Document) => new (page.defaultView as Window & typeof globalThis).DOMParser();
const main = (page: Document) => page.querySelector('main') as HTMLElement;

/** Keeps nodes of the same kind, takes out and adds the rest, and makes attributes and texts the same. */
function morph(node: Element, wanted: Element): void {
  for (const { name } of [...node.attributes]) if (!wanted.hasAttribute(name)) node.removeAttribute(name);
  for (const { name, value } of wanted.attributes) {
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  const [here, there] = [[...node.childNodes], [...wanted.childNodes]];
  there.forEach((child, i) => {
    const same = here[i];
    if (same?.nodeName !== child.nodeName) {
      const copy = node.ownerDocument.importNode(child, true);
      if (same) node.replaceChild(copy, same);
      else node.append(copy);
    } else if (child.nodeType === Node.ELEMENT_NODE) morph(same as Element, child as Element);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
  });
  for (const rest of here.slice(there.length)) rest.remove();
}

const isChecked = async (el: Element) => ((await comes(el, 'checkbox', REASON)) as HTMLInputElement).checked;

describe('pages: rendered again by the page with', () => {
  afterEach(closePages);

  for (const [name, again] of WAYS) {
    it(`${name}: answers stay, help is there, and the element in a div is there once`, async () => {
      const page = await openPage('rerender.html');
      const { document } = page.view;
      const server = new DOMParser()
        .parseFromString(await (await fetch('/pages/rerender.html')).text(), 'text/html')
        .querySelector('main')?.innerHTML as string;
      const list = await page.element(LIST);
      await press(list, 'checkbox', REASON);
      for (let times = 0; times < 3; times += 1) {
        again(document, server);
        await settled();
        await page.element();
        const now = await page.element(LIST);
        expect(document.querySelectorAll(LIST).length).to.equal(1);
        expect(await isChecked(now)).to.be.true;
        await expectShown(now, /When people feel cornered/);
        await expectHelp(now);
      }
      await expectHelp(await page.element());
      expectQuiet(page);
    });
  }

  it('innerHTML while the kit loads, and while help is open: works', async () => {
    const page = await openPage('rerender.html');
    const { document } = page.view;
    const server = main(document).innerHTML;
    for (let times = 0; times < 10; times += 1) {
      main(document).innerHTML = server;
      await new Promise((done) => setTimeout(done, 20));
    }
    await press(await page.element(), 'button', 'Get help now');
    main(document).innerHTML = server;
    await settled();
    await expectWorks(page);
    expect(allByRole(await page.element(), 'button', 'Get help now').length).to.equal(1);
  });
});

/** Events that a browser sends when it keeps a page for the back button and brings it back. */
async function leaveAndComeBack({ view }: Page): Promise<void> {
  view.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  view.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await settled();
}

describe('pages: brought back by the back button', () => {
  afterEach(closePages);

  it('answers are there, and the wizard asks about danger again', async () => {
    const page = await openPage('plain.html');
    const guide = await expectWorks(page);
    await leaveAndComeBack(page);
    await comes(guide, 'heading', 'Is anyone in danger right now?');
    await press(guide, 'button', /^\d*What got in the way/);
    expect(await isChecked(guide)).to.be.true;
    await expectHelp(guide);
    expectQuiet(page);
  });
});
