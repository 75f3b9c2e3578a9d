/** `date` plus a duration of whole days (`P90D`) or months (`P3M`), both ISO 8601. */
export function addDuration(date: string, duration: string): string {
  const [, amount = '0', unit] = /^P(\d+)([DM])$/.exec(duration) ?? [];
  const day = new Date(`${date}T00:00:00Z`);
  if (unit === 'M') day.setUTCMonth(day.getUTCMonth() + Number(amount));
  else day.setUTCDate(day.getUTCDate() + Number(amount));
  return day.toISOString().slice(0, 10);
}

/** The field that says when somebody last looked at an entry: at a line, at a source, as a reviewer, or to write it. */
export const lastLook = (data: Readonly<Record<string, unknown>>): string =>
  ['verifiedOn', 'checkedOn', 'reviewedOn'].find((field) => data[field]) ?? 'draftedOn';

/** When an entry has to be looked at again, counted from then. */
export const reviewBy = (data: Readonly<Record<string, unknown>>): string =>
  addDuration(String(data[lastLook(data)]), String(data.reviewEvery));
