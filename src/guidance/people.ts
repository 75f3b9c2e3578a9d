import type { PersonPlace, PersonRow } from '../session/state.js';

/** The three places, from nearest to farthest. */
export const PLACES = ['room', 'outside', 'out'] as const satisfies readonly PersonPlace[];

type Answers = Pick<PersonRow, 'closeness' | 'calm' | 'safe'>;

/**
 * Where somebody could take part next time, by how close they are, how calm, and whether it is safe. Safety decides
 * first, then calm; what is not known counts as a no for the room and not for helping from outside.
 */
export function suggestedPlace({ closeness, calm, safe }: Answers): PersonPlace {
  if (safe === 'no') return 'out';
  return safe === 'yes' && calm === 'yes' && (closeness === 'close' || closeness === 'some') ? 'room' : 'outside';
}

/** Where somebody stands on the map: the visitor's own choice, else the suggested place. Nobody unsafe is in the room. */
export function placeOf(person: PersonRow): PersonPlace {
  if (person.place === 'room' && person.safe === 'no') return 'out';
  return person.place || suggestedPlace(person);
}
