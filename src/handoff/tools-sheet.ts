import { dateInWords, fill } from '../content/format.js';
import type { Content } from '../content/load.js';
import type { ToolsPart, Words } from '../content/schema.js';
import { isRisky } from '../guidance/limits.js';
import { placeOf, PLACES } from '../guidance/people.js';
import type { ChangeRow, Lists, PersonPlace, Round, SessionState, TeamRow } from '../session/state.js';
import { ownerName, planSections } from './plan-sheet.js';
import { labeled } from './lines.js';
import type { SheetSection } from './sheet.js';

type ToolsContent = Content<'plan' | 'tools'>;
type ToolWords = Words['tools'];

/** What a place on the people map is called, and what it is for. */
export const placeWords = (words: ToolWords, place: PersonPlace): readonly [title: string, hint: string] =>
  ({
    room: [words.placeRoom, words.placeRoomHint],
    outside: [words.placeOutside, words.placeOutsideHint],
    out: [words.placeOut, words.placeOutHint],
  })[place] as [string, string];

export const statusWord = (words: ToolWords, status: TeamRow['status']): string =>
  ({ '': '', to_call: words.statusToCall, called: words.statusCalled, helps: words.statusHelps })[status];

export const changeWord = (words: ToolWords, kind: ChangeRow['kind']): string =>
  ({ how: words.changeHow, what: words.changeWhat, who: words.changeWho })[kind];

/** The kind of helper, with the name or place if there is one. */
export function teamName({ words, team }: Pick<ToolsPart, 'words' | 'team'>, { role, name }: TeamRow): string {
  const kind = team.find(({ id }) => id === role)?.name ?? '';
  if (name && kind) return `${name} (${kind})`;
  return name || kind || words.teamRoleOwn;
}

/** What a row says, line by line. */
const joined = (...lines: Parameters<typeof labeled>[0]): string => labeled(lines).join('\n');

type Rows = Pick<Lists, 'steps' | 'limits' | 'goals' | 'changes'>;

function rowSections(content: ToolsContent, { steps, limits, goals, changes }: Rows): readonly SheetSection[] {
  const { locale } = content;
  const { words } = content.tools;
  const planner = content.plan.words;
  const day = (date: string) => date && dateInWords(date, locale);
  return [
    {
      title: planner.toolSteps,
      lines: steps.map((row) =>
        joined(
          [words.stepsWhat, row.what],
          [words.owner, ownerName(content, row)],
          [words.due, day(row.due)],
          [words.done, day(row.done)],
        ),
      ),
    },
    {
      title: planner.toolLimits,
      lines: limits.map((row) => {
        const lines = joined([words.willNot, row.willNot], [words.will, row.will]);
        return isRisky(row) ? `${lines}\n${words.limitUnsafe}` : lines;
      }),
    },
    {
      title: planner.toolGoals,
      lines: goals.map((row) =>
        joined(
          [row.owner === 'shared' ? words.goalShared : words.goalMe, row.goal],
          [words.measure, row.measure],
          [words.achievable, row.achievable],
          [words.relevant, row.relevant],
          [words.goalDue, day(row.due)],
          [words.done, day(row.done)],
        ),
      ),
    },
    {
      title: words.changesTitle,
      lines: changes.map(({ kind, text, on }) => `${changeWord(words, kind)}: ${text} (${dateInWords(on, locale)})`),
    },
  ];
}

/** Everything of the plan beside the setbacks. */
export function toolSections(content: ToolsContent, { lists, ready }: SessionState): readonly SheetSection[] {
  const { words, ready: items } = content.tools;
  const planner = content.plan.words;
  const isThere = ({ id }: { readonly id: string }) => ready.includes(id);
  const listed = (list: 'yes' | 'talk') =>
    [...items.filter(isThere), ...lists.ready]
      .filter((item) => item.list === list)
      .map((item) => `${isThere(item) ? '✓' : '☐'} ${item.label}`);
  const named = (place: PersonPlace) => lists.people.filter((row) => placeOf(row) === place).map(({ name }) => name);
  const people = PLACES.flatMap((place) => {
    const names = named(place);
    return names.length ? [`${placeWords(words, place)[0]}: ${names.join(', ')}`] : [];
  });
  return [
    ...rowSections(content, lists),
    { title: words.readyYes, lines: listed('yes') },
    { title: words.readyTalk, lines: listed('talk') },
    { title: planner.toolPeople, lines: people },
    {
      title: planner.toolTeam,
      lines: lists.team.map((row) =>
        [teamName(content.tools, row), statusWord(words, row.status)].filter(Boolean).join(': '),
      ),
    },
    {
      title: words.tellsTitle,
      lines: lists.tells.map((row) =>
        joined(
          [words.tellWho, row.who],
          [words.tellWhom, row.whom],
          [words.tellWhat, row.what],
          [words.tellWhen, row.when],
        ),
      ),
    },
  ];
}

/** What an earlier round held; empty lists are left out. */
export function roundSections(content: ToolsContent, round: Round): readonly SheetSection[] {
  return [...planSections(content, { lists: round }), ...rowSections(content, round)].filter(
    ({ lines: { length } }) => length,
  );
}

/** "Round 2, until November 22, 2026" */
export const roundTitle = ({ tools: { words }, locale }: ToolsContent, { number, endedOn }: Round): string =>
  fill(words.roundTitle, { number, date: dateInWords(endedOn, locale) });
