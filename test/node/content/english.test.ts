import { describe, expect, it } from 'vitest';
import { linesFor } from '../../../src/content/region.js';
import { REQUIRED_CRISIS_KINDS } from '../../../src/content/schema.js';
import { compileFiles, englishBundle, ENGLISH, filesOf, rawEntries } from '../helpers.js';

const { core, reasons, steps, plan, care } = await englishBundle();

describe('content/en', () => {
  it('compiles with nothing to report but hints', async () => {
    const { issues } = compileFiles(await filesOf(ENGLISH));
    expect(issues.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('has 26 reasons in at most six groups, and no group without one', () => {
    expect(reasons.items).toHaveLength(26);
    expect(reasons.groups.length).toBeLessThanOrEqual(6);
    const used = new Set(reasons.items.map(({ group }) => group));
    expect(reasons.groups.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('asks about danger first and then every question it has', () => {
    expect(steps.questions.map(({ id, kind }) => `${kind} ${id}`).sort()).toEqual([
      'gate q_safe_now',
      'single q_contact_now',
      'single q_family_ready',
      'single q_how_ended',
      'single q_open_door',
      'single q_substance_daily',
      'single q_tolerance',
      'single q_what_got_in_way',
    ]);
  });

  it('has at least twelve outcomes, each with help that is not the sponsor', () => {
    expect(steps.outcomes.length).toBeGreaterThanOrEqual(12);
    expect(steps.outcomes.filter(({ options }) => options.every(({ kind }) => kind === 'sponsor'))).toEqual([]);
  });

  it('reaches every outcome by a rule or a reason', () => {
    const named = new Set([
      ...steps.rules.flatMap(({ outcomes }) => outcomes),
      ...reasons.items.flatMap(({ leadsTo }) => leadsTo.map((ref) => ref.split(':')[1])),
    ]);
    expect(steps.outcomes.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  it('has 18 contingencies, 20 self-care items and 21 support cards', () => {
    expect(plan.contingencies).toHaveLength(18);
    expect(care.items).toHaveLength(20);
    expect(care.cards).toHaveLength(21);
    for (const side of ['me', 'them']) {
      const feelings = care.cards.filter((card) => card.side === side).map(({ feeling }) => feeling);
      expect(feelings.length).toBeGreaterThanOrEqual(8);
      expect(new Set(feelings).size).toBe(8);
    }
  });

  it('covers the United States, the United Kingdom, Canada and Australia', () => {
    expect(core.regions.map(({ code }) => code).sort()).toEqual(['AU', 'CA', 'UK', 'US']);
  });

  it.each(core.regions.map((region) => [region.code, region] as const))(
    'says for %s whom to call in an emergency, about suicide and about poison',
    (_, region) => {
      for (const kind of REQUIRED_CRISIS_KINDS) {
        const found = linesFor(core, region, kind);
        expect(found.map((line) => line.region)).toContain(region.code);
        expect(found.flatMap(({ how }) => how).some(({ mode }) => mode === 'call')).toBe(true);
      }
    },
  );

  it.each([
    ['reasons', reasons.items],
    ['outcomes', steps.outcomes],
    ['contingencies', plan.contingencies],
    ['self-care items', care.items],
    ['support cards', care.cards],
    ['safety entries', core.safety],
    ['crisis lines', core.lines],
  ])('cites a source for all %s', (_, items) => {
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ citations = [] }) => !citations.length).map(({ id }) => id)).toEqual([]);
  });

  it('cites only sources that it has', () => {
    const parts = [core, reasons, steps, plan, care];
    const known = new Set(parts.flatMap(({ sources }) => sources.map(({ id }) => id)));
    const all = parts.flatMap((part) =>
      Object.values(part).flatMap((list) => (Array.isArray(list) ? (list as { citations?: string[] }[]) : [])),
    );
    const cited = new Set(all.flatMap(({ citations = [] }) => citations));
    expect([...cited].filter((id) => !known.has(id))).toEqual([]);
    expect(cited.size).toBeGreaterThan(20);
  });

  it('claims no review without the name of who made it', async () => {
    const entries = rawEntries(await filesOf(ENGLISH));
    const claims = entries.filter(({ front }) => front.status === 'reviewed' || front.reviewedOn);
    expect(claims.filter(({ front }) => !front.reviewedBy).map(({ file }) => file)).toEqual([]);
    expect(entries.filter(({ front }) => front.status === 'draft').length).toBeGreaterThan(0);
  });
});
