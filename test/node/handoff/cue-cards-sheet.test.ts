import { describe, expect, it } from 'vitest';
import { UNSAFE_CARD } from '../../../src/guidance/contact.js';
import { cueCardSections } from '../../../src/handoff/cue-cards-sheet.js';
import { EMPTY_SESSION, type SessionState } from '../../../src/session/state.js';
import { pickPhrase } from '../../../src/session/transitions.js';
import { LEARN_ENTRIES } from '../../fixtures/learn.js';
import { englishBundle } from '../helpers.js';

const bundle = await englishBundle();
const { words } = bundle.learn;
const content = { ...bundle, learn: { ...LEARN_ENTRIES, words } };
const picked = (...ids: string[]) => ids.reduce((state, id) => pickPhrase(id, true)(state), EMPTY_SESSION);
const linesOf = (session: SessionState) => cueCardSections(content, session).flatMap(({ lines }) => lines);

describe('cue cards', () => {
  it('are what to say, each with its skill, in the order of the content', () => {
    const [section] = cueCardSections(content, picked('say_miss', 'say_limit'));
    expect(section?.title).toBe(words.cardsTitle);
    expect(section?.lines).toEqual([
      `${words.skill.limit}: I love you. I will not give cash. I will drive you to any visit you pick.`,
      `${words.skill.i_statement}: I miss our talks in the morning.`,
    ]);
  });

  it('never hold the line that is better not said', () => {
    expect(linesOf(picked('say_miss', 'say_limit', 'say_later')).join()).not.toMatch(
      /loved us|last chance|you are out/,
    );
  });

  it('are none before one was picked, and none of what the content no longer has', () => {
    expect(linesOf(EMPTY_SESSION)).toEqual([]);
    expect(linesOf(picked('gone_since'))).toEqual([]);
  });

  it('are held back while contact is not safe', () => {
    const session = picked('say_miss');
    expect(linesOf({ ...session, wizard: { ...session.wizard, cards: [UNSAFE_CARD] } })).toEqual([]);
  });

  it('are taken off one by one', () => {
    expect(linesOf(pickPhrase('say_miss', false)(picked('say_miss', 'say_later')))).toHaveLength(1);
  });
});
