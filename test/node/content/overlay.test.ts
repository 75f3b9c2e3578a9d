import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkBundle, checkOverlay } from '../../../src/content/check-bundle.js';
import { changeBetween, overlayBetween } from '../../../src/content/compile/diff.js';
import { compileFolder } from '../../../src/content/compile/folder.js';
import { KIND_NAMES } from '../../../src/content/compile/ref.js';
import { BUILT_IN } from '../../../src/content/built-in.js';
import type { Content } from '../../../src/content/load.js';
import { changed, overlaid, type Overlay } from '../../../src/content/overlay.js';
import { samePlaces } from '../../../src/content/protected.js';
import { ENTITIES, type Bundle, type BundlePart, type EntityKind } from '../../../src/content/schema.js';
import {
  baseFiles,
  bundleOf,
  compileFiles,
  copyOf,
  deepFrozen,
  placeOf,
  rawEntries,
  REPO,
  replaced,
  temporaryFolder,
  textOf,
  TODAY,
  translationFiles,
  withChange,
  withTexts,
  type Files,
  type Writable,
} from '../helpers.js';

const base = await baseFiles();
const bundle = deepFrozen(bundleOf(base));

const FACTS = { locale: 'en', dir: 'ltr', contentVersion: 'own-1', extends: 'en' };
/** An overlay of the base: some texts, and what `bundle.yaml` says. */
const overlayFiles = (texts: Readonly<Record<string, string>> = {}, facts: object = {}): Files =>
  withTexts(new Map(), { 'bundle.yaml': stringify({ ...FACTS, ...facts }), ...texts });
const compileOverlay = (texts?: Readonly<Record<string, string>>, facts?: object, below = base) =>
  compileFiles(overlayFiles(texts, facts), below);

/** Compiles an overlay and expects no issue. */
function laid(texts?: Readonly<Record<string, string>>, facts?: object, below = base) {
  const { bundle: merged, overlay, issues } = compileOverlay(texts, facts, below);
  if (!merged) throw new Error(JSON.stringify(issues, null, 2));
  return { merged, overlay };
}
const placesOf = (...args: Parameters<typeof compileOverlay>) => compileOverlay(...args).issues.map(placeOf);

const STRENGTH = 'strengths/stayed_calm.md';
const LINE = 'crisis-lines/zz_suicide.md';
const strength = textOf(base, STRENGTH);
const strengthNamed = (id: string, order = 10) =>
  replaced(replaced(strength, 'stayed_calm', id), 'order: 10', `order: ${order}`);
const lineNamed = (id: string, order: number, path = LINE) =>
  replaced(textOf(base, path), /^id: (\w+)/m.exec(textOf(base, path))?.[1] ?? '', id).replace(
    'order: 10',
    `order: ${order}`,
  );

