import { fill } from './format.js';
import type { Core, CrisisKind, CrisisLine, Region } from './schema.js';
import type { Place } from './rich-text.js';

/** Other ways to write a region's code. */
const ALIASES: Readonly<Record<string, string>> = { GB: 'UK', USA: 'US' };

/** A region's code as content writes it: `UK` for `gb`. */
export function regionCode(code: string): string {
  const upper = code.trim().toUpperCase();
  return ALIASES[upper] ?? upper;
}

/** The region with that code, however it is written; nothing when there is none, and never another one. */
export function findRegion({ regions }: Core, code: string): Region | undefined {
  const wanted = regionCode(code);
  return regions.find((region) => region.code === wanted);
}

/** The lines of one kind in a region; for a kind it has none of, those of the kind that stands in. */
export function linesFor({ lines }: Core, region: Region | undefined, kind: CrisisKind): readonly CrisisLine[] {
  if (!region) return [];
  const of = (wanted: CrisisKind | undefined) =>
    lines.filter((line) => line.region === region.code && line.kind === wanted);
  const own = of(kind);
  return own.length ? own : of(region.standIns?.[kind]);
}

/** The number to call in an emergency, as people write it. */
export function emergencyNumber(core: Core, region: Region | undefined): string | undefined {
  return linesFor(core, region, 'emergency')
    .flatMap(({ how }) => how)
    .find(({ mode }) => mode === 'call')?.value;
}

/** What a place reads as in a region, and where it leads. Without a region: words, never another country's number. */
export function resolvePlace(
  core: Core,
  region: Region | undefined,
  place: Place,
): { readonly text: string; readonly href?: string } {
  const { words } = core;
  if (place === 'emergency') {
    const number = emergencyNumber(core, region);
    return number ? { text: number, href: telHref(number) } : { text: words.common.noLine.emergency };
  }
  if (place === 'locator') {
    const locator = region?.locator;
    return locator ? { text: locator.label, href: locator.url } : { text: words.common.locatorUnknown };
  }
  const kind = place.slice('line:'.length) as CrisisKind;
  const [line] = linesFor(core, region, kind);
  const call = line?.how.find(({ mode }) => mode === 'call');
  if (!line || !call) {
    const noLine: Partial<typeof words.common.noLine> = words.common.noLine; // a bundle set by script is not checked
    return { text: noLine[kind] ?? words.common.noLine.emergency };
  }
  const key = call.press ? fill(words.help.press, { key: call.press }) : '';
  const more = [line.name.includes(call.value) ? '' : call.value, key].filter(Boolean).join(', ');
  return { text: more ? `${line.name} (${more})` : line.name, href: telHref(call.value) };
}

const inLink = (number: string): string => number.replaceAll(/[^\d+-]+/g, '-').replaceAll(/^-+|-+$/g, '');

/** `1-800-662-4357` as `tel:1-800-662-4357`, `(555) 010-0123` as `tel:555-010-0123`; spaces have no place in a link. */
export const telHref = (number: string): string => `tel:${inLink(number)}`;

/** The same for a text message. The word to send is not put into the link: phones disagree on how. */
export const smsHref = (number: string): string => `sms:${inLink(number)}`;
