import { expect, html } from '@open-wc/testing';
import '../../src/define/crisis-help-bar.js';
import en from '#content/en/core';
import es from '#content/es/core';
import { findRegion, linesFor, smsHref, telHref } from '../../src/content/region.js';
import type { Bundle, SafetyEntry } from '../../src/content/schema.js';
import type { CrisisHelpBar } from '../../src/elements/crisis-help-bar/crisis-help-bar.js';
import { pageVisit } from '../../src/session/visit.js';
import { ALL_EVENTS, allByRole, expectAccessible, focused, mount, record, resetSession, settled } from './helpers.js';

const CORES = {
  en: (en as unknown as Bundle).core,
  es: (es as unknown as Bundle).core,
};
const REGIONS = ['US', 'UK', 'CA', 'AU', ''] as const;

type Core = Bundle['core'];

const hrefsOf = (el: Element) =>
  allByRole<HTMLAnchorElement>(el, 'link')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => /^(?:tel|sms):/.test(href));

/** Every number of a region, as a link. */
const linksOf = (core: Core, code: string) =>
  core.lines
    .filter(({ region }) => region === code)
    .flatMap(({ how }) => how)
    .flatMap(({ value }) => [telHref(value), smsHref(value)]);

/** The link that is first on the screen of a situation. */
function firstLink(core: Core, code: string, entry: SafetyEntry): string {
  const region = findRegion(core, code);
  const [line] = entry.lines.flatMap((kind) => linesFor(core, region, kind));
  const [way] = line?.how ?? [];
  if (!way) return '';
  return way.mode === 'text' ? smsHref(way.value) : telHref(way.value);
}

for (const [locale, core] of Object.entries(CORES)) {
  describe(`the safety screens (${locale})`, () => {
    beforeEach(resetSession);

    for (const region of REGIONS) {
      it(`lead to lines of ${region || 'no country where none is known'}, the call link first`, async () => {
        const el = await mount<CrisisHelpBar>(
          html`<crisis-help-bar locale=${locale} region=${region}></crisis-help-bar>`,
        );
        const heard = record(el, ...ALL_EVENTS);
        const known = linksOf(core, region);
        for (const entry of core.safety) {
          el.show(entry.id);
          await settled();
          const hrefs = hrefsOf(el);
          for (const href of hrefs) expect(known, `${entry.id}: ${href}`).to.include(href);
          if (region) {
            expect(focused()?.getAttribute('href'), entry.id).to.equal(firstLink(core, region, entry));
          } else {
            expect(hrefs, entry.id).to.deep.equal([]);
            expect(focused()?.textContent, entry.id).to.equal(core.words.help.callLocal);
          }
          const [alert] = allByRole(el, 'alert');
          expect(alert?.textContent?.trim(), entry.id).to.equal(entry.title);
          expect(entry.do.length, entry.id).to.be.within(1, 6);
          el.close();
          await settled();
        }
        expect(heard.map(({ type }) => type)).to.deep.equal([]);
        expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
      });
    }

    it('list every situation, dangers first, and hold the way to a center for the rest of the visit', async () => {
      const el = await mount<CrisisHelpBar>(html`<crisis-help-bar locale=${locale} region="US"></crisis-help-bar>`);
      el.show();
      await settled();
      expect(pageVisit().isLeadHeld).to.equal(false);
      allByRole(el, 'button', core.words.help.situations)[0]?.click();
      await settled();
      const names = allByRole(el, 'button').map(({ textContent }) => textContent?.trim());
      const listed = [
        ...core.safety.filter(({ kind }) => kind === 'screen'),
        ...core.safety.filter(({ kind }) => kind === 'card'),
      ];
      const chosen = listed.flatMap(({ choose }) => choose ?? []);
      expect(names.filter((name) => chosen.includes(name ?? ''))).to.deep.equal(chosen);
      expect(chosen).to.have.length(15);
      expect(pageVisit().isLeadHeld).to.equal(true);
      await expectAccessible(el);
    });

    it('are accessible, each of them', async () => {
      const el = await mount<CrisisHelpBar>(html`<crisis-help-bar locale=${locale} region="US"></crisis-help-bar>`);
      for (const { id } of core.safety) {
        el.show(id);
        await expectAccessible(el);
        el.close();
        await settled();
      }
    });
  });
}
