/**
 * The one description of content. Types are inferred from it, JSON Schema is generated from it, and both the
 * compiler (build time) and the check of a bundle from a URL (a lazy chunk in the browser) run it.
 * Import it as a type only from anything a page downloads by default: zod is not in that download.
 *
 * Entities, limits and cycles follow the content model in `docs/content.md`. Limits count characters as read.
 */
import * as z from 'zod/mini';
import { honest, visible } from './characters.js';
import { readable } from './readable.js';
import { wordGroups } from './words.js';
import {
  inlineText,
  isSafeHref,
  isWebAddress,
  MAX_INLINE_DEPTH,
  plainText,
  type Inline,
  type RichText,
} from './rich-text.js';

// A strict CSP forbids `new Function`; zod tries it unless told not to.
z.config({ jitless: true });

/** Raised when a bundle written for an older kit can no longer be read as it is. */
export const SCHEMA_VERSION = 1;

// ---------------------------------------------------------------- words

const short = (limit: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(limit, { abort: true }), honest, visible);
/** A short text in our words. */
const plain = (limit: number) => readable(short(limit));
/** A short text that names something or quotes somebody: a title, a person, what not to say. */
const quoted = (limit: number) => readable(short(limit), true);

const link = z.string().check(z.maxLength(500, { abort: true }), z.refine(isSafeHref, { error: 'unsafe-link' }));

/** What a phone can dial, as people write it. */
const isNumber = (value: string) => /^[+(]?\d[\d ().-]*$/.test(value);
/** An address a visitor may be sent to; `https:` only. */
const webAddress = z
  .string()
  .check(z.maxLength(500, { abort: true }), z.refine(isWebAddress, { error: 'unsafe-link' }));

const CRISIS_KINDS = ['emergency', 'suicide', 'poison', 'violence', 'child', 'family', 'treatment'] as const;
const crisisKind = z.enum(CRISIS_KINDS);
/** Every region must say how to reach these three, by a line of its own or a stand-in. */
export const REQUIRED_CRISIS_KINDS = ['emergency', 'suicide', 'poison'] as const satisfies readonly CrisisKind[];

const place = z.union([z.literal('emergency'), z.literal('locator'), z.templateLiteral(['line:', crisisKind])]);

const inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.union([
    z.string().check(z.maxLength(2000, { abort: true }), honest),
    // Told apart by `kind`: were each tried in turn, links in links would take twice as long with every level.
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['em', 'strong']), children }),
      z.strictObject({ kind: z.literal('link'), href: link, children }),
      z.strictObject({ kind: z.literal('place'), place }),
    ]),
  ]),
);
const children = z.array(inline).check(z.maxLength(60));

const depth = (nodes: readonly Inline[]): number =>
  1 + Math.max(0, ...nodes.map((node) => (typeof node === 'object' && 'children' in node ? depth(node.children) : 0)));
const inlineNodes = children.check(z.refine((nodes) => depth(nodes) <= MAX_INLINE_DEPTH, { error: 'too-deep' }));

const block = z.union([
  z.strictObject({ kind: z.literal('p'), children: inlineNodes }),
  z.strictObject({ kind: z.enum(['ul', 'ol']), items: z.array(inlineNodes).check(z.minLength(1), z.maxLength(12)) }),
]);

const tooLong = (limit: number) => `text-too-long:${limit}`;

/** Paragraphs and lists, at most `limit` characters as read. */
const rich = (limit: number) =>
  readable(
    z.array(block).check(
      z.minLength(1),
      z.maxLength(12),
      z.refine((text) => plainText(text as RichText).length <= limit, { error: tooLong(limit) }),
    ) as unknown as z.ZodMiniType<RichText>,
  );

/** A list of `min` to `max` lines, each at most `limit` characters as read. */
const lines = (min: number, max: number, limit: number) =>
  readable(
    z
      .array(inlineNodes.check(z.refine((nodes) => inlineText(nodes).length <= limit, { error: tooLong(limit) })))
      .check(z.minLength(min), z.maxLength(max)) as unknown as z.ZodMiniType<readonly (readonly Inline[])[]>,
  );

// ---------------------------------------------------------------- names