describe('an overlay', () => {
  it('that changes nothing has the words of its base, and its own name', () => {
    const { merged, overlay } = laid();
    expect(merged).toEqual({ ...bundle, contentVersion: 'own-1' });
    expect(overlay).toEqual({ schemaVersion: 1, ...FACTS, parts: {} });
  });

  it('adds entries where their order says', () => {
    const { merged } = laid({
      'strengths/came_early.md': strengthNamed('came_early', 5),
      'strengths/came_late.md': strengthNamed('came_late', 20),
    });
    expect(merged.reasons.strengths.map(({ id }) => id)).toEqual(['came_early', 'stayed_calm', 'came_late']);
  });

  it('replaces an entry that has the same id', () => {
    const { merged } = laid({ [STRENGTH]: replaced(strength, 'We stayed calm', 'We kept calm') });
    expect(merged.reasons.strengths.map(({ label }) => label)).toEqual(['We kept calm']);
  });

  it('hides entries, by its list or by retiring them', () => {
    expect(laid({}, { hide: ['strength:stayed_calm'] }).merged.reasons.strengths).toEqual([]);
    const retired = { [STRENGTH]: replaced(strength, 'status: draft', 'status: retired') };
    expect(laid(retired).merged.reasons.strengths).toEqual([]);
  });

  it('takes links to what it hides out of the base, and leaves rules as they are: nobody can tick a hidden reason', () => {
    const { merged, overlay } = laid({}, { hide: ['contingency:walks_out', 'self_care:slow_breath'] });
    expect(merged.reasons.items.map(({ leadsTo }) => leadsTo)).toEqual([['outcome:reconnect_first']]);
    expect(merged.reasons.titles).toEqual({ 'outcome:reconnect_first': 'Reconnect first' });
    expect(merged.care.cards.map(({ leadsTo }) => leadsTo)).toEqual([[]]);
    expect(merged.plan.suggestedBy).toEqual({});
    expect(overlaid(bundle, overlay as Overlay)).toEqual(merged);

    const { overlay: second } = laid({}, { hide: ['reason:felt_cornered'] });
    expect(Object.keys(second?.parts ?? {})).toEqual(['reasons', 'plan']);
  });

  it('takes a way to ask out of a list that has enough of them', () => {
    const ways = ['one_to_one', 'by_letter', 'by_phone'];
    const format = textOf(base, 'formats/one_to_one.md');
    const below = withTexts(
      withChange(base, 'outcomes/reconnect_first.md', 'part: plan', `part: plan\nformats: [${ways.join(', ')}]`),
      {
        'formats/by_letter.md': replaced(format, 'one_to_one', 'by_letter'),
        'formats/by_phone.md': replaced(format, 'one_to_one', 'by_phone'),
      },
    );
    expect(laid({}, { hide: ['format:by_phone'] }, below).merged.steps.outcomes[0]?.formats).toEqual(ways.slice(0, 2));
    // Either of them could stay, so it is said of one.
    expect(placesOf({}, { hide: ['format:by_phone', 'format:by_letter'] }, below)).toEqual([
      { id: 'overlay-breaks', file: 'bundle.yaml', line: 6, path: 'hide[0]' },
    ]);
  });

  it('changes some interface words and leaves the others', () => {
    const { merged } = laid({
      'interface.yaml': stringify({ checklist: { title: 'Ours', count: { one: '{count} thing' } } }),
    });
    const { words } = bundle.reasons;
    expect(merged.reasons.words).toEqual({ ...words, title: 'Ours', count: { ...words.count, one: '{count} thing' } });
    expect(merged.plan).toEqual(bundle.plan);
  });

  it('adds a crisis line after those that are there', () => {
    const { merged } = laid({ 'crisis-lines/own_line.md': lineNamed('own_line', 20) });
    expect(merged.core.lines.filter(({ kind }) => kind === 'suicide').map(({ id }) => id)).toEqual([
      'zz_suicide',
      'own_line',
    ]);
  });

  it('may have a country of its own in its locale', () => {
    expect(laid({}, { locale: 'en-GB' }).merged.locale).toBe('en-GB');
  });

  it('changes a translation in the same way', async () => {
    const files = overlayFiles(
      { [STRENGTH]: replaced(strength, 'We stayed calm', 'Hablamos en calma') },
      { extends: '../es', locale: 'es' },
    );
    const spanish = withTexts(await translationFiles(), {});
    const inOrder = (all: Files) => [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const { compile } = await import('../../../src/content/compile/compile.js');
    const source = { files: inOrder(files), base: { files: inOrder(spanish), base: { files: inOrder(base) } } };
    const { bundle: merged, issues } = compile(source, { today: TODAY });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(merged?.reasons.strengths.map(({ label }) => label)).toEqual(['Hablamos en calma']);
    expect(merged?.reasons.items.map(({ label }) => label)).toEqual(['Se sintió sin salida']);
    expect(merged?.locale).toBe('es');
  });

  it('is compiled to its changes when it extends what comes with the kit, and to a bundle alone otherwise', () => {
    expect(laid({}, { extends: 'en' }).overlay).toBeDefined();
    expect(laid({}, { extends: '../base' }).overlay).toBeUndefined();
  });

  it('names every kind of entry in small letters', () => {
    expect([...KIND_NAMES.values()].sort()).toEqual(Object.keys(ENTITIES).sort());
    expect(KIND_NAMES.get('self_care')).toBe('selfCare');
    for (const name of KIND_NAMES.keys()) expect(name).toMatch(/^[a-z_]+$/);
  });
});

describe('an overlay is checked like any folder', () => {
  it('with all that is wrong in its own files, and nothing of its base', () => {
    const reason = replaced(textOf(base, 'reasons/felt_cornered.md'), 'citations: [helpers_note]\n', '');
    const below = withChange(base, STRENGTH, 'We stayed calm', 'We stayed calm, addict'); // base: not ours to mend
    expect(
      placesOf(
        {
          'reasons/felt_cornered.md': reason,
          'strengths/bad.md': strengthNamed('bad_name'),
          'strengths/worse.md': 'no front matter',
          'interface.yaml': 'checklist: {title: ""}\n',
        },
        { hide: ['outcome:never_was'] },
        below,
      ),
    ).toEqual([
      { id: 'overlay-unknown', file: 'bundle.yaml', line: 6, path: 'hide[0]' },
      { id: 'missing-field', file: 'interface.yaml', line: 1, path: 'checklist.title' },
      { id: 'missing-citation', file: 'reasons/felt_cornered.md', line: 2, path: 'citations' },
      { id: 'misplaced-file', file: 'strengths/bad.md', line: 2, path: 'id' },
      { id: 'no-front-matter', file: 'strengths/worse.md', line: 1, path: '' },
    ]);
  });

  it('for words that hurt, where it says them', () => {
    const [issue] = placesOf({ 'interface.yaml': 'checklist:\n  title: For families of addicts\n' });
    expect(issue).toMatchObject({ id: 'language', file: 'interface.yaml', line: 2, path: 'checklist.title' });
  });

  it('for references of its own that lead nowhere', () => {
    const reason = textOf(base, 'reasons/felt_cornered.md').replaceAll('felt_cornered', 'was_late');
    const lost = replaced(reason, 'group: approach', 'group: weather');
    expect(placesOf({ 'reasons/was_late.md': lost })).toEqual([
      { id: 'dangling-reference', file: 'reasons/was_late.md', line: 3, path: 'group' },
    ]);
  });

  it.each<[string, object]>([
    ['contentVersion', { contentVersion: undefined }],
    ['extends', { extends: '' }],
  ])('for facts that it lacks, as %s, with what is wrong in other files, and no more', (path, facts) => {
    const issues = placesOf({ 'strengths/bad.md': strengthNamed('bad_name') }, facts);
    expect(issues.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'missing-field bundle.yaml',
      'misplaced-file strengths/bad.md',
    ]);
    expect(issues[0]?.path).toBe(path);
  });

  it('for more entries than a bundle can hold', () => {
    const ids = Array.from({ length: 20 }, (_, i) => `more_${i}`);
    const texts = Object.fromEntries(ids.map((id) => [`strengths/${id}.md`, strengthNamed(id)]));
    const { issues } = compileOverlay(texts);
    expect(issues.map(placeOf)).toEqual([{ id: 'bad-value', file: 'bundle.yaml', line: 1, path: 'reasons.strengths' }]);
    expect(issues[0]?.message).toBe('"reasons.strengths" has more than 20.');
  });
});

describe('what an overlay builds on', () => {
  const brokenBase = (line = 4) => [{ id: 'broken-base', file: 'bundle.yaml', line, path: 'extends' }];

  it.each([
    ['../nowhere', 'There is no folder "../nowhere".'],
    ['fr', 'No language "fr" comes with the kit.'],
  ])('has to be there: %s', (name, message) => {
    const { issues } = compileFiles(overlayFiles({}, { extends: name }));
    expect(issues.map(placeOf)).toEqual(brokenBase());
    expect(issues[0]?.message).toBe(message);
  });

  it('has to be well, in each file and all together', () => {
    for (const below of [
      withChange(base, STRENGTH, 'order: 10', 'order: -1'),
      withTexts(base, { 'questions/q_safe_now.md': undefined }),
    ]) {
      const { issues } = compileOverlay({}, { extends: '../base' }, below);
      expect(issues.map(placeOf)).toEqual(brokenBase());
      expect(issues[0]?.message).toBe('The folder "../base" has problems of its own.');
    }
  });

  it('may be old: nobody can check its lines from here', () => {
    const { issues } = compileFiles(overlayFiles(), base);
    expect(issues).toEqual([]);
    expect(
      compileOverlay({}, {}, withChange(base, LINE, 'verifiedOn: 2026-11-22', 'verifiedOn: 2020-01-01')).issues,
    ).toEqual([]);
  });

  it('is no overlay', () => {
    const { issues } = compileOverlay({}, { extends: '../own' }, overlayFiles());
    expect(issues.map(placeOf)).toEqual(brokenBase());
    expect(issues[0]?.message).toBe('The folder "../own" is an overlay itself.');
  });
});

