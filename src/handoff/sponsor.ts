/** The one center that offers the tool on a site: what must be known of it before anything goes there. */
import { isWebAddress } from '../content/rich-text.js';
import type { Region, Sponsor } from '../content/schema.js';

/** The facts, in the order a family reads them, each with the attribute a page gives it by. */
export const SPONSOR_ATTRIBUTES = {
  name: 'sponsor-name',
  phone: 'sponsor-phone',
  license: 'sponsor-license',
  paidBy: 'sponsor-paid-by',
  privacyUrl: 'sponsor-privacy-url',
  healthDataUrl: 'sponsor-health-data-url',
} as const satisfies Readonly<Record<keyof Sponsor, string>>;

/** Facts with none of them left open, and the neutral place to look for others. */
export interface WholeSponsor extends Required<Sponsor> {
  readonly locator: NonNullable<Region['locator']>;
}

const PHONE = /^[+(\d][\d ().-]{2,30}$/;

/** Why nothing can go to the center yet, as words for a developer; the whole facts otherwise. */
export function wholeSponsor(given: Sponsor, region: Region | undefined): WholeSponsor | readonly string[] {
  const facts = { ...given };
  const missing: string[] = (Object.keys(SPONSOR_ATTRIBUTES) as (keyof Sponsor)[]).flatMap((fact) => {
    const attribute = SPONSOR_ATTRIBUTES[fact];
    const value = (facts[fact] = given[fact]?.trim());
    if (!value) return [`${attribute} is empty`];
    if (fact === 'phone' && !PHONE.test(value)) return [`${attribute} is not a phone number`];
    return fact.endsWith('Url') && !isWebAddress(value) ? [`${attribute} is not an https:// address`] : [];
  });
  if (!region?.locator) missing.push('the region has no neutral place to look for other help (region="US" has one)');
  return missing.length || !region?.locator ? missing : { ...(facts as Required<Sponsor>), locator: region.locator };
}