// Two names are left out, as every object has them already.
const ID = /^(?!constructor$|__proto__$)[a-z0-9_]{3,40}$/;
const id = z.string().check(z.regex(ID));
const optionId = z.string().check(z.regex(/^[a-z0-9_]{1,40}$/));
/** ISO 8601 date of a day that there is: browsers differ in what they make of February 31. */
const date = z.iso.date();
/** ISO 8601 duration in whole days or months. */
const duration = z.string().check(z.regex(/^P\d{1,3}[DM]$/));
const count = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
const regionCode = z.string().check(z.regex(/^[A-Z]{2}$/));

/** Names another entry: `outcome:reconnect_first`. */
const REF_KINDS = [
  'outcome',
  'contingency',
  'self_care',
  'support_card',
  'safety',
  'topic',
  'treatment',
  'phrase',
  'care_role',
  'plan_step',
  'goal',
] as const;
const ref = z.string().check(z.regex(new RegExp(`^(?:${REF_KINDS.join('|')}):[a-z0-9_]{3,40}$`)));

/** Where an answer leads: another question, the end, or the list of dangers. */
const goto = z.string().check(z.regex(/^(?:end|safety:choose|[a-z0-9_]{3,40})$/));

/**
 * What a rule can ask of the session: `q_contact_now=none` (an answer), `reason:we_disagreed` (a ticked reason),
 * `tag:no_contact` (a tag of any answer on the path).
 */
const condition = z
  .string()
  .check(z.regex(/^(?:[a-z0-9_]{3,40}=[a-z0-9_]{1,40}|reason:[a-z0-9_]{3,40}|tag:[a-z0-9_]{2,40})$/));

const EVIDENCE = ['strong', 'moderate', 'guideline', 'practice', 'none'] as const;

// ---------------------------------------------------------------- entities

/** Fields an author gives every entry; those a page has no use for are dropped when compiling. */
const editorial = {
  status: z.enum(['draft', 'reviewed', 'retired']),
  /** Place among the entries of its kind; those with the same place follow their ids. */
  order: z.optional(count(0, 999)),
  /** Rows of the map of ideas that this entry makes real; see docs/seed-coverage.md. */
  seedRef: z.optional(z.array(z.string().check(z.regex(/^\d{1,3}$/)))),
  draftedOn: date,
  reviewEvery: duration,
  /** Language rules that don't hold for this entry, each with the reason. */
  waive: z.optional(z.record(z.string(), short(200))),
};
/** Fields of every entry that reach the page. */
const shared = {
  id,
  citations: z.optional(z.array(id).check(z.minLength(1), z.maxLength(6))),
  evidence: z.optional(z.enum(EVIDENCE)),
  safety: z.optional(z.array(id).check(z.maxLength(4))),
  regions: z.optional(z.array(regionCode)),
  reviewedOn: z.optional(z.nullable(date)),
  reviewedBy: z.optional(z.nullable(z.strictObject({ name: short(80), credential: short(80) }))),
};
/** What the compiler adds to an entry with sources: when it was written, and when it is due to be looked at again. */
const dated = { draftedOn: z.optional(date), reviewBy: z.optional(date) };
/** Search words: how people call it, also where we would not. Only entries that can be searched for take them. */
const searched = { alsoCalled: z.optional(z.array(quoted(40)).check(z.maxLength(12))) };

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // dates and counts could not be written
  }
};
const locale = z
  .string()
  .check(
    z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { abort: true }),
    z.refine(isLanguageTag, { error: 'language-tag' }),
  );

const source = {
  front: {
    kind: z.enum(['trial', 'review', 'study', 'guideline', 'agency', 'law', 'practice']),
    title: short(200),
    /** Language of the title, where it is another than that of the words. A translation has it from its original. */
    lang: z.optional(locale),
    by: z.optional(short(120)),
    year: z.optional(count(1950, 2100)),
    url: z.optional(webAddress),
  },
  /** Kept for editors and for checks of figures in prose; not sent to pages. */
  unsent: {
    doi: z.optional(short(80)),
    pmid: z.optional(short(12)),
    checkedOn: date,
    checkedBy: z.optional(z.nullable(short(80))),
    figures: z.optional(
      z.array(z.strictObject({ id, value: z.number(), unit: short(60), n: z.optional(count(1, 10_000_000)) })),
    ),
    finding: rich(300),
  },
};

const region = {
  front: {
    code: regionCode,
    name: plain(60),
    /** For a required kind with no line we could check: the kind of line to use instead. */
    standIns: z.optional(z.partialRecord(crisisKind, crisisKind)),
    locator: z.optional(z.strictObject({ label: plain(60), url: webAddress })),
  },
  body: { law: z.optional(rich(240)) },
};