// ---------------------------------------------------------------- what stays

/** The base with a rule for danger, a second line of a kind, and a private question with cards. */
const guarded = withTexts(base, {
  'rules/danger.md': replaced(
    replaced(textOf(base, 'rules/fallback.md'), 'fallback', 'danger'),
    'priority: 0',
    'priority: 9\nsafety: true',
  ),
  'crisis-lines/zz_text.md': lineNamed('zz_text', 20),
  'questions/q_contact.md': replaced(textOf(base, 'questions/q_contact.md'), 'order: 2', 'order: 2\nprivate: true'),
});

const without = (path: string, was: string, now = '') => ({ [path]: replaced(textOf(guarded, path), was, now) });
const SAFETY = 'safety/cannot_wake.md';
const REGION = 'regions/region_zz.md';
const CONTACT = 'questions/q_contact.md';

describe('an overlay can not', () => {
  it.each([
    'question:q_safe_now',
    'question:q_contact',
    'crisis_line:zz_emergency',
    'crisis_line:zz_suicide',
    'crisis_line:zz_poison',
    'crisis_line:zz_text',
    'region:region_zz',
    'safety:cannot_wake',
    'safety:contact_unsafe',
    'rule:danger',
  ])('hide %s', (name) => {
    expect(placesOf({}, { hide: ['strength:stayed_calm', name] }, guarded)).toEqual([
      { id: 'overlay-protected', file: 'bundle.yaml', line: 7, path: 'hide[1]' },
    ]);
    const [kindName = '', id = ''] = name.split(':');
    const { folder } = ENTITIES[KIND_NAMES.get(kindName) as EntityKind];
    const path = `${folder}/${id}.md`;
    expect(placesOf(without(path, 'status: draft', 'status: retired'), {}, guarded)).toEqual([
      { id: 'overlay-protected', file: path, line: 2, path: '' },
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['the words of the gate', without('questions/q_safe_now.md', 'Is anyone', 'Is somebody')],
    ['where the gate leads', without('questions/q_safe_now.md', 'goto: "safety:choose"', 'goto: end')],
    ['the number of a line', without(LINE, '555-0101', '555-0199')],
    ['the kind of a line', without(LINE, 'kind: suicide', 'kind: family')],
    ['the region of a line', without(LINE, 'region: ZZ', 'region: YY')],
    ['the code of a region', without(REGION, 'code: ZZ', 'code: YY')],
    ['the locator of a region', without(REGION, 'https://help.example/find', 'https://center.example/')],
    ['a screen into a card', without(SAFETY, 'kind: screen', 'kind: card')],
    ['a danger so that it is not in the list', without(SAFETY, 'choose: Someone can not be woken up\n')],
    ['the first line of a screen', without(SAFETY, 'lines: [emergency]', 'lines: [family, emergency]')],
    ['the lines of a card', without('safety/contact_unsafe.md', '[emergency, suicide]', '[emergency]')],
    ['an answer so that its card is gone', without(CONTACT, ', cards: [contact_unsafe]')],
    ['an answer so that its tag is gone', without(CONTACT, ', tags: [unsafe]')],
    ['an answer so that another one has its card', without(CONTACT, 'id: not_safe', 'id: other')],
    ['a private question so that it is none', without(CONTACT, 'private: true\n')],
    ['a rule for danger', without('rules/danger.md', 'safety: true\n')],
  ])('change %s', (_, texts) => {
    const [path = ''] = Object.keys(texts);
    expect(placesOf(texts, {}, guarded)).toEqual([{ id: 'overlay-protected', file: path, line: 2, path: '' }]);
  });

  it('put a line before those that are there, nor two lines between them', () => {
    expect(placesOf({ 'crisis-lines/own_line.md': lineNamed('own_line', 15) }, {}, guarded)).toEqual([
      { id: 'overlay-protected', file: 'crisis-lines/own_line.md', line: 5, path: 'order' },
    ]);
    const unordered = lineNamed('own_line', 1).replace('order: 1\n', '');
    expect(placesOf({ 'crisis-lines/own_line.md': unordered }, {}, guarded)).toMatchObject([
      { id: 'overlay-protected' },
    ]);
  });

  it('bring a second region of the same code', () => {
    const second = replaced(textOf(base, REGION), 'region_zz', 'region_own');
    expect(placesOf({ 'regions/region_own.md': second })).toEqual([
      { id: 'overlay-protected', file: 'regions/region_own.md', line: 3, path: 'code' },
    ]);
  });

  it('bring a second gate', () => {
    const gate = replaced(textOf(base, 'questions/q_safe_now.md'), 'q_safe_now', 'q_other');
    expect(placesOf({ 'questions/q_other.md': gate }).map(({ id, file }) => `${id} ${file}`)).toContain(
      'missing-gate questions/q_other.md',
    );
  });

  it('take the stand-in of a kind that its region has no line for', () => {
    const standingIn = withTexts(withChange(base, REGION, 'order: 10', 'order: 10\nstandIns: {poison: emergency}'), {
      'crisis-lines/zz_poison.md': undefined,
    });
    expect(placesOf({ [REGION]: textOf(base, REGION) }, {}, standingIn)).toEqual([
      { id: 'missing-crisis-kind', file: REGION, line: 3, path: 'code' },
    ]);
  });
});

describe('an overlay can', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['the words of a screen', without(SAFETY, '- Stay with them.', '- Stay with them. We are open all night.')],
    [
      'a screen so that it shows another line too',
      without(SAFETY, 'lines: [emergency]', 'lines: [emergency, suicide]'),
    ],
    ['the law of a region', without(REGION, 'Calling for help is never a crime here.', 'Ask us what the law says.')],
    ['the words of a question that has cards', without(CONTACT, 'How is contact now?', 'How is contact?')],
    ['a rule that is not about danger', without('rules/fallback.md', 'This can help', 'It can help')],
  ])('change %s', (_, texts) => {
    expect(placesOf(texts, {}, guarded)).toEqual([]);
  });

  it('bring a region with lines of its own', () => {
    const own = (path: string, id: string) =>
      textOf(base, path)
        .replace(/^id: \w+/m, `id: ${id}`)
        .replace('region: ZZ', 'region: YY')
        .replace('code: ZZ', 'code: YY');
    const lines = ['emergency', 'suicide', 'poison'].map((kind) => [
      `crisis-lines/yy_${kind}.md`,
      own(`crisis-lines/zz_${kind}.md`, `yy_${kind}`).replace('order: 10', 'order: 1'),
    ]);
    const { merged } = laid({ 'regions/region_yy.md': own(REGION, 'region_yy'), ...Object.fromEntries(lines) });
    expect(merged.core.regions.map(({ code }) => code).sort()).toEqual(['YY', 'ZZ']);
    expect(merged.core.lines).toHaveLength(6);
  });
});

