import type { ReasonsPart } from '../content/schema.js';

export interface ReasonLead {
  /** `outcome:reconnect_first` */
  readonly ref: string;
  readonly title: string;
  /** Ids of the ticked reasons that lead to it. */
  readonly from: readonly string[];
}

/** What the ticked reasons lead to, what most of them lead to first. Only next steps, not contingencies. */
export function leadsOf({ items, titles }: ReasonsPart, ticked: readonly string[]): readonly ReasonLead[] {
  const from = new Map<string, string[]>();
  for (const { id, leadsTo } of items) {
    if (!ticked.includes(id)) continue;
    for (const ref of leadsTo.filter((name) => name.startsWith('outcome:'))) {
      from.set(ref, [...(from.get(ref) ?? []), id]);
    }
  }
  return [...from]
    .flatMap(([ref, ids]) => (titles[ref] ? [{ ref, title: titles[ref], from: ids }] : []))
    .sort((a, b) => b.from.length - a.from.length);
}