const crisisLine = {
  front: {
    region: regionCode,
    kind: crisisKind,
    name: quoted(80),
    how: z
      .array(
        z
          .strictObject({
            mode: z.enum(['call', 'text', 'chat', 'tty']),
            /** A number, or the address of a chat. */
            value: short(200),
            /** The word to text, as it must be typed. */
            send: z.optional(short(20)),
            /** The key to press once connected. */
            press: z.optional(short(2)),
          })
          .check(
            z.refine(({ mode, value }) => mode !== 'chat' || isWebAddress(value), {
              error: 'unsafe-link',
              path: ['value'],
            }),
            z.refine(({ mode, value }) => mode === 'chat' || isNumber(value), {
              error: 'not-a-number',
              path: ['value'],
            }),
          ),
      )
      .check(z.minLength(1), z.maxLength(4)),
    hours: z.optional(plain(40)),
    langs: z.array(short(12)).check(z.minLength(1)),
    cost: z.optional(plain(40)),
    forWhom: plain(120),
    /** Whether calling it files a report; a family must know before it dials. */
    isReporting: z.optional(z.boolean()),
    source: webAddress,
    verifiedOn: date,
    verifiedBy: z.optional(z.nullable(short(80))),
  },
};

const safety = {
  front: {
    /** A screen stops everything else; a card is added to what comes next. */
    kind: z.enum(['screen', 'card']),
    /** What the visitor taps in the list of dangers; a situation without it is not in the list. */
    choose: z.optional(plain(90)),
    title: plain(90),
    /** Whether to add what the region's law says to people who call for help. */
    law: z.optional(z.boolean()),
    /** Which lines to show, in this order; the first one gets the focus. */
    lines: z.array(crisisKind).check(z.minLength(1), z.maxLength(5)),
  },
  body: {
    do: lines(1, 6, 180),
    signs: z.optional(lines(1, 10, 120)),
    note: z.optional(rich(300)),
  },
};

const group = { front: { label: plain(60) } };

const reason = {
  front: {
    group: id,
    label: plain(60),
    /** The column it starts in on the keep / change / stop board. */
    board: z.enum(['change', 'stop']),
    leadsTo: z.array(ref).check(z.minLength(1), z.maxLength(5)),
    /** Never named in an event, not even with `events="full"`. */
    private: z.optional(z.boolean()),
    /** "We are not sure": shown after the groups. */
    unsure: z.optional(z.boolean()),
  },
  body: { what: rich(240), tryNext: rich(240) },
};

const strength = { front: { label: plain(60) }, body: { keep: rich(160) } };

const question = {
  front: {
    kind: z.enum(['gate', 'single', 'multi', 'scale']),
    ask: plain(90),
    hint: z.optional(plain(160)),
    /** Where to go when the answer doesn't say: needed for `multi` and for skipping. */
    next: z.optional(goto),
    /** Whether "I would rather not say" is offered; it then leads to `next`. */
    skippable: z.optional(z.boolean()),
    private: z.optional(z.boolean()),
    options: z
      .array(
        z.strictObject({
          id: optionId,
          label: plain(60),
          goto: z.optional(goto),
          tags: z.optional(z.array(short(40))),
          /** Safety cards this answer adds. Nothing takes them away again. */
          cards: z.optional(z.array(id)),
        }),
      )
      .check(z.minLength(2), z.maxLength(7)),
  },
};

const PARTS = ['reasons', 'steps', 'plan', 'watch', 'care', 'learn', 'summary'] as const;
const part = z.enum(PARTS);

/** A way to ask again. */
const format = {
  front: {
    title: plain(60),
    /** Takes contact with the loved one, so it is held back when contact is not safe. */
    contact: z.optional(z.boolean()),
  },
  body: { what: rich(200), fits: rich(160), steps: lines(2, 5, 140) },
};

/** What to do, and to leave, in a stretch of days. */
const days = {
  front: { title: plain(50), hint: plain(90) },
  body: { do: lines(2, 6, 140), avoid: lines(1, 4, 140) },
};