describe('what an overlay breaks in its base', () => {
  const named = (...args: Parameters<typeof compileOverlay>) => {
    const { issues } = compileOverlay(...args);
    return issues.map(({ id, file, path, message }) => ({ at: `${id} ${file} ${path}`, message }));
  };

  it('is said where it is hidden, with all that rests on it', () => {
    const [issue, ...more] = named({}, { hide: ['strength:stayed_calm', 'outcome:reconnect_first'] });
    expect(more).toEqual([]);
    expect(issue?.at).toBe('overlay-breaks bundle.yaml hide[1]');
    expect(issue?.message).toBe(
      'Hiding this breaks the base in 2 places. rules/fallback.md: There is no outcome "reconnect_first". ' +
        'rules/left_early.md: There is no outcome "reconnect_first".',
    );
  });

  it('is said for each thing hidden', () => {
    const issues = named({}, { hide: ['group:approach', 'role:contact_person', 'source:helpers_note'] });
    expect(issues.map(({ at }) => at)).toEqual([0, 1, 2].map((i) => `overlay-breaks bundle.yaml hide[${i}]`));
  });

  it('is said in the file that replaces it, or retires it', () => {
    const question = replaced(textOf(base, 'questions/q_how_ended.md'), ', tags: [left]', '');
    expect(named({ 'questions/q_how_ended.md': question })).toEqual([
      {
        at: 'overlay-breaks questions/q_how_ended.md ',
        message:
          'This entry breaks the base in one place. rules/left_early.md: There is no answer with the tag "tag:left".',
      },
    ]);
    const outcome = replaced(textOf(base, 'outcomes/reconnect_first.md'), 'status: draft', 'status: retired');
    expect(named({ 'outcomes/reconnect_first.md': outcome }).map(({ at }) => at)).toEqual([
      'overlay-breaks outcomes/reconnect_first.md ',
    ]);
  });

  it('is nothing when what rests on it is replaced too', () => {
    const rule = replaced(textOf(base, 'rules/left_early.md'), ', tag:left]', ']');
    const question = replaced(textOf(base, 'questions/q_how_ended.md'), ', tags: [left]', '');
    expect(named({ 'questions/q_how_ended.md': question, 'rules/left_early.md': rule })).toEqual([]);
  });

  it('is said once for many, with the first few', () => {
    const more = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `rules/more_${i}.md`,
        replaced(textOf(base, 'rules/fallback.md'), 'fallback', `more_${i}`),
      ]),
    );
    const [issue] = named({}, { hide: ['outcome:reconnect_first'] }, withTexts(base, more));
    expect(issue?.message).toMatch(/^Hiding this breaks the base in 10 places\. .* And 5 more\.$/);
  });

  it.each([
    ['any: [reason:felt_cornered, tag:left]', true],
    ['none: [reason:felt_cornered]', true],
    ['any: [reason:felt_cornered]', false],
    ['all: [reason:felt_cornered, tag:left]', false],
  ])('is a rule that can not hold any more: with %s all is well: %s', (when, isWell) => {
    const rule = replaced(
      textOf(base, 'rules/left_early.md'),
      'any: [q_how_ended=walked_out, reason:felt_cornered, tag:left]',
      when,
    );
    const issues = named({}, { hide: ['reason:felt_cornered'] }, withTexts(base, { 'rules/left_early.md': rule }));
    expect(issues.map(({ at }) => at)).toEqual(isWell ? [] : ['overlay-breaks bundle.yaml hide[0]']);
  });

  it('is its own to mend where it names itself what it hides', () => {
    const reason = textOf(base, 'reasons/felt_cornered.md').replaceAll('felt_cornered', 'was_late');
    const [issue] = named({ 'reasons/was_late.md': reason }, { hide: ['contingency:walks_out'] });
    expect(issue?.at).toBe('dangling-reference reasons/was_late.md leadsTo[1]');
  });

  it('is said of the overlay when no change alone is to blame', () => {
    // Two ways from one question, and each is made too long.
    const question = (id: string, goto: string) =>
      `---\nid: ${id}\nkind: single\norder: 5\nask: How is it now?\noptions:\n  - {id: one, label: It is one, goto: ${goto}}\n` +
      `  - {id: two, label: It is two, goto: ${goto}}\nstatus: draft\ndraftedOn: 2026-11-22\nreviewEvery: P12M\n---\n`;
    const fork = replaced(
      replaced(textOf(base, 'questions/q_how_ended.md'), 'label: They said no', 'label: They said no, goto: q_right'),
      'next: q_contact',
      'next: q_left',
    );
    const below = withTexts(base, {
      'questions/q_how_ended.md': fork,
      'questions/q_left.md': question('q_left', 'q_contact'),
      'questions/q_right.md': question('q_right', 'q_contact'),
    });
    const chain = (side: string) => {
      const ids = [`q_${side}`, ...Array.from({ length: 5 }, (_, i) => `q_${side}_${i}`)];
      return ids.map((id, i) => [`questions/${id}.md`, question(id, ids[i + 1] ?? 'q_contact')] as const);
    };
    const issues = named(Object.fromEntries([...chain('left'), ...chain('right')]), {}, below);
    expect(issues.map(({ at }) => at)).toEqual(['overlay-breaks bundle.yaml extends']);
    expect(issues[0]?.message).toBe(
      'Together, the changes break the base in one place. questions/q_safe_now.md: One way from the gate asks 9 questions; 7 is the most.',
    );
  });
});

