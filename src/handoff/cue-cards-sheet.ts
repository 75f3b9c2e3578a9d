import type { Content } from '../content/load.js';
import { hasUnsafeCard } from '../guidance/contact.js';
import type { SessionState } from '../session/state.js';
import type { SheetSection } from './sheet.js';

/** The ways to say it that the visitor put on cue cards. None while contact with the loved one is not safe. */
export function cueCardSections({ learn }: Content<'learn'>, session: SessionState): readonly SheetSection[] {
  const { words, phrases } = learn;
  const picked = hasUnsafeCard(session) ? [] : phrases.filter(({ id }) => session.learn.cards.includes(id));
  return [{ title: words.cardsTitle, lines: picked.map(({ skill, say }) => `${words.skill[skill]}: ${say}`) }];
}