const outcome = {
  front: {
    title: plain(70),
    /** Who can help. At least one is not the sponsor. */
    options: z
      .array(
        z.strictObject({
          kind: z.enum(['help', 'group', 'self', 'pro', 'sponsor']),
          label: plain(90),
          /** Region data to show with it. */
          place: z.optional(place),
          url: z.optional(webAddress),
        }),
      )
      .check(z.minLength(1), z.maxLength(6)),
    redoDays: count(1, 90),
    /** Takes contact with the loved one, so it is held back when contact is not safe. */
    contact: z.optional(z.boolean()),
    part: z.optional(part),
    leadsTo: z.optional(z.array(ref).check(z.maxLength(6))),
    cards: z.optional(z.array(id)),
    /** Ways to ask that the visitor can choose from here. */
    formats: z.optional(z.array(id).check(z.minLength(2), z.maxLength(6))),
  },
  body: { why: rich(200), steps: lines(2, 5, 140), notice: z.optional(rich(220)) },
};

const rule = {
  front: {
    priority: count(0, 1000),
    /** A safety rule beats every other, whatever the priorities. */
    safety: z.optional(z.boolean()),
    when: z.strictObject({
      all: z.optional(z.array(condition)),
      any: z.optional(z.array(condition)),
      none: z.optional(z.array(condition)),
    }),
    outcomes: z.array(id).check(z.minLength(1), z.maxLength(2)),
    /** Why this is suggested, in the visitor's terms. */
    because: plain(120),
  },
};

const role = {
  front: {
    label: plain(40),
    /** Stands for the whole family, so it can't carry too much. */
    everyone: z.optional(z.boolean()),
  },
};

const contingency = {
  front: {
    plan: z.enum(['A', 'B', 'C', 'D']),
    trigger: plain(90),
    owner: id,
    reviewAfterDays: count(1, 60),
    sign: plain(100),
    contact: z.optional(z.boolean()),
    /** Never named in an event, not even with `events="full"`. */
    private: z.optional(z.boolean()),
  },
  body: { response: rich(200), then: rich(200) },
};

/** Something to look back at, with an eye to one side of it. */
const lens = {
  front: { title: plain(60), ask: plain(120) },
  body: { look: lines(1, 5, 120) },
};

/** One thing a family can do, with who and by when. */
const planStep = {
  front: {
    stage: z.enum(['prepare', 'learn', 'contact', 'ask', 'care']),
    label: plain(100),
    owner: id,
    dueDays: count(1, 60),
    contact: z.optional(z.boolean()),
  },
  body: { why: rich(160) },
};

/** A limit about what the family does, in two halves. */
const limit = {
  front: { willNot: plain(120), will: plain(120), contact: z.optional(z.boolean()) },
  body: { note: rich(160) },
};

const MEASURES = ['count', 'yesno', 'days'] as const;
const goal = {
  front: {
    /** Never the loved one: a goal for somebody else is a wish. */
    owner: z.enum(['me', 'shared']),
    area: z.enum(['safety', 'contact', 'less_harm', 'treatment', 'recovery', 'us']),
    /** Specific: what is done. */
    goal: plain(160),
    measure: z.strictObject({ type: z.enum(MEASURES), target: z.optional(count(1, 90)), text: plain(80) }),
    achievable: plain(120),
    relevant: plain(120),
    dueDays: count(1, 90),
    contact: z.optional(z.boolean()),
  },
  body: { guard: rich(140) },
};

/** One line of a list to have ready: for the day of a yes, or before another talk. */
const ready = {
  front: {
    list: z.enum(['yes', 'talk']),
    label: plain(90),
    hint: z.optional(plain(140)),
    contact: z.optional(z.boolean()),
  },
};

/** One question of the check-in. */
const checkIn = {
  front: {
    ask: plain(100),
    /** What is answered: what of the plan was done, what got in the way, what helped, how the visitor is. */
    answer: z.enum(['plan', 'barriers', 'helped', 'me']),
    every: duration,
    note: z.optional(plain(140)),
  },
  body: { ifNone: z.optional(rich(160)), ifLow: z.optional(rich(160)) },
};

const barrier = {
  front: {
    label: plain(60),
    /** Where to go from here: another part, to answer again. */
    part: z.optional(part),
    leadsTo: z.optional(z.array(ref).check(z.maxLength(4))),
    /** Never named in an event, not even with `events="full"`. */
    private: z.optional(z.boolean()),
  },
  body: { adjust: rich(200) },
};