describe('places in a word', () => {
  it.each([
    ['Call {number}', 'Ring {number} now', true],
    ['{a} of {b}', '{b}: {a}, {a}', true],
    ['Call {number}', 'Call', false],
    ['Call', 'Call {number}', false],
    ['{one}', '{two}', false],
  ])('"%s" and "%s" are the same: %s', (before, after, expected) => {
    expect(samePlaces(before, after)).toBe(expected);
  });
});

// ---------------------------------------------------------------- as data

describe('a compiled overlay', () => {
  const texts = {
    'strengths/came_early.md': strengthNamed('came_early', 5),
    'crisis-lines/own_line.md': lineNamed('own_line', 20),
    'interface.yaml': 'checklist:\n  title: Ours\n',
  };

  it('holds what changes and nothing else', () => {
    const { overlay } = laid(texts, { hide: ['limit:no_cash'] });
    expect(Object.keys(overlay?.parts ?? {}).sort()).toEqual(['core', 'reasons', 'tools']);
    expect(overlay?.parts.tools).toEqual({ limits: { drop: ['no_cash'] } });
    expect(overlay?.parts.reasons).toEqual({
      words: { title: 'Ours' },
      strengths: { put: [{ ...laid(texts).merged.reasons.strengths[0], after: null }] },
    });
    expect(overlay?.parts.core?.lines?.put?.map(({ id, after }) => [id, after])).toEqual([['own_line', 'zz_suicide']]);
    expect(JSON.stringify(overlay).length).toBeLessThan(1000);
  });

  it('makes of the base what the folder says', () => {
    const { merged, overlay } = laid(texts, { hide: ['limit:no_cash'] });
    expect(overlaid(bundle, overlay as Overlay)).toEqual(merged);
    expect(checkBundle(merged).issues).toEqual([]);
  });

  it('is the same data in JSON', () => {
    const { overlay } = laid(texts);
    expect(JSON.parse(JSON.stringify(overlay))).toEqual(overlay);
  });

  it('changes the parts that are there, and brings no other', () => {
    const { overlay } = laid(texts);
    const { schemaVersion, locale, dir, contentVersion, care } = bundle;
    const part = overlaid({ schemaVersion, locale, dir, contentVersion, care }, overlay as Overlay);
    expect(part).toEqual({ schemaVersion, locale, dir, contentVersion: 'own-1', care });
    expect(part.care).toBe(care);
  });
});

