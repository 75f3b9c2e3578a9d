import { ENTITIES, type EntityKind } from '../schema.js';

const REF_ENTITY: Readonly<Record<string, EntityKind>> = {
  outcome: 'outcome',
  contingency: 'contingency',
  self_care: 'selfCare',
  support_card: 'supportCard',
  safety: 'safety',
  topic: 'topic',
  treatment: 'treatment',
  phrase: 'phrase',
  care_role: 'careRole',
  plan_step: 'planStep',
  goal: 'goal',
};
/** Which kind of entry a reference such as `self_care:walk` names, and its id. */
export function parseRef(ref: string): { readonly kind: EntityKind; readonly id: string } | undefined {
  const [prefix = '', id = ''] = ref.split(':');
  const kind = REF_ENTITY[prefix];
  return kind && { kind, id };
}

/** What each kind is called where any entry can be named: `crisis_line`, `reason`, `self_care`. */
export const KIND_NAMES: ReadonlyMap<string, EntityKind> = new Map(
  (Object.keys(ENTITIES) as EntityKind[]).map((kind) => [
    kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    kind,
  ]),
);
