import type { EntityKind } from '../schema.js';

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
