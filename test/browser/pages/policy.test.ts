import { closePages, expectWorks, openPage } from './page.js';

describe('pages: policy', () => {
  afterEach(closePages);
  for (const [name, path] of [
    ['none', 'plain.html'],
    ['only own files, no markup from strings', 'csp.html'],
    ['only what has the nonce', 'csp-nonce.html'],
  ] as const) {
    it(name, async () => {
      await expectWorks(await openPage(path));
    });
  }
});
