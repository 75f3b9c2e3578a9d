import type { LoadParts } from './given.js';
import type { Content, loadBuiltIn } from './load.js';
import { overlaid, type Overlay } from './overlay.js';
import { refusals, sameLanguage, samePlaces, type Guarded } from './protected.js';
import {
  bundleSchema,
  overlaySchema,
  REQUIRED_CRISIS_KINDS,
  type Bundle,
  type Core,
  type Outcome,
  type StepsPart,
} from './schema.js';

/** Most issues reported; a broken bundle can have thousands. */
const MAX_ISSUES = 50;

/** Checks a bundle of unknown origin against the schema and the rules that keep help on the screen. */
export function checkBundle(data: unknown): { readonly bundle?: Bundle; readonly issues: readonly string[] } {
  const read = parse(bundleSchema, data, 'bundle');
  if (!read.data) return read;
  const { core, steps } = read.data;
  const issues = [...lineIssues(core), ...gateIssues(steps.questions), ...sponsorIssues(steps.outcomes)];
  return issues.length ? { issues } : { bundle: read.data, issues: [] };
}

/** The languages that come with the kit. */
interface BuiltIn {
  readonly names: readonly string[];
  readonly load: typeof loadBuiltIn;
}

/**
 * Checks an overlay of unknown origin against the schema, and against what it may not take from its base. Then `load`
 * loads parts of the base as it changes them.
 */
export async function checkOverlay(
  data: unknown,
  { names, load }: BuiltIn,
): Promise<{ readonly load?: LoadParts; readonly issues: readonly string[] }> {
  const read = parse(overlaySchema, data, 'overlay');
  if (!read.data) return read;
  // The schema is made from those of the parts, which is more than types can follow.
  const overlay = read.data as unknown as Overlay;
  if (!names.includes(overlay.extends)) {
    return { issues: [`extends: "${overlay.extends}" is not built in; built in: ${names.join(', ')}`] };
  }
  const loadBase: LoadParts = (parts) => load(overlay.extends, parts);
  const { steps } = overlay.parts;
  // Only who changes the wizard has to wait for its words.
  const isWizardChanged = steps?.questions !== undefined || steps?.rules !== undefined;
  const base: SomeContent = await loadBase<'steps'>(isWizardChanged ? ['steps'] : []);
  const issues = overlayIssues(base, overlay).slice(0, MAX_ISSUES);
  if (issues.length) return { issues };
  return { load: async (parts) => overlaid(await loadBase(parts), overlay), issues: [] };
}

type Read<T> =
  { readonly data: T; readonly issues: readonly [] } | { readonly data?: never; readonly issues: readonly string[] };

interface Schema<T> {
  safeParse(data: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly code: string;
            readonly message: string;
          }[];
        };
      };
}

function parse<T>(schema: Schema<T>, data: unknown, name: string): Read<T> {
  let result;
  try {
    result = schema.safeParse(data);
  } catch {
    return { issues: [`${name}: nested too deeply`] }; // no reader gets to its end
  }
  if (result.success) return { data: result.data, issues: [] };
  const issues = result.error.issues.map(
    // A rule of our own names itself, such as `unsafe-link`.
    ({ path, code, message }) => `${path.join('.') || name}: ${code === 'custom' ? message : code}`,
  );
  return { issues: issues.slice(0, MAX_ISSUES) };
}

// ---------------------------------------------------------------- what every bundle needs, wherever it comes from

/** Crisis lines for each region. */
function lineIssues({ lines, regions }: Core): string[] {
  const has = (region: string, kind: unknown) => lines.some((line) => line.region === region && line.kind === kind);
  return [
    ...(regions.length ? [] : ['core.regions: there is no region, so no crisis line can be shown']),
    ...regions.flatMap(({ code, standIns }) =>
      REQUIRED_CRISIS_KINDS.filter(
        (kind) => !has(code, kind) && (kind === 'emergency' || !has(code, standIns?.[kind])),
      ).map((kind) => `core.lines: region ${code} has no ${kind} line`),
    ),
  ];
}

/** One question about danger. */
const gateIssues = (questions: StepsPart['questions']): string[] =>
  questions.filter(({ kind }) => kind === 'gate').length === 1 ? [] : ['steps.questions: there must be one gate'];

/** Help beside a sponsor. */
const sponsorIssues = (outcomes: readonly Pick<Outcome, 'id' | 'options'>[]): string[] =>
  outcomes
    .filter(({ options }) => options.every(({ kind }) => kind === 'sponsor'))
    .map(({ id }) => `steps.outcomes: "${id}" offers only the sponsor`);

// ---------------------------------------------------------------- what an overlay must leave alone

/** Content of which the wizard's part may not be there. */
type SomeContent = Content & { readonly steps?: StepsPart };

const WHERE: Readonly<Record<keyof Guarded, string>> = {
  lines: 'core.lines',
  regions: 'core.regions',
  safety: 'core.safety',
  questions: 'steps.questions',
  rules: 'steps.rules',
};

function overlayIssues(base: SomeContent, overlay: Overlay): string[] {
  const merged: SomeContent = overlaid(base, overlay);
  return [
    ...(sameLanguage(overlay.locale, base.locale) ? [] : [`locale: "${overlay.extends}" is in another language`]),
    ...refusals(guardedOf(base), guardedOf(merged)).map(({ list, id, why }) => `${WHERE[list]}: "${id}": ${why}`),
    ...lineIssues(merged.core),
    ...(merged.steps ? gateIssues(merged.steps.questions) : []),
    ...sponsorIssues(overlay.parts.steps?.outcomes?.put ?? []),
    ...placeIssues(base.core.words, merged.core.words, 'core.words'),
  ];
}

const guardedOf = ({ core, steps }: SomeContent): Guarded => ({
  lines: core.lines,
  regions: core.regions,
  safety: core.safety,
  questions: steps?.questions ?? [],
  rules: steps?.rules ?? [],
});

/** A button "Call {number}" has to go on naming the number. */
function placeIssues(before: unknown, after: unknown, path: string): string[] {
  if (typeof before === 'object' && before !== null) {
    const fields = after as Readonly<Record<string, unknown>>;
    return Object.entries(before).flatMap(([key, value]) => placeIssues(value, fields[key], `${path}.${key}`));
  }
  return samePlaces(String(before), String(after)) ? [] : [`${path}: the places are not those of the built-in words`];
}