const TOPIC_SECTIONS = ['start', 'safety', 'treatment', 'talking', 'family'] as const;
const topic = {
  front: { section: z.enum(TOPIC_SECTIONS), minutes: count(1, 4), title: plain(70), ...searched },
  body: { body: rich(600), try: rich(160) },
};

const myth = { front: { myth: quoted(120), ...searched }, body: { fact: rich(300) } };

const treatment = {
  front: { type: z.enum(['medicine', 'talking', 'care', 'group']), name: plain(60), ...searched },
  body: { whatItIs: rich(240), helps: rich(240), ask: lines(2, 5, 100), note: z.optional(rich(220)) },
};

const phrase = {
  front: {
    skill: z.enum(['i_statement', 'one_request', 'reflect', 'limit', 'open_door', 'notice_good', 'repair']),
    /** What one may be about to say; not our words, so no language rule looks at it. */
    not: quoted(120),
    say: plain(180),
    ...searched,
  },
  body: { why: rich(140) },
};

const careRole = {
  front: {
    name: plain(60),
    credential: z.optional(plain(120)),
    cost: z.optional(plain(120)),
    ...searched,
  },
  body: { does: rich(200), ask: lines(2, 5, 100), whenToCall: rich(140) },
};

/** A place to turn to in a region; public help and groups before anything that is sold. */
const listing = {
  front: {
    region: regionCode,
    type: z.enum(['group', 'treatment', 'learn', 'advocate']),
    name: quoted(80),
    url: webAddress,
    langs: z.array(short(12)).check(z.minLength(1)),
    cost: z.optional(plain(40)),
    source: webAddress,
    verifiedOn: date,
    ...searched,
  },
  body: { what: rich(200) },
};

const selfCare = {
  front: {
    domain: z.enum(['body', 'rest', 'people', 'mind', 'limits', 'meaning']),
    minutes: count(1, 30),
    title: plain(50),
  },
  body: { do: rich(220), why: rich(140) },
};

const supportCard = {
  front: {
    feeling: z.enum(['guilt', 'anger', 'fear', 'shame', 'grief', 'hope', 'numb', 'relief']),
    side: z.enum(['me', 'them']),
    /** The word on the button. */
    name: plain(30),
    see: plain(90),
    leadsTo: z.optional(z.array(ref).check(z.maxLength(3))),
  },
  body: { say: rich(260), next: rich(120) },
};

/** What a visitor agrees to before anything goes to the center. `{center}` stands for the center's legal name. */
const consent = {
  front: {
    /** To be contacted at all, by text message, or to share a summary. */
    use: z.enum(['contact', 'text', 'summary']),
    /** Raised with every change of the words; see consent-history.json. */
    version: short(20),
    text: readable(z.string().check(z.trim(), z.minLength(1), z.maxLength(420), honest, z.regex(/\{center\}/))),
  },
};

const wayIn = { front: { label: plain(90), part } };
const stage = { front: { part, title: plain(40), hint: plain(90) } };

type Shape = Record<string, z.ZodMiniType>;
interface EntitySpec {
  readonly folder: string;
  readonly front: Shape;
  readonly body?: Shape;
  readonly unsent?: Shape;
}

/**
 * Every kind of entry: the folder it lives in, its front matter, and its sections of Markdown (`## name`).
 * A section whose schema is a list takes a Markdown list; the others take paragraphs.
 */
export const ENTITIES = {
  source: { folder: 'sources', ...source },
  region: { folder: 'regions', ...region },
  crisisLine: { folder: 'crisis-lines', ...crisisLine },
  safety: { folder: 'safety', ...safety },
  group: { folder: 'reason-groups', ...group },
  reason: { folder: 'reasons', ...reason },
  strength: { folder: 'strengths', ...strength },
  question: { folder: 'questions', ...question },
  outcome: { folder: 'outcomes', ...outcome },
  rule: { folder: 'rules', ...rule },
  role: { folder: 'roles', ...role },
  contingency: { folder: 'contingencies', ...contingency },
  selfCare: { folder: 'self-care', ...selfCare },
  supportCard: { folder: 'support-cards', ...supportCard },
  wayIn: { folder: 'ways-in', ...wayIn },
  stage: { folder: 'stages', ...stage },
  format: { folder: 'formats', ...format },
  days: { folder: 'timeline', ...days },
  lens: { folder: 'lenses', ...lens },
  planStep: { folder: 'plan-steps', ...planStep },
  limit: { folder: 'limits', ...limit },
  goal: { folder: 'goals', ...goal },
  ready: { folder: 'ready-lists', ...ready },
  checkIn: { folder: 'check-ins', ...checkIn },
  barrier: { folder: 'barriers', ...barrier },
  topic: { folder: 'topics', ...topic },
  myth: { folder: 'myths', ...myth },
  treatment: { folder: 'treatments', ...treatment },
  phrase: { folder: 'phrases', ...phrase },
  careRole: { folder: 'care-roles', ...careRole },
  listing: { folder: 'directory', ...listing },
  consent: { folder: 'consents', ...consent },
} as const satisfies Record<string, EntitySpec>;

