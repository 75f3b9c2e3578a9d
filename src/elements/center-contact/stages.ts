import type { Lead } from '../../handoff/lead.js';

/** Where the visitor is on the way to the center. */
export type Stage =
  | { readonly at: 'offer' | 'declined' | 'form' | 'sending' | 'withdrawn' }
  /** The page took the lead, its own form is filled in, or it goes along with the form around. */
  | { readonly at: 'sent' | 'filled' | 'added'; readonly lead: Lead };

/** What a page that takes a lead may need to pass it on, in milliseconds. */
export const PASS_ON_WITHIN_MS = 30_000;

/** Waits for the page to pass a lead on. A page that says nothing for too long has not. */
export async function passedOn(response: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), PASS_ON_WITHIN_MS);
  });
  const isPassed = Promise.resolve(response).then(
    () => true,
    () => false,
  );
  return Promise.race([isPassed, tooLate]).finally(() => clearTimeout(timer));
}

/** The lead that a browser kept of a form, if it still looks like one. */
export function leadFromState(state: string | undefined): Lead | undefined {
  if (!state) return undefined;
  try {
    const lead = JSON.parse(state) as Partial<Lead> | null;
    const { consent, summary = [] } = lead ?? {};
    const isText = (value: unknown): boolean => typeof value === 'string';
    const isWhole =
      consent !== undefined &&
      [consent.center, consent.locale, consent.givenAt, consent.timeZone].every(isText) &&
      Number.isFinite(Date.parse(consent.givenAt)) &&
      consent.boxes.every(({ id, version, hash, text, checked }) => {
        return [id, version, hash, text].every(isText) && typeof checked === 'boolean';
      }) &&
      summary.every(isText);
    return isWhole ? { consent, contact: {}, ...(summary.length ? { summary } : {}) } : undefined;
  } catch {
    return undefined;
  }
}
