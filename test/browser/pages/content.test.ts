import { expect } from '@open-wc/testing';
import { closePages, expectWorks, openPage, type Page } from './page.js';

type Asking = Page & { readonly view: { readonly asked: readonly string[] } };

const FAULTS: readonly [name: string, fault: string, codes: readonly string[]][] = [
  ['answers 404 with a page', '404', ['content-status']],
  ['answers 500', '500', ['content-status']],
  ['is slow', 'slow', []],
  ['never answers', 'never', ['content-unreachable']],
  ['is a page to log in', 'html', ['content-not-json']],
  ['is empty', 'empty', ['content-not-json']],
  ['is a picture', 'picture', ['content-not-json']],
  ['has another type', 'other-type', []],
  ['is cut off on the way', 'cut', ['content-unreachable']],
  ['ends in the middle', 'half', ['content-not-json']],
  ['has moved on this site', 'moved', []],
  ['has moved to a site that allows nobody', 'moved-away', ['content-unreachable']],
  ['leads around in a circle', 'moved-around', ['content-unreachable']],
];

describe('pages: content from an address that', () => {
  afterEach(closePages);

  for (const [name, fault, codes] of FAULTS) {
    it(name, async () => {
      const page = (await openPage(`content.html?src=/pages/fault/${fault}`)) as Asking;
      await expectWorks(page, { codes });
      // One time is enough for the guide and all its parts: nobody waits for a server that does not answer twice.
      expect(page.view.asked).to.deep.equal([`/pages/fault/${fault}`].map((path) => new URL(path, location.href).href));
    });
  }
});
