import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, PLACES, suggestedPlace } from '../../../src/guidance/people.js';
import type { PersonRow } from '../../../src/session/state.js';

const person = (more: Partial<PersonRow>): PersonRow => ({
  id: 'row_1',
  name: 'Jo',
  closeness: '',
  calm: '',
  safe: '',
  place: '',
  ...more,
});

describe('the place of a person', () => {
  it.each([
    ['close', 'yes', 'yes', 'room'],
    ['some', 'yes', 'yes', 'room'],
    ['far', 'yes', 'yes', 'outside'],
    ['', 'yes', 'yes', 'outside'],
    ['close', 'no', 'yes', 'outside'],
    ['close', 'unsure', 'yes', 'outside'],
    ['close', 'yes', 'unsure', 'outside'],
    ['close', 'yes', '', 'outside'],
    ['close', 'yes', 'no', 'out'],
    ['far', 'no', 'no', 'out'],
    ['', '', '', 'outside'],
  ] as const)('closeness "%s", calm "%s", safe "%s" => %s', (closeness, calm, safe, place) => {
    expect(suggestedPlace({ closeness, calm, safe })).toBe(place);
    expect(placeOf(person({ closeness, calm, safe }))).toBe(place);
  });

  it('is where the visitor put them', () => {
    expect(placeOf(person({ safe: 'yes', place: 'out' }))).toBe('out');
    expect(placeOf(person({ safe: 'unsure', place: 'room' }))).toBe('room');
  });

  it('is never the room when it is not safe, whatever else holds', () => {
    const yesNo = fc.constantFrom('yes', 'no', 'unsure', '');
    const anyone = fc.record({
      closeness: fc.constantFrom('close', 'some', 'far', ''),
      calm: yesNo,
      safe: yesNo,
      place: fc.constantFrom('room', 'outside', 'out', ''),
    });
    fc.assert(
      fc.property(anyone, (answers) => {
        const place = placeOf(person(answers));
        expect(PLACES).toContain(place);
        if (answers.safe === 'no') expect(place).not.toBe('room');
      }),
    );
  });
});