export type EntityKind = keyof typeof ENTITIES;

/** Sections that hold a list of lines rather than paragraphs. */
export const LIST_SECTIONS: Readonly<Record<string, true>> = {
  ask: true,
  avoid: true,
  do: true,
  look: true,
  signs: true,
  steps: true,
};
/** `do` is a list on a safety screen and a paragraph on a self-care item. */
export const isListSection = (kind: EntityKind, section: string): boolean =>
  Object.hasOwn(LIST_SECTIONS, section) && kind !== 'selfCare';

/** Front matter and sections together, as an author writes them. */
export function authoredSchema(kind: EntityKind) {
  const spec: EntitySpec = ENTITIES[kind];
  return z.strictObject({ ...editorial, ...shared, ...spec.front, ...spec.body, ...spec.unsent });
}

/** Front matter only, for editors. */
export function frontMatterSchema(kind: EntityKind) {
  const { front, unsent }: EntitySpec = ENTITIES[kind];
  const { finding: _section, ...rest } = unsent ?? {};
  return z.strictObject({ ...editorial, ...shared, ...front, ...rest });
}

/** Names of fields that stay behind when an entry is compiled. */
export const UNSENT_FIELDS: ReadonlySet<string> = new Set([...Object.keys(editorial), ...Object.keys(source.unsent)]);

// ---------------------------------------------------------------- interface words

/** The interface words of one locale, one group a widget. */
export const interfaceWords = z.strictObject(wordGroups);

// ---------------------------------------------------------------- bundle

/**
 * The one center that offers the tool on a site. Nothing goes to a center whose facts are not complete; what each is
 * for is told in docs/leads.md.
 */
