import { describe, expect, it } from 'vitest';
import { lookBackFrom, saveLookBack, type LookBack } from '../../../src/guidance/look-back.js';
import { careSections } from '../../../src/handoff/care-sheet.js';
import { watchSections } from '../../../src/handoff/watch-sheet.js';
import { winsNewestFirst, winsSection } from '../../../src/handoff/wins-sheet.js';
import { EMPTY_SESSION, type SessionState } from '../../../src/session/state.js';
import { addRow, pickCare, setCareNote, setWatchEvery, type Transition } from '../../../src/session/transitions.js';
import { englishBundle } from '../helpers.js';

const bundle = await englishBundle();
const { words } = bundle.watch;
const after = (...taken: Transition[]): SessionState => taken.reduce((state, step) => step(state), EMPTY_SESSION);
const lookBack = (answers: Partial<LookBack>, on: string) =>
  saveLookBack({ ...lookBackFrom(EMPTY_SESSION, undefined), ...answers }, on);
const DAY = '2026-11-25';

describe('a look back on paper', () => {
  it('is nothing before the first one', () => {
    expect(watchSections(bundle, EMPTY_SESSION, DAY)).toEqual([]);
  });

  it('is what was done, what got in the way, what to change, what helped, and the next day', () => {
    const session = after(
      addRow('steps', { what: 'Call two places', owner: '', nickname: '', due: '', done: '' }),
      lookBack({ marks: { row_1: true }, barriers: ['no_time'], adjust: 'Call on Monday.', helped: 'A walk.' }, DAY),
    );
    expect(watchSections(bundle, session, DAY)).toEqual([
      {
        title: 'Check-in on November 25, 2026',
        lines: [
          `${words.done}: Call two places`,
          `${words.barriers}: We had no time`,
          `${words.adjust}: Call on Monday.`,
          `${words.helped}: A walk.`,
          'Next check-in: December 2, 2026',
        ],
      },
    ]);
  });

  it('never holds how the visitor is, or what tells of danger, health or feelings', () => {
    const barriers = bundle.watch.barriers.map(({ id }) => id);
    const [section] = watchSections(bundle, after(lookBack({ barriers, me: 1, sleep: 'no', talk: 'no' }, DAY)), DAY);
    const text = section?.lines.join('\n') ?? '';
    expect(text).toContain('We had no time');
    expect(text).not.toMatch(/safe|worn out|afraid|used again|okay|sleep/i);
  });

  it('is the one of the latest day, and names no day to look again that has gone by', () => {
    const session = after(lookBack({ helped: 'Two' }, DAY), lookBack({ helped: 'One' }, '2026-11-18'));
    const [section] = watchSections(bundle, session, '2026-12-03');
    expect(section?.lines).toEqual([`${words.helped}: Two`]);
    const monthly = watchSections(bundle, setWatchEvery('month')(session), '2026-12-03');
    expect(monthly[0]?.lines.at(-1)).toBe('Next check-in: December 25, 2026');
  });
});

describe('small wins on paper', () => {
  const { wins } = after(
    addRow('wins', { text: 'A', on: '2026-11-20' }),
    addRow('wins', { text: 'B', on: '2026-11-24' }),
    addRow('wins', { text: 'C', on: '2026-11-24' }),
    addRow('wins', { text: 'D', on: '2026-11-21' }),
  ).lists;

  it('are the newest first, and within a day the last one written', () => {
    expect(winsNewestFirst(wins).map(({ text }) => text)).toEqual(['C', 'B', 'D', 'A']);
  });

  it('each have their day', () => {
    const { title, lines } = winsSection(bundle.care.words, wins, 'en');
    expect(title).toBe('Small wins');
    expect(lines[0]).toBe('C (November 24, 2026)');
  });

  it('come after what was picked for today, without the note for oneself', () => {
    const session = after(
      addRow('wins', { text: 'We laughed.', on: DAY }),
      pickCare('thank_you', true),
      setCareNote('Nobody reads this.'),
    );
    const sections = careSections(bundle, session, { resolve: () => ({ text: '' }) });
    expect(sections.map(({ title }) => title)).toEqual(['For today', 'Small wins']);
    expect(JSON.stringify(sections)).toContain('We laughed.');
    expect(JSON.stringify(sections)).not.toContain('Nobody reads');
  });
});
