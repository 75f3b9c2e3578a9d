/** Bundles and overlays from an address, with an attack in every string, in every key, and in their shape. */
import { describe, expect, it } from 'vitest';
import { checkBundle, checkOverlay } from '../../../src/content/check-bundle.js';
import { loadBuiltIn } from '../../../src/content/load.js';
import { isSafeHref } from '../../../src/content/rich-text.js';
import { bundleSchema, overlaySchema, type Bundle } from '../../../src/content/schema.js';
import { longestWay, wizardView } from '../../../src/guidance/wizard.js';
import { ATTACKS, CLASSES, isMisleading, mapStrings, stringsIn } from '../../fixtures/attacks.js';
import { baseFiles, bundleOf, copyOf, deepFrozen, englishBundle } from '../helpers.js';
import { tally } from './tally.js';

const base = deepFrozen(bundleOf(await baseFiles()));
type Data = Record<string, unknown>;

/** Everything an overlay can put: all entries and all words of a bundle, under names of their own. */
function overlayOf({ schemaVersion: _v, contentVersion: _c, locale: _l, dir: _d, ...parts }: Bundle): unknown {
  const changeOf = (value: unknown): unknown =>
    Array.isArray(value) && (value as Data[]).every((item) => typeof item === 'object' && 'id' in item)
      ? { put: value }
      : typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changeOf(one)]))
        : value;
  return { schemaVersion: 1, extends: 'en', contentVersion: 'own', locale: 'en', dir: 'ltr', parts: changeOf(parts) };
}

const isAddress = (path: readonly (string | number)[]) => /^(?:url|href|source|\w+Url)$/.test(String(path.at(-1)));

describe.each([
  ['every string of a bundle', base, bundleSchema],
  ['every string of an overlay', overlayOf(base), overlaySchema],
] as const)('%s', (way, data, schema) => {
  const count = tally(way);
  const places = [...stringsIn(data)];

  it.each(CLASSES)('is refused, or is only text, when it holds: %s', (name) => {
    const attacks = ATTACKS[name] ?? [];
    // Every attack comes to stand in every string; one reading gives the verdict on all of them.
    for (let shift = 0; shift < attacks.length; shift += 1) {
      const at = (n: number) => attacks[(n + shift) % attacks.length] ?? '';
      const read = schema.safeParse(mapStrings(data, (_value, n) => at(n)));
      const refused = new Set(read.error?.issues.map(({ path }) => path.join('/')));
      const wrong: string[] = [];
      for (const [n, { path }] of places.entries()) {
        const isRefused = path.some((_, i) => refused.has(path.slice(0, i + 1).join('/')));
        count(name, isRefused);
        const value = at(n).trim();
        if (!isRefused && (isMisleading(value) || value.length > 2000 || (isAddress(path) && !isSafeHref(value)))) {
          wrong.push(`${path.join('.')}: ${JSON.stringify(value.slice(0, 80))}`);
        }
      }
      expect(wrong).toEqual([]);
    }
  });
});

describe('keys that every object has', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype'];
  /** JSON with one more key in every object, as no literal can say it. */
  const withKeys = (data: unknown, key: string): unknown => {
    const write = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(write).join()}]`;
      if (typeof value !== 'object' || value === null) return JSON.stringify(value);
      const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${write(one)}`);
      return `{${[`"${key}":{"pwned":1}`, ...fields].join()}}`;
    };
    return JSON.parse(write(data)) as unknown;
  };

  it.each(KEYS)('%s in every object of a bundle or overlay reaches no other object', async (key) => {
    const { bundle, issues } = checkBundle(withKeys(base, key));
    expect(bundle === undefined || key === '__proto__').toBe(true);
    for (const issue of issues) expect(issue).toMatch(/^[\w.]+: [a-z_]+$/);
    await checkOverlay(withKeys(overlayOf(base), key), { names: ['en'], load: loadBuiltIn });
    expect(({} as Data).pwned).toBeUndefined();
  });

  it.each(KEYS)('%s as an id, a title or a suggestion is a name like any other, or refused', (key) => {
    const bundle = copyOf(base) as unknown as { plan: Data; reasons: Data };
    const names = JSON.parse(`{"${key}":"text"}`) as Data;
    Object.assign(bundle.reasons, { titles: names });
    Object.assign(bundle.plan, { suggestedBy: JSON.parse(`{"${key}":["reason:${key}"]}`) as Data });
    const { bundle: read, issues } = checkBundle(bundle);
    expect(issues).toEqual(key === '__proto__' ? [] : expect.arrayContaining([`reasons.titles.${key}: invalid_key`]));
    expect(read?.reasons.titles ?? {}).toEqual({}); // a reader of JSON leaves that name out
    expect(({} as Data).text).toBeUndefined();
  });
});