const sponsor = z.strictObject({
  /** Legal name. */
  name: z.optional(quoted(80)),
  /** Office phone, as people write it. */
  phone: z.optional(z.string().check(z.regex(/^[+(\d][\d ().-]{2,30}$/))),
  /** License number, and the state that gave it. */
  license: z.optional(quoted(80)),
  /** Who pays for the tool. */
  paidBy: z.optional(quoted(80)),
  privacyUrl: z.optional(webAddress),
  /** The policy on health data of consumers. */
  healthDataUrl: z.optional(webAddress),
});

/** Facts about a bundle. */
export const folderFacts = z.strictObject({
  locale,
  dir: z.enum(['ltr', 'rtl']),
  contentVersion: short(40),
});

/** What `bundle.yaml` says of a folder. */
export const folderFile = z.strictObject({
  ...folderFacts.def.shape,
  /** The folder these words are a translation of, as a path from here. */
  translates: z.optional(short(200)),
  /** The folder this one changes a little, which makes it an overlay: a built-in language, or a path from here. */
  extends: z.optional(short(200)),
  /** Entries of that folder to leave out, as `reason:too_long`. */
  hide: z.optional(z.array(short(60)).check(z.maxLength(200))),
  /** Language rules that don't hold for words in `interface.yaml`, each with the reason. */
  waive: z.optional(z.record(z.string(), short(200))),
  /** The center that offers the tool; attributes of an element beat it. */
  sponsor: z.optional(sponsor),
});

/** A kind's own field hides a shared one of the same name: `safety` of a rule is a mark. */
const sent = <S extends Shape>(spec: S) =>
  z.strictObject<Omit<typeof shared & typeof dated, keyof S> & S>({ ...shared, ...dated, ...spec });
const list = <S extends Shape>(spec: S, max: number) => z.array(sent(spec)).check(z.maxLength(max));
/** What entries are called; for a phrase or a goal that is all of it. */
const titles = z.record(ref, short(180));

/** What the entries of a part cite, without what the core has already. */
const sources = list(source.front, 300);

const core = z.strictObject({
  words: z.strictObject({ common: wordGroups.common, help: wordGroups.help }),
  /** The newest date any entry was written on. */
  draftedOn: date,
  /** Whether any of the words still wait for a named reviewer. */
  isDraft: z.boolean(),
  sponsor: z.optional(sponsor),
  regions: list({ ...region.front, ...region.body }, 60),
  lines: list({ ...crisisLine.front, reviewBy: date }, 300),
  safety: list({ ...safety.front, ...safety.body }, 40),
  sources,
});
const debrief = z.strictObject({
  words: wordGroups.debrief,
  rows: wordGroups.rows,
  lenses: list({ ...lens.front, ...lens.body }, 8),
  sources,
});
const reasons = z.strictObject({
  words: wordGroups.checklist,
  groups: list(group.front, 6),
  items: list({ ...reason.front, ...reason.body }, 2000),
  strengths: list({ ...strength.front, ...strength.body }, 20),
  /** Titles of what reasons lead to, so that a checklist alone can name them. */
  titles,
  sources,
});
const steps = z.strictObject({
  words: wordGroups.wizard,
  questions: list(question.front, 40),
  outcomes: list({ ...outcome.front, ...outcome.body }, 60),
  rules: list(rule.front, 200),
  formats: list({ ...format.front, ...format.body }, 12),
  sources,
});
const timeline = z.strictObject({
  words: wordGroups.timeline,
  days: list({ ...days.front, ...days.body }, 8),
  sources,
});
const plan = z.strictObject({
  words: wordGroups.planner,
  rows: wordGroups.rows,
  roles: list(role.front, 20),
  contingencies: list({ ...contingency.front, ...contingency.body }, 400),
  /** For each contingency, the reasons and outcomes that lead to it. */
  suggestedBy: z.record(id, z.array(z.string().check(z.regex(/^(?:reason|outcome):[a-z0-9_]{3,40}$/)))),
  sources,
});
const tools = z.strictObject({
  words: wordGroups.tools,
  rows: wordGroups.rows,
  steps: list({ ...planStep.front, ...planStep.body }, 100),
  limits: list({ ...limit.front, ...limit.body }, 60),
  goals: list({ ...goal.front, ...goal.body }, 60),
  ready: list(ready.front, 60),
  /** Who can be on a care team; the library tells more of each. */
  team: list({ name: careRole.front.name }, 40),
  sources,
});
const watch = z.strictObject({
  words: wordGroups.watch,
  rows: wordGroups.rows,
  checkIns: list({ ...checkIn.front, ...checkIn.body }, 4),
  barriers: list({ ...barrier.front, ...barrier.body }, 30),
  sources,
});
const learn = z.strictObject({
  words: wordGroups.learn,
  topics: list({ ...topic.front, ...topic.body }, 200),
  myths: list({ ...myth.front, ...myth.body }, 60),
  treatments: list({ ...treatment.front, ...treatment.body }, 60),
  phrases: list({ ...phrase.front, ...phrase.body }, 100),
  roles: list({ ...careRole.front, ...careRole.body }, 40),
  listings: list({ ...listing.front, ...listing.body, reviewBy: date }, 300),
  sources,
});
const care = z.strictObject({
  words: wordGroups.care,
  rows: wordGroups.rows,
  items: list({ ...selfCare.front, ...selfCare.body }, 200),
  cards: list({ ...supportCard.front, ...supportCard.body }, 60),
  sources,
});
const guide = z.strictObject({
  words: wordGroups.guide,
  ways: list(wayIn.front, 12),
  stages: list(stage.front, 12),
});

const saving = z.strictObject({ words: wordGroups.saving });
/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const contact = z.strictObject({
  words: wordGroups.contact,
  consents: list({ ...consent.front, hash: sha256 }, 6),
  sources,
});

/** What each part of a bundle holds. A widget downloads `core` and its own part. */
export const partSchemas = {
  core,
  reasons,
  debrief,
  steps,
  timeline,
  plan,
  tools,
  watch,
  care,
  learn,
  guide,
  saving,
  contact,
} as const;

/** A whole compiled bundle: plain data, the same in JSON. */
export const bundleSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  ...folderFacts.def.shape,
  ...partSchemas,
});

// ---------------------------------------------------------------- overlay

