import { describe, expect, it } from 'vitest';
import { blankSections, debriefSections, lensField } from '../../../src/handoff/debrief-sheet.js';
import { EMPTY_SESSION } from '../../../src/session/state.js';
import { addRow, type Transition } from '../../../src/session/transitions.js';
import { englishBundle } from '../helpers.js';

const bundle = await englishBundle();
const { words, lenses } = bundle.debrief;
const [first, second] = lenses.map((lens) => ({ field: lensField(lens), title: lens.title }));

const after = (...taken: Transition[]) => taken.reduce((state, step) => step(state), EMPTY_SESSION).lists;
const sheetOf = (name: string, texts: Readonly<Record<string, string>>) =>
  addRow('sheets', { name, friend: '', ...texts });

describe('looking back together, on paper', () => {
  it('is what each participant wrote, lens by lens, and then the moments in order', () => {
    const lists = after(
      sheetOf('Jo', { [second?.field ?? '']: 'Too late', friend: 'We tried' }),
      sheetOf('Al', { [second?.field ?? '']: 'Too long' }),
      addRow('moments', { said: 'Please go', did: 'Left' }),
      addRow('moments', { said: 'We love you', did: '' }),
    );
    expect(debriefSections(bundle, lists)).toEqual([
      { title: second?.title, lines: ['Jo: Too late', 'Al: Too long'] },
      { title: words.friend, lines: ['Jo: We tried'] },
      {
        title: words.momentsTitle,
        lines: [`${words.said}: Please go\n${words.did}: Left`, `${words.said}: We love you`],
      },
    ]);
  });

  it('leaves out a lens that nobody wrote on', () => {
    const titles = debriefSections(bundle, after(sheetOf('Jo', {}))).map(({ title }) => title);
    expect(titles).not.toContain(first?.title);
  });

  it('has room for each lens on an empty sheet, and says what to think of', () => {
    const [name, ...rest] = blankSections(bundle);
    expect(name?.lines[0]).toContain(words.name);
    expect(rest.map(({ title }) => title)).toEqual([...lenses.map(({ ask }) => ask), words.friend]);
    for (const { lines } of rest) expect(lines.filter((line) => /^_+$/.test(line)).length).toBeGreaterThan(2);
    expect(rest[0]?.lines[0]).toContain(words.look);
  });
});