describe('the difference between two lists, records or words', () => {
  const item = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    text: fc.constantFrom('x', 'y', 'z'),
  });
  const list = fc.uniqueArray(item, { selector: ({ id }) => id });
  const key = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__');
  const fields = (value: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(key, value)).map((entries) => Object.fromEntries(entries));
  const part = fc
    .record({
      words: fc.record({
        title: fc.string(),
        count: fc.record({ one: fc.string(), other: fc.string() }),
        list: fc.array(fc.string()),
      }),
      items: list,
      others: list,
      titles: fields(fc.string()),
      draftedOn: fc.constantFrom('2026-11-22', '2026-11-25'),
    })
    .map((data) => copyOf(data)); // plain objects, as JSON gives them

  it('makes the second of the first, whatever they are', () => {
    fc.assert(
      fc.property(part, part, (before, after) => {
        const change = changeBetween(before, after);
        const read: unknown = change === undefined ? undefined : JSON.parse(JSON.stringify(change));
        expect(changed<unknown>(deepFrozen(before), read as never)).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing when they are the same', () => {
    fc.assert(fc.property(part, (data) => changeBetween(data, copyOf(data)) === undefined));
  });

  it('puts no more than it has to', () => {
    const items = (...ids: string[]) => ids.map((id) => ({ id }));
    expect(changeBetween(items('a', 'b', 'c', 'd'), items('d', 'a', 'b', 'c'))).toEqual({
      put: [{ id: 'd', after: null }],
    });
    expect(changeBetween(items('a', 'b', 'c', 'd'), items('b', 'c', 'd', 'a'))).toEqual({
      put: [{ id: 'a', after: 'd' }],
    });
    expect(changeBetween([{ id: 'a', n: 1 }, { id: 'b' }], [{ id: 'a', n: 2 }, { id: 'b' }])).toEqual({
      put: [{ id: 'a', n: 2 }],
    });
    expect(changeBetween(items('a', 'b'), items('b'))).toEqual({ drop: ['a'] });
    expect(changeBetween([], items('a'))).toEqual({ put: [{ id: 'a', after: null }] });
  });

  it('fits a base that has moved on', () => {
    const now = [{ id: 'new' }, { id: 'b' }];
    const change = { put: [{ id: 'own', after: 'gone' }, { id: 'b', text: 'own' }, { id: 'lost' }], drop: ['gone'] };
    expect(changed<unknown>(now, change as never)).toEqual([
      { id: 'new' },
      { id: 'b', text: 'own' },
      { id: 'own' },
      { id: 'lost' },
    ]);
  });
});

// ---------------------------------------------------------------- in the browser

/** A kit with that bundle as its English, which keeps what parts were asked for. */
function kitWith(whole: Bundle) {
  const asked: BundlePart[] = [];
  const load = async <P extends BundlePart>(_name: string, parts: readonly P[]) => {
    asked.push(...parts);
    const { schemaVersion, contentVersion, locale, dir, core } = whole;
    const picked = Object.fromEntries(parts.map((part) => [part, whole[part]]));
    return { schemaVersion, contentVersion, locale, dir, core, ...picked } as Content<P>;
  };
  return { builtIn: { names: ['en', 'es'], load }, asked };
}

const guardedBundle = deepFrozen(bundleOf(guarded));

/** What the browser says of an overlay with these parts. */
async function issuesOf(parts: object, facts: object = {}): Promise<readonly string[]> {
  const overlay = { schemaVersion: 1, ...FACTS, parts, ...facts };
  const { load, issues } = await checkOverlay(overlay, kitWith(guardedBundle).builtIn);
  expect(load === undefined).toBe(issues.length > 0);
  return issues;
}

const from = <T extends { readonly id: string }>(items: readonly T[], id: string): T => {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(`No ${id}.`);
  return item;
};

describe('an overlay from an address', () => {
  const { core, steps, reasons } = guardedBundle;

  it('passes when the command made it, and changes parts as they are loaded', async () => {
    const { merged, overlay } = laid({ [STRENGTH]: replaced(strength, 'We stayed', 'We kept') }, {}, guarded);
    const { builtIn, asked } = kitWith(guardedBundle);
    const { load, issues } = await checkOverlay(JSON.parse(JSON.stringify(overlay)), builtIn);
    expect(issues).toEqual([]);
    expect(asked).toEqual([]);
    expect(await load?.(['reasons'])).toEqual({
      schemaVersion: 1,
      locale: 'en',
      dir: 'ltr',
      contentVersion: 'own-1',
      core: merged.core,
      reasons: merged.reasons,
    });
    expect(asked).toEqual(['reasons']);
  });

  it('waits for the words of the wizard only when it changes questions or rules', async () => {
    for (const [parts, expected] of [
      [{ steps: { words: { title: 'Ours' } } }, []],
      [{ steps: { outcomes: { drop: ['reconnect_first'] } } }, []],
      [{ steps: { rules: { drop: ['left_early'] } } }, ['steps']],
      [{ steps: { questions: { put: [from(steps.questions, 'q_how_ended')] } } }, ['steps']],
    ] as const) {
      const { builtIn, asked } = kitWith(guardedBundle);
      expect((await checkOverlay({ schemaVersion: 1, ...FACTS, parts }, builtIn)).issues).toEqual([]);
      expect(asked).toEqual(expected);
    }
  });

  it.each<[string, object]>([
    [
      'parts.reasons.items.put.0.label: invalid_type',
      { reasons: { items: { put: [{ ...reasons.items[0], label: 7 }] } } },
    ],
    [
      'parts.reasons.items.put.0: unrecognized_keys',
      { reasons: { items: { put: [{ ...reasons.items[0], html: '<b>' }] } } },
    ],
    [
      'parts.reasons.items.put.0.after: invalid_type',
      { reasons: { items: { put: [{ ...reasons.items[0], after: 7 }] } } },
    ],
    ['parts.reasons.items: unrecognized_keys', { reasons: { items: { remove: [] } } }],
    ['parts.reasons.items: invalid_type', { reasons: { items: reasons.items } }],
    ['parts.reasons.items.drop.0: invalid_format', { reasons: { items: { drop: ['a b'] } } }],
    ['parts.reasons.words: unrecognized_keys', { reasons: { words: { hello: 'x' } } }],
    ['parts.reasons.words.title: invalid_type', { reasons: { words: { title: null } } }],
    ['parts.reasons.titles.topic:abc: too_small', { reasons: { titles: { 'topic:abc': '' } } }],
    ['parts: unrecognized_keys', { other: {} }],
    ['parts.core.draftedOn: invalid_format', { core: { draftedOn: 'today' } }],
  ])('is refused with a path: %s', async (issue, parts) => {
    expect(await issuesOf(parts)).toEqual([issue]);
  });

  it('is refused when its lists are longer than those of a bundle', async () => {
    const put = Array.from({ length: 21 }, (_, i) => ({ ...reasons.strengths[0], id: `more_${i}` }));
    expect(await issuesOf({ reasons: { strengths: { put } } })).toEqual(['parts.reasons.strengths.put: too_big']);
  });

  it.each(['javascript:alert(1)', 'http://help.example/', 'https://a@b.example/'])(
    'is refused with a link to %s',
    async (href) => {
      const what = [{ kind: 'p', children: [{ kind: 'link', href, children: ['a'] }] }];
      const [issue] = await issuesOf({ reasons: { items: { put: [{ ...reasons.items[0], what }] } } });
      expect(issue).toMatch(/^parts\.reasons\.items\.put\.0\.what\.0/);
    },
  );

  it('is refused, and never throws, when it is nested without end', async () => {
    let node: unknown = 'deep';
    for (let depth = 0; depth < 50_000; depth += 1) node = { kind: 'em', children: [node] };
    const what = [{ kind: 'p', children: [node] }];
    expect(await issuesOf({ reasons: { items: { put: [{ ...reasons.items[0], what }] } } })).toEqual([
      'overlay: nested too deeply',
    ]);
  });

  it.each(['fr', 'en-us', 'constructor'])('is refused when "%s" is not built in', async (name) => {
    expect(await issuesOf({}, { extends: name })).toEqual([
      name === 'constructor' ? 'extends: invalid_format' : `extends: "${name}" is not built in; built in: en, es`,
    ]);
  });

  it('is refused when it is in another language', async () => {
    expect(await issuesOf({}, { locale: 'es' })).toEqual(['locale: "en" is in another language']);
  });

  const line = from(core.lines, 'zz_suicide');
  const gate = from(steps.questions, 'q_safe_now');
  const contact = from(steps.questions, 'q_contact');
  const screen = from(core.safety, 'cannot_wake');
  const region = from(core.regions, 'region_zz');

  it.each<[string, object]>([
    ['core.lines: "zz_suicide"', { core: { lines: { drop: ['zz_suicide'] } } }],
    ['core.lines: "zz_suicide"', { core: { lines: { put: [{ ...line, how: [{ mode: 'call', value: '1' }] }] } } }],
    ['core.lines: "zz_suicide"', { core: { lines: { put: [{ ...line, after: 'zz_text' }] } } }],
    ['core.lines: "own_line"', { core: { lines: { put: [{ ...line, id: 'own_line', after: null }] } } }],
    ['core.lines: "own_line"', { core: { lines: { put: [{ ...line, id: 'own_line', after: 'zz_suicide' }] } } }],
    ['core.regions: "region_zz"', { core: { regions: { drop: ['region_zz'] } } }],
    ['core.regions: "region_zz"', { core: { regions: { put: [{ ...region, code: 'YY' }] } } }],
    ['core.regions: "region_own"', { core: { regions: { put: [{ ...region, id: 'region_own', after: null }] } } }],
    ['core.safety: "cannot_wake"', { core: { safety: { drop: ['cannot_wake'] } } }],
    ['core.safety: "cannot_wake"', { core: { safety: { put: [{ ...screen, lines: ['family'] }] } } }],
    ['core.safety: "cannot_wake"', { core: { safety: { put: [{ ...screen, kind: 'card' }] } } }],
    ['steps.questions: "q_safe_now"', { steps: { questions: { put: [{ ...gate, hint: 'Go on.' }] } } }],
    ['steps.questions: "q_contact"', { steps: { questions: { drop: ['q_contact'] } } }],
    ['steps.questions: "q_contact"', { steps: { questions: { put: [{ ...contact, options: gate.options }] } } }],
    ['steps.rules: "danger"', { steps: { rules: { drop: ['danger'] } } }],
  ])('is refused, as the command refuses it: %s', async (start, parts) => {
    const issues = await issuesOf(parts);
    expect(issues[0]?.slice(0, start.length)).toBe(start);
    expect(issues[0]).toMatch(/^[\w.]+: "\w+": [a-z].*[a-z]$/);
  });

  it('is refused without a gate, and with two', async () => {
    expect(await issuesOf({ steps: { questions: { drop: ['q_safe_now'] } } })).toEqual([
      'steps.questions: "q_safe_now": the question about danger cannot be hidden or replaced',
      'steps.questions: there must be one gate',
    ]);
    expect(await issuesOf({ steps: { questions: { put: [{ ...gate, id: 'q_other' }] } } })).toEqual([
      'steps.questions: there must be one gate',
    ]);
  });

  it('is refused when it brings a region without lines', async () => {
    const own = { ...region, id: 'region_yy', code: 'YY' };
    expect(await issuesOf({ core: { regions: { put: [own] } } })).toEqual([
      'core.lines: region YY has no emergency line',
      'core.lines: region YY has no suicide line',
      'core.lines: region YY has no poison line',
    ]);
  });

  it('is refused when an outcome offers only the sponsor', async () => {
    const outcome = { ...copyOf(from(steps.outcomes, 'reconnect_first')), options: [{ kind: 'sponsor', label: 'We' }] };
    expect(await issuesOf({ steps: { outcomes: { put: [outcome] } } })).toEqual([
      'steps.outcomes: "reconnect_first" offers only the sponsor',
    ]);
  });

  it('is refused when a word loses its place', async () => {
    expect(await issuesOf({ core: { words: { help: { call: 'Call now' } } } })).toEqual([
      'core.words.help.call: the places are not those of the built-in words',
    ]);
    expect(
      await issuesOf({
        core: { words: { help: { call: 'Ring {number}' }, common: { noLine: { poison: 'a line' } } } },
      }),
    ).toEqual([]);
  });

  it.each([null, 'overlay', 7, [], {}].map((data) => [data]))('is refused when it is %j', async (data) => {
    const { load, issues } = await checkOverlay(data, kitWith(bundle).builtIn);
    expect(load).toBeUndefined();
    expect(issues).not.toEqual([]);
  });
});

// ---------------------------------------------------------------- whatever one tries

/** What must be in every bundle that an overlay of the guarded base leads to. */
function expectSafe(merged: Pick<Bundle, 'core'> & Partial<Pick<Bundle, 'steps'>>): void {
  const { core, steps } = guardedBundle;
  const ids = new Set(core.lines.map(({ id }) => id));
  expect(merged.core.lines.filter(({ id }) => ids.has(id))).toEqual(core.lines);
  for (const { code } of core.regions) {
    expect(merged.core.regions.map((region) => region.code)).toContain(code);
    for (const kind of ['emergency', 'suicide', 'poison']) {
      const [first] = merged.core.lines.filter((line) => line.region === code && line.kind === kind);
      expect(ids).toContain(first?.id);
    }
  }
  for (const before of core.safety.filter(({ kind }) => kind === 'screen')) {
    const after = from(merged.core.safety, before.id);
    expect(after.kind).toBe('screen');
    expect(Boolean(after.choose)).toBe(Boolean(before.choose));
    expect(after.lines.slice(0, before.lines.length)).toEqual(before.lines);
  }
  if (!merged.steps) return;
  const gates = (questions: Bundle['steps']['questions']) => questions.filter(({ kind }) => kind === 'gate');
  expect(gates(merged.steps.questions)).toEqual(gates(steps.questions));
}

describe('whatever an overlay tries, help stays', () => {
  it('when the command compiles it', () => {
    const entries = rawEntries(guarded);
    const nameOf = new Map([...KIND_NAMES].map(([name, kind]) => [ENTITIES[kind].folder as string, name]));
    const values = entries.flatMap(({ front }) => Object.values(front));
    const fields = [...new Set(entries.flatMap(({ front }) => Object.keys(front)))];
    const trick = fc.record({
      entry: fc.constantFrom(...entries),
      how: fc.constantFrom('hide', 'retire', 'replace', 'add'),
      field: fc.constantFrom(...fields),
      value: fc.constantFrom(undefined, ...values),
    });
    let compiled = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(trick, { selector: ({ entry }) => entry.file, minLength: 1, maxLength: 4 }),
        (tricks) => {
          const texts: Record<string, string> = {};
          const hide: string[] = [];
          for (const { entry, how, field, value } of tricks) {
            const { folder, front, body, file } = entry;
            if (how === 'hide') {
              hide.push(`${nameOf.get(folder) ?? ''}:${String(front.id)}`);
              continue;
            }
            const id = how === 'add' ? `own_${String(front.id)}`.slice(0, 40) : front.id;
            const now = { ...front, ...(how === 'retire' ? { status: 'retired' } : { [field]: value }), id };
            texts[how === 'add' ? `${folder}/${String(id)}.md` : file] = `---\n${stringify(now)}---\n${body}`;
          }
          const { bundle: merged, overlay, issues } = compileOverlay(texts, { hide }, guarded);
          const own = new Set([
            'bundle.yaml',
            ...Object.keys(texts),
            ...Object.keys(texts).map((path) => path.split('/')[0]),
          ]);
          expect(issues.filter(({ file }) => !own.has(file))).toEqual([]);
          if (!merged || !overlay) return;
          compiled += 1;
          expectSafe(merged);
          expect(overlaid(guardedBundle, JSON.parse(JSON.stringify(overlay)))).toEqual(merged);
          expect(checkBundle(merged).issues).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
    expect(compiled).toBeGreaterThan(10);
  });

  it('when it comes as data from anywhere', async () => {
    const { core, steps } = guardedBundle;
    const lists = {
      lines: core.lines,
      regions: core.regions,
      safety: core.safety,
      questions: steps.questions,
      rules: steps.rules,
    };
    const pools = Object.entries(lists) as [keyof typeof lists, readonly { readonly id: string }[]][];
    const trick = fc.constantFrom(...pools).chain(([list, items]) => {
      const item = fc.constantFrom(...items);
      const others = pools.flatMap(([, all]) => all).flatMap((one) => Object.entries(one));
      return fc.record({
        list: fc.constant(list),
        drop: fc.array(
          item.map(({ id }) => id),
          { maxLength: 1 },
        ),
        put: fc.array(
          fc
            .tuple(
              item,
              fc.constantFrom(undefined, null, ...items.map(({ id }) => id)),
              fc.constantFrom(undefined, ...others),
              fc.boolean(),
            )
            .map(([one, after, change, isNew]) => ({
              ...one,
              ...(change ? { [change[0]]: change[1] } : {}),
              id: isNew ? 'own_entry' : one.id,
              ...(after === undefined ? {} : { after }),
            })),
          { maxLength: 2 },
        ),
      });
    });
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(trick, { minLength: 1, maxLength: 2 }), async (tricks) => {
        const parts: Writable<Record<'core' | 'steps', Record<string, unknown>>> = { core: {}, steps: {} };
        for (const { list, put, drop } of tricks) {
          parts[list === 'questions' || list === 'rules' ? 'steps' : 'core'][list] = { put, drop };
        }
        const { load } = await checkOverlay({ schemaVersion: 1, ...FACTS, parts }, kitWith(guardedBundle).builtIn);
        if (!load) return;
        passed += 1;
        expectSafe(await load(['steps']));
        expectSafe(await load([]));
      }),
      { numRuns: 2000 },
    );
    expect(passed).toBeGreaterThan(20);
  });
});