describe('the shape of a bundle', () => {
  const withText = (node: unknown) => {
    const bundle = copyOf(base);
    Object.assign(bundle.reasons.items[0] as object, { what: [{ kind: 'p', children: [node] }] });
    return bundle;
  };
  const nested = (depth: number, node: (child: unknown) => unknown): unknown => {
    let inner: unknown = 'deep';
    for (let i = 0; i < depth; i += 1) inner = node(inner);
    return inner;
  };

  it.each<[string, (child: unknown) => unknown]>([
    ['links in links', (child) => ({ kind: 'link', href: '#a', children: [child] })],
    ['emphasis in emphasis', (child) => ({ kind: 'em', children: [child] })],
    ['a node of no kind', (child) => ({ kind: 'x', children: [child] })],
    ['lists in lists', (child) => [child]],
  ])('%s, a thousand deep, is refused at once: each level takes as long as the one before', (_, node) => {
    const { bundle, issues } = checkBundle(withText(nested(1000, node)));
    expect(bundle).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  });

  it('of millions of wrong entries is refused with few words', () => {
    const bundle = { ...base, core: { ...base.core, regions: Array(1_000_000).fill(0), sources: Array(300).fill({}) } };
    expect(checkBundle(bundle).issues.length).toBeLessThanOrEqual(50);
  });

  it.each(['en-aa-aa', 'en-abcd-abcd', 'en-1a', 'en-US-US'])(
    'in the language "%s", which no browser knows, is refused',
    (locale) => {
      expect(checkBundle({ ...base, locale }).issues).toEqual(['locale: custom']);
    },
  );

  it.each(['call me', '9-1-1; DROP', '<b>911</b>', '+', '🌿'])(
    'with "%s" for a crisis line to call is refused',
    (value) => {
      const bundle = copyOf(base);
      Object.assign(bundle.core.lines[0] as object, { how: [{ mode: 'call', value }] });
      expect(checkBundle(bundle).issues).toEqual(['core.lines.0.how.0.value: custom']);
    },
  );

  it('with a day that there is not is refused: one browser would show another day, and another nothing', () => {
    expect(checkBundle({ ...base, core: { ...base.core, draftedOn: '2026-02-31' } }).issues).toEqual([
      'core.draftedOn: invalid_format',
    ]);
  });

  it('with more ways through the questions than can be counted is walked all the same', async () => {
    const { steps } = await englishBundle();
    const ids = Array.from({ length: 39 }, (_, i) => `question_${i}`);
    const asked = ids.map((id, i) => ({
      id,
      kind: 'single' as const,
      ask: 'Why?',
      options: Array.from({ length: 7 }, (_, option) => ({
        id: `o${option}`,
        label: 'So',
        goto: ids[(i + option + 1) % 39] ?? '',
      })),
    }));
    const questions = [...steps.questions.filter(({ kind }) => kind === 'gate'), ...asked];
    expect(checkBundle({ ...(await englishBundle()), steps: { ...steps, questions } }).issues).toEqual([]);
    expect(longestWay({ questions })).toBeLessThanOrEqual(40);
    expect(wizardView({ questions }, { answers: {}, cards: [] })).toMatchObject({ kind: 'question', step: 1 });
  });
});
