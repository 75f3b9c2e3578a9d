/** What the library holds, on which shelf and in which order: pure rules over the content. */
import { inlineText, plainText, type PlaceWords, type RichText } from '../content/rich-text.js';
import type { CareRole, LearnPart, Listing, Myth, Phrase, Topic, Treatment, Words } from '../content/schema.js';
import type { Findable } from './search.js';

export const SHELVES = ['topics', 'treatments', 'myths', 'phrases', 'roles', 'places'] as const;
export type Shelf = (typeof SHELVES)[number];

interface Kinds {
  topic: Topic;
  treatment: Treatment;
  myth: Myth;
  phrase: Phrase;
  care_role: CareRole;
  listing: Listing;
}

/** One thing to read. */
export type Page = { readonly [K in keyof Kinds]: { readonly kind: K; readonly entry: Kinds[K] } }[keyof Kinds];

const SHELF_OF: Readonly<Record<keyof Kinds, Shelf>> = {
  topic: 'topics',
  treatment: 'treatments',
  myth: 'myths',
  phrase: 'phrases',
  care_role: 'roles',
  listing: 'places',
};
export const shelfOf = ({ kind }: Pick<Page, 'kind'>): Shelf => SHELF_OF[kind];

/** Names an entry: `topic:naloxone`. */
export const refOf = ({ kind, entry }: Page): string => `${kind}:${entry.id}`;

/** The order of the groups on a shelf. */
const SECTIONS: readonly Topic['section'][] = ['start', 'safety', 'treatment', 'talking', 'family'];
const TYPES: readonly Treatment['type'][] = ['medicine', 'talking', 'care', 'group'];
const SKILLS: readonly Phrase['skill'][] = [
  'i_statement',
  'reflect',
  'notice_good',
  'one_request',
  'limit',
  'open_door',
  'repair',
];
const PLACES: readonly Listing['type'][] = ['group', 'treatment', 'learn', 'advocate'];

const sorted = <E, G>(entries: readonly E[], groups: readonly G[], groupOf: (entry: E) => G): readonly E[] =>
  entries.toSorted((a, b) => groups.indexOf(groupOf(a)) - groups.indexOf(groupOf(b)));

/**
 * Everything there is to read, shelf by shelf and group by group. What holds in some regions only is left out in
 * others; while the region is not known it stays, as it says where it holds. Places are those of the region alone.
 */
export function pagesOf(learn: LearnPart, region: string | undefined): readonly Page[] {
  const here = <E extends Pick<Topic, 'regions'>>(entries: readonly E[]): readonly E[] =>
    entries.filter(({ regions }) => !region || !regions || regions.includes(region));
  const places = learn.listings.filter((listing) => listing.region === region);
  return [
    ...sorted(here(learn.topics), SECTIONS, ({ section }) => section).map(
      (entry) => ({ kind: 'topic', entry }) as const,
    ),
    ...sorted(here(learn.treatments), TYPES, ({ type }) => type).map(
      (entry) => ({ kind: 'treatment', entry }) as const,
    ),
    ...here(learn.myths).map((entry) => ({ kind: 'myth', entry }) as const),
    ...sorted(here(learn.phrases), SKILLS, ({ skill }) => skill).map((entry) => ({ kind: 'phrase', entry }) as const),
    ...here(learn.roles).map((entry) => ({ kind: 'care_role', entry }) as const),
    ...sorted(places, PLACES, ({ type }) => type).map((entry) => ({ kind: 'listing', entry }) as const),
  ];
}

/** Shelves with something on them. Places are always one of them: where there are none, that has to be said. */
export const shelvesOf = (pages: readonly Page[]): readonly Shelf[] =>
  SHELVES.filter((shelf) => shelf === 'places' || pages.some((page) => shelfOf(page) === shelf));

/** What an entry is called in a list. */
export function titleOf({ kind, entry }: Page): string {
  switch (kind) {
    case 'topic':
      return entry.title;
    case 'myth':
      return entry.myth;
    case 'phrase':
      return entry.not;
    default:
      return entry.name;
  }
}

/** The group an entry stands in; empty on a shelf without groups. */
export function groupOf({ kind, entry }: Page, words: Words['learn']): string {
  switch (kind) {
    case 'topic':
      return words.section[entry.section];
    case 'treatment':
      return words.treatment[entry.type];
    case 'phrase':
      return words.skill[entry.skill];
    case 'listing':
      return words.place[entry.type];
    default:
      return '';
  }
}

/** All of an entry that can be searched for. */
export function findable(page: Page, places: PlaceWords): Findable {
  const text = (rich: RichText | undefined) => (rich ? plainText(rich, places) : '');
  const asked = (ask: Treatment['ask']) => ask.map((line) => inlineText(line, places)).join('\n');
  const { kind, entry } = page;
  const made = (body: readonly (string | undefined)[], title = titleOf(page)): Findable => ({
    title,
    alsoCalled: entry.alsoCalled,
    body: body.filter(Boolean).join('\n'),
  });
  switch (kind) {
    case 'topic':
      return made([text(entry.body), text(entry.try)]);
    case 'treatment':
      return made([text(entry.whatItIs), text(entry.helps), asked(entry.ask), text(entry.note)]);
    case 'myth':
      return made([text(entry.fact)]);
    case 'phrase':
      return made([text(entry.why)], `${entry.not}\n${entry.say}`);
    case 'care_role':
      return made([text(entry.does), entry.credential, entry.cost, asked(entry.ask), text(entry.whenToCall)]);
    default:
      return made([text(entry.what), entry.cost]);
  }
}
