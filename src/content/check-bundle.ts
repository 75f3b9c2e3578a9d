import { bundleSchema, REQUIRED_CRISIS_KINDS, type Bundle } from './schema.js';

/** Most issues reported; a broken bundle can have thousands. */
const MAX_ISSUES = 50;

/** Checks a bundle of unknown origin against the schema and the rules that keep help on the screen. */
export function checkBundle(data: unknown): { readonly bundle?: Bundle; readonly issues: readonly string[] } {
  const result = parse(data);
  if (!result) return { issues: ['bundle: nested too deeply'] };
  if (!result.success) {
    const issues = result.error.issues.map(({ path, code }) => `${path.join('.') || 'bundle'}: ${code}`);
    return { issues: issues.slice(0, MAX_ISSUES) };
  }
  const issues = helpIssues(result.data);
  return issues.length ? { issues } : { bundle: result.data, issues: [] };
}

/** Nothing when the data is nested so deeply that no reader gets to its end. */
function parse(data: unknown): ReturnType<typeof bundleSchema.safeParse> | undefined {
  try {
    return bundleSchema.safeParse(data);
  } catch {
    return undefined;
  }
}

/** What no bundle may lack, wherever it comes from: crisis lines for its regions, one gate, help beside a sponsor. */
function helpIssues({ core, steps }: Bundle): string[] {
  const has = (region: string, kind: unknown) => core.lines.some((line) => line.region === region && line.kind === kind);
  return [
    ...(core.regions.length ? [] : ['core.regions: there is no region, so no crisis line can be shown']),
    ...core.regions.flatMap(({ code, standIns }) =>
      REQUIRED_CRISIS_KINDS.filter(
        (kind) => !has(code, kind) && (kind === 'emergency' || !has(code, standIns?.[kind])),
      ).map((kind) => `core.lines: region ${code} has no ${kind} line`),
    ),
    ...(steps.questions.filter(({ kind }) => kind === 'gate').length === 1 ? [] : ['steps.questions: there must be one gate']),
    ...steps.outcomes
      .filter(({ options }) => options.every(({ kind }) => kind === 'sponsor'))
      .map(({ id }) => `steps.outcomes: "${id}" offers only the sponsor`),
  ];
}
