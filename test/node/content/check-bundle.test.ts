import { describe, expect, it } from 'vitest';
import { checkBundle } from '../../../src/content/check-bundle.js';
import { BUNDLE_PARTS } from '../../../src/content/compile/module.js';
import type { Bundle } from '../../../src/content/schema.js';
import { baseFiles, bundleOf, copyOf, deepFrozen, englishBundle, type Writable } from '../helpers.js';

const base = deepFrozen(bundleOf(await baseFiles()));

/** What the check says about the base bundle after a change. */
function issuesAfter(change: (bundle: Writable<Bundle>) => void): readonly string[] {
  const bundle = copyOf(base);
  change(bundle);
  const { bundle: passed, issues } = checkBundle(bundle);
  // Never both, never neither.
  expect(passed === undefined).toBe(issues.length > 0);
  return issues;
}

/** As data from anywhere: any field may hold anything. */
type Loose = Record<string, unknown>;

describe('a bundle from an address', () => {
  it('passes when the compiler made it', async () => {
    expect(checkBundle(base)).toEqual({ bundle: base, issues: [] });
    expect(checkBundle(JSON.parse(JSON.stringify(await englishBundle()))).issues).toEqual([]);
  });

  it.each(BUNDLE_PARTS)('is refused when only half of it was loaded: no %s', (part) => {
    expect(issuesAfter((bundle) => void Object.assign(bundle, { [part]: undefined }))).toEqual([
      `${part}: invalid_type`,
    ]);
  });

  it.each([undefined, null, 'bundle', 7, [], {}].map((data) => [data]))('is refused when it is %j', (data) => {
    const { bundle, issues } = checkBundle(data);
    expect(bundle).toBeUndefined();
    expect(issues).not.toEqual([]);
    for (const issue of issues) expect(issue).toMatch(/^\w+: \w+$/);
  });

  it('is refused when it is of another version', () => {
    expect(issuesAfter((bundle) => Object.assign(bundle, { schemaVersion: 2 }))).toEqual([
      'schemaVersion: invalid_value',
    ]);
  });

  it.each<[string, (bundle: Writable<Bundle>) => void]>([
    ['reasons.items.0.label: invalid_type', ({ reasons }) => Object.assign(reasons.items[0] as Loose, { label: 7 })],
    ['reasons.items: invalid_type', ({ reasons }) => Object.assign(reasons as Loose, { items: {} })],
    ['core.lines.0.how: too_small', ({ core }) => Object.assign(core.lines[0] as Loose, { how: [] })],
    ['dir: invalid_value', (bundle) => Object.assign(bundle as Loose, { dir: 'up' })],
    [
      'steps.questions.0: unrecognized_keys',
      ({ steps }) => Object.assign(steps.questions[0] as Loose, { html: '<b>' }),
    ],
    ['reasons.items.0.id: invalid_format', ({ reasons }) => Object.assign(reasons.items[0] as Loose, { id: 'a b' })],
    ['core.words.common: unrecognized_keys', ({ core }) => Object.assign(core.words.common as Loose, { hello: 'x' })],
    [
      'reasons.items.0.what: text-too-long:240',
      ({ reasons }) => {
        Object.assign(reasons.items[0] as Loose, { what: [{ kind: 'p', children: ['a'.repeat(241)] }] });
      },
    ],
  ])('is refused with a path: %s', (issue, change) => {
    expect(issuesAfter(change)).toEqual([issue]);
  });

  const paragraph = (child: unknown) => [{ kind: 'p', children: [child] }];

  it.each([
    ['a script', { kind: 'link', href: 'javascript:alert(1)', children: ['a'] }],
    ['another host', { kind: 'link', href: 'https://good.example@elsewhere.example/', children: ['a'] }],
    ['plain http', { kind: 'link', href: 'http://good.example/', children: ['a'] }],
    ['an unknown node', { kind: 'html', children: ['<b>'] }],
    ['an image', { kind: 'img', src: 'https://good.example/a.png' }],
    ['a handler', { kind: 'em', children: ['a'], onclick: 'alert(1)' }],
    ['an unknown place', { kind: 'place', place: 'line:taxi' }],
  ])('is refused when its words hold %s', (_, node) => {
    const [issue = '', ...more] = issuesAfter(({ reasons }) => {
      Object.assign(reasons.items[0] as Loose, { what: paragraph(node) });
    });
    expect(issue).toMatch(/^reasons\.items\.0\.what\.0/);
    expect(more).toEqual([]);
  });

  it.each([
    [
      'a locator',
      ({ core }: Writable<Bundle>) =>
        Object.assign(core.regions[0] as Loose, { locator: { label: 'x', url: 'http://a.example' } }),
    ],
    [
      'a source',
      ({ core }: Writable<Bundle>) => Object.assign(core.sources[0] as Loose, { url: 'javascript:alert(1)' }),
    ],
    [
      'a chat',
      ({ core }: Writable<Bundle>) =>
        Object.assign(core.lines[0] as Loose, { how: [{ mode: 'chat', value: 'data:text/html,x' }] }),
    ],
  ])('is refused when %s has an unsafe address', (_, change) => {
    const issues = issuesAfter((bundle) => void change(bundle));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(
      /^core\.(?:regions\.0\.locator\.url|sources\.0\.url|lines\.0\.how\.0\.value): unsafe-link$/,
    );
  });

  it.each(['emergency', 'suicide', 'poison'])('is refused when a region has no %s line', (kind) => {
    const issues = issuesAfter(({ core }) => {
      core.lines = core.lines.filter((line) => line.kind !== kind);
    });
    expect(issues).toEqual([`core.lines: region ZZ has no ${kind} line`]);
  });

  it('is refused when its lines are those of another region', () => {
    const issues = issuesAfter(({ core }) => core.lines.forEach((line) => Object.assign(line, { region: 'YY' })));
    expect(issues).toEqual([
      'core.lines: region ZZ has no emergency line',
      'core.lines: region ZZ has no suicide line',
      'core.lines: region ZZ has no poison line',
    ]);
  });

  it('passes when another line stands in, though nothing stands in for the emergency number', () => {
    const standingIn =
      (missing: string, standIn: string) =>
      ({ core }: Writable<Bundle>) => {
        core.lines = core.lines.filter(({ kind }) => kind !== missing);
        Object.assign(core.regions[0] as Loose, { standIns: { [missing]: standIn } });
      };
    expect(issuesAfter(standingIn('poison', 'emergency'))).toEqual([]);
    expect(issuesAfter(standingIn('poison', 'treatment'))).toEqual(['core.lines: region ZZ has no poison line']);
    expect(issuesAfter(standingIn('emergency', 'suicide'))).toEqual(['core.lines: region ZZ has no emergency line']);
  });

  it('is refused without a gate, and with two', () => {
    const kindOfFirstTwo =
      (kind: 'gate' | 'single') =>
      ({ steps }: Writable<Bundle>) =>
        steps.questions.slice(0, 2).forEach((question) => Object.assign(question, { kind }));
    expect(issuesAfter(kindOfFirstTwo('single'))).toEqual(['steps.questions: there must be one gate']);
    expect(issuesAfter(kindOfFirstTwo('gate'))).toEqual(['steps.questions: there must be one gate']);
  });

  it('is refused when an outcome offers only the sponsor', () => {
    const issues = issuesAfter(({ steps }) =>
      steps.outcomes[0]?.options.forEach((option) => Object.assign(option, { kind: 'sponsor' })),
    );
    expect(issues).toEqual(['steps.outcomes: "reconnect_first" offers only the sponsor']);
  });

  it('is refused when an outcome offers nothing', () => {
    expect(issuesAfter(({ steps }) => Object.assign(steps.outcomes[0] as Loose, { options: [] }))).toEqual([
      'steps.outcomes.0.options: too_small',
    ]);
  });

  it('is refused without a region, as nobody could be called', () => {
    expect(issuesAfter(({ core }) => Object.assign(core, { regions: [], lines: [] }))).toEqual([
      'core.regions: there is no region, so no crisis line can be shown',
    ]);
  });

  it('names at most fifty things that are wrong', () => {
    const issues = issuesAfter(({ reasons }) => {
      reasons.items = Array.from({ length: 200 }, () => ({ ...reasons.items[0], label: 7 })) as never;
    });
    expect(issues).toHaveLength(50);
  });

  it('is refused, and never throws, when it is nested without end', () => {
    let node: unknown = 'deep';
    for (let depth = 0; depth < 50_000; depth += 1) node = { kind: 'em', children: [node] };
    expect(
      issuesAfter(({ reasons }) => {
        // Too deep to be copied, so it is put in last.
        Object.assign(reasons.items[0] as Loose, { what: paragraph(node) });
      }),
    ).toEqual(['bundle: nested too deeply']);
  });

  it('is refused when emphasis is five deep, and passes when it is four', () => {
    const nested = (depth: number): unknown => (depth ? { kind: 'em', children: [nested(depth - 1)] } : 'a');
    const withDepth = (depth: number) =>
      issuesAfter(({ reasons }) => void Object.assign(reasons.items[0] as Loose, { what: paragraph(nested(depth)) }));
    expect(withDepth(3)).toEqual([]);
    expect(withDepth(4)).toEqual(['reasons.items.0.what.0.children: too-deep']);
  });
});
