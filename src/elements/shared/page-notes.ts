import { NOTES_KEY, SavedNotes, type NotesPage } from '../../session/notes.js';
import { pageSession } from '../../session/session.js';
import { pageVisit } from '../../session/visit.js';

/** What this page gives to keep notes. */
const page: NotesPage = {
  storage: () => localStorage,
  now: () => Date.now(),
  later: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  listen: ({ otherTab, hidden }) => {
    window.addEventListener('storage', ({ key }) => {
      if (key === NOTES_KEY || key === null) otherTab();
    });
    // Brought back by the back button, a page has heard of nothing meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) otherTab();
    });
    window.addEventListener('pagehide', hidden);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) hidden();
    });
  },
  reader: async () => (await import('../../session/saved.js')).readNotes,
};

/** The notes of the page: one for all elements and every copy of the kit on it. */
export function pageNotes(): SavedNotes {
  const visit = pageVisit();
  return (visit.notes ??= new SavedNotes(pageSession(), page));
}