/**
 * What may change in data of that shape: entries of a list are put in and taken out, of a record or of words only some
 * are given, and anything else is replaced whole.
 */
function changeOf(schema: z.ZodMiniType): z.ZodMiniType {
  if (schema instanceof z.ZodMiniArray) {
    const { element, checks = [] } = schema.def;
    if (!(element instanceof z.ZodMiniObject) || !Object.hasOwn(element.shape, 'id')) return schema;
    // Which entry it follows; `null` is the first place. Without it, the entry stays where the one it replaces was.
    const entry = z.strictObject({ ...(element.shape as Shape), after: z.optional(z.nullable(id)) });
    const put = z.array(entry).check(...(checks as z.core.$ZodCheck<unknown[]>[]));
    return z.strictObject({ put: z.optional(put), drop: z.optional(z.array(id).check(z.maxLength(2000))) });
  }
  if (schema instanceof z.ZodMiniRecord) {
    const { keyType, valueType } = schema.def as unknown as {
      readonly keyType: typeof ref;
      readonly valueType: z.ZodMiniType;
    };
    return z.record(keyType, z.nullable(valueType));
  }
  if (schema instanceof z.ZodMiniObject) return changeOfFields(schema);
  return schema;
}
const changeOfFields = ({ shape }: z.ZodMiniObject) =>
  z.strictObject(
    Object.fromEntries(Object.entries(shape as Shape).map(([name, field]) => [name, z.optional(changeOf(field))])),
  );

/** `interface.yaml` of an overlay: only the words that change. */
export const someWords = changeOfFields(interfaceWords);

/** A compiled overlay: what to change in each part of a built-in bundle. */
export const overlaySchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** The built-in language it changes. */
  extends: locale,
  ...folderFacts.def.shape,
  parts: changeOfFields(z.strictObject(partSchemas)),
});

// ---------------------------------------------------------------- types

export type CrisisKind = (typeof CRISIS_KINDS)[number];
export type Evidence = (typeof EVIDENCE)[number];
export type BoardColumn = 'keep' | 'change' | 'stop';
/** The parts a visitor moves between. */
export type PartId = (typeof PARTS)[number];

export type Bundle = z.infer<typeof bundleSchema>;
export type BundlePart = keyof typeof partSchemas;
export type FolderFacts = z.infer<typeof folderFacts>;
export type Words = z.infer<typeof interfaceWords>;

export type Core = Bundle['core'];
export type Region = Core['regions'][number];
export type CrisisLine = Core['lines'][number];
export type SafetyEntry = Core['safety'][number];
export type Source = Core['sources'][number];
export type ReasonsPart = Bundle['reasons'];
export type Reason = ReasonsPart['items'][number];
export type Strength = ReasonsPart['strengths'][number];
export type StepsPart = Bundle['steps'];
export type Question = StepsPart['questions'][number];
export type Option = Question['options'][number];
export type Outcome = StepsPart['outcomes'][number];
export type Rule = StepsPart['rules'][number];
export type PlanPart = Bundle['plan'];
export type Contingency = PlanPart['contingencies'][number];
export type Format = StepsPart['formats'][number];
export type DebriefPart = Bundle['debrief'];
export type Lens = DebriefPart['lenses'][number];
export type TimelinePart = Bundle['timeline'];
export type ToolsPart = Bundle['tools'];
export type StepIdea = ToolsPart['steps'][number];
export type LimitIdea = ToolsPart['limits'][number];
export type GoalIdea = ToolsPart['goals'][number];
export type ReadyItem = ToolsPart['ready'][number];
export type WatchPart = Bundle['watch'];
export type CheckIn = WatchPart['checkIns'][number];
export type Barrier = WatchPart['barriers'][number];
export type LearnPart = Bundle['learn'];
export type Topic = LearnPart['topics'][number];
export type Myth = LearnPart['myths'][number];
export type Treatment = LearnPart['treatments'][number];
export type Phrase = LearnPart['phrases'][number];
export type CareRole = LearnPart['roles'][number];
export type Listing = LearnPart['listings'][number];
export type CarePart = Bundle['care'];
export type SelfCare = CarePart['items'][number];
export type SupportCard = CarePart['cards'][number];
export type GuidePart = Bundle['guide'];
export type ContactPart = Bundle['contact'];
export type Consent = ContactPart['consents'][number];
export type Sponsor = z.infer<typeof sponsor>;
