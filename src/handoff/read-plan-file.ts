import { readSaved, type Saved, type Trouble } from '../session/saved.js';
import type { SheetRow } from '../session/state.js';
import { openSaved, type Transition } from '../session/transitions.js';

/** Larger files are not read: a plan with every limit used up stays far below. */
const MAX_FILE_BYTES = 1_000_000;

async function read(file: Blob): Promise<Saved | Trouble> {
  if (file.size > MAX_FILE_BYTES) return 'broken';
  return file.text().then(readSaved, () => 'broken' as const);
}

/** Reads a file that holds a plan: gives the step that puts it in the place of the present one, or what is wrong. */
export async function readPlanFile(file: Blob): Promise<{ readonly open: Transition } | { readonly trouble: Trouble }> {
  const saved = await read(file);
  return typeof saved === 'string' ? { trouble: saved } : { open: openSaved(saved) };
}

/** The sheets in a file that are not among `known`; what is wrong when there is no reading it. */
export async function readSheets(file: Blob, known: readonly SheetRow[]): Promise<readonly SheetRow[] | Trouble> {
  const saved = await read(file);
  if (typeof saved === 'string') return saved;
  const words = ({ id: _id, ...sheet }: SheetRow) => JSON.stringify(Object.entries(sheet).sort());
  const there = new Set(known.map(words));
  return (saved.lists.sheets ?? []).filter((sheet) => !there.has(words(sheet)));
}
