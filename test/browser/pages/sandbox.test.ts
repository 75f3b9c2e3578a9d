import { expect } from '@open-wc/testing';
import { closePages, openPage } from './page.js';

describe('pages: a sandboxed frame', () => {
  afterEach(closePages);

  it('without an origin: all works, and saving says that the browser does not let us', async () => {
    const told = new Promise<MessageEvent>((done) => {
      window.addEventListener('message', done, { once: true });
    });
    await openPage('sandboxed.html', { sandbox: 'allow-scripts' });
    const { data, origin } = await told;
    expect(origin).to.equal('null');
    expect(data.failed).to.equal(undefined);
    expect(data.links).to.deep.equal(['tel:911', 'tel:988']);
    expect(data.heard.errors).to.deep.equal([]);
    expect(data.heard.policy).to.deep.equal([]);
    const codes = data.heard.events.flatMap(({ code }: { code?: string }) => code ?? []);
    expect(codes).to.deep.equal(['storage-blocked']);
  });
});
