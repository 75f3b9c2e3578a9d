import { readSavedPlan, readSavedSheets, type SavedSheets, type Trouble } from '../session/saved.js';
import { openPlan, type Transition } from '../session/transitions.js';

/** Larger files are not read: a plan with every limit used up stays far below. */
const MAX_FILE_BYTES = 1_000_000;

async function read<T>(file: Blob, reader: (json: string) => T | Trouble): Promise<T | Trouble> {
  if (file.size > MAX_FILE_BYTES) return 'broken';
  return file.text().then(reader, () => 'broken' as const);
}

/** Reads a file that holds a plan: gives the step that puts it in the place of the present one, or what is wrong. */
export async function readPlanFile(file: Blob): Promise<{ readonly open: Transition } | { readonly trouble: Trouble }> {
  const saved = await read(file, readSavedPlan);
  return typeof saved === 'string' ? { trouble: saved } : { open: openPlan(saved) };
}

/** The words of a row, whatever its id. */
const words = ({ id: _id, ...row }: { readonly id: string }): string => JSON.stringify(Object.entries(row).sort());

const fresh = <R extends { readonly id: string }>(rows: readonly R[], known: readonly R[]): readonly R[] => {
  const there = new Set(known.map(words));
  return rows.filter((row) => !there.has(words(row)));
};

/** The sheets and moments in a file that are not among `known`; what is wrong when there is no reading it. */
export async function readSheets(file: Blob, known: SavedSheets): Promise<SavedSheets | Trouble> {
  const saved = await read(file, readSavedSheets);
  if (typeof saved === 'string') return saved;
  return { sheets: fresh(saved.sheets, known.sheets), moments: fresh(saved.moments, known.moments) };
}