// ---------------------------------------------------------------- on disk

async function written(texts: Readonly<Record<string, string>>, facts: object = {}): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, { bytes }] of overlayFiles(texts, facts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

describe('an overlay on disk', () => {
  it('finds a language that comes with the kit, wherever it lies itself', async () => {
    const folder = await written({}, { hide: ['self_care:laugh'] });
    const { overlay, issues } = await compileFolder(folder, { today: TODAY });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(overlay).toMatchObject({ extends: 'en', parts: { care: { items: { drop: ['laugh'] } } } });
    expect(Object.hasOwn(BUILT_IN, overlay?.extends ?? '')).toBe(true);
  });

  it('finds a folder at a path from its own', async () => {
    const folder = await written({ 'interface.yaml': await readFile(join(REPO, 'content/en/interface.yaml'), 'utf8') });
    const below = join(folder, 'below');
    for (const [path, { bytes }] of base) {
      await mkdir(dirname(join(below, path)), { recursive: true });
      await writeFile(join(below, path), bytes);
    }
    const own = join(folder, 'own');
    await mkdir(own);
    await writeFile(join(own, 'bundle.yaml'), stringify({ ...FACTS, extends: '../below' }));
    const { bundle: merged, issues } = await compileFolder(own, { today: TODAY });
    expect(issues).toEqual([]);
    expect(merged).toEqual({ ...bundle, contentVersion: 'own-1' });
  });

  it('says when there is no such language or folder', async () => {
    for (const name of ['xx', './nowhere']) {
      const { issues } = await compileFolder(await written({}, { extends: name }));
      expect(issues.map(placeOf)).toEqual([{ id: 'broken-base', file: 'bundle.yaml', line: 4, path: 'extends' }]);
    }
  });

  it('differs from its base by the difference between their bundles', () => {
    const after = copyOf(bundle);
    after.reasons.strengths = [];
    expect(overlayBetween('en', bundle, after as Bundle).parts).toEqual({
      reasons: { strengths: { drop: ['stayed_calm'] } },
    });
  });
});

describe('examples/center-overlay', () => {
  it('is well, small, and accepted by a browser', async () => {
    const {
      overlay,
      bundle: merged,
      issues,
    } = await compileFolder(join(REPO, 'examples/center-overlay'), { today: TODAY });
    expect(issues).toEqual([]);
    expect(JSON.stringify(overlay).length).toBeLessThan(4000);
    const { bundle: english } = await compileFolder(join(REPO, 'content/en'), { today: TODAY });
    const { load, issues: refused } = await checkOverlay(overlay, kitWith(english as Bundle).builtIn);
    expect(refused).toEqual([]);
    const { reasons, care } = (await load?.(['reasons', 'care'])) ?? {};
    expect({ reasons, care }).toEqual({ reasons: merged?.reasons, care: merged?.care });
    expect(reasons?.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['children_at_home', 'met_on_video']));
    expect(JSON.stringify([reasons, care])).not.toMatch(/bad_place|"laugh"/);
  });

  it('has no number that one could dial, and no address of anybody', () => {
    const files = readdirSync(join(REPO, 'examples/center-overlay'), { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
        .replaceAll(/\d{4}-\d\d-\d\d/g, '')
        .replaceAll(/\b555-01\d\d\b|CH-DEMO-\d+/g, ''); // numbers kept for made-up people, a made-up license
      expect(text).not.toMatch(/\d{4}|tel:|mailto:/);
      const addresses = text.match(/https?:[^\s)]+/g) ?? [];
      expect(
        addresses.filter((address) => !/^https:\/\/(?:www\.example\.org|[\w-]+\.example)\//.test(address)),
      ).toEqual([]);
    }
  });
});
