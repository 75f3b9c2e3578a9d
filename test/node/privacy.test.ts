import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copyOf, REPO } from './helpers.js';

interface Field {
  type: string;
  values?: readonly (string | number)[];
  [more: string]: unknown;
}
interface Privacy {
  events: {
    every: Record<string, Field>;
    list: Record<string, { levels: string[]; cancelable: boolean; fields: Record<string, Field> }>;
    shapes: Record<string, Record<string, Field>>;
  };
  storage: { key: string; keepDays: number[]; state: string[] }[];
  apis: { name: string; file: string; uses: number }[];
}
type Sources = Map<string, string>;
interface Script {
  readonly readSources: () => Sources;
  readonly readCode: (files?: Sources) => { readonly shared: readonly object[] };
  readonly privacyProblems: (privacy: Privacy, code: unknown) => readonly string[];
  readonly builtProblems: (files: readonly (readonly [string, string])[]) => readonly string[];
}
// Scripts run as they are written, and have no types of their own.
const script = (await import(pathToFileURL(join(REPO, 'scripts/privacy.mjs')).href)) as Script;
const { readSources, readCode, privacyProblems, builtProblems } = script;

const PRIVACY = JSON.parse(readFileSync(join(REPO, 'privacy.json'), 'utf8')) as Privacy;
const CODE = readCode();

/** What is wrong with a copy of privacy.json that was changed. */
function withFile(change: (privacy: Privacy) => void): readonly string[] {
  const privacy = copyOf(PRIVACY) as Privacy;
  change(privacy);
  return privacyProblems(privacy, CODE);
}
/** What is wrong once a source file ends with more. */
function withSource(file: string, more: string): readonly string[] {
  const sources = readSources();
  sources.set(file, `${sources.get(file) ?? ''}\n${more}\n`);
  return privacyProblems(PRIVACY, readCode(sources));
}

describe('privacy.json', () => {
  it('is what the sources do', () => {
    expect(privacyProblems(PRIVACY, CODE)).toEqual([]);
  });

  it('misses no event, and lists none that is not there', () => {
    expect(withFile(({ events }) => delete events.list['fig-leave'])).toEqual([
      'fig-leave is fired, and privacy.json does not list it.',
    ]);
    expect(
      withFile(({ events }) => {
        events.list['fig-seen'] = { levels: [], cancelable: false, fields: {} };
      }),
    ).toEqual(['privacy.json lists the event fig-seen, which is not in src/events/events.ts.']);
  });

  it('knows every field, also deep inside, and no other', () => {
    const progress = { type: 'text', from: 'page' };
    expect(
      withFile(({ events }) => Object.assign(events.list['fig-progress']?.fields ?? {}, { feeling: progress })),
    ).toEqual(['privacy.json lists the field feeling of fig-progress, which it does not have.']);
    const extra = { name: 'visitor', type: 'text' };
    expect(privacyProblems(PRIVACY, { ...CODE, shared: [...CODE.shared, extra] })).toEqual([
      'Every event has the field visitor, and privacy.json does not list it.',
    ]);
    expect(withFile(({ events }) => delete events.shapes.contact?.phone).join()).toContain(
      'fig-lead: contact has the field phone, and privacy.json does not list it.',
    );
  });

  it('spells out closed lists, and says of every text what it can be', () => {
    expect(
      withFile(({ events }) => Object.assign(events.list['fig-export']?.fields.format ?? {}, { values: ['print'] })),
    ).toEqual(['fig-export: format can be calendar, copy, file, print, and privacy.json says print.']);
    expect(
      withFile(({ events }) => Object.assign(events.list['fig-leave']?.fields ?? {}, { target: { type: 'text' } })),
    ).toHaveLength(1);
  });

  it('lets nothing typed into an event that is not for a center', () => {
    expect(
      withFile(({ events }) =>
        Object.assign(events.list['fig-leave']?.fields ?? {}, { target: { type: 'text', typed: true } }),
      ),
    ).toEqual(['fig-leave must hold nothing that was typed, and privacy.json says that target does.']);
  });

  it('says at which levels an event fires', () => {
    const problems = withFile(({ events }) => Object.assign(events.list['fig-lead'] ?? {}, { levels: ['full'] }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^privacy\.json says that fig-lead fires with events="full"; src\/elements\/center-contact\/center-contact\.ts:\d+ fires it with "off \| coarse \| full"\.$/,
    );
  });

  it('lists every storage key, what is in it, and for how long', () => {
    expect(withSource('src/session/notes.ts', "localStorage.setItem('visits', '1');").join('\n')).toMatch(
      /src\/session\/notes\.ts:\d+ uses the storage key visits, and privacy\.json does not list it\./,
    );
    expect(withFile(({ storage }) => storage.pop()).join()).toContain('uses the storage key fig-notes');
    expect(withFile(({ storage: [notes] }) => notes?.keepDays.push(365))).toHaveLength(1);
    expect(withFile(({ storage: [notes] }) => notes?.state.pop())).toHaveLength(1);
  });

  it('allows each use of the network, of storage, and of the address at its place alone', () => {
    const place = 'src/guidance/open.ts';
    const uses = [
      ['fetch', "void fetch('/count');"],
      ['fetch', "void globalThis['fetch']('/count');"],
      ['sendBeacon', "navigator.sendBeacon('/count');"],
      ['cookie', "document.cookie = 'seen=1';"],
      ['pushState', "window.history.pushState(null, '', '#plan');"],
      ['location', "window.location.hash = 'plan';"],
      ['dataLayer', 'window.dataLayer.push({});'],
      ['Image', "new Image().src = '/count.gif';"],
    ];
    const start = (readSources().get(place) ?? '').split('\n').length;
    const problems = withSource(place, uses.map(([, use]) => use).join('\n'));
    uses.forEach(([name], index) => {
      const where = `${place}:${start + 1 + index}`;
      expect(problems).toContain(`${where} uses ${name}, and privacy.json does not allow it there.`);
    });
    expect(withSource('src/content/given.ts', "void fetch('/count');").join()).toContain(
      'privacy.json allows 1 use(s)',
    );
    expect(withFile(({ apis }) => apis.push({ name: 'fetch', file: place, uses: 1 })).join()).toContain('nowhere');
    expect(withSource(place, 'interface Kept { fetch: string } // fetch, as a word')).toEqual([]);
  });

  it('allows late modules only where they are files of the kit', () => {
    expect(withSource('src/guidance/open.ts', "void import('https://cdn.example/x.js');").join()).toContain(
      'https://cdn.example/x.js, which is not a file of the kit',
    );
    expect(withSource('src/guidance/open.ts', 'void import(name);')).toHaveLength(1);
  });

  it('lists the files that visitors can save', () => {
    expect(withSource('src/guidance/open.ts', "download('diary.txt', 'text/plain', '');").join()).toContain(
      'diary.txt',
    );
  });
});

it('examples/privacy-watch listens to every event', () => {
  const watch = readFileSync(join(REPO, 'examples/privacy-watch/privacy-watch.js'), 'utf8');
  expect(Object.keys(PRIVACY.events.list).filter((name) => !watch.includes(`'${name}'`))).toEqual([]);
});

describe('the built kit', () => {
  it('has nothing of a dependency that sends or stores', () => {
    expect(builtProblems([['a.js', 'import(`./b.js`);localStorage.a;fetch(b)']])).toEqual([]);
    expect(builtProblems([['a.js', 'navigator.sendBeacon(a);document.cookie']])).toEqual([
      'a.js has sendBeacon, and the kit must not use it.',
      'a.js has document.cookie, and the kit must not use it.',
    ]);
  });
});
