import { describe, expect, it } from 'vitest';
import type { LearnPart } from '../../../src/content/schema.js';
import {
  findable,
  groupOf,
  pagesOf,
  refOf,
  shelfOf,
  shelvesOf,
  SHELVES,
  titleOf,
} from '../../../src/guidance/library.js';
import { LEARN_ENTRIES } from '../../fixtures/learn.js';
import { deepFrozen, englishBundle } from '../helpers.js';

const { learn: built } = await englishBundle();
const learn: LearnPart = deepFrozen({ ...LEARN_ENTRIES, words: built.words });
const refs = (region?: string) => pagesOf(learn, region).map(refOf);
const page = (ref: string, region = 'US') => {
  const found = pagesOf(learn, region).find((one) => refOf(one) === ref);
  if (!found) throw new Error(`There is no ${ref}.`);
  return found;
};

describe('the library', () => {
  it('stands shelf by shelf, group by group', () => {
    expect(refs('US')).toEqual([
      'topic:a_first_no',
      'topic:two_doses',
      'topic:buying_in_us',
      'treatment:daily_medicine',
      'treatment:group_meetings',
      'myth:must_want_it',
      'phrase:say_miss',
      'phrase:say_limit',
      'phrase:say_later',
      'care_role:prescriber',
      'listing:us_group',
      'listing:us_school',
    ]);
  });

  it('has places of the region alone, and none while it is not known', () => {
    expect(refs('UK').filter((ref) => ref.startsWith('listing:'))).toEqual(['listing:uk_group']);
    expect(refs().filter((ref) => ref.startsWith('listing:'))).toEqual([]);
  });

  it('leaves out what holds in other regions only', () => {
    expect(refs('UK')).not.toContain('topic:buying_in_us');
    expect(refs()).toContain('topic:buying_in_us');
  });

  it('has shelves with something on them, and places always', () => {
    expect(shelvesOf(pagesOf(learn, 'US'))).toEqual(SHELVES);
    expect(shelvesOf(pagesOf({ ...learn, myths: [], topics: [] }, 'AU'))).toEqual([
      'treatments',
      'phrases',
      'roles',
      'places',
    ]);
    expect(shelvesOf([])).toEqual(['places']);
  });

  it.each([
    ['topic:two_doses', 'topics', 'Two doses at home', built.words.section.safety],
    ['treatment:daily_medicine', 'treatments', 'A daily medicine', built.words.treatment.medicine],
    ['myth:must_want_it', 'myths', 'They have to want it first.', ''],
    ['phrase:say_limit', 'phrases', 'Do it or you are out.', built.words.skill.limit],
    ['care_role:prescriber', 'roles', 'Doctor or nurse who can prescribe', ''],
    ['listing:us_group', 'places', 'A family group', built.words.place.group],
  ])('puts %s on the shelf %s, as "%s"', (ref, shelf, title, group) => {
    expect(shelfOf(page(ref))).toBe(shelf);
    expect(titleOf(page(ref))).toBe(title);
    expect(groupOf(page(ref), learn.words)).toBe(group);
  });

  it.each([
    ['topic:two_doses', ['Two doses', 'one place', 'Pick the place']],
    ['topic:buying_in_us', ['PLACE line:treatment']],
    ['treatment:daily_medicine', ['each day', 'ease the wish', 'How soon', 'Only a prescriber']],
    ['myth:must_want_it', ['want it first', 'start unsure']],
    ['phrase:say_limit', ['Do it or', 'not give cash', 'what you will do']],
    ['care_role:prescriber', ['Checks health', 'license', 'insurance', 'use again', 'visit is ready']],
    ['listing:us_school', ['family course', 'online', 'free']],
  ])('lets all words of %s be found', (ref, texts) => {
    const { title, body } = findable(page(ref), (place) => `PLACE ${place}`);
    for (const text of texts) expect(`${title}\n${body}`).toContain(text);
  });

  it('lets other names be found, and shows them nowhere', () => {
    const { title, alsoCalled, body } = findable(page('topic:two_doses'), String);
    expect(alsoCalled).toEqual(['Narcan', 'antidote']);
    expect(`${title}${body}`).not.toContain('Narcan');
  });
});

describe('the English library', () => {
  it('has something on every shelf, with ids of its own', () => {
    expect(shelvesOf(pagesOf(built, 'US'))).toEqual(SHELVES);
    const all = pagesOf(built, 'US').map(refOf);
    expect(new Set(all).size).toBe(all.length);
  });
});
